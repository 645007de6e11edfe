//! The answer log in SQL: rows are added and never changed; an undo is a row of its own.

use rusqlite::types::{FromSqlError, ValueRef};
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::schema;
use crate::clock::Moment;
use crate::forms::Form;
use crate::said::{Confidence, Said};

/// An answer as it stands in the log; text is borrowed from the row or from the session.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnswerRow<'a> {
    pub id: Uuid,
    pub session: Uuid,
    pub item: u32,
    pub repeat: bool,
    pub form: Form,
    /// The reply that it is a part of.
    pub reply: Option<Uuid>,
    pub scenario: Option<&'a str>,
    pub deployment: &'a str,
    pub duty: &'a str,
    pub said: Said,
    pub confidence: Confidence,
    pub ruling: Said,
    pub content_version: &'a str,
    pub at: Moment,
    pub took_ms: u32,
}

const INSERT: &str = "
INSERT INTO answer (id, session, item, repeat, form, scenario, deployment, duty, said, confidence,
                    ruling, content_version, utc_ms, offset_min, took_ms, reply)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";

/// What was written before questions had parts has no reply.
const SELECT_OLD: &str = "
SELECT id, session, item, repeat, scenario, deployment, duty, said, confidence, ruling,
       content_version, utc_ms, offset_min, took_ms, form, NULL
FROM answer ORDER BY seq";

const SELECT: &str = "
SELECT id, session, item, repeat, scenario, deployment, duty, said, confidence, ruling,
       content_version, utc_ms, offset_min, took_ms, form, reply
FROM answer ORDER BY seq";

/// Adds an answer to the log.
pub(crate) fn add(conn: &Connection, row: &AnswerRow<'_>) -> rusqlite::Result<()> {
    conn.prepare_cached(INSERT)?.execute(rusqlite::params![
        row.id.as_bytes(),
        row.session.as_bytes(),
        row.item,
        row.repeat,
        row.form.as_str(),
        row.scenario,
        row.deployment,
        row.duty,
        row.said.as_str(),
        row.confidence.as_str(),
        row.ruling.as_str(),
        row.content_version,
        row.at.utc_ms,
        row.at.offset_min,
        row.took_ms,
        row.reply.as_ref().map(Uuid::as_bytes),
    ])?;
    Ok(())
}

/// Hands every answer to `take`, in the order in which they were written.
pub(crate) fn each(conn: &Connection, mut take: impl FnMut(AnswerRow<'_>)) -> rusqlite::Result<()> {
    let old = schema::format(conn)? < super::reply::SINCE;
    let mut select = conn.prepare(if old { SELECT_OLD } else { SELECT })?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        take(AnswerRow {
            id: id_of(row, 0)?,
            session: id_of(row, 1)?,
            item: row.get(2)?,
            repeat: row.get(3)?,
            scenario: row.get_ref(4)?.as_str_or_null().map_err(|e| odd(4, e))?,
            deployment: text(row, 5)?,
            duty: text(row, 6)?,
            said: word(row, 7, Said::named)?,
            confidence: word(row, 8, Confidence::named)?,
            ruling: word(row, 9, Said::named)?,
            content_version: text(row, 10)?,
            at: Moment::new(row.get(11)?, row.get(12)?),
            took_ms: row.get(13)?,
            form: word(row, 14, Form::named)?,
            reply: match row.get_ref(15)? {
                ValueRef::Null => None,
                _ => Some(id_of(row, 15)?),
            },
        });
    }
    Ok(())
}

/// Takes an answer back. It stays in the log.
pub(crate) fn retract(conn: &Connection, retraction: &Retraction) -> rusqlite::Result<()> {
    let Retraction { id, answer, at } = retraction;
    conn.prepare_cached(
        "INSERT INTO retraction (id, answer, utc_ms, offset_min) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(rusqlite::params![id.as_bytes(), answer.as_bytes(), at.utc_ms, at.offset_min])?;
    Ok(())
}

/// An undo as it stands in the log.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Retraction {
    pub id: Uuid,
    pub answer: Uuid,
    pub at: Moment,
}

/// Every undo, in the order in which they were written.
pub(crate) fn retractions(conn: &Connection) -> rusqlite::Result<Vec<Retraction>> {
    conn.prepare("SELECT id, answer, utc_ms, offset_min FROM retraction ORDER BY seq")?
        .query_map([], |row| {
            Ok(Retraction {
                id: id_of(row, 0)?,
                answer: id_of(row, 1)?,
                at: Moment::new(row.get(2)?, row.get(3)?),
            })
        })?
        .collect()
}

pub(super) fn id_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Uuid> {
    match row.get_ref(at)? {
        ValueRef::Blob(bytes) => {
            Uuid::from_slice(bytes).map_err(|error| odd(at, FromSqlError::Other(Box::new(error))))
        }
        _ => Err(odd(at, FromSqlError::InvalidType)),
    }
}

pub(super) fn text<'r>(row: &'r Row<'_>, at: usize) -> rusqlite::Result<&'r str> {
    row.get_ref(at)?.as_str().map_err(|error| odd(at, error))
}

pub(super) fn word<T>(
    row: &Row<'_>,
    at: usize,
    named: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<T> {
    named(text(row, at)?).ok_or_else(|| odd(at, FromSqlError::InvalidType))
}

fn odd(at: usize, error: FromSqlError) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, Box::new(error))
}
