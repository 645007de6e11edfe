//! Scores: raw, corrected for guessing, with intervals, and how well confidence was placed.

use serde::Serialize;

use crate::said::Confidence;

/// Answers counted as right and wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// How many were right.
    pub right: u32,
    /// How many were wrong.
    pub wrong: u32,
}

impl Tally {
    /// Counts one more answer.
    pub const fn add(&mut self, right: bool) {
        if right {
            self.right += 1;
        } else {
            self.wrong += 1;
        }
    }

    /// How many answers there are.
    pub const fn n(self) -> u32 {
        self.right + self.wrong
    }

    /// The share that was right, 0 to 1; none without answers.
    pub fn score(self) -> Option<f64> {
        (self.n() > 0).then(|| f64::from(self.right) / f64::from(self.n()))
    }

    /// The score with luck taken out, for questions of two choices.
    pub fn guess_corrected(self) -> Option<f64> {
        guess_corrected(self.right, self.wrong, 2)
    }
}

impl FromIterator<bool> for Tally {
    fn from_iter<I: IntoIterator<Item = bool>>(rights: I) -> Tally {
        let mut tally = Tally::default();
        rights.into_iter().for_each(|right| tally.add(right));
        tally
    }
}

/// `(right - wrong / (choices - 1)) / n`, kept within 0 to 1: below chance it says 0.
///
/// None without answers, or with fewer than two choices. Source: Frary 1988, formula scoring.
pub fn guess_corrected(right: u32, wrong: u32, choices: u32) -> Option<f64> {
    let n = right + wrong;
    if n == 0 || choices < 2 {
        return None;
    }
    let points = f64::from(right) - f64::from(wrong) / f64::from(choices - 1);
    Some((points / f64::from(n)).clamp(0.0, 1.0))
}

/// An interval of shares, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The normal quantile of a two-sided interval of 90 %.
const Z90: f64 = 1.644_853_626_951_472_2;

/// Wilson's 90 % score interval for `right` of `n`; none without answers. Source: Wilson 1927.
pub fn wilson90(right: u32, n: u32) -> Option<Interval> {
    if n == 0 || right > n {
        return None;
    }
    let (n, z2) = (f64::from(n), Z90 * Z90);
    let share = f64::from(right) / n;
    let centre = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z90 / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    Some(Interval { low: (centre - half).max(0.0), high: (centre + half).min(1.0) })
}

/// What was right of the answers given with one confidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Level {
    /// The confidence.
    pub confidence: Confidence,
    /// The share that it claims: 0.5, 0.75 or 0.95.
    pub claims: f64,
    /// How many answers.
    pub n: u32,
    /// How many were right.
    pub right: u32,
    /// The share that was right; none without answers.
    pub share: Option<f64>,
    /// Wilson's 90 % interval for that share.
    pub interval: Option<Interval>,
}

/// How confidence compares with what was so.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Calibration {
    /// Guess, likely, sure.
    pub levels: [Level; 3],
    /// Mean squared distance between claim and truth, 0 (perfect) to 1; none without answers.
    /// Source: Brier 1950. Saying 50 % always gives 0.25.
    pub brier: Option<f64>,
}

impl Calibration {
    /// Counts answers given as (confidence, right).
    pub fn of(answers: impl IntoIterator<Item = (Confidence, bool)>) -> Calibration {
        let mut tallies = [Tally::default(); 3];
        for (confidence, right) in answers {
            tallies[confidence as usize].add(right);
        }
        let n: u32 = tallies.iter().map(|tally| tally.n()).sum();
        let squares: f64 = Confidence::ALL
            .iter()
            .zip(tallies)
            .map(|(confidence, tally)| {
                let claims = confidence.claims();
                f64::from(tally.right) * (1.0 - claims).powi(2)
                    + f64::from(tally.wrong) * claims.powi(2)
            })
            .sum();
        Calibration {
            levels: Confidence::ALL.map(|confidence| {
                let tally = tallies[confidence as usize];
                Level {
                    confidence,
                    claims: confidence.claims(),
                    n: tally.n(),
                    right: tally.right,
                    share: tally.score(),
                    interval: wilson90(tally.right, tally.n()),
                }
            }),
            brier: (n > 0).then(|| squares / f64::from(n)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: Option<f64>, b: f64) {
        let a = a.unwrap();
        assert!((a - b).abs() < 1e-4, "{a} is not {b}");
    }

    #[test]
    fn guessing_alone_scores_nothing_once_corrected() {
        assert_eq!(guess_corrected(5, 5, 2), Some(0.0));
        assert_eq!(guess_corrected(10, 0, 2), Some(1.0));
        assert_eq!(guess_corrected(8, 2, 2), Some(0.6));
        assert_eq!(guess_corrected(7, 3, 4), Some(0.6));
    }

    #[test]
    fn below_chance_is_nothing_and_no_answers_are_no_score() {
        assert_eq!(guess_corrected(1, 9, 2), Some(0.0));
        assert_eq!(guess_corrected(0, 0, 2), None);
        assert_eq!(guess_corrected(3, 1, 1), None);
        assert_eq!(Tally::default().score(), None);
    }

    #[test]
    fn wilson_agrees_with_published_values() {
        let half = wilson90(5, 10).unwrap();
        near(Some(half.low), 0.2693);
        near(Some(half.high), 0.7307);
        let all = wilson90(10, 10).unwrap();
        near(Some(all.low), 0.7871);
        assert_eq!(all.high, 1.0);
        assert_eq!(wilson90(0, 10).unwrap().low, 0.0);
        assert_eq!(wilson90(0, 0), None);
    }

    #[test]
    fn the_interval_narrows_as_answers_come() {
        let width = |right, n| wilson90(right, n).map(|i| i.high - i.low).unwrap();
        assert!(width(8, 10) > width(80, 100) && width(80, 100) > width(800, 1000));
    }

    #[test]
    fn always_guessing_gives_a_quarter_and_sure_errors_cost_most() {
        let guesses = Calibration::of([(Confidence::Guess, true), (Confidence::Guess, false)]);
        assert_eq!(guesses.brier, Some(0.25));
        near(Calibration::of([(Confidence::Sure, false)]).brier, 0.9025);
        near(Calibration::of([(Confidence::Sure, true)]).brier, 0.0025);
        near(Calibration::of([(Confidence::Likely, false)]).brier, 0.5625);
        assert_eq!(Calibration::of([]).brier, None);
    }

    #[test]
    fn calibration_counts_each_level_by_itself() {
        let counted = Calibration::of([
            (Confidence::Sure, true),
            (Confidence::Sure, true),
            (Confidence::Sure, false),
            (Confidence::Likely, true),
        ]);
        assert_eq!(counted.levels.map(|level| (level.n, level.right)), [(0, 0), (1, 1), (3, 2)]);
        assert_eq!(counted.levels[0].share, None);
        near(counted.levels[2].share, 2.0 / 3.0);
    }
}
