//! A data file as a tree of values, each with its place. The build script includes this file, so
//! it names nothing else of the crate.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// A value and the bytes where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node<'t> {
    pub(crate) value: Value<'t>,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// What a file can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'t> {
    /// A string, its escapes resolved.
    Text(Cow<'t, str>),
    /// An integer; none is read by anyone.
    Integer,
    /// Another number; none is read by anyone.
    Number,
    /// True or false.
    Flag(bool),
    /// Year, month and day, without a time.
    Day(u16, u8, u8),
    /// A time, with a day or without; none is read by anyone.
    Time,
    /// A list.
    List(Vec<Node<'t>>),
    /// A table.
    Table(Table<'t>),
}

/// A table's name for a value, and the bytes where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Keys with their values, in the order in which they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table<'t>(pub(crate) Vec<(Key<'t>, Node<'t>)>);

impl<'t> Table<'t> {
    /// The table that a text makes, and what is no TOML in it.
    pub(crate) fn parse(text: &'t str) -> (Table<'t>, Vec<Error>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        (Table::of(table.into_inner()), errors)
    }

    fn of(table: DeTable<'t>) -> Table<'t> {
        let mut entries: Vec<(Key<'t>, Node<'t>)> = table
            .into_iter()
            .map(|(key, value)| {
                let (start, end) = bytes(key.span());
                (Key { text: key.into_inner(), start, end }, Node::of(value))
            })
            .collect();
        entries.sort_by_key(|(key, _)| (key.start, key.end));
        Table(entries)
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node<'t>> {
        self.iter().find(|(name, _)| name.text == key).map(|(_, value)| value)
    }

    /// Every key with its value.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Key<'t>, &Node<'t>)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Every key.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &Key<'t>> {
        self.0.iter().map(|(key, _)| key)
    }
}

impl<'t> Node<'t> {
    fn of(value: Spanned<DeValue<'t>>) -> Node<'t> {
        let (start, end) = bytes(value.span());
        let value = match value.into_inner() {
            DeValue::String(text) => Value::Text(text),
            DeValue::Integer(_) => Value::Integer,
            DeValue::Float(_) => Value::Number,
            DeValue::Boolean(flag) => Value::Flag(flag),
            DeValue::Datetime(moment) => match (moment.date, moment.time) {
                (Some(day), None) => Value::Day(day.year, day.month, day.day),
                _ => Value::Time,
            },
            DeValue::Array(list) => Value::List(list.into_iter().map(Node::of).collect()),
            DeValue::Table(table) => Value::Table(Table::of(table)),
        };
        Node { value, start, end }
    }

    /// The string, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The list, if it is one.
    pub(crate) fn list(&self) -> Option<&[Node<'t>]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    /// The table, if it is one.
    pub(crate) fn table(&self) -> Option<&Table<'t>> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// Files are far smaller than 4 GiB.
fn bytes(span: Range<usize>) -> (u32, u32) {
    (span.start as u32, span.end as u32)
}
