//! A placement: a session that grows by one question after each answer, and what it found out.

use uuid::Uuid;

use super::Study;
use super::practice::json;
use crate::clock::Moment;
use crate::knowing::{Given, Knowing};
use crate::picker::{self, placement};
use crate::placed::{Placed, placed};
use crate::session::{self, Phase, Session};

impl Study {
    /// Adds the next question to a placement in which the one at hand was just answered or left
    /// out, and goes on to it; gives the questions as they are to be kept. Other sessions stay as
    /// they are.
    pub(super) fn grow(
        &self,
        after: &mut Session,
        given: Option<Given>,
        now: Moment,
    ) -> Option<String> {
        let choice = after.placement.as_ref()?;
        let view = self.view(now.day());
        let seed = after.items.first().map_or(0, |it| it.seed);
        let pool: Vec<_> = picker::pool(&view, choice).unwrap_or_default().into_iter().collect();
        let knowing = Knowing::with(view, given);
        let next = placement::next(&view, &knowing, &pool, &after.items, seed);
        after.items.extend(next);
        after.advance();
        if after.phase == Phase::Finished && after.position < after.items.len() {
            after.phase = Phase::Question;
        }
        self.items_of(after)
    }

    /// The questions of a placement as they are to be kept; of other sessions they never change.
    pub(super) fn items_of(&self, session: &Session) -> Option<String> {
        session.placement.as_ref()?;
        Some(json(&session::keep(&self.catalogue, &session.items)))
    }

    /// Takes note of questions that were just written down.
    pub(super) fn keep_items(&mut self, session: Uuid, items: Option<String>) {
        if let (Some(items), Some(sitting)) = (items, self.history.session_mut(session)) {
            sitting.row.items = items;
        }
    }

    /// What a placement found out; none if there is none with this id or nothing was answered in
    /// it.
    pub fn placed(&self, session: Uuid) -> Option<Placed> {
        let sitting = self.history.session(session)?;
        let last = *sitting.answers.last()?;
        let answer = &self.history.answers[last as usize];
        let view = self.view(answer.at.day()).before(last + 1, answer.at.day());
        placed(&view, sitting)
    }
}
