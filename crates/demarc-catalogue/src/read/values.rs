//! Single values of a file: strings, days, and where they stand.

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::Report;
use crate::date::Date;
use crate::place::Place;
use crate::unreadable::is_unreadable;

/// A string in a file, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item<'t> {
    pub(crate) text: &'t str,
    pub(crate) place: Place,
}

/// The place of a key.
pub(crate) fn key_place(file: u16, key: &Spanned<DeString<'_>>) -> Place {
    Place { file, start: key.span().start as u32, end: key.span().end as u32 }
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
            let place = key_place(file, key);
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

pub(crate) fn wrong(
    file: u16,
    value: &Spanned<DeValue<'_>>,
    key: &str,
    wanted: &str,
    report: &mut Report<'_>,
) {
    let found = kind(value);
    report.say(
        report
            .at(place_of(file, value), format!("`{key}` is not {wanted}"))
            .label(format!("this is {found}")),
    );
}

/// What a value is, with its article.
pub(crate) fn kind(value: &Spanned<DeValue<'_>>) -> &'static str {
    match value.get_ref() {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
