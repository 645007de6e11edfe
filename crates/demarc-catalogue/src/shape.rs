//! What content is written in: the tables, their keys, what each holds and means. The loader reads
//! by these, and the schema for editors is printed from them.

mod model;
mod questions;
mod services;
#[cfg(test)]
mod tests;

pub(crate) use model::{CATEGORY, CLASS, CONTENT, CONTROL, DUTY, MISCONCEPTION, PRINCIPLE};
pub(crate) use model::{PROVIDER, SOURCE};
pub(crate) use questions::VERDICT;
pub(crate) use questions::{CHOICE, LESSON, NEED, PICTURE, POINT, QUESTION, SCENARIO, STACK};
pub(crate) use services::{CITATION, DEPLOYMENT, RULE, SERVICE, SETTING};

/// A kind of table.
#[derive(Debug)]
pub(crate) struct Shape {
    /// What problems call it.
    pub(crate) name: &'static str,
    /// What it is for.
    pub(crate) about: &'static str,
    /// Its keys, as an author writes them.
    pub(crate) keys: &'static [Key],
    /// What any further key means, if there may be some; it holds a string.
    pub(crate) rest: Option<&'static str>,
}

/// A key of a table.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) holds: Holds,
    /// Whether the table is nothing without it.
    pub(crate) needed: bool,
    /// What it means.
    pub(crate) about: &'static str,
}

/// What stands behind a key.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Holds {
    /// Small letters and digits, joined by single hyphens and dots.
    Id,
    /// A string.
    Text,
    /// A string, or a list of them.
    Texts,
    /// One of a few words.
    One(fn() -> Vec<&'static str>),
    /// True or false.
    Flag,
    /// A day without quotes.
    Day,
    /// Names of the author's own, each with a string.
    Words,
    /// Layers, each with a string.
    Layers,
    /// Settings, each with a value or a list of them.
    Conditions,
    /// Names, each with a day.
    Days,
    /// One table.
    Table(&'static Shape),
    /// A list of tables.
    Tables(&'static Shape),
    /// Names of the author's own, each with a table.
    Named(&'static Shape),
}

impl Key {
    pub(crate) const fn needed(name: &'static str, holds: Holds, about: &'static str) -> Key {
        Key { name, holds, needed: true, about }
    }

    pub(crate) const fn maybe(name: &'static str, holds: Holds, about: &'static str) -> Key {
        Key { name, holds, needed: false, about }
    }
}

/// The ids that a thing had before.
pub(crate) const WAS: Key =
    Key::maybe("was", Holds::Texts, "Ids it had before. An id never changes its meaning.");

impl Shape {
    /// The key of this name.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The names of its keys.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.keys.iter().map(|key| key.name)
    }
}

/// A whole file: any of these tables may stand in any file.
pub(crate) const FILE: Shape = Shape {
    name: "file",
    about: "Content of Demarc. Any table may stand in any file; by custom a service is one file.",
    rest: None,
    keys: &[
        Key::maybe("provider", Holds::Table(&PROVIDER), "Who runs the cloud; stands once."),
        Key::maybe("content", Holds::Table(&CONTENT), "The edition; stands once."),
        Key::maybe("category", Holds::Tables(&CATEGORY), "Groups of services, as shown."),
        Key::maybe("control", Holds::Tables(&CONTROL), "The named controls of the model."),
        Key::maybe("class", Holds::Tables(&CLASS), "What some services have in common."),
        Key::maybe("words", Holds::Words, "What fills the duties' words by default."),
        Key::maybe("duty", Holds::Tables(&DUTY), "The duties, from the building up."),
        Key::maybe("misconception", Holds::Tables(&MISCONCEPTION), "Wrong beliefs."),
        Key::maybe("source", Holds::Tables(&SOURCE), "Pages that rules cite."),
        Key::maybe("service", Holds::Table(&SERVICE), "A product of the provider; one a file."),
        Key::maybe("layers", Holds::Layers, "What stands in each layer of the service's picture."),
        Key::maybe("setting", Holds::Named(&SETTING), "Choices of yours that move the line."),
        Key::maybe("deployment", Holds::Tables(&DEPLOYMENT), "What questions ask about."),
        Key::maybe("rule", Holds::Tables(&RULE), "Statements from which the rulings follow."),
        Key::maybe("stack", Holds::Tables(&STACK), "Deployments that work together."),
        Key::maybe("need", Holds::Tables(&NEED), "What a person needs, and the ways to meet it."),
        Key::maybe("scenario", Holds::Tables(&SCENARIO), "Situations with linked questions."),
        Key::maybe("lesson", Holds::Tables(&LESSON), "Parts of the model, on one screen each."),
    ],
};
