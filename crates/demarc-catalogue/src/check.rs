//! Judges a catalogue whole: what loads, but is wrong.

mod lessons;
mod names;
mod needs;
mod questions;
mod rules;
mod settings;
mod sources;
mod text;

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::ServiceIx;
use crate::place::Place;
use crate::problem::{Problem, sort};
use crate::rule::Scope;

/// Everything that is wrong with a catalogue that loads, by file and line: dead rules, settings
/// that flip nothing, deployments alike, unfair or unreadable questions, sources from the future.
pub fn check(catalogue: &Catalogue, today: Date) -> Vec<Problem> {
    let mut court = Court { catalogue, problems: Vec::new() };
    court.names();
    court.texts();
    court.sources(today);
    court.unused();
    court.rules();
    court.settings();
    court.questions();
    court.needs();
    court.lessons();
    sort(&mut court.problems);
    court.problems.dedup();
    court.problems
}

/// The catalogue before its judge, and the problems found so far.
struct Court<'c> {
    catalogue: &'c Catalogue,
    problems: Vec<Problem>,
}

impl<'c> Court<'c> {
    /// A problem at a place, still to be said.
    fn at(&self, place: Place, message: impl Into<String>) -> Problem {
        Problem::at(&self.catalogue.files, place, message)
    }

    fn say(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Whether everything that bears on a service's rulings was read.
    fn is_sure(&self, service: ServiceIx) -> bool {
        let unsure = &self.catalogue.parts.unsure;
        !unsure.contains(&Scope::Provider) && !unsure.contains(&Scope::Service(service))
    }

    /// Whether everything that bears on any ruling was read.
    fn all_sure(&self) -> bool {
        self.catalogue.parts.unsure.is_empty()
    }
}
