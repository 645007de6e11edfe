//! Small things that learners share: sides, days, chance, and how sure a word sounds.

use demarc_catalogue::{Catalogue, Cell};
use demarc_study::{Confidence, Moment, Said};
use rand::{Rng, RngExt};

/// What would be right about a cell of the track.
pub fn right_side(catalogue: &Catalogue, cell: Cell) -> Said {
    Said::right_for(catalogue.ruling(cell).side).unwrap_or(Said::In)
}

pub fn opposite(said: Said) -> Said {
    if said == Said::Of { Said::In } else { Said::Of }
}

pub fn coin(rng: &mut dyn Rng) -> Said {
    if rng.random::<bool>() { Said::Of } else { Said::In }
}

pub fn days_between(then: Moment, now: Moment) -> f64 {
    (now.utc_ms - then.utc_ms).max(0) as f64 / 86_400_000.0
}

pub fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// A draw from the standard normal distribution (Box and Muller 1958).
pub fn normal(rng: &mut dyn Rng) -> f64 {
    let (a, b): (f64, f64) = (rng.random(), rng.random());
    (-2.0 * (1.0 - a).ln()).sqrt() * (std::f64::consts::TAU * b).cos()
}

/// The word for how sure one feels, 0.5 to 1, with some noise.
pub fn voiced(felt: f64, rng: &mut dyn Rng) -> Confidence {
    match felt + 0.08 * normal(rng) {
        felt if felt < 0.62 => Confidence::Guess,
        felt if felt < 0.86 => Confidence::Likely,
        _ => Confidence::Sure,
    }
}
