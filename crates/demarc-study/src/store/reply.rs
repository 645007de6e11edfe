//! Replies to questions with parts, in SQL: rows are added and never changed. The parts are answers
//! that name their reply.

use rusqlite::Connection;
use uuid::Uuid;

use super::answer::{id_of, text, word};
use super::schema;
use crate::forms::Form;

/// The first format that has replies.
pub(super) const SINCE: i64 = 3;

/// A reply as it stands in the log: what was said as a whole, and how much of it was right. When,
/// how sure and to which item stands with its parts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReplyRow {
    pub id: Uuid,
    pub session: Uuid,
    pub form: Form,
    /// What was said, as JSON by ids.
    pub said: String,
    /// Parts that were right by the content that held then.
    pub points: u32,
    /// Parts that there were.
    pub of: u32,
}

impl ReplyRow {
    /// Whether every part was right.
    pub(crate) const fn whole(&self) -> bool {
        self.points == self.of
    }
}

/// Adds a reply to the log.
pub(crate) fn add(conn: &Connection, row: &ReplyRow) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO reply (id, session, form, said, points, parts) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(rusqlite::params![
        row.id.as_bytes(),
        row.session.as_bytes(),
        row.form.as_str(),
        row.said,
        row.points,
        row.of,
    ])?;
    Ok(())
}

/// Every reply, in the order of the log; none in a file that is older than replies.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<ReplyRow>> {
    if schema::format(conn)? < SINCE {
        return Ok(Vec::new());
    }
    conn.prepare("SELECT id, session, form, said, points, parts FROM reply ORDER BY seq")?
        .query_map([], |row| {
            Ok(ReplyRow {
                id: id_of(row, 0)?,
                session: id_of(row, 1)?,
                form: word(row, 2, Form::named)?,
                said: text(row, 3)?.to_owned(),
                points: row.get(4)?,
                of: row.get(5)?,
            })
        })?
        .collect()
}
