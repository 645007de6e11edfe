//! The figures that `demarc stats --json` prints.

use serde::Serialize;

use crate::allowance::Allowance;
use crate::history::Answer;
use crate::knowing::Knowing;
use crate::known::{Mastery, View};
use crate::lessons::LessonLog;
use crate::picker::Load;
use crate::report::summary;
use crate::scoring::{Calibration, Tally};
use crate::settings::Settings;

/// A learner's figures. Scores and calibration count the first answer to each question of a
/// session; `answers` counts every one that was not taken back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stats {
    /// How many answers were not taken back.
    pub answers: usize,
    /// Every session with an answer, oldest first.
    pub sessions: Vec<StatsSession>,
    /// The share that was right the first time, 0 to 1.
    pub score: Option<f64>,
    /// That share with luck taken out, 0 to 1.
    pub guess_corrected: Option<f64>,
    /// How many cells are due and asked today.
    pub due: usize,
    /// How much of all cells is probably known.
    pub mastery: Mastery,
    /// How well confidence was placed.
    pub calibration: Calibration,
    /// How many lessons are done.
    pub lessons_done: usize,
    /// How many lessons there are.
    pub lessons: usize,
}

/// A session in the figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatsSession {
    /// Its id.
    pub id: String,
    /// When it was started, as `2026-11-24T07:59:30.120+01:00`.
    pub started: String,
    /// How many questions were answered.
    pub questions: u32,
    /// How many of them were right the first time.
    pub right: u32,
    /// The share that was right, 0 to 1.
    pub score: f64,
    /// That share with luck taken out, 0 to 1.
    pub guess_corrected: f64,
}

pub(crate) fn stats(view: &View<'_>, lessons: &LessonLog, settings: &Settings) -> Stats {
    let knowing = Knowing::of(*view);
    let history = view.history;
    let first = || history.live().filter(|answer| answer.scores());
    let tally: Tally = first().map(Answer::right).collect();
    let sessions = history.sessions.iter().filter_map(|sitting| summary(history, sitting));
    Stats {
        answers: history.live_count(),
        sessions: sessions
            .map(|it| StatsSession {
                id: it.id.to_string(),
                started: it.started.to_string(),
                questions: it.questions,
                right: it.right,
                score: it.score,
                guess_corrected: it.guess_corrected,
            })
            .collect(),
        score: tally.score(),
        guess_corrected: tally.guess_corrected(),
        due: Load::of(view, &knowing, Allowance::of(view, settings)).ask.len(),
        mastery: knowing.over(view.asked_cells()).into(),
        calibration: Calibration::of(first().map(|it| (it.confidence, it.right()))),
        lessons_done: view
            .catalogue
            .lessons()
            .iter()
            .filter(|it| lessons.progress(it).is_done())
            .count(),
        lessons: view.catalogue.lessons().len(),
    }
}
