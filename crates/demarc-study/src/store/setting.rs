//! Settings in SQL: a name and a value in JSON.

use rusqlite::Connection;

use super::answer::text;
use crate::clock::Moment;

/// Writes settings, each in place of its old value; others stay.
pub(crate) fn put_all(
    conn: &Connection,
    settings: &[(String, String)],
    now: Moment,
) -> rusqlite::Result<()> {
    let mut put = conn.prepare(
        "INSERT INTO setting (name, value, utc_ms) VALUES (?1, ?2, ?3)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value, utc_ms = excluded.utc_ms
         WHERE value <> excluded.value",
    )?;
    settings.iter().try_for_each(|(name, value)| {
        put.execute(rusqlite::params![name, value, now.utc_ms]).map(drop)
    })
}

/// Every setting, by name.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    conn.prepare("SELECT name, value FROM setting ORDER BY name")?
        .query_map([], |row| Ok((text(row, 0)?.to_owned(), text(row, 1)?.to_owned())))?
        .collect()
}
