//! All of a learner's data, to take away: JSON with everything, CSV with the answers.

use std::io::Write;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::json;

use crate::error::StudyError;
use crate::history::{Answer, History};
use crate::lessons::LessonLog;
use crate::settings::Settings;
use crate::store::exam::ExamRow;
use crate::store::flag::FlagRow;
use crate::store::lesson::LessonRow;
use crate::store::note::NoteRow;
use crate::store::schema;

/// Writes everything as one JSON object.
pub(crate) fn json(
    history: &History,
    lessons: &LessonLog,
    flags: &[FlagRow],
    notes: &[NoteRow],
    settings: &Settings,
    exams: &[ExamRow],
    mut to: impl Write,
) -> Result<(), StudyError> {
    let all = Everything { history, lessons, flags, notes, settings, exams };
    serde_json::to_writer_pretty(&mut to, &all).map_err(std::io::Error::from)?;
    Ok(writeln!(to)?)
}

struct Everything<'a> {
    history: &'a History,
    lessons: &'a LessonLog,
    flags: &'a [FlagRow],
    notes: &'a [NoteRow],
    settings: &'a Settings,
    exams: &'a [ExamRow],
}

impl Serialize for Everything<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let history = self.history;
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("program", "demarc")?;
        map.serialize_entry("format", &schema::STEPS.len())?;
        map.serialize_entry(
            "answers",
            &Rows(|| history.answers.iter().map(|it| answer(history, it))),
        )?;
        map.serialize_entry(
            "retractions",
            &Rows(|| {
                history.retractions.iter().map(|it| {
                    json!({ "id": it.id, "answer": it.answer, "at": it.at, "time": it.at.to_string() })
                })
            }),
        )?;
        map.serialize_entry(
            "replies",
            &Rows(|| {
                history.replies.iter().map(|it| {
                    json!({
                        "id": it.id,
                        "session": it.session,
                        "form": it.form,
                        "said": value_of(&it.said),
                        "points": it.points,
                        "parts": it.of,
                    })
                })
            }),
        )?;
        map.serialize_entry(
            "lesson_answers",
            &Rows(|| self.lessons.rows.iter().map(|it| taught(self.lessons, it))),
        )?;
        map.serialize_entry(
            "lesson_retractions",
            &Rows(|| {
                self.lessons.undos.iter().map(|it| {
                    json!({ "id": it.id, "answer": it.answer, "at": it.at, "time": it.at.to_string() })
                })
            }),
        )?;
        map.serialize_entry(
            "sessions",
            &Rows(|| history.sessions.iter().map(|it| session(&it.row))),
        )?;
        map.serialize_entry("exams", &Rows(|| self.exams.iter().map(exam)))?;
        map.serialize_entry(
            "cards",
            &Rows(|| {
                history.cards().into_iter().map(|it| {
                    json!({
                        "deployment": it.deployment,
                        "duty": it.duty,
                        "ruling": it.ruling,
                        "stability": it.memory.stability,
                        "difficulty": it.memory.difficulty,
                        "last": it.memory.last,
                        "due": it.memory.due,
                    })
                })
            }),
        )?;
        map.serialize_entry(
            "flags",
            &Rows(|| {
                self.flags.iter().map(|it| {
            json!({ "deployment": it.deployment, "duty": it.duty, "note": it.note, "at": it.at })
        })
            }),
        )?;
        map.serialize_entry(
            "notes",
            &Rows(|| {
                self.notes.iter().map(|it| {
            json!({ "deployment": it.deployment, "duty": it.duty, "text": it.text, "at": it.at })
        })
            }),
        )?;
        let settings = self.settings.to_rows().into_iter();
        let settings: serde_json::Map<_, _> =
            settings.map(|(name, value)| (name, value_of(&value))).collect();
        map.serialize_entry("settings", &settings)?;
        map.end()
    }
}

/// A list that is made while it is written, so that a long log is never in memory twice.
struct Rows<F>(F);

impl<F, I> Serialize for Rows<F>
where
    F: Fn() -> I,
    I: Iterator<Item = serde_json::Value>,
{
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}

fn exam(row: &ExamRow) -> serde_json::Value {
    json!({
        "id": row.id,
        "scope": row.scope,
        "items": value_of(&row.items),
        "draft": value_of(&row.draft),
        "pass_percent": row.pass_percent,
        "limit_ms": row.limit_ms,
        "added_ms": row.added_ms,
        "used_ms": row.used_ms,
        "content_version": row.content_version,
        "started": row.started,
        "ended": row.ended,
    })
}

fn answer(history: &History, answer: &Answer) -> serde_json::Value {
    let logged = history.places.logged(answer.logged);
    json!({
        "id": answer.id,
        "session": history.sessions[answer.session as usize].row.id,
        "item": answer.item,
        "repeat": answer.repeat,
        "retracted": answer.retracted,
        "form": answer.form,
        "reply": answer.reply.map(|it| history.replies[it as usize].id),
        "scenario": answer.scenario.map(|it| history.word(it)),
        "deployment": logged.deployment,
        "duty": logged.duty,
        "said": answer.said,
        "confidence": answer.confidence,
        "ruling": answer.ruling,
        "right": answer.right(),
        "content_version": history.word(answer.content_version),
        "at": answer.at,
        "time": answer.at.to_string(),
        "took_ms": answer.took_ms,
    })
}

fn taught(lessons: &LessonLog, row: &LessonRow) -> serde_json::Value {
    let (deployment, duty) = row.cell.as_ref().map(|(one, other)| (one, other)).unzip();
    json!({
        "id": row.id,
        "lesson": row.lesson,
        "question": row.question,
        "deployment": deployment,
        "duty": duty,
        "retracted": lessons.is_retracted(row),
        "said": row.said,
        "right": row.right,
        "content_version": row.content_version,
        "at": row.at,
        "time": row.at.to_string(),
        "took_ms": row.took_ms,
    })
}

fn session(row: &crate::store::session::SessionRow) -> serde_json::Value {
    json!({
        "id": row.id,
        "title": row.title,
        "plan": row.plan,
        "items": value_of(&row.items),
        "skipped": value_of(&row.skipped),
        "started": row.started,
        "ended": row.ended,
    })
}

fn value_of(json: &str) -> serde_json::Value {
    serde_json::from_str(json).unwrap_or_else(|_| json.into())
}

const COLUMNS: [&str; 19] = [
    "id",
    "session",
    "item",
    "repeat",
    "retracted",
    "form",
    "scenario",
    "deployment",
    "duty",
    "said",
    "confidence",
    "ruling",
    "right",
    "content_version",
    "time",
    "utc_ms",
    "took_ms",
    "lesson",
    "question",
];

/// Writes the answers, one a line, and after them those in lessons.
pub(crate) fn csv(
    history: &History,
    lessons: &LessonLog,
    to: impl Write,
) -> Result<(), StudyError> {
    let mut table = csv::Writer::from_writer(to);
    let told = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => StudyError::Export(error),
        other => StudyError::Export(std::io::Error::other(format!("{other:?}"))),
    };
    table.write_record(COLUMNS).map_err(told)?;
    for answer in &history.answers {
        let logged = history.places.logged(answer.logged);
        let cells: [String; COLUMNS.len()] = [
            answer.id.to_string(),
            history.sessions[answer.session as usize].row.id.to_string(),
            answer.item.to_string(),
            answer.repeat.to_string(),
            answer.retracted.to_string(),
            answer.form.as_str().to_owned(),
            answer.scenario.map(|it| history.word(it)).unwrap_or_default().to_owned(),
            logged.deployment.to_string(),
            logged.duty.to_string(),
            answer.said.as_str().to_owned(),
            answer.confidence.as_str().to_owned(),
            answer.ruling.as_str().to_owned(),
            answer.right().to_string(),
            history.word(answer.content_version).to_owned(),
            answer.at.to_string(),
            answer.at.utc_ms.to_string(),
            answer.took_ms.to_string(),
            String::new(),
            String::new(),
        ];
        table.write_record(cells.map(harmless)).map_err(told)?;
    }
    for row in &lessons.rows {
        table.write_record(taught_cells(lessons, row).map(harmless)).map_err(told)?;
    }
    Ok(table.flush()?)
}

/// An answer in a lesson as the row of a table: it has no session, no confidence, and of the ruling
/// only whether it was hit.
fn taught_cells(lessons: &LessonLog, row: &LessonRow) -> [String; COLUMNS.len()] {
    let none = String::new;
    let (deployment, duty) = row.cell.clone().unwrap_or_default();
    [
        row.id.to_string(),
        none(),
        none(),
        none(),
        lessons.is_retracted(row).to_string(),
        "lesson".to_owned(),
        none(),
        deployment,
        duty,
        row.said.clone(),
        none(),
        none(),
        row.right.to_string(),
        row.content_version.clone(),
        row.at.to_string(),
        row.at.utc_ms.to_string(),
        row.took_ms.to_string(),
        row.lesson.clone(),
        row.question.clone(),
    ]
}

/// Text that no spreadsheet takes for a formula.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_a_spreadsheet_would_run_gets_an_apostrophe() {
        for cell in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(cell.to_owned()), format!("'{cell}"));
        }
        assert_eq!(harmless("lambda.zip".to_owned()), "lambda.zip");
    }
}
