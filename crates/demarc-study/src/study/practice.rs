//! The running session: start, answer, go on, skip, undo, end, resume.

use demarc_catalogue::{Cell, Side};
use rand::Rng;

use super::{Explained, Keeping, Study};
use crate::allowance::Allowance;
use crate::clock::Moment;
use crate::error::StudyError;
use crate::event;
use crate::forms::{self, Single};
use crate::history::Answer;
use crate::knowing::Given as JustSaid;
use crate::known::Record;
use crate::picker;
use crate::places::ids;
use crate::plan::Plan;
use crate::report::SessionReport;
use crate::said::{Confidence, Said};
use crate::schedule::Grade;
use crate::session::{self, Given, Outcome, Phase, Session};
use crate::store;
use crate::store::answer::AnswerRow;
use crate::store::session::SessionRow;

/// The longest time that counts as thinking, in milliseconds.
pub(super) const LONGEST_MS: u32 = 60_000;

/// An answer that was just given, and what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// What it was about.
    pub cell: Cell,
    /// Whether it was right.
    pub right: bool,
    /// The side said.
    pub said: Said,
    /// How sure.
    pub confidence: Confidence,
    /// The side of the ruling.
    pub side: Side,
    /// In how many days it is asked again, at least 1; none if that cannot be told.
    pub next_due: Option<u32>,
    /// Whether it comes back later in this session.
    pub comes_back_this_session: bool,
    /// The side of the ruling before, if it changed since the cell was last answered.
    pub changed_from: Option<Side>,
    /// What is known of the cell now, this answer included.
    pub record: Record,
}

impl Study {
    /// Starts a session and gives the number of its questions. One that runs is ended; one that
    /// could be resumed no longer can.
    pub fn start(
        &mut self,
        plan: &Plan,
        now: Moment,
        rng: &mut dyn Rng,
    ) -> Result<usize, StudyError> {
        if matches!(self.keeping, Keeping::Nowhere) {
            return Err(StudyError::ReadOnly);
        }
        let view = self.view(now.day());
        let left = Allowance::of(&view, &self.settings);
        let items = picker::pick(&view, plan, left, rng)?;
        if items.is_empty() {
            return Err(StudyError::NothingToAsk);
        }
        self.finish(now)?;
        self.give_up(now)?;
        let row = SessionRow {
            id: event::id(now, rng),
            title: plan.title(&self.catalogue),
            plan: plan.kept(),
            items: json(&session::keep(&self.catalogue, &items)),
            skipped: json(&session::Skipped::default()),
            started: now,
            ended: None,
        };
        self.write(|tx| store::session::add(tx, &row))?;
        let count = items.len();
        self.running = Some(Session::new(&row, items));
        self.history.open_session(row);
        Ok(count)
    }

    /// The session that is running.
    pub fn session(&self) -> Option<&Session> {
        self.running.as_ref()
    }

    /// The question at hand, if one key answers it.
    pub fn single(&self) -> Option<Single> {
        let running = self.running.as_ref().filter(|it| it.phase == Phase::Question)?;
        Single::of(&self.catalogue, running.item()?)
    }

    /// What the last answer led to, while it is explained.
    pub fn feedback(&self) -> Option<&Marked> {
        match self.explained() {
            Some(Explained::Verdict(marked)) => Some(marked),
            _ => None,
        }
    }

    /// Answers the question at hand. The log and the card are on disk when it returns; if that
    /// fails, the question stands as before and can be answered again.
    pub fn answer(
        &mut self,
        said: Said,
        confidence: Confidence,
        took_ms: u32,
        now: Moment,
    ) -> Result<Marked, StudyError> {
        let running = self.running.as_ref().ok_or(StudyError::NoSession)?;
        let item = *running.item().ok_or(StudyError::NoQuestion)?;
        let asked = self.single().ok_or(StudyError::NoQuestion)?;
        let mark = asked.mark(said);
        let ruling = mark.ruling;
        let session = running.id;
        let number = self.history.session(session).map_or(0, |it| it.events);
        let catalogue = std::sync::Arc::clone(&self.catalogue);
        let (deployment, duty) = ids(&catalogue, item.cell);
        let scenario = asked.scenario().map(|it| it.story(&catalogue).id.as_str());
        let row = AnswerRow {
            id: event::id_in(session, number, now),
            session,
            item: item.number,
            repeat: item.repeat,
            form: item.form,
            reply: None,
            scenario,
            deployment,
            duty,
            said,
            confidence,
            ruling,
            content_version: catalogue.content_version(),
            at: now,
            took_ms: took_ms.min(LONGEST_MS),
        };
        let right = mark.right();
        let view = self.view(now.day());
        let changed_from = view.changed(item.cell).map(|changed| changed.then);
        let grade = Grade::of(right, confidence);
        let memory = self.schedule.after(view.memory(item.cell), grade, now.day());
        let card = super::reply::card(deployment, duty, ruling, memory);
        let mut after = running.clone();
        after.mark(right, row.id);
        let given = JustSaid { cell: item.cell, right, confidence };
        let items = self.grow(&mut after, Some(given), now);
        self.write(|tx| {
            store::answer::add(tx, &row)?;
            store::card::put(tx, &card)?;
            items.iter().try_for_each(|it| store::session::set_items(tx, session, it))
        })?;
        self.history.add(&catalogue, &self.schedule, now.day(), &row);
        self.keep_items(session, items);
        let marked = Marked {
            cell: item.cell,
            right,
            said,
            confidence,
            side: ruling.side(),
            next_due: Some(memory.due.since(now.day())),
            comes_back_this_session: after.placement.is_none() && !right && !item.repeat,
            changed_from,
            record: self.view(now.day()).record(item.cell),
        };
        self.running = Some(after);
        self.explained = Some(Explained::Verdict(marked.clone()));
        Ok(marked)
    }

    /// Goes on from feedback to the next question, or to the end.
    pub fn advance(&mut self) {
        if let Some(running) = self.running.as_mut() {
            running.advance();
        }
    }

    /// Leaves the question at hand out. Nothing is logged about its cell.
    pub fn skip(&mut self, now: Moment) -> Result<(), StudyError> {
        let mut after = self.running.clone().ok_or(StudyError::NoSession)?;
        if after.phase != Phase::Question {
            return Ok(());
        }
        after.skip();
        let items = self.grow(&mut after, None, now);
        self.keep_skips(after, items)
    }

    /// Brings the last question back as if it had not been answered or skipped, and gives its
    /// cell; none if this session has none. The answer stays in the log, taken back.
    pub fn undo(&mut self, now: Moment) -> Result<Option<Cell>, StudyError> {
        let mut after = self.running.clone().ok_or(StudyError::NoSession)?;
        let Some(item) = after.last_done().and_then(|at| after.items.get(at).copied()) else {
            return Ok(None);
        };
        after.step_back();
        match (item.outcome, item.answer) {
            (Some(Outcome::Right | Outcome::Wrong), Some(_)) => {
                self.take_back(&after, &item, now)?;
                self.running = Some(after);
            }
            _ => {
                let items = self.items_of(&after);
                self.keep_skips(after, items)?;
            }
        }
        self.explained = None;
        Ok(Some(item.cell))
    }

    /// Ends the running session. Its report; none if there is no session or nothing was answered.
    pub fn end(&mut self, now: Moment) -> Result<Option<SessionReport>, StudyError> {
        Ok(self.finish(now)?.and_then(|id| self.report(id)))
    }

    /// As `end`, without the work of a report. The session's id, if there was one.
    pub fn finish(&mut self, now: Moment) -> Result<Option<uuid::Uuid>, StudyError> {
        let Some(running) = &self.running else { return Ok(None) };
        let id = running.id;
        self.close(id, now)?;
        self.running = None;
        self.explained = None;
        Ok(Some(id))
    }

    /// Lays the running session aside as if the app had been closed in the middle of it; one with
    /// nothing left to ask ends.
    pub fn park(&mut self, now: Moment) -> Result<(), StudyError> {
        let Some(running) = &self.running else { return Ok(()) };
        let left = self.left_open(now).filter(|session| session.id == running.id);
        if left.is_none() {
            self.close(running.id, now)?;
        }
        self.running = None;
        self.explained = None;
        self.resumable = left;
        Ok(())
    }

    /// The session that was closed in the middle, if there is one and none is running.
    pub fn resumable(&self) -> Option<&Session> {
        self.resumable.as_ref().filter(|_| self.running.is_none())
    }

    /// Goes on with the session that was closed in the middle; questions that can no longer be
    /// asked are left out. Whether there was one.
    pub fn resume(&mut self, now: Moment) -> bool {
        if self.running.is_some() || !self.writable() || self.resumable.take().is_none() {
            return false;
        }
        self.running = self.left_open(now);
        self.explained = None;
        self.running.is_some()
    }

    /// The newest session that did not end and has questions left, as it was left.
    pub(super) fn left_open(&self, now: Moment) -> Option<Session> {
        let view = self.view(now.day());
        let sitting = self.history.sessions.iter().rev().find(|it| it.row.ended.is_none())?;
        let given = |&at: &u32| {
            let answer: &Answer = &self.history.answers[at as usize];
            Given {
                answer: answer.id,
                number: answer.item,
                repeat: answer.repeat,
                right: self.history.right_as_a_whole(answer),
            }
        };
        let row = &sitting.row;
        let kept: Vec<session::KeptItem> = serde_json::from_str(&row.items).unwrap_or_default();
        let session = session::restore(
            &self.catalogue,
            Session::new(row, Vec::new()),
            &kept,
            &serde_json::from_str(&row.skipped).unwrap_or_default(),
            &sitting.answers.iter().map(given).collect::<Vec<_>>(),
            |item| {
                let has_parts = || forms::question(&self.catalogue, item, now.day()).is_some();
                view.asked(item.cell) && (!item.form.has_parts() || has_parts())
            },
        );
        // A placement numbers its questions by their place: one that lost some is over.
        let whole = session.placement.is_none() || session.items.len() == kept.len();
        (whole && session.phase == Phase::Question).then_some(session)
    }

    /// Ends the session that could be resumed.
    fn give_up(&mut self, now: Moment) -> Result<(), StudyError> {
        if let Some(session) = &self.resumable {
            let id = session.id;
            let last = self.history.session(id).and_then(|it| it.answers.last());
            let at = last.map_or(now, |&at| self.history.answers[at as usize].at);
            self.close(id, at)?;
        }
        self.resumable = None;
        Ok(())
    }

    /// Writes down that a session ended; one that never wrote to the log is forgotten.
    fn close(&mut self, id: uuid::Uuid, at: Moment) -> Result<(), StudyError> {
        let unused = self.history.session(id).is_some_and(|it| it.events == 0);
        self.write(|tx| {
            if unused { store::session::remove(tx, id) } else { store::session::end(tx, id, at) }
        })?;
        if unused {
            self.history.drop_session(id);
        } else if let Some(sitting) = self.history.session_mut(id) {
            sitting.row.ended = Some(at);
        }
        Ok(())
    }

    fn keep_skips(&mut self, after: Session, items: Option<String>) -> Result<(), StudyError> {
        let skipped = json(&after.skipped());
        let id = after.id;
        self.write(|tx| {
            store::session::set_skipped(tx, id, &skipped)?;
            items.iter().try_for_each(|it| store::session::set_items(tx, id, it))
        })?;
        self.keep_items(id, items);
        if let Some(sitting) = self.history.session_mut(id) {
            sitting.row.skipped = skipped;
        }
        self.running = Some(after);
        Ok(())
    }
}

/// Values of ours always have a JSON form.
pub(super) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
