//! One table of a file, read key by key.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Names, Report};
use crate::date::Date;
use crate::nearest::listed;
use crate::place::{Place, Spots};

/// A string in a file, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item<'t> {
    pub(crate) text: &'t str,
    pub(crate) place: Place,
}

/// One table, of a kind with a fixed set of keys.
pub(crate) struct Fields<'t> {
    what: &'static str,
    file: u16,
    table: &'t DeTable<'t>,
    spots: Spots,
}

impl<'t> Fields<'t> {
    /// Opens a table; keys that are not `known` are problems, and so is anything but a table.
    pub(crate) fn open(
        what: &'static str,
        file: u16,
        value: &'t Spanned<DeValue<'t>>,
        known: &[&'static str],
        report: &mut Report<'_>,
    ) -> Option<Fields<'t>> {
        let place = place_of(file, value);
        let Some(table) = value.get_ref().as_table() else {
            let found = value.get_ref().type_str();
            report.say(
                report
                    .at(place, format!("a {what} is a table"))
                    .label(format!("this is a {found}")),
            );
            return None;
        };
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let at = Place { file, start: key.span().start as u32, end: key.span().end as u32 };
            report.say(
                report
                    .at(at, format!("a {what} has no key `{}`", key.get_ref()))
                    .label("not a key")
                    .nearest(key.get_ref(), known.iter().copied()),
            );
        }
        Some(Fields { what, file, table, spots: Spots { table: place, values: Vec::new() } })
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

    /// The value of a key as it is.
    pub(crate) fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = self.table.get(key)?;
        self.spots.values.push((key, place_of(self.file, value)));
        Some(value)
    }

    /// A string that may be missing.
    pub(crate) fn item(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Item<'t>> {
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
        self.item(key, report)
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
        let Some(value) = self.value(key) else { return usual };
        value.get_ref().as_bool().unwrap_or_else(|| {
            wrong(self.file, value, key, "true or false", report);
            usual
        })
    }

    /// A day.
    pub(crate) fn date(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Date> {
        let value = self.value(key)?;
        date(self.file, value, key, report)
    }

    /// A day that must be there; a problem if it is not.
    pub(crate) fn need_date(&mut self, key: &'static str, report: &mut Report<'_>) -> Option<Date> {
        if self.table.get(key).is_none() {
            self.missing(key, report);
            return None;
        }
        self.date(key, report)
    }

    /// A string or a list of them.
    pub(crate) fn list(&mut self, key: &'static str, report: &mut Report<'_>) -> Vec<Item<'t>> {
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
    ) -> Vec<&'t Spanned<DeValue<'t>>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        match value.get_ref().as_array() {
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
    ) -> Vec<(Item<'t>, &'t Spanned<DeValue<'t>>)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        match value.get_ref().as_table() {
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

    fn missing(&self, key: &str, report: &mut Report<'_>) {
        report.say(
            report
                .at(self.spots.table, format!("this {} has no `{key}`", self.what))
                .label(format!("`{key}` is missing")),
        );
    }
}

/// The place of a value.
pub(crate) fn place_of(file: u16, value: &Spanned<DeValue<'_>>) -> Place {
    Place { file, start: value.span().start as u32, end: value.span().end as u32 }
}

/// The keys of a table in the order in which they stand.
pub(crate) fn in_order<'t>(
    file: u16,
    table: &'t DeTable<'t>,
) -> Vec<(Item<'t>, &'t Spanned<DeValue<'t>>)> {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, value)| {
            let place = Place { file, start: key.span().start as u32, end: key.span().end as u32 };
            (Item { text: key.get_ref().as_ref(), place }, value)
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.place);
    entries
}

/// A string or a list of strings.
pub(crate) fn strings<'t>(
    file: u16,
    value: &'t Spanned<DeValue<'t>>,
    key: &str,
    report: &mut Report<'_>,
) -> Vec<Item<'t>> {
    match value.get_ref() {
        DeValue::Array(array) => {
            array.iter().filter_map(|value| string(file, value, key, report)).collect()
        }
        _ => string(file, value, key, report).into_iter().collect(),
    }
}

pub(crate) fn string<'t>(
    file: u16,
    value: &'t Spanned<DeValue<'t>>,
    key: &str,
    report: &mut Report<'_>,
) -> Option<Item<'t>> {
    match value.get_ref().as_str() {
        Some(text) => {
            let place = place_of(file, value);
            if let Some(letter) = text.chars().find(|&letter| is_unreadable(letter)) {
                report.say(
                    report
                        .at(place, format!("`{key}` holds a character that nobody can see"))
                        .label(format!("U+{:04X}", u32::from(letter))),
                );
            }
            Some(Item { text, place })
        }
        None => {
            wrong(file, value, key, "a string", report);
            None
        }
    }
}

/// Control characters, those that turn the direction of text, and those without width.
fn is_unreadable(letter: char) -> bool {
    letter.is_control()
        || matches!(
            u32::from(letter),
            0xAD | 0x61C | 0x180E | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF
        )
}

pub(crate) fn date(
    file: u16,
    value: &Spanned<DeValue<'_>>,
    key: &str,
    report: &mut Report<'_>,
) -> Option<Date> {
    let day =
        value.get_ref().as_datetime().filter(|day| day.time.is_none()).and_then(|day| day.date);
    match day {
        Some(day) => Some(Date { year: day.year, month: day.month, day: day.day }),
        None => {
            wrong(file, value, key, "a day, like 2026-11-24 without quotes", report);
            None
        }
    }
}

fn wrong(
    file: u16,
    value: &Spanned<DeValue<'_>>,
    key: &str,
    wanted: &str,
    report: &mut Report<'_>,
) {
    let found = value.get_ref().type_str();
    report.say(
        report
            .at(place_of(file, value), format!("`{key}` is not {wanted}"))
            .label(format!("this is a {found}")),
    );
}
