//! The deployment beside which a ruling is best understood.

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::{Cell, DeploymentIx};

/// The same duty in another deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// There.
    pub cell: Cell,
    /// Whether it falls on the other side there; if not, it is one more of the same.
    pub flips: bool,
    /// Whether it is a deployment of the same service.
    pub same_service: bool,
}

/// How far away a deployment is; less is nearer.
type Distance = (u8, usize, bool, usize);

impl Catalogue {
    /// The nearest deployment where the duty is asked and falls on the other side, or else on the
    /// same one. Near is the same service with few settings that differ, then the same category,
    /// then the deployment whose other duties are ruled most alike. None for a cell that is neither `of` nor `in`, or that stands alone.
    pub fn contrast(&self, cell: Cell, today: Date) -> Option<Contrast> {
        let side = self.ruling(cell).side;
        let other = side.opposite()?;
        let nearest = |wanted| {
            self.deployment_ixs()
                .filter(|&at| at != cell.deployment)
                .map(|deployment| Cell { deployment, duty: cell.duty })
                .filter(|&there| self.ruling(there).side == wanted && self.asked(there, today))
                .min_by_key(|there| self.distance(cell.deployment, there.deployment))
        };
        let found = |cell: Cell, flips| Contrast { cell, flips, same_service: false };
        let contrast = nearest(other)
            .map(|there| found(there, true))
            .or_else(|| nearest(side).map(|there| found(there, false)))?;
        let home = self.deployment(cell.deployment).service;
        let there = self.deployment(contrast.cell.deployment).service;
        Some(Contrast { same_service: home == there, ..contrast })
    }

    fn distance(&self, from: DeploymentIx, to: DeploymentIx) -> Distance {
        let (a, b) = (self.deployment(from), self.deployment(to));
        let apart = from.index().abs_diff(to.index());
        let other_class = a.class != b.class;
        if a.service == b.service {
            let settings = 0..self.service(a.service).settings.len();
            let differing = settings.filter(|&at| a.value_of(at) != b.value_of(at)).count();
            return (0, differing, other_class, apart);
        }
        let same_category = self.service(a.service).category == self.service(b.service).category;
        (if same_category { 1 } else { 2 }, self.unlike(from, to), other_class, apart)
    }

    /// On how many duties two deployments are ruled differently.
    pub fn unlike(&self, one: DeploymentIx, other: DeploymentIx) -> usize {
        let side = |deployment, duty| self.ruling(Cell { deployment, duty }).side;
        self.duty_ixs().filter(|&duty| side(one, duty) != side(other, duty)).count()
    }
}
