//! Control kind: the open question with the kind as far as it was said.

use demarc_catalogue::{Cell, ControlKind};
use demarc_study::forms::{Form, KindQuestion, KindReply};
use demarc_study::{Choice, Study};

use super::{
    head::Head,
    replied::{Chosen, Told},
};
use crate::model::action::Start;

/// How many questions a session of them has.
const KINDS: usize = 6;

/// A control of a deployment.
#[derive(Clone, Debug, PartialEq)]
pub struct KindView {
    /// What is asked.
    pub question: KindQuestion,
    /// What was said.
    pub reply: KindReply,
    /// What it is about.
    pub head: Head,
    /// "Patch management: whose is it here?"
    pub asked: String,
    /// The kinds in words: the name, and what it means.
    pub options: [(&'static str, String); 3],
}

impl KindView {
    /// The question, with nothing said yet.
    pub(super) fn of(study: &Study, question: KindQuestion) -> Self {
        let catalogue = study.catalogue();
        let provider = &catalogue.provider().name;
        Self {
            reply: KindReply::default(),
            head: Head::of(catalogue, question.deployment),
            asked: asked(study, &question),
            options: ControlKind::ALL.map(|kind| (name(kind), meaning(kind, provider))),
            question,
        }
    }

    /// The place of the kind that was said.
    pub fn on(&self) -> Option<usize> {
        let said = self.reply.kind?;
        ControlKind::ALL.iter().position(|kind| *kind == said)
    }

    /// Says the kind in a place.
    pub(super) fn pick(&mut self, place: usize) {
        self.reply.kind = ControlKind::ALL.get(place).copied().or(self.reply.kind);
    }
}

fn asked(study: &Study, question: &KindQuestion) -> String {
    let control = study.catalogue().control(question.control);
    format!("{}: what kind of control is it here?", control.name)
}

fn name(kind: ControlKind) -> &'static str {
    match kind {
        ControlKind::Inherited => "Inherited",
        ControlKind::Shared => "Shared",
        ControlKind::CustomerSpecific => "Customer-specific",
    }
}

fn meaning(kind: ControlKind, provider: &str) -> String {
    match kind {
        ControlKind::Inherited => format!("All of it is {provider}\u{2019}s here."),
        ControlKind::Shared => format!("Part of it is {provider}\u{2019}s here, part is yours."),
        ControlKind::CustomerSpecific => "All of it is yours here.".to_owned(),
    }
}

/// What is told of it once it was checked: the halves, and what the model calls the control.
pub(super) fn told(study: &Study, question: &KindQuestion, reply: &KindReply) -> Option<Told> {
    let catalogue = study.catalogue();
    let (here, said) = (question.key().kind?, reply.kind?);
    let control = catalogue.control(question.control);
    let general = if control.kind == here {
        format!("{} here, as the model has it in general.", name(here))
    } else {
        let general = name(control.kind).to_lowercase();
        format!("{} here, though the model calls it {general} in general.", name(here))
    };
    let cells = question.duties.iter().map(|&duty| Cell { deployment: question.deployment, duty });
    let options = cells.clone().map(|cell| Chosen {
        name: catalogue.duty(cell.duty).label.clone(),
        side: catalogue.ruling(cell).side,
        answer: false,
        said: false,
    });
    let marks = question.said(catalogue, said);
    let wrong = |cell: &Cell| marks.iter().any(|mark| mark.cell == *cell && !mark.right());
    Some(Told {
        verdict: Some(general),
        options: options.collect(),
        right_head: if here == said {
            "Its duties here, and why"
        } else {
            "The rest of it, and why"
        },
        right: cells.filter(|cell| !wrong(cell)).collect(),
        ..Told::of(catalogue, question.deployment, asked(study, question))
    })
}

/// A session of them.
pub fn start(choice: Choice) -> Start {
    Start::Form(Form::Kind, Choice { length: KINDS, ..choice })
}
