//! The tables of the model: provider, edition, categories, controls, classes, duties, beliefs, pages.

use super::{Holds, Key, Shape, WAS};
use crate::layer::Layer;
use crate::source::ControlKind;

fn layers() -> Vec<&'static str> {
    Layer::ALL.map(Layer::id).to_vec()
}

fn kinds() -> Vec<&'static str> {
    ControlKind::ALL.map(ControlKind::as_str).to_vec()
}

pub(crate) const PROVIDER: Shape = Shape {
    name: "provider",
    about: "Who runs the cloud.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "In small letters; never changes."),
        Key::needed("name", Holds::Text, "The name on screen; fills {provider}."),
        Key::maybe(
            "entry",
            Holds::Text,
            "The service whose only deployment asks the provider-wide duties.",
        ),
        Key::maybe(
            "guides",
            Holds::Texts,
            "Guides of the provider itself: on its own entry their pages make a ruling `stated`.",
        ),
    ],
};

pub(crate) const CONTENT: Shape = Shape {
    name: "content",
    about: "The edition of the content.",
    rest: None,
    keys: &[
        Key::needed("version", Holds::Text, "Its version; goes up when the content changes."),
        Key::needed("released", Holds::Day, "The day of its release; counts are as of this day."),
    ],
};

pub(crate) const CATEGORY: Shape = Shape {
    name: "category",
    about: "A group of services; shown in the order of the file.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`serverless`"),
        Key::needed("name", Holds::Text, "The heading."),
        WAS,
    ],
};

pub(crate) const CONTROL: Shape = Shape {
    name: "control",
    about: "A named control of the model. A shared one is a name for duties on two sides.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`patch-management`"),
        Key::needed("name", Holds::Text, "The name on screen."),
        Key::needed("kind", Holds::One(kinds), "Who has it."),
        WAS,
    ],
};

pub(crate) const CLASS: Shape = Shape {
    name: "class",
    about: "What some services have in common. Its rules hold unless a service says otherwise.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`abstracted`"),
        Key::needed("name", Holds::Text, "The name on screen."),
        Key::needed(
            "about",
            Holds::Text,
            "What its services have in common, in a sentence or two.",
        ),
        WAS,
    ],
};

pub(crate) const DUTY: Shape = Shape {
    name: "duty",
    about: "One security task on one layer, with exactly one doer. Duties stand in one order.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`runtime.apply`"),
        Key::needed(
            "layer",
            Holds::One(layers),
            "Where it lies; layers stand from the building up.",
        ),
        Key::maybe("control", Holds::Text, "The control of which it is a half."),
        Key::maybe(
            "provider_wide",
            Holds::Flag,
            "Whether it is asked on the provider's own entry only, unless a deployment differs.",
        ),
        Key::maybe(
            "votes",
            Holds::Flag,
            "false for a duty that can never move: it is drawn, not counted.",
        ),
        Key::needed("label", Holds::Text, "The label of row and chip: \"Patch the runtime\"."),
        Key::needed("text", Holds::Text, "The question: a verb phrase with {words}."),
        Key::needed("principle", Holds::Table(&PRINCIPLE), "Why it falls on either side."),
        WAS,
    ],
};

pub(crate) const PRINCIPLE: Shape = Shape {
    name: "principle",
    about: "At most eight words for each side.",
    rest: None,
    keys: &[
        Key::needed("of", Holds::Text, "Where the provider does it."),
        Key::needed("in", Holds::Text, "Where you do it."),
    ],
};

pub(crate) const MISCONCEPTION: Shape = Shape {
    name: "misconception",
    about: "A wrong belief; name it in the rules on which it strikes.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`managed-means-secure`"),
        Key::needed("belief", Holds::Text, "What is believed, as people say it."),
        Key::needed("refutation", Holds::Text, "Two sentences that say why not."),
        WAS,
    ],
};

pub(crate) const SOURCE: Shape = Shape {
    name: "source",
    about: "A page that was read.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`lambda-runtimes`"),
        Key::needed("title", Holds::Text, "Guide and page: \"Lambda Guide: Runtimes\"."),
        Key::needed("url", Holds::Text, "The https address."),
        Key::needed(
            "guide",
            Holds::Text,
            "The guide it belongs to. If the service lists it in `guides`, a ruling is `stated`.",
        ),
        Key::maybe("copy", Holds::Text, "If a copy was read: which, and from when."),
        WAS,
    ],
};
