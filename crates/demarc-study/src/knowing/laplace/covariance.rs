//! The whole covariance of the weights, made once where the variance of many rows is wanted.

use super::{Posterior, dot};

/// How the weights err together. [`Posterior::variance`] solves anew for each row; this looks up.
#[derive(Clone, Debug)]
pub(in super::super) struct Covariance<'p> {
    of: &'p Posterior,
    /// The inverse of the curvature, row by row, of the weights with evidence.
    inverse: Vec<f64>,
}

impl<'p> Covariance<'p> {
    pub(in super::super) fn of(posterior: &'p Posterior) -> Covariance<'p> {
        let size = posterior.size;
        // The inverse of the factor, a column a row: before its own place a column is nothing.
        let mut columns = vec![0.0; size * size];
        for (at, column) in columns.chunks_exact_mut(size.max(1)).enumerate() {
            column[at] = 1.0 / posterior.factor[at * size + at];
            for row in at + 1..size {
                let line = &posterior.factor[row * size..][..=row];
                let from = posterior.starts[row].max(at);
                if from < row {
                    column[row] = -dot(&line[from..row], &column[from..row]) / line[row];
                }
            }
        }
        let mut inverse = vec![0.0; size * size];
        for one in 0..size {
            for other in 0..=one {
                let column = |at: usize| &columns[at * size + one..][..size - one];
                let both = dot(column(one), column(other));
                inverse[one * size + other] = both;
                inverse[other * size + one] = both;
            }
        }
        Covariance { of: posterior, inverse }
    }

    /// The variance of a row's sum; a row may name a weight once only.
    pub(in super::super) fn variance(&self, row: &[(u16, f64)]) -> f64 {
        let size = self.of.size;
        let mut sum = 0.0;
        for &(one, x) in row {
            let Some(place) = self.of.place[usize::from(one)] else {
                sum += x * x * self.of.apart[usize::from(one)];
                continue;
            };
            let line = &self.inverse[place * size..][..size];
            let with = row.iter().filter_map(|&(other, y)| {
                self.of.place[usize::from(other)].map(|other| line[other] * y)
            });
            sum += x * with.sum::<f64>();
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Prior, Seen};
    use super::*;

    #[test]
    fn what_is_looked_up_is_what_is_solved() {
        let priors: Vec<Prior> =
            (0..9).map(|n| Prior { mean: 0.1, spread: 0.2 + 0.1 * f64::from(n) }).collect();
        let seen: Vec<Seen> = (0..60_u16)
            .map(|n| {
                let row = vec![(0, 1.0), (1 + n % 3, 0.5), (4 + n % 4, f64::from(n % 5))];
                Seen { row, right: f64::from(n % 2), weight: 1.0 }
            })
            .collect();
        let posterior = Posterior::of(&priors, &seen);
        let covariance = Covariance::of(&posterior);
        for n in 0..9 {
            // The last weight was never seen.
            let row = [(0, 1.0), (1 + n % 3, -0.5), (4 + n % 4, 2.0), (8, 1.5)];
            let (solved, found) = (posterior.variance(&row), covariance.variance(&row));
            assert!((solved - found).abs() < 1e-9, "{solved} {found}");
        }
        let none = Posterior::of(&priors, &[]);
        let row = [(2, 1.0), (3, 2.0)];
        assert!((Covariance::of(&none).variance(&row) - none.variance(&row)).abs() < 1e-12);
    }
}
