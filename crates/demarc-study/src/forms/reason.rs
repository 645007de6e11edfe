//! Reason, a question of two tiers: whose duty is it, and why. Beside the ruling's own reason stand
//! beliefs that people hold and principles that do not apply here, two for each side.
//!
//! Two-tier questions are Treagust's (International Journal of Science Education 10, 1988, 159-169):
//! there an item is understood only if answer and reason are right, since a right answer for a wrong
//! reason is an alternative conception that a single verdict takes for knowledge. So it earns one
//! point of two here, and its cell, which was said right, is scheduled as hard, as a right guess is:
//! it was recalled, but what it rests on will not carry it far. A wrong side is wrong whatever the
//! reason.

mod options;

use demarc_catalogue::{Catalogue, Cell, Date, DutyIx, MisconceptionIx};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::{About, CellMark, Marks, Part, ruled};
use crate::said::Said;

/// A duty of a deployment, and four reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonQuestion {
    /// What is asked about.
    pub cell: Cell,
    /// The reasons, in an order that tells nothing.
    pub reasons: Vec<Reason>,
}

/// A reason to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Its sentence.
    pub text: String,
    /// The side for which it speaks.
    pub argues: Said,
    /// Where it comes from.
    pub from: From,
}

/// Where a reason comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// It is the ruling's own.
    Ruling,
    /// It is what some believe.
    Belief(MisconceptionIx),
    /// It is the principle of a duty, this one or a neighbour, where that falls on the other side
    /// than here.
    Principle(DutyIx),
}

/// What was said as far as it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReasonReply {
    /// The side.
    pub side: Option<Said>,
    /// The reason: its place among the four.
    pub reason: Option<usize>,
}

impl ReasonQuestion {
    /// The question that a seed draws of a cell; none where it is not asked, or where the catalogue
    /// has no four reasons of about one length.
    pub fn of(catalogue: &Catalogue, cell: Cell, seed: u32, today: Date) -> Option<ReasonQuestion> {
        if !catalogue.asked(cell, today) {
            return None;
        }
        let mut rng = StdRng::seed_from_u64(u64::from(seed));
        let reasons = options::draw(catalogue, cell, &mut rng)?;
        Some(ReasonQuestion { cell, reasons })
    }

    /// The place of the ruling's own reason.
    pub fn answer(&self) -> Option<usize> {
        self.reasons.iter().position(|it| it.from == From::Ruling)
    }

    /// The reply that earns both points.
    pub fn key(&self, catalogue: &Catalogue) -> ReasonReply {
        ReasonReply { side: Some(ruled(catalogue, self.cell)), reason: self.answer() }
    }

    /// Marks a reply: a point for the side, one for the reason. None until both were said.
    pub fn mark(&self, catalogue: &Catalogue, reply: &ReasonReply) -> Option<Marks> {
        let (said, reason) = (reply.side?, self.reasons.get(reply.reason?)?);
        let mark = CellMark { cell: self.cell, said, ruling: ruled(catalogue, self.cell) };
        let parts = vec![
            Part { about: About::Duty(self.cell.duty), right: mark.right() },
            Part { about: About::Reason, right: reason.from == From::Ruling },
        ];
        Some(Marks { cells: vec![mark], parts })
    }
}

impl From {
    /// The name in the log.
    pub(super) fn kept(self, catalogue: &Catalogue) -> String {
        match self {
            From::Ruling => "ruling".to_owned(),
            From::Belief(at) => format!("belief {}", catalogue.misconception(at).id),
            From::Principle(duty) => format!("principle {}", catalogue.duty(duty).id),
        }
    }
}
