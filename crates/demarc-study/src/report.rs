//! Sessions that were held: the list of them, and one of them looked at closely.

use demarc_catalogue::Cell;
use serde::Serialize;
use uuid::Uuid;

use crate::clock::Moment;
use crate::history::{Answer, History, Sitting};
use crate::known::{Mastery, PastAnswer, View};
use crate::said::Confidence;
use crate::scoring::{Calibration, Tally};

/// One session in a list. Only the first answer to each question counts for its scores.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SessionSummary {
    /// Its id in the log.
    pub id: Uuid,
    /// The words for its plan.
    pub title: String,
    /// When it was started.
    pub started: Moment,
    /// When it ended; none while it can be resumed.
    pub ended: Option<Moment>,
    /// How many questions were answered.
    pub questions: u32,
    /// How many of them were right the first time.
    pub right: u32,
    /// The share that was right, 0 to 1.
    pub score: f64,
    /// The share with luck taken out, 0 to 1.
    pub guess_corrected: f64,
}

/// One question of a session that was held.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportItem {
    /// What it was about; none if the catalogue no longer has it.
    pub cell: Option<Cell>,
    /// The deployment's id as it was logged.
    pub deployment: String,
    /// The duty's id as it was logged.
    pub duty: String,
    /// The scenario's id, for a verdict of one.
    pub scenario: Option<String>,
    /// The answer.
    pub answer: PastAnswer,
    /// Whether it had come back because it was wrong before.
    pub repeat: bool,
}

/// One session looked at closely.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionReport {
    /// What the list of sessions says of it.
    pub summary: SessionSummary,
    /// Mastery of all cells before its first answer.
    pub mastery_before: Mastery,
    /// Mastery of all cells after its last answer.
    pub mastery_after: Mastery,
    /// Cells that were answered sure and wrong the first time, in the order asked.
    pub sure_and_wrong: Vec<Cell>,
    /// Cells that were answered wrong the first time, sure ones first: what "again" asks.
    pub missed: Vec<Cell>,
    /// Every answer that was not taken back, in the order given.
    pub items: Vec<ReportItem>,
    /// How well confidence was placed.
    pub calibration: Calibration,
    /// The time that answers took together, in milliseconds.
    pub took_ms: u64,
}

/// The answers of a session that count for its score.
pub(crate) fn scoring<'a>(
    history: &'a History,
    sitting: &'a Sitting,
) -> impl Iterator<Item = &'a Answer> {
    sitting.answers.iter().map(|&at| &history.answers[at as usize]).filter(|it| it.scores())
}

/// A session as the list shows it; none if nothing was answered in it.
pub(crate) fn summary(history: &History, sitting: &Sitting) -> Option<SessionSummary> {
    let tally: Tally = scoring(history, sitting).map(Answer::right).collect();
    Some(SessionSummary {
        id: sitting.row.id,
        title: sitting.row.title.clone(),
        started: sitting.row.started,
        ended: sitting.row.ended,
        questions: tally.n(),
        right: tally.right,
        score: tally.score()?,
        guess_corrected: tally.guess_corrected()?,
    })
}

/// A session looked at closely; none if nothing was answered in it.
pub(crate) fn report(view: &View<'_>, sitting: &Sitting) -> Option<SessionReport> {
    let history = view.history;
    let summary = summary(history, sitting)?;
    let (first, last) = (*sitting.answers.first()?, *sitting.answers.last()?);
    let mut missed: Vec<(bool, Cell)> = scoring(history, sitting)
        .filter(|answer| !answer.right())
        .filter_map(|it| {
            Some((it.confidence == Confidence::Sure, history.places.get(it.place).cell?))
        })
        .collect();
    missed.sort_by_key(|&(sure, _)| !sure);
    let answers = || sitting.answers.iter().map(|&at| &history.answers[at as usize]);
    let before = history.answers[first as usize].at;
    let after = history.answers[last as usize].at;
    let then = |number: u32, at: Moment| {
        let view = view.before(number, at.day());
        view.mastery(view.asked_cells())
    };
    Some(SessionReport {
        summary,
        mastery_before: then(first, before),
        mastery_after: then(last + 1, after),
        sure_and_wrong: missed.iter().filter(|it| it.0).map(|it| it.1).collect(),
        missed: missed.into_iter().map(|it| it.1).collect(),
        items: answers().map(|answer| item(history, answer)).collect(),
        calibration: Calibration::of(
            scoring(history, sitting).map(|it| (it.confidence, it.right())),
        ),
        took_ms: answers().map(|answer| u64::from(answer.took_ms)).sum(),
    })
}

fn item(history: &History, answer: &Answer) -> ReportItem {
    let logged = history.places.logged(answer.logged);
    ReportItem {
        cell: history.places.get(answer.place).cell,
        deployment: logged.deployment.to_string(),
        duty: logged.duty.to_string(),
        scenario: answer.scenario.map(|it| history.word(it).to_owned()),
        answer: PastAnswer::of(answer),
        repeat: answer.repeat,
    }
}
