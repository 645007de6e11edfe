//! The duties with the most wrong first answers, and the slip that is usual there.

use std::collections::HashMap;

use demarc_catalogue::{Catalogue, DeploymentIx, DutyIx};

use super::walk::Step;
use crate::said::{Confidence, Said};
use crate::scoring::Tally;

/// How many duties are named at most.
const DUTIES: usize = 10;
/// How many of the last answers are told.
const LAST: usize = 8;

/// How a duty was answered, over all deployments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyTally {
    /// The duty.
    pub duty: DutyIx,
    /// First answers: right and wrong.
    pub tally: Tally,
    /// Those that were sure and wrong.
    pub sure_and_wrong: u32,
    /// The side said wrongly most often, and of which deployment.
    pub slip: Option<(Said, DeploymentIx)>,
    /// Whether each of the last first answers, at most eight, was right; the last one last.
    pub last: Vec<bool>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    tally: Tally,
    sure_and_wrong: u32,
    /// The last answers, one bit each, the last one lowest.
    last: u8,
}

pub(super) struct Counting {
    duties: Vec<Count>,
    slips: HashMap<(DutyIx, Said, DeploymentIx), u32>,
}

impl Counting {
    pub(super) fn of(catalogue: &Catalogue) -> Counting {
        Counting { duties: vec![Count::default(); catalogue.duties().len()], slips: HashMap::new() }
    }

    pub(super) fn add(&mut self, step: &Step<'_>) {
        let Some(cell) = step.cell.filter(|_| step.scores()) else { return };
        let (answer, right) = (step.answer, step.answer.right());
        let count = &mut self.duties[cell.duty.index()];
        count.tally.add(right);
        count.last = count.last << 1 | u8::from(right);
        if !right {
            count.sure_and_wrong += u32::from(answer.confidence == Confidence::Sure);
            *self.slips.entry((cell.duty, answer.said, cell.deployment)).or_default() += 1;
        }
    }

    /// The most wrong first.
    pub(super) fn told(self, catalogue: &Catalogue) -> Vec<DutyTally> {
        let wrong = catalogue.duty_ixs().zip(&self.duties).filter(|it| it.1.tally.wrong > 0);
        let mut order: Vec<(DutyIx, &Count)> = wrong.collect();
        order.sort_by_key(|it| std::cmp::Reverse((it.1.tally.wrong, it.1.sure_and_wrong)));
        order.truncate(DUTIES);
        order
            .into_iter()
            .map(|(duty, count)| DutyTally {
                duty,
                tally: count.tally,
                sure_and_wrong: count.sure_and_wrong,
                slip: self
                    .slips
                    .iter()
                    .filter(|(slip, _)| slip.0 == duty)
                    // Of equals the first in the catalogue.
                    .max_by_key(|(slip, times)| (**times, std::cmp::Reverse((slip.2, slip.1))))
                    .map(|(slip, _)| (slip.1, slip.2)),
                last: (0..LAST.min(count.tally.n() as usize))
                    .rev()
                    .map(|ago| count.last >> ago & 1 == 1)
                    .collect(),
            })
            .collect()
    }
}
