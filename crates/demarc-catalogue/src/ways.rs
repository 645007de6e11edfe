//! What each way to meet a need leaves to you: counted from rulings, never written down.

use std::cmp::Reverse;

use crate::catalogue::Catalogue;
use crate::compare::Subject;
use crate::date::Date;
use crate::ix::{Cell, DutyIx, NeedIx};
use crate::layer::Layer;
use crate::line::Line;
use crate::side::Side;

/// One way to meet a need.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The deployment or the stack.
    pub subject: Subject,
    /// The asked duties that it leaves to you, from the building up.
    pub yours: Vec<DutyIx>,
    /// The asked duties that are the provider's in all of its parts, from the building up.
    pub theirs: Vec<DutyIx>,
    /// Where the line runs.
    pub line: Line,
    /// For each layer, from the building up, the share of it above the line.
    pub above: [f32; 9],
}

impl Way {
    /// What this way leaves to you of a layer, and how many duties of it are asked.
    pub fn in_layer(&self, catalogue: &Catalogue, layer: Layer) -> (usize, usize) {
        let of = |duties: &[DutyIx]| {
            duties.iter().filter(|duty| catalogue.duty(**duty).layer == layer).count()
        };
        let yours = of(&self.yours);
        (yours, yours + of(&self.theirs))
    }

    /// What changes for you if you take this way instead of the other.
    pub fn instead_of(&self, other: &Way) -> Instead {
        let gone = other.yours.iter().filter(|duty| !self.yours.contains(duty));
        let (taken_over, falls_away) = gone.partition(|duty| self.theirs.contains(duty));
        let adds = self.yours.iter().filter(|duty| !other.yours.contains(duty));
        Instead { taken_over, falls_away, adds: adds.copied().collect() }
    }
}

/// What changes for you between two ways; duties from the building up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instead {
    /// Yours there, the provider's here.
    pub taken_over: Vec<DutyIx>,
    /// Yours there, and nobody's of the two here.
    pub falls_away: Vec<DutyIx>,
    /// Yours here, and not there.
    pub adds: Vec<DutyIx>,
}

impl Instead {
    /// How many duties are taken off you.
    pub fn taken_off(&self) -> usize {
        self.taken_over.len() + self.falls_away.len()
    }
}

impl Catalogue {
    /// The ways to meet a need that have not ended by this day, from the one that leaves most to
    /// you (most control) to the one that takes most off you. Of those that leave as much, the one
    /// with the lower line stands first.
    pub fn ways(&self, need: NeedIx, today: Date) -> Vec<Way> {
        let ended = |&subject: &Subject| {
            self.parts_of(subject).iter().any(|part| self.has_ended(*part, today))
        };
        let subjects = self.need(need).ways.iter().copied().filter(|it| !ended(it));
        let mut ways: Vec<Way> = subjects.map(|subject| self.way(subject, today)).collect();
        ways.sort_by_key(|way| (Reverse(way.yours.len()), way.line.position));
        ways
    }

    /// The cells of a deployment, or of the parts of a stack, that are asked on this day.
    pub fn asked_of(&self, subject: Subject, today: Date) -> Vec<Cell> {
        let parts = self.parts_of(subject).into_iter();
        let cells =
            parts.flat_map(|deployment| self.duty_ixs().map(move |duty| Cell { deployment, duty }));
        cells.filter(|&cell| self.asked(cell, today)).collect()
    }

    /// The asked duties of a deployment or a stack by side, and its line.
    pub fn way(&self, subject: Subject, today: Date) -> Way {
        let side = |duty: DutyIx| {
            let cells = self.parts_of(subject).into_iter();
            let cells = cells.map(|deployment| Cell { deployment, duty });
            let asked = cells.filter(|cell| self.asked(*cell, today));
            let sides: Vec<Side> = asked.map(|cell| self.ruling(cell).side).collect();
            [Side::In, Side::Of].into_iter().find(|side| sides.contains(side))
        };
        let on =
            |wanted: Side| self.duty_ixs().filter(|duty| side(*duty) == Some(wanted)).collect();
        Way {
            subject,
            yours: on(Side::In),
            theirs: on(Side::Of),
            line: self.line_of(subject),
            above: self.layers_above(subject),
        }
    }
}
