//! Scenarios rest on rulings that are asked; stacks have parts that work together.

use super::Court;
use crate::ix::Cell;
use crate::place::Place;

impl Court<'_> {
    pub(super) fn questions(&mut self) {
        self.scenarios();
        self.stacks();
    }

    fn scenarios(&mut self) {
        for scenario in self.catalogue.scenarios() {
            let count = scenario.written;
            if !(2..=5).contains(&count) {
                let message = format!("the scenario `{}` has {count} verdicts", scenario.id);
                let problem = self.at(scenario.spots.at("id"), message);
                self.say(problem.label("two to five are linked to one situation"));
            }
            for (at, verdict) in scenario.verdicts.iter().enumerate() {
                let cell = verdict.cell;
                if scenario.verdicts[..at].iter().any(|earlier| earlier.cell == cell) {
                    let problem = self.at(verdict.spots.at("duty"), "this verdict is asked twice");
                    self.say(problem.label("an earlier verdict rests on the same ruling"));
                }
                self.rests_on_asked(cell, verdict.spots.at("duty"));
            }
        }
    }

    /// Says that a question rests on a ruling that is never asked.
    pub(super) fn rests_on_asked(&mut self, cell: Cell, place: Place) {
        let deployment = self.catalogue.deployment(cell.deployment);
        let asked = self.catalogue.askable[self.catalogue.cell_number(cell)];
        if asked || !self.is_sure(deployment.service) {
            return;
        }
        let duty = &self.catalogue.duty(cell.duty).id;
        let side = self.catalogue.ruling(cell).side;
        let problem = self.at(place, format!("`{duty}` is not asked of `{}`", deployment.id));
        self.say(if side.is_askable() {
            problem.label("a provider-wide duty, asked on the provider's own entry")
        } else {
            problem.label(format!("the ruling is `{side}`"))
        });
    }

    fn stacks(&mut self) {
        for stack in self.catalogue.stacks() {
            let mut parts = stack.parts.clone();
            parts.sort_unstable();
            parts.dedup();
            if stack.written < 2 || parts.len() < stack.parts.len() {
                let message = format!("the stack `{}` needs two parts that differ", stack.id);
                self.say(
                    self.at(stack.spots.at("parts"), message).label("two or more deployments"),
                );
            }
        }
    }
}
