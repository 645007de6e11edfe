//! Replies to questions with parts: every part schedules its cell, and one undo takes all back.

use demarc_catalogue::Catalogue;

use super::{Explained, Study};
use crate::clock::Moment;
use crate::error::StudyError;
use crate::event;
use crate::forms::{self, Marks, Question, Reply};
use crate::places::ids;
use crate::said::{Confidence, Said};
use crate::schedule::Memory;
use crate::session::{Item, Phase, Session};
use crate::store;
use crate::store::answer::{AnswerRow, Retraction};
use crate::store::card::CardRow;
use crate::store::reply::ReplyRow;

/// The longest time that counts as thinking about a question with parts, in milliseconds.
const LONGEST_MS: u32 = 300_000;

/// A reply that was just given, and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Replied {
    /// What was asked.
    pub question: Question,
    /// What was said.
    pub reply: Reply,
    /// How sure.
    pub confidence: Confidence,
    /// How much of it was right.
    pub marks: Marks,
    /// In how many days the first of its cells is asked again, at least 1.
    pub next_due: Option<u32>,
    /// Whether the question comes back later in this session.
    pub comes_back_this_session: bool,
}

impl Study {
    /// The question at hand, if it has parts.
    pub fn question(&self, now: Moment) -> Option<Question> {
        let running = self.running.as_ref().filter(|it| it.phase == Phase::Question)?;
        forms::question(&self.catalogue, running.item()?, now.day())
    }

    /// What the last reply led to, while it is explained.
    pub fn replied(&self) -> Option<&Replied> {
        match self.explained() {
            Some(Explained::Reply(replied)) => Some(replied),
            _ => None,
        }
    }

    pub(super) fn explained(&self) -> Option<&Explained> {
        let explained = self.running.as_ref().is_some_and(|it| it.phase == Phase::Feedback);
        self.explained.as_ref().filter(|_| explained)
    }

    /// Replies to the question at hand, which has parts. The reply, an answer for each of its
    /// cells, and their cards are on disk when it returns, all or none; if that fails, the question
    /// stands as before.
    pub fn reply(
        &mut self,
        reply: &Reply,
        confidence: Confidence,
        took_ms: u32,
        now: Moment,
    ) -> Result<Replied, StudyError> {
        let running = self.running.as_ref().ok_or(StudyError::NoSession)?;
        let item = *running.item().ok_or(StudyError::NoQuestion)?;
        let session = running.id;
        let question = self.question(now).ok_or(StudyError::NoQuestion)?;
        let catalogue = std::sync::Arc::clone(&self.catalogue);
        let marks = question.mark(&catalogue, reply).ok_or(StudyError::NoQuestion)?;
        if marks.cells.is_empty() {
            return Err(StudyError::NoQuestion);
        }
        let number = self.history.session(session).map_or(0, |it| it.events);
        let kept = ReplyRow {
            id: event::id_in(session, u32::MAX - number, now),
            session,
            form: item.form,
            said: reply.kept(&catalogue, &question),
            points: marks.points() as u32,
            of: marks.of() as u32,
        };
        // What the parts took together is what the whole took.
        let each = took_ms.min(LONGEST_MS) / marks.cells.len() as u32;
        let row = |(number, mark): (u32, &forms::CellMark)| {
            let (deployment, duty) = ids(&catalogue, mark.cell);
            AnswerRow {
                id: event::id_in(session, number, now),
                session,
                item: item.number,
                repeat: item.repeat,
                form: item.form,
                reply: Some(kept.id),
                scenario: None,
                deployment,
                duty,
                said: mark.said,
                confidence,
                ruling: mark.ruling,
                content_version: catalogue.content_version(),
                at: now,
                took_ms: each.min(super::practice::LONGEST_MS),
            }
        };
        let rows: Vec<AnswerRow<'_>> = (number..).zip(&marks.cells).map(row).collect();
        let cards: Vec<CardRow> = rows
            .iter()
            .zip(&marks.cells)
            .map(|(row, mark)| {
                let before = self.view(now.day()).memory(mark.cell);
                let grade = item.form.grade(mark.right(), marks.whole(), confidence);
                let memory = self.schedule.after(before, grade, now.day());
                card(row.deployment, row.duty, row.ruling, memory)
            })
            .collect();
        self.write(|tx| {
            store::reply::add(tx, &kept)?;
            rows.iter().try_for_each(|row| store::answer::add(tx, row))?;
            cards.iter().try_for_each(|card| store::card::put(tx, card))
        })?;
        self.history.replies.push(kept);
        for row in &rows {
            self.history.add(&catalogue, &self.schedule, now.day(), row);
        }
        let whole = marks.whole();
        if let (Some(running), Some(first)) = (self.running.as_mut(), rows.first()) {
            running.mark(whole, first.id);
        }
        let next_due = cards.iter().map(|card| card.memory.due.since(now.day())).min();
        let replied = Replied {
            question,
            reply: reply.clone(),
            confidence,
            marks,
            next_due,
            comes_back_this_session: !whole && !item.repeat,
        };
        self.explained = Some(Explained::Reply(Box::new(replied.clone())));
        Ok(replied)
    }

    /// Takes back the answer that was given to an item, with all its parts, in one transaction.
    pub(super) fn take_back(
        &mut self,
        after: &Session,
        item: &Item,
        now: Moment,
    ) -> Result<(), StudyError> {
        let Some(sitting) = self.history.session(after.id) else { return Ok(()) };
        let catalogue = std::sync::Arc::clone(&self.catalogue);
        let answers = sitting.answers.iter().map(|&at| &self.history.answers[at as usize]);
        let given: Vec<_> = answers
            .filter(|it| it.item == item.number && it.repeat == item.repeat)
            .map(|it| (it.id, self.history.places.get(it.place).cell))
            .collect();
        let retractions: Vec<Retraction> = (sitting.events..)
            .zip(&given)
            .map(|(number, &(answer, _))| Retraction {
                id: event::id_in(after.id, number, now),
                answer,
                at: now,
            })
            .collect();
        let cards: Vec<_> = given
            .iter()
            .filter_map(|&(answer, cell)| {
                let cell = cell?;
                let before = self.history.about(cell).rev().find(|it| it.id != answer);
                Some((cell, before.map(|it| (it.ruling, it.after))))
            })
            .collect();
        let items = self.items_of(after);
        self.write(|tx| {
            items.iter().try_for_each(|it| store::session::set_items(tx, after.id, it))?;
            retractions.iter().try_for_each(|it| store::answer::retract(tx, it))?;
            cards.iter().try_for_each(|&(cell, before)| put_back(tx, &catalogue, cell, before))
        })?;
        self.keep_items(after.id, items);
        self.history.retract(&self.schedule, retractions);
        // What was answered later, as in an exam in between, now rests on less: its card follows.
        let built_on: Vec<CardRow> = given
            .iter()
            .filter_map(|&(_, cell)| {
                let cell = cell?;
                let last = self.history.about(cell).next_back()?;
                let (deployment, duty) = ids(&catalogue, cell);
                Some(card(deployment, duty, last.ruling, last.after))
            })
            .collect();
        let kept: Vec<_> = cards.iter().filter_map(|(_, before)| before.map(|it| it.1)).collect();
        if built_on.iter().map(|card| card.memory).eq(kept) {
            return Ok(());
        }
        self.write(|tx| built_on.iter().try_for_each(|card| store::card::put(tx, card)))
    }
}

/// The card of a cell as it was before an answer; none if that was the first.
fn put_back(
    tx: &rusqlite::Transaction<'_>,
    catalogue: &Catalogue,
    cell: demarc_catalogue::Cell,
    before: Option<(Said, Memory)>,
) -> rusqlite::Result<()> {
    let (deployment, duty) = ids(catalogue, cell);
    match before {
        Some((ruling, memory)) => store::card::put(tx, &card(deployment, duty, ruling, memory)),
        None => store::card::remove(tx, deployment, duty),
    }
}

pub(super) fn card(deployment: &str, duty: &str, ruling: Said, memory: Memory) -> CardRow {
    CardRow { deployment: deployment.to_owned(), duty: duty.to_owned(), ruling, memory }
}
