//! The log of answers in lessons, in SQL: rows are added and never changed; an undo is a row.

use rusqlite::Connection;
use uuid::Uuid;

use super::answer::{id_of, text};
use super::schema;
use crate::clock::Moment;

/// The first format that has this log.
const SINCE: i64 = 2;

/// An answer in a lesson as it stands in the log.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LessonRow {
    pub id: Uuid,
    pub lesson: String,
    pub question: String,
    /// The deployment and the duty that the question rested on, if it asked for a side.
    pub cell: Option<(String, String)>,
    /// `of`, `in`, or the words of the choice as they stood.
    pub said: String,
    /// Whether it was right by the content that held then.
    pub right: bool,
    pub content_version: String,
    pub at: Moment,
    pub took_ms: u32,
}

/// An undo in a lesson as it stands in the log.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LessonUndo {
    pub id: Uuid,
    pub answer: Uuid,
    pub at: Moment,
}

const INSERT: &str = "
INSERT INTO lesson_answer (id, lesson, question, deployment, duty, said, was_right,
                           content_version, utc_ms, offset_min, took_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

/// Adds an answer to the log.
pub(crate) fn add(conn: &Connection, row: &LessonRow) -> rusqlite::Result<()> {
    conn.prepare_cached(INSERT)?.execute(rusqlite::params![
        row.id.as_bytes(),
        row.lesson,
        row.question,
        row.cell.as_ref().map(|(deployment, _)| deployment),
        row.cell.as_ref().map(|(_, duty)| duty),
        row.said,
        row.right,
        row.content_version,
        row.at.utc_ms,
        row.at.offset_min,
        row.took_ms,
    ])?;
    Ok(())
}

/// Takes an answer back. It stays in the log.
pub(crate) fn retract(conn: &Connection, undo: &LessonUndo) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO lesson_retraction (id, lesson_answer, utc_ms, offset_min)
         VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(rusqlite::params![
        undo.id.as_bytes(),
        undo.answer.as_bytes(),
        undo.at.utc_ms,
        undo.at.offset_min
    ])?;
    Ok(())
}

/// Every answer, in the order of the log; none in a file that is older than lessons.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<LessonRow>> {
    if schema::format(conn)? < SINCE {
        return Ok(Vec::new());
    }
    conn.prepare(
        "SELECT id, lesson, question, deployment, duty, said, was_right, content_version,
                utc_ms, offset_min, took_ms
         FROM lesson_answer ORDER BY seq",
    )?
    .query_map([], |row| {
        let cell: (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
        Ok(LessonRow {
            id: id_of(row, 0)?,
            lesson: text(row, 1)?.to_owned(),
            question: text(row, 2)?.to_owned(),
            cell: cell.0.zip(cell.1),
            said: text(row, 5)?.to_owned(),
            right: row.get(6)?,
            content_version: text(row, 7)?.to_owned(),
            at: Moment::new(row.get(8)?, row.get(9)?),
            took_ms: row.get(10)?,
        })
    })?
    .collect()
}

/// Every undo, in the order of the log; none in a file that is older than lessons.
pub(crate) fn undos(conn: &Connection) -> rusqlite::Result<Vec<LessonUndo>> {
    if schema::format(conn)? < SINCE {
        return Ok(Vec::new());
    }
    conn.prepare(
        "SELECT id, lesson_answer, utc_ms, offset_min FROM lesson_retraction ORDER BY seq",
    )?
    .query_map([], |row| {
        Ok(LessonUndo {
            id: id_of(row, 0)?,
            answer: id_of(row, 1)?,
            at: Moment::new(row.get(2)?, row.get(3)?),
        })
    })?
    .collect()
}
