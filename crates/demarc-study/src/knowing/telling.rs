//! What one more answer would tell: by how much it is expected to narrow the estimate over some
//! cells.
//!
//! The estimate is the mean chance over the cells. Its slope by the weights, times what is open
//! about the weights, says how far each weight carries what is open about the mean. An answer about
//! a cell with chance `p` is one look at the logit of that cell with variance `1 / (p (1 - p))`, to
//! which the spread of single cells around their kind is added, since an answer about one says that
//! much less of the others. So the variance of the mean falls by `c^2 / (v + s)`, `c` what the cell's
//! logit and the mean have in common, `v` what is open about the logit, `s` the variance of the
//! look: D-optimal design for one quantity (Chaloner and Verdinelli 1995), one question at a time.

use demarc_catalogue::Cell;

use super::evidence;
use super::laplace::{Posterior, Row, Seen};
use super::{Knowing, averaged, spread2, weighed};
use crate::known::View;
use crate::said::Confidence;

/// An answer that is about to be written, and counts already.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given {
    pub cell: Cell,
    pub right: bool,
    pub confidence: Confidence,
}

/// What answers would tell about the mean over some cells.
pub(crate) struct Telling<'k, 'a> {
    knowing: &'k Knowing<'a>,
    /// For each sort of learner, what its weights have in common with the mean.
    common: Vec<Vec<f64>>,
}

impl<'a> Knowing<'a> {
    /// What would be believed if one more answer stood in the log.
    pub(crate) fn with(view: View<'a>, given: Option<Given>) -> Knowing<'a> {
        Knowing::fitted(view, |weights, evidence| {
            let Some(it) = given else { return };
            let before = view.memory(it.cell);
            let row = weights.row(it.cell, &evidence.practice, before, view.today);
            let right = f64::from(u8::from(it.right));
            let luck = if before.is_none() { evidence.luck.toll(it.confidence) } else { 0.0 };
            evidence.seen.push(Seen { row, right: right + luck, weight: 1.0 });
            if before.is_none() {
                evidence.practice.add(view.catalogue, it.cell, it.right);
            }
        })
    }

    /// What is believed by the log and what is added to it.
    pub(super) fn fitted(
        view: View<'a>,
        more: impl FnOnce(&super::Weights<'a>, &mut evidence::Evidence),
    ) -> Knowing<'a> {
        let weights = super::Weights::of(view.catalogue);
        let mut evidence = evidence::evidence(&view, &weights);
        more(&weights, &mut evidence);
        let fit = |sort| Posterior::of(&weights.priors(sort), &evidence.seen);
        let sorts = weighed(super::SORTS.map(fit));
        Knowing { view, weights, sorts, answers: evidence.seen.len(), practice: evidence.practice }
    }

    /// What answers would tell about the mean over these cells.
    pub(crate) fn telling<'k>(&'k self, cells: &[Cell]) -> Telling<'k, 'a> {
        let rows: Vec<Row> = cells.iter().map(|&cell| self.row_of(cell)).collect();
        let common = self.sorts.iter().map(|(_, sort)| {
            let mut slope = vec![0.0; sort.len()];
            for row in &rows {
                let chance = averaged(sort.mean(row), spread2());
                for &(at, x) in row {
                    slope[usize::from(at)] += chance * (1.0 - chance) * x / rows.len() as f64;
                }
            }
            sort.in_common(&slope)
        });
        Telling { knowing: self, common: common.collect() }
    }

    fn row_of(&self, cell: Cell) -> Row {
        self.weights.row(cell, &self.practice, self.view.memory(cell), self.view.today)
    }
}

impl Telling<'_, '_> {
    /// By how much the variance of the mean would fall if this cell were asked.
    pub(crate) fn of(&self, cell: Cell) -> f64 {
        self.falls(cell, |sort, row| sort.variance(row))
    }

    /// The same as if nothing else were open about the cell: never less, and far cheaper.
    pub(crate) fn at_most(&self, cell: Cell) -> f64 {
        self.falls(cell, |_, _| 0.0)
    }

    fn falls(&self, cell: Cell, open: impl Fn(&Posterior, &Row) -> f64) -> f64 {
        let row = self.knowing.row_of(cell);
        let sorts = self.knowing.sorts.iter().zip(&self.common);
        let falls = |((share, sort), common): (&(f64, Posterior), &Vec<f64>)| {
            let chance = averaged(sort.mean(&row), spread2());
            let shared: f64 = row.iter().map(|&(at, x)| common[usize::from(at)] * x).sum();
            let look = 1.0 / (chance * (1.0 - chance)).max(1e-6) + spread2();
            share * shared * shared / (open(sort, &row) + look)
        };
        sorts.map(falls).sum()
    }
}
