//! What is probably known: an estimate over any set of cells, with an interval of 90 %.
//!
//! Above each cell's own memory stands one regression over the whole log. The chance that a cell
//! would be answered right is a logistic function of what is believed of its layer, duty, class and
//! service, of practice with the same duty in its class and in its service (under other settings),
//! and, once it was met, of its own FSRS recall. That is performance factors analysis (Pavlik, Cen
//! and Koedinger 2009) with weights that are random effects (De Boeck and Wilson 2004), fitted by
//! Laplace's method. Luck is taken out at the end: of a two-way question answered right with chance
//! `p`, `2 p - 1` is known (Frary 1988). See `docs/knowing.md`.
//!
//! It is a pure function of log, catalogue and day, so what is rebuilt is what was kept.

mod evidence;
mod laplace;
mod practice;
mod weights;

use demarc_catalogue::{Catalogue, Cell};
use serde::Serialize;

use crate::clock::Day;
use crate::known::View;
use laplace::{Posterior, sigmoid};
use practice::Practice;
use weights::Weights;

/// The normal quantile of a two-sided interval of 90 %.
const Z90: f64 = 1.645;
/// The spread of single cells around what is believed of their kind, in logits.
const CELL_SPREAD: f64 = 0.8;
/// How much of its width an interval may have, and how many answers there must be, for a figure to
/// say anything.
const WIDEST: f64 = 0.5;
const FEWEST: usize = 10;

/// How much of some cells is probably known, luck taken out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Estimate {
    /// The share that is known, 0 to 1.
    pub known: f64,
    /// The lower end of the interval of 90 %.
    pub low: f64,
    /// The upper end of the interval of 90 %.
    pub high: f64,
    /// Over how many cells.
    pub cells: usize,
    /// How many of them were met under the ruling that holds today.
    pub met: usize,
    /// How many answers, on any cell, it rests on.
    pub answers: usize,
}

impl Estimate {
    /// Whether there is evidence enough to show it as a figure.
    pub fn enough(&self) -> bool {
        self.cells > 0 && self.answers >= FEWEST && self.high - self.low <= WIDEST
    }
}

/// What is believed of a learner on a day; made once, asked about any set of cells.
#[derive(Clone, Debug)]
pub struct Knowing<'a> {
    view: View<'a>,
    weights: Weights<'a>,
    posterior: Posterior,
    practice: Practice,
    answers: usize,
}

impl<'a> Knowing<'a> {
    pub(crate) fn of(view: View<'a>) -> Knowing<'a> {
        let weights = Weights::of(view.catalogue);
        let evidence = evidence::evidence(&view, &weights);
        let posterior = Posterior::of(&weights.priors(), &evidence.seen);
        Knowing {
            view,
            weights,
            posterior,
            practice: evidence.practice,
            answers: evidence.seen.len(),
        }
    }

    /// The catalogue that it speaks of.
    pub fn catalogue(&self) -> &'a Catalogue {
        self.view.catalogue
    }

    /// The day for which it holds. Of a cell answered on that very day it says what holds on the
    /// next: what was just read is not yet known.
    pub fn day(&self) -> Day {
        self.view.today
    }

    /// The chance that a cell would be answered right on its day, luck included, 0 to 1.
    pub fn chance(&self, cell: Cell) -> f64 {
        let row = self.row(cell);
        averaged(self.posterior.mean(&row), self.posterior.variance(&row) + spread2())
    }

    /// How much is known of some cells; cells that are not asked on its day should not be among
    /// them.
    pub fn over(&self, cells: impl IntoIterator<Item = Cell>) -> Estimate {
        let mut slope = vec![0.0; self.posterior.len()];
        let (mut sum, mut own, mut n, mut met) = (0.0, 0.0, 0_usize, 0);
        for cell in cells {
            let row = self.row(cell);
            // The spread around the kind; what is open about the kind itself goes into `slope`.
            let mean = self.posterior.mean(&row);
            let chance = averaged(mean, spread2());
            let steep = chance * (1.0 - chance);
            for &(at, x) in &row {
                slope[usize::from(at)] += steep * x;
            }
            sum += chance;
            own += (steep * CELL_SPREAD).powi(2);
            n += 1;
            met += usize::from(self.view.memory(cell).is_some());
        }
        if n == 0 {
            return Estimate { answers: self.answers, ..Estimate::default() };
        }
        let whole: Vec<(u16, f64)> =
            (0_u16..).zip(slope).filter(|it| it.1 != 0.0).collect();
        let n_cells = n as f64;
        let variance = (self.posterior.variance(&whole) + own) / (n_cells * n_cells);
        let known = 2.0 * sum / n_cells - 1.0;
        let half = Z90 * 2.0 * variance.sqrt();
        Estimate {
            known: known.clamp(0.0, 1.0),
            low: (known - half).clamp(0.0, 1.0),
            high: (known + half).clamp(0.0, 1.0),
            cells: n,
            met,
            answers: self.answers,
        }
    }

    fn row(&self, cell: Cell) -> laplace::Row {
        self.weights.row(cell, &self.practice, self.view.memory(cell), self.view.today)
    }
}

fn spread2() -> f64 {
    CELL_SPREAD * CELL_SPREAD
}

/// The chance behind a logit that is known only up to a variance (MacKay 1992).
fn averaged(mean: f64, variance: f64) -> f64 {
    sigmoid(mean / (1.0 + std::f64::consts::PI * variance / 8.0).sqrt())
}
