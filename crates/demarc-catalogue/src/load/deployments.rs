//! Reads deployments, and sees that each fixes the settings that apply, and no others.

use std::collections::BTreeMap;

use super::services::Shelf;
use super::{Loader, Word, keep};
use crate::ix::{ClassIx, DeploymentIx, ServiceIx};
use crate::read::{Fields, Names, place_of};
use crate::service::{Chosen, Deployment, Setting};
use crate::shape;

impl<'t> Loader<'t, '_> {
    /// Reads the deployments that a service's file lists.
    pub(super) fn deployments(
        &mut self,
        file: u16,
        service: usize,
        shelf: &mut Shelf<'t>,
        classes: &Names<'t>,
        words: &BTreeMap<String, Word>,
    ) {
        let Some(value) = self.table(file).get("deployment") else {
            let place = shelf.services[service].spots.at("id");
            let message = format!("`{}` lists no deployment", shelf.services[service].id);
            self.report
                .say(self.report.at(place, message).label("needs at least one [[deployment]]"));
            return;
        };
        let list: Vec<_> = match value.list() {
            Some(array) => array.iter().collect(),
            None => {
                let place = place_of(file, value);
                let problem = self.report.at(place, "a service may have many deployments");
                self.report.say(problem.label("write it as [[deployment]]"));
                vec![value]
            }
        };
        for value in list {
            let Some(mut fields) = Fields::open(&shape::DEPLOYMENT, file, value, self.report)
            else {
                continue;
            };
            let at = shelf.deployments.len();
            let Some((id, was)) = keep(&mut fields, &mut shelf.deployment_names, at, self.report)
            else {
                continue;
            };
            let home = &shelf.services[service];
            if id != home.id && !id.starts_with(&format!("{}.", home.id)) {
                let place = fields.place_of_key("id");
                self.report.say(
                    self.report
                        .at(place, format!("the deployment `{id}` is not named after its service"))
                        .label(format!("begins with `{}.`", home.id)),
                );
            }
            let set = self.set(&mut fields, &id, &home.settings);
            let deployment = Deployment {
                id,
                service: ServiceIx::at(service),
                short: fields.text("short", self.report).unwrap_or_default(),
                class: fields.refer("class", classes, self.report).map(ClassIx::at).or(home.class),
                set,
                words: self.own_words(&mut fields, words),
                layers: {
                    let words = fields.words("layers", self.report);
                    self.layers(words)
                },
                until: fields.date("until", self.report),
                was,
                spots: fields.done(),
            };
            shelf.deployments.push(deployment);
            shelf.services[service].deployments.push(DeploymentIx::at(at));
        }
    }

    /// The value of every setting that applies; what is set too much or too little is a problem.
    fn set(&mut self, fields: &mut Fields<'t>, id: &str, settings: &[Setting]) -> Vec<Chosen> {
        let mut set: Vec<Chosen> = Vec::new();
        let mut places = Vec::new();
        for (name, value) in fields.words("set", self.report) {
            let Some(setting) = self.setting_named(name, settings) else { continue };
            let Some(chosen) = self.value_named(value, &settings[setting]) else { continue };
            set.push(Chosen { setting: setting as u8, value: chosen as u8 });
            places.push((setting, name.place));
        }
        set.sort_by_key(|chosen| chosen.setting);
        for (at, setting) in settings.iter().enumerate() {
            let applies = setting.applies.completed(settings).fit(&set);
            let place = places.iter().find(|(setting, _)| *setting == at).map(|&(_, place)| place);
            match place {
                Some(place) if !applies => self.report.say(
                    self.report
                        .at(place, format!("`{}` does not apply to `{id}`", setting.id))
                        .label("the settings under which it applies are not set")
                        .other(self.report.files, setting.spots.at("applies"), "applies only here"),
                ),
                None if applies => {
                    let place = fields.place_of_key("set");
                    self.report.say(
                        self.report
                            .at(place, format!("`{id}` leaves `{}` open", setting.id))
                            .label(format!("`{}` applies here and is not set", setting.id))
                            .other(self.report.files, setting.spots.table, "declared here"),
                    );
                }
                _ => {}
            }
        }
        set
    }
}
