//! Finds the tables of a kind in all files.

use super::{Found, Loader};
use crate::problem::Problem;
use crate::read::{in_order, place_of};
use crate::shape::FILE;

impl<'t> Loader<'t, '_> {
    /// Says which tables are of no known kind.
    pub(super) fn kinds(&mut self) {
        for parsed in self.parsed {
            for (key, _) in in_order(parsed.file, &parsed.table) {
                if FILE.key(key.text).is_none() {
                    self.report.say(
                        self.report
                            .at(key.place, format!("there is no kind of table `{}`", key.text))
                            .label("not known")
                            .nearest(key.text, FILE.names()),
                    );
                }
            }
        }
    }

    /// Every table of a kind that may stand many times, as `[[kind]]`.
    pub(super) fn every(&mut self, kind: &'static str) -> Vec<Found<'t>> {
        let mut found = Vec::new();
        for parsed in self.parsed {
            let Some(value) = parsed.table.get(kind) else { continue };
            match value.list() {
                Some(array) => found.extend(array.iter().map(|value| (parsed.file, value))),
                None => {
                    let place = place_of(parsed.file, value);
                    let problem = self.report.at(place, format!("`{kind}` may stand many times"));
                    self.report.say(problem.label(format!("write it as [[{kind}]]")));
                    found.push((parsed.file, value));
                }
            }
        }
        found
    }

    /// The table of a kind that stands once in all files.
    pub(super) fn once(&mut self, kind: &'static str) -> Option<Found<'t>> {
        let mut all =
            self.parsed.iter().filter_map(|parsed| Some((parsed.file, parsed.table.get(kind)?)));
        let first = all.next();
        let Some((first_file, first_value)) = first else {
            let path = self.report.files.first().map_or("", |file| &file.path);
            self.report.say(Problem::whole(path, format!("no file has a table [{kind}]")));
            return None;
        };
        for (file, value) in all {
            self.report.say(
                self.report
                    .at(place_of(file, value), format!("[{kind}] stands twice"))
                    .label("again here")
                    .other(self.report.files, place_of(first_file, first_value), "first here"),
            );
        }
        first
    }
}
