//! Reason: the open question with side and reason as far as they were said.

use demarc_study::forms::reason::From;
use demarc_study::forms::{Form, ReasonQuestion, ReasonReply};
use demarc_study::{Choice, Study};

use super::{
    head::Head,
    replied::{Chosen, Replied, Told},
};
use crate::model::{action::Start, question::side_word, stack::StackView};

/// How many questions a session of them has.
const REASONS: usize = 6;

/// A duty of a deployment, and four reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct ReasonView {
    /// What is asked.
    pub question: ReasonQuestion,
    /// What was said.
    pub reply: ReasonReply,
    /// What it is about.
    pub head: Head,
    /// The duty in a sentence.
    pub prompt: String,
}

impl ReasonView {
    /// The question, with nothing said yet.
    pub(super) fn of(study: &Study, question: ReasonQuestion) -> Self {
        let catalogue = study.catalogue();
        Self {
            reply: ReasonReply::default(),
            head: Head::of(catalogue, question.cell.deployment),
            prompt: catalogue.prompt(question.cell),
            question,
        }
    }

    /// Says the reason in a place.
    pub(super) fn pick(&mut self, place: usize) {
        if place < self.question.reasons.len() {
            self.reply.reason = Some(place);
        }
    }

    /// What has still to be said.
    pub(super) fn lacks(&self) -> Option<&'static str> {
        match (self.reply.side, self.reply.reason) {
            (None, _) => Some("Say whose it is first: OF or IN."),
            (_, None) => Some("Choose a reason first."),
            _ => None,
        }
    }

    /// "IN, and why" in words.
    pub fn tally(&self) -> String {
        let reason = if self.reply.reason.is_some() { "a reason chosen" } else { "no reason yet" };
        match self.reply.side {
            Some(side) => format!("{}, {reason}", side_word(side.side())),
            None => format!("No side yet, {reason}"),
        }
    }
}

/// What is told of it once it was checked: the four reasons, and what is wrong with the chosen one.
pub(super) fn told(
    study: &Study,
    question: &ReasonQuestion,
    reply: &ReasonReply,
    replied: &Replied,
) -> Option<Told> {
    let catalogue = study.catalogue();
    let reason = reply.reason?;
    let side_right = replied.marks.cells.iter().all(|mark| mark.right());
    let reason_right = question.answer() == Some(reason);
    let verdict = match (side_right, reason_right) {
        (true, true) => "Side and reason.",
        (true, false) => "The right side, but not for that reason.",
        (false, true) => "The right reason, but it speaks for the other side.",
        (false, false) => "Neither side nor reason.",
    };
    let options = question.reasons.iter().enumerate().map(|(place, it)| Chosen {
        name: it.text.clone(),
        side: it.argues.side(),
        answer: it.from == From::Ruling,
        said: place == reason,
    });
    let chosen = &question.reasons[reason];
    let note = match chosen.from {
        From::Ruling => None,
        From::Belief(at) => Some(catalogue.misconception(at).refutation.clone()),
        From::Principle(duty) if duty == question.cell.duty => {
            Some("So it is elsewhere, under other settings or in another service.".to_owned())
        }
        From::Principle(duty) => {
            let label = &catalogue.duty(duty).label;
            Some(format!("That is said of \u{201c}{label}\u{201d}, and does not hold here either."))
        }
    };
    Some(Told {
        verdict: Some(verdict.to_owned()),
        options: options.collect(),
        note: note.map(|note| (chosen.text.clone(), note)),
        right_head: "Whose it is, and why",
        right: vec![question.cell],
        stack: StackView::of(catalogue, question.cell.deployment, Some(question.cell)),
        ..Told::of(catalogue, question.cell.deployment, catalogue.prompt(question.cell))
    })
}

/// A session of them.
pub fn start(choice: Choice) -> Start {
    Start::Form(Form::Reason, Choice { length: REASONS, ..choice })
}
