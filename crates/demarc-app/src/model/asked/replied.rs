//! What is said after a reply to a question with parts: how much was right, and why, part by part.

use demarc_catalogue::{Catalogue, Cell, DeploymentIx, DutyIx, Side};
pub(super) use demarc_study::Replied;
use demarc_study::forms::{About, Question, Reply};
use demarc_study::{Confidence, Moment, Study};

use super::{compare, flip, kind, line, reason, sort, which};
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
    /// What stands over it, where that is not the deployment with its settings.
    pub over: Option<String>,
    /// What was asked.
    pub asked: String,
    /// The verdict, where it is not counted in parts.
    pub verdict: Option<String>,
    /// What could be chosen; empty where nothing was to choose.
    pub options: Vec<Chosen>,
    /// The principle behind it all, in a sentence, where there is one.
    pub principle: Option<String>,
    /// What becomes of each duty, where that is more than its side.
    pub becomes: Vec<(DutyIx, String)>,
    /// What was chosen wrongly, and why it is wrong.
    pub note: Option<(String, String)>,
    /// The head over the duties that were said wrong.
    pub wrong_head: &'static str,
    /// The duties said wrong, where they are not those of which a wrong side is in the log.
    pub wrong: Option<Vec<Cell>>,
    /// The head over the duties that were said right.
    pub right_head: &'static str,
    /// The duties said right that are worth a word.
    pub right: Vec<Cell>,
    /// The picture.
    pub stack: StackView,
    /// The line beside the true one, dashed.
    pub yours: Option<GhostView>,
}

impl Told {
    /// What is told of a deployment in any case.
    pub(super) fn of(catalogue: &Catalogue, deployment: DeploymentIx, asked: String) -> Self {
        Self {
            deployment,
            over: None,
            asked,
            verdict: None,
            options: Vec::new(),
            principle: None,
            becomes: Vec::new(),
            note: None,
            wrong_head: "What goes the other way, and why",
            wrong: None,
            right_head: "",
            right: Vec::new(),
            stack: StackView::of(catalogue, deployment, None),
            yours: None,
        }
    }
}

/// What could be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    /// The side of the duty there.
    pub side: Side,
    /// Whether it is the answer.
    pub answer: bool,
    /// Whether it was chosen.
    pub said: bool,
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
    /// The service's name, or what else it was about.
    pub service: String,
    /// The settings, one tag each.
    pub tags: Vec<String>,
    /// What was asked.
    pub asked: String,
    /// The principle behind it all, in a sentence.
    pub principle: Option<String>,
    /// What could be chosen; empty where nothing was to choose.
    pub options: Vec<Chosen>,
    /// Whether the duties below are told apart by their deployment, being one duty in several.
    pub by_deployment: bool,
    /// What was chosen wrongly, and why it is wrong.
    pub note: Option<(String, String)>,
    /// Layers that were put on the wrong side, in words; empty if none was.
    pub layers_wrong: String,
    /// Layers that were right, in words; empty if none was.
    pub layers_right: String,
    /// The head over the duties that were said wrong.
    pub wrong_head: &'static str,
    /// The duties that were said wrong, each with whose it is.
    pub wrong: Vec<(RulingView, String)>,
    /// The head over the duties that were said right.
    pub right_head: &'static str,
    /// The duties said right that do not follow from their layer, or that change hands.
    pub right: Vec<(RulingView, String)>,
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
            (Question::Compare(question), Reply::Compare(reply)) => {
                compare::told(study, question, reply)?
            }
            (Question::Sort(question), _) => sort::told(study, question, replied),
            (Question::Which(question), Reply::Which(reply)) => {
                which::told(study, question, reply)?
            }
            (Question::Reason(question), Reply::Reason(reply)) => {
                reason::told(study, question, reply, replied)?
            }
            (Question::Kind(question), Reply::Kind(reply)) => kind::told(study, question, reply)?,
            _ => return None,
        };
        let Told { asked, verdict, options, note, right_head, right, stack, yours, .. } = told;
        let logged = marks.cells.iter().filter(|mark| !mark.right()).map(|mark| mark.cell);
        let logged = logged.filter(|cell| !right.contains(cell));
        let wrong = told.wrong.unwrap_or_else(|| logged.collect());
        let view = |cell: Cell, right: bool| {
            let side = catalogue.ruling(cell).side;
            let words = told.becomes.iter().find(|(duty, _)| *duty == cell.duty);
            let words = words.map_or_else(
                || if right { side_word(side).to_owned() } else { not(side) },
                |(_, words)| words.clone(),
            );
            (RulingView::of(study, cell, now), words)
        };
        let (points, of) = (marks.points(), marks.of());
        let again = match (replied.comes_back_this_session, replied.next_due) {
            (true, _) => "It comes back later in this session.".to_owned(),
            (false, Some(days)) => format!("Next time {}.", words::in_days(days)),
            (false, None) => String::new(),
        };
        let said = format!("You said {}.", replied.confidence.as_str());
        let of_reason = matches!(replied.question, Question::Reason(_)) && !marks.whole();
        let luck = match replied.confidence {
            _ if of_reason && marks.cells.iter().all(|mark| mark.right()) => {
                " A right side for a wrong reason counts as hard."
            }
            Confidence::Guess if points > 0 => " What was right by a guess counts as hard.",
            _ => "",
        };
        let layers = |right: bool| -> Vec<String> {
            let of = marks.parts.iter().filter_map(|part| match part.about {
                About::Layer(layer) if part.right == right => Some(layer),
                _ => None,
            });
            of.map(|layer| layer.name().to_owned()).collect()
        };
        let tags = catalogue.tags(told.deployment);
        let tags = tags.iter().map(|tag| tag.value.to_string()).filter(|_| told.over.is_none());
        let service = catalogue.service_of(told.deployment).name.clone();
        Some(Self {
            whole: marks.whole(),
            word: match points {
                _ if marks.whole() => "Right.",
                0 => "Wrong.",
                _ => "Partly right.",
            },
            verdict: match points {
                _ if verdict.is_some() => verdict.unwrap_or_default(),
                _ if marks.whole() => format!("All {of} parts are right."),
                _ => format!("{points} of {of} parts are right."),
            },
            next: format!("{said}{luck} {again}").trim().to_owned(),
            tags: tags.collect(),
            service: told.over.clone().unwrap_or(service),
            asked,
            principle: told.principle,
            by_deployment: told.over.is_some() && !options.is_empty(),
            options,
            note,
            right_head,
            layers_wrong: layers(false).join(", "),
            layers_right: layers(true).join(", "),
            wrong_head: told.wrong_head,
            wrong: wrong.into_iter().map(|cell| view(cell, false)).collect(),
            right: right.into_iter().map(|cell| view(cell, true)).collect(),
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
