//! Settings in SQL: a name and a value in JSON.

use rusqlite::Connection;

use super::answer::text;

/// Writes settings, each in place of its old value; others stay.
pub(crate) fn put_all(conn: &Connection, settings: &[(String, String)]) -> rusqlite::Result<()> {
    let mut put = conn.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)")?;
    settings.iter().try_for_each(|(name, value)| put.execute([name, value]).map(drop))
}

/// Every setting, by name.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    conn.prepare("SELECT name, value FROM setting ORDER BY name")?
        .query_map([], |row| Ok((text(row, 0)?.to_owned(), text(row, 1)?.to_owned())))?
        .collect()
}
