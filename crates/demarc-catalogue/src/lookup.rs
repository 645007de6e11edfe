//! What a catalogue holds, by table, by handle and by id.

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::duty::Duty;
use crate::ix::{
    CategoryIx, Cell, ControlIx, DeploymentIx, DutyIx, LessonIx, MisconceptionIx, NeedIx, RuleIx,
    ScenarioIx, ServiceIx, SourceIx, StackIx,
};
use crate::lesson::Lesson;
use crate::need::Need;
use crate::place::SourceFile;
use crate::provider::Provider;
use crate::rule::{Cite, Rule};
use crate::scenario::{Scenario, Stack};
use crate::service::{Category, Class, Deployment, Service};
use crate::source::{Control, Misconception, Source};

impl Catalogue {
    /// Who runs the cloud.
    pub fn provider(&self) -> &Provider {
        &self.parts.provider
    }

    /// Which edition of the content this is.
    pub fn content_version(&self) -> &str {
        &self.parts.content.version
    }

    /// The day on which this edition was released.
    pub fn released(&self) -> Date {
        self.parts.content.released
    }

    /// The files it was read from.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The duties, from the building up.
    pub fn duties(&self) -> &[Duty] {
        &self.parts.duties
    }

    /// The services, by category.
    pub fn services(&self) -> &[Service] {
        &self.parts.services
    }

    /// The deployments, service by service.
    pub fn deployments(&self) -> &[Deployment] {
        &self.parts.deployments
    }

    /// The categories, in the order in which they are shown.
    pub fn categories(&self) -> &[Category] {
        &self.parts.categories
    }

    /// The classes.
    pub fn classes(&self) -> &[Class] {
        &self.parts.classes
    }

    /// The controls of the model.
    pub fn controls(&self) -> &[Control] {
        &self.parts.controls
    }

    /// The sources.
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// The misconceptions.
    pub fn misconceptions(&self) -> &[Misconception] {
        &self.parts.misconceptions
    }

    /// The scenarios.
    pub fn scenarios(&self) -> &[Scenario] {
        &self.parts.scenarios
    }

    /// The lessons, in the order in which they are taught.
    pub fn lessons(&self) -> &[Lesson] {
        &self.parts.lessons
    }

    /// Every lesson's handle, in the order in which they are taught.
    pub fn lesson_ixs(&self) -> impl ExactSizeIterator<Item = LessonIx> + use<> {
        (0..self.parts.lessons.len()).map(LessonIx::at)
    }

    /// The stacks.
    pub fn stacks(&self) -> &[Stack] {
        &self.parts.stacks
    }

    /// The needs, in the order in which they are offered.
    pub fn needs(&self) -> &[Need] {
        &self.parts.needs
    }

    /// Every need's handle, in the order in which they are offered.
    pub fn need_ixs(&self) -> impl DoubleEndedIterator<Item = NeedIx> + ExactSizeIterator + use<> {
        (0..self.parts.needs.len()).map(NeedIx::at)
    }

    /// The rules; the last one is not written in data and speaks of the provider's own entry.
    pub fn rules(&self) -> &[Rule] {
        &self.parts.rules
    }

    /// Every citation, of rules and of lessons.
    pub(crate) fn cites(&self) -> impl Iterator<Item = &Cite> {
        let rules = self.parts.rules.iter().flat_map(|rule| &rule.cites);
        rules.chain(self.parts.lessons.iter().flat_map(|lesson| &lesson.cites))
    }

    /// Every duty's handle, from the building up.
    pub fn duty_ixs(&self) -> impl DoubleEndedIterator<Item = DutyIx> + ExactSizeIterator + use<> {
        (0..self.parts.duties.len()).map(DutyIx::at)
    }

    /// Every deployment's handle, in the order of the matrix.
    pub fn deployment_ixs(
        &self,
    ) -> impl DoubleEndedIterator<Item = DeploymentIx> + ExactSizeIterator + use<> {
        (0..self.parts.deployments.len()).map(DeploymentIx::at)
    }

    /// Every service's handle, in the order of the matrix.
    pub fn service_ixs(
        &self,
    ) -> impl DoubleEndedIterator<Item = ServiceIx> + ExactSizeIterator + use<> {
        (0..self.parts.services.len()).map(ServiceIx::at)
    }

    /// Every cell, deployment by deployment.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        let duties = self.parts.duties.len();
        (0..self.rulings.len()).map(move |number| Cell {
            deployment: DeploymentIx::at(number / duties),
            duty: DutyIx::at(number % duties),
        })
    }

    /// The number of a cell, from 0 to one less than there are; they are dense.
    pub fn cell_number(&self, cell: Cell) -> usize {
        cell.deployment.index() * self.parts.duties.len() + cell.duty.index()
    }

    /// The duty behind a handle.
    pub fn duty(&self, at: DutyIx) -> &Duty {
        &self.parts.duties[at.index()]
    }

    /// The deployment behind a handle.
    pub fn deployment(&self, at: DeploymentIx) -> &Deployment {
        &self.parts.deployments[at.index()]
    }

    /// The service behind a handle.
    pub fn service(&self, at: ServiceIx) -> &Service {
        &self.parts.services[at.index()]
    }

    /// The service that a deployment is one of.
    pub fn service_of(&self, at: DeploymentIx) -> &Service {
        self.service(self.deployment(at).service)
    }

    /// The rule behind a handle.
    pub fn rule(&self, at: RuleIx) -> &Rule {
        &self.parts.rules[at.index()]
    }

    /// The control behind a handle.
    pub fn control(&self, at: ControlIx) -> &Control {
        &self.parts.controls[at.index()]
    }

    /// The lesson behind a handle.
    pub fn lesson(&self, at: LessonIx) -> &Lesson {
        &self.parts.lessons[at.index()]
    }

    /// The need behind a handle.
    pub fn need(&self, at: NeedIx) -> &Need {
        &self.parts.needs[at.index()]
    }

    /// The source behind a handle.
    pub fn source(&self, at: SourceIx) -> &Source {
        &self.parts.sources[at.index()]
    }

    /// The misconception behind a handle.
    pub fn misconception(&self, at: MisconceptionIx) -> &Misconception {
        &self.parts.misconceptions[at.index()]
    }

    /// The duty with this id, or that had it before.
    pub fn find_duty(&self, id: &str) -> Option<DutyIx> {
        self.parts.ids.duties.get(id).map(|&at| DutyIx::at(at))
    }

    /// The deployment with this id, or that had it before.
    pub fn find_deployment(&self, id: &str) -> Option<DeploymentIx> {
        self.parts.ids.deployments.get(id).map(|&at| DeploymentIx::at(at))
    }

    /// The service with this id, or that had it before.
    pub fn find_service(&self, id: &str) -> Option<ServiceIx> {
        self.parts.ids.services.get(id).map(|&at| ServiceIx::at(at))
    }

    /// The scenario with this id, or that had it before.
    pub fn find_scenario(&self, id: &str) -> Option<ScenarioIx> {
        self.parts.ids.scenarios.get(id).map(|&at| ScenarioIx::at(at))
    }

    /// The lesson with this id, or that had it before.
    pub fn find_lesson(&self, id: &str) -> Option<LessonIx> {
        self.parts.ids.lessons.get(id).map(|&at| LessonIx::at(at))
    }

    /// The source with this id, or that had it before.
    pub fn find_source(&self, id: &str) -> Option<SourceIx> {
        self.parts.ids.sources.get(id).map(|&at| SourceIx::at(at))
    }

    /// The category with this id, or that had it before.
    pub fn find_category(&self, id: &str) -> Option<CategoryIx> {
        self.parts.ids.categories.get(id).map(|&at| CategoryIx::at(at))
    }

    /// The stack with this id, or that had it before.
    pub fn find_stack(&self, id: &str) -> Option<StackIx> {
        self.parts.ids.stacks.get(id).map(|&at| StackIx::at(at))
    }

    /// The need with this id, or that had it before.
    pub fn find_need(&self, id: &str) -> Option<NeedIx> {
        self.parts.ids.needs.get(id).map(|&at| NeedIx::at(at))
    }

    /// The misconception with this id, or that had it before.
    pub fn find_misconception(&self, id: &str) -> Option<MisconceptionIx> {
        self.parts.ids.misconceptions.get(id).map(|&at| MisconceptionIx::at(at))
    }
}
