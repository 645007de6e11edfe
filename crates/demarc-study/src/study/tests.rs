//! The log in memory, kept up step by step, against the same log worked out anew.

use std::collections::HashSet;
use std::sync::Arc;

use demarc_catalogue::Catalogue;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::*;
use crate::plan::Plan;
use crate::said::{Confidence, Said};

const NOW: Moment = Moment::new(1_795_507_200_000, 60);

fn in_step(study: &Study, now: Moment) {
    let anew = study.history.replayed(&study.catalogue, &study.schedule, now);
    assert_eq!(study.history.answers, anew.answers);
    assert_eq!(study.history.days(), anew.days());
    assert_eq!(study.history.dues(), anew.dues());
    assert_eq!(study.history.live_count(), anew.live_count());
    assert_eq!(study.history.cards(), anew.cards());
    let sittings = |history: &History| {
        history.sessions.iter().map(|it| (it.row.id, it.answers.clone())).collect::<Vec<_>>()
    };
    assert_eq!(sittings(&study.history), sittings(&anew));
}

#[test]
fn every_step_leaves_what_the_log_would_give() {
    let catalogue = Arc::new(Catalogue::shipped().unwrap());
    for seed in 0..40 {
        let mut rng = StdRng::seed_from_u64(seed);
        let mut study = Study::in_memory(Arc::clone(&catalogue), NOW);
        let mut now = NOW;
        for _ in 0..60 {
            match rng.random_range(0..10) {
                0 => now = now.plus_ms(rng.random_range(-5..20) * 20 * 3_600_000),
                1 | 2 if study.session().is_some() => drop(study.undo(now).unwrap()),
                _ if study.session().and_then(|it| it.item()).is_none() => {
                    study.start(&Plan::Mixed { count: 5 }, now, &mut rng).unwrap();
                }
                _ => {
                    let confidence = Confidence::ALL[rng.random_range(0..3)];
                    let said = if rng.random_bool(0.5) { Said::Of } else { Said::In };
                    study.answer(said, confidence, 0, now).unwrap();
                    study.advance();
                }
            }
            in_step(&study, now);
        }
    }
}

#[test]
fn every_row_of_the_log_has_an_id_of_its_own_even_within_a_millisecond() {
    let mut study = Study::in_memory(Arc::new(Catalogue::shipped().unwrap()), NOW);
    let mut rng = StdRng::seed_from_u64(1);
    for _ in 0..20 {
        study.start(&Plan::Mixed { count: 2 }, NOW, &mut rng).unwrap();
        for _ in 0..3 {
            study.answer(Said::In, Confidence::Sure, 0, NOW).unwrap();
            study.undo(NOW).unwrap();
        }
        study.answer(Said::In, Confidence::Sure, 0, NOW).unwrap();
    }
    let answers = study.history.answers.iter().map(|it| it.id);
    let retractions = study.history.retractions.iter().map(|it| it.id);
    let sessions = study.history.sessions.iter().map(|it| it.row.id);
    let ids: HashSet<_> = answers.chain(retractions).chain(sessions).collect();
    assert_eq!(ids.len(), 20 * (4 + 3 + 1));
}
