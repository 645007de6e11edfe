//! Scenarios rest on rulings that are asked; stacks have parts that work together.

use super::Court;

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
                let duty = &self.catalogue.duty(cell.duty).id;
                let deployment = self.catalogue.deployment(cell.deployment);
                if scenario.verdicts[..at].iter().any(|earlier| earlier.cell == cell) {
                    let problem = self.at(verdict.spots.at("duty"), "this verdict is asked twice");
                    self.say(problem.label("an earlier verdict rests on the same ruling"));
                }
                let asked = self.catalogue.askable[self.catalogue.cell_number(cell)];
                if asked || !self.is_sure(deployment.service) {
                    continue;
                }
                let side = self.catalogue.ruling(cell).side;
                let message = format!("`{duty}` is not asked of `{}`", deployment.id);
                let problem = self.at(verdict.spots.at("duty"), message);
                self.say(if side.is_askable() {
                    problem.label("a provider-wide duty, asked on the provider's own entry")
                } else {
                    problem.label(format!("the ruling is `{side}`"))
                });
            }
        }
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
