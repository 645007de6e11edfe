//! What the memory model said of each review just before it, against what was so.

use super::share::Share;
use super::walk::Step;

/// The edges of the bins, as chances of recall; most reviews lie where the last four are.
const EDGES: [f32; 9] = [0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0];

/// Predicted against actual recall.
#[derive(Clone, Debug, PartialEq)]
pub struct Predicted {
    /// From the least to the most probable.
    pub bins: Vec<Bin>,
    /// How far off the prediction is, 0 to 1: the root of the mean squared distance over the bins
    /// that can be told, each by its answers (Guo et al. 2017 call the like of it calibration
    /// error; FSRS's own benchmark has it as RMSE of bins). None if no bin can be told.
    pub off: Option<f64>,
}

/// The reviews of which about the same was predicted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// The least chance in it, 0 to 1.
    pub low: f32,
    /// The chance at which the next one begins.
    pub high: f32,
    /// The mean of what was predicted; none without answers.
    pub said: Option<f64>,
    /// What was so.
    pub share: Share,
}

#[derive(Default)]
pub(super) struct Counting {
    bins: [(f64, Share); EDGES.len() - 1],
}

impl Counting {
    pub(super) fn add(&mut self, step: &Step<'_>) {
        let review = step.gap().filter(|_| step.within).and(step.before);
        let Some(before) = review else { return };
        let said = before.after.recall(step.day);
        let at = EDGES[1..self.bins.len()].iter().filter(|edge| said >= **edge).count();
        self.bins[at].0 += f64::from(said);
        self.bins[at].1.add(step.answer.right());
    }

    pub(super) fn told(self) -> Predicted {
        let bins: Vec<Bin> = self
            .bins
            .iter()
            .zip(EDGES.windows(2))
            .map(|(&(sum, share), edges)| Bin {
                low: edges[0],
                high: edges[1],
                said: (share.n() > 0).then(|| sum / f64::from(share.n())),
                share,
            })
            .collect();
        let (mut squares, mut all) = (0.0, 0.0);
        for bin in &bins {
            if let (Some(said), Some(was)) = (bin.said, bin.share.told()) {
                squares += f64::from(bin.share.n()) * (said - was).powi(2);
                all += f64::from(bin.share.n());
            }
        }
        Predicted { bins, off: (all > 0.0).then(|| (squares / all).sqrt()) }
    }
}
