//! Where in the data files something stands.

use std::borrow::Cow;

/// One data file: its path as shown in problems, and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path, as it is shown.
    pub path: String,
    /// The text of the file.
    pub text: Cow<'static, str>,
}

impl SourceFile {
    /// A file of this path and text.
    pub fn new(path: impl Into<String>, text: impl Into<Cow<'static, str>>) -> SourceFile {
        SourceFile { path: path.into(), text: text.into() }
    }

    /// Line and column of a byte, both from 1; columns count characters.
    pub(crate) fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let before = self.text.get(..byte).unwrap_or(&self.text);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (line, column)
    }
}

/// A stretch of bytes in one of the catalogue's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub(crate) file: u16,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Where a table stands, and each of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spots {
    pub(crate) table: Place,
    pub(crate) values: Vec<(&'static str, Place)>,
}

impl Spots {
    /// Where the value of `key` stands; the table's head if it has none.
    pub(crate) fn at(&self, key: &str) -> Place {
        let found = self.values.iter().find(|(name, _)| *name == key);
        found.map_or(self.table, |(_, place)| *place)
    }
}
