//! What an author looks at next: coverage by category, levels, ages, thin services, settings.

mod flips;
mod print;

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::{Cell, DeploymentIx, DutyIx};
use crate::rule::Scope;
use crate::ruling::{Basis, Level};
use crate::side::Side;

pub use flips::{Flip, SettingReach};

/// How many of the thinnest services are listed.
const THIN: usize = 10;

/// A category and how much it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryCoverage {
    /// Its name.
    pub name: String,
    /// Services in it, without the provider's own entry.
    pub services: usize,
    /// Their deployments.
    pub deployments: usize,
    /// Rulings that are asked.
    pub asked: usize,
    /// Those of them that a service's own guide states.
    pub stated: usize,
    /// Scenarios with a verdict in it; one may be told of several.
    pub scenarios: usize,
}

/// The whole picture on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// By category, in the catalogue's order; empty ones are left out.
    pub categories: Vec<CategoryCoverage>,
    /// Asked rulings by the level that decides them: entry, provider, class, service, setting.
    pub levels: [(&'static str, usize); 5],
    /// Asked rulings that a rule of the service decides, with settings or without; and those of
    /// them that are stated by its own guide.
    pub own: usize,
    /// Those of them that are stated.
    pub own_stated: usize,
    /// Sources by the days since they were last read: up to 30, 90, 180, and more.
    pub ages: [(&'static str, usize); 4],
    /// Pairs of deployments of a service that are asked alike; good content has none.
    pub twins: Vec<(String, String)>,
    /// Services with the fewest rules of their own that cite their own guide, the fewest first.
    pub thin: Vec<(String, usize)>,
    /// Duties that can move and are asked on one side only.
    pub one_sided: Vec<String>,
    /// Every setting, with what it flips.
    pub settings: Vec<SettingReach>,
}

/// The picture of a catalogue on a day.
pub fn coverage(catalogue: &Catalogue, today: Date) -> Coverage {
    let asked = catalogue.asked_cells(today);
    Coverage {
        categories: categories(catalogue, &asked),
        levels: levels(catalogue, &asked),
        own: own(catalogue, &asked).count(),
        own_stated: own(catalogue, &asked)
            .filter(|&cell| catalogue.ruling(cell).basis == Basis::Stated)
            .count(),
        ages: ages(catalogue, today),
        twins: twins(catalogue, today),
        thin: thin(catalogue),
        one_sided: one_sided(catalogue, &asked),
        settings: flips::settings(catalogue, today),
    }
}

fn categories(catalogue: &Catalogue, asked: &[Cell]) -> Vec<CategoryCoverage> {
    let all = catalogue.categories().iter().enumerate().map(|(at, category)| {
        let here = |deployment: DeploymentIx| {
            !catalogue.is_entry(deployment)
                && catalogue.service_of(deployment).category.index() == at
        };
        let cells = || asked.iter().filter(|cell| here(cell.deployment));
        let deployments: Vec<_> = catalogue.deployment_ixs().filter(|&it| here(it)).collect();
        let mut services: Vec<_> =
            deployments.iter().map(|&it| catalogue.deployment(it).service).collect();
        services.dedup();
        CategoryCoverage {
            name: category.name.clone(),
            services: services.len(),
            deployments: deployments.len(),
            asked: cells().count(),
            stated: cells().filter(|&&cell| catalogue.ruling(cell).basis == Basis::Stated).count(),
            scenarios: catalogue
                .scenarios()
                .iter()
                .filter(|scenario| {
                    scenario.verdicts.iter().any(|verdict| here(verdict.cell.deployment))
                })
                .count(),
        }
    });
    all.filter(|category| category.deployments > 0).collect()
}

/// The asked rulings that a service's own rule decides.
fn own<'c>(catalogue: &'c Catalogue, asked: &'c [Cell]) -> impl Iterator<Item = Cell> + use<'c> {
    let own = |cell: &Cell| catalogue.ruling(*cell).level >= Level::Service;
    asked.iter().copied().filter(own)
}

fn twins(catalogue: &Catalogue, today: Date) -> Vec<(String, String)> {
    let sides = |deployment: DeploymentIx| -> Vec<Option<Side>> {
        let cells = catalogue.duty_ixs().map(|duty| Cell { deployment, duty });
        let asked = |cell| catalogue.asked(cell, today).then(|| catalogue.ruling(cell).side);
        cells.map(asked).collect()
    };
    let mut twins = Vec::new();
    for service in catalogue.services() {
        let lasting = service.deployments.iter().filter(|&&at| !catalogue.has_ended(at, today));
        let mut seen: Vec<(DeploymentIx, Vec<Option<Side>>)> = Vec::new();
        for (at, mine) in lasting.map(|&at| (at, sides(at))) {
            let id = |at| catalogue.deployment(at).id.clone();
            twins.extend(
                seen.iter()
                    .filter(|(_, sides)| *sides == mine)
                    .map(|&(other, _)| (id(other), id(at))),
            );
            seen.push((at, mine));
        }
    }
    twins
}

fn levels(catalogue: &Catalogue, asked: &[Cell]) -> [(&'static str, usize); 5] {
    let count = |level| asked.iter().filter(|&&cell| catalogue.ruling(cell).level == level).count();
    [
        ("entry", count(Level::Entry)),
        ("provider", count(Level::Provider)),
        ("class", count(Level::Class)),
        ("service", count(Level::Service)),
        ("setting", count(Level::Setting)),
    ]
}

fn ages(catalogue: &Catalogue, today: Date) -> [(&'static str, usize); 4] {
    let mut read = vec![None; catalogue.sources().len()];
    for cite in catalogue.rules().iter().flat_map(|rule| &rule.cites) {
        let last = &mut read[cite.source.index()];
        *last = (*last).max(Some(cite.checked));
    }
    let mut ages =
        [("up to 30 days", 0), ("up to 90 days", 0), ("up to 180 days", 0), ("to verify", 0)];
    for last in read.into_iter().flatten() {
        let step = match last.days_until(today) {
            ..=30 => 0,
            31..=90 => 1,
            91..=180 => 2,
            _ => 3,
        };
        ages[step].1 += 1;
    }
    ages
}

fn thin(catalogue: &Catalogue) -> Vec<(String, usize)> {
    let mut services: Vec<(String, usize)> = catalogue
        .service_ixs()
        .filter(|&service| {
            catalogue.service(service).deployments.iter().any(|&at| !catalogue.is_entry(at))
        })
        .map(|service| {
            let it = catalogue.service(service);
            let own = catalogue.rules().iter().filter(|rule| {
                rule.scope == Scope::Service(service)
                    && rule
                        .cites
                        .iter()
                        .any(|cite| it.guides.contains(&catalogue.source(cite.source).guide))
            });
            (it.id.clone(), own.count())
        })
        .collect();
    services.sort_by_key(|&(_, own)| own);
    services.truncate(THIN);
    services
}

fn one_sided(catalogue: &Catalogue, asked: &[Cell]) -> Vec<String> {
    let on = |duty: DutyIx, side| {
        asked.iter().any(|&cell| cell.duty == duty && catalogue.ruling(cell).side == side)
    };
    catalogue
        .duty_ixs()
        .filter(|&duty| !catalogue.duty(duty).provider_wide && catalogue.duty(duty).votes)
        .filter(|&duty| !(on(duty, Side::Of) && on(duty, Side::In)))
        .map(|duty| catalogue.duty(duty).id.clone())
        .collect()
}
