//! What lies ahead: reviews of the coming days, and mastery on later days with its band.
//!
//! Reviews are those that the schedule holds today. Mastery is foretold twice: if you stop today,
//! and if you do what comes due. For the second each review is answered right with the chance that
//! the model gives it, and what is remembered after it lies between what it would be after a right
//! and after a wrong answer, by that chance (in the logarithm of stability, in which the model
//! works). Nothing new is learned in either.

use demarc_catalogue::Cell;

use super::InsightFilter;
use crate::clock::Day;
use crate::knowing::Knowing;
use crate::known::{Known, Mastery, View};
use crate::schedule::{Grade, Memory, Schedule};

/// The days ahead for which mastery is foretold.
pub const AHEAD: [i32; 6] = [0, 7, 14, 30, 60, 90];
/// How many reviews of a cell are foretold at most.
const REVIEWS: usize = 12;

/// Mastery on a later day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Foretold {
    /// The day.
    pub day: Day,
    /// If nothing more is answered; none while there is too little to tell.
    pub stopping: Option<Known>,
    /// If what comes due is answered when it does; none while there is too little to tell.
    pub reviewing: Option<Known>,
}

/// How much comes due on each of the next 14 days; what is due already counts for today.
pub(super) fn due_ahead(view: &View<'_>, filter: &InsightFilter) -> [usize; 14] {
    let mut ahead = [0; 14];
    for cell in view.met().filter(|&cell| filter.takes(view.catalogue, cell)) {
        let days = match view.memory(cell) {
            Some(memory) if !memory.is_due(view.today) => memory.due.since(view.today) as usize,
            _ => 0,
        };
        if let Some(count) = ahead.get_mut(days) {
            *count += 1;
        }
    }
    ahead
}

/// Mastery of these cells on the days of [`AHEAD`].
pub(super) fn mastery(view: &View<'_>, knowing: &Knowing<'_>, cells: &[Cell]) -> Vec<Foretold> {
    let schedule = Schedule::default();
    let mut stopped: Vec<(Cell, Option<Memory>)> = Vec::with_capacity(cells.len());
    stopped.extend(cells.iter().map(|&cell| (cell, view.memory(cell))));
    let mut reviewed = stopped.clone();
    let told = |cells: &[(Cell, Option<Memory>)], day| {
        Mastery::from(knowing.over_as(cells.iter().copied(), day)).known
    };
    AHEAD
        .into_iter()
        .map(|ahead| {
            let day = view.today.plus(ahead);
            for memory in reviewed.iter_mut().filter_map(|it| it.1.as_mut()) {
                // Today's reviews are done today, and what is known shows tomorrow.
                if ahead > 0 {
                    go_on(&schedule, memory, view.today, day);
                }
            }
            Foretold { day, stopping: told(&stopped, day), reviewing: told(&reviewed, day) }
        })
        .collect()
}

/// Does the reviews that come due from one day on and before another.
fn go_on(schedule: &Schedule, memory: &mut Memory, from: Day, until: Day) {
    for _ in 0..REVIEWS {
        let day = memory.due.max(from);
        if day >= until || memory.last >= day {
            return;
        }
        *memory = likely(schedule, *memory, day);
    }
}

/// What is probably remembered after a review.
fn likely(schedule: &Schedule, memory: Memory, day: Day) -> Memory {
    let chance = memory.recall(day);
    let right = schedule.after(Some(memory), Grade::Good, day);
    let wrong = schedule.after(Some(memory), Grade::Again, day);
    let mixed = |right: f32, wrong: f32| chance * right + (1.0 - chance) * wrong;
    let stability = mixed(right.stability.ln(), wrong.stability.ln()).exp();
    let days = mixed(right.due.since(day) as f32, wrong.due.since(day) as f32).round();
    Memory {
        stability,
        difficulty: mixed(right.difficulty, wrong.difficulty),
        last: day,
        due: day.plus((days as i32).max(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY0: Day = Day::from_number(20_000);

    #[test]
    fn what_is_reviewed_when_due_is_held_and_what_is_not_fades() {
        let schedule = Schedule::default();
        let start = schedule.after(None, Grade::Good, DAY0);
        let mut memory = start;
        go_on(&schedule, &mut memory, DAY0, DAY0.plus(90));
        assert!(memory.last > DAY0.plus(20) && memory.stability > start.stability);
        assert!(memory.recall(DAY0.plus(90)) > 0.75);
        assert!(start.recall(DAY0.plus(90)) < memory.recall(DAY0.plus(90)) - 0.1);
    }

    #[test]
    fn what_is_not_due_in_time_stays_as_it_is() {
        let schedule = Schedule::default();
        let start = Memory { stability: 300.0, difficulty: 5.0, last: DAY0, due: DAY0.plus(300) };
        let mut memory = start;
        go_on(&schedule, &mut memory, DAY0.plus(1), DAY0.plus(90));
        assert_eq!(memory, start);
    }

    #[test]
    fn a_review_lies_between_right_and_wrong() {
        let schedule = Schedule::default();
        let before = Memory { stability: 10.0, difficulty: 5.0, last: DAY0, due: DAY0.plus(10) };
        let day = DAY0.plus(10);
        let [right, wrong] =
            [Grade::Good, Grade::Again].map(|it| schedule.after(Some(before), it, day));
        let it = likely(&schedule, before, day);
        assert!(wrong.stability < it.stability && it.stability < right.stability);
        assert!(wrong.due < it.due && it.due <= right.due);
    }
}
