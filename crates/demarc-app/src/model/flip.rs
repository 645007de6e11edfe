//! Flip one setting: the open question with the reply as far as it was made.

use demarc_catalogue::DutyIx;
use demarc_study::forms::{FlipQuestion, FlipReply, Form, Question, Reply};
use demarc_study::{Choice, Confidence, Moment, Said, Study, StudyError};

use super::{
    Model, Tick,
    action::{FlipStep, Start},
};

/// How many questions a session of them has.
const FLIPS: usize = 5;

/// A deployment whose setting changes.
#[derive(Clone, Debug, PartialEq)]
pub struct FlipView {
    /// What is asked.
    pub question: FlipQuestion,
    /// What was said to change hands.
    pub reply: FlipReply,
    /// How sure; none until it is said.
    pub confidence: Option<Confidence>,
    /// The letters of the service.
    pub tile: String,
    /// The service's name.
    pub service: String,
    /// Its category.
    pub category: String,
    /// The settings that stay, one tag each.
    pub tags: Vec<String>,
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
    /// The open question of the running session, if a setting changes in it; nothing is said yet.
    pub fn of(study: &Study, now: Moment) -> Option<Self> {
        let Question::Flip(question) = study.question(now)? else { return None };
        let catalogue = study.catalogue();
        let service = catalogue.service_of(question.from);
        let change = Change::of(study, &question);
        let tags = catalogue.tags(question.from);
        let rows = question.duties.iter().map(|&duty| {
            let cell = demarc_catalogue::Cell { deployment: question.from, duty };
            let label = catalogue.duty(duty).label.clone();
            (duty, label, catalogue.prompt(cell), question.before(catalogue, duty))
        });
        Some(Self {
            rows: rows.collect(),
            reply: FlipReply::default(),
            confidence: None,
            tile: service.tile.clone(),
            service: service.name.clone(),
            category: catalogue.categories()[service.category.index()].name.clone(),
            tags: tags
                .iter()
                .map(|tag| tag.value.to_string())
                .filter(|value| *value != change.from)
                .collect(),
            change,
            question,
        })
    }
}

/// A session of them.
pub fn start(choice: Choice) -> Start {
    Start::Form(Form::Flip, Choice { length: FLIPS, ..choice })
}

impl Model {
    /// Puts the question on the screen, if it is of this form; what was said of an open one stays.
    pub(super) fn refresh_flip(&mut self, tick: Tick) {
        let asked = FlipView::of(&self.study, tick.now);
        let same = |open: &FlipView| asked.as_ref().is_some_and(|it| it.question == open.question);
        if !self.flip.as_ref().is_some_and(same) {
            if asked.is_some() {
                self.asked_at_ms = tick.uptime_ms;
            }
            self.flip = asked;
        }
    }

    /// Changes what is said to change hands, or checks it.
    pub(super) fn flip_step(&mut self, step: FlipStep, tick: Tick) -> Result<(), StudyError> {
        let Some(flip) = &mut self.flip else { return Ok(()) };
        match step {
            FlipStep::Turn(duty) => flip.reply.turn(duty),
            FlipStep::Sure(confidence) => flip.confidence = Some(confidence),
            FlipStep::Reset => flip.reply = FlipReply::default(),
            FlipStep::Check => {
                let (reply, sure) = (Reply::Flip(flip.reply.clone()), flip.confidence);
                return self.check(&reply, sure, tick);
            }
        }
        Ok(())
    }
}
