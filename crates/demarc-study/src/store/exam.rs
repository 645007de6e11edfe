//! Exams in SQL: what was set, the draft while it runs, and when it was handed in. Its answers go
//! into the answer log then, and its session has its id.

use rusqlite::Connection;
use uuid::Uuid;

use super::answer::{id_of, text};
use super::schema;
use crate::clock::Moment;

/// The first format that has exams.
const SINCE: i64 = 4;

/// An exam as it is kept; items and draft are JSON.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ExamRow {
    pub id: Uuid,
    pub scope: String,
    pub items: String,
    pub draft: String,
    pub pass_percent: u32,
    pub limit_ms: Option<u32>,
    pub added_ms: u32,
    pub used_ms: u32,
    pub content_version: String,
    pub started: Moment,
    /// When it was handed in; none while it runs.
    pub ended: Option<Moment>,
}

/// Adds an exam that begins.
pub(crate) fn add(conn: &Connection, row: &ExamRow) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT INTO exam (id, scope, items, draft, pass_percent, limit_ms, added_ms, used_ms,
                           content_version, utc_ms, offset_min)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        rusqlite::params![
            row.id.as_bytes(),
            row.scope,
            row.items,
            row.draft,
            row.pass_percent,
            row.limit_ms,
            row.added_ms,
            row.used_ms,
            row.content_version,
            row.started.utc_ms,
            row.started.offset_min,
        ],
    )?;
    Ok(())
}

/// Writes down how far a running exam has come, and whether it was handed in.
pub(crate) fn set(conn: &Connection, row: &ExamRow) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "UPDATE exam SET items = ?8, draft = ?2, limit_ms = ?3, added_ms = ?4, used_ms = ?5,
                         content_version = ?9, ended_utc_ms = ?6, ended_offset_min = ?7
         WHERE id = ?1 AND ended_utc_ms IS NULL",
    )?
    .execute(rusqlite::params![
        row.id.as_bytes(),
        row.draft,
        row.limit_ms,
        row.added_ms,
        row.used_ms,
        row.ended.map(|at| at.utc_ms),
        row.ended.map(|at| at.offset_min),
        row.items,
        row.content_version,
    ])?;
    Ok(())
}

/// Takes away an exam that was not handed in.
pub(crate) fn remove(conn: &Connection, id: Uuid) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM exam WHERE id = ?1 AND ended_utc_ms IS NULL", [id.as_bytes()])?;
    Ok(())
}

/// Every exam, in the order in which they were begun; none in a file that is older than exams.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<ExamRow>> {
    if schema::format(conn)? < SINCE {
        return Ok(Vec::new());
    }
    conn.prepare(
        "SELECT id, scope, items, draft, pass_percent, limit_ms, added_ms, used_ms,
                content_version, utc_ms, offset_min, ended_utc_ms, ended_offset_min
         FROM exam ORDER BY seq",
    )?
    .query_map([], |row| {
        let ended: (Option<i64>, Option<i32>) = (row.get(11)?, row.get(12)?);
        Ok(ExamRow {
            id: id_of(row, 0)?,
            scope: text(row, 1)?.to_owned(),
            items: text(row, 2)?.to_owned(),
            draft: text(row, 3)?.to_owned(),
            pass_percent: row.get(4)?,
            limit_ms: row.get(5)?,
            added_ms: row.get(6)?,
            used_ms: row.get(7)?,
            content_version: text(row, 8)?.to_owned(),
            started: Moment::new(row.get(9)?, row.get(10)?),
            ended: ended.0.map(|utc_ms| Moment::new(utc_ms, ended.1.unwrap_or(0))),
        })
    })?
    .collect()
}
