//! Which side is taken for the other, over all and by duty.

use demarc_catalogue::{Catalogue, DutyIx};

use super::share::Share;
use super::walk::Step;
use crate::said::Said;
use crate::scoring::Tally;

/// How many duties are named at most.
const DUTIES: usize = 8;
/// How often a duty must have been taken for the other side to be named.
const FEWEST: u32 = 2;

/// First answers by the side of the ruling that held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Confusion {
    /// Of what is OF: right, and said IN.
    pub when_of: Share,
    /// Of what is IN: right, and said OF.
    pub when_in: Share,
    /// The duties taken most often for the other side, the most often first.
    pub duties: Vec<Confused>,
}

/// A duty that was taken for the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confused {
    /// The duty.
    pub duty: DutyIx,
    /// The side that was said, and was not so.
    pub said: Said,
    /// How the duty was answered where it is on the other side.
    pub tally: Tally,
}

pub(super) struct Counting {
    all: [Share; 2],
    /// By duty, and within it by the ruling.
    duties: Vec<[Tally; 2]>,
}

impl Counting {
    pub(super) fn of(catalogue: &Catalogue) -> Counting {
        Counting {
            all: Default::default(),
            duties: vec![Default::default(); catalogue.duties().len()],
        }
    }

    pub(super) fn add(&mut self, step: &Step<'_>) {
        if !step.scores() {
            return;
        }
        let (ruling, right) = (step.answer.ruling as usize, step.answer.right());
        self.all[ruling].add(right);
        if let Some(cell) = step.cell {
            self.duties[cell.duty.index()][ruling].add(right);
        }
    }

    pub(super) fn told(self, catalogue: &Catalogue) -> Confusion {
        let [when_of, when_in] = self.all;
        let mut duties: Vec<Confused> = catalogue
            .duty_ixs()
            .zip(self.duties)
            .flat_map(|(duty, [when_of, when_in])| {
                [
                    Confused { duty, said: Said::In, tally: when_of },
                    Confused { duty, said: Said::Of, tally: when_in },
                ]
            })
            .filter(|it| it.tally.wrong >= FEWEST)
            .collect();
        duties.sort_by_key(|it| (std::cmp::Reverse(it.tally.wrong), it.tally.right));
        duties.truncate(DUTIES);
        Confusion { when_of, when_in, duties }
    }
}
