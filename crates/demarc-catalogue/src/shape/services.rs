//! The tables of a service's file: service, settings, deployments, rules.

use super::{Holds, Key, Shape, WAS};
use crate::side::Side;

fn sides() -> Vec<&'static str> {
    Side::ALL.map(Side::as_str).to_vec()
}

const UNTIL: Key = Key::maybe(
    "until",
    Holds::Day,
    "The last day on which it is asked; then it is shown as ended.",
);

pub(crate) const SERVICE: Shape = Shape {
    name: "service",
    about: "A product of the provider.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`lambda`; never changes its meaning."),
        Key::needed("name", Holds::Text, "The full name, as the provider writes it."),
        Key::needed("short", Holds::Text, "At most 14 characters, for the matrix."),
        Key::needed("tile", Holds::Text, "One to four letters, for the tile."),
        Key::needed("category", Holds::Text, "One of the categories in provider.toml."),
        Key::maybe(
            "first",
            Holds::Flag,
            "Whether a newcomer meets it first; it stands before the others of its category.",
        ),
        Key::maybe(
            "class",
            Holds::Text,
            "One of the classes in classes.toml: its rules hold unless the service says otherwise.",
        ),
        Key::maybe("guides", Holds::Texts, "Guides whose pages make a ruling `stated`."),
        Key::maybe(
            "words",
            Holds::Words,
            "What fills the {words} of the duties. A word never reveals the side.",
        ),
        Key::maybe("layers", Holds::Layers, "What stands in each layer of the picture."),
        UNTIL,
        WAS,
    ],
};

pub(crate) const SETTING: Shape = Shape {
    name: "setting",
    about: "A choice of yours that moves the line somewhere. What moves no line is no setting.",
    rest: Some("A value, with the words that the tag shows: at most 32 characters."),
    keys: &[
        Key::needed("name", Holds::Text, "The title of the tag."),
        Key::maybe(
            "applies",
            Holds::Conditions,
            "The other settings under which alone it exists: { package = \"zip\" }",
        ),
        Key::maybe("until", Holds::Days, "The last days of values that end: { old = 2027-03-31 }"),
        WAS,
    ],
};

pub(crate) const DEPLOYMENT: Shape = Shape {
    name: "deployment",
    about: "The service with every setting that applies fixed: what a question asks about.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`lambda.zip.auto`: begins with the service's id."),
        Key::maybe("short", Holds::Text, "The caption of the variant, at most 16 characters."),
        Key::maybe("class", Holds::Text, "A class of its own, before the service's."),
        Key::maybe("set", Holds::Words, "Every setting that applies, with its value."),
        Key::maybe("words", Holds::Words, "What fills the duties' words here."),
        Key::maybe("layers", Holds::Layers, "What stands in each layer here."),
        UNTIL,
        WAS,
    ],
};

pub(crate) const RULE: Shape = Shape {
    name: "rule",
    about: "Says on which side duties fall: for the service in whose file it stands, else for a \
            class or for the provider. A service's rule beats its class's, which beats the \
            provider's.",
    rest: None,
    keys: &[
        Key::needed("duty", Holds::Texts, "A duty, or a list of them."),
        Key::needed(
            "side",
            Holds::One(sides),
            "of: the provider does it. in: you do it. none: it does not exist here. other: a \
             named third party does it.",
        ),
        Key::maybe("class", Holds::Text, "The class of which it speaks, outside a service's file."),
        Key::maybe(
            "when",
            Holds::Conditions,
            "The settings under which it holds. Among a service's rules, a superset of conditions \
             wins.",
        ),
        Key::needed("why", Holds::Text, "The reason in one or two sentences, with {words}."),
        Key::maybe("stays", Holds::Text, "What stays with the other side."),
        Key::maybe("principle", Holds::Text, "At most eight words, if the duty's own do not fit."),
        Key::maybe("misconception", Holds::Text, "The wrong belief behind the wrong answer."),
        Key::maybe("owner", Holds::Text, "Who does it, if the side is `other`; only then."),
        Key::needed("cite", Holds::Tables(&CITATION), "The pages on which it rests."),
    ],
};

pub(crate) const CITATION: Shape = Shape {
    name: "citation",
    about: "A page, and the day on which it was read.",
    rest: None,
    keys: &[
        Key::needed("source", Holds::Text, "The id of the source."),
        Key::needed("checked", Holds::Day, "The day on which you read it: 2026-11-24"),
    ],
};
