//! What is believed of single cells: what colours a matrix.

use demarc_catalogue::Cell;

use super::laplace::Covariance;
use super::{FEWEST, Knowing, NARROWER, WIDEST, Z90, averaged, spread2};

/// What is believed of one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellEstimate {
    /// The chance that it would be answered right, luck included, 0 to 1.
    pub chance: f32,
    /// How probably it is known, luck taken out, 0 to 1.
    pub known: f32,
    /// The lower end of the interval of 90 % around what is known.
    pub low: f32,
    /// The upper end.
    pub high: f32,
    /// Whether it was met under the ruling that holds today, so that it has a memory of its own;
    /// else all is inferred from others.
    pub met: bool,
    /// Whether there is evidence enough to say anything: it was met, or there are some answers and
    /// what they say of cells of its kind is open by at most 50 points. The interval of a cell that
    /// was never met is wider, since single cells differ from their kind.
    pub enough: bool,
}

impl Knowing<'_> {
    /// What is believed of each of these cells, in their order.
    pub fn each(&self, cells: &[Cell]) -> Vec<CellEstimate> {
        let sorts: Vec<(f64, Covariance<'_>)> =
            self.sorts.iter().map(|(share, it)| (*share, Covariance::of(it))).collect();
        cells.iter().map(|&cell| self.one(cell, &sorts)).collect()
    }

    fn one(&self, cell: Cell, sorts: &[(f64, Covariance<'_>)]) -> CellEstimate {
        let memory = self.view.memory(cell);
        let row = self.weights.row(cell, &self.practice, memory, self.view.today);
        let (mut chance, mut square, mut kind, mut own) = (0.0, 0.0, 0.0, 0.0);
        for ((share, posterior), (_, covariance)) in self.sorts.iter().zip(sorts) {
            let it = averaged(posterior.mean(&row), spread2());
            let steep = it * (1.0 - it);
            chance += share * it;
            square += share * it * it;
            kind += share * steep * steep * covariance.variance(&row);
            own += share * steep * steep * spread2();
        }
        // Within each sort, and between them.
        kind += (square - chance * chance).max(0.0);
        let half = |variance: f64| NARROWER * Z90 * 2.0 * variance.sqrt();
        let known = 2.0 * chance - 1.0;
        let wide = half(kind + own);
        let open = 2.0 * half(kind) <= WIDEST;
        let share = |it: f64| it.clamp(0.0, 1.0) as f32;
        CellEstimate {
            chance: share(chance),
            known: share(known),
            low: share(known - wide),
            high: share(known + wide),
            met: memory.is_some(),
            enough: memory.is_some() || (self.answers >= FEWEST && open),
        }
    }
}
