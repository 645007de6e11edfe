//! No rule is dead, and none holds by accident where a deployment left its service's class.

use std::collections::HashSet;

use super::Court;
use crate::ix::{Cell, ClassIx, DeploymentIx, DutyIx, RuleIx, ServiceIx};
use crate::nearest::listed;
use crate::rule::{Rule, Scope};
use crate::side::Side;

impl Court<'_> {
    pub(super) fn rules(&mut self) {
        self.classes_without_deployments();
        self.dead();
        for service in self.catalogue.service_ixs() {
            if self.is_sure(service) {
                self.overrides(service);
            }
        }
    }

    fn classes_without_deployments(&mut self) {
        if !self.all_sure() {
            return;
        }
        for (at, class) in self.catalogue.classes().iter().enumerate() {
            let deployments = self.catalogue.deployments();
            if !deployments.iter().any(|deployment| deployment.class == Some(ClassIx::at(at))) {
                let message = format!("no deployment is of the class `{}`", class.id);
                self.say(self.at(class.spots.at("id"), message).label("nothing follows from it"));
            }
        }
    }

    fn dead(&mut self) {
        let cells = self.catalogue.cells();
        let live: HashSet<(RuleIx, DutyIx)> =
            cells.map(|cell| (self.catalogue.ruling(cell).rule, cell.duty)).collect();
        for (at, rule) in self.catalogue.rules().iter().enumerate() {
            if !self.can_judge(rule) {
                continue;
            }
            for (&duty, &place) in rule.duties.iter().zip(&rule.duty_places) {
                if live.contains(&(RuleIx::at(at), duty)) {
                    continue;
                }
                let id = &self.catalogue.duty(duty).id;
                let problem = self
                    .at(place, format!("this rule never decides `{id}`"))
                    .label(self.cause_of_death(rule, duty))
                    .help("take it out, or narrow the rules that come before it");
                let problem = self.slayers(rule, duty).into_iter().fold(problem, |problem, by| {
                    let place = self.catalogue.rule(by).spots.at("side");
                    problem.other(&self.catalogue.files, place, "this rule decides instead")
                });
                self.say(problem);
            }
        }
    }

    /// Whether every rule and every deployment was read that could keep this rule alive.
    fn can_judge(&self, rule: &Rule) -> bool {
        match rule.scope {
            Scope::Entry => false,
            Scope::Provider => self.all_sure(),
            Scope::Class(class) => {
                self.all_sure()
                    && self.catalogue.deployments().iter().any(|home| home.class == Some(class))
            }
            Scope::Service(service) => self.is_sure(service),
        }
    }

    fn touched(&self, rule: &Rule) -> Vec<DeploymentIx> {
        let all = self.catalogue.deployment_ixs();
        all.filter(|&at| {
            let home = self.catalogue.deployment(at);
            match rule.scope {
                Scope::Entry => false,
                Scope::Provider => true,
                Scope::Class(class) => home.class == Some(class),
                Scope::Service(service) => home.service == service && rule.when.fit(&home.set),
            }
        })
        .collect()
    }

    fn cause_of_death(&self, rule: &Rule, duty: DutyIx) -> String {
        let touched = self.touched(rule);
        if touched.is_empty() {
            return "no deployment has these settings".to_owned();
        }
        let entry_only = touched.iter().all(|&at| self.catalogue.is_entry(at));
        if entry_only && !self.catalogue.duty(duty).provider_wide {
            return "the provider's own entry rules only provider-wide duties".to_owned();
        }
        "other rules decide wherever it holds".to_owned()
    }

    /// Up to two rules that decide where this one could.
    fn slayers(&self, rule: &Rule, duty: DutyIx) -> Vec<RuleIx> {
        let cells = self.touched(rule).into_iter().map(|deployment| Cell { deployment, duty });
        let mut by: Vec<RuleIx> = cells.map(|cell| self.catalogue.ruling(cell).rule).collect();
        by.retain(|&rule| self.catalogue.rule(rule).scope != Scope::Entry);
        by.sort_unstable();
        by.dedup();
        by.truncate(2);
        by
    }

    /// A service's rule on a duty that two of its classes rule differently names its deployments
    /// by `when`: it must not hold for deployments of both.
    fn overrides(&mut self, service: ServiceIx) {
        let deployments = &self.catalogue.service(service).deployments;
        let mut classes: Vec<ClassIx> =
            deployments.iter().filter_map(|&at| self.catalogue.deployment(at).class).collect();
        classes.sort_unstable();
        classes.dedup();
        if classes.len() < 2 {
            return;
        }
        for rule in self.catalogue.rules() {
            if rule.scope != Scope::Service(service) {
                continue;
            }
            let mut held: Vec<ClassIx> = self
                .touched(rule)
                .into_iter()
                .filter_map(|at| self.catalogue.deployment(at).class)
                .collect();
            held.sort_unstable();
            held.dedup();
            for (&duty, &place) in rule.duties.iter().zip(&rule.duty_places) {
                let mut sides: Vec<Side> =
                    held.iter().filter_map(|&class| self.class_side(class, duty)).collect();
                sides.sort_unstable();
                sides.dedup();
                if sides.len() > 1 {
                    let id = &self.catalogue.duty(duty).id;
                    let names =
                        held.iter().map(|at| self.catalogue.classes()[at.index()].id.as_str());
                    let message =
                        format!("this rule on `{id}` holds for deployments of {}", listed(names));
                    let problem =
                        self.at(place, message).label("these classes rule it differently");
                    self.say(problem.help("add `when`, so that it holds for those of one class"));
                }
            }
        }
    }

    /// The side that a class rule, or else the provider's, gives a duty.
    fn class_side(&self, class: ClassIx, duty: DutyIx) -> Option<Side> {
        let index = &self.catalogue.index;
        let own = index.on(Scope::Class(class), duty).first();
        let rule = own.or_else(|| index.on(Scope::Provider, duty).first())?;
        Some(self.catalogue.rule(*rule).side)
    }
}
