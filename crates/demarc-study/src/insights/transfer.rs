//! Transfer: how cells are answered that were never asked before, over time. If what was learned
//! carries over, this rises; each cell counts once, so nothing was learned by heart.

use super::retention::{SharePoint, in_points};
use super::share::Share;
use super::walk::Step;
use crate::clock::Day;

/// How many points it has at most.
const POINTS: usize = 16;

/// Answers to cells that were never asked before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transfer {
    /// All of them in the range.
    pub all: Share,
    /// Over time, oldest first; each point has 20 answers or more.
    pub points: Vec<SharePoint>,
}

#[derive(Default)]
pub(super) struct Counting {
    firsts: Vec<(Day, bool)>,
}

impl Counting {
    pub(super) fn add(&mut self, step: &Step<'_>) {
        if step.scores() && step.before.is_none() {
            self.firsts.push((step.day, step.answer.right()));
        }
    }

    pub(super) fn told(self) -> Transfer {
        let mut all = Share::default();
        self.firsts.iter().for_each(|&(_, right)| all.add(right));
        Transfer { all, points: in_points(&self.firsts, POINTS) }
    }
}
