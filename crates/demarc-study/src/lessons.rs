//! The lessons' own log in memory, and what follows from it: which questions were answered right.

use std::collections::HashSet;

use demarc_catalogue::{Lesson, LessonQuestion};
use rusqlite::Connection;
use uuid::Uuid;

use crate::said::Said;
use crate::store::lesson::{self, LessonRow, LessonUndo};

/// What is said to a question of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonSaid {
    /// A side, where the question rests on a ruling.
    Side(Said),
    /// The choice with this number, from 0.
    Choice(usize),
}

/// How far a lesson has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonProgress {
    /// For each question, in order, whether it was ever answered right.
    pub right: Vec<bool>,
    /// How many answers were given and not taken back.
    pub answers: usize,
}

impl LessonProgress {
    /// Whether every question was answered right once.
    pub fn is_done(&self) -> bool {
        !self.right.is_empty() && self.right.iter().all(|&right| right)
    }

    /// How many questions were answered right once.
    pub fn count(&self) -> usize {
        self.right.iter().filter(|&&right| right).count()
    }
}

/// Every answer in a lesson, and every undo.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LessonLog {
    pub rows: Vec<LessonRow>,
    pub undos: Vec<LessonUndo>,
    retracted: HashSet<Uuid>,
}

impl LessonLog {
    /// Reads the whole log.
    pub(crate) fn load(conn: &Connection) -> rusqlite::Result<LessonLog> {
        let undos = lesson::undos(conn)?;
        let retracted = undos.iter().map(|undo| undo.answer).collect();
        Ok(LessonLog { rows: lesson::all(conn)?, undos, retracted })
    }

    /// Adds an answer that has just been written.
    pub(crate) fn add(&mut self, row: LessonRow) {
        self.rows.push(row);
    }

    /// Takes an answer back.
    pub(crate) fn retract(&mut self, undo: LessonUndo) {
        self.retracted.insert(undo.answer);
        self.undos.push(undo);
    }

    /// Whether an answer was taken back.
    pub(crate) fn is_retracted(&self, row: &LessonRow) -> bool {
        self.retracted.contains(&row.id)
    }

    /// Every answer that was not taken back.
    fn live(&self) -> impl Iterator<Item = &LessonRow> {
        self.rows.iter().filter(|row| !self.is_retracted(row))
    }

    /// How far a lesson has come, under its id and those it had before.
    pub(crate) fn progress(&self, lesson: &Lesson) -> LessonProgress {
        let ours = |row: &&LessonRow| is(&lesson.id, &lesson.was, &row.lesson);
        let right = |question: &LessonQuestion| {
            let meant = |row: &LessonRow| is(&question.id, &question.was, &row.question);
            self.live().filter(ours).any(|row| row.right && meant(row))
        };
        LessonProgress {
            right: lesson.questions.iter().map(right).collect(),
            answers: self.live().filter(ours).count(),
        }
    }
}

fn is(id: &str, was: &[String], logged: &str) -> bool {
    id == logged || was.iter().any(|old| old == logged)
}
