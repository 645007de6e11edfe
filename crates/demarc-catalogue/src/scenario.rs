//! Authored questions, and stacks of deployments that work together.

use crate::ix::{Cell, DeploymentIx};
use crate::place::Spots;

/// A short situation with linked verdicts.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// `log4shell-at-three`
    pub id: String,
    /// The heading.
    pub title: String,
    /// `incident`
    pub topic: String,
    /// The situation, in a few sentences.
    pub text: String,
    /// What is asked about it, in order.
    pub verdicts: Vec<Verdict>,
    /// Ids it had before.
    pub was: Vec<String>,
    /// How many verdicts are written, those that could not be read included.
    pub(crate) written: usize,
    pub(crate) spots: Spots,
}

/// One question of a scenario; its key is the ruling of the cell.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The ruling that it rests on.
    pub cell: Cell,
    /// The question.
    pub prompt: String,
    pub(crate) spots: Spots,
}

/// Two or more deployments that work together.
#[derive(Clone, Debug)]
pub struct Stack {
    /// `rest-api-on-lambda`
    pub id: String,
    /// The name on screen.
    pub name: String,
    /// What it is for, in a sentence.
    pub about: Option<String>,
    /// The parts, as written.
    pub parts: Vec<DeploymentIx>,
    /// Ids it had before.
    pub was: Vec<String>,
    /// How many parts are written, those that could not be read included.
    pub(crate) written: usize,
    pub(crate) spots: Spots,
}
