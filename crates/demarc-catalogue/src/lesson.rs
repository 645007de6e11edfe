//! Lessons: one screen each on the model itself, with questions.

use crate::ix::{Cell, ControlIx, DeploymentIx, DutyIx};
use crate::place::Spots;
use crate::rule::Cite;

/// One screen that teaches a part of the model, and the questions that try it.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// `control-kinds`
    pub id: String,
    /// The heading.
    pub title: String,
    /// What it comes to, in one sentence.
    pub lead: String,
    /// Three to five points.
    pub points: Vec<Point>,
    /// What is drawn beside them.
    pub picture: Option<Picture>,
    /// What it rests on.
    pub cites: Vec<Cite>,
    /// Two to four questions, in order.
    pub questions: Vec<LessonQuestion>,
    /// Ids it had before.
    pub was: Vec<String>,
    /// How many questions are written, those that could not be read included.
    pub(crate) written: usize,
    pub(crate) spots: Spots,
}

/// One point of a lesson.
#[derive(Clone, Debug)]
pub struct Point {
    /// A few words.
    pub head: String,
    /// One to three sentences.
    pub text: String,
    pub(crate) spots: Spots,
}

/// What a lesson draws; all of it follows from the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The stacks of two or three deployments, each with its line.
    Stacks(Vec<DeploymentIx>),
    /// A table of controls: the kind of each, and on which side its duties fall in one deployment.
    Controls {
        /// The controls, in order.
        shown: Vec<ControlIx>,
        /// Where.
        on: DeploymentIx,
    },
}

/// A question of a lesson.
#[derive(Clone, Debug)]
pub struct LessonQuestion {
    /// `who-patches`; it tells the question from the others of its lesson.
    pub id: String,
    /// The question.
    pub prompt: String,
    /// What can be said to it.
    pub asks: Asks,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}

/// What a question of a lesson asks for.
#[derive(Clone, Debug)]
pub enum Asks {
    /// A side; the key is the ruling of the cell.
    Verdict(Cell),
    /// One of two to four choices, exactly one of them right.
    Choice(Vec<Choice>),
}

/// One choice of a question.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The choice.
    pub text: String,
    /// Whether it is the right one.
    pub right: bool,
    /// Why it is right or wrong.
    pub why: String,
    pub(crate) spots: Spots,
}

/// On which side the duties of a control fall in one deployment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Halves {
    /// The provider's.
    pub of: Vec<DutyIx>,
    /// Yours.
    pub r#in: Vec<DutyIx>,
}
