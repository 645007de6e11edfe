//! One table of a file, read key by key.

use super::values::{date, in_order, key_place, kind, place_of, string, strings, wrong};
use super::{Item, Names, Report};
use crate::date::Date;
use crate::nearest::{listed, nearest};
use crate::place::{Place, Spots};
use crate::shape::{Holds, Shape};
use crate::tree::{Node, Table, Value};

/// One table, of a kind with a fixed set of keys.
pub(crate) struct Fields<'t> {
    shape: &'static Shape,
    file: u16,
    table: &'t Table<'t>,
    spots: Spots,
}

impl<'t> Fields<'t> {
    /// Opens a table; keys that are not of its shape are problems, and so is anything but a table.
    pub(crate) fn open(
        shape: &'static Shape,
        file: u16,
        value: &'t Node<'t>,
        report: &mut Report<'_>,
    ) -> Option<Fields<'t>> {
        let what = shape.name;
        let place = place_of(file, value);
        let Some(table) = value.table() else {
            let found = kind(value);
            report.say(
                report.at(place, format!("a {what} is a table")).label(format!("this is {found}")),
            );
            return None;
        };
        for key in table.keys().filter(|key| shape.key(&key.text).is_none()) {
            let at = key_place(file, key);
            report.say(
                report
                    .at(at, format!("a {what} has no key `{}`", key.text))
                    .label("not a key")
                    .nearest(&key.text, shape.names()),
            );
        }
        Some(Fields { shape, file, table, spots: Spots { table: place, values: Vec::new() } })
    }

    /// Where the table and the values read so far stand.
    pub(crate) fn done(self) -> Spots {
        self.spots
    }

    /// Where the value of a key that was read stands; the table's head if it has none.
    pub(crate) fn place_of_key(&self, key: &str) -> Place {
        self.spots.at(key)
    }

    /// Where the table stands.
    pub(crate) fn place(&self) -> Place {
        self.spots.table
    }

    /// Keeps the places of a table inside this one with its own.
    pub(crate) fn adopt(&mut self, inner: Fields<'_>) {
        self.spots.values.extend(inner.spots.values);
    }

    /// What is read is what the shape says; a slip here would mislead the editors of authors.
    fn expect(&self, key: &str, fits: fn(Holds) -> bool) {
        let known = self.shape.key(key).is_some_and(|key| fits(key.holds));
        debug_assert!(known, "`{key}` of a {} is not what its shape says", self.shape.name);
    }

    /// What may be missing is not needed.
    fn expect_maybe(&self, key: &str) {
        let needed = self.shape.key(key).is_some_and(|key| key.needed);
        debug_assert!(!needed, "`{key}` of a {} is needed by its shape", self.shape.name);
    }

    /// The value of a key as it is.
    pub(crate) fn value(&mut self, key: &'static str) -> Option<&'t Node<'t>> {
        let value = self.table.get(key)?;
        self.spots.values.push((key, place_of(self.file, value)));
        Some(value)
    }

    /// A string that may be missing.
    pub(crate) fn item(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Item<'t>> {
        self.expect_maybe(key);
        self.some(key, |holds| matches!(holds, Holds::Text), report)
    }

    fn some(
        &mut self,
        key: &'static str,
        fits: fn(Holds) -> bool,
        report: &mut Report<'_>,
    ) -> Option<Item<'t>> {
        self.expect(key, fits);
        let value = self.value(key)?;
        string(self.file, value, key, report)
    }

    /// A string that may be missing, owned.
    pub(crate) fn text(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<String> {
        self.item(key, report).map(|item| item.text.to_owned())
    }

    /// A string that must be there; a problem if it is not.
    pub(crate) fn need(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Item<'t>> {
        if self.table.get(key).is_none() {
            self.missing(key, report);
            return None;
        }
        self.some(key, |holds| matches!(holds, Holds::Id | Holds::Text | Holds::One(_)), report)
    }

    /// A string that must be there, owned; empty, and a problem, if it is not.
    pub(crate) fn need_text(&mut self, key: &'static str, report: &mut Report<'_>) -> String {
        self.need(key, report).map(|item| item.text.to_owned()).unwrap_or_default()
    }

    /// The id of the thing: small letters, digits, hyphens and dots.
    pub(crate) fn id(&mut self, report: &mut Report<'_>) -> Option<Item<'t>> {
        let id = self.need("id", report)?;
        let good = id.text.split(['.', '-']).all(|part| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if !good {
            report.say(
                report
                    .at(id.place, format!("`{}` cannot be an id", id.text))
                    .label("small letters and digits, joined by single hyphens and dots"),
            );
        }
        Some(id)
    }

    /// A string that names a thing of another kind.
    pub(crate) fn refer(
        &mut self,
        key: &'static str,
        names: &Names<'_>,
        report: &mut Report<'_>,
    ) -> Option<usize> {
        let item = self.item(key, report)?;
        names.find(item, report)
    }

    /// A string that must name a thing of another kind.
    pub(crate) fn need_refer(
        &mut self,
        key: &'static str,
        names: &Names<'_>,
        report: &mut Report<'_>,
    ) -> Option<usize> {
        let item = self.need(key, report)?;
        names.find(item, report)
    }

    /// One of a few words, which must be there.
    pub(crate) fn need_word<T>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        report: &mut Report<'_>,
    ) -> Option<T>
    where
        T: Copy,
    {
        let item = self.need(key, report)?;
        let found = words.iter().find(|(word, _)| *word == item.text).map(|&(_, value)| value);
        if found.is_none() {
            let all = listed(words.iter().map(|&(word, _)| word));
            report.say(
                report
                    .at(item.place, format!("`{}` is no {key}", item.text))
                    .label(format!("one of {all}"))
                    .nearest(item.text, words.iter().map(|&(word, _)| word)),
            );
        }
        found
    }

    /// `true` or `false`, or what holds if it is missing.
    pub(crate) fn flag(&mut self, key: &'static str, usual: bool, report: &mut Report<'_>) -> bool {
        self.expect(key, |holds| matches!(holds, Holds::Flag));
        self.expect_maybe(key);
        let Some(value) = self.value(key) else { return usual };
        match value.value {
            Value::Flag(flag) => flag,
            _ => {
                wrong(self.file, value, key, "true or false", report);
                usual
            }
        }
    }

    /// A day.
    pub(crate) fn date(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Date> {
        self.expect_maybe(key);
        self.day(key, report)
    }

    fn day(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Date> {
        self.expect(key, |holds| matches!(holds, Holds::Day));
        let value = self.value(key)?;
        date(self.file, value, key, report)
    }

    /// A day that must be there; a problem if it is not.
    pub(crate) fn need_date(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Date> {
        if self.table.get(key).is_none() {
            self.missing(key, report);
            return None;
        }
        self.day(key, report)
    }

    /// A string or a list of them.
    pub(crate) fn list(&mut self, key: &'static str, report: &mut Report<'_>) -> Vec<Item<'t>> {
        self.expect(key, |holds| matches!(holds, Holds::Texts));
        match self.value(key) {
            Some(value) => strings(self.file, value, key, report),
            None => Vec::new(),
        }
    }

    /// A list of tables.
    pub(crate) fn tables(
        &mut self,
        key: &'static str,
        report: &mut Report<'_>,
    ) -> Vec<&'t Node<'t>> {
        self.expect(key, |holds| matches!(holds, Holds::Tables(_)));
        let Some(value) = self.value(key) else { return Vec::new() };
        match value.list() {
            Some(array) => array.iter().collect(),
            None => {
                wrong(self.file, value, key, "a list of tables", report);
                Vec::new()
            }
        }
    }

    /// A table with keys of its own, in the order in which they stand.
    pub(crate) fn entries(
        &mut self,
        key: &'static str,
        report: &mut Report<'_>,
    ) -> Vec<(Item<'t>, &'t Node<'t>)> {
        self.expect(key, |holds| matches!(holds, Holds::Words | Holds::Layers));
        let Some(value) = self.value(key) else { return Vec::new() };
        match value.table() {
            Some(table) => in_order(self.file, table),
            None => {
                wrong(self.file, value, key, "a table", report);
                Vec::new()
            }
        }
    }

    /// A table of strings.
    pub(crate) fn words(
        &mut self,
        key: &'static str,
        report: &mut Report<'_>,
    ) -> Vec<(Item<'t>, Item<'t>)> {
        let entries = self.entries(key, report);
        entries
            .into_iter()
            .filter_map(|(name, value)| Some((name, string(self.file, value, key, report)?)))
            .collect()
    }

    /// Says that a key is missing, unless one stands there that is a slip of the pen for it.
    fn missing(&self, key: &str, report: &mut Report<'_>) {
        let slip = |other: &str| {
            self.shape.key(other).is_none() && nearest(other, self.shape.names()) == Some(key)
        };
        if self.table.keys().any(|other| slip(&other.text)) {
            return;
        }
        report.say(
            report
                .at(self.spots.table, format!("this {} has no `{key}`", self.shape.name))
                .label(format!("`{key}` is missing")),
        );
    }
}
