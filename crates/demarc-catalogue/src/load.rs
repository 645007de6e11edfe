//! Turns TOML files into the catalogue's tables, and keeps every problem on the way.

mod deployments;
mod duties;
mod lessons;
mod model;
mod needs;
mod questions;
mod rules;
mod services;
mod settings;
mod tables;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::iter;

use crate::duty::Duty;
use crate::ix::ServiceIx;
use crate::lesson::Lesson;
use crate::need::Need;
use crate::place::{Place, SourceFile};
use crate::problem::Problem;
use crate::provider::{Content, Provider};
use crate::read::{Fields, Names, Report};
use crate::rule::{Rule, Scope};
use crate::scenario::{Scenario, Stack};
use crate::service::{Category, Class, Deployment, Service};
use crate::source::{Control, Misconception, Source};
use crate::tree::{Node, Table};

/// What the files hold, linked by index.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) provider: Provider,
    pub(crate) content: Content,
    pub(crate) categories: Vec<Category>,
    pub(crate) controls: Vec<Control>,
    pub(crate) classes: Vec<Class>,
    pub(crate) misconceptions: Vec<Misconception>,
    pub(crate) sources: Vec<Source>,
    /// What fills a word where no service says otherwise.
    pub(crate) words: BTreeMap<String, Word>,
    pub(crate) duties: Vec<Duty>,
    pub(crate) services: Vec<Service>,
    pub(crate) deployments: Vec<Deployment>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) stacks: Vec<Stack>,
    pub(crate) needs: Vec<Need>,
    pub(crate) scenarios: Vec<Scenario>,
    pub(crate) lessons: Vec<Lesson>,
    pub(crate) ids: Ids,
    /// Scopes in which a problem makes further judgement of the rules idle.
    pub(crate) unsure: HashSet<Scope>,
}

/// A default word of the duties.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) place: Place,
}

/// What each id stands for, retired ids included.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    pub(crate) duties: HashMap<String, usize>,
    pub(crate) deployments: HashMap<String, usize>,
    pub(crate) services: HashMap<String, usize>,
    pub(crate) sources: HashMap<String, usize>,
    pub(crate) misconceptions: HashMap<String, usize>,
    pub(crate) scenarios: HashMap<String, usize>,
    pub(crate) lessons: HashMap<String, usize>,
    pub(crate) stacks: HashMap<String, usize>,
    pub(crate) needs: HashMap<String, usize>,
    pub(crate) categories: HashMap<String, usize>,
}

/// One file's table.
pub(crate) struct Parsed<'t> {
    file: u16,
    table: Table<'t>,
}

/// A table somewhere in the files.
type Found<'t> = (u16, &'t Node<'t>);

/// Reads all files; what is wrong comes beside what could be read. A file whose tree is at hand is
/// not parsed again.
pub(crate) fn load(
    files: &[SourceFile],
    trees: impl IntoIterator<Item = Option<Table<'static>>>,
) -> (Parts, Vec<Problem>) {
    let mut report = Report::new(files);
    let mut parsed = Vec::with_capacity(files.len());
    let trees = trees.into_iter().chain(iter::repeat(None));
    for ((file, source), tree) in files.iter().enumerate().zip(trees) {
        let file = file as u16;
        let table = tree.unwrap_or_else(|| {
            let (table, errors) = Table::parse(&source.text);
            if !errors.is_empty() {
                report.broken(file, &errors);
            }
            table
        });
        parsed.push(Parsed { file, table });
    }
    let parts = Loader { parsed: &parsed, report: &mut report }.parts();
    (parts, report.problems)
}

/// The reader of all files: first the vocabulary, then what refers to it.
struct Loader<'t, 'r> {
    parsed: &'t [Parsed<'t>],
    report: &'r mut Report<'t>,
}

impl<'t> Loader<'t, '_> {
    fn parts(mut self) -> Parts {
        self.kinds();
        let (categories, category_names) = self.categories();
        let (controls, control_names) = self.controls();
        let (classes, class_names) = self.classes();
        let (misconceptions, misconception_names) = self.misconceptions();
        let (sources, source_names) = self.sources();
        let words = self.words();
        let (duties, duty_names) = self.duties(&control_names);
        let shelf = self.services(&category_names, &class_names, &words);
        let provider = self.provider(&shelf.service_names);
        let content = self.content();
        self.classless(&provider, &shelf.services);
        let rules = self.rules(&rules::Known {
            duties: &duty_names,
            classes: &class_names,
            sources: &source_names,
            misconceptions: &misconception_names,
            shelf: &shelf,
        });
        let (stacks, stack_names) = self.stacks(&shelf.deployment_names);
        let (needs, need_names) = self.needs(&stack_names, &shelf.deployment_names);
        let (scenarios, scenario_names) = self.scenarios(&duty_names, &shelf.deployment_names);
        let (lessons, lesson_names) = self.lessons(&lessons::Named {
            duties: &duty_names,
            deployments: &shelf.deployment_names,
            controls: &control_names,
            sources: &source_names,
        });
        let unsure = self.unsure(&shelf.of_file);
        Parts {
            provider,
            content,
            categories,
            controls,
            classes,
            misconceptions,
            sources,
            words,
            duties,
            services: shelf.services,
            deployments: shelf.deployments,
            rules,
            stacks,
            needs,
            scenarios,
            lessons,
            ids: Ids {
                duties: duty_names.into_index(),
                deployments: shelf.deployment_names.into_index(),
                services: shelf.service_names.into_index(),
                sources: source_names.into_index(),
                misconceptions: misconception_names.into_index(),
                scenarios: scenario_names.into_index(),
                lessons: lesson_names.into_index(),
                stacks: stack_names.into_index(),
                needs: need_names.into_index(),
                categories: category_names.into_index(),
            },
            unsure,
        }
    }

    /// The scopes whose rules were not all read: nothing is said there about what is missing.
    fn unsure(&self, of_file: &HashMap<u16, ServiceIx>) -> HashSet<Scope> {
        let troubled: HashSet<&str> =
            self.report.problems.iter().map(|problem| problem.file.as_str()).collect();
        let mut unsure = HashSet::new();
        for parsed in self.parsed {
            let path = self.report.files[usize::from(parsed.file)].path.as_str();
            if !troubled.contains(path) {
                continue;
            }
            let bears = |kind| parsed.table.get(kind).is_some();
            match of_file.get(&parsed.file) {
                Some(&service) => {
                    unsure.insert(Scope::Service(service));
                }
                None if ["rule", "duty", "class", "service"].into_iter().any(bears)
                    || self.report.is_broken(parsed.file) =>
                {
                    unsure.insert(Scope::Provider);
                }
                None => {}
            }
        }
        unsure
    }
}

/// Things of a kind at most, since handles are small.
const MOST: usize = u16::MAX as usize;

/// Keeps the id of a thing and those it had before; none if the id is missing or taken.
fn keep<'t>(
    fields: &mut Fields<'t>,
    names: &mut Names<'t>,
    index: usize,
    report: &mut Report<'_>,
) -> Option<(String, Vec<String>)> {
    let id = fields.id(report)?;
    let was = fields.list("was", report);
    if index == MOST {
        report
            .say(report.at(id.place, format!("more than {MOST} of a kind")).label("one too many"));
    }
    if index >= MOST {
        return None;
    }
    names.retire(id.text, &was, report);
    let added = names.add(id, index, report);
    added.then(|| (id.text.to_owned(), was.iter().map(|old| old.text.to_owned()).collect()))
}
