//! An exam: questions without feedback, in any order and back again, against a clock that can be
//! extended or off. Pure; nothing of it is in the log of answers before it is handed in.

mod draw;
mod result;

use demarc_catalogue::{Catalogue, Cell};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::Moment;
use crate::plan::Choice;
use crate::said::{Confidence, Said};

pub(crate) use draw::draw;
pub use result::{ExamItemResult, ExamResult, Points, by_luck};

/// The longest time that counts as thinking about one question, in milliseconds.
pub(crate) const LONGEST_MS: u32 = 60_000;

/// What an exam is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExamPlan {
    /// What it asks about, and how many questions.
    pub choice: Choice,
    /// The time for it, in minutes; none without a limit.
    pub minutes: Option<u32>,
    /// The share of right answers that passes, in percent, 1 to 100.
    pub pass_percent: u32,
}

impl Default for ExamPlan {
    fn default() -> ExamPlan {
        ExamPlan {
            choice: Choice { length: 20, ..Choice::default() },
            minutes: Some(20),
            pass_percent: 80,
        }
    }
}

/// One question of an exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExamItem {
    /// What it asks about.
    pub cell: Cell,
    /// What was said so far, and how sure.
    pub said: Option<(Said, Confidence)>,
    /// Whether it is marked to come back to.
    pub marked: bool,
    /// How long it was on the screen, in milliseconds.
    pub took_ms: u32,
}

/// An exam that is not handed in yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exam {
    /// Its id; that of its session once it is handed in.
    pub id: Uuid,
    /// What it asks about, in words.
    pub scope: String,
    /// When it was begun.
    pub started: Moment,
    /// The questions in their order.
    pub items: Vec<ExamItem>,
    /// The question on the screen, from 0.
    pub at: usize,
    /// The share of right answers that passes, in percent.
    pub pass_percent: u32,
    /// The time that was set, in milliseconds; none without a limit.
    pub limit_ms: Option<u32>,
    /// The time that was added since, in milliseconds.
    pub added_ms: u32,
    /// The time used, in milliseconds. It counts only while the exam is on the screen.
    pub used_ms: u32,
}

/// A step in an exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExamStep {
    /// Answer the question on the screen, or answer it otherwise.
    Say(Said, Confidence),
    /// Take the answer to the question on the screen back.
    Clear,
    /// Mark the question on the screen to come back to, or no longer.
    Mark,
    /// Go to a question, from 0.
    Go(usize),
    /// Add time, in minutes.
    Add(u32),
    /// Go on without a limit.
    NoLimit,
    /// Time passed, and nothing else.
    Tick,
}

impl Exam {
    /// How many questions have an answer.
    pub fn answered(&self) -> usize {
        self.items.iter().filter(|item| item.said.is_some()).count()
    }

    /// How many have none.
    pub fn open(&self) -> usize {
        self.items.len() - self.answered()
    }

    /// The question on the screen.
    pub fn item(&self) -> Option<&ExamItem> {
        self.items.get(self.at)
    }

    /// The time left, in milliseconds; none without a limit.
    pub fn left_ms(&self) -> Option<u32> {
        self.limit_ms.map(|limit| limit.saturating_add(self.added_ms).saturating_sub(self.used_ms))
    }

    /// Whether the time is up: nothing can be answered any more, unless time is added.
    pub fn is_over(&self) -> bool {
        self.left_ms() == Some(0)
    }

    /// The exam after a step; `spent_ms` went by on the screen since the last one. What cannot be
    /// done changes nothing but the clock.
    pub fn after(&self, step: ExamStep, spent_ms: u32) -> Exam {
        let mut exam = self.clone();
        let spent_ms = exam.left_ms().map_or(spent_ms, |left| spent_ms.min(left));
        exam.used_ms = exam.used_ms.saturating_add(spent_ms);
        let (over, last) = (exam.is_over(), exam.items.len().saturating_sub(1));
        if let Some(item) = exam.items.get_mut(exam.at) {
            item.took_ms = item.took_ms.saturating_add(spent_ms);
            match step {
                ExamStep::Say(said, confidence) if !over => item.said = Some((said, confidence)),
                ExamStep::Clear if !over => item.said = None,
                ExamStep::Mark => item.marked = !item.marked,
                _ => {}
            }
        }
        match step {
            ExamStep::Go(at) => exam.at = at.min(last),
            ExamStep::Add(minutes) => {
                exam.added_ms = exam.added_ms.saturating_add(minutes.saturating_mul(60_000))
            }
            ExamStep::NoLimit => exam.limit_ms = None,
            _ => {}
        }
        exam
    }

    /// The next question without an answer after the one on the screen, from the first again after
    /// the last; none if all have one.
    pub fn next_open(&self) -> Option<usize> {
        let after = self.at + 1..self.items.len();
        after.chain(0..=self.at).find(|&at| self.items.get(at).is_some_and(|it| it.said.is_none()))
    }
}

/// What an exam asks about, in words.
pub(crate) fn scope(catalogue: &Catalogue, choice: &Choice) -> String {
    let everything = Choice { length: choice.length, ..Choice::default() };
    if *choice == everything { "all services".to_owned() } else { choice.title(catalogue) }
}

/// What was said so far, as it is kept on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Draft {
    pub at: usize,
    pub items: Vec<DraftItem>,
}

/// One question of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct DraftItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<(Said, Confidence)>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub marked: bool,
    pub took_ms: u32,
}

impl Draft {
    pub(crate) fn of(exam: &Exam) -> Draft {
        let item = |item: &ExamItem| DraftItem {
            said: item.said,
            marked: item.marked,
            took_ms: item.took_ms,
        };
        Draft { at: exam.at, items: exam.items.iter().map(item).collect() }
    }
}
