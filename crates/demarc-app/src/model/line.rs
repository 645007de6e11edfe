//! Draw the line: the open question with the reply as far as it was made, kept ready for the screen.

use demarc_catalogue::{DutyIx, Layer};
use demarc_study::forms::{Form, LineQuestion, LineReply, Question, Reply};
use demarc_study::{Choice, Confidence, Moment, Said, Study, StudyError};

use super::{
    Model, Tick,
    action::{LineStep, Start},
    replied::RepliedView,
};

/// How many lines a session of them has.
const LINES: usize = 4;

/// A stack to draw the line on.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    /// What is asked.
    pub question: LineQuestion,
    /// Where the line is put now, and what is flipped.
    pub reply: LineReply,
    /// How sure; none until it is said.
    pub confidence: Option<Confidence>,
    /// The letters of the service.
    pub tile: String,
    /// The service's name.
    pub service: String,
    /// Its category.
    pub category: String,
    /// The settings, one tag each.
    pub tags: Vec<String>,
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
    /// The open question of the running session, if it asks for a line; nothing is put yet.
    pub fn of(study: &Study, now: Moment) -> Option<Self> {
        let Question::Line(question) = study.question(now)? else { return None };
        let catalogue = study.catalogue();
        let deployment = question.deployment;
        let service = catalogue.service_of(deployment);
        let layer = |layer: Layer| LineLayer {
            layer,
            about: catalogue.layer_words(deployment, layer).unwrap_or_default().to_owned(),
            chips: question.chips[layer.index()]
                .iter()
                .map(|duty| (*duty, catalogue.duty(*duty).label.clone()))
                .collect(),
        };
        Some(Self {
            reply: LineReply::default(),
            confidence: None,
            tile: service.tile.clone(),
            service: service.name.clone(),
            category: catalogue.categories()[service.category.index()].name.clone(),
            tags: catalogue.tags(deployment).iter().map(|tag| tag.value.to_string()).collect(),
            layers: Layer::ALL.into_iter().rev().map(layer).collect(),
            question,
        })
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
        let layers = super::words::count(layers, "layer", "layers");
        match flipped.count() {
            0 => layers,
            n => format!("{layers} + {n} flipped"),
        }
    }

    fn take(&mut self, step: LineStep) {
        match step {
            LineStep::Put(below) => self.reply.below = below.min(Layer::ALL.len()),
            LineStep::Up => self.reply.below = (self.reply.below + 1).min(Layer::ALL.len()),
            LineStep::Down => self.reply.below = self.reply.below.saturating_sub(1),
            LineStep::Flip(duty) => self.reply.flip(duty),
            LineStep::Sure(confidence) => self.confidence = Some(confidence),
            LineStep::Reset => self.reply = LineReply::default(),
            LineStep::Check => {}
        }
    }
}

/// A session of lines: of all services, or of what a choice takes.
pub fn start(choice: Choice) -> Start {
    Start::Form(Form::Line, Choice { length: LINES, ..choice })
}

impl Model {
    /// Puts the line that is asked for on the screen; what was drawn of an open one stays.
    fn refresh_line(&mut self, tick: Tick) {
        let asked = LineView::of(&self.study, tick.now);
        let same = |open: &LineView| asked.as_ref().is_some_and(|it| it.question == open.question);
        if !self.line.as_ref().is_some_and(same) {
            if asked.is_some() {
                self.asked_at_ms = tick.uptime_ms;
            }
            self.line = asked;
        }
    }

    /// Changes the line that is being drawn, or checks it.
    pub(super) fn line_step(&mut self, step: LineStep, tick: Tick) -> Result<(), StudyError> {
        let Some(line) = &mut self.line else { return Ok(()) };
        line.take(step);
        if step != LineStep::Check {
            return Ok(());
        }
        let (reply, sure) = (Reply::Line(line.reply.clone()), line.confidence);
        self.check(&reply, sure, tick)
    }

    /// Puts the question with parts that is asked on the screen, or what is said about the last one.
    pub(super) fn refresh_parts(&mut self, tick: Tick) {
        self.replied = RepliedView::of(&self.study, tick.now);
        self.refresh_line(tick);
        self.refresh_flip(tick);
    }

    /// Replies to the question at hand, once it was said how sure.
    pub(super) fn check(
        &mut self,
        reply: &Reply,
        sure: Option<Confidence>,
        tick: Tick,
    ) -> Result<(), StudyError> {
        let Some(confidence) = sure else {
            self.say("Say how sure you are first: guess, likely or sure.", tick);
            return Ok(());
        };
        let took = tick.uptime_ms.saturating_sub(self.asked_at_ms);
        let took = u32::try_from(took).unwrap_or(u32::MAX);
        self.study.reply(reply, confidence, took, tick.now)?;
        self.refresh_session(tick);
        Ok(())
    }
}
