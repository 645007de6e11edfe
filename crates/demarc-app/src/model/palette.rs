//! What the palette finds: commands, lessons, services, deployments, duties.

use demarc_catalogue::Cell;

use super::{
    Model,
    action::{Action, LessonStep, Start},
    ruling,
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
    Act(Action),
    /// A command, by its name in the table.
    Command(String),
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
    let catalogue = model.catalogue();
    for row in &model.lessons().rows {
        if matches(&format!("{} {} lesson", row.title, row.lead)) {
            found.push(Entry {
                title: row.title.clone(),
                about: format!("lesson {}", row.number),
                key: "",
                does: Does::Act(Action::Lesson(LessonStep::Open(row.lesson))),
            });
        }
    }
    for service in catalogue.service_ixs() {
        let it = catalogue.service(service);
        let category = &catalogue.categories()[it.category.index()].name;
        if matches(&format!("{} {} practise", it.name, category)) {
            found.push(Entry {
                title: format!("Practise {}", it.name),
                about: category.clone(),
                key: "",
                does: Does::Act(Action::Start(Start::Service(service))),
            });
        }
    }
    let duties: Vec<_> = catalogue.duty_ixs().collect();
    for duty in &duties {
        let it = catalogue.duty(*duty);
        if matches(&format!("{} {} {} practise", it.label, it.text, it.layer.name())) {
            found.push(Entry {
                title: format!("Practise \u{201c}{}\u{201d}", it.label),
                about: it.layer.name().to_owned(),
                key: "",
                does: Does::Act(Action::Start(Start::Duty(*duty))),
            });
        }
    }
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
                    does: Does::Act(Action::Reveal(cell)),
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
