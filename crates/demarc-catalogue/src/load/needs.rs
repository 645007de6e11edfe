//! Reads needs and the ways to meet them.

use super::{Loader, keep};
use crate::compare::Subject;
use crate::ix::{DeploymentIx, StackIx};
use crate::need::Need;
use crate::read::{Fields, Names};
use crate::shape;

impl<'t> Loader<'t, '_> {
    pub(super) fn needs(
        &mut self,
        stacks: &Names<'t>,
        deployments: &Names<'t>,
    ) -> (Vec<Need>, Names<'t>) {
        let mut names = Names::new("need");
        let mut needs = Vec::new();
        for (file, value) in self.every("need") {
            let Some(mut fields) = Fields::open(&shape::NEED, file, value, self.report) else {
                continue;
            };
            let Some((id, was)) = keep(&mut fields, &mut names, needs.len(), self.report) else {
                continue;
            };
            let of_stacks = fields.list("stacks", self.report);
            let of_deployments = fields.list("deployments", self.report);
            let written = of_stacks.len() + of_deployments.len();
            let mut ways = Vec::new();
            for stack in of_stacks {
                let at = stacks.find(stack, self.report);
                ways.extend(at.map(|at| Subject::Stack(StackIx::at(at))));
            }
            for deployment in of_deployments {
                let at = deployments.find(deployment, self.report);
                ways.extend(at.map(|at| Subject::Deployment(DeploymentIx::at(at))));
            }
            needs.push(Need {
                id,
                name: fields.need_text("name", self.report),
                text: fields.need_text("text", self.report),
                beside: fields.need_text("beside", self.report),
                ways,
                was,
                written,
                spots: fields.done(),
            });
        }
        names.judge_retired(self.report);
        (needs, names)
    }
}
