//! What a person needs, and the ways to meet it.

use crate::compare::Subject;
use crate::place::Spots;

/// Something that a person wants done, with the deployments and stacks that do it.
#[derive(Clone, Debug)]
pub struct Need {
    /// `api`
    pub id: String,
    /// "Run an API"
    pub name: String,
    /// What is wanted, in a sentence.
    pub text: String,
    /// What none of the ways covers, in a sentence.
    pub beside: String,
    /// The ways to meet it: stacks, then deployments, as written.
    pub ways: Vec<Subject>,
    /// Ids it had before.
    pub was: Vec<String>,
    /// How many ways are written, those that could not be read included.
    pub(crate) written: usize,
    pub(crate) spots: Spots,
}
