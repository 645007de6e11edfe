//! Reads stacks and scenarios.

use super::{Loader, keep};
use crate::ix::{Cell, DeploymentIx, DutyIx};
use crate::read::{Fields, Names};
use crate::scenario::{Scenario, Stack, Verdict};
use crate::shape;

impl<'t> Loader<'t, '_> {
    pub(super) fn stacks(&mut self, deployments: &Names<'t>) -> (Vec<Stack>, Names<'t>) {
        let mut names = Names::new("stack");
        let mut stacks = Vec::new();
        for (file, value) in self.every("stack") {
            let Some(mut fields) = Fields::open(&shape::STACK, file, value, self.report) else {
                continue;
            };
            let Some((id, was)) = keep(&mut fields, &mut names, stacks.len(), self.report) else {
                continue;
            };
            let parts = fields.list("parts", self.report);
            let written = parts.len();
            let parts: Vec<_> = parts
                .into_iter()
                .filter_map(|part| deployments.find(part, self.report).map(DeploymentIx::at))
                .collect();
            stacks.push(Stack {
                id,
                name: fields.need_text("name", self.report),
                about: fields.text("about", self.report),
                parts,
                was,
                written,
                spots: fields.done(),
            });
        }
        names.judge_retired(self.report);
        (stacks, names)
    }

    pub(super) fn scenarios(
        &mut self,
        duties: &Names<'t>,
        deployments: &Names<'t>,
    ) -> (Vec<Scenario>, Names<'t>) {
        let mut names = Names::new("scenario");
        let mut scenarios = Vec::new();
        for (file, value) in self.every("scenario") {
            let Some(mut fields) = Fields::open(&shape::SCENARIO, file, value, self.report) else {
                continue;
            };
            let Some((id, was)) = keep(&mut fields, &mut names, scenarios.len(), self.report)
            else {
                continue;
            };
            let verdicts = fields.tables("verdict", self.report);
            let written = verdicts.len();
            let verdicts: Vec<_> = verdicts
                .into_iter()
                .filter_map(|value| {
                    let open = Fields::open(&shape::VERDICT, file, value, self.report)?;
                    self.verdict(open, duties, deployments)
                })
                .collect();
            scenarios.push(Scenario {
                id,
                title: fields.need_text("title", self.report),
                topic: fields.need_text("topic", self.report),
                text: fields.need_text("text", self.report),
                verdicts,
                was,
                written,
                spots: fields.done(),
            });
        }
        names.judge_retired(self.report);
        (scenarios, names)
    }

    fn verdict(
        &mut self,
        mut fields: Fields<'t>,
        duties: &Names<'t>,
        deployments: &Names<'t>,
    ) -> Option<Verdict> {
        let deployment = fields.need_refer("deployment", deployments, self.report);
        let duty = fields.need_refer("duty", duties, self.report);
        let prompt = fields.need_text("prompt", self.report);
        let cell = Cell { deployment: DeploymentIx::at(deployment?), duty: DutyIx::at(duty?) };
        Some(Verdict { cell, prompt, spots: fields.done() })
    }
}
