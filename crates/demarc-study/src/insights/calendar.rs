//! The days of practice: how many answers each had, and what a day without any was to the streak.

use std::collections::BTreeMap;

use crate::clock::Day;
use crate::known::View;
use crate::streak::{Kept, calendar};

/// A day since the first answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The day.
    pub day: Day,
    /// What it was to the streak, whatever the filter is.
    pub kept: Kept,
    /// How many answers it had that the filter lets through.
    pub answers: u32,
}

/// The days from the first answer on, or from the first day of the range, up to today.
pub(super) fn days(
    view: &View<'_>,
    since: Option<Day>,
    answers: &BTreeMap<Day, u32>,
    due_today: bool,
) -> Vec<CalendarDay> {
    calendar(view.history.days(), view.today, due_today)
        .into_iter()
        .filter(|(day, _)| since.is_none_or(|since| *day >= since))
        .map(|(day, kept)| CalendarDay {
            day,
            kept,
            answers: answers.get(&day).copied().unwrap_or(0),
        })
        .collect()
}
