//! Sessions in SQL: what was planned, what was skipped, and whether it ended.

use rusqlite::Connection;
use uuid::Uuid;

use super::answer::{id_of, text};
use crate::clock::Moment;

/// A session as it is kept; plan, items and skips are JSON.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SessionRow {
    pub id: Uuid,
    pub title: String,
    pub plan: String,
    pub items: String,
    pub skipped: String,
    pub started: Moment,
    pub ended: Option<Moment>,
}

/// Adds a session that starts.
pub(crate) fn add(conn: &Connection, row: &SessionRow) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT INTO session (id, title, plan, items, skipped, utc_ms, offset_min)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        rusqlite::params![
            row.id.as_bytes(),
            row.title,
            row.plan,
            row.items,
            row.skipped,
            row.started.utc_ms,
            row.started.offset_min,
        ],
    )?;
    Ok(())
}

/// Writes down which questions it has by now, of a session that grows.
pub(crate) fn set_items(conn: &Connection, id: Uuid, items: &str) -> rusqlite::Result<()> {
    conn.execute(
        "UPDATE session SET items = ?2 WHERE id = ?1",
        rusqlite::params![id.as_bytes(), items],
    )?;
    Ok(())
}

/// Writes down which items were skipped.
pub(crate) fn set_skipped(conn: &Connection, id: Uuid, skipped: &str) -> rusqlite::Result<()> {
    conn.execute(
        "UPDATE session SET skipped = ?2 WHERE id = ?1",
        rusqlite::params![id.as_bytes(), skipped],
    )?;
    Ok(())
}

/// Writes down that a session ended.
pub(crate) fn end(conn: &Connection, id: Uuid, at: Moment) -> rusqlite::Result<()> {
    conn.execute(
        "UPDATE session SET ended_utc_ms = ?2, ended_offset_min = ?3 WHERE id = ?1",
        rusqlite::params![id.as_bytes(), at.utc_ms, at.offset_min],
    )?;
    Ok(())
}

/// Takes away a session in which nothing was answered.
pub(crate) fn remove(conn: &Connection, id: Uuid) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM session WHERE id = ?1", [id.as_bytes()])?;
    Ok(())
}

/// Every session, in the order in which they were started.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<SessionRow>> {
    conn.prepare(
        "SELECT id, title, plan, items, skipped, utc_ms, offset_min, ended_utc_ms, ended_offset_min
         FROM session ORDER BY seq",
    )?
    .query_map([], |row| {
        let ended: (Option<i64>, Option<i32>) = (row.get(7)?, row.get(8)?);
        Ok(SessionRow {
            id: id_of(row, 0)?,
            title: text(row, 1)?.to_owned(),
            plan: text(row, 2)?.to_owned(),
            items: text(row, 3)?.to_owned(),
            skipped: text(row, 4)?.to_owned(),
            started: Moment::new(row.get(5)?, row.get(6)?),
            ended: ended.0.map(|utc_ms| Moment::new(utc_ms, ended.1.unwrap_or(0))),
        })
    })?
    .collect()
}
