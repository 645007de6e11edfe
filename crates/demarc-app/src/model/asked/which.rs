//! Which of these: the open question with the choice as far as it was made.

use demarc_catalogue::{Cell, DeploymentIx};
use demarc_study::forms::{Form, WhichQuestion, WhichReply};
use demarc_study::{Choice, Said, Study};

use super::{
    ghost,
    head::Head,
    replied::{Chosen, Told},
};
use crate::model::{action::Start, ruling, stack::StackView};

/// How many questions a session of them has.
const CHOICES: usize = 8;

/// A duty, and four deployments.
#[derive(Clone, Debug, PartialEq)]
pub struct WhichView {
    /// What is asked.
    pub question: WhichQuestion,
    /// What was chosen.
    pub reply: WhichReply,
    /// "Which of these takes this duty off you?"
    pub asked: String,
    /// What holds for the other three.
    pub rest: String,
    /// The duty's layer.
    pub layer: &'static str,
    /// Its short name.
    pub label: String,
    /// Its sentence, which names no deployment.
    pub about: String,
    /// The deployments.
    pub options: Vec<(DeploymentIx, Head)>,
}

impl WhichView {
    /// The question, with nothing chosen yet.
    pub(super) fn of(study: &Study, question: WhichQuestion) -> Self {
        let catalogue = study.catalogue();
        let duty = catalogue.duty(question.duty);
        let rest = match question.side {
            Said::Of => "One of the four does. With the other three it is yours.".to_owned(),
            Said::In => {
                format!(
                    "One of the four does. With the other three {} does it.",
                    catalogue.provider().name
                )
            }
        };
        let options = question.options.iter().map(|&at| (at, Head::of(catalogue, at)));
        Self {
            asked: asked(question.side).to_owned(),
            rest,
            layer: duty.layer.name(),
            label: duty.label.clone(),
            about: catalogue.duty_text(question.duty),
            options: options.collect(),
            reply: WhichReply::default(),
            question,
        }
    }

    /// The place of the deployment that was chosen.
    pub fn on(&self) -> Option<usize> {
        let chosen = self.reply.chosen?;
        self.options.iter().position(|(at, _)| *at == chosen)
    }

    /// Chooses one by its place.
    pub(super) fn pick(&mut self, place: usize) {
        if let Some((at, _)) = self.options.get(place) {
            self.reply.chosen = Some(*at);
        }
    }

    /// Chooses the one some places further; the first or the last if none was chosen.
    pub(super) fn step(&mut self, by: isize) {
        self.pick(super::further(self.on(), by, self.options.len()));
    }
}

fn asked(side: Said) -> &'static str {
    match side {
        Said::Of => "Which of these takes this duty off you?",
        Said::In => "Which of these leaves this duty with you?",
    }
}

/// What is told of it once it was checked: the answer's stack, and the line of what was chosen, or,
/// where that was right, of the one beside it that is most alike.
pub(super) fn told(study: &Study, question: &WhichQuestion, reply: &WhichReply) -> Option<Told> {
    let catalogue = study.catalogue();
    let (answer, duty) = (question.key().chosen?, question.duty);
    let beside = reply.chosen.filter(|chosen| *chosen != answer).or_else(|| {
        let others = question.options.iter().copied().filter(|at| *at != answer);
        others.min_by_key(|at| catalogue.unlike(answer, *at))
    })?;
    let stack = StackView::of(catalogue, answer, Some(Cell { deployment: answer, duty }));
    let name = ruling::short_name(catalogue, beside);
    let yours = ghost::beside(
        &stack,
        &StackView::of(catalogue, beside, None),
        format!("line for {}", catalogue.service_of(beside).short),
        [
            format!("Dashed: the line for {name}."),
            format!("The line for {name} runs near the same place."),
        ],
    );
    let does = match question.side {
        Said::Of => "takes it off you",
        Said::In => "leaves it with you",
    };
    let options = question.options.iter().map(|&at| Chosen {
        name: catalogue.deployment_name(at).to_owned(),
        side: catalogue.ruling(Cell { deployment: at, duty }).side,
        answer: at == answer,
        said: reply.chosen == Some(at),
    });
    Some(Told {
        over: Some(catalogue.duty(duty).label.clone()),
        verdict: Some(format!("{} {does}.", catalogue.deployment_name(answer))),
        options: options.collect(),
        wrong_head: "Why yours is not the one",
        right_head: "Why this is the answer",
        right: vec![Cell { deployment: answer, duty }],
        stack,
        yours: Some(yours),
        ..Told::of(
            catalogue,
            answer,
            format!("{} {}", asked(question.side), catalogue.duty_text(duty)),
        )
    })
}

/// A session of them.
pub fn start(choice: Choice) -> Start {
    Start::Form(Form::Which, Choice { length: CHOICES, ..choice })
}
