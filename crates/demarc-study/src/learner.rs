//! What a virtual learner must be able to do: the simulator's one trait.
//!
//! `examples/simulate` runs learners of this kind against policies. Whoever brings another kind of
//! learner writes these three functions and adds it to the list there.

use demarc_catalogue::Cell;
use rand::Rng;

use crate::clock::Moment;
use crate::said::{Confidence, Said};

/// A learner that answers, reads the feedback, and can be asked what is so.
///
/// Nothing but `answer` and `feedback` is shown to a policy or to the estimate; `truth` is for the
/// judge alone.
pub trait Learner {
    /// What it says when asked about a cell, and how sure it says it is. Asking teaches nothing.
    fn answer(&mut self, cell: Cell, now: Moment, rng: &mut dyn Rng) -> (Said, Confidence);

    /// It reads that `right` would have been right about the cell that it just answered.
    fn feedback(&mut self, cell: Cell, right: Said, now: Moment, rng: &mut dyn Rng);

    /// The chance that it would answer a cell right at a moment if nothing more was asked until
    /// then, 0 to 1, luck included. `now` is never before the last feedback.
    fn truth(&self, cell: Cell, now: Moment) -> f64;
}
