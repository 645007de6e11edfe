//! The load of a day: of what is due by the memory of each cell, what is asked, what may wait, and
//! what goes beyond the day's limit.
//!
//! - **What may wait**: a cell that was right the last time and is probably known by the estimate
//!   over all answers, until it is late by five times its own interval: that is when its own
//!   memory alone would call it forgotten. Then it is asked, whatever the estimate says.
//! - **Checks**: on a day with less to ask than `CHECKS`, the most overdue of those that may wait
//!   are asked all the same, so that the estimate never goes unchecked, and a day on which something
//!   is due always asks something.
//! - **The limit**: of more than the day still allows, what is asked is what changed, what was sure
//!   and wrong, then what is worth most a month from now. The rest waits, and is counted.

use std::cmp::Reverse;

use demarc_catalogue::Cell;

use super::due::due;
use super::gain::Gain;
use crate::allowance::Allowance;
use crate::clock::Day;
use crate::knowing::Knowing;
use crate::known::View;
use crate::schedule::Memory;
use crate::target::Target;

/// Below this chance of a right answer what is due is asked.
const FORGOTTEN: f64 = 0.87;
/// How late a cell may be at most, in units of its own interval. After six intervals FSRS-6 says
/// 74 % recall, which with a coin for the rest is a chance of `FORGOTTEN`.
const LATE: u32 = 5;
/// Days before a day that the learner named from which on what is asked is judged by that day.
const NEAR: u32 = 30;
/// How many reviews a day on which something is due has at least.
const CHECKS: usize = 5;

/// What is due on a day, told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Load {
    /// What is asked, in its order.
    pub ask: Vec<Cell>,
    /// What is probably known and waits, the most overdue first.
    pub waits: Vec<Cell>,
    /// What is beyond the day's limit, in the order in which it was due.
    pub over: Vec<Cell>,
}

impl Load {
    /// The load of the day of the view.
    pub(crate) fn of(view: &View<'_>, knowing: &Knowing<'_>, left: Allowance) -> Load {
        let (mut ask, waits) = split(view, knowing, left.reviewed, due(view));
        let mut over = Vec::new();
        if ask.len() > left.reviews {
            over = most_valuable(view, knowing, &mut ask, left.reviews);
        }
        Load { ask, waits, over }
    }

    /// How much a day to come asks, with nothing answered on it yet, of what is not among `done`.
    pub(crate) fn count(
        view: &View<'_>,
        knowing: &Knowing<'_>,
        whole: Allowance,
        done: &[Cell],
    ) -> usize {
        let mut due = due(view);
        due.retain(|cell| !done.contains(cell));
        split(view, knowing, 0, due).0.len().min(whole.reviews)
    }
}

/// The last day on which a cell may wait.
pub(crate) fn waits_until(memory: Memory) -> Day {
    let longest = memory.due.since(memory.last).saturating_mul(LATE);
    memory.due.plus(i32::try_from(longest).unwrap_or(i32::MAX))
}

/// Whether a cell that is due is probably known, so that it may wait.
pub(super) fn may_wait(view: &View<'_>, knowing: &Knowing<'_>, cell: Cell) -> bool {
    let Some(memory) = view.memory(cell) else { return false };
    memory.last <= view.today
        && view.today <= waits_until(memory)
        && !view.missed(cell)
        && knowing.chance_with(cell, Some(memory), judged_on(view, cell)) >= FORGOTTEN
}

/// The day on which a cell must probably be known if it is to wait: today, or the day by which the
/// learner wants it, once that is near.
fn judged_on(view: &View<'_>, cell: Cell) -> Day {
    let near = |it: &&Target| it.days(view.today) <= NEAR && it.takes(view.catalogue, cell);
    view.target().filter(near).map_or(view.today, |it| it.by)
}

/// What is asked and what waits, after so many reviews on the day.
fn split(
    view: &View<'_>,
    knowing: &Knowing<'_>,
    reviewed: usize,
    due: Vec<Cell>,
) -> (Vec<Cell>, Vec<Cell>) {
    let (mut waits, mut ask): (Vec<Cell>, Vec<Cell>) =
        due.into_iter().partition(|&cell| may_wait(view, knowing, cell));
    let checks = CHECKS.saturating_sub(ask.len() + reviewed).min(waits.len());
    ask.extend(waits.drain(..checks));
    (ask, waits)
}

/// Leaves the `most` cells most worth asking, in their order, and gives the others.
fn most_valuable(
    view: &View<'_>,
    knowing: &Knowing<'_>,
    ask: &mut Vec<Cell>,
    most: usize,
) -> Vec<Cell> {
    // A cell that was met carries nothing over to others that it did not when it was new.
    let gain = Gain::of(view, knowing, &[]);
    let first = |cell: Cell| view.memory(cell).is_none() || view.sure_and_wrong(cell);
    let mut ranked: Vec<(bool, f64, usize)> =
        ask.iter().enumerate().map(|(at, &cell)| (first(cell), gain.own(cell), at)).collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
    let mut beyond: Vec<usize> = ranked.into_iter().skip(most).map(|it| it.2).collect();
    beyond.sort_unstable_by_key(|&at| Reverse(at));
    let mut over: Vec<Cell> = beyond.into_iter().map(|at| ask.remove(at)).collect();
    over.reverse();
    over
}
