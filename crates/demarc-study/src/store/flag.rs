//! Flags on rulings, in SQL: a learner's doubt, with a note.

use rusqlite::Connection;

use super::answer::text;
use crate::clock::Moment;

/// A flag on one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FlagRow {
    pub deployment: String,
    pub duty: String,
    pub note: String,
    pub at: Moment,
}

/// Flags a cell, or gives its flag another note.
pub(crate) fn put(conn: &Connection, flag: &FlagRow) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT OR REPLACE INTO flag (deployment, duty, note, utc_ms, offset_min)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        rusqlite::params![
            flag.deployment,
            flag.duty,
            flag.note,
            flag.at.utc_ms,
            flag.at.offset_min
        ],
    )?;
    Ok(())
}

/// Takes a cell's flag away.
pub(crate) fn remove(conn: &Connection, deployment: &str, duty: &str) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM flag WHERE deployment = ?1 AND duty = ?2", [deployment, duty])?;
    Ok(())
}

/// Every flag, by deployment and duty.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<FlagRow>> {
    conn.prepare(
        "SELECT deployment, duty, note, utc_ms, offset_min FROM flag ORDER BY deployment, duty",
    )?
    .query_map([], |row| {
        Ok(FlagRow {
            deployment: text(row, 0)?.to_owned(),
            duty: text(row, 1)?.to_owned(),
            note: text(row, 2)?.to_owned(),
            at: Moment::new(row.get(3)?, row.get(4)?),
        })
    })?
    .collect()
}
