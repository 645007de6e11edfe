//! Reads the default words and the duties in their one order.

use std::collections::BTreeMap;

use super::{Loader, Word, keep};
use crate::duty::Duty;
use crate::ix::ControlIx;
use crate::layer::Layer;
use crate::place::Place;
use crate::read::{Fields, Names, in_order, place_of, string};
use crate::shape;

impl<'t> Loader<'t, '_> {
    pub(super) fn words(&mut self) -> BTreeMap<String, Word> {
        let mut words: BTreeMap<String, Word> = BTreeMap::new();
        for parsed in self.parsed {
            let Some(value) = parsed.table.get("words") else { continue };
            let Some(table) = value.table() else {
                let place = place_of(parsed.file, value);
                self.report.say(self.report.at(place, "`words` is a table").label("not a table"));
                continue;
            };
            for (name, value) in in_order(parsed.file, table) {
                let Some(text) = string(parsed.file, value, name.text, self.report) else {
                    continue;
                };
                let word = Word { text: text.text.to_owned(), place: name.place };
                if let Some(first) = words.insert(name.text.to_owned(), word) {
                    self.report.say(
                        self.report
                            .at(name.place, format!("the word `{}` is declared twice", name.text))
                            .label("declared again here")
                            .other(self.report.files, first.place, "first declared here"),
                    );
                }
            }
        }
        words
    }

    pub(super) fn duties(&mut self, controls: &Names<'t>) -> (Vec<Duty>, Names<'t>) {
        let layers = Layer::ALL.map(|layer| (layer.id(), layer));
        let mut names = Names::new("duty");
        let mut duties: Vec<Duty> = Vec::new();
        let mut highest: Option<(Layer, Place)> = None;
        for (file, value) in self.every("duty") {
            let Some(mut fields) = Fields::open(&shape::DUTY, file, value, self.report) else {
                continue;
            };
            let layer = fields.need_word("layer", &layers, self.report);
            let Some((id, was)) = keep(&mut fields, &mut names, duties.len(), self.report) else {
                continue;
            };
            if let (Some(layer), Some((below, place))) = (layer, highest)
                && layer < below
            {
                self.report.say(
                    self.report
                        .at(fields.place(), format!("the duty `{id}` stands above its layer"))
                        .label(format!("{} lies below {}", layer.id(), below.id()))
                        .other(self.report.files, place, "this one lies higher")
                        .help("duties stand layer by layer, from the building up"),
                );
            }
            let layer = layer.unwrap_or(Layer::Data);
            if highest.is_none_or(|(below, _)| layer > below) {
                highest = Some((layer, fields.place()));
            }
            let (principle_of, principle_in) = self.principles(&mut fields, file);
            duties.push(Duty {
                id,
                layer,
                control: fields.refer("control", controls, self.report).map(ControlIx::at),
                provider_wide: fields.flag("provider_wide", false, self.report),
                votes: fields.flag("votes", true, self.report),
                label: fields.need_text("label", self.report),
                text: fields.need_text("text", self.report),
                principle_of,
                principle_in,
                was,
                spots: fields.done(),
            });
        }
        names.judge_retired(self.report);
        (duties, names)
    }

    fn principles(&mut self, fields: &mut Fields<'t>, file: u16) -> (String, String) {
        let Some(value) = fields.value("principle") else {
            let place = fields.place();
            self.report.say(
                self.report
                    .at(place, "this duty has no principle")
                    .label("`principle.of` and `principle.in` are missing"),
            );
            return (String::new(), String::new());
        };
        let Some(mut sides) = Fields::open(&shape::PRINCIPLE, file, value, self.report) else {
            return (String::new(), String::new());
        };
        let principles = (sides.need_text("of", self.report), sides.need_text("in", self.report));
        fields.adopt(sides);
        principles
    }
}
