//! Flip one setting: the open question with the reply as far as it was made.

use demarc_catalogue::DutyIx;
use demarc_study::forms::{FlipQuestion, FlipReply, Form};
use demarc_study::{Choice, Said, Study};

use super::{
    ghost,
    head::Head,
    replied::{Replied, Told},
};
use crate::model::{action::Start, stack::StackView};

/// How many questions a session of them has.
const FLIPS: usize = 5;

/// A step in saying what changes hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlipStep {
    /// A duty changes hands, or does not.
    Turn(DutyIx),
}

/// A deployment whose setting changes.
#[derive(Clone, Debug, PartialEq)]
pub struct FlipView {
    /// What is asked.
    pub question: FlipQuestion,
    /// What was said to change hands.
    pub reply: FlipReply,
    /// What it is about, with the settings that stay.
    pub head: Head,
    /// What changes.
    pub change: Change,
    /// The duties, each with its short name, its sentence, and its side before.
    pub rows: Vec<(DutyIx, String, String, Said)>,
}

/// A setting that changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The setting's name.
    pub setting: String,
    /// Its value before.
    pub from: String,
    /// Its value after.
    pub to: String,
}

impl Change {
    /// What changes in a question.
    pub fn of(study: &Study, question: &FlipQuestion) -> Self {
        let catalogue = study.catalogue();
        let setting = &catalogue.service_of(question.from).settings[question.setting];
        let value = |deployment| {
            let value = catalogue.deployment(deployment).value_of(question.setting);
            value.map_or_else(String::new, |value| setting.values[value].text.clone())
        };
        Self { setting: setting.name.clone(), from: value(question.from), to: value(question.to) }
    }

    /// "Packaging: from “zip” to “image”. Which duties change hands?"
    pub fn asked(&self) -> String {
        format!(
            "{}: from \u{201c}{}\u{201d} to \u{201c}{}\u{201d}. Which duties change hands?",
            self.setting, self.from, self.to
        )
    }
}

impl FlipView {
    /// The question, with nothing said yet.
    pub(super) fn of(study: &Study, question: FlipQuestion) -> Self {
        let catalogue = study.catalogue();
        let change = Change::of(study, &question);
        let mut head = Head::of(catalogue, question.from);
        head.tags.retain(|value| *value != change.from);
        let rows = question.duties.iter().map(|&duty| {
            let cell = demarc_catalogue::Cell { deployment: question.from, duty };
            let label = catalogue.duty(duty).label.clone();
            (duty, label, catalogue.prompt(cell), question.before(catalogue, duty))
        });
        Self { rows: rows.collect(), reply: FlipReply::default(), head, change, question }
    }

    pub(super) fn take(&mut self, step: FlipStep) {
        match step {
            FlipStep::Turn(duty) => self.reply.turn(duty),
        }
    }
}

/// What is told of it once it was checked: the line before and after.
pub(super) fn told(study: &Study, question: &FlipQuestion, replied: &Replied) -> Told {
    let catalogue = study.catalogue();
    let change = Change::of(study, question);
    let after = StackView::of(catalogue, question.to, None);
    let yours = ghost::beside(
        &after,
        &StackView::of(catalogue, question.from, None),
        format!("line with {}", change.from),
        [
            format!("Dashed: the line before, with \u{201c}{}\u{201d}.", change.from),
            "The line itself stays near the same place.".to_owned(),
        ],
    );
    let moved = question.key(catalogue).moved;
    let mut right = replied.marks.duties_right();
    right.retain(|cell| moved.contains(&cell.duty));
    Told {
        right_head: "Right: these change hands",
        right,
        yours: Some(yours),
        ..Told::of(catalogue, question.to, change.asked())
    }
}

/// A session of them.
pub fn start(choice: Choice) -> Start {
    Start::Form(Form::Flip, Choice { length: FLIPS, ..choice })
}
