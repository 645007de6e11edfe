//! The answer log in memory, with what follows from it: kept up with every answer and undo.
//!
//! Loading 100,000 answers takes about a tenth of a second in a release build and 10 MB; every
//! screen is then one pass over it, or less.

mod days;
mod firsts;

use std::collections::{BTreeMap, HashMap, HashSet};

use demarc_catalogue::{Catalogue, Cell};
use rusqlite::Connection;
use uuid::Uuid;

use crate::clock::{Day, Moment};
use crate::forms::Form;
use crate::places::Places;
use crate::said::{Confidence, Said};
use crate::schedule::{Memory, Schedule};
use crate::store::answer::{self, AnswerRow, Retraction};
use crate::store::card::CardRow;
use crate::store::reply::{self, ReplyRow};
use crate::store::session::{self, SessionRow};

pub(crate) use days::PracticeDay;

/// An answer, with what was remembered right after it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub id: Uuid,
    /// The session's number in `History::sessions`.
    pub session: u32,
    /// The ids as logged, in `Places`.
    pub logged: u32,
    /// What it was about, in `Places`.
    pub place: u32,
    pub item: u32,
    pub repeat: bool,
    pub retracted: bool,
    pub form: Form,
    /// The number in `History::replies` of the reply that it is a part of.
    pub reply: Option<u32>,
    /// Whether all parts of its reply were right; so it is where it has none.
    pub whole: bool,
    pub said: Said,
    pub confidence: Confidence,
    pub ruling: Said,
    /// The scenario's number in `History::words`, for verdicts of a scenario.
    pub scenario: Option<u32>,
    /// The content version's number in `History::words`.
    pub content_version: u32,
    pub at: Moment,
    pub took_ms: u32,
    /// What was remembered right after it; a retracted answer leaves no trace.
    pub after: Memory,
}

impl Answer {
    pub(crate) fn right(&self) -> bool {
        self.said == self.ruling
    }

    /// The learner's day on which it was given, as the memory after it has it; of an answer that was
    /// taken back use `at`.
    pub(crate) fn day(&self) -> Day {
        self.after.last
    }

    /// Counts for scores: the first time that an item was answered in its session.
    pub(crate) fn scores(&self) -> bool {
        !self.repeat
    }
}

/// A session and the numbers of its answers that were not taken back.
#[derive(Clone, Debug)]
pub(crate) struct Sitting {
    pub row: SessionRow,
    pub answers: Vec<u32>,
    /// Rows that it has written to the log, undos and taken-back answers among them.
    pub events: u32,
}

/// The log and what follows from it.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    pub places: Places,
    pub answers: Vec<Answer>,
    pub sessions: Vec<Sitting>,
    by_session: HashMap<Uuid, u32>,
    /// By place, the numbers of its answers that were not taken back.
    by_place: Vec<Vec<u32>>,
    /// The numbers of the answers that were the first about their cell under their ruling.
    firsts: Vec<u32>,
    words: Vec<Box<str>>,
    by_word: HashMap<Box<str>, u32>,
    /// Every reply to a question with parts, in the order of the log.
    pub replies: Vec<ReplyRow>,
    /// Every undo, in the order of the log.
    pub retractions: Vec<Retraction>,
    days: Vec<PracticeDay>,
    /// How many askable cells are due on each day, after the last answer.
    dues: BTreeMap<Day, u32>,
    live: usize,
}

impl History {
    /// Reads the whole log.
    pub(crate) fn load(
        conn: &Connection,
        catalogue: &Catalogue,
        schedule: &Schedule,
        now: Moment,
    ) -> rusqlite::Result<History> {
        let mut history = History::default();
        for row in session::all(conn)? {
            history.open_session(row);
        }
        history.replies = reply::all(conn)?;
        history.retractions = answer::retractions(conn)?;
        let retracted: HashSet<Uuid> = history.retractions.iter().map(|it| it.answer).collect();
        answer::each(conn, |row| {
            let taken_back = retracted.contains(&row.id);
            history.push(catalogue, schedule, now.day(), &row, taken_back);
        })?;
        history.settle_days();
        Ok(history)
    }

    /// Adds a session that has just been written.
    pub(crate) fn open_session(&mut self, row: SessionRow) {
        self.by_session.insert(row.id, self.sessions.len() as u32);
        self.sessions.push(Sitting { row, answers: Vec::new(), events: 0 });
    }

    /// Drops a session in which nothing was ever answered.
    pub(crate) fn drop_session(&mut self, id: Uuid) {
        if let Some(at) = self.by_session.get(&id).map(|&at| at as usize)
            && at + 1 == self.sessions.len()
        {
            self.sessions.pop();
            self.by_session.remove(&id);
        }
    }

    /// A session by its id.
    pub(crate) fn session(&self, id: Uuid) -> Option<&Sitting> {
        self.by_session.get(&id).map(|&at| &self.sessions[at as usize])
    }

    /// A session by its id, to write down what became of it.
    pub(crate) fn session_mut(&mut self, id: Uuid) -> Option<&mut Sitting> {
        self.by_session.get(&id).map(|&at| &mut self.sessions[at as usize])
    }

    /// Adds an answer that has just been written.
    pub(crate) fn add(
        &mut self,
        catalogue: &Catalogue,
        schedule: &Schedule,
        today: Day,
        row: &AnswerRow<'_>,
    ) {
        self.push(catalogue, schedule, today, row, false);
        self.count_day();
    }

    /// Takes answers back. What follows from the log is then as if they had never been given.
    pub(crate) fn retract(
        &mut self,
        schedule: &Schedule,
        retractions: impl IntoIterator<Item = Retraction>,
    ) {
        for retraction in retractions {
            self.retract_one(schedule, retraction);
        }
        self.settle_days();
    }

    fn retract_one(&mut self, schedule: &Schedule, retraction: Retraction) {
        let taken = |answer: &Answer| answer.id == retraction.answer;
        let Some(at) = self.answers.iter().rposition(taken) else { return };
        let (place, session) = (self.answers[at].place, self.answers[at].session);
        if std::mem::replace(&mut self.answers[at].retracted, true) {
            return;
        }
        self.retractions.push(retraction);
        self.answers[at].after = Memory::NONE;
        self.live -= 1;
        self.by_place[place as usize].retain(|&number| number != at as u32);
        let sitting = &mut self.sessions[session as usize];
        sitting.answers.retain(|&number| number != at as u32);
        sitting.events += 1;
        self.replay(schedule, place);
    }

    /// The answers about a cell that were not taken back, oldest first.
    pub(crate) fn about(&self, cell: Cell) -> impl DoubleEndedIterator<Item = &Answer> {
        self.place_of(cell).iter().map(|&number| &self.answers[number as usize])
    }

    /// The numbers of the answers about a cell that were not taken back.
    pub(crate) fn place_of(&self, cell: Cell) -> &[u32] {
        self.places.of(cell).map_or(&[][..], |place| self.at_place(place))
    }

    /// By place, the numbers of the answers that were not taken back.
    pub(crate) fn at_place(&self, place: u32) -> &[u32] {
        &self.by_place[place as usize]
    }

    /// Whether an answer was right, or where it is a part, whether all parts of its reply were.
    pub(crate) fn right_as_a_whole(&self, answer: &Answer) -> bool {
        answer.reply.map_or(answer.right(), |reply| self.replies[reply as usize].whole())
    }

    /// Every answer that was not taken back, in the order of the log.
    pub(crate) fn live(&self) -> impl DoubleEndedIterator<Item = &Answer> {
        self.answers.iter().filter(|answer| !answer.retracted)
    }

    /// How many answers were not taken back.
    pub(crate) fn live_count(&self) -> usize {
        self.live
    }

    /// A scenario's id or a content version by its number.
    pub(crate) fn word(&self, number: u32) -> &str {
        &self.words[number as usize]
    }

    /// The cards that follow from the log, by deployment and duty.
    pub(crate) fn cards(&self) -> Vec<CardRow> {
        let card = |(place, numbers): (u32, &Vec<u32>)| {
            let last = &self.answers[*numbers.last()? as usize];
            let (deployment, duty) = &self.places.get(place).ids;
            Some(CardRow {
                deployment: deployment.to_string(),
                duty: duty.to_string(),
                ruling: last.ruling,
                memory: last.after,
            })
        };
        let mut cards: Vec<CardRow> = (0..).zip(&self.by_place).filter_map(card).collect();
        cards.sort_by(|a, b| (&a.deployment, &a.duty).cmp(&(&b.deployment, &b.duty)));
        cards
    }

    /// The same log, and all that follows from it worked out anew.
    pub(crate) fn replayed(
        &self,
        catalogue: &Catalogue,
        schedule: &Schedule,
        now: Moment,
    ) -> History {
        let mut anew = History {
            replies: self.replies.clone(),
            retractions: self.retractions.clone(),
            ..History::default()
        };
        for sitting in &self.sessions {
            anew.open_session(sitting.row.clone());
        }
        for answer in &self.answers {
            let logged = self.places.logged(answer.logged);
            let row = AnswerRow {
                id: answer.id,
                session: self.sessions[answer.session as usize].row.id,
                item: answer.item,
                repeat: answer.repeat,
                form: answer.form,
                reply: answer.reply.map(|it| self.replies[it as usize].id),
                scenario: answer.scenario.map(|it| self.word(it)),
                deployment: &logged.deployment,
                duty: &logged.duty,
                said: answer.said,
                confidence: answer.confidence,
                ruling: answer.ruling,
                content_version: self.word(answer.content_version),
                at: answer.at,
                took_ms: answer.took_ms,
            };
            anew.push(catalogue, schedule, now.day(), &row, answer.retracted);
        }
        anew.settle_days();
        anew
    }

    fn push(
        &mut self,
        catalogue: &Catalogue,
        schedule: &Schedule,
        today: Day,
        row: &AnswerRow<'_>,
        retracted: bool,
    ) {
        // A session's row is always there: the log refers to it.
        let Some(&session) = self.by_session.get(&row.session) else { return };
        let logged = self.places.intern(catalogue, today, row.deployment, row.duty);
        let place = self.places.logged(logged).place;
        if self.by_place.len() <= place as usize {
            self.by_place.resize_with(place as usize + 1, Vec::new);
        }
        let reply = row.reply.and_then(|id| self.reply_number(id));
        let mut answer = Answer {
            id: row.id,
            session,
            logged,
            place,
            item: row.item,
            repeat: row.repeat,
            retracted,
            form: row.form,
            reply,
            whole: reply.is_none_or(|at| self.replies[at as usize].whole()),
            said: row.said,
            confidence: row.confidence,
            ruling: row.ruling,
            scenario: row.scenario.map(|id| self.intern(id)),
            content_version: self.intern(row.content_version),
            at: row.at,
            took_ms: row.took_ms,
            after: Memory::NONE,
        };
        let number = self.answers.len() as u32;
        let sitting = &mut self.sessions[session as usize];
        sitting.events += 1 + u32::from(retracted);
        if !retracted {
            let before = self.by_place[place as usize].last();
            let before = before.map(|&number| &self.answers[number as usize]);
            answer.after = remember(schedule, before, &answer);
            if before.is_none_or(|before| before.ruling != answer.ruling) {
                self.firsts.push(number);
            }
            sitting.answers.push(number);
            self.by_place[place as usize].push(number);
            self.live += 1;
        }
        self.answers.push(answer);
    }

    /// Works out anew what is remembered at one place.
    fn replay(&mut self, schedule: &Schedule, place: u32) {
        let mut before: Option<usize> = None;
        for at in 0..self.by_place[place as usize].len() {
            let number = self.by_place[place as usize][at] as usize;
            let after = remember(schedule, before.map(|n| &self.answers[n]), &self.answers[number]);
            self.answers[number].after = after;
            before = Some(number);
        }
        self.settle_firsts(place);
    }

    /// The parts of a reply stand together, so it is among the last that were met.
    fn reply_number(&self, id: Uuid) -> Option<u32> {
        let guess = self.answers.last().and_then(|last| last.reply).map_or(0, |it| it as usize);
        let near = (guess..self.replies.len()).find(|&at| self.replies[at].id == id);
        let at = near.or_else(|| self.replies.iter().rposition(|reply| reply.id == id))?;
        u32::try_from(at).ok()
    }

    fn intern(&mut self, word: &str) -> u32 {
        if let Some(&known) = self.by_word.get(word) {
            return known;
        }
        let number = self.words.len() as u32;
        self.words.push(word.into());
        self.by_word.insert(word.into(), number);
        number
    }
}

/// What is remembered after an answer. If the ruling changed since the last one, what was learned
/// then is worth nothing now: the cell starts fresh.
fn remember(schedule: &Schedule, before: Option<&Answer>, answer: &Answer) -> Memory {
    let before = before.filter(|before| before.ruling == answer.ruling).map(|before| before.after);
    let grade = answer.form.grade(answer.right(), answer.whole, answer.confidence);
    schedule.after(before, grade, answer.at.day())
}
