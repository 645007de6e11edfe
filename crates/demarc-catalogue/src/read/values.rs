//! Single values of a file: strings, days, and where they stand.

use super::Report;
use crate::date::Date;
use crate::place::Place;
use crate::tree::{Key, Node, Table, Value};
use crate::unreadable::unreadable;

/// A string in a file, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item<'t> {
    pub(crate) text: &'t str,
    pub(crate) place: Place,
}

/// The place of a key.
pub(crate) fn key_place(file: u16, key: &Key<'_>) -> Place {
    Place { file, start: key.start, end: key.end }
}

/// The place of a value.
pub(crate) fn place_of(file: u16, value: &Node<'_>) -> Place {
    Place { file, start: value.start, end: value.end }
}

/// The keys of a table in the order in which they stand.
pub(crate) fn in_order<'t>(file: u16, table: &'t Table<'t>) -> Vec<(Item<'t>, &'t Node<'t>)> {
    let entries = table.iter();
    entries
        .map(|(key, value)| (Item { text: &key.text, place: key_place(file, key) }, value))
        .collect()
}

/// A string or a list of strings.
pub(crate) fn strings<'t>(
    file: u16,
    value: &'t Node<'t>,
    key: &str,
    report: &mut Report<'_>,
) -> Vec<Item<'t>> {
    match value.list() {
        Some(list) => list.iter().filter_map(|value| string(file, value, key, report)).collect(),
        None => string(file, value, key, report).into_iter().collect(),
    }
}

pub(crate) fn string<'t>(
    file: u16,
    value: &'t Node<'t>,
    key: &str,
    report: &mut Report<'_>,
) -> Option<Item<'t>> {
    match value.text() {
        Some(text) => {
            let place = place_of(file, value);
            if let Some(letter) = unreadable(text) {
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
    value: &Node<'_>,
    key: &str,
    report: &mut Report<'_>,
) -> Option<Date> {
    match value.value {
        Value::Day(year, month, day) => Some(Date { year, month, day }),
        _ => {
            wrong(file, value, key, "a day, like 2026-11-24 without quotes", report);
            None
        }
    }
}

pub(crate) fn wrong(file: u16, value: &Node<'_>, key: &str, wanted: &str, report: &mut Report<'_>) {
    let found = kind(value);
    report.say(
        report
            .at(place_of(file, value), format!("`{key}` is not {wanted}"))
            .label(format!("this is {found}")),
    );
}

/// What a value is, with its article.
pub(crate) fn kind(value: &Node<'_>) -> &'static str {
    match value.value {
        Value::Text(_) => "a string",
        Value::Integer => "an integer",
        Value::Number => "a number",
        Value::Flag(_) => "true or false",
        Value::Day(..) | Value::Time => "a date or time",
        Value::List(_) => "a list",
        Value::Table(_) => "a table",
    }
}
