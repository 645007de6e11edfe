//! Computes the ruling of every cell from the rules.

use std::collections::{BTreeMap, HashMap};

use crate::ix::{DeploymentIx, DutyIx, RuleIx, ServiceIx};
use crate::load::Parts;
use crate::nearest::listed;
use crate::place::SourceFile;
use crate::problem::Problem;
use crate::rule::{Rule, Scope};
use crate::ruling::{Basis, Level, Ruling};

/// The rules on a duty, by what they speak of.
#[derive(Debug, Default)]
pub(crate) struct RuleIndex(HashMap<(Scope, DutyIx), Vec<RuleIx>>);

impl RuleIndex {
    pub(crate) fn new(rules: &[Rule]) -> RuleIndex {
        let mut index: HashMap<_, Vec<RuleIx>> = HashMap::new();
        for (at, rule) in rules.iter().enumerate() {
            for &duty in &rule.duties {
                index.entry((rule.scope, duty)).or_default().push(RuleIx::at(at));
            }
        }
        RuleIndex(index)
    }

    pub(crate) fn on(&self, scope: Scope, duty: DutyIx) -> &[RuleIx] {
        self.0.get(&(scope, duty)).map_or(&[], Vec::as_slice)
    }
}

/// The rules that hold for a duty in a deployment, from those said of most to those said of least.
pub(crate) fn candidates(
    parts: &Parts,
    index: &RuleIndex,
    deployment: DeploymentIx,
    duty: DutyIx,
) -> Vec<RuleIx> {
    let home = &parts.deployments[deployment.index()];
    let entry = parts.provider.entry == Some(home.service);
    if entry && !parts.duties[duty.index()].provider_wide {
        return Vec::new();
    }
    let mut found = index.on(Scope::Provider, duty).to_vec();
    if let Some(class) = home.class {
        found.extend(index.on(Scope::Class(class), duty));
    }
    let own = index.on(Scope::Service(home.service), duty).iter().copied();
    let mut own: Vec<RuleIx> =
        own.filter(|rule| parts.rules[rule.index()].when.fit(&home.set)).collect();
    // Broad before narrow: a rule stands after every rule that it beats.
    own.sort_by_key(|rule| {
        let mine = &parts.rules[rule.index()].when;
        let beaten = index.on(Scope::Service(home.service), duty).iter();
        beaten.filter(|other| mine.beat(&parts.rules[other.index()].when)).count()
    });
    found.extend(own);
    found
}

/// Of the candidates those that no other beats: one, or several that have to agree.
pub(crate) fn deciding(rules: &[Rule], candidates: &[RuleIx]) -> Vec<RuleIx> {
    let rank = |rule: RuleIx| match rules[rule.index()].scope {
        Scope::Entry => 0,
        Scope::Provider => 1,
        Scope::Class(_) => 2,
        Scope::Service(_) => 3,
    };
    let Some(nearest) = candidates.iter().map(|&rule| rank(rule)).max() else { return Vec::new() };
    let near: Vec<RuleIx> =
        candidates.iter().copied().filter(|&rule| rank(rule) == nearest).collect();
    let beaten = |rule: RuleIx| {
        let when = &rules[rule.index()].when;
        near.iter().any(|other| rules[other.index()].when.beat(when))
    };
    near.iter().copied().filter(|&rule| !beaten(rule)).collect()
}

/// The ruling of every cell, deployment by deployment; `undecided` stands where no rule speaks.
pub(crate) fn rulings(
    parts: &Parts,
    index: &RuleIndex,
    undecided: RuleIx,
    files: &[SourceFile],
) -> (Vec<Ruling>, Vec<Problem>) {
    let mut rulings = Vec::with_capacity(parts.deployments.len() * parts.duties.len());
    let mut quarrels = Quarrels::new();
    let mut gaps = Gaps::new();
    for deployment in (0..parts.deployments.len()).map(DeploymentIx::at) {
        let service = parts.deployments[deployment.index()].service;
        let entry = parts.provider.entry == Some(service);
        for duty in (0..parts.duties.len()).map(DutyIx::at) {
            let best = deciding(&parts.rules, &candidates(parts, index, deployment, duty));
            let Some(&first) = best.first() else {
                if !entry || parts.duties[duty.index()].provider_wide {
                    gaps.entry((service, duty)).or_default().push(deployment);
                }
                rulings.push(ruling(parts, undecided, service));
                continue;
            };
            let rule = &parts.rules[first.index()];
            if let Some(other) = best.iter().find(|other| {
                let other = &parts.rules[other.index()];
                (other.side, &other.owner) != (rule.side, &rule.owner)
            }) {
                quarrels.entry((first, *other, duty)).or_default().push(deployment);
            }
            rulings.push(ruling(parts, first, service));
        }
    }
    let mut problems = quarrelling(parts, quarrels, files);
    problems.extend(missing(parts, gaps, files));
    (rulings, problems)
}

type Quarrels = BTreeMap<(RuleIx, RuleIx, DutyIx), Vec<DeploymentIx>>;
type Gaps = BTreeMap<(ServiceIx, DutyIx), Vec<DeploymentIx>>;

fn ruling(parts: &Parts, at: RuleIx, service: ServiceIx) -> Ruling {
    let rule = &parts.rules[at.index()];
    let home = &parts.services[service.index()];
    let cites = |guides: &[String]| {
        rule.cites.iter().any(|cite| guides.contains(&parts.sources[cite.source.index()].guide))
    };
    let entry = parts.provider.entry == Some(service);
    let stated = match rule.scope {
        Scope::Service(_) => cites(&home.guides),
        Scope::Provider if entry => cites(&home.guides) || cites(&parts.provider.guides),
        _ => false,
    };
    Ruling {
        side: rule.side,
        owner: rule.owner.clone(),
        rule: at,
        level: level(rule),
        basis: if stated { Basis::Stated } else { Basis::Follows },
    }
}

/// How near to a deployment a rule stands.
pub(crate) fn level(rule: &Rule) -> Level {
    match rule.scope {
        Scope::Entry => Level::Entry,
        Scope::Provider => Level::Provider,
        Scope::Class(_) => Level::Class,
        Scope::Service(_) if rule.when.is_empty() => Level::Service,
        Scope::Service(_) => Level::Setting,
    }
}

fn quarrelling(parts: &Parts, quarrels: Quarrels, files: &[SourceFile]) -> Vec<Problem> {
    let problems = quarrels.into_iter().map(|((first, second, duty), deployments)| {
        let (a, b) = (&parts.rules[first.index()], &parts.rules[second.index()]);
        let id = &parts.duties[duty.index()].id;
        let message = format!("two rules disagree about `{id}` in {}", ids(parts, &deployments));
        Problem::at(files, a.spots.at("side"), message)
            .label(format!("says `{}`", a.side))
            .other(files, b.spots.at("side"), format!("says `{}`", b.side))
            .help(
                "narrow one of them with `when` until it names all that the other names, and more",
            )
    });
    problems.collect()
}

fn missing(parts: &Parts, gaps: Gaps, files: &[SourceFile]) -> Vec<Problem> {
    let mut alike: BTreeMap<(ServiceIx, Vec<DeploymentIx>), Vec<DutyIx>> = BTreeMap::new();
    for ((service, duty), deployments) in gaps {
        let class = |at: &DeploymentIx| parts.deployments[at.index()].class;
        let unread = parts.unsure.contains(&Scope::Provider)
            || parts.unsure.contains(&Scope::Service(service))
            || deployments
                .iter()
                .filter_map(class)
                .any(|class| parts.unsure.contains(&Scope::Class(class)));
        if !unread {
            alike.entry((service, deployments)).or_default().push(duty);
        }
    }
    let problems = alike.into_iter().map(|((_, deployments), duties)| {
        let names = listed(duties.iter().map(|duty| parts.duties[duty.index()].id.as_str()));
        let place = parts.deployments[deployments[0].index()].spots.at("id");
        Problem::at(
            files,
            place,
            format!("no rule decides {names} in {}", ids(parts, &deployments)),
        )
        .label("has no ruling there")
        .help("write a rule in this file; its side is `none` if the duty does not exist here")
    });
    problems.collect()
}

fn ids(parts: &Parts, deployments: &[DeploymentIx]) -> String {
    listed(deployments.iter().map(|at| parts.deployments[at.index()].id.as_str()))
}
