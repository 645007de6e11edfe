//! What the log says to the regression: of late, which answers were right, and what stood before.

use super::laplace::Seen;
use super::practice::Practice;
use super::weights::Weights;
use crate::history::Answer;
use crate::known::View;
use crate::said::Said;

/// After so many answers one counts half: a learner changes.
const HALVED_AFTER: f64 = 400.0;
/// Answers further back than this say nothing; what they taught is in the memories.
const FURTHEST: usize = 2_000;

pub(super) struct Evidence {
    pub seen: Vec<Seen>,
    /// All that was practised.
    pub practice: Practice,
}

/// Reads the log once. Answers that came back within their session, and second ones on one day,
/// say little; those under another ruling than today's say nothing.
pub(super) fn evidence(view: &View<'_>, weights: &Weights<'_>) -> Evidence {
    let history = view.history;
    let live = history.live_count();
    let mut seen = Vec::new();
    let mut practice = Practice::default();
    let mut last: Vec<Option<&Answer>> = vec![None; history.places.all().len()];
    for (ago, answer) in (0..live).rev().zip(history.live()) {
        let before = last[answer.place as usize].replace(answer);
        let Some(cell) = history.places.get(answer.place).cell else { continue };
        if Said::right_for(view.catalogue.ruling(cell).side) != Some(answer.ruling) {
            continue;
        }
        let before = before.filter(|it| it.ruling == answer.ruling).map(|it| it.after);
        let day = answer.at.day();
        let telling = !answer.repeat && before.is_none_or(|memory| memory.last < day);
        if telling && ago < FURTHEST {
            seen.push(Seen {
                row: weights.row(cell, &practice, before, day),
                right: f64::from(u8::from(answer.right())),
                weight: 0.5_f64.powf(ago as f64 / HALVED_AFTER),
            });
        }
        if !answer.repeat {
            practice.add(view.catalogue, cell, answer.right());
        }
    }
    Evidence { seen, practice }
}
