//! What is said after a reply to a question with parts: how much was right, and why, part by part.

use demarc_catalogue::{Cell, Layer, Side};
use demarc_study::forms::{About, Question, Reply};
use demarc_study::{Confidence, Moment, Study};

use super::{
    flip::Change,
    question::{GhostView, side_word},
    ruling::RulingView,
    stack::StackView,
    words,
};

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
        let (deployment, asked, yours) = match (&replied.question, &replied.reply) {
            (Question::Line(question), Reply::Line(reply)) => {
                let apart = !question.edges(catalogue).contains(&reply.below);
                let yours = apart.then(|| GhostView {
                    at: Some((Layer::ALL.len() - reply.below) as f32),
                    label: "your line".to_owned(),
                    note: "Dashed: where you put the line.".to_owned(),
                });
                (question.deployment, "Where does your job end?".to_owned(), yours)
            }
            (Question::Flip(question), _) => {
                let before = StackView::of(catalogue, question.from, None);
                let after = StackView::of(catalogue, question.to, None);
                let change = Change::of(study, question);
                let at = (before.line - after.line).abs() >= 0.6;
                let yours = GhostView {
                    at: at.then(|| before.line.floor()),
                    label: format!("line with {}", change.from),
                    note: if at {
                        format!("Dashed: the line before, with \u{201c}{}\u{201d}.", change.from)
                    } else {
                        "The line itself stays near the same place.".to_owned()
                    },
                };
                (question.to, change.asked(), Some(yours))
            }
            _ => return None,
        };
        let moves = |duty| match &replied.question {
            Question::Flip(question) => question.key(catalogue).moved.contains(&duty),
            Question::Line(_) => true,
        };
        let view = |cell: Cell| RulingView::of(study, cell, now);
        let wrong = marks.cells.iter().filter(|mark| !mark.right()).map(|mark| view(mark.cell));
        let duty = |part: &demarc_study::forms::Part| match part.about {
            About::Duty(duty) if part.right && moves(duty) => Some(view(Cell { deployment, duty })),
            _ => None,
        };
        let (points, of) = (marks.points(), marks.of());
        let again = match (replied.comes_back_this_session, replied.next_due) {
            (true, _) => "It comes back later in this session.".to_owned(),
            (false, Some(days)) => format!("Next time {}.", words::in_days(days)),
            (false, None) => String::new(),
        };
        let said = format!("You said {}.", replied.confidence.as_str());
        let luck = replied.confidence == Confidence::Guess && points > 0;
        let luck = if luck { " What was right by a guess counts as hard." } else { "" };
        let stack = StackView::of(catalogue, deployment, None);
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
            right_head: match replied.question {
                Question::Line(_) => "Right, and not by the layer alone",
                Question::Flip(_) => "Right: these change hands",
            },
            layers_wrong: layers(false).join(", "),
            layers_right: layers(true).join(", "),
            wrong: wrong.collect(),
            right: marks.parts.iter().filter_map(duty).collect(),
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
