//! Compare as a question: two subjects, with the reply as far as it was made.

use demarc_catalogue::{Catalogue, Cell, Change, DutyIx, Principle, Side, Subject};
use demarc_study::forms::{CompareQuestion, CompareReply, Form};
use demarc_study::{Choice, Study};

use super::{ghost, replied::Told};
use crate::model::{
    action::Start,
    compare::{self, SubjectView},
    stack::StackView,
    words,
};

/// How many questions a session of them has.
const COMPARISONS: usize = 4;

/// A step in saying where the duties lie on the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveStep {
    /// Take the duty in this row in hand.
    At(usize),
    /// Say what becomes of the duty in a row: one of its choices, by its place.
    Say(usize, usize),
}

/// Two subjects, and some of their duties.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveView {
    /// What is asked.
    pub question: CompareQuestion,
    /// What was said so far.
    pub reply: CompareReply,
    /// Left and right.
    pub subjects: [SubjectView; 2],
    /// The duties, in the order of the question.
    pub rows: Vec<MoveRow>,
    /// The row in hand.
    pub at: usize,
}

/// A duty of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveRow {
    /// Which.
    pub duty: DutyIx,
    /// Its short name.
    pub label: String,
    /// Its sentence, which names neither of the two.
    pub about: String,
    /// Its side on the left.
    pub before: Side,
    /// What can be said of it, with the words for it: the first if it stays as it is.
    pub choices: [(Side, String); 3],
}

impl MoveView {
    /// The question, with nothing said yet.
    pub(super) fn of(study: &Study, question: CompareQuestion) -> Self {
        let catalogue = study.catalogue();
        let row = |&duty: &DutyIx| {
            let before = question.before(duty);
            MoveRow {
                duty,
                label: catalogue.duty(duty).label.clone(),
                about: catalogue.duty_text(duty),
                before,
                choices: question
                    .choices(duty)
                    .map(|side| (side, becomes(catalogue, before, side))),
            }
        };
        Self {
            subjects: [question.from, question.to].map(|it| compare::subject(catalogue, it)),
            rows: question.duties.iter().map(row).collect(),
            reply: CompareReply::default(),
            at: 0,
            question,
        }
    }

    /// The place of what was said of the duty in a row among its choices.
    pub fn on(&self, row: &MoveRow) -> usize {
        let said = self.question.said(&self.reply, row.duty);
        row.choices.iter().position(|(side, _)| *side == said).unwrap_or_default()
    }

    /// How many duties were said to become something else than they are.
    pub fn changed(&self) -> usize {
        self.rows.iter().filter(|row| self.on(row) != 0).count()
    }

    pub(super) fn take(&mut self, step: MoveStep) {
        match step {
            MoveStep::At(row) => self.at = row.min(self.rows.len().saturating_sub(1)),
            MoveStep::Say(row, choice) => {
                let Some(it) = self.rows.get(row) else { return };
                if let Some((side, _)) = it.choices.get(choice) {
                    self.reply.say(it.duty, *side);
                }
                self.at = row;
            }
        }
    }

    /// Takes the duty some rows further in hand.
    pub(super) fn step(&mut self, by: isize) {
        self.take(MoveStep::At(self.at.saturating_add_signed(by)));
    }
}

/// "moves to AWS": what becomes of a duty.
fn becomes(catalogue: &Catalogue, before: Side, after: Side) -> String {
    let provider = &catalogue.provider().name;
    match (Change::between(before, after), after) {
        (Change::ToProvider, _) => format!("moves to {provider}"),
        (Change::ToYou, _) => "moves to you".to_owned(),
        (Change::Stays, Side::In) => "stays yours".to_owned(),
        (Change::Stays, _) => format!("stays with {provider}"),
        (Change::Appears, Side::In) => "appears, yours".to_owned(),
        (Change::Appears, _) => format!("appears, {provider}\u{2019}s"),
        (Change::FallsAway, _) => "falls away".to_owned(),
        (Change::Absent, _) => "on neither".to_owned(),
    }
}

/// What is told of it once it was checked: the line on the left dashed into the stack on the right,
/// and the principle behind what moves.
pub(super) fn told(
    study: &Study,
    question: &CompareQuestion,
    reply: &CompareReply,
) -> Option<Told> {
    let catalogue = study.catalogue();
    let [from, to] = [question.from, question.to].map(|it| compare::subject(catalogue, it).name);
    let stack = StackView::of_subject(catalogue, question.to);
    let left = StackView::of_subject(catalogue, question.from);
    let yours = ghost::beside(
        &stack,
        &left,
        format!("line for {from}"),
        [
            format!("Dashed: the line for {from}."),
            format!("The line for {from} runs near the same place."),
        ],
    );
    let key = question.key();
    let told = |duty: DutyIx| {
        let (before, now) = (question.before(duty), question.said(&key, duty));
        let (said, word) = (question.said(reply, duty), becomes(catalogue, before, now));
        let words = match said == now {
            true => word,
            false => format!("{word}; you said: {}", becomes(catalogue, before, said)),
        };
        (duty, words)
    };
    let cell = |duty: DutyIx| {
        let side = question.said(&key, duty);
        let parts = catalogue.parts_of(question.to).into_iter();
        let mut cells = parts.map(|deployment| Cell { deployment, duty });
        cells.find(|cell| catalogue.ruling(*cell).side == side)
    };
    let is_right = |duty: &DutyIx| question.said(reply, *duty) == question.said(&key, *duty);
    let mut duties = question.duties.clone();
    duties.sort_unstable();
    let (right, wrong): (Vec<DutyIx>, Vec<DutyIx>) = duties.into_iter().partition(is_right);
    let changing = right.into_iter().filter(|duty| question.change(*duty).changes());
    let part = *catalogue.parts_of(question.to).last()?;
    Some(Told {
        over: Some(format!("{from} \u{2192} {to}")),
        principle: question.principle(catalogue).map(|it| principle(catalogue, &it)),
        becomes: question.duties.iter().copied().map(told).collect(),
        wrong_head: "What becomes of these, and why",
        wrong: Some(wrong.into_iter().filter_map(cell).collect()),
        right_head: "Right: these change",
        right: changing.filter_map(cell).collect(),
        stack,
        yours: Some(yours),
        ..Told::of(catalogue, part, asked(&from, &to))
    })
}

/// "From A REST API on EC2 to A REST API on Lambda: what becomes of these duties?"
pub fn asked(from: &str, to: &str) -> String {
    format!("From {from} to {to}: what becomes of these duties?")
}

/// "5 duties move to AWS, 3 of them in Guest OS: who runs the OS patches it."
fn principle(catalogue: &Catalogue, it: &Principle) -> String {
    let to = match it.change {
        Change::ToProvider => catalogue.provider().name.as_str(),
        _ => "you",
    };
    let verb = if it.count == 1 { "moves" } else { "move" };
    let count = words::count(it.count, "duty", "duties");
    let layer = it.layer.name();
    let of_them = match (it.count, it.in_layer) {
        (1, _) => format!("in the layer {layer}"),
        (all, here) if all == here => format!("all in the layer {layer}"),
        (_, here) => format!("{here} of them in the layer {layer}"),
    };
    format!("{count} {verb} to {to}, {of_them}: {}", uncapitalised(&it.text))
}

/// A sentence as it stands within another; a word in capitals stays as it is.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// A session of them.
pub fn start(choice: Choice) -> Start {
    Start::Form(Form::Compare, Choice { length: COMPARISONS, ..choice })
}

/// The subject's deployments, by id: what a session of comparisons about it chooses.
pub fn about(catalogue: &Catalogue, subject: Subject) -> Choice {
    let ids = catalogue.parts_of(subject).into_iter();
    let deployments = ids.map(|at| catalogue.deployment(at).id.clone()).collect();
    Choice { deployments, ..Choice::default() }
}
