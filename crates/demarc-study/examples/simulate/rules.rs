//! Rule learners: latent rules by class and layer, finer ones by class and duty, remembered
//! exceptions, and named misconceptions.
//!
//! After the rule-plus-exception model (Nosofsky, Palmeri and McKinley 1994, RULEX): a case that is
//! remembered is answered from memory; else rules vote. Feedback moves the rules that speak of the
//! case, leaves a trace of the case itself, and weakens the misconception that it refutes.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use demarc_catalogue::{Catalogue, Cell, ClassIx, DutyIx, Layer, MisconceptionIx};
use demarc_study::{Confidence, Learner, Moment, Said};
use rand::{Rng, RngExt};

use crate::chance::{days_between, normal, opposite, right_side, sigmoid, voiced};

pub struct Rules {
    catalogue: Arc<Catalogue>,
    /// What it believes of a layer in a class: above 0 is OF.
    layers: HashMap<(Option<ClassIx>, Layer), Belief>,
    /// What it believes of a duty in a class.
    duties: HashMap<(Option<ClassIx>, DutyIx), Belief>,
    /// Cases it remembers: how often met, and when last.
    cases: HashMap<Cell, (u32, Moment)>,
    /// Wrong beliefs it holds, with their strength.
    misconceptions: HashMap<MisconceptionIx, f64>,
    /// The chance that it draws a rule from a case.
    abstracts: f64,
    /// Days after which half of a belief is left.
    half_life: f64,
    /// Days that one meeting of a case lasts.
    lasting: f64,
    lapse: f64,
    bias: f64,
}

#[derive(Clone, Copy)]
struct Belief {
    tilt: f64,
    last: Moment,
}

impl Belief {
    fn at(self, now: Moment, half_life: f64) -> f64 {
        self.tilt * 0.5_f64.powf(days_between(self.last, now) / half_life)
    }
}

impl Rules {
    pub fn new(
        catalogue: &Arc<Catalogue>,
        track: &[Cell],
        now: Moment,
        rng: &mut dyn Rng,
    ) -> Rules {
        let ability = 0.5 + 0.5 * normal(rng);
        let holds = rng.random_range(0.1..0.6);
        let (mut layers, mut votes) = (HashMap::new(), HashMap::<_, f64>::new());
        let mut beliefs = BTreeSet::new();
        for &cell in track {
            let key = (catalogue.deployment(cell.deployment).class, layer_of(catalogue, cell));
            *votes.entry(key).or_default() += sign(right_side(catalogue, cell));
            beliefs.extend(misconception(catalogue, cell));
        }
        let mut votes: Vec<_> = votes.into_iter().collect();
        votes.sort_by_key(|it| it.0);
        for (key, vote) in votes {
            // Most prior rules lean the right way, some do not.
            let tilt = vote.signum() * (ability + normal(rng));
            layers.insert(key, Belief { tilt, last: now });
        }
        let held = beliefs.into_iter().filter(|_| rng.random::<f64>() < holds);
        let misconceptions = held.map(|it| (it, 2.5)).collect();
        Rules {
            catalogue: Arc::clone(catalogue),
            layers,
            duties: HashMap::new(),
            cases: HashMap::new(),
            misconceptions,
            abstracts: rng.random_range(0.4..0.9),
            half_life: (120_f64.ln() + 0.4 * normal(rng)).exp(),
            lasting: (5_f64.ln() + 0.4 * normal(rng)).exp(),
            lapse: rng.random_range(0.0..0.04),
            bias: rng.random_range(-0.1..0.2),
        }
    }

    /// The chance that the case itself is remembered; each meeting makes it last longer.
    fn remembered(&self, cell: Cell, now: Moment) -> f64 {
        self.cases.get(&cell).map_or(0.0, |&(met, last)| {
            let lasting = self.lasting * 2_f64.powi(met.min(12) as i32 - 1);
            0.9 * (1.0 + days_between(last, now) / lasting).powf(-0.7)
        })
    }

    /// The chance that the rules say what is right, 0 to 1.
    fn by_rule(&self, cell: Cell, now: Moment) -> f64 {
        let class = self.catalogue.deployment(cell.deployment).class;
        let at = |belief: Option<&Belief>| belief.map_or(0.0, |it| it.at(now, self.half_life));
        let tilt = at(self.layers.get(&(class, layer_of(&self.catalogue, cell))))
            + 1.5 * at(self.duties.get(&(class, cell.duty)));
        let right = sign(right_side(&self.catalogue, cell));
        let belief = misconception(&self.catalogue, cell);
        let against = belief.and_then(|it| self.misconceptions.get(&it)).copied().unwrap_or(0.0);
        sigmoid(right * tilt - against)
    }
}

impl Learner for Rules {
    fn answer(&mut self, cell: Cell, now: Moment, rng: &mut dyn Rng) -> (Said, Confidence) {
        let right = right_side(&self.catalogue, cell);
        if rng.random::<f64>() < self.lapse {
            return (opposite(right), voiced(0.6 + self.bias, rng));
        }
        if rng.random::<f64>() < self.remembered(cell, now) {
            return (right, voiced(0.95 + self.bias, rng));
        }
        let chance = self.by_rule(cell, now);
        let said = if rng.random::<f64>() < chance { right } else { opposite(right) };
        (said, voiced(chance.max(1.0 - chance) + self.bias, rng))
    }

    fn feedback(&mut self, cell: Cell, right: Said, now: Moment, rng: &mut dyn Rng) {
        let class = self.catalogue.deployment(cell.deployment).class;
        let half_life = self.half_life;
        let move_by = |belief: &mut Belief, by: f64, most: f64| {
            let tilt = (belief.at(now, half_life) + by * sign(right)).clamp(-most, most);
            *belief = Belief { tilt, last: now };
        };
        let nothing = Belief { tilt: 0.0, last: now };
        let key = (class, layer_of(&self.catalogue, cell));
        move_by(self.layers.entry(key).or_insert(nothing), 0.25, 1.5);
        if rng.random::<f64>() < self.abstracts {
            move_by(self.duties.entry((class, cell.duty)).or_insert(nothing), 0.9, 2.5);
        }
        if let Some(belief) = misconception(&self.catalogue, cell)
            && let Some(strength) = self.misconceptions.get_mut(&belief)
        {
            *strength *= 0.6;
        }
        let case = self.cases.entry(cell).or_insert((0, now));
        // Twice on one day is hardly more than once.
        if case.0 == 0 || days_between(case.1, now) > 0.5 {
            case.0 += 1;
        }
        case.1 = now;
    }

    fn truth(&self, cell: Cell, now: Moment) -> f64 {
        let remembered = self.remembered(cell, now);
        (1.0 - self.lapse) * (remembered + (1.0 - remembered) * self.by_rule(cell, now))
    }
}

fn layer_of(catalogue: &Catalogue, cell: Cell) -> Layer {
    catalogue.duty(cell.duty).layer
}

fn misconception(catalogue: &Catalogue, cell: Cell) -> Option<MisconceptionIx> {
    catalogue.rule(catalogue.ruling(cell).rule).misconception
}

fn sign(said: Said) -> f64 {
    if said == Said::Of { 1.0 } else { -1.0 }
}
