//! Days in a row. A day with nothing due counts, and so does one rest day in seven.
//!
//! The rule, for the days since the first answer:
//! - a day with an answer counts;
//! - a day without one counts if nothing was due on it (by the schedule as it stood then);
//! - a day without one on which something was due is a rest day if none of the six days before it
//!   was a rest day, and then it counts; else the streak ends, and the next answer begins another;
//! - today counts once something is answered or if nothing is due; until then it ends nothing.

use serde::Serialize;

use crate::clock::Day;
use crate::history::PracticeDay;

/// What a day was to the streak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// Something was answered.
    Practised,
    /// Nothing was answered and nothing was due.
    NothingDue,
    /// Nothing was answered though something was due: the one day in seven.
    Rest,
    /// Nothing was answered though something was due: the streak ended here, or there was none.
    Missed,
    /// Today, with something due and nothing answered yet.
    Open,
    /// Before the first answer.
    Before,
}

impl Kept {
    /// Whether the day counts for the streak.
    pub const fn counts(self) -> bool {
        matches!(self, Kept::Practised | Kept::NothingDue | Kept::Rest)
    }
}

/// The days in a row, and what the last eight days were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Streak {
    /// How many days in a row count, up to today.
    pub days: u32,
    /// The last eight days, today last.
    pub last: [Kept; 8],
}

/// The least number of days between two rest days.
const REST_EVERY: u32 = 7;

/// The streak of a learner who practised on these days, in order. Days after today, from before
/// a clock was set back, do not count.
pub(crate) fn streak(days: &[PracticeDay], today: Day, due_today: bool) -> Streak {
    let mut last = [Kept::Before; 8];
    let days = walk(days, today, due_today, |day, kept| {
        if let Some(place) = 7_usize.checked_sub(today.since(day) as usize) {
            last[place] = kept;
        }
    });
    Streak { days, last }
}

/// What every day was, from the first answer up to today.
pub(crate) fn calendar(days: &[PracticeDay], today: Day, due_today: bool) -> Vec<(Day, Kept)> {
    let mut calendar = Vec::new();
    walk(days, today, due_today, |day, kept| calendar.push((day, kept)));
    calendar
}

/// Tells what every day was, in order, and gives how many in a row count.
fn walk(days: &[PracticeDay], today: Day, due_today: bool, tell: impl FnMut(Day, Kept)) -> u32 {
    let mut walk = Walk { streak: 0, rested: None, tell };
    let days = &days[..days.partition_point(|it| it.day <= today)];
    for (at, practised) in days.iter().enumerate() {
        walk.note(practised.day, Kept::Practised);
        let next = days.get(at + 1).map_or(today, |next| next.day);
        walk.gap(practised.day, next, practised.next_due);
    }
    if let Some(last) = days.last()
        && last.day != today
    {
        let open = if due_today { Kept::Open } else { Kept::NothingDue };
        // A streak that has ended is not begun again by a day without an answer.
        let begun = walk.streak > 0 || due_today;
        walk.note(today, if begun { open } else { Kept::Missed });
    }
    walk.streak
}

struct Walk<F> {
    streak: u32,
    rested: Option<Day>,
    tell: F,
}

impl<F: FnMut(Day, Kept)> Walk<F> {
    /// The days between two days, of which the first was practised on.
    fn gap(&mut self, from: Day, to: Day, next_due: Option<Day>) {
        let length = to.since(from) as i32;
        let mut ended = false;
        for ahead in 1..length {
            let day = from.plus(ahead);
            if !ended && next_due.is_none_or(|due| due > day) {
                self.note(day, Kept::NothingDue);
            } else if !ended && self.rested.is_none_or(|rested| day.since(rested) >= REST_EVERY) {
                self.rested = Some(day);
                self.note(day, Kept::Rest);
            } else {
                ended = true;
                self.streak = 0;
                self.note(day, Kept::Missed);
            }
        }
    }

    fn note(&mut self, day: Day, kept: Kept) {
        if kept.counts() {
            self.streak += 1;
        }
        (self.tell)(day, kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY0: Day = Day::from_number(20_000);

    /// Practised on `days`, each leaving something due `due` days later.
    fn at(days: &[i32], due: i32, today: i32, due_today: bool) -> Streak {
        let days: Vec<PracticeDay> = days
            .iter()
            .map(|&day| PracticeDay { day: DAY0.plus(day), next_due: Some(DAY0.plus(day + due)) })
            .collect();
        streak(&days, DAY0.plus(today), due_today)
    }

    #[test]
    fn no_answers_are_no_streak() {
        let none = at(&[], 1, 0, false);
        assert_eq!((none.days, none.last), (0, [Kept::Before; 8]));
    }

    #[test]
    fn days_of_practice_count_and_today_is_open_until_it_is_used() {
        assert_eq!(at(&[0, 1, 2], 1, 2, false).days, 3);
        let open = at(&[0, 1, 2], 1, 3, true);
        assert_eq!((open.days, open.last[7]), (3, Kept::Open));
    }

    #[test]
    fn a_day_with_nothing_due_counts() {
        let kept = at(&[0, 4], 4, 4, false);
        assert_eq!(kept.days, 5);
        assert_eq!(kept.last[4..7], [Kept::NothingDue; 3]);
        assert_eq!(at(&[0], 30, 9, false).days, 10);
    }

    #[test]
    fn one_rest_day_in_seven_counts_and_a_second_ends_the_streak() {
        let rested = at(&[0, 1, 3], 1, 3, false);
        assert_eq!((rested.days, rested.last[6]), (4, Kept::Rest));
        let ended = at(&[0, 1, 3, 5], 1, 5, false);
        assert_eq!((ended.days, ended.last[6]), (1, Kept::Missed));
        assert_eq!(at(&[0, 1, 4], 1, 4, false).days, 1);
    }

    #[test]
    fn a_rest_day_every_seventh_day_never_ends_it() {
        let days: Vec<i32> = (0..70).filter(|day| day % 7 != 3).collect();
        assert_eq!(at(&days, 1, 69, false).days, 70);
        let days: Vec<i32> = (0..70).filter(|day| day % 6 != 3).collect();
        assert!(at(&days, 1, 69, false).days < 70);
    }

    #[test]
    fn yesterday_missed_is_a_rest_day_and_the_day_before_it_was_not() {
        assert_eq!(at(&[0, 1], 1, 3, true).days, 3);
        assert_eq!(at(&[0, 1], 1, 4, true).days, 0);
    }

    #[test]
    fn a_streak_that_ended_is_not_begun_by_a_day_without_an_answer() {
        let ended = at(&[0], 1, 9, false);
        assert_eq!((ended.days, ended.last[7]), (0, Kept::Missed));
    }

    #[test]
    fn the_calendar_tells_every_day_since_the_first() {
        let days: Vec<PracticeDay> = [0, 1, 3, 9]
            .iter()
            .map(|&day| PracticeDay { day: DAY0.plus(day), next_due: Some(DAY0.plus(day + 1)) })
            .collect();
        let told = calendar(&days, DAY0.plus(10), true);
        let kept: Vec<Kept> = told.iter().map(|it| it.1).collect();
        use Kept::{Missed, Open, Practised, Rest};
        let expected = [
            Practised, Practised, Rest, Practised, Missed, Missed, Missed, Missed, Missed,
            Practised, Open,
        ];
        assert_eq!(kept, expected);
        assert!((0..).zip(&told).all(|(number, it)| it.0 == DAY0.plus(number)));
        assert!(calendar(&[], DAY0, false).is_empty());
    }

    #[test]
    fn days_in_the_future_do_not_count() {
        assert_eq!(at(&[0, 1, 3_650], 1, 1, false).days, 2);
    }
}
