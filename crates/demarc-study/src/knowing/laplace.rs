//! Bayesian logistic regression with a Gaussian prior, by Laplace's method.
//!
//! The posterior is taken as a Gaussian at its mode with the curvature there (MacKay 1992, "The
//! evidence framework applied to classification networks"); a prediction averages over it by his
//! `1 / sqrt(1 + pi v / 8)`. Dimensions without evidence keep their prior and cost nothing.

mod covariance;

pub(super) use covariance::Covariance;

/// Newton steps at most; it is convex, and three or four are enough.
const STEPS: usize = 8;
/// A step shorter than this ends it; the one after it would be far shorter still.
const NEAR: f64 = 1e-3;

/// A sparse row: which weights speak of something, and how strongly.
pub(super) type Row = Vec<(u16, f64)>;

/// One observation.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub row: Row,
    /// What was so, 0 to 1.
    pub right: f64,
    /// How much it counts, above 0.
    pub weight: f64,
}

/// What is believed of each weight before anything was seen: mean and spread.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prior {
    pub mean: f64,
    pub spread: f64,
}

/// What is believed of the weights.
#[derive(Clone, Debug)]
pub(super) struct Posterior {
    mean: Vec<f64>,
    /// Prior variances: those that hold where there is no evidence.
    apart: Vec<f64>,
    /// The place of each weight among those with evidence.
    place: Vec<Option<usize>>,
    /// The Cholesky factor of the curvature, row by row, lower triangle.
    factor: Vec<f64>,
    /// By row, the first column that is not nothing: of weights that never speak together, like
    /// two services, nothing stands between them.
    starts: Vec<usize>,
    size: usize,
    /// The logarithm of how likely this prior makes what was seen.
    pub(super) evidence: f64,
}

impl Posterior {
    pub(super) fn of(priors: &[Prior], seen: &[Seen]) -> Posterior {
        let mut place = vec![None; priors.len()];
        let mut active: Vec<usize> =
            seen.iter().flat_map(|it| it.row.iter().map(|&(at, _)| usize::from(at))).collect();
        // The last kind first: there are most of it, and no two of it ever speak together.
        active.sort_unstable_by(|a, b| b.cmp(a));
        active.dedup();
        for (to, &at) in active.iter().enumerate() {
            place[at] = Some(to);
        }
        let size = active.len();
        let mut posterior = Posterior {
            mean: priors.iter().map(|prior| prior.mean).collect(),
            apart: priors.iter().map(|prior| prior.spread * prior.spread).collect(),
            place,
            factor: Vec::new(),
            starts: Vec::new(),
            size,
            evidence: 0.0,
        };
        for _ in 0..STEPS {
            let moved = posterior.step(priors, seen, &active);
            if moved < NEAR {
                break;
            }
        }
        posterior.evidence = posterior.weigh(priors, seen, &active);
        posterior
    }

    /// MacKay's evidence: the fit at the mode, less what it cost to find it.
    fn weigh(&self, priors: &[Prior], seen: &[Seen], active: &[usize]) -> f64 {
        let fit = seen.iter().map(|it| {
            let share = sigmoid(self.mean(&it.row)).clamp(1e-9, 1.0 - 1e-9);
            it.weight * (it.right * share.ln() + (1.0 - it.right) * (1.0 - share).ln())
        });
        let cost = active.iter().enumerate().map(|(place, &at)| {
            let off = self.mean[at] - priors[at].mean;
            let widest = self.factor[place * self.size + place];
            off * off / (2.0 * self.apart[at]) + widest.ln() + self.apart[at].ln() / 2.0
        });
        fit.sum::<f64>() - cost.sum::<f64>()
    }

    /// One Newton step; gives the longest way that a weight went.
    fn step(&mut self, priors: &[Prior], seen: &[Seen], active: &[usize]) -> f64 {
        let size = self.size;
        let mut curvature = vec![0.0; size * size];
        let mut slope = vec![0.0; size];
        self.starts = (0..size).collect();
        for (to, &at) in active.iter().enumerate() {
            curvature[to * size + to] = 1.0 / self.apart[at];
            slope[to] = (priors[at].mean - self.mean[at]) / self.apart[at];
        }
        for it in seen {
            let share = sigmoid(self.mean(&it.row));
            let (pull, weight) =
                (it.weight * (it.right - share), it.weight * share * (1.0 - share));
            for &(one, x) in &it.row {
                let Some(one) = self.place[usize::from(one)] else { continue };
                slope[one] += pull * x;
                for &(other, y) in &it.row {
                    let Some(other) = self.place[usize::from(other)] else { continue };
                    if other <= one {
                        self.starts[one] = self.starts[one].min(other);
                        curvature[one * size + other] += weight * x * y;
                    }
                }
            }
        }
        factorise(&mut curvature, &self.starts);
        self.factor = curvature;
        self.forward(&mut slope);
        self.backward(&mut slope);
        let mut moved: f64 = 0.0;
        for (&at, &by) in active.iter().zip(&slope) {
            // A step of more than this overshoots where the curve is flat.
            let by = by.clamp(-2.0, 2.0);
            self.mean[at] += by;
            moved = moved.max(by.abs());
        }
        moved
    }

    /// The mean of a row's sum.
    pub(super) fn mean(&self, row: &[(u16, f64)]) -> f64 {
        row.iter().map(|&(at, x)| self.mean[usize::from(at)] * x).sum()
    }

    /// The variance of a row's sum; a row may name a weight once only.
    pub(super) fn variance(&self, row: &[(u16, f64)]) -> f64 {
        let mut within = vec![0.0; self.size];
        let mut apart = 0.0;
        for &(at, x) in row {
            match self.place[usize::from(at)] {
                Some(place) => within[place] = x,
                None => apart += x * x * self.apart[usize::from(at)],
            }
        }
        self.forward(&mut within);
        apart + within.iter().map(|x| x * x).sum::<f64>()
    }

    /// What each weight has in common with a sum that has this slope: covariance times slope.
    pub(super) fn in_common(&self, slope: &[f64]) -> Vec<f64> {
        let mut within = vec![0.0; self.size];
        for (x, place) in slope.iter().zip(&self.place) {
            if let Some(place) = place {
                within[*place] = *x;
            }
        }
        self.forward(&mut within);
        self.backward(&mut within);
        let of = |(at, x): (usize, &f64)| match self.place[at] {
            Some(place) => within[place],
            None => self.apart[at] * x,
        };
        slope.iter().enumerate().map(of).collect()
    }

    /// How many weights there are.
    pub(super) fn len(&self) -> usize {
        self.mean.len()
    }

    fn forward(&self, x: &mut [f64]) {
        for row in 0..self.size {
            let (line, base) = (&self.factor[row * self.size..], x[row]);
            let from = self.starts[row];
            x[row] = (base - dot(&line[from..row], &x[from..row])) / line[row];
        }
    }

    fn backward(&self, x: &mut [f64]) {
        for row in (0..self.size).rev() {
            let line = &self.factor[row * self.size..][..=row];
            x[row] /= line[row];
            let (known, from) = (x[row], self.starts[row]);
            for (to, a) in x[from..row].iter_mut().zip(&line[from..]) {
                *to -= a * known;
            }
        }
    }
}

/// Cholesky's factor in place of a positive definite matrix, lower triangle; before the start of a
/// row there is nothing, and there stays nothing (George and Liu 1981, the envelope method).
fn factorise(matrix: &mut [f64], starts: &[usize]) {
    let size = starts.len();
    for (row, &start) in starts.iter().enumerate() {
        let (above, rest) = matrix.split_at_mut(row * size);
        let line = &mut rest[..size];
        for column in start..row {
            let other = &above[column * size..][..=column];
            let from = start.max(starts[column]);
            let sum = dot(&line[from..column], &other[from..column]);
            line[column] = (line[column] - sum) / other[column];
        }
        let sum = dot(&line[start..row], &line[start..row]);
        line[row] = (line[row] - sum).max(1e-9).sqrt();
    }
}

/// The sum of products, in four strands, so that the processor can work on them at once.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a, b) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest: f64 = a.remainder().iter().zip(b.remainder()).map(|(a, b)| a * b).sum();
    let mut strands = [0.0; 4];
    for (a, b) in a.zip(b) {
        for (strand, (a, b)) in strands.iter_mut().zip(a.iter().zip(b)) {
            *strand += a * b;
        }
    }
    rest + strands.iter().sum::<f64>()
}

pub(super) fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(row: &[(u16, f64)], right: bool) -> Seen {
        Seen { row: row.to_vec(), right: f64::from(u8::from(right)), weight: 1.0 }
    }

    #[test]
    fn many_answers_beat_the_prior_and_leave_little_doubt() {
        let priors = [Prior { mean: 0.0, spread: 2.0 }];
        let answers: Vec<Seen> = (0..1000).map(|n| seen(&[(0, 1.0)], n % 5 > 0)).collect();
        let posterior = Posterior::of(&priors, &answers);
        assert!((sigmoid(posterior.mean(&[(0, 1.0)])) - 0.8).abs() < 0.002);
        // The spread of a logit from n answers is 1 / sqrt(n p q).
        let spread = posterior.variance(&[(0, 1.0)]).sqrt();
        assert!((spread - 1.0 / (1000.0_f64 * 0.16).sqrt()).abs() < 0.002, "{spread}");
    }

    #[test]
    fn what_was_never_seen_keeps_its_prior() {
        let priors = [Prior { mean: 0.3, spread: 1.0 }, Prior { mean: -0.2, spread: 0.5 }];
        let posterior = Posterior::of(&priors, &[seen(&[(0, 1.0)], true)]);
        assert_eq!(posterior.mean(&[(1, 2.0)]), -0.4);
        assert!((posterior.variance(&[(1, 2.0)]) - 1.0).abs() < 1e-12);
        let none = Posterior::of(&priors, &[]);
        assert!((none.variance(&[(0, 1.0), (1, 1.0)]) - 1.25).abs() < 1e-12);
    }

    #[test]
    fn what_a_sum_has_in_common_with_itself_is_its_variance() {
        let priors = [Prior { mean: 0.2, spread: 1.0 }; 4];
        let rows: [&[(u16, f64)]; 3] = [&[(0, 1.0), (2, 0.5)], &[(0, 1.0)], &[(2, 1.0), (0, 0.3)]];
        let answers: Vec<Seen> = (0..30).map(|n| seen(rows[n % 3], n % 4 > 0)).collect();
        let posterior = Posterior::of(&priors, &answers);
        let sum = [(0, 0.7), (2, -0.4), (3, 2.0)];
        let common = posterior.in_common(&[0.7, 0.0, -0.4, 2.0]);
        let variance: f64 = sum.iter().map(|&(at, x)| common[usize::from(at)] * x).sum();
        assert!((variance - posterior.variance(&sum)).abs() < 1e-12, "{variance}");
    }

    #[test]
    fn rows_with_gaps_are_factorised_as_if_they_had_none() {
        // Five weights of which 3 and 4 never speak together, nor 1 and 2.
        let matrix = [
            [4.0, 0.0, 0.0, 0.0, 0.0],
            [0.0, 5.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 6.0, 0.0, 0.0],
            [1.0, 0.0, 2.0, 7.0, 0.0],
            [0.5, 1.5, 0.0, 1.0, 8.0],
        ];
        let mut factor: Vec<f64> = matrix.concat();
        factorise(&mut factor, &[0, 1, 1, 0, 0]);
        for (row, values) in matrix.iter().enumerate() {
            for (column, value) in values[..=row].iter().enumerate() {
                let line = |at: usize| &factor[at * 5..][..=column];
                let back: f64 = line(row).iter().zip(line(column)).map(|(a, b)| a * b).sum();
                assert!((back - value).abs() < 1e-12, "{row} {column}");
            }
        }
    }

    #[test]
    fn weights_that_speak_together_are_known_together() {
        // Only the sum is ever seen: the sum becomes sure, its parts do not.
        let priors = [Prior { mean: 0.0, spread: 1.0 }; 2];
        let answers: Vec<Seen> = (0..400).map(|n| seen(&[(0, 1.0), (1, 1.0)], n % 4 > 0)).collect();
        let posterior = Posterior::of(&priors, &answers);
        assert!(posterior.variance(&[(0, 1.0), (1, 1.0)]) < 0.02);
        assert!(posterior.variance(&[(0, 1.0), (1, -1.0)]) > 1.9);
        assert!(posterior.variance(&[(0, 1.0)]) > 0.4);
    }
}
