//! How much asking a new cell is worth, by what the catalogue and the log say of it.

use std::collections::{HashMap, HashSet};

use demarc_catalogue::{Cell, DutyIx, Layer, ServiceIx, Side};
use rand::{Rng, RngExt};

use crate::known::View;

/// A new cell, and how much asking it is worth before what was asked just now counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub cell: Cell,
    pub service: ServiceIx,
    pub layer: Layer,
    pub side: Side,
    pub worth: f64,
    /// What asking it teaches about others; less for each of its duty and class just asked.
    pub spreads: f64,
}

/// What the catalogue and the log say about the worth of new cells.
pub(super) struct Worth {
    /// By duty, on how many cells it falls on either side.
    sides: HashMap<DutyIx, (u32, u32)>,
    /// Duties that fall on both sides within one service.
    moves_within: HashSet<(ServiceIx, DutyIx)>,
    /// How well known each service is, and how often scenarios name each duty: what people meet.
    fame: (HashMap<ServiceIx, f64>, HashMap<DutyIx, f64>),
    /// Cells met so far, by service and by duty.
    met_service: HashMap<ServiceIx, u32>,
    met_duty: HashMap<DutyIx, u32>,
    met: u32,
}

impl Worth {
    pub(super) fn of(view: &View<'_>) -> Worth {
        let service = |cell: Cell| view.catalogue.deployment(cell.deployment).service;
        let mut sides: HashMap<DutyIx, (u32, u32)> = HashMap::new();
        let mut within: HashMap<(ServiceIx, DutyIx), (bool, bool)> = HashMap::new();
        for cell in view.asked_cells() {
            let seen = sides.entry(cell.duty).or_default();
            let both = within.entry((service(cell), cell.duty)).or_default();
            match view.catalogue.ruling(cell).side {
                Side::Of => (seen.0 += 1, both.0 = true),
                _ => (seen.1 += 1, both.1 = true),
            };
        }
        let (mut met_service, mut met_duty, mut met) = (HashMap::new(), HashMap::new(), 0);
        for cell in view.met() {
            *met_service.entry(service(cell)).or_default() += 1;
            *met_duty.entry(cell.duty).or_default() += 1;
            met += 1;
        }
        let moves_within = within
            .into_iter()
            .filter(|&(_, both)| both == (true, true))
            .map(|(it, _)| it)
            .collect();
        Worth { sides, moves_within, fame: fame(view), met_service, met_duty, met }
    }

    pub(super) fn candidates(
        &self,
        view: &View<'_>,
        pool: &[Cell],
        rng: &mut dyn Rng,
    ) -> Vec<Candidate> {
        let new = |cell: &&Cell| view.asked(**cell) && view.last(**cell).is_none();
        let candidate = |&cell: &Cell| {
            let service = view.catalogue.deployment(cell.deployment).service;
            Candidate {
                cell,
                service,
                layer: view.catalogue.duty(cell.duty).layer,
                side: view.catalogue.ruling(cell).side,
                worth: self.worth(view, service, cell) + rng.random_range(0.0..0.1),
                spreads: 0.0,
            }
        };
        pool.iter().filter(new).map(candidate).collect()
    }

    /// What asking a cell is worth:
    /// - 1 for a duty that falls on either side equally often, 0 for one that never moves;
    /// - up to 0.5 if it moves within the service, which a setting then decides; this grows as
    ///   cells are met, since services come before their settings;
    /// - up to 0.3 for lying near the deployment's line, where most slips happen;
    /// - 1 for a service that a newcomer meets first, and up to 1 more for one of these that
    ///   scenarios and stacks name often; up to 1.5 for a duty that scenarios name often; this
    ///   fades as cells are met;
    /// - 0.3 for the deployment that its service names first, the usual one; this fades too;
    /// - less for services and duties of which much was met already.
    fn worth(&self, view: &View<'_>, service: ServiceIx, cell: Cell) -> f64 {
        let (of, in_) = self.sides.get(&cell.duty).copied().unwrap_or_default();
        let moves = 2.0 * f64::from(of.min(in_)) / f64::from((of + in_).max(1));
        let begun = f64::from(self.met) / (f64::from(self.met) + 20.0);
        let within = if self.moves_within.contains(&(service, cell.duty)) { begun } else { 0.0 };
        let line = view.catalogue.line(cell.deployment).position;
        let near = 0.3 / (1.0 + line.abs_diff(cell.duty.index()) as f64 / 4.0);
        let fame = self.fame.0.get(&service).unwrap_or(&0.0)
            + 1.5 * self.fame.1.get(&cell.duty).unwrap_or(&0.0);
        let usual = view.catalogue.service(service).deployments.first() == Some(&cell.deployment);
        let fame = (fame + if usual { 0.3 } else { 0.0 }) / (1.0 + f64::from(self.met) / 40.0);
        let known = |met: Option<&u32>| 0.3 * (1.0 + f64::from(met.copied().unwrap_or(0))).ln();
        let met = known(self.met_service.get(&service)) + known(self.met_duty.get(&cell.duty));
        moves + 0.5 * within + near + fame - met
    }
}

/// How well known each service is, 0 to 2, and how often scenarios name each duty, 0 to 1.
fn fame(view: &View<'_>) -> (HashMap<ServiceIx, f64>, HashMap<DutyIx, f64>) {
    let service = |deployment| view.catalogue.deployment(deployment).service;
    let mut services: HashMap<ServiceIx, f64> = HashMap::new();
    let mut duties: HashMap<DutyIx, f64> = HashMap::new();
    for verdict in view.catalogue.scenarios().iter().flat_map(|it| &it.verdicts) {
        *services.entry(service(verdict.cell.deployment)).or_default() += 1.0;
        *duties.entry(verdict.cell.duty).or_default() += 1.0;
    }
    // The founding essay's two stacks stand first; the others are there to choose from.
    for &part in view.catalogue.stacks().iter().take(2).flat_map(|it| &it.parts) {
        *services.entry(service(part)).or_default() += 6.0;
    }
    for (&service, named) in &mut services {
        // A service with many deployments has more to tell stories about, and is not better known.
        *named /= (view.catalogue.service(service).deployments.len().max(1) as f64).sqrt();
    }
    services.retain(|&service, _| view.catalogue.service(service).first);
    let mut services = shares(services);
    for service in view.catalogue.service_ixs() {
        if view.catalogue.service(service).first {
            *services.entry(service).or_default() += 1.0;
        }
    }
    (services, shares(duties))
}

/// Counts as shares of the greatest.
fn shares<K: std::hash::Hash + Eq>(mut counts: HashMap<K, f64>) -> HashMap<K, f64> {
    let most = counts.values().copied().fold(1.0, f64::max);
    counts.values_mut().for_each(|it| *it /= most);
    counts
}
