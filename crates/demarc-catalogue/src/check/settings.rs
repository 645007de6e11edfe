//! Every setting moves the line somewhere, every value tells deployments apart, and no two
//! deployments of a service are alike.

use super::Court;
use crate::ix::{Cell, DeploymentIx, ServiceIx};
use crate::service::Setting;
use crate::side::Side;

impl Court<'_> {
    pub(super) fn settings(&mut self) {
        for service in self.catalogue.service_ixs() {
            if !self.is_sure(service) {
                continue;
            }
            for (at, setting) in self.catalogue.service(service).settings.iter().enumerate() {
                self.setting(service, at, setting);
            }
            self.twins(service);
        }
    }

    fn setting(&mut self, service: ServiceIx, at: usize, setting: &Setting) {
        let deployments = &self.catalogue.service(service).deployments;
        let value_of =
            |&deployment: &DeploymentIx| self.catalogue.deployment(deployment).value_of(at);
        // Pairs that differ in this setting and agree in every other that applies to both.
        let pairs = deployments
            .iter()
            .enumerate()
            .flat_map(|(place, a)| deployments[place + 1..].iter().map(move |b| (a, b)));
        let pairs: Vec<(&DeploymentIx, &DeploymentIx)> = pairs
            .filter(|(a, b)| value_of(a).is_some() && value_of(b).is_some())
            .filter(|(a, b)| value_of(a) != value_of(b) && self.agree_beside(**a, **b, at))
            .collect();
        let telling: Vec<_> = pairs.iter().filter(|(a, b)| self.differ(**a, **b)).collect();
        let mut found = Vec::new();
        if telling.is_empty() {
            let label = if pairs.is_empty() {
                "no two deployments differ in this setting alone"
            } else {
                "deployments that differ in it alone have the same rulings"
            };
            found.push(
                self.at(setting.spots.table, format!("the setting `{}` flips nothing", setting.id))
                    .label(label)
                    .help("a setting is a choice that moves the line; others are left out"),
            );
        }
        for (value, known) in setting.values.iter().enumerate() {
            let used = deployments.iter().any(|at| value_of(at) == Some(value));
            let tells = telling
                .iter()
                .any(|(a, b)| value_of(a) == Some(value) || value_of(b) == Some(value));
            let label = if !used {
                "no deployment has it"
            } else if !tells && !telling.is_empty() {
                "deployments that differ in it alone have the same rulings"
            } else {
                continue;
            };
            let message =
                format!("the value `{}` of `{}` tells nothing apart", known.id, setting.id);
            found.push(self.at(known.place, message).label(label));
        }
        self.problems.extend(found);
    }

    /// Whether two deployments have the same value in every other setting that applies to both.
    fn agree_beside(&self, a: DeploymentIx, b: DeploymentIx, but: usize) -> bool {
        let (a, b) = (self.catalogue.deployment(a), self.catalogue.deployment(b));
        a.set.iter().filter(|chosen| usize::from(chosen.setting) != but).all(|chosen| {
            let there = b.value_of(usize::from(chosen.setting));
            there.is_none_or(|value| value == usize::from(chosen.value))
        })
    }

    /// The side of each duty that can be asked; the rest is alike.
    fn asked_sides(&self, deployment: DeploymentIx) -> Vec<Option<Side>> {
        let cells = self.catalogue.duty_ixs().map(|duty| Cell { deployment, duty });
        cells
            .map(|cell| {
                let asked = self.catalogue.askable[self.catalogue.cell_number(cell)];
                asked.then(|| self.catalogue.ruling(cell).side)
            })
            .collect()
    }

    fn differ(&self, a: DeploymentIx, b: DeploymentIx) -> bool {
        self.asked_sides(a) != self.asked_sides(b)
    }

    fn twins(&mut self, service: ServiceIx) {
        let deployments = &self.catalogue.service(service).deployments;
        let mut found = Vec::new();
        for (place, &b) in deployments.iter().enumerate() {
            let Some(&a) = deployments[..place].iter().find(|&&a| !self.differ(a, b)) else {
                continue;
            };
            let (first, second) = (self.catalogue.deployment(a), self.catalogue.deployment(b));
            let message = format!("`{}` and `{}` are alike", first.id, second.id);
            found.push(
                self.at(second.spots.at("id"), message)
                    .label("every ruling that is asked is the same")
                    .other(&self.catalogue.files, first.spots.at("id"), "as here")
                    .help("find the duty that tells them apart, or take one out"),
            );
        }
        self.problems.extend(found);
    }
}
