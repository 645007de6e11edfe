//! Slip-and-guess power-law forgetters: each meeting of a cell leaves a trace that fades as a power
//! of time, sooner if it came while the last one was fresh (Pavlik and Anderson 2005, their
//! equations and fitted values with days for their units). A cell that is known is still missed by
//! a slip now and then, and one that is not is hit by a guess (Corbett and Anderson 1995).

use std::collections::HashMap;
use std::sync::Arc;

use demarc_catalogue::{Catalogue, Cell, Layer};
use demarc_study::{Confidence, Learner, Moment, Said};
use rand::{Rng, RngExt};

use crate::chance::{days_between, normal, opposite, right_side, sigmoid, voiced};

/// The spread of activation.
const NOISE: f64 = 0.255;
/// How much sooner a trace fades that was made while the cell was fresh.
const CROWDED: f64 = 0.217;

pub struct Forgetters {
    catalogue: Arc<Catalogue>,
    /// By cell, when it was met, and how fast that fades.
    traces: HashMap<Cell, Vec<(Moment, f64)>>,
    threshold: f64,
    fading: f64,
    slip: f64,
    guess: f64,
    bias: f64,
}

impl Forgetters {
    pub fn new(
        catalogue: &Arc<Catalogue>,
        track: &[Cell],
        now: Moment,
        rng: &mut dyn Rng,
    ) -> Forgetters {
        let mut learner = Forgetters {
            catalogue: Arc::clone(catalogue),
            traces: HashMap::new(),
            threshold: -0.704 + 0.2 * normal(rng),
            fading: (0.177 + 0.03 * normal(rng)).clamp(0.08, 0.3),
            slip: rng.random_range(0.01..0.06),
            guess: rng.random_range(0.4..0.6),
            bias: rng.random_range(-0.15..0.25),
        };
        let ability = -1.0 + 0.8 * normal(rng);
        let by_layer: HashMap<Layer, f64> =
            Layer::ALL.iter().map(|&layer| (layer, ability + 0.7 * normal(rng))).collect();
        for &cell in track {
            let layer = catalogue.duty(cell.duty).layer;
            if rng.random::<f64>() < sigmoid(by_layer[&layer]) {
                for ago in [90, 40, 10] {
                    let then = now.plus_days(-ago - rng.random_range(0..10));
                    learner.meet(cell, then);
                }
            }
        }
        learner
    }

    fn activation(&self, cell: Cell, now: Moment) -> f64 {
        let traces = self.traces.get(&cell).map_or(&[][..], Vec::as_slice);
        let sum: f64 = traces
            .iter()
            .map(|&(then, fading)| days_between(then, now).max(0.01).powf(-fading))
            .sum();
        sum.ln()
    }

    fn known(&self, cell: Cell, now: Moment) -> f64 {
        sigmoid((self.activation(cell, now) - self.threshold) / NOISE)
    }

    fn meet(&mut self, cell: Cell, now: Moment) {
        let fading = CROWDED * self.activation(cell, now).exp() + self.fading;
        self.traces.entry(cell).or_default().push((now, fading));
    }
}

impl Learner for Forgetters {
    fn answer(&mut self, cell: Cell, now: Moment, rng: &mut dyn Rng) -> (Said, Confidence) {
        let right = right_side(&self.catalogue, cell);
        let known = rng.random::<f64>() < self.known(cell, now);
        let chance = if known { 1.0 - self.slip } else { self.guess };
        let said = if rng.random::<f64>() < chance { right } else { opposite(right) };
        (said, voiced(if known { 0.9 } else { 0.55 } + self.bias, rng))
    }

    fn feedback(&mut self, cell: Cell, _right: Said, now: Moment, _rng: &mut dyn Rng) {
        self.meet(cell, now);
    }

    fn truth(&self, cell: Cell, now: Moment) -> f64 {
        let known = self.known(cell, now);
        known * (1.0 - self.slip) + (1.0 - known) * self.guess
    }
}
