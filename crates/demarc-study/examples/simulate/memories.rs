//! Independent memories: each cell has its own FSRS-6 curve, and knowing one says nothing of another.
//!
//! Every learner's own weights lie around the published defaults, so that no scheduler knows them.
//! A cell that is not recalled is answered by the toss of a coin.

use std::collections::HashMap;
use std::sync::Arc;

use demarc_catalogue::{Catalogue, Cell};
use demarc_study::{Confidence, Learner, Moment, Said};
use fsrs::{DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, MemoryState};
use rand::{Rng, RngExt};

use crate::chance::{coin, days_between, normal, right_side, voiced};

pub struct Memories {
    catalogue: Arc<Catalogue>,
    fsrs: FSRS,
    decay: f32,
    /// How much surer it says it is than it is, -0.15 to 0.25.
    bias: f64,
    traces: HashMap<Cell, Trace>,
    /// Whether the last answer was recalled, not guessed.
    recalled: bool,
}

#[derive(Clone, Copy)]
struct Trace {
    state: MemoryState,
    last: Moment,
}

impl Memories {
    pub fn new(
        catalogue: &Arc<Catalogue>,
        track: &[Cell],
        now: Moment,
        rng: &mut dyn Rng,
    ) -> Memories {
        let mut weights = DEFAULT_PARAMETERS;
        // First stabilities and the growth of stability differ most between people.
        let pace = (0.35 * normal(rng)).exp() as f32;
        for weight in &mut weights[..4] {
            *weight = (*weight * pace).clamp(0.05, 60.0);
        }
        weights[8] = (weights[8] + 0.25 * normal(rng) as f32).clamp(0.8, 3.0);
        weights[20] = (weights[20] * (0.2 * normal(rng)).exp() as f32).clamp(0.1, 0.3);
        let known_before = rng.random_range(0.05..0.5);
        let mut traces = HashMap::new();
        for &cell in track {
            if rng.random::<f64>() < known_before {
                let stability = (60_f64.ln() + normal(rng)).exp() as f32;
                let last = now.plus_days(-rng.random_range(1..60));
                let state = MemoryState { stability, difficulty: rng.random_range(2.0..8.0) };
                traces.insert(cell, Trace { state, last });
            }
        }
        Memories {
            catalogue: Arc::clone(catalogue),
            fsrs: FSRS::new(&weights).unwrap_or_default(),
            decay: weights[20],
            bias: rng.random_range(-0.15..0.25),
            traces,
            recalled: false,
        }
    }

    fn recall(&self, cell: Cell, now: Moment) -> f64 {
        self.traces.get(&cell).map_or(0.0, |trace| {
            let days = days_between(trace.last, now) as f32;
            f64::from(fsrs::current_retrievability(trace.state, days, self.decay))
        })
    }
}

impl Learner for Memories {
    fn answer(&mut self, cell: Cell, now: Moment, rng: &mut dyn Rng) -> (Said, Confidence) {
        let right = right_side(&self.catalogue, cell);
        let recall = self.recall(cell, now);
        self.recalled = rng.random::<f64>() < recall;
        if self.recalled {
            (right, voiced(0.7 + 0.3 * recall + self.bias, rng))
        } else {
            (coin(rng), voiced(0.5 + self.bias, rng))
        }
    }

    fn feedback(&mut self, cell: Cell, _right: Said, now: Moment, _rng: &mut dyn Rng) {
        let before = self.traces.get(&cell).copied();
        let delta_t = before.map_or(0, |it| days_between(it.last, now).round() as u32);
        let rating = if self.recalled { 3 } else { 1 };
        let item = FSRSItem { reviews: vec![FSRSReview { rating, delta_t }] };
        if let Ok(state) = self.fsrs.memory_state(item, before.map(|it| it.state)) {
            self.traces.insert(cell, Trace { state, last: now });
        }
    }

    fn truth(&self, cell: Cell, now: Moment) -> f64 {
        let recall = self.recall(cell, now);
        recall + (1.0 - recall) / 2.0
    }
}
