//! What is wrong with the data, said so that an author can mend it.

use std::ops::Range;

use crate::place::{Place, SourceFile};
use crate::render::render;
use crate::unreadable::readable;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Must be mended.
    Error,
    /// Worth a look.
    Warning,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The path as shown.
    pub file: String,
    /// From 1; 0 if it is the file as a whole.
    pub line: usize,
    /// From 1, in characters; 0 if it is the file as a whole.
    pub column: usize,
    /// The bytes of the file that are meant.
    pub span: Range<usize>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What stands under the marked bytes.
    pub label: String,
    /// What can be done.
    pub help: Option<String>,
    /// Other places that belong to it.
    pub others: Vec<Other>,
}

/// Another place that belongs to a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The path as shown.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// The bytes of the file that are meant.
    pub span: Range<usize>,
    /// What it has to do with it.
    pub label: String,
}

impl Problem {
    /// A problem with a file or folder as a whole.
    pub(crate) fn whole(file: impl Into<String>, message: impl Into<String>) -> Problem {
        Problem {
            severity: Severity::Error,
            file: file.into(),
            line: 0,
            column: 0,
            span: 0..0,
            message: readable(message.into()),
            label: String::new(),
            help: None,
            others: Vec::new(),
        }
    }

    pub(crate) fn at(files: &[SourceFile], place: Place, message: impl Into<String>) -> Problem {
        let file = &files[usize::from(place.file)];
        let (line, column) = file.line_and_column(place.start as usize);
        Problem {
            line,
            column,
            span: place.start as usize..place.end as usize,
            ..Problem::whole(file.path.clone(), message)
        }
    }

    pub(crate) fn label(mut self, label: impl Into<String>) -> Problem {
        self.label = readable(label.into());
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Problem {
        self.help = Some(readable(help.into()));
        self
    }

    /// Adds the nearest good name as help, or the names there are if none is near.
    pub(crate) fn nearest<'n>(
        self,
        name: &str,
        good: impl IntoIterator<Item = &'n str>,
    ) -> Problem {
        match crate::nearest::advice(name, good) {
            Some(advice) => self.help(advice),
            None => self,
        }
    }

    pub(crate) fn other(
        mut self,
        files: &[SourceFile],
        place: Place,
        label: impl Into<String>,
    ) -> Problem {
        let file = &files[usize::from(place.file)];
        self.others.push(Other {
            file: file.path.clone(),
            line: file.line_and_column(place.start as usize).0,
            span: place.start as usize..place.end as usize,
            label: readable(label.into()),
        });
        self
    }
}

/// Every problem that was found, with the files they point into.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", render(.list, .files, false))]
pub struct Problems {
    /// The problems, by file and line.
    pub list: Vec<Problem>,
    /// What was read.
    pub files: Vec<SourceFile>,
}

impl Problems {
    /// The problems as text, like a compiler's; with terminal colours if asked.
    pub fn render(&self, colour: bool) -> String {
        render(&self.list, &self.files, colour)
    }
}

/// Puts problems in the order of a reader: by file and line.
pub(crate) fn sort(problems: &mut [Problem]) {
    problems.sort_by(|a, b| {
        (&a.file, a.span.start, a.severity, &a.message).cmp(&(
            &b.file,
            b.span.start,
            b.severity,
            &b.message,
        ))
    });
}
