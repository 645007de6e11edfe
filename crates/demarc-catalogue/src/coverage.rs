//! What an author looks at next: coverage by category, levels, ages, thin services, settings.

use std::fmt;

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::{Cell, DeploymentIx, DutyIx};
use crate::rule::Scope;
use crate::ruling::{Basis, Level};
use crate::side::Side;

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
}

/// A setting and the duties that it flips between two deployments which differ in it alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingReach {
    /// "lambda: Runtime updates".
    pub name: String,
    /// Ids of the duties.
    pub flips: Vec<String>,
}

/// The whole picture on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// By category, in the catalogue's order; empty ones are left out.
    pub categories: Vec<CategoryCoverage>,
    /// Asked rulings by the level that decides them: entry, provider, class, service, setting.
    pub levels: [(&'static str, usize); 5],
    /// Sources by the days since they were last read: up to 30, 90, 180, and more.
    pub ages: [(&'static str, usize); 4],
    /// Services with the fewest rules of their own that cite their own guide.
    pub thin: Vec<(String, usize)>,
    /// Duties that can move and are asked on one side only.
    pub one_sided: Vec<String>,
    /// Every setting.
    pub settings: Vec<SettingReach>,
}

/// The picture of a catalogue on a day.
pub fn coverage(catalogue: &Catalogue, today: Date) -> Coverage {
    let asked = catalogue.asked_cells(today);
    Coverage {
        categories: categories(catalogue, &asked),
        levels: levels(catalogue, &asked),
        ages: ages(catalogue, today),
        thin: thin(catalogue),
        one_sided: one_sided(catalogue, &asked),
        settings: settings(catalogue, today),
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
        }
    });
    all.filter(|category| category.deployments > 0).collect()
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

fn settings(catalogue: &Catalogue, today: Date) -> Vec<SettingReach> {
    let mut all = Vec::new();
    for service in catalogue.services() {
        for (at, setting) in service.settings.iter().enumerate() {
            let value = |it: DeploymentIx, at| catalogue.deployment(it).value_of(at);
            let apart = |a: DeploymentIx, b: DeploymentIx| {
                value(a, at).is_some()
                    && value(b, at).is_some()
                    && value(a, at) != value(b, at)
                    && (0..service.settings.len())
                        .filter(|&other| other != at)
                        .filter(|&other| value(a, other).is_some() && value(b, other).is_some())
                        .all(|other| value(a, other) == value(b, other))
            };
            let differs = |duty| {
                service.deployments.iter().any(|&a| {
                    service.deployments.iter().any(|&b| {
                        let cells = [a, b].map(|deployment| Cell { deployment, duty });
                        let sides = cells.map(|cell| catalogue.ruling(cell).side);
                        apart(a, b)
                            && sides[0] != sides[1]
                            && cells.iter().any(|&cell| catalogue.asked(cell, today))
                    })
                })
            };
            all.push(SettingReach {
                name: format!("{}: {}", service.id, setting.name),
                flips: catalogue
                    .duty_ixs()
                    .filter(|&duty| differs(duty))
                    .map(|duty| catalogue.duty(duty).id.clone())
                    .collect(),
            });
        }
    }
    all
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "services  deployments  asked  stated  category")?;
        for it in &self.categories {
            writeln!(
                f,
                "{:>8}  {:>11}  {:>5}  {:>6}  {}",
                it.services, it.deployments, it.asked, it.stated, it.name
            )?;
        }
        writeln!(f, "\nasked rulings by the level that decides them")?;
        for (name, count) in self.levels {
            writeln!(f, "{count:>6}  {name}")?;
        }
        writeln!(f, "\nsources by the days since they were read")?;
        for (name, count) in self.ages {
            writeln!(f, "{count:>6}  {name}")?;
        }
        writeln!(f, "\nservices with the fewest rules of their own that cite their guide")?;
        for (name, count) in &self.thin {
            writeln!(f, "{count:>6}  {name}")?;
        }
        writeln!(f, "\nduties that can move and are asked on one side only")?;
        for name in &self.one_sided {
            writeln!(f, "        {name}")?;
        }
        writeln!(f, "\nsettings and the duties that each flips")?;
        for it in &self.settings {
            writeln!(f, "        {}: {}", it.name, it.flips.join(", "))?;
        }
        Ok(())
    }
}
