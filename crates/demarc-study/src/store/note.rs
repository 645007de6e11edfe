//! A learner's own notes on cells, in SQL.

use rusqlite::Connection;

use super::answer::text;
use crate::clock::Moment;

/// A private note on one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NoteRow {
    pub deployment: String,
    pub duty: String,
    pub text: String,
    pub at: Moment,
}

/// Writes a cell's note, in place of an older one.
pub(crate) fn put(conn: &Connection, note: &NoteRow) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT OR REPLACE INTO note (deployment, duty, text, utc_ms, offset_min)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        rusqlite::params![
            note.deployment,
            note.duty,
            note.text,
            note.at.utc_ms,
            note.at.offset_min
        ],
    )?;
    Ok(())
}

/// Takes a cell's note away.
pub(crate) fn remove(conn: &Connection, deployment: &str, duty: &str) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM note WHERE deployment = ?1 AND duty = ?2", [deployment, duty])?;
    Ok(())
}

/// Every note, by deployment and duty.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<NoteRow>> {
    conn.prepare(
        "SELECT deployment, duty, text, utc_ms, offset_min FROM note ORDER BY deployment, duty",
    )?
    .query_map([], |row| {
        Ok(NoteRow {
            deployment: text(row, 0)?.to_owned(),
            duty: text(row, 1)?.to_owned(),
            text: text(row, 2)?.to_owned(),
            at: Moment::new(row.get(3)?, row.get(4)?),
        })
    })?
    .collect()
}
