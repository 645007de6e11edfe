//! What the tests of the crate's face share: a catalogue, a moment, a generator.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

pub mod guess;

use std::sync::{Arc, LazyLock};

use demarc_catalogue::{Catalogue, DeploymentIx};
use demarc_study::{Confidence, Moment, Said, Study};
use rand::SeedableRng;
use rand::rngs::StdRng;

/// 24 November 2026, 09:00 in Madrid.
pub const NOW: Moment = Moment::new(1_795_507_200_000, 60);

static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::shipped().expect("the shipped content loads")));

/// The shipped catalogue.
pub fn catalogue() -> Arc<Catalogue> {
    Arc::clone(&CATALOGUE)
}

/// The deployments that have not ended.
pub fn deployments() -> Vec<DeploymentIx> {
    let (catalogue, today) = (catalogue(), NOW.day().date());
    catalogue.deployment_ixs().filter(|&at| !catalogue.has_ended(at, today)).collect()
}

/// A learner who keeps nothing.
pub fn in_memory() -> Study {
    Study::in_memory(catalogue(), NOW)
}

/// A generator.
pub fn rng(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

/// The right answer to the question at hand.
pub fn right(study: &Study) -> Said {
    let item = study.session().unwrap().item().unwrap();
    Said::right_for(study.catalogue().ruling(item.cell).side).unwrap()
}

/// The other one.
pub fn wrong(study: &Study) -> Said {
    if right(study) == Said::Of { Said::In } else { Said::Of }
}

/// Answers every question that is left, each right where `is_right` of its number says so, and those
/// with parts right.
pub fn answer_all(study: &mut Study, now: Moment, is_right: impl Fn(usize) -> bool) {
    let mut number = 0;
    while study.session().unwrap().item().is_some() {
        let at = now.plus_ms(number as i64 * 5_000);
        if let Some(question) = study.question(at) {
            let key = question.key(study.catalogue());
            study.reply(&key, Confidence::Likely, 3_000, at).unwrap();
        } else {
            let said = if is_right(number) { right(study) } else { wrong(study) };
            study.answer(said, Confidence::Likely, 3_000, at).unwrap();
        }
        study.advance();
        number += 1;
    }
}
