//! Reads settings, and the conditions that name them.

use super::Loader;
use crate::conditions::{Conditions, MOST_VALUES};
use crate::date::Date;
use crate::place::Spots;
use crate::read::{Item, date, in_order, kind, place_of, string, strings};
use crate::service::{Setting, SettingValue};
use crate::shape::SETTING;
use crate::tree::{Node, Table};

impl<'t> Loader<'t, '_> {
    /// The table of a file.
    pub(super) fn table(&self, file: u16) -> &'t Table<'t> {
        &self.parsed[usize::from(file)].table
    }

    /// The settings that a service's file declares, in its order.
    pub(super) fn settings(&mut self, file: u16) -> Vec<Setting> {
        let Some(value) = self.table(file).get("setting") else { return Vec::new() };
        let Some(table) = value.table() else {
            let place = place_of(file, value);
            self.report.say(
                self.report.at(place, "a setting has a name").label("write it as [setting.name]"),
            );
            return Vec::new();
        };
        let mut settings = Vec::new();
        let mut applies = Vec::new();
        for (id, value) in in_order(file, table) {
            let Some(table) = value.table() else {
                let found = kind(value);
                self.report.say(
                    self.report
                        .at(id.place, format!("the setting `{}` is a table", id.text))
                        .label(format!("this is {found}")),
                );
                continue;
            };
            settings.push(self.setting(file, id, table));
            applies.push(table.get("applies"));
        }
        if settings.len() > MOST_VALUES {
            let place = place_of(file, value);
            self.report.say(
                self.report
                    .at(place, format!("more than {MOST_VALUES} settings"))
                    .label("too many"),
            );
            settings.truncate(MOST_VALUES);
        }
        for at in 0..settings.len() {
            let Some(value) = applies[at] else { continue };
            settings[at].spots.values.push(("applies", place_of(file, value)));
            settings[at].applies = self.conditions(file, value, "applies", &settings);
        }
        settings
    }

    fn setting(&mut self, file: u16, id: Item<'t>, table: &'t Table<'t>) -> Setting {
        let mut name = None;
        let mut was = Vec::new();
        let mut values: Vec<SettingValue> = Vec::new();
        for (key, value) in in_order(file, table) {
            match key.text {
                "name" => name = string(file, value, "name", self.report),
                "was" => was = super::model::owned(strings(file, value, "was", self.report)),
                key if SETTING.key(key).is_some() => {}
                _ if values.len() == MOST_VALUES => self.report.say(
                    self.report
                        .at(key.place, format!("more than {MOST_VALUES} values"))
                        .label("one too many"),
                ),
                _ => {
                    if let Some(text) = string(file, value, key.text, self.report) {
                        values.push(SettingValue {
                            id: key.text.to_owned(),
                            text: text.text.to_owned(),
                            until: None,
                            place: text.place,
                        });
                    }
                }
            }
        }
        for (key, until) in self.endings(file, table) {
            match values.iter_mut().find(|value| value.id == key.text) {
                Some(value) => value.until = Some(until),
                None => self.report.say(
                    self.report
                        .at(key.place, format!("`{}` has no value `{}`", id.text, key.text))
                        .label("not a value of this setting")
                        .nearest(key.text, values.iter().map(|value| value.id.as_str())),
                ),
            }
        }
        if name.is_none() {
            self.report.say(
                self.report
                    .at(id.place, format!("the setting `{}` has no `name`", id.text))
                    .label("`name` is missing"),
            );
        }
        Setting {
            id: id.text.to_owned(),
            name: name.map(|name| name.text.to_owned()).unwrap_or_default(),
            values,
            applies: Conditions::default(),
            was,
            spots: Spots { table: id.place, values: Vec::new() },
        }
    }

    /// The days on which values end: `until = { value = 2027-03-31 }`.
    fn endings(&mut self, file: u16, table: &'t Table<'t>) -> Vec<(Item<'t>, Date)> {
        let Some(value) = table.get("until") else { return Vec::new() };
        let Some(ends) = value.table() else {
            let place = place_of(file, value);
            self.report.say(
                self.report
                    .at(place, "a setting's `until` names the value that ends")
                    .label("write it as { value = 2027-03-31 }"),
            );
            return Vec::new();
        };
        in_order(file, ends)
            .into_iter()
            .filter_map(|(key, value)| Some((key, date(file, value, "until", self.report)?)))
            .collect()
    }

    /// Conditions such as `{ package = ["zip"] }` on the settings of a service.
    pub(super) fn conditions(
        &mut self,
        file: u16,
        value: &'t Node<'t>,
        key: &str,
        settings: &[Setting],
    ) -> Conditions {
        let mut conditions = Conditions::default();
        let Some(table) = value.table() else {
            let place = place_of(file, value);
            self.report.say(
                self.report
                    .at(place, format!("`{key}` names settings and values"))
                    .label("write it as { setting = \"value\" }"),
            );
            return conditions;
        };
        if table.keys().next().is_none() {
            let place = place_of(file, value);
            let problem = self.report.at(place, format!("this `{key}` demands nothing"));
            self.report.say(problem.label("take it out, or name a setting"));
        }
        for (name, value) in in_order(file, table) {
            let Some(setting) = self.setting_named(name, settings) else { continue };
            let items = strings(file, value, name.text, self.report);
            let values: Vec<usize> = items
                .into_iter()
                .filter_map(|item| self.value_named(item, &settings[setting]))
                .collect();
            conditions.demand(setting, values);
        }
        conditions
    }

    pub(super) fn setting_named(&mut self, name: Item<'_>, settings: &[Setting]) -> Option<usize> {
        let found = settings.iter().position(|setting| setting.id == name.text);
        if found.is_none() {
            self.report.say(
                self.report
                    .at(name.place, format!("the service declares no setting `{}`", name.text))
                    .label("not declared")
                    .nearest(name.text, settings.iter().map(|setting| setting.id.as_str())),
            );
        }
        found
    }

    pub(super) fn value_named(&mut self, value: Item<'_>, setting: &Setting) -> Option<usize> {
        let found = setting.values.iter().position(|known| known.id == value.text);
        if found.is_none() {
            self.report.say(
                self.report
                    .at(value.place, format!("`{}` has no value `{}`", setting.id, value.text))
                    .label("not a value of this setting")
                    .nearest(value.text, setting.values.iter().map(|known| known.id.as_str())),
            );
        }
        found
    }
}
