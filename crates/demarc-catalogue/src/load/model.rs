//! Reads the provider, the edition, and what the rules speak of beside duties and services.

use super::{Loader, keep};
use crate::date::Date;
use crate::ix::ServiceIx;
use crate::place::{Place, Spots};
use crate::provider::{Content, Provider};
use crate::read::{Fields, Names};
use crate::service::{Category, Class, Service};
use crate::shape::{self, Shape};
use crate::source::{Control, ControlKind, Misconception, Source};

/// The spots of a table that stands nowhere.
const NOWHERE: Spots = Spots { table: Place { file: 0, start: 0, end: 0 }, values: Vec::new() };

impl<'t> Loader<'t, '_> {
    pub(super) fn provider(&mut self, services: &Names<'t>) -> Provider {
        let fields = self
            .once("provider")
            .and_then(|(file, value)| Fields::open(&shape::PROVIDER, file, value, self.report));
        let Some(mut fields) = fields else {
            return Provider {
                id: String::new(),
                name: String::new(),
                entry: None,
                guides: Vec::new(),
                spots: NOWHERE,
            };
        };
        Provider {
            id: fields.id(self.report).map(|id| id.text.to_owned()).unwrap_or_default(),
            name: fields.need_text("name", self.report),
            entry: fields.refer("entry", services, self.report).map(ServiceIx::at),
            guides: owned(fields.list("guides", self.report)),
            spots: fields.done(),
        }
    }

    pub(super) fn content(&mut self) -> Content {
        let nothing = Date { year: 9999, month: 12, day: 31 };
        let fields = self
            .once("content")
            .and_then(|(file, value)| Fields::open(&shape::CONTENT, file, value, self.report));
        let Some(mut fields) = fields else {
            return Content { version: String::new(), released: nothing, spots: NOWHERE };
        };
        Content {
            version: fields.need_text("version", self.report),
            released: fields.need_date("released", self.report).unwrap_or(nothing),
            spots: fields.done(),
        }
    }

    pub(super) fn categories(&mut self) -> (Vec<Category>, Names<'t>) {
        self.all(&shape::CATEGORY, |fields, (id, was), report| Category {
            id,
            name: fields.need_text("name", report),
            was,
            spots: NOWHERE,
        })
        .finish(|category, spots| category.spots = spots)
    }

    pub(super) fn classes(&mut self) -> (Vec<Class>, Names<'t>) {
        self.all(&shape::CLASS, |fields, (id, was), report| Class {
            id,
            name: fields.need_text("name", report),
            about: fields.need_text("about", report),
            was,
            spots: NOWHERE,
        })
        .finish(|class, spots| class.spots = spots)
    }

    pub(super) fn controls(&mut self) -> (Vec<Control>, Names<'t>) {
        let kinds = ControlKind::ALL.map(|kind| (kind.as_str(), kind));
        self.all(&shape::CONTROL, |fields, (id, was), report| Control {
            id,
            name: fields.need_text("name", report),
            kind: fields.need_word("kind", &kinds, report).unwrap_or(ControlKind::Shared),
            was,
            spots: NOWHERE,
        })
        .finish(|control, spots| control.spots = spots)
    }

    pub(super) fn misconceptions(&mut self) -> (Vec<Misconception>, Names<'t>) {
        self.all(&shape::MISCONCEPTION, |fields, (id, was), report| Misconception {
            id,
            belief: fields.need_text("belief", report),
            refutation: fields.need_text("refutation", report),
            was,
            spots: NOWHERE,
        })
        .finish(|misconception, spots| misconception.spots = spots)
    }

    pub(super) fn sources(&mut self) -> (Vec<Source>, Names<'t>) {
        self.all(&shape::SOURCE, |fields, (id, was), report| Source {
            id,
            title: fields.need_text("title", report),
            url: fields.need_text("url", report),
            guide: fields.need_text("guide", report),
            copy: fields.text("copy", report),
            was,
            spots: NOWHERE,
        })
        .finish(|source, spots| source.spots = spots)
    }

    /// Every service but the provider's entry belongs to a class.
    pub(super) fn classless(&mut self, provider: &Provider, services: &[Service]) {
        for (index, service) in services.iter().enumerate() {
            let entry = provider.entry == Some(ServiceIx::at(index));
            let named = service.spots.values.iter().any(|(key, _)| *key == "class");
            if entry == named {
                let message = if entry {
                    format!("the provider's own entry `{}` belongs to no class", service.id)
                } else {
                    format!("the service `{}` has no class", service.id)
                };
                let place = service.spots.at("class");
                self.report.say(self.report.at(place, message).label(if entry {
                    "take this out"
                } else {
                    "`class` is missing"
                }));
            }
        }
    }

    /// Every table of a shape with an id, read by `read`.
    fn all<T>(
        &mut self,
        shape: &'static Shape,
        read: impl Fn(&mut Fields<'t>, (String, Vec<String>), &mut crate::read::Report<'t>) -> T,
    ) -> Shelf<'t, T> {
        let mut names = Names::new(shape.name);
        let mut things: Vec<(T, Spots)> = Vec::new();
        for (file, value) in self.every(shape.name) {
            let Some(mut fields) = Fields::open(shape, file, value, self.report) else {
                continue;
            };
            if let Some(id) = keep(&mut fields, &mut names, things.len(), self.report) {
                let thing = read(&mut fields, id, self.report);
                things.push((thing, fields.done()));
            }
        }
        names.judge_retired(self.report);
        Shelf { things, names }
    }
}

/// Things of one kind, with their spots and names.
struct Shelf<'t, T> {
    things: Vec<(T, Spots)>,
    names: Names<'t>,
}

impl<'t, T> Shelf<'t, T> {
    /// The things, each told where it stands.
    fn finish(self, tell: impl Fn(&mut T, Spots)) -> (Vec<T>, Names<'t>) {
        let things = self.things.into_iter().map(|(mut thing, spots)| {
            tell(&mut thing, spots);
            thing
        });
        (things.collect(), self.names)
    }
}

/// The strings of a list, owned.
pub(super) fn owned(items: Vec<crate::read::Item<'_>>) -> Vec<String> {
    items.into_iter().map(|item| item.text.to_owned()).collect()
}
