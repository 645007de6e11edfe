//! What came of an exam, in words: the score against the pass mark, and what was missed.

use std::path::Path;

use demarc_catalogue::{Cell, Side};
use demarc_study::{Confidence, ExamItemResult, ExamResult, Points, Study};
use uuid::Uuid;

use super::home::{clock, luck};
use crate::model::{Model, Tick, keep, question, ruling, words};

/// What came of an exam.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    /// Its id.
    pub id: Uuid,
    /// "24 Nov 2026, all services, 50 questions in 41 minutes".
    pub about: String,
    /// The score in percent.
    pub percent: f64,
    /// Whether it was passed.
    pub passed: bool,
    /// "42 of 50 right".
    pub right: String,
    /// The pass mark in percent.
    pub pass_percent: u32,
    /// The score of the exam before on the same, in percent.
    pub last: Option<f64>,
    /// What the score is with luck taken out, and how often luck alone passes.
    pub luck: String,
    /// Points by category.
    pub categories: Vec<Row>,
    /// Points by layer, from the top.
    pub layers: Vec<Row>,
    /// Points by side: of, in.
    pub sides: [Row; 2],
    /// Points by how sure it was said: sure, likely, guess.
    pub confidence: Vec<Row>,
    /// The questions that earned no point, sure ones first.
    pub missed: Vec<Line>,
    /// Every question in its order.
    pub lines: Vec<Line>,
    /// Whether every question is shown, not only the missed.
    pub all: bool,
    /// What practising the missed asks.
    pub cells: Vec<Cell>,
}

/// Points of some questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What they have in common.
    pub name: String,
    /// How many were right of how many.
    pub points: Points,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it was about; none if the catalogue no longer has it.
    pub cell: Option<Cell>,
    /// The deployment.
    pub place: String,
    /// The duty.
    pub duty: String,
    /// The side of the ruling.
    pub side: Side,
    /// "OF, sure", or that it was left open.
    pub said: String,
    /// Whether it was sure and wrong.
    pub sure_and_wrong: bool,
    /// Whether it was answered at all.
    pub answered: bool,
    /// Whether it earned its point.
    pub right: bool,
}

impl ResultView {
    /// What came of an exam that was handed in.
    pub fn of(study: &Study, id: Uuid) -> Option<Self> {
        let catalogue = study.catalogue();
        let result = study.exam_result(id)?;
        let before = study
            .exam_results()
            .into_iter()
            .find(|it| it.ended < result.ended && it.scope == result.scope && it.id != result.id);
        let points = result.share();
        let row = |name: &str, points: Points| Row { name: name.to_owned(), points };
        let categories = result.by_category(catalogue).into_iter();
        let layers = result.by_layer(catalogue).into_iter().rev();
        let provider = &catalogue.provider().name;
        let [of, r#in] = result.by_side(catalogue);
        let [guess, likely, sure] = result.by_confidence();
        let line = |item: &ExamItemResult| Line::of(study, item);
        let missed = result.missed();
        Some(Self {
            id,
            about: about(&result),
            percent: result.percent(),
            passed: result.passed(),
            right: format!("{} of {} right", points.right, points.of),
            pass_percent: result.pass_percent,
            last: before.map(|it| it.percent()),
            luck: without_luck(&result),
            categories: categories
                .map(|(at, points)| row(&catalogue.categories()[at.index()].name, points))
                .collect(),
            layers: layers.map(|(layer, points)| row(layer.name(), points)).collect(),
            sides: [row(&format!("OF, {provider}"), of), row("IN, you", r#in)],
            confidence: vec![row("Sure", sure), row("Likely", likely), row("Guess", guess)],
            cells: missed.iter().filter_map(|item| item.cell).collect(),
            missed: missed.into_iter().map(line).collect(),
            lines: result.items.iter().map(line).collect(),
            all: false,
        })
    }
}

impl Line {
    fn of(study: &Study, item: &ExamItemResult) -> Self {
        let catalogue = study.catalogue();
        let (place, duty) = match item.cell {
            Some(cell) => (
                ruling::short_name(catalogue, cell.deployment),
                catalogue.duty(cell.duty).label.clone(),
            ),
            None => (item.deployment.clone(), item.duty.clone()),
        };
        let side = match (item.answer, item.cell) {
            (Some((_, _, ruling)), _) => ruling.side(),
            (None, Some(cell)) => catalogue.ruling(cell).side,
            (None, None) => Side::None,
        };
        let said = match item.answer {
            Some((said, confidence, _)) => {
                format!("{}, {}", question::said_word(said), confidence.as_str())
            }
            None => "left open".to_owned(),
        };
        Self {
            cell: item.cell,
            place,
            duty,
            side,
            said,
            sure_and_wrong: item.sure_and_wrong(),
            answered: item.answer.is_some(),
            right: item.right(),
        }
    }
}

fn about(result: &ExamResult) -> String {
    let count = result.items.len();
    let time = words::minutes(result.used_ms / 1000);
    let date = words::moment_short(result.ended);
    let questions = words::count(count, "question", "questions");
    let added = match (result.limit_ms, result.added_ms) {
        (_, 0) => String::new(),
        (_, added) => format!(", with {} min added", added / 60_000),
    };
    let limit = match result.limit_ms {
        Some(limit) => format!(" of {} min", limit / 60_000),
        None => ", without a limit".to_owned(),
    };
    let whole = result.ended.utc_ms.saturating_sub(result.started.utc_ms);
    let away = u64::try_from(whole).unwrap_or(0).saturating_sub(u64::from(result.used_ms)) / 60_000;
    let away = match u32::try_from(away) {
        Ok(minutes @ 1..) => format!(", away from it for {}", words::minutes(minutes * 60)),
        _ => String::new(),
    };
    format!("{date}, {}, {questions} in {time}{limit}{added}{away}", result.scope)
}

fn without_luck(result: &ExamResult) -> String {
    let percent = result.guess_corrected_percent().round();
    let passes = match (result.passed(), result.passed_without_luck()) {
        (true, true) => "and that passes too",
        (true, false) => "and that alone would not pass",
        (false, _) => "as half of all guesses on two sides are right",
    };
    let chance = luck(result.passes_by_luck());
    format!("{percent}% with luck taken out, {passes}. Guessing alone passes {chance}.")
}

impl Model {
    /// Writes the result on the screen as CSV into the exports folder.
    pub(super) fn export_exam(&mut self, tick: Tick) {
        let Some(result) = self.exams.result.as_ref().and_then(|it| self.study.exam_result(it.id))
        else {
            return;
        };
        let mut out = csv::Writer::from_writer(Vec::new());
        let head =
            ["number", "deployment", "duty", "ruling", "said", "confidence", "right", "took_ms"];
        let written = out.write_record(head).and_then(|()| {
            for (number, item) in (1..).zip(&result.items) {
                let number: u32 = number;
                let (said, confidence, ruling) = match item.answer {
                    Some((said, confidence, ruling)) => {
                        (said.as_str(), Confidence::as_str(confidence), ruling.as_str())
                    }
                    None => ("", "", ""),
                };
                out.write_record([
                    number.to_string().as_str(),
                    item.deployment.as_str(),
                    item.duty.as_str(),
                    ruling,
                    said,
                    confidence,
                    if item.right() { "1" } else { "0" },
                    item.took_ms.to_string().as_str(),
                ])?;
            }
            Ok(())
        });
        let bytes = out.into_inner().unwrap_or_default();
        let folder = Path::new(&self.data_folder).join("exports");
        let name = format!("demarc-exam-{}", result.ended.day());
        let kept = written
            .map_err(std::io::Error::from)
            .and_then(|()| keep::write_new(&folder, &name, "csv", &bytes));
        match kept {
            Ok(path) => self.say(&format!("Exported to {}.", path.display()), tick),
            Err(error) => {
                let text = format!("Could not write into {}: {error}.", folder.display());
                self.complain_in_words(text, tick);
            }
        }
    }
}

/// "8:40 left", for a clock; empty without a limit.
pub fn left(left_ms: Option<u64>) -> String {
    left_ms.map_or_else(String::new, |left| format!("{} left", clock(left)))
}
