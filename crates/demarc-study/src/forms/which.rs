//! Which of these: one duty, four deployments; in one of them alone it falls on the side asked for.

use std::collections::HashSet;

use demarc_catalogue::{Catalogue, Cell, Chosen, Date, DeploymentIx, DutyIx, Side};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

use super::{About, CellMark, Marks, Part};
use crate::said::Said;

/// Deployments that are not the answer.
const OTHERS: usize = 3;

/// A duty, and four deployments of which one alone has it on the side asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhichQuestion {
    /// The duty.
    pub duty: DutyIx,
    /// The side asked for: `of` takes the duty off you, `in` leaves it with you.
    pub side: Said,
    /// The deployments, in no order that tells anything.
    pub options: Vec<DeploymentIx>,
    /// The one that is right.
    answer: DeploymentIx,
}

/// Which deployment was chosen; none until one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhichReply {
    /// The deployment.
    pub chosen: Option<DeploymentIx>,
}

/// What the four have in common, so that the answer is no odd one among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kin {
    /// All of one service, under other settings.
    Service,
    /// Four services of one category.
    Category,
    /// Four services of four categories.
    Apart,
}

impl Kin {
    /// What no two of the four share.
    fn sort(self, catalogue: &Catalogue, at: DeploymentIx) -> usize {
        match self {
            Kin::Service => at.index(),
            Kin::Category => catalogue.deployment(at).service.index(),
            Kin::Apart => catalogue.service_of(at).category.index(),
        }
    }
}

impl WhichQuestion {
    /// The question that a seed draws about a cell, which is the answer in every second draw and
    /// stands beside it in the others; so however many deployments lie on either side, how often one
    /// is shown tells nothing. None where the cell is not asked, or too few deployments of any kin
    /// lie on either side.
    pub fn of(catalogue: &Catalogue, cell: Cell, seed: u32, today: Date) -> Option<WhichQuestion> {
        if !catalogue.asked(cell, today) || catalogue.is_entry(cell.deployment) {
            return None;
        }
        let here = Said::right_for(catalogue.ruling(cell).side)?;
        let mut rng = StdRng::seed_from_u64(u64::from(seed));
        let mut kins = [Kin::Category, Kin::Service, Kin::Apart];
        if rng.random_bool(1.0 / 3.0) {
            kins.swap(0, 1);
        }
        let side = if rng.random() { here } else { here.other() };
        let mut found =
            kins.into_iter().find_map(|kin| four(catalogue, cell, kin, side, today, &mut rng))?;
        let on_side = |at: &DeploymentIx| side_in(catalogue, *at, cell.duty) == side;
        let answer = found.iter().copied().find(on_side)?;
        found.shuffle(&mut rng);
        Some(WhichQuestion { duty: cell.duty, side, options: found, answer })
    }

    /// The reply that is right.
    pub fn key(&self) -> WhichReply {
        WhichReply { chosen: Some(self.answer) }
    }

    /// Marks a reply: one point. It speaks of the deployment that was chosen, which it put on the
    /// side asked for, and, where that was wrong, of the answer, which it thereby put on the other.
    /// Of the rest it says nothing: who knows the answer need not have looked at them.
    pub fn mark(&self, catalogue: &Catalogue, reply: &WhichReply) -> Marks {
        let Some(chosen) = reply.chosen.filter(|it| self.options.contains(it)) else {
            return Marks::default();
        };
        let mark = |deployment, said| CellMark {
            cell: Cell { deployment, duty: self.duty },
            said,
            ruling: side_in(catalogue, deployment, self.duty),
        };
        let mut cells = vec![mark(chosen, self.side)];
        if chosen != self.answer {
            cells.push(mark(self.answer, self.side.other()));
        }
        cells.sort_unstable_by_key(|mark| mark.cell);
        let part = Part { about: About::Duty(self.duty), right: chosen == self.answer };
        Marks { cells, parts: vec![part] }
    }
}

/// Four deployments of a kin, that of the cell among them, of which one has the duty on the side
/// asked for. None where the kin has not enough for either side to be asked for: else the side
/// that has few would always be the answer.
fn four(
    catalogue: &Catalogue,
    cell: Cell,
    kin: Kin,
    side: Said,
    today: Date,
    rng: &mut StdRng,
) -> Option<Vec<DeploymentIx>> {
    let here = cell.deployment;
    // How many settings are shown shall not tell: three on one side are more alike.
    let settings = |at: DeploymentIx| catalogue.deployment(at).set.len().min(2);
    let mut kindred: Vec<DeploymentIx> = catalogue
        .deployment_ixs()
        .filter(|&at| {
            at != here
                && catalogue.asked(Cell { deployment: at, duty: cell.duty }, today)
                && !catalogue.is_entry(at)
                && is_kin(catalogue, kin, here, at)
                && settings(at) == settings(here)
        })
        .collect();
    let sort = |at: DeploymentIx| kin.sort(catalogue, at);
    let on = |side| move |at: &DeploymentIx| side_in(catalogue, *at, cell.duty) == side;
    let enough = Said::ALL.into_iter().all(|side| {
        let all = kindred.iter().chain([&here]).copied();
        let sorts: HashSet<usize> = all.filter(on(side)).map(sort).collect();
        sorts.len() >= OTHERS
    });
    if !enough {
        return None;
    }
    kindred.shuffle(rng);
    let (mut found, mut sorts) = (vec![here], HashSet::from([sort(here)]));
    for at in kindred {
        let most = if on(side)(&at) { 1 } else { OTHERS };
        let room = found.iter().filter(|it| on(side)(it) == on(side)(&at)).count() < most;
        if room && sorts.insert(sort(at)) {
            found.push(at);
        }
    }
    let even = kin != Kin::Service || are_even(catalogue, &found);
    (found.len() == 1 + OTHERS && even).then_some(found)
}

fn is_kin(catalogue: &Catalogue, kin: Kin, here: DeploymentIx, there: DeploymentIx) -> bool {
    let same_service = catalogue.deployment(here).service == catalogue.deployment(there).service;
    let (home, away) = (catalogue.service_of(here), catalogue.service_of(there));
    match kin {
        Kin::Service => same_service,
        Kin::Category => !same_service && home.category == away.category,
        Kin::Apart => home.category != away.category,
    }
}

fn side_in(catalogue: &Catalogue, deployment: DeploymentIx, duty: DutyIx) -> Said {
    match catalogue.ruling(Cell { deployment, duty }).side {
        Side::Of => Said::Of,
        _ => Said::In,
    }
}

/// Whether no deployment stands out by settings that it has alone: each has as many of these.
fn are_even(catalogue: &Catalogue, four: &[DeploymentIx]) -> bool {
    let sets = || four.iter().map(|&at| &catalogue.deployment(at).set);
    let alone = |chosen: &&Chosen| sets().filter(|set| set.contains(chosen)).count() == 1;
    let counts: HashSet<(usize, usize)> =
        sets().map(|set| (set.len(), set.iter().filter(alone).count())).collect();
    counts.len() == 1
}
