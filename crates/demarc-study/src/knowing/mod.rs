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

mod cells;
mod evidence;
mod laplace;
mod luck;
mod practice;
mod telling;
mod weights;

pub use cells::CellEstimate;

use demarc_catalogue::{Catalogue, Cell};
use serde::Serialize;

use crate::clock::Day;
use crate::known::View;
use crate::schedule::Memory;
use laplace::{Posterior, sigmoid};
use practice::Practice;
pub(crate) use telling::Given;
use weights::{SORTS, Weights};

/// The normal quantile of a two-sided interval of 90 %.
const Z90: f64 = 1.645;
/// The spread of single cells around what is believed of their kind, in logits.
const CELL_SPREAD: f64 = 0.8;
/// What the interval is narrowed by; without it, it held the truth too often in simulation.
const NARROWER: f64 = 0.95;
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
    /// What each sort of learner would be, and how probable it is that this is one.
    sorts: Vec<(f64, Posterior)>,
    practice: Practice,
    answers: usize,
}

/// What one more answer teaches about others, in logits: about the same duty in the class and in
/// the service, and about the same layer in the class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Carried {
    pub by_class: f64,
    pub by_service: f64,
    pub by_layer: f64,
}

impl<'a> Knowing<'a> {
    pub(crate) fn of(view: View<'a>) -> Knowing<'a> {
        Knowing::fitted(view, |_, _| {})
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
        self.chance_with(cell, self.view.memory(cell), self.view.today)
    }

    /// The same, as it would hold on another day if nothing more were answered.
    pub(crate) fn on(&self, day: Day) -> Knowing<'a> {
        Knowing { view: self.view.on(day), ..self.clone() }
    }

    /// How much is known of some cells; cells that are not asked on its day should not be among
    /// them.
    pub fn over(&self, cells: impl IntoIterator<Item = Cell>) -> Estimate {
        let cells = cells.into_iter().map(|cell| (cell, self.view.memory(cell)));
        self.over_as(cells, self.view.today)
    }

    /// How much would be known of some cells on a day if this were remembered of each.
    pub(crate) fn over_as(
        &self,
        cells: impl IntoIterator<Item = (Cell, Option<Memory>)>,
        day: Day,
    ) -> Estimate {
        let (mut rows, mut met) = (Vec::new(), 0);
        for (cell, memory) in cells {
            rows.push(self.weights.row(cell, &self.practice, memory, day));
            met += usize::from(memory.is_some());
        }
        if rows.is_empty() {
            return Estimate { answers: self.answers, ..Estimate::default() };
        }
        let sorts: Vec<(f64, f64, f64)> = self
            .sorts
            .iter()
            .map(|(share, posterior)| {
                let (mean, variance) = mean_chance(posterior, &rows);
                (*share, mean, variance)
            })
            .collect();
        let chance: f64 = sorts.iter().map(|it| it.0 * it.1).sum();
        // Within each sort, and between them.
        let variance: f64 = sorts.iter().map(|it| it.0 * (it.2 + (it.1 - chance).powi(2))).sum();
        let known = 2.0 * chance - 1.0;
        let half = NARROWER * Z90 * 2.0 * variance.sqrt();
        Estimate {
            known: known.clamp(0.0, 1.0),
            low: (known - half).clamp(0.0, 1.0),
            high: (known + half).clamp(0.0, 1.0),
            cells: rows.len(),
            met,
            answers: self.answers,
        }
    }

    /// The chance that a cell would be answered right on a day if this were remembered of it.
    pub(crate) fn chance_with(&self, cell: Cell, memory: Option<Memory>, day: Day) -> f64 {
        let row = self.weights.row(cell, &self.practice, memory, day);
        self.sorts.iter().map(|(share, it)| share * averaged(it.mean(&row), spread2())).sum()
    }

    /// What one more answer about a cell teaches about others of its kinds; never less than none.
    pub(crate) fn carried(&self, cell: Cell) -> Carried {
        let more = self.weights.more_practice(cell, &self.practice);
        let carried = |it: (u16, f64)| {
            let over: f64 = self.sorts.iter().map(|(share, sort)| share * sort.mean(&[it])).sum();
            over.max(0.0)
        };
        let [by_class, by_service, by_layer] = more.map(carried);
        Carried { by_class, by_service, by_layer }
    }
}

/// The mean chance over some cells, and its variance: what is open about the weights that they
/// share, and the spread of single cells around their kind.
fn mean_chance(posterior: &Posterior, rows: &[laplace::Row]) -> (f64, f64) {
    let mut slope = vec![0.0; posterior.len()];
    let (mut sum, mut own) = (0.0, 0.0);
    for row in rows {
        let chance = averaged(posterior.mean(row), spread2());
        let steep = chance * (1.0 - chance);
        for &(at, x) in row {
            slope[usize::from(at)] += steep * x;
        }
        sum += chance;
        own += steep * steep * spread2();
    }
    let whole: laplace::Row = (0..).zip(slope).filter(|it| it.1 != 0.0).collect();
    let n = rows.len() as f64;
    (sum / n, (posterior.variance(&whole) + own) / (n * n))
}

/// How probable each sort is, all being as probable before anything was seen.
fn weighed<const N: usize>(sorts: [Posterior; N]) -> Vec<(f64, Posterior)> {
    let most = sorts.iter().map(|it| it.evidence).fold(f64::NEG_INFINITY, f64::max);
    let all: f64 = sorts.iter().map(|it| (it.evidence - most).exp()).sum();
    sorts.into_iter().map(|it| ((it.evidence - most).exp() / all, it)).collect()
}

fn spread2() -> f64 {
    CELL_SPREAD * CELL_SPREAD
}

/// The chance behind a logit that is known only up to a variance (MacKay 1992).
fn averaged(mean: f64, variance: f64) -> f64 {
    sigmoid(mean / (1.0 + std::f64::consts::PI * variance / 8.0).sqrt())
}
