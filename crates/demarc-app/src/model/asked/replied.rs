//! What is said after a reply to a question with parts: how much was right, and why, part by part.

use demarc_catalogue::{Cell, DeploymentIx, Side};
pub(super) use demarc_study::Replied;
use demarc_study::forms::{About, Question, Reply};
use demarc_study::{Confidence, Moment, Study};

use super::{flip, line, sort};
use crate::model::{
    question::{GhostView, side_word},
    ruling::RulingView,
    stack::StackView,
    words,
};

/// What differs from form to form in what is said after a reply.
pub(super) struct Told {
    /// What it was about, as it is after any change.
    pub deployment: DeploymentIx,
    /// What was asked.
    pub asked: String,
    /// The head over the duties that were said right.
    pub right_head: &'static str,
    /// The duties said right that are worth a word.
    pub right: Vec<Cell>,
    /// The picture.
    pub stack: StackView,
    /// The line beside the true one, dashed.
    pub yours: Option<GhostView>,
}

/// What is said after a reply.
#[derive(Clone, Debug, PartialEq)]
pub struct RepliedView {
    /// Whether all of it was right.
    pub whole: bool,
    /// "Right.", "Partly right.", or "Wrong."
    pub word: &'static str,
    /// "11 of 13 parts are right."
    pub verdict: String,
    /// "You said likely. It comes back later in this session."
    pub next: String,
    /// The service's name.
    pub service: String,
    /// The settings, one tag each.
    pub tags: Vec<String>,
    /// What was asked.
    pub asked: String,
    /// Layers that were put on the wrong side, in words; empty if none was.
    pub layers_wrong: String,
    /// Layers that were right, in words; empty if none was.
    pub layers_right: String,
    /// The duties that were said wrong.
    pub wrong: Vec<RulingView>,
    /// The head over the duties that were said right.
    pub right_head: &'static str,
    /// The duties said right that do not follow from their layer, or that change hands.
    pub right: Vec<RulingView>,
    /// The true line.
    pub stack: StackView,
    /// Your line, where it ran elsewhere, or the line before the change.
    pub yours: Option<GhostView>,
}

impl RepliedView {
    /// What is said about the reply given last.
    pub fn of(study: &Study, now: Moment) -> Option<Self> {
        let replied = study.replied()?;
        let catalogue = study.catalogue();
        let marks = &replied.marks;
        let told = match (&replied.question, &replied.reply) {
            (Question::Line(question), Reply::Line(reply)) => {
                line::told(study, question, reply, replied)
            }
            (Question::Flip(question), _) => flip::told(study, question, replied),
            (Question::Sort(question), _) => sort::told(study, question, replied),
            _ => return None,
        };
        let Told { deployment, asked, right_head, right, stack, yours } = told;
        let view = |cell: Cell| RulingView::of(study, cell, now);
        let wrong = marks.cells.iter().filter(|mark| !mark.right()).map(|mark| view(mark.cell));
        let (points, of) = (marks.points(), marks.of());
        let again = match (replied.comes_back_this_session, replied.next_due) {
            (true, _) => "It comes back later in this session.".to_owned(),
            (false, Some(days)) => format!("Next time {}.", words::in_days(days)),
            (false, None) => String::new(),
        };
        let said = format!("You said {}.", replied.confidence.as_str());
        let luck = replied.confidence == Confidence::Guess && points > 0;
        let luck = if luck { " What was right by a guess counts as hard." } else { "" };
        let layers = |right: bool| -> Vec<String> {
            let of = marks.parts.iter().filter_map(|part| match part.about {
                About::Layer(layer) if part.right == right => Some(layer),
                _ => None,
            });
            of.map(|layer| layer.name().to_owned()).collect()
        };
        let service = catalogue.service_of(deployment);
        Some(Self {
            whole: marks.whole(),
            word: match points {
                _ if marks.whole() => "Right.",
                0 => "Wrong.",
                _ => "Partly right.",
            },
            verdict: match points {
                _ if marks.whole() => format!("All {of} parts are right."),
                _ => format!("{points} of {of} parts are right."),
            },
            next: format!("{said}{luck} {again}").trim().to_owned(),
            service: service.name.clone(),
            tags: catalogue.tags(deployment).iter().map(|tag| tag.value.to_string()).collect(),
            asked,
            right_head,
            layers_wrong: layers(false).join(", "),
            layers_right: layers(true).join(", "),
            wrong: wrong.collect(),
            right: right.into_iter().map(view).collect(),
            stack,
            yours,
        })
    }
}

/// "IN, not OF": what is right beside what was said.
pub fn not(side: Side) -> String {
    let other = side.opposite().map_or("", side_word);
    format!("{}, not {other}", side_word(side))
}
