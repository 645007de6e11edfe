//! Reads services and their deployments, file by file.

use std::collections::{BTreeMap, HashMap};

use super::{Loader, Word, keep};
use crate::ix::{CategoryIx, ClassIx, DeploymentIx, ServiceIx};
use crate::layer::Layer;
use crate::load::model::owned;
use crate::read::{Fields, Item, Names, in_order, place_of, string};
use crate::service::{Chosen, Deployment, LayerWords, Service, Setting};

const SERVICE: [&str; 11] = [
    "id", "name", "short", "tile", "category", "class", "guides", "words", "layers", "until", "was",
];
const DEPLOYMENT: [&str; 8] = ["id", "short", "class", "set", "words", "layers", "until", "was"];

/// The services in the order of their categories, and their deployments.
pub(super) struct Shelf<'t> {
    pub(super) services: Vec<Service>,
    pub(super) deployments: Vec<Deployment>,
    pub(super) of_file: HashMap<u16, ServiceIx>,
    pub(super) service_names: Names<'t>,
    pub(super) deployment_names: Names<'t>,
}

impl<'t> Loader<'t, '_> {
    pub(super) fn services(
        &mut self,
        categories: &Names<'t>,
        classes: &Names<'t>,
        words: &BTreeMap<String, Word>,
    ) -> Shelf<'t> {
        let mut shelf = Shelf {
            services: Vec::new(),
            deployments: Vec::new(),
            of_file: HashMap::new(),
            service_names: Names::new("service"),
            deployment_names: Names::new("deployment"),
        };
        let mut heads = Vec::new();
        for parsed in self.parsed {
            let Some(value) = parsed.table.get_ref().get("service") else {
                self.homeless(parsed.file);
                continue;
            };
            let Some(mut fields) =
                Fields::open("service", parsed.file, value, &SERVICE, self.report)
            else {
                continue;
            };
            let category = fields.need_refer("category", categories, self.report).unwrap_or(0);
            heads.push((category, parsed.file, fields));
        }
        heads.sort_by_key(|&(category, file, _)| (category, file));
        for (category, file, mut fields) in heads {
            let at = shelf.services.len();
            let Some(id) = keep(&mut fields, &mut shelf.service_names, at, self.report) else {
                continue;
            };
            let service = self.service(id, category, file, fields, classes, words);
            shelf.services.push(service);
            shelf.of_file.insert(file, ServiceIx::at(at));
            self.deployments(file, at, &mut shelf, classes, words);
        }
        shelf.service_names.judge_retired(self.report);
        shelf.deployment_names.judge_retired(self.report);
        shelf
    }

    fn service(
        &mut self,
        (id, was): (String, Vec<String>),
        category: usize,
        file: u16,
        mut fields: Fields<'t>,
        classes: &Names<'t>,
        words: &BTreeMap<String, Word>,
    ) -> Service {
        let entries = fields.words("layers", self.report);
        let mut layers = self.layers(entries);
        let table = self.table(file);
        if let Some(value) = table.get("layers").and_then(|value| value.get_ref().as_table()) {
            let entries = in_order(file, value).into_iter().filter_map(|(layer, value)| {
                Some((layer, string(file, value, layer.text, self.report)?))
            });
            let entries: Vec<_> = entries.collect();
            for (mine, more) in layers.0.iter_mut().zip(self.layers(entries).0) {
                *mine = more.or(mine.take());
            }
        }
        Service {
            id,
            name: fields.need_text("name", self.report),
            short: fields.need_text("short", self.report),
            tile: fields.need_text("tile", self.report),
            category: CategoryIx::at(category),
            class: fields.refer("class", classes, self.report).map(ClassIx::at),
            guides: owned(fields.list("guides", self.report)),
            settings: self.settings(file),
            words: self.own_words(&mut fields, words),
            layers,
            until: fields.date("until", self.report),
            deployments: Vec::new(),
            was,
            spots: fields.done(),
        }
    }

    fn deployments(
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
        let Some(array) = value.get_ref().as_array() else { return };
        for value in array.iter() {
            let Some(mut fields) =
                Fields::open("deployment", file, value, &DEPLOYMENT, self.report)
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

    fn own_words(
        &mut self,
        fields: &mut Fields<'t>,
        words: &BTreeMap<String, Word>,
    ) -> BTreeMap<String, String> {
        let mut own = BTreeMap::new();
        for (name, text) in fields.words("words", self.report) {
            if !words.contains_key(name.text) {
                self.report.say(
                    self.report
                        .at(name.place, format!("no duty has a word `{}`", name.text))
                        .label("not declared in [words]")
                        .nearest(name.text, words.keys().map(String::as_str)),
                );
            }
            own.insert(name.text.to_owned(), text.text.to_owned());
        }
        own
    }

    fn layers(&mut self, entries: Vec<(Item<'t>, Item<'t>)>) -> LayerWords {
        let mut words = LayerWords::default();
        for (name, text) in entries {
            match Layer::named(name.text) {
                Some(layer) => words.0[layer.index()] = Some(text.text.to_owned()),
                None => self.report.say(
                    self.report
                        .at(name.place, format!("there is no layer `{}`", name.text))
                        .label("not a layer")
                        .nearest(name.text, Layer::ALL.map(Layer::id)),
                ),
            }
        }
        words
    }

    /// Says that tables of a service stand in a file without one.
    fn homeless(&mut self, file: u16) {
        for kind in ["layers", "setting", "deployment"] {
            if let Some(value) = self.table(file).get(kind) {
                let value = match value.get_ref().as_array().and_then(|array| array.iter().next()) {
                    Some(first) => first,
                    None => value,
                };
                self.report.say(
                    self.report
                        .at(place_of(file, value), format!("this {kind} belongs to no service"))
                        .label("the file has no [service]"),
                );
            }
        }
    }
}
