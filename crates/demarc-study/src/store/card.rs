//! What is remembered of each cell, in SQL: a copy of what follows from the log.

use rusqlite::Connection;

use super::answer::{text, word};
use crate::clock::Day;
use crate::said::Said;
use crate::schedule::Memory;

/// A cell's card.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CardRow {
    pub deployment: String,
    pub duty: String,
    pub ruling: Said,
    pub memory: Memory,
}

/// Puts a card in place of the cell's old one.
pub(crate) fn put(conn: &Connection, card: &CardRow) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO card
         (deployment, duty, ruling, stability, difficulty, last_day, due_day)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(rusqlite::params![
        card.deployment,
        card.duty,
        card.ruling.as_str(),
        f64::from(card.memory.stability),
        f64::from(card.memory.difficulty),
        card.memory.last.number(),
        card.memory.due.number(),
    ])?;
    Ok(())
}

/// Takes a cell's card away.
pub(crate) fn remove(conn: &Connection, deployment: &str, duty: &str) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM card WHERE deployment = ?1 AND duty = ?2")?
        .execute([deployment, duty])?;
    Ok(())
}

/// Every card, by deployment and duty.
pub(crate) fn all(conn: &Connection) -> rusqlite::Result<Vec<CardRow>> {
    conn.prepare(
        "SELECT deployment, duty, ruling, stability, difficulty, last_day, due_day
         FROM card ORDER BY deployment, duty",
    )?
    .query_map([], |row| {
        let (stability, difficulty): (f64, f64) = (row.get(3)?, row.get(4)?);
        Ok(CardRow {
            deployment: text(row, 0)?.to_owned(),
            duty: text(row, 1)?.to_owned(),
            ruling: word(row, 2, Said::named)?,
            memory: Memory {
                stability: stability as f32,
                difficulty: difficulty as f32,
                last: Day::from_number(row.get(5)?),
                due: Day::from_number(row.get(6)?),
            },
        })
    })?
    .collect()
}

/// Puts these cards in place of all.
pub(crate) fn replace_all(conn: &Connection, cards: &[CardRow]) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM card", [])?;
    cards.iter().try_for_each(|card| put(conn, card))
}
