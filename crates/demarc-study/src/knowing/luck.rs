//! How much of the first answers was luck, by how sure they were.

use super::evidence::Told;
use crate::said::Confidence;

/// What share of first answers is right at each confidence, and how many answers that weighs.
const EXPECTED: [(f64, f64); 3] = [(0.52, 12.0), (0.64, 3.0), (0.92, 2.0)];

/// By confidence, how far the share of first answers that were right is from what may be expected
/// of them: of "guesses" that came out right more often than not, some were luck.
pub(super) struct Luck([f64; 3]);

impl Luck {
    /// From answers with how much each counts.
    pub(super) fn of<'a>(first: impl Iterator<Item = (&'a Told<'a>, f64)>) -> Luck {
        let mut tallies = [(0.0, 0.0); 3];
        for (told, weight) in first {
            let (all, right) = &mut tallies[told.answer.confidence as usize];
            *all += weight;
            *right += weight * told.right();
        }
        let mut toll = [0.0; 3];
        for ((toll, (all, right)), (share, strength)) in toll.iter_mut().zip(tallies).zip(EXPECTED)
        {
            if all > 0.0 {
                *toll = (right + share * strength) / (all + strength) - right / all;
            }
        }
        Luck(toll)
    }

    /// What an answer counts more than 1 or 0; less, if it is below 0.
    pub(super) fn toll(&self, confidence: Confidence) -> f64 {
        self.0[confidence as usize]
    }
}
