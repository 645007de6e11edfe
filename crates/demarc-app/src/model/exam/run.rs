//! The running exam: the question on the screen, and all of them at a glance.

use demarc_study::{Confidence, Said, Study};

use crate::model::question::QuestionView;

/// The running exam.
#[derive(Clone, Debug, PartialEq)]
pub struct RunView {
    /// The question on the screen.
    pub question: QuestionView,
    /// What was said to it so far.
    pub said: Option<(Said, Confidence)>,
    /// Whether it is marked to come back to.
    pub marked: bool,
    /// Its place, from 0.
    pub at: usize,
    /// All questions in their order.
    pub items: Vec<ItemView>,
    /// How many have an answer.
    pub answered: usize,
    /// Whether the time is up.
    pub over: bool,
    /// Whether all questions are shown, before handing in.
    pub all: bool,
}

/// A question at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemView {
    /// What it is about, in short.
    pub about: String,
    /// Whether it has an answer.
    pub answered: bool,
    /// Whether it is marked to come back to.
    pub marked: bool,
}

impl RunView {
    /// The exam as it stands; none if there is none.
    pub fn of(study: &Study) -> Option<Self> {
        let exam = study.exam()?;
        let item = exam.item()?;
        let catalogue = study.catalogue();
        let items = exam.items.iter().map(|item| ItemView {
            about: format!(
                "{}, {}",
                crate::model::ruling::short_name(catalogue, item.cell.deployment),
                catalogue.duty(item.cell.duty).label
            ),
            answered: item.said.is_some(),
            marked: item.marked,
        });
        Some(Self {
            question: QuestionView::bare(catalogue, item.cell),
            said: item.said,
            marked: item.marked,
            at: exam.at,
            items: items.collect(),
            answered: exam.answered(),
            over: exam.is_over(),
            all: false,
        })
    }

    /// How many have no answer.
    pub fn open(&self) -> usize {
        self.items.len() - self.answered
    }
}
