//! Draw the line: the open question with the reply as far as it was made, kept ready for the screen.

use demarc_catalogue::{DutyIx, Layer};
use demarc_study::forms::{Form, LineQuestion, LineReply};
use demarc_study::{Choice, Said, Study};

use super::{
    head::Head,
    replied::{Replied, Told},
};
use crate::model::{action::Start, question::GhostView, words};

/// How many lines a session of them has.
const LINES: usize = 4;

/// A step in drawing a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStep {
    /// Put the line, with this many layers below it.
    Put(usize),
    /// A layer up.
    Up,
    /// A layer down.
    Down,
    /// Put a duty on the other side than its layer, or back.
    Flip(DutyIx),
}

/// A stack to draw the line on.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    /// What is asked.
    pub question: LineQuestion,
    /// Where the line is put now, and what is flipped.
    pub reply: LineReply,
    /// What it is about.
    pub head: Head,
    /// The layers from the top.
    pub layers: Vec<LineLayer>,
}

/// A layer with its duties.
#[derive(Clone, Debug, PartialEq)]
pub struct LineLayer {
    /// Which.
    pub layer: Layer,
    /// What stands in it here.
    pub about: String,
    /// Its duties, each with its short name.
    pub chips: Vec<(DutyIx, String)>,
}

impl LineView {
    /// The question, with nothing put yet.
    pub(super) fn of(study: &Study, question: LineQuestion) -> Self {
        let catalogue = study.catalogue();
        let deployment = question.deployment;
        let layer = |layer: Layer| LineLayer {
            layer,
            about: catalogue.layer_words(deployment, layer).unwrap_or_default().to_owned(),
            chips: question.chips[layer.index()]
                .iter()
                .map(|duty| (*duty, catalogue.duty(*duty).label.clone()))
                .collect(),
        };
        Self {
            reply: LineReply::default(),
            head: Head::of(catalogue, deployment),
            layers: Layer::ALL.into_iter().rev().map(layer).collect(),
            question,
        }
    }

    /// "4 layers + 2 flipped", for a side.
    pub fn tally(&self, side: Said) -> String {
        let layers = match side {
            Said::Of => self.reply.below,
            Said::In => Layer::ALL.len() - self.reply.below,
        };
        let shown = self.question.shown();
        let flipped = shown.filter(|&(layer, duty)| {
            self.reply.flipped.contains(&duty) && self.reply.side(layer, duty) == side
        });
        let layers = words::count(layers, "layer", "layers");
        match flipped.count() {
            0 => layers,
            n => format!("{layers} + {n} flipped"),
        }
    }

    pub(super) fn take(&mut self, step: LineStep) {
        match step {
            LineStep::Put(below) => self.reply.below = below.min(Layer::ALL.len()),
            LineStep::Up => self.reply.below = (self.reply.below + 1).min(Layer::ALL.len()),
            LineStep::Down => self.reply.below = self.reply.below.saturating_sub(1),
            LineStep::Flip(duty) => self.reply.flip(duty),
        }
    }
}

/// What is told of a line once it was checked: where yours ran, if it ran elsewhere.
pub(super) fn told(
    study: &Study,
    question: &LineQuestion,
    reply: &LineReply,
    replied: &Replied,
) -> Told {
    let catalogue = study.catalogue();
    let apart = !question.edges(catalogue).contains(&reply.below);
    let yours = apart.then(|| GhostView {
        at: Some((Layer::ALL.len() - reply.below) as f32),
        label: "your line".to_owned(),
        note: "Dashed: where you put the line.".to_owned(),
    });
    Told {
        right_head: "Right, and not by the layer alone",
        right: replied.marks.duties_right(),
        yours,
        ..Told::of(catalogue, question.deployment, "Where does your job end?".to_owned())
    }
}

/// A session of lines: of all services, or of what a choice takes.
pub fn start(choice: Choice) -> Start {
    Start::Form(Form::Line, Choice { length: LINES, ..choice })
}
