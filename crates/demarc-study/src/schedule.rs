//! When to ask again: FSRS-6 with its default parameters, and dues that land on days.

use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState};

use crate::clock::Day;
use crate::said::Confidence;

/// The share of due cells that should still be answered right.
pub const DESIRED_RETENTION: f32 = 0.9;
/// The longest time between two reviews, in days: a hundred years.
const MAX_INTERVAL: f32 = 36_500.0;

/// What an answer means to the memory model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Wrong.
    Again,
    /// Right, by a guess.
    Hard,
    /// Right, and likely or sure.
    Good,
}

impl Grade {
    /// The grade of one key press. Confidence only tells luck from knowledge.
    pub const fn of(right: bool, confidence: Confidence) -> Grade {
        match (right, confidence) {
            (false, _) => Grade::Again,
            (true, Confidence::Guess) => Grade::Hard,
            (true, Confidence::Likely | Confidence::Sure) => Grade::Good,
        }
    }

    const fn rating(self) -> u32 {
        match self {
            Grade::Again => 1,
            Grade::Hard => 2,
            Grade::Good => 3,
        }
    }
}

/// What is remembered of one cell after its last answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until the chance of recall falls to 90 %.
    pub stability: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
    /// The day of the last answer.
    pub last: Day,
    /// The day on which it should be asked again; the day after the last answer at the earliest.
    pub due: Day,
}

impl Memory {
    /// Nothing remembered, as after an answer that was taken back.
    pub(crate) const NONE: Memory = Memory {
        stability: 0.0,
        difficulty: 0.0,
        last: Day::from_number(0),
        due: Day::from_number(0),
    };

    /// Whether it should be asked on a day. An answer from the future, given before the clock was
    /// set back, says nothing about when, so its cell is due.
    pub fn is_due(&self, today: Day) -> bool {
        self.due <= today || self.last > today
    }

    /// The chance of a right answer when asked on a day, 0 to 1.
    ///
    /// On the day of the last answer itself it is the chance on the day after: what was just read
    /// is not yet known.
    pub fn recall(&self, today: Day) -> f32 {
        let state = MemoryState { stability: self.stability, difficulty: self.difficulty };
        let days = today.since(self.last).max(1) as f32;
        fsrs::current_retrievability(state, days, fsrs::FSRS6_DEFAULT_DECAY)
    }

    /// Days since the last answer, in units of stability: what is most overdue has most.
    pub fn overdue(&self, today: Day) -> f32 {
        today.since(self.last) as f32 / self.stability.max(f32::MIN_POSITIVE)
    }
}

/// The memory model. It keeps no state of its own.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    fsrs: FSRS,
}

impl Schedule {
    /// What is remembered after an answer on a day, given what was remembered before.
    ///
    /// A wrong answer comes back the next day, however well the cell was known. A second answer
    /// on one day never puts the cell off: right after reading why, it says little.
    pub fn after(&self, before: Option<Memory>, grade: Grade, today: Day) -> Memory {
        let delta_t = before.map_or(0, |memory| today.since(memory.last));
        let state = before.map(|memory| MemoryState {
            stability: memory.stability,
            difficulty: memory.difficulty,
        });
        let review = || FSRSItem { reviews: vec![FSRSReview { rating: grade.rating(), delta_t }] };
        // A state that the model refuses (not a number) is forgotten: the cell starts fresh.
        let next = self.fsrs.memory_state(review(), state);
        let next = next.or_else(|_| self.fsrs.memory_state(review(), None));
        let next = next.unwrap_or(MemoryState { stability: 1.0, difficulty: 5.0 });
        let days = self.fsrs.next_interval(Some(next.stability), DESIRED_RETENTION, grade.rating());
        let days = days.round().clamp(1.0, MAX_INTERVAL) as i32;
        let due = match (grade, before) {
            (Grade::Again, _) => today.plus(1),
            (_, Some(before)) if before.last == today => before.due.min(today.plus(days)),
            _ => today.plus(days),
        };
        Memory { stability: next.stability, difficulty: next.difficulty, last: today, due }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY0: Day = Day::from_number(20_000);

    fn after(grades: &[(i32, Grade)]) -> Memory {
        let schedule = Schedule::default();
        let mut memory = None;
        for &(day, grade) in grades {
            memory = Some(schedule.after(memory, grade, DAY0.plus(day)));
        }
        memory.unwrap()
    }

    fn due_in(grades: &[(i32, Grade)]) -> u32 {
        let memory = after(grades);
        memory.due.since(memory.last)
    }

    #[test]
    fn wrong_is_again_a_lucky_guess_is_hard_and_knowledge_is_good() {
        assert_eq!(Grade::of(false, Confidence::Sure), Grade::Again);
        assert_eq!(Grade::of(false, Confidence::Guess), Grade::Again);
        assert_eq!(Grade::of(true, Confidence::Guess), Grade::Hard);
        assert_eq!(Grade::of(true, Confidence::Likely), Grade::Good);
        assert_eq!(Grade::of(true, Confidence::Sure), Grade::Good);
    }

    #[test]
    fn a_first_answer_comes_back_after_one_two_or_a_few_days() {
        assert_eq!(due_in(&[(0, Grade::Again)]), 1);
        assert_eq!(due_in(&[(0, Grade::Hard)]), 1);
        assert_eq!(due_in(&[(0, Grade::Good)]), 2);
    }

    #[test]
    fn the_steps_are_those_of_the_published_model() {
        let fsrs = FSRS::default();
        let first = fsrs.next_states(None, DESIRED_RETENTION, 0).unwrap();
        let second = fsrs.next_states(Some(first.good.memory), DESIRED_RETENTION, 5).unwrap();
        let third = fsrs.next_states(Some(second.again.memory), DESIRED_RETENTION, 0).unwrap();
        let ours = after(&[(0, Grade::Good), (5, Grade::Again), (5, Grade::Hard)]);
        assert!((ours.stability - third.hard.memory.stability).abs() < 1e-5);
        assert!((ours.difficulty - third.hard.memory.difficulty).abs() < 1e-5);
    }

    #[test]
    fn what_is_known_comes_back_ever_later_and_a_lapse_tomorrow() {
        let mut grades = vec![(0, Grade::Good)];
        let mut gaps = Vec::new();
        for _ in 0..6 {
            let gap = due_in(&grades);
            gaps.push(gap);
            let last = grades[grades.len() - 1].0;
            grades.push((last + gap as i32, Grade::Good));
        }
        assert!(gaps.is_sorted_by(|a, b| a < b), "{gaps:?}");
        let last = grades[grades.len() - 1].0;
        grades.push((last + 30, Grade::Again));
        assert_eq!(due_in(&grades), 1);
    }

    #[test]
    fn a_right_answer_on_the_day_of_a_wrong_one_does_not_put_it_off() {
        let known = [(0, Grade::Good), (2, Grade::Good), (12, Grade::Good)];
        let lapse = [&known[..], &[(60, Grade::Again), (60, Grade::Good)]].concat();
        assert_eq!(due_in(&lapse), 1);
        assert!(due_in(&[&lapse[..], &[(61, Grade::Good)]].concat()) > 1);
    }

    #[test]
    fn recall_falls_with_time_and_stands_at_nine_in_ten_when_stability_has_passed() {
        let memory = Memory { stability: 10.0, difficulty: 5.0, last: DAY0, due: DAY0.plus(10) };
        let recall = |days| memory.recall(DAY0.plus(days));
        assert!((recall(10) - 0.9).abs() < 1e-3);
        assert!(recall(1) > recall(5) && recall(5) > recall(50) && recall(5_000) > 0.0);
    }

    #[test]
    fn what_is_most_overdue_is_so_by_its_own_measure() {
        let memory = |stability| Memory { stability, difficulty: 5.0, last: DAY0, due: DAY0 };
        let later = DAY0.plus(12);
        assert_eq!(memory(4.0).overdue(later), 3.0);
        assert_eq!(memory(24.0).overdue(later), 0.5);
        assert_eq!(memory(4.0).overdue(DAY0.plus(-5)), 0.0);
        assert!(!memory(0.0).overdue(DAY0).is_nan());
    }

    #[test]
    fn what_was_just_read_counts_as_it_will_tomorrow() {
        let wrong = after(&[(0, Grade::Again)]);
        assert_eq!(wrong.recall(DAY0), wrong.recall(DAY0.plus(1)));
        assert!(wrong.recall(DAY0) < 0.8);
    }

    #[test]
    fn a_clock_set_back_gives_no_negative_interval() {
        let memory = after(&[(3_650, Grade::Good), (0, Grade::Good)]);
        assert!(memory.due > memory.last && memory.stability.is_finite());
        assert_eq!(memory.last, DAY0);
    }

    #[test]
    fn an_answer_from_the_future_is_due_at_once() {
        let memory = after(&[(3_650, Grade::Good)]);
        assert!(memory.is_due(DAY0));
        assert!(!memory.is_due(DAY0.plus(3_651)) && memory.is_due(memory.due));
    }

    #[test]
    fn a_state_that_is_not_a_number_starts_fresh() {
        let broken = Memory { stability: f32::NAN, difficulty: f32::NAN, last: DAY0, due: DAY0 };
        let next = Schedule::default().after(Some(broken), Grade::Good, DAY0);
        assert!(next.stability.is_finite() && next.difficulty.is_finite());
    }

    #[test]
    fn the_last_day_of_the_calendar_is_no_panic() {
        let last = Day::from_number(i32::MAX);
        let memory = Schedule::default().after(None, Grade::Good, last);
        assert_eq!(memory.due, last);
    }
}
