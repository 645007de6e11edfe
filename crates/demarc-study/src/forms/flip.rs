//! Flip one setting: which duties change hands when one setting of a deployment changes?

use demarc_catalogue::{Catalogue, Cell, Date, DeploymentIx, DutyIx, Side};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use super::{About, CellMark, Marks, Part};
use crate::said::Said;

/// Duties shown at most, and at least for the question to be worth asking.
const MOST: usize = 8;
const LEAST: usize = 4;
/// Of them, duties that change hands at most.
const MOST_MOVING: usize = 4;

/// A deployment, the same with one setting changed, and some of their duties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlipQuestion {
    /// As it is.
    pub from: DeploymentIx,
    /// As it is once the setting has changed.
    pub to: DeploymentIx,
    /// The setting that changes: its place in the service.
    pub setting: usize,
    /// The duties shown, in no order that tells anything.
    pub duties: Vec<DutyIx>,
}

/// Which duties were said to change hands, in the catalogue's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlipReply {
    /// The duties.
    pub moved: Vec<DutyIx>,
}

impl FlipReply {
    /// Says that a duty changes hands, or that it does not.
    pub fn turn(&mut self, duty: DutyIx) {
        match self.moved.binary_search(&duty) {
            Ok(at) => {
                self.moved.remove(at);
            }
            Err(at) => self.moved.insert(at, duty),
        }
    }
}

impl FlipQuestion {
    /// The question that a seed draws of a deployment: which setting changes, and what is shown.
    /// None where no change of a single setting lets a duty change hands.
    pub fn of(
        catalogue: &Catalogue,
        from: DeploymentIx,
        seed: u32,
        today: Date,
    ) -> Option<FlipQuestion> {
        let mut rng = StdRng::seed_from_u64(u64::from(seed));
        let mut found: Vec<FlipQuestion> = neighbours(catalogue, from, today)
            .filter_map(|(to, setting)| {
                let (mut moving, mut staying): (Vec<DutyIx>, Vec<DutyIx>) =
                    both(catalogue, from, to, today).partition(|&duty| {
                        side(catalogue, from, duty) != side(catalogue, to, duty)
                    });
                moving.shuffle(&mut rng);
                moving.truncate(MOST_MOVING);
                staying.shuffle(&mut rng);
                staying.truncate(MOST - moving.len());
                let mut duties = if moving.is_empty() { Vec::new() } else { moving };
                duties.extend(staying);
                duties.shuffle(&mut rng);
                let moves =
                    |duty: &DutyIx| side(catalogue, from, *duty) != side(catalogue, to, *duty);
                let worth = duties.len() >= LEAST && duties.iter().any(moves);
                worth.then_some(FlipQuestion { from, to, setting, duties })
            })
            .collect();
        found.shuffle(&mut rng);
        found.pop()
    }

    /// The side of a duty before the setting changes.
    pub fn before(&self, catalogue: &Catalogue, duty: DutyIx) -> Said {
        side(catalogue, self.from, duty)
    }

    /// The side on which a reply puts a duty once the setting has changed.
    pub fn said(&self, catalogue: &Catalogue, reply: &FlipReply, duty: DutyIx) -> Said {
        match (self.before(catalogue, duty), reply.moved.contains(&duty)) {
            (side, false) => side,
            (Said::Of, true) => Said::In,
            (Said::In, true) => Said::Of,
        }
    }

    /// The reply that earns every point.
    pub fn key(&self, catalogue: &Catalogue) -> FlipReply {
        let mut key = FlipReply::default();
        for &duty in &self.duties {
            if side(catalogue, self.from, duty) != side(catalogue, self.to, duty) {
                key.turn(duty);
            }
        }
        key
    }

    /// Marks a reply: a point for each duty, and each is said of the changed deployment.
    pub fn mark(&self, catalogue: &Catalogue, reply: &FlipReply) -> Marks {
        let mut duties = self.duties.clone();
        duties.sort_unstable();
        let cells: Vec<CellMark> = duties
            .into_iter()
            .map(|duty| CellMark {
                cell: Cell { deployment: self.to, duty },
                said: self.said(catalogue, reply, duty),
                ruling: side(catalogue, self.to, duty),
            })
            .collect();
        let part =
            |mark: &CellMark| Part { about: About::Duty(mark.cell.duty), right: mark.right() };
        Marks { parts: cells.iter().map(part).collect(), cells }
    }
}

/// Deployments of the same service that differ in the value of one setting, with that setting.
fn neighbours(
    catalogue: &Catalogue,
    from: DeploymentIx,
    today: Date,
) -> impl Iterator<Item = (DeploymentIx, usize)> {
    let service = catalogue.service_of(from);
    let here = catalogue.deployment(from);
    service.deployments.iter().filter_map(move |&to| {
        let there = catalogue.deployment(to);
        let mut differing =
            (0..service.settings.len()).filter(|&at| here.value_of(at) != there.value_of(at));
        let setting = differing.next()?;
        let both = here.value_of(setting).is_some() && there.value_of(setting).is_some();
        let one = differing.next().is_none();
        (both && one && !catalogue.has_ended(to, today)).then_some((to, setting))
    })
}

/// The duties that are asked on both.
fn both(
    catalogue: &Catalogue,
    from: DeploymentIx,
    to: DeploymentIx,
    today: Date,
) -> impl Iterator<Item = DutyIx> {
    let asked = move |deployment, duty| catalogue.asked(Cell { deployment, duty }, today);
    catalogue.duty_ixs().filter(move |&duty| asked(from, duty) && asked(to, duty))
}

fn side(catalogue: &Catalogue, deployment: DeploymentIx, duty: DutyIx) -> Said {
    match catalogue.ruling(Cell { deployment, duty }).side {
        Side::Of => Said::Of,
        _ => Said::In,
    }
}
