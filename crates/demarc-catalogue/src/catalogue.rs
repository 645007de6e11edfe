//! The catalogue: everything that is true, indexed.

use std::path::Path;

use crate::date::Date;
use crate::duty::Duty;
use crate::folder::Folder;
use crate::ix::{
    CategoryIx, Cell, DeploymentIx, DutyIx, MisconceptionIx, RuleIx, ScenarioIx, ServiceIx,
    SourceIx, StackIx,
};
use crate::line::{Line, line};
use crate::load::{Parts, load};
use crate::place::{Place, SourceFile, Spots};
use crate::problem::{Problem, Problems, Severity, sort};
use crate::provider::Provider;
use crate::rule::{Rule, Scope};
use crate::ruling::Ruling;
use crate::rulings::{RuleIndex, rulings};
use crate::scenario::{Scenario, Stack};
use crate::search::Shelfmarks;
use crate::service::{Category, Class, Deployment, Service};
use crate::side::Side;
use crate::source::{Control, Misconception, Source};

/// Why a duty that is not provider-wide is `none` on the provider's own entry.
const ENTRY_WHY: &str = "Each service answers this for itself. Here stands what holds for all.";

/// Everything that is true of one provider: duties, services, rules, and the rulings they give.
#[derive(Debug)]
pub struct Catalogue {
    pub(crate) parts: Parts,
    pub(crate) files: Vec<SourceFile>,
    pub(crate) index: RuleIndex,
    pub(crate) rulings: Vec<Ruling>,
    /// For each cell whether it can be asked, endings aside.
    pub(crate) askable: Vec<bool>,
    pub(crate) lines: Vec<Line>,
    pub(crate) names: Vec<String>,
    pub(crate) marks: Shelfmarks,
}

impl Catalogue {
    /// The content that is embedded in the program.
    pub fn shipped() -> Result<Catalogue, Problems> {
        Catalogue::from_files(crate::shipped::files())
    }

    /// A folder of content: a provider's, or one that holds a single provider's.
    pub fn from_dir(dir: &Path) -> Result<Catalogue, Problems> {
        let folder = Folder::read(dir);
        Catalogue::whole(folder.files, folder.problems)
    }

    /// Files of content, read in the order of their paths.
    pub fn from_files(files: Vec<SourceFile>) -> Result<Catalogue, Problems> {
        Catalogue::whole(files, Vec::new())
    }

    fn whole(files: Vec<SourceFile>, mut problems: Vec<Problem>) -> Result<Catalogue, Problems> {
        let (catalogue, found) = Catalogue::with_problems(files);
        problems.extend(found);
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(Problems { list: problems, files: catalogue.files });
        }
        Ok(catalogue)
    }

    /// As much of a catalogue as the files give, beside what is wrong with them.
    pub(crate) fn with_problems(mut files: Vec<SourceFile>) -> (Catalogue, Vec<Problem>) {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let (mut parts, mut problems) = load(&files);
        let undecided = RuleIx::at(parts.rules.len());
        parts.rules.push(entry_rule());
        let index = RuleIndex::new(&parts.rules);
        let (rulings, more) = rulings(&parts, &index, undecided, &files);
        if !more.is_empty() {
            let troubled = |service: &Service| {
                let file = service.spots.table.file;
                more.iter().any(|problem| problem.file == files[usize::from(file)].path)
            };
            let unsure = (0..parts.services.len()).filter(|&at| troubled(&parts.services[at]));
            let unsure: Vec<Scope> = unsure.map(|at| Scope::Service(ServiceIx::at(at))).collect();
            parts.unsure.extend(unsure);
        }
        problems.extend(more);
        sort(&mut problems);
        let sides: Vec<Side> = rulings.iter().map(|ruling| ruling.side).collect();
        let rows = sides.chunks(parts.duties.len().max(1));
        let lines = rows.map(|row| line(&parts.duties, row)).collect();
        let names: Vec<String> =
            parts.deployments.iter().map(|deployment| full_name(&parts, deployment)).collect();
        let askable = crate::asked::askable(&parts, &rulings);
        let marks = Shelfmarks::new(&parts, &names);
        let catalogue = Catalogue { parts, files, index, rulings, askable, lines, names, marks };
        (catalogue, problems)
    }

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

    /// The stacks.
    pub fn stacks(&self) -> &[Stack] {
        &self.parts.stacks
    }

    /// The rules; the last one is not written in data and speaks of the provider's own entry.
    pub fn rules(&self) -> &[Rule] {
        &self.parts.rules
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

    /// The misconception with this id, or that had it before.
    pub fn find_misconception(&self, id: &str) -> Option<MisconceptionIx> {
        self.parts.ids.misconceptions.get(id).map(|&at| MisconceptionIx::at(at))
    }
}

/// The rule that stands where none is written.
fn entry_rule() -> Rule {
    Rule {
        scope: Scope::Entry,
        duties: Vec::new(),
        side: Side::None,
        owner: None,
        when: Default::default(),
        why: ENTRY_WHY.to_owned(),
        stays: None,
        principle: None,
        misconception: None,
        cites: Vec::new(),
        duty_places: Vec::new(),
        spots: Spots { table: Place { file: 0, start: 0, end: 0 }, values: Vec::new() },
    }
}

/// "AWS Lambda, zip package, automatic runtime updates"
fn full_name(parts: &Parts, deployment: &Deployment) -> String {
    let service = &parts.services[deployment.service.index()];
    let mut name = service.name.clone();
    for chosen in &deployment.set {
        let setting = &service.settings[usize::from(chosen.setting)];
        name.push_str(", ");
        name.push_str(&setting.values[usize::from(chosen.value)].text);
    }
    name
}
