//! Reads services and their deployments, file by file.

use std::collections::{BTreeMap, HashMap};

use super::{Loader, Word, keep};
use crate::ix::{CategoryIx, ClassIx, ServiceIx};
use crate::layer::Layer;
use crate::load::model::owned;
use crate::read::{Fields, Item, Names, in_order, kind, place_of, string};
use crate::service::{Deployment, LayerWords, Service};
use crate::shape;

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
            let Some(value) = parsed.table.get("service") else {
                self.homeless(parsed.file);
                continue;
            };
            let Some(mut fields) = Fields::open(&shape::SERVICE, parsed.file, value, self.report)
            else {
                continue;
            };
            let category = fields.need_refer("category", categories, self.report).unwrap_or(0);
            let first = fields.flag("first", false, self.report);
            heads.push(((category, !first, parsed.file), fields));
        }
        heads.sort_by_key(|(order, _)| *order);
        for ((category, later, file), mut fields) in heads {
            let at = shelf.services.len();
            let Some(id) = keep(&mut fields, &mut shelf.service_names, at, self.report) else {
                continue;
            };
            let service = self.service(id, (category, !later), file, fields, classes, words);
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
        (category, first): (usize, bool),
        file: u16,
        mut fields: Fields<'t>,
        classes: &Names<'t>,
        words: &BTreeMap<String, Word>,
    ) -> Service {
        let entries = fields.words("layers", self.report);
        let mut layers = self.layers(entries);
        for (mine, more) in layers.0.iter_mut().zip(self.layer_table(file).0) {
            *mine = more.or(mine.take());
        }
        Service {
            id,
            name: fields.need_text("name", self.report),
            short: fields.need_text("short", self.report),
            tile: fields.need_text("tile", self.report),
            category: CategoryIx::at(category),
            first,
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

    /// The words of the table `[layers]` in a service's file.
    fn layer_table(&mut self, file: u16) -> LayerWords {
        let Some(value) = self.table(file).get("layers") else { return LayerWords::default() };
        let Some(table) = value.table() else {
            let problem = self.report.at(place_of(file, value), "`layers` is a table");
            self.report.say(problem.label(format!("this is {}", kind(value))));
            return LayerWords::default();
        };
        let mut entries = Vec::new();
        for (layer, value) in in_order(file, table) {
            entries
                .extend(string(file, value, layer.text, self.report).map(|words| (layer, words)));
        }
        self.layers(entries)
    }

    pub(super) fn own_words(
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

    pub(super) fn layers(&mut self, entries: Vec<(Item<'t>, Item<'t>)>) -> LayerWords {
        let mut words = LayerWords::default();
        for (name, text) in entries {
            match Layer::named(name.text) {
                Some(layer) => words.0[layer.index()] = Some((text.text.to_owned(), text.place)),
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
                let value = match value.list().and_then(|array| array.iter().next()) {
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
