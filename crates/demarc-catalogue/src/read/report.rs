//! Collects problems while files are read.

use crate::place::{Place, SourceFile};
use crate::problem::Problem;

/// The problems found so far. A file that is no TOML gets no further ones: what could be read of
/// it serves the other files, but is too shaky to be judged.
pub(crate) struct Report<'f> {
    pub(crate) files: &'f [SourceFile],
    pub(crate) problems: Vec<Problem>,
    broken: Vec<bool>,
}

impl<'f> Report<'f> {
    pub(crate) fn new(files: &'f [SourceFile]) -> Report<'f> {
        Report { files, problems: Vec::new(), broken: vec![false; files.len()] }
    }

    /// A problem at a place, still to be said.
    pub(crate) fn at(&self, place: Place, message: impl Into<String>) -> Problem {
        Problem::at(self.files, place, message)
    }

    /// Keeps a problem, unless the file is broken.
    pub(crate) fn say(&mut self, problem: Problem) {
        let mut files = self.files.iter().zip(&self.broken);
        if !files.any(|(file, &broken)| broken && file.path == problem.file) {
            self.problems.push(problem);
        }
    }

    /// Keeps the places where a file is no TOML.
    pub(crate) fn broken(&mut self, file: u16, errors: &[toml::de::Error]) {
        let text = &self.files[usize::from(file)].text;
        let mut last_line = 0;
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let start = span.start.min(text.len());
            let end = span.end.clamp(start, text.len());
            let place = Place { file, start: start as u32, end: end as u32 };
            let problem = self.at(place, "this is not TOML");
            // One slip makes several errors; the first of a line says enough.
            if problem.line != last_line {
                last_line = problem.line;
                self.problems.push(problem.label(error.message().replace('\n', ", ")));
            }
        }
        self.broken[usize::from(file)] = true;
    }

    pub(crate) fn is_broken(&self, file: u16) -> bool {
        self.broken[usize::from(file)]
    }
}
