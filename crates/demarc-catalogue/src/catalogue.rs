//! The catalogue: everything that is true, indexed.

use std::iter;
use std::path::Path;

use crate::folder::Folder;
use crate::ix::{RuleIx, ServiceIx};
use crate::line::{Line, line};
use crate::load::{Parts, load};
use crate::place::{Place, SourceFile, Spots};
use crate::problem::{Problem, Problems, Severity, sort};
use crate::rule::{Rule, Scope};
use crate::ruling::Ruling;
use crate::rulings::{RuleIndex, rulings};
use crate::search::Shelfmarks;
use crate::service::{Deployment, Service};
use crate::side::Side;
use crate::tree::Table;

/// Files at most, since a place names its file by a small number.
const MOST_FILES: usize = u16::MAX as usize;

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
        Catalogue::settle(Catalogue::with_trees(crate::shipped::files(), crate::shipped::trees()))
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

    fn whole(files: Vec<SourceFile>, unread: Vec<Problem>) -> Result<Catalogue, Problems> {
        let (catalogue, mut problems) = Catalogue::with_problems(files);
        add_unread(&mut problems, unread);
        Catalogue::settle((catalogue, problems))
    }

    /// The catalogue, if nothing is wrong with it that keeps it from standing.
    fn settle((catalogue, problems): (Catalogue, Vec<Problem>)) -> Result<Catalogue, Problems> {
        if problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(Problems { list: problems, files: catalogue.files });
        }
        Ok(catalogue)
    }

    /// As much of a catalogue as the files give, beside what is wrong with them.
    pub(crate) fn with_problems(mut files: Vec<SourceFile>) -> (Catalogue, Vec<Problem>) {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Catalogue::with_trees(files, iter::empty())
    }

    /// The same from files in the order of their paths, with the trees of the first of them.
    fn with_trees(
        mut files: Vec<SourceFile>,
        trees: impl IntoIterator<Item = Option<Table<'static>>>,
    ) -> (Catalogue, Vec<Problem>) {
        let too_many = files.get(MOST_FILES).map(|file| {
            Problem::whole(&file.path, format!("more than {MOST_FILES} files are too many"))
        });
        files.truncate(MOST_FILES);
        let (mut parts, mut problems) = load(&files, trees);
        if files.is_empty() {
            problems = vec![Problem::whole("", "there is no content at all")];
        }
        problems.extend(too_many);
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
}

/// Adds what could not be read of a folder; if that is all there is, it stands alone.
pub(crate) fn add_unread(problems: &mut Vec<Problem>, unread: Vec<Problem>) {
    if !unread.is_empty() {
        problems.retain(|problem| !problem.file.is_empty());
        problems.extend(unread);
        sort(problems);
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
