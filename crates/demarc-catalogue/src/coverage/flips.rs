//! What each setting flips, and whether rules of the service that cite its guides decide it.

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::{Cell, DeploymentIx, DutyIx};
use crate::ruling::{Basis, Level};
use crate::service::Service;

/// A setting and the duties that it flips between two deployments which differ in it alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingReach {
    /// "lambda: Runtime updates".
    pub name: String,
    /// The duties, from the building up.
    pub flips: Vec<Flip>,
}

/// A duty that a setting flips; at least one side of each pair is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The duty's id.
    pub duty: String,
    /// Whether it flips between `of` and `in` somewhere, not only between one of them and `none`.
    pub across: bool,
    /// Whether for some pair of deployments both rulings are decided by rules of the service that
    /// cite its own guides.
    pub decided: bool,
    /// The rulings of the pairs that are not so decided: "lambda.image by the class".
    pub loose: Vec<String>,
}

impl SettingReach {
    /// Whether some flip is decided by the service's own cited rules on both sides.
    pub fn decided(&self) -> bool {
        self.flips.iter().any(|flip| flip.decided)
    }

    /// Whether every flip is, in every pair of deployments.
    pub fn all_decided(&self) -> bool {
        self.decided() && self.flips.iter().all(|flip| flip.loose.is_empty())
    }
}

/// Every setting with what it flips.
pub(super) fn settings(catalogue: &Catalogue, today: Date) -> Vec<SettingReach> {
    let mut all = Vec::new();
    for service in catalogue.services() {
        for (at, setting) in service.settings.iter().enumerate() {
            let pairs = pairs(catalogue, service, at);
            let flips =
                catalogue.duty_ixs().filter_map(|duty| flip(catalogue, &pairs, duty, today));
            let name = format!("{}: {}", service.id, setting.name);
            all.push(SettingReach { name, flips: flips.collect() });
        }
    }
    all
}

/// The pairs of deployments that differ in a setting and in no other that applies to both.
fn pairs(
    catalogue: &Catalogue,
    service: &Service,
    setting: usize,
) -> Vec<(DeploymentIx, DeploymentIx)> {
    let value = |it: DeploymentIx, at| catalogue.deployment(it).value_of(at);
    let apart = |a, b| match (value(a, setting), value(b, setting)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    let alike = |a, b| {
        (0..service.settings.len()).filter(|&other| other != setting).all(|other| {
            let (one, another) = (value(a, other), value(b, other));
            one.is_none() || another.is_none() || one == another
        })
    };
    let all = &service.deployments;
    let pairs =
        all.iter().enumerate().flat_map(|(at, &a)| all[at + 1..].iter().map(move |&b| (a, b)));
    pairs.filter(|&(a, b)| apart(a, b) && alike(a, b)).collect()
}

/// The flip of a duty between some of the pairs; none if it is ruled alike in all of them.
fn flip(
    catalogue: &Catalogue,
    pairs: &[(DeploymentIx, DeploymentIx)],
    duty: DutyIx,
    today: Date,
) -> Option<Flip> {
    let side = |cell: Cell| catalogue.ruling(cell).side;
    let cells =
        |&(a, b): &(DeploymentIx, DeploymentIx)| [a, b].map(|deployment| Cell { deployment, duty });
    let flipped: Vec<[Cell; 2]> = pairs
        .iter()
        .map(cells)
        .filter(|&[a, b]| side(a) != side(b))
        .filter(|pair| pair.iter().any(|&cell| catalogue.asked(cell, today)))
        .collect();
    if flipped.is_empty() {
        return None;
    }
    let stated = |cell: &Cell| catalogue.ruling(*cell).basis == Basis::Stated;
    let loose: BTreeSet<Cell> =
        flipped.iter().flatten().copied().filter(|cell| !stated(cell)).collect();
    Some(Flip {
        duty: catalogue.duty(duty).id.clone(),
        across: flipped.iter().any(|&[a, b]| Some(side(a)) == side(b).opposite()),
        decided: flipped.iter().any(|pair| pair.iter().all(stated)),
        loose: loose.into_iter().map(|cell| decider(catalogue, cell)).collect(),
    })
}

/// "lambda.image in by the class"
fn decider(catalogue: &Catalogue, cell: Cell) -> String {
    let ruling = catalogue.ruling(cell);
    let by = match ruling.level {
        Level::Entry => "no rule",
        Level::Provider => "the provider's rule",
        Level::Class => "its class",
        Level::Service | Level::Setting => "another guide",
    };
    format!("{} {} by {by}", catalogue.deployment(cell.deployment).id, ruling.side)
}
