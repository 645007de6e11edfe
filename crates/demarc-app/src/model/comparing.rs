//! What changes a comparison.

use demarc_catalogue::{Cell, Subject};
use demarc_study::StudyError;

use super::{
    Model, Tick,
    action::CompareStep,
    compare::{self, CompareView},
    route::Route,
};

impl Model {
    /// Does what was asked for in Compare, and goes there.
    pub(super) fn compare_step(&mut self, step: CompareStep, tick: Tick) -> Result<(), StudyError> {
        if self.route != Route::Compare {
            self.go(Route::Compare, tick);
        }
        self.overlay = None;
        let Some([left, right]) = self.subjects() else { return Ok(()) };
        match step {
            CompareStep::Open(left, right) => self.set_beside(left, right, tick),
            CompareStep::From(cell) => {
                let left = Subject::Deployment(cell.deployment);
                self.set_beside(left, self.beside(cell, tick), tick);
                self.select_compared(Some(cell.duty));
            }
            CompareStep::Put(false, subject) => self.set_beside(subject, right, tick),
            CompareStep::Put(true, subject) => self.set_beside(left, subject, tick),
            CompareStep::Flip => {
                let today = tick.now.day().date();
                let found = compare::next_flip(self.catalogue(), [left, right], today);
                if let Some((left, right)) = found {
                    self.set_beside(left, right, tick);
                }
            }
            CompareStep::Swap => self.set_beside(right, left, tick),
            CompareStep::ChangesOnly(on) => {
                if let Some(view) = &mut self.compare {
                    view.changes_only = on;
                }
            }
            CompareStep::Select(duty) => self.select_compared(duty),
            CompareStep::Keep => return self.keep(left, right, tick),
        }
        Ok(())
    }

    /// Makes the comparison new, as after an answer or a change of what is kept.
    pub(super) fn refresh_comparison(&mut self, tick: Tick) {
        let first =
            || CompareView::first(self.study.catalogue()).map(|(left, right)| [left, right]);
        if let Some([left, right]) = self.subjects().or_else(first) {
            self.set_beside(left, right, tick);
        }
    }

    fn subjects(&self) -> Option<[Subject; 2]> {
        self.compare.as_ref().map(|view| view.subjects.each_ref().map(|it| it.subject))
    }

    /// Sets two beside each other; what was chosen to see stays.
    fn set_beside(&mut self, left: Subject, right: Subject, tick: Tick) {
        let mut view = CompareView::of(&self.study, left, right, tick.now.day().date());
        let before = self.compare.take();
        view.changes_only = before.as_ref().is_some_and(|it| it.changes_only);
        let selected = before.and_then(|it| it.selected);
        let selected = selected.filter(|duty| view.rows.iter().any(|row| row.duty == *duty));
        view.select(self.study.catalogue(), selected);
        self.compare = Some(view);
    }

    fn select_compared(&mut self, duty: Option<demarc_catalogue::DutyIx>) {
        let catalogue = std::sync::Arc::clone(self.study.catalogue());
        if let Some(view) = &mut self.compare {
            view.select(&catalogue, duty);
        }
    }

    /// The deployment that contrasts with a ruling; what stands on the right, if there is none.
    fn beside(&self, cell: Cell, tick: Tick) -> Subject {
        let contrast = self.catalogue().contrast(cell, tick.now.day().date());
        let there = contrast.map(|it| Subject::Deployment(it.cell.deployment));
        let right = self.subjects().map(|it| it[1]);
        there.or(right).unwrap_or(Subject::Deployment(cell.deployment))
    }

    fn keep(&mut self, left: Subject, right: Subject, tick: Tick) -> Result<(), StudyError> {
        let catalogue = self.study.catalogue();
        let pair = (catalogue.subject_id(left), catalogue.subject_id(right));
        let mut settings = self.settings().clone();
        match settings.comparisons.iter().position(|it| *it == pair) {
            Some(at) => {
                settings.comparisons.remove(at);
            }
            None => settings.comparisons.push(pair),
        }
        self.study.set_settings(settings, tick.now)?;
        self.refresh_comparison(tick);
        Ok(())
    }
}
