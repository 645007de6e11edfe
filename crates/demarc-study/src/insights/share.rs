//! A share of right answers that is told only once enough answers stand behind it.

use crate::scoring::{Interval, Tally, wilson90};

/// The fewest answers behind a figure: with fewer, Wilson's interval of 90 % is up to 34 points wide.
pub const ENOUGH: u32 = 20;

/// Answers, and the share of them that was right once there are [`ENOUGH`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Right and wrong.
    pub tally: Tally,
}

impl Share {
    /// How many answers there are.
    pub const fn n(self) -> u32 {
        self.tally.right + self.tally.wrong
    }

    /// How many more answers it needs; 0 once it can be told.
    pub const fn needs(self) -> u32 {
        ENOUGH.saturating_sub(self.n())
    }

    /// The share that was right, 0 to 1; none while there are too few answers.
    pub fn told(self) -> Option<f64> {
        self.tally.score().filter(|_| self.needs() == 0)
    }

    /// Wilson's interval of 90 % around it; none while there are too few answers.
    pub fn between(self) -> Option<Interval> {
        wilson90(self.tally.right, self.n()).filter(|_| self.needs() == 0)
    }

    pub(super) fn add(&mut self, right: bool) {
        self.tally.add(right);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nineteen_answers_tell_nothing_and_twenty_do() {
        let share = |right, wrong| Share { tally: Tally { right, wrong } };
        assert_eq!(
            (share(19, 0).told(), share(19, 0).between(), share(19, 0).needs()),
            (None, None, 1)
        );
        assert_eq!((share(15, 5).told(), share(15, 5).needs()), (Some(0.75), 0));
        assert_eq!((share(0, 0).told(), share(0, 0).needs()), (None, 20));
    }
}
