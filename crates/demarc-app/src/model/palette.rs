//! What the palette finds: commands, lessons, services, deployments, duties.

use demarc_catalogue::{Catalogue, Cell, DeploymentIx, DutyIx, Hit, NeedIx, ServiceIx, Subject};
use demarc_study::{Choice, forms::Form};

use super::{
    Model,
    action::{Action, CompareStep, LessonStep, NeedStep, Start},
    asked::{self, flip, kind, line, reason, sort, which},
    compare, ruling, words,
};

/// A line of the palette.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub title: String,
    /// What else there is to say.
    pub about: String,
    /// The key that does the same.
    pub key: &'static str,
    /// What choosing it does.
    pub does: Does,
}

/// What choosing a line does.
#[derive(Clone, Debug, PartialEq)]
pub enum Does {
    /// An action.
    Act(Box<Action>),
    /// A command, by its name in the table.
    Command(String),
}

impl Does {
    fn act(action: Action) -> Self {
        Does::Act(Box::new(action))
    }
}

/// A command as the table offers it: name, words, key.
pub type Offered = (String, &'static str, &'static str);

const MOST: usize = 40;

/// The lines that match every word of `typed`.
pub fn entries(model: &Model, offered: Vec<Offered>, typed: &str) -> Vec<Entry> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let matches = |hay: &str| {
        let hay = hay.to_lowercase();
        words.iter().all(|word| hay.contains(word.as_str()))
    };
    let mut found: Vec<Entry> = offered
        .into_iter()
        .filter(|(_, title, _)| matches(title))
        .map(|(name, title, key)| Entry {
            title: title.to_owned(),
            about: String::new(),
            key,
            does: Does::Command(name),
        })
        .collect();
    if words.is_empty() {
        return found;
    }
    for (title, about, start) in forms() {
        if matches(title) {
            let does = Does::act(Action::Start(start));
            found.push(Entry { title: title.to_owned(), about: about.to_owned(), key: "", does });
        }
    }
    for row in &model.lessons().rows {
        if matches(&format!("lesson {}", row.title)) {
            found.push(Entry {
                title: row.title.clone(),
                about: format!("lesson {}", row.number),
                key: "",
                does: Does::act(Action::Lesson(LessonStep::Open(row.lesson))),
            });
        }
    }
    let needs = needs(model, typed).into_iter();
    found.extend(needs.map(|entry| Entry { about: format!("need, {}", entry.about), ..entry }));
    // What can be practised or looked at, the best match first; "practise", in either spelling, or
    // the word of a form may stand before it.
    let catalogue = model.catalogue();
    let verb = |word: &&str| {
        ["practise", "practice", "which"].contains(word)
            || DRILLS.iter().any(|drill| drill.word == *word)
    };
    let sought: Vec<&str> = words.iter().map(String::as_str).filter(|word| !verb(word)).collect();
    let told = DRILLS.iter().find(|drill| words.first().is_some_and(|word| word == drill.word));
    let title = match told {
        None if words[0] == "which" => "Which",
        told => told.map_or("", |drill| drill.title),
    };
    let meant = |entry: &Entry| entry.title.starts_with(title);
    let hits = catalogue.search(&sought.join(" ")).into_iter().flat_map(|hit| match hit {
        Hit::Service(service) => {
            let mut found = vec![practise_service(catalogue, service)];
            found.extend(DRILLS.iter().filter_map(|drill| drill.entry(catalogue, service)));
            found
        }
        Hit::Duty(duty) => vec![practise_duty(catalogue, duty), which_service(catalogue, duty)],
        Hit::Deployment(deployment) => show_deployment(model, deployment).into_iter().collect(),
    });
    found.extend(hits.filter(meant));
    let duties: Vec<_> = catalogue.duty_ixs().collect();
    'all: for deployment in catalogue.deployment_ixs() {
        for duty in &duties {
            let cell = Cell { deployment, duty: *duty };
            if !catalogue.asked(cell, model.day().date()) {
                continue;
            }
            let name = catalogue.deployment_name(deployment);
            let label = &catalogue.duty(*duty).label;
            if matches(&format!("{name} {label} ruling")) {
                found.push(Entry {
                    title: format!("{}: {label}", ruling::short_name(catalogue, deployment)),
                    about: "ruling".to_owned(),
                    key: "",
                    does: Does::act(Action::Reveal(cell)),
                });
                if found.len() >= MOST {
                    break 'all;
                }
            }
        }
    }
    found.truncate(MOST);
    found
}

/// The forms of questions that have parts, of all services.
fn forms() -> [(&'static str, &'static str, Start); 7] {
    let all = Choice::default;
    [
        (Form::Line.title(), "a few stacks", line::start(all())),
        (Form::Flip.title(), "a few questions", flip::start(all())),
        (Form::Compare.title(), "a few questions", asked::compare::start(all())),
        (Form::Sort.title(), "a few questions", sort::start(all())),
        (Form::Reason.title(), "a few questions", reason::start(all())),
        (Form::Kind.title(), "a few questions", kind::start(all())),
        (Form::Which.title(), "a few questions", which::start(all())),
    ]
}

/// The needs that match every word; choosing one shows the ways to meet it.
pub fn needs(model: &Model, typed: &str) -> Vec<Entry> {
    let catalogue = model.catalogue();
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let fits = |need: &&NeedIx| {
        let it = catalogue.need(**need);
        let ways = it.ways.iter().map(|way| compare::subject(catalogue, *way).name);
        let ways = ways.collect::<Vec<_>>().join(" ");
        let hay = format!("{} {} {ways} choose", it.name, it.text).to_lowercase();
        words.iter().all(|word| hay.contains(word.as_str()))
    };
    let needs: Vec<NeedIx> = catalogue.need_ixs().collect();
    let entry = |need: &NeedIx| Entry {
        title: catalogue.need(*need).name.clone(),
        about: words::count(catalogue.need(*need).ways.len(), "way", "ways"),
        key: "",
        does: Does::act(Action::Need(NeedStep::Open(*need))),
    };
    needs.iter().filter(fits).map(entry).collect()
}

/// What can stand on a side of a comparison, the right one or the left: stacks, then deployments,
/// that match every word.
pub fn subjects(model: &Model, typed: &str, right: bool) -> Vec<Entry> {
    let catalogue = model.catalogue();
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let stacks = catalogue.stacks().iter().filter_map(|it| catalogue.find_stack(&it.id));
    let deployments = catalogue.deployment_ixs().filter(|it| !catalogue.is_entry(*it));
    let all = stacks.map(Subject::Stack).chain(deployments.map(Subject::Deployment));
    all.filter_map(|subject| {
        let it = compare::subject(catalogue, subject);
        let full = match subject {
            Subject::Deployment(deployment) => catalogue.deployment_name(deployment),
            Subject::Stack(_) => "",
        };
        let hay = format!("{} {} {full}", it.name, it.about).to_lowercase();
        let fits = words.iter().all(|word| hay.contains(word.as_str()));
        let does = Does::act(Action::Compare(CompareStep::Put(right, subject)));
        fits.then_some(Entry { title: it.name, about: it.about, key: "", does })
    })
    .collect()
}

fn practise_service(catalogue: &Catalogue, service: ServiceIx) -> Entry {
    let it = catalogue.service(service);
    Entry {
        title: format!("Practise {}", it.name),
        about: catalogue.categories()[it.category.index()].name.clone(),
        key: "",
        does: Does::act(Action::Start(Start::Service(service))),
    }
}

/// A form in which a service can be practised.
struct Drill {
    /// The word that asks for it.
    word: &'static str,
    /// "Draw the line on", before the service's name.
    title: &'static str,
    /// A session of it.
    start: fn(Choice) -> Start,
    /// How many deployments a service needs for it.
    least: usize,
}

const DRILLS: [Drill; 5] = [
    Drill { word: "draw", title: "Draw the line on", start: line::start, least: 1 },
    Drill { word: "flip", title: "Flip a setting of", start: flip::start, least: 2 },
    Drill { word: "sort", title: "Sort the duties of", start: sort::start, least: 1 },
    Drill { word: "reason", title: "Reasons on", start: reason::start, least: 1 },
    Drill { word: "control", title: "Controls of", start: kind::start, least: 1 },
];

impl Drill {
    fn entry(&self, catalogue: &Catalogue, service: ServiceIx) -> Option<Entry> {
        let it = catalogue.service(service);
        let choice = Choice { services: vec![it.id.clone()], ..Choice::default() };
        (it.deployments.len() >= self.least).then(|| Entry {
            title: format!("{} {}", self.title, it.name),
            about: catalogue.categories()[it.category.index()].name.clone(),
            key: "",
            does: Does::act(Action::Start((self.start)(choice))),
        })
    }
}

fn practise_duty(catalogue: &Catalogue, duty: DutyIx) -> Entry {
    let it = catalogue.duty(duty);
    Entry {
        title: format!("Practise \u{201c}{}\u{201d}", it.label),
        about: it.layer.name().to_owned(),
        key: "",
        does: Does::act(Action::Start(Start::Duty(duty))),
    }
}

fn which_service(catalogue: &Catalogue, duty: DutyIx) -> Entry {
    let it = catalogue.duty(duty);
    let choice = Choice { duties: vec![it.id.clone()], ..Choice::default() };
    Entry {
        title: format!("Which service: \u{201c}{}\u{201d}", it.label),
        about: it.layer.name().to_owned(),
        key: "",
        does: Does::act(Action::Start(which::start(choice))),
    }
}

/// Leads to the deployment's row in Explore, at the first duty that is asked there.
fn show_deployment(model: &Model, deployment: DeploymentIx) -> Option<Entry> {
    let catalogue = model.catalogue();
    let mut cells = catalogue.duty_ixs().rev().map(|duty| Cell { deployment, duty });
    let cell = cells.find(|cell| catalogue.asked(*cell, model.day().date()))?;
    Some(Entry {
        title: ruling::short_name(catalogue, deployment),
        about: "show in Explore".to_owned(),
        key: "",
        does: Does::act(Action::Reveal(cell)),
    })
}
