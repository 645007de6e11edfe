//! The lesson that is open: its screen, and where its questions stand.

use demarc_catalogue::{
    Asks, Catalogue, Cell, Control, ControlIx, ControlKind, DeploymentIx, DutyIx, LessonIx,
    Picture, Side,
};
use demarc_study::{LessonSaid, Moment, Said, Study};

use super::{
    question,
    ruling::{RulingView, SourceView},
    stack::StackView,
    words,
};

/// A lesson as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonView {
    /// Which.
    pub lesson: LessonIx,
    /// "Lesson 2 of 9".
    pub place: String,
    /// Its title.
    pub title: String,
    /// What it comes to.
    pub lead: String,
    /// Its points: head and text.
    pub points: Vec<(String, String)>,
    /// What is drawn beside them.
    pub picture: Option<PictureView>,
    /// The pages that it rests on.
    pub sources: Vec<SourceView>,
    /// "Checked 24 November 2026."
    pub checked: String,
    /// For each question, whether it was ever answered right.
    pub right: Vec<bool>,
    /// The rulings on which its questions rest.
    pub cells: Vec<Cell>,
    /// Where it stands.
    pub stage: Stage,
    /// The questions still to come in this sitting, the one at hand first.
    pub(super) queue: Vec<usize>,
    /// The queue as it was before the answer given last.
    pub(super) before: Option<Vec<usize>>,
}

/// What a lesson draws.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureView {
    /// Stacks side by side, each with its line.
    Stacks(Vec<StackView>),
    /// Controls with their halves.
    Controls {
        /// "On EC2, Amazon AMI".
        on: String,
        /// One row a control.
        rows: Vec<ControlView>,
    },
}

/// A control as the table of a lesson shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlView {
    /// Its name.
    pub name: String,
    /// "shared".
    pub kind: &'static str,
    /// The duties that are the provider's and those that are yours, in words.
    pub halves: [(Side, String); 2],
}

/// Where an open lesson stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Its text is read.
    Text,
    /// A question waits for its answer.
    Asked(AskedView),
    /// An answer was given and is explained.
    Said(Box<SaidView>),
    /// No question is left.
    Done,
}

/// A question of a lesson as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedView {
    /// Its number in the lesson, from 0.
    pub number: usize,
    /// "Question 2 of 4".
    pub place: String,
    /// The deployment that is meant; empty where none is.
    pub about: String,
    /// The question.
    pub prompt: String,
    /// The choices; none where it asks for a side.
    pub choices: Vec<String>,
}

/// What is said after an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidView {
    /// What was asked.
    pub asked: AskedView,
    /// Whether it was right.
    pub right: bool,
    /// The side of the ruling, where the question rests on one.
    pub side: Option<Side>,
    /// "It is IN the cloud: you do it."
    pub verdict: String,
    /// "It comes again before the lesson ends."
    pub next: String,
    /// The choices that matter now, each with why it is right or wrong.
    pub whys: Vec<Why>,
    /// The ruling with all that belongs to it.
    pub ruling: Option<RulingView>,
}

/// Why a choice is right or wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// Whether it is the right one.
    pub right: bool,
    /// The choice.
    pub choice: String,
    /// Why.
    pub why: String,
}

impl LessonView {
    /// A lesson at its text.
    pub fn of(study: &Study, lesson: LessonIx, now: Moment) -> Self {
        let catalogue = study.catalogue();
        let it = catalogue.lesson(lesson);
        let newest = it.cites.iter().map(|cite| cite.checked).max();
        Self {
            lesson,
            place: format!("Lesson {} of {}", lesson.index() + 1, catalogue.lessons().len()),
            title: it.title.clone(),
            lead: it.lead.clone(),
            points: it.points.iter().map(|it| (it.head.clone(), it.text.clone())).collect(),
            picture: it.picture.as_ref().map(|picture| picture_of(catalogue, picture)),
            sources: it
                .cites
                .iter()
                .map(|cite| SourceView::of(catalogue.source(cite.source)))
                .collect(),
            checked: newest
                .map_or_else(String::new, |day| format!("Checked {}.", words::date_long(day))),
            right: study.lesson_progress(lesson).right,
            cells: study.lesson_cells(lesson, now),
            stage: Stage::Text,
            queue: Vec::new(),
            before: None,
        }
    }

    /// The question at hand.
    pub fn asked(&self) -> Option<&AskedView> {
        match &self.stage {
            Stage::Asked(asked) => Some(asked),
            _ => None,
        }
    }

    /// Whether the question at hand asks for a side.
    pub fn asks_side(&self) -> bool {
        self.asked().is_some_and(|asked| asked.choices.is_empty())
    }

    /// The pages behind what is on the screen.
    pub fn sources_in_view(&self) -> &[SourceView] {
        match &self.stage {
            Stage::Said(said) => said.ruling.as_ref().map_or(&self.sources, |it| &it.sources),
            _ => &self.sources,
        }
    }

    /// How many questions were answered right once.
    pub fn count(&self) -> usize {
        self.right.iter().filter(|&&right| right).count()
    }
}

impl AskedView {
    /// A question of a lesson, by its number.
    pub(super) fn of(catalogue: &Catalogue, lesson: LessonIx, number: usize) -> Option<Self> {
        let questions = &catalogue.lesson(lesson).questions;
        let question = questions.get(number)?;
        let (about, choices) = match &question.asks {
            Asks::Verdict(cell) => {
                (catalogue.deployment_name(cell.deployment).to_owned(), Vec::new())
            }
            Asks::Choice(choices) => {
                (String::new(), choices.iter().map(|choice| choice.text.clone()).collect())
            }
        };
        Some(Self {
            number,
            place: format!("Question {} of {}", number + 1, questions.len()),
            about,
            prompt: question.prompt.clone(),
            choices,
        })
    }
}

impl SaidView {
    /// What is said after this answer to a question.
    pub(super) fn of(
        study: &Study,
        lesson: LessonIx,
        asked: AskedView,
        said: LessonSaid,
        right: bool,
        now: Moment,
    ) -> Self {
        let question = &study.catalogue().lesson(lesson).questions[asked.number];
        let next = if right { "" } else { "It comes again before the lesson ends." };
        let mut view = Self {
            asked,
            right,
            side: None,
            verdict: String::new(),
            next: next.to_owned(),
            whys: Vec::new(),
            ruling: None,
        };
        match (&question.asks, said) {
            (Asks::Verdict(cell), _) => {
                let ruling = RulingView::of(study, *cell, now);
                view.side = Some(ruling.side);
                view.verdict = question::verdict(study.catalogue(), ruling.side);
                view.ruling = Some(ruling);
            }
            (Asks::Choice(choices), said) => {
                let mine = |at: usize| said == LessonSaid::Choice(at);
                let shown = choices.iter().enumerate();
                let shown = shown.filter(|&(at, choice)| choice.right || mine(at));
                view.whys = shown
                    .map(|(_, choice)| Why {
                        right: choice.right,
                        choice: choice.text.clone(),
                        why: choice.why.clone(),
                    })
                    .collect();
                // What was said comes first.
                view.whys.sort_by_key(|why| why.right);
            }
        }
        view
    }
}

/// Whether an answer is right, without keeping it.
pub(super) fn judged(
    catalogue: &Catalogue,
    lesson: LessonIx,
    number: usize,
    said: LessonSaid,
) -> Option<bool> {
    let question = catalogue.lesson(lesson).questions.get(number)?;
    match (&question.asks, said) {
        (Asks::Verdict(cell), LessonSaid::Side(said)) => {
            Some(Said::right_for(catalogue.ruling(*cell).side)? == said)
        }
        (Asks::Choice(choices), LessonSaid::Choice(at)) => choices.get(at).map(|it| it.right),
        _ => None,
    }
}

fn picture_of(catalogue: &Catalogue, picture: &Picture) -> PictureView {
    match picture {
        Picture::Stacks(shown) => {
            PictureView::Stacks(shown.iter().map(|&at| stack_of(catalogue, at)).collect())
        }
        Picture::Controls { shown, on } => PictureView::Controls {
            on: format!("On {}", super::ruling::short_name(catalogue, *on)),
            rows: shown.iter().map(|&at| control_of(catalogue, at, *on)).collect(),
        },
    }
}

/// A stack among others: its short name, and what stands in a layer only where the line divides it.
fn stack_of(catalogue: &Catalogue, at: DeploymentIx) -> StackView {
    let mut stack = StackView::of(catalogue, at, None);
    stack.title = catalogue.service_of(at).short.clone();
    for layer in stack.layers.iter_mut().filter(|it| it.above <= 0.0 || it.above >= 1.0) {
        layer.about.clear();
    }
    stack
}

/// Names of duties that a line of the table has room for.
const NAMED: usize = 3;

fn control_of(catalogue: &Catalogue, at: ControlIx, on: DeploymentIx) -> ControlView {
    let control: &Control = catalogue.control(at);
    let halves = catalogue.halves(at, on);
    let named = |duties: &[DutyIx]| {
        let names: Vec<&str> =
            duties.iter().map(|&duty| catalogue.duty(duty).label.as_str()).collect();
        match names.len() {
            0..=NAMED => names.join(", "),
            more => format!("{} and {} more", names[..NAMED].join(", "), more - NAMED),
        }
    };
    ControlView {
        name: control.name.clone(),
        kind: match control.kind {
            ControlKind::Inherited => "inherited",
            ControlKind::Shared => "shared",
            ControlKind::CustomerSpecific => "customer-specific",
        },
        halves: [(Side::Of, named(&halves.of)), (Side::In, named(&halves.r#in))],
    }
}
