//! The tables of authored questions: stacks, needs, scenarios, lessons.

use super::services::CITATION;
use super::{Holds, Key, Shape, WAS};

pub(crate) const STACK: Shape = Shape {
    name: "stack",
    about: "Deployments that work together. A duty is yours if any part leaves it to you.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`rest-api-on-lambda`"),
        Key::needed("name", Holds::Text, "The name on screen."),
        Key::maybe("about", Holds::Text, "What it is for, in a sentence."),
        Key::maybe("parts", Holds::Texts, "Two deployments or more."),
        WAS,
    ],
};

pub(crate) const NEED: Shape = Shape {
    name: "need",
    about: "What a person needs, and the ways to meet it. What each leaves to you is computed.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`api`"),
        Key::needed("name", Holds::Text, "What is wanted, with a verb: at most 32 characters."),
        Key::needed("text", Holds::Text, "What is wanted, in a sentence: at most 140."),
        Key::needed("beside", Holds::Text, "What none of the ways covers: at most 180."),
        Key::maybe("stacks", Holds::Texts, "Stacks that meet it."),
        Key::maybe("deployments", Holds::Texts, "Deployments that meet it by themselves."),
        WAS,
    ],
};

pub(crate) const SCENARIO: Shape = Shape {
    name: "scenario",
    about: "A situation in two to four plain sentences, with linked questions.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`openssl-at-three`"),
        Key::needed("title", Holds::Text, "The heading."),
        Key::needed("topic", Holds::Text, "`storage`"),
        Key::needed("text", Holds::Text, "The situation, without names of people."),
        Key::maybe("verdict", Holds::Tables(&VERDICT), "Two to five questions."),
        WAS,
    ],
};

pub(crate) const VERDICT: Shape = Shape {
    name: "verdict",
    about: "A question on a ruling that is asked: its key is the ruling.",
    rest: None,
    keys: &[
        Key::needed("deployment", Holds::Text, "The deployment in question."),
        Key::needed("duty", Holds::Text, "The duty in question."),
        Key::needed("prompt", Holds::Text, "The question, in the situation's words."),
    ],
};

pub(crate) const LESSON: Shape = Shape {
    name: "lesson",
    about: "A part of the model on one screen, with questions.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "`control-kinds`"),
        Key::needed("title", Holds::Text, "At most 48 characters."),
        Key::needed("lead", Holds::Text, "What it comes to, in one sentence."),
        Key::maybe("point", Holds::Tables(&POINT), "Three to five points."),
        Key::maybe("picture", Holds::Table(&PICTURE), "What is drawn beside the points."),
        Key::maybe("question", Holds::Tables(&QUESTION), "Two to four questions."),
        Key::needed("cite", Holds::Tables(&CITATION), "The pages on which it rests."),
        WAS,
    ],
};

pub(crate) const POINT: Shape = Shape {
    name: "point",
    about: "A head and one to three short sentences.",
    rest: None,
    keys: &[
        Key::needed("head", Holds::Text, "At most 48 characters."),
        Key::needed("text", Holds::Text, "At most 220 characters."),
    ],
};

pub(crate) const PICTURE: Shape = Shape {
    name: "picture",
    about: "Drawn from the catalogue; either deployments or controls.",
    rest: None,
    keys: &[
        Key::maybe("deployments", Holds::Texts, "Two or three, as stacks with their lines."),
        Key::maybe("controls", Holds::Texts, "Up to five, with the duties that are their halves."),
        Key::maybe("on", Holds::Text, "With controls: the deployment whose rulings are shown."),
    ],
};

pub(crate) const QUESTION: Shape = Shape {
    name: "question",
    about: "Rests on a deployment and a duty, or has choices.",
    rest: None,
    keys: &[
        Key::needed("id", Holds::Id, "Tells it from the lesson's other questions."),
        Key::needed("prompt", Holds::Text, "The question."),
        Key::maybe("deployment", Holds::Text, "With a duty: the ruling is the key."),
        Key::maybe("duty", Holds::Text, "With a deployment: the ruling is the key."),
        Key::maybe("choice", Holds::Tables(&CHOICE), "Two to four; exactly one is right."),
        WAS,
    ],
};

pub(crate) const CHOICE: Shape = Shape {
    name: "choice",
    about: "An answer to choose.",
    rest: None,
    keys: &[
        Key::needed("text", Holds::Text, "The answer."),
        Key::maybe("right", Holds::Flag, "true for the one that is right."),
        Key::needed("why", Holds::Text, "Why it is right, or what the mistake is."),
    ],
};
