//! Trees as bytes, so that the program need not parse what was parsed when it was built. The build
//! script includes this file.
//!
//! A tree is packed beside its text: what stands there as it is read is not repeated. Numbers are
//! LEB128; a place is the distance from the last one, zigzag, and a length.

use std::borrow::Cow;

use crate::tree::{Key, Node, Table, Value};

const QUOTED: u8 = 0;
const SPELT: u8 = 1;
const INTEGER: u8 = 2;
const NUMBER: u8 = 3;
const FALSE: u8 = 4;
const TRUE: u8 = 5;
const DAY: u8 = 6;
const TIME: u8 = 7;
const LIST: u8 = 8;
const TABLE: u8 = 9;
const BARE: u8 = 10;

/// The bytes of a file's tree.
pub(crate) fn pack(table: &Table<'_>, text: &str) -> Vec<u8> {
    let mut writer = Writer { bytes: Vec::new(), text, last: 0 };
    writer.table(table);
    writer.bytes
}

/// The tree that bytes and text make; none if they do not belong together.
pub(crate) fn unpack<'t>(bytes: &'t [u8], text: &'t str) -> Option<Table<'t>> {
    let mut reader = Reader { bytes, text, last: 0 };
    let table = reader.table()?;
    reader.bytes.is_empty().then_some(table)
}

struct Writer<'w> {
    bytes: Vec<u8>,
    text: &'w str,
    last: u32,
}

impl Writer<'_> {
    fn table(&mut self, table: &Table<'_>) {
        self.number(table.0.len() as u64);
        for (key, value) in table.iter() {
            let bare = self.text.get(key.start as usize..key.end as usize);
            if bare == Some(key.text.as_ref()) {
                self.bytes.push(BARE);
                self.place(key.start, key.end);
            } else {
                self.spelt(&key.text, key.start, key.end);
            }
            self.node(value);
        }
    }

    fn node(&mut self, node: &Node<'_>) {
        let (start, end) = (node.start, node.end);
        let tag = match &node.value {
            Value::Text(text) if quoted(self.text, start, end) == Some(text) => QUOTED,
            Value::Text(text) => return self.spelt(text, start, end),
            Value::Integer => INTEGER,
            Value::Number => NUMBER,
            Value::Flag(false) => FALSE,
            Value::Flag(true) => TRUE,
            Value::Day(..) => DAY,
            Value::Time => TIME,
            Value::List(_) => LIST,
            Value::Table(_) => TABLE,
        };
        self.bytes.push(tag);
        self.place(start, end);
        match &node.value {
            Value::Day(year, month, day) => {
                self.number((*year).into());
                self.bytes.extend([*month, *day]);
            }
            Value::List(list) => {
                self.number(list.len() as u64);
                list.iter().for_each(|node| self.node(node));
            }
            Value::Table(table) => self.table(table),
            _ => {}
        }
    }

    fn spelt(&mut self, text: &str, start: u32, end: u32) {
        self.bytes.push(SPELT);
        self.place(start, end);
        self.number(text.len() as u64);
        self.bytes.extend(text.as_bytes());
    }

    fn place(&mut self, start: u32, end: u32) {
        let distance = i64::from(start) - i64::from(self.last);
        self.number((distance << 1 ^ distance >> 63) as u64);
        self.number(u64::from(end.saturating_sub(start)));
        self.last = end;
    }

    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}

/// What stands between the quotes of a string without escapes.
fn quoted(text: &str, start: u32, end: u32) -> Option<&str> {
    text.get(start as usize + 1..(end as usize).checked_sub(1)?)
}

struct Reader<'t> {
    bytes: &'t [u8],
    text: &'t str,
    last: u32,
}

impl<'t> Reader<'t> {
    fn table(&mut self) -> Option<Table<'t>> {
        let count = self.count()?;
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            let tag = self.byte()?;
            let (start, end) = self.place()?;
            let text = match tag {
                BARE => Cow::Borrowed(self.text.get(start as usize..end as usize)?),
                SPELT => self.spelt()?,
                _ => return None,
            };
            entries.push((Key { text, start, end }, self.node()?));
        }
        Some(Table(entries))
    }

    fn node(&mut self) -> Option<Node<'t>> {
        let tag = self.byte()?;
        let (start, end) = self.place()?;
        let value = match tag {
            QUOTED => Value::Text(Cow::Borrowed(quoted(self.text, start, end)?)),
            SPELT => Value::Text(self.spelt()?),
            INTEGER => Value::Integer,
            NUMBER => Value::Number,
            FALSE | TRUE => Value::Flag(tag == TRUE),
            DAY => Value::Day(u16::try_from(self.number()?).ok()?, self.byte()?, self.byte()?),
            TIME => Value::Time,
            LIST => {
                let count = self.count()?;
                Value::List((0..count).map(|_| self.node()).collect::<Option<_>>()?)
            }
            TABLE => Value::Table(self.table()?),
            _ => return None,
        };
        Some(Node { value, start, end })
    }

    fn spelt(&mut self) -> Option<Cow<'t, str>> {
        let length = self.count()?;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        std::str::from_utf8(text).ok().map(Cow::Borrowed)
    }

    fn place(&mut self) -> Option<(u32, u32)> {
        let zigzag = self.number()?;
        let distance = (zigzag >> 1) as i64 ^ -((zigzag & 1) as i64);
        let start = u32::try_from(i64::from(self.last).checked_add(distance)?).ok()?;
        let end = start.checked_add(u32::try_from(self.number()?).ok()?)?;
        self.last = end;
        Some((start, end))
    }

    /// How many there are; each of them takes a byte at least.
    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok().filter(|&count| count <= self.bytes.len())
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that a file can hold, with escapes, dotted keys and headers out of order.
    const ALL: &str = r#"
title = "plain" # a comment
escaped = "a \"b\" \u00e9 ü"
literal = 'c:\d'
"quoted key" = """
two
lines"""
on = true
off = false
day = 2026-11-24
time = 2026-11-24T10:00:00Z
whole = 7
real = 0.5
list = ["x", { a.b = "y" }, [], 2027-01-02]
[setting.one]
name = "1"
[[rule]]
duty = "a"
[setting.two]
[[rule]]
duty = ["b", "c"]
"#;

    #[test]
    fn what_is_packed_is_what_was_parsed() {
        let mut texts = vec![ALL.to_owned(), String::new(), "# nothing\n".to_owned()];
        texts.extend(crate::shipped::files().into_iter().map(|file| file.text.into_owned()));
        for text in texts {
            let (table, errors) = Table::parse(&text);
            assert!(errors.is_empty());
            let bytes = pack(&table, &text);
            assert_eq!(unpack(&bytes, &text).unwrap(), table);
        }
    }

    #[test]
    fn what_was_packed_when_the_program_was_built_is_what_its_text_says() {
        let files = crate::shipped::files();
        let trees: Vec<_> = crate::shipped::trees().collect();
        assert_eq!(files.len(), trees.len());
        for (file, tree) in files.iter().zip(trees) {
            let (parsed, _) = Table::parse(&file.text);
            assert!(tree == Some(parsed), "{}", file.path);
        }
    }

    #[test]
    fn bytes_that_were_damaged_are_refused_or_read_as_a_tree_and_never_upset_anything() {
        let bytes = pack(&Table::parse(ALL).0, ALL);
        assert!(bytes.len() < 300, "{} bytes", bytes.len());
        for at in 0..bytes.len() {
            assert_eq!(unpack(&bytes[..at], ALL), None, "cut at {at}");
            for bit in 0..8 {
                let mut damaged = bytes.clone();
                damaged[at] ^= 1 << bit;
                let _ = unpack(&damaged, ALL);
            }
        }
        assert_eq!(unpack(&bytes, "short"), None);
    }
}
