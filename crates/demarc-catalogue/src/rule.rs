//! Rules: statements in the data from which every ruling follows.

use crate::conditions::Conditions;
use crate::date::Date;
use crate::ix::{ClassIx, DutyIx, MisconceptionIx, ServiceIx, SourceIx};
use crate::place::{Place, Spots};
use crate::side::Side;

/// Of what a rule speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Not written in data: what no service's rule touches on the provider's own entry.
    Entry,
    /// Every service.
    Provider,
    /// Every deployment of a class.
    Class(ClassIx),
    /// One service, under the rule's conditions.
    Service(ServiceIx),
}

/// A statement that some duties fall on a side, with why, and its sources.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Of what it speaks.
    pub scope: Scope,
    /// The duties that fall on the side, each as a rule of its own.
    pub duties: Vec<DutyIx>,
    /// Where they fall.
    pub side: Side,
    /// Who does it, if neither the provider nor you.
    pub owner: Option<String>,
    /// The settings under which it holds, completed by what they imply.
    pub when: Conditions,
    /// The reason; `{words}` are still to be filled.
    pub why: String,
    /// What stays with the other side.
    pub stays: Option<String>,
    /// The principle, if the duty's own does not fit.
    pub principle: Option<String>,
    /// The wrong belief behind the wrong answer.
    pub misconception: Option<MisconceptionIx>,
    /// What it rests on.
    pub cites: Vec<Cite>,
    pub(crate) duty_places: Vec<Place>,
    pub(crate) spots: Spots,
}

/// A source, and the day it was read.
#[derive(Clone, Copy, Debug)]
pub struct Cite {
    /// What was read.
    pub source: SourceIx,
    /// When.
    pub checked: Date,
    pub(crate) place: Place,
}
