//! Wrong beliefs that answers spoke of, and the day on which each was cured.
//!
//! A wrong first answer to a cell whose ruling names a misconception is what one would say who held
//! it. It is cured on the day of an answer that is right, as was the one before it, given on an
//! earlier day, to any cell whose ruling names it. A wrong answer later means that it is back.
//! Answers under another ruling than today's say nothing: another belief stood behind them.

use demarc_catalogue::{Catalogue, MisconceptionIx};

use super::walk::{Known, Step};
use crate::clock::Day;

/// A wrong belief that answers spoke of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Belief {
    /// Which.
    pub misconception: MisconceptionIx,
    /// The day of the first answer that spoke of it.
    pub first: Day,
    /// The day of the last.
    pub last: Day,
    /// How many answers spoke of it.
    pub slips: u32,
    /// How many answers met a ruling that names it, from the first slip on.
    pub asked: u32,
    /// The day on which it was cured; none while it is held.
    pub cured: Option<Day>,
}

#[derive(Clone, Copy)]
struct Held {
    belief: Belief,
    /// The day of the answer before, if it was right.
    right: Option<Day>,
}

pub(super) struct Counting<'a> {
    places: &'a [Known],
    held: Vec<Option<Held>>,
    since: Option<Day>,
}

impl<'a> Counting<'a> {
    pub(super) fn of(catalogue: &Catalogue, places: &'a [Known], since: Option<Day>) -> Self {
        Counting { places, held: vec![None; catalogue.misconceptions().len()], since }
    }

    pub(super) fn add(&mut self, step: &Step<'_>) {
        let place = &self.places[step.answer.place as usize];
        let Some(misconception) = place.misconception else { return };
        if !step.answer.scores() || place.ruling != Some(step.answer.ruling) {
            return;
        }
        let held = &mut self.held[misconception.index()];
        if step.answer.right() {
            let Some(held) = held else { return };
            held.belief.asked += 1;
            if held.belief.cured.is_none() && held.right.is_some_and(|day| day < step.day) {
                held.belief.cured = Some(step.day);
            }
            held.right = Some(step.day);
            return;
        }
        let held = held.get_or_insert(Held {
            belief: Belief {
                misconception,
                first: step.day,
                last: step.day,
                slips: 0,
                asked: 0,
                cured: None,
            },
            right: None,
        });
        held.belief.asked += 1;
        held.belief.slips += 1;
        held.belief.last = step.day;
        held.belief.cured = None;
        held.right = None;
    }

    /// Those that are held, the most slips first, then those that were cured, the last first; of
    /// what was neither held nor cured within the range nothing.
    pub(super) fn told(self) -> Vec<Belief> {
        let since = self.since;
        let lately = |it: &Belief| {
            since.is_none_or(|since| it.last.max(it.cured.unwrap_or(it.last)) >= since)
        };
        let beliefs = self.held.into_iter().flatten().map(|it| it.belief);
        let mut beliefs: Vec<Belief> = beliefs.filter(lately).collect();
        beliefs.sort_by_key(|it| (it.cured.is_some(), std::cmp::Reverse((it.cured, it.slips))));
        beliefs
    }
}
