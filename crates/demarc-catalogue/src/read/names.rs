//! The ids of one kind of thing: each once, and found again by references.

use std::collections::HashMap;

use super::{Item, Report};
use crate::nearest;
use crate::place::Place;

/// The ids of one kind, and those that they had before.
pub(crate) struct Names<'t> {
    what: &'static str,
    known: HashMap<&'t str, (usize, Place)>,
    retired: HashMap<&'t str, (&'t str, Place)>,
}

impl<'t> Names<'t> {
    /// No ids yet of what is called so in problems, such as "duty".
    pub(crate) fn new(what: &'static str) -> Names<'t> {
        Names { what, known: HashMap::new(), retired: HashMap::new() }
    }

    /// Keeps an id for the thing at `index`; false, and a problem, if it is taken.
    pub(crate) fn add(&mut self, id: Item<'t>, index: usize, report: &mut Report<'_>) -> bool {
        if let Some(&(_, first)) = self.known.get(id.text) {
            report.say(
                report
                    .at(id.place, format!("the {} `{}` is declared twice", self.what, id.text))
                    .label("declared again here")
                    .other(report.files, first, "first declared here"),
            );
            return false;
        }
        self.known.insert(id.text, (index, id.place));
        true
    }

    /// Keeps the ids that a thing had before.
    pub(crate) fn retire(&mut self, id: &'t str, was: &[Item<'t>], report: &mut Report<'_>) {
        for old in was {
            if let Some((_, first)) = self.retired.insert(old.text, (id, old.place)) {
                report.say(
                    report
                        .at(old.place, format!("two {}s were called `{}`", self.what, old.text))
                        .label("claimed again here")
                        .other(report.files, first, "first claimed here"),
                );
            }
        }
    }

    /// Says which retired ids are in use again: an id never changes its meaning.
    pub(crate) fn judge_retired(&self, report: &mut Report<'_>) {
        for (old, (_, place)) in &self.retired {
            if let Some(&(_, current)) = self.known.get(old) {
                report.say(
                    report
                        .at(
                            *place,
                            format!("the {} `{old}` cannot be retired and in use", self.what),
                        )
                        .label("retired here")
                        .other(report.files, current, "in use here"),
                );
            }
        }
    }

    /// The index that an id stands for, if there is one.
    pub(crate) fn get(&self, id: &str) -> Option<usize> {
        self.known.get(id).map(|&(index, _)| index)
    }

    /// The index that a reference means; a problem with the nearest good name if it means nothing.
    pub(crate) fn find(&self, id: Item<'_>, report: &mut Report<'_>) -> Option<usize> {
        let found = self.get(id.text);
        if found.is_none() {
            let problem = report
                .at(id.place, format!("there is no {} `{}`", self.what, id.text))
                .label("not declared anywhere");
            report.say(match self.retired.get(id.text) {
                Some((new, _)) => problem.help(format!("it is now called `{new}`")),
                None => match nearest::advice(id.text, self.known.keys().copied()) {
                    Some(advice) => problem.help(advice),
                    None => problem,
                },
            });
        }
        found
    }

    /// The indices that references mean, each that means nothing a problem; none if there is one.
    pub(crate) fn find_all(
        &self,
        ids: Vec<Item<'_>>,
        report: &mut Report<'_>,
    ) -> Option<Vec<usize>> {
        let found: Vec<_> = ids.into_iter().map(|id| self.find(id, report)).collect();
        found.into_iter().collect()
    }

    /// Every id, those in use and those retired, with the index it stands for.
    pub(crate) fn into_index(self) -> HashMap<String, usize> {
        let mut index: HashMap<String, usize> = HashMap::new();
        for (old, (new, _)) in &self.retired {
            if let Some(&(at, _)) = self.known.get(new) {
                index.insert((*old).to_owned(), at);
            }
        }
        index.extend(self.known.into_iter().map(|(id, (at, _))| (id.to_owned(), at)));
        index
    }
}
