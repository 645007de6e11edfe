//! Lessons: answers in them, undo, and how far each has come.
//!
//! They are kept apart from practice: the text that holds the answer stands beside the question,
//! so an answer says nothing about memory. No cell is scheduled by it, and no score counts it.

use demarc_catalogue::{Asks, Cell, LessonIx};
use rand::Rng;

use super::Study;
use crate::clock::Moment;
use crate::error::StudyError;
use crate::event;
use crate::lessons::{LessonProgress, LessonSaid};
use crate::places::ids;
use crate::said::Said;
use crate::store;
use crate::store::lesson::{LessonRow, LessonUndo};

/// The longest time that counts as thinking, in milliseconds.
const LONGEST_MS: u32 = 60_000;

impl Study {
    /// Answers a question of a lesson, by its number from 0, and tells whether that was right. The
    /// answer is on disk when it returns; if that fails, nothing was answered.
    pub fn answer_lesson(
        &mut self,
        lesson: LessonIx,
        question: usize,
        said: LessonSaid,
        took_ms: u32,
        now: Moment,
        rng: &mut dyn Rng,
    ) -> Result<bool, StudyError> {
        let catalogue = std::sync::Arc::clone(&self.catalogue);
        let lesson = catalogue.lessons().get(lesson.index()).ok_or(StudyError::NoQuestion)?;
        let asked = lesson.questions.get(question).ok_or(StudyError::NoQuestion)?;
        let (cell, said, right) = match (&asked.asks, said) {
            (Asks::Verdict(cell), LessonSaid::Side(said)) => {
                let ruling = Said::right_for(catalogue.ruling(*cell).side);
                let ruling = ruling.ok_or(StudyError::NoQuestion)?;
                let (deployment, duty) = ids(&catalogue, *cell);
                let cell = (deployment.to_owned(), duty.to_owned());
                (Some(cell), said.as_str().to_owned(), said == ruling)
            }
            (Asks::Choice(choices), LessonSaid::Choice(number)) => {
                let choice = choices.get(number).ok_or(StudyError::NoQuestion)?;
                (None, choice.text.clone(), choice.right)
            }
            _ => return Err(StudyError::NoQuestion),
        };
        let row = LessonRow {
            id: event::id(now, rng),
            lesson: lesson.id.clone(),
            question: asked.id.clone(),
            cell,
            said,
            right,
            content_version: catalogue.content_version().to_owned(),
            at: now,
            took_ms: took_ms.min(LONGEST_MS),
        };
        self.write(|tx| store::lesson::add(tx, &row))?;
        self.last_taught = Some(row.id);
        self.lessons.add(row);
        Ok(right)
    }

    /// Takes back the answer given last in a lesson, if it was given since the program started and
    /// not taken back yet. Gives the lesson's id and the question's. The answer stays in the log.
    pub fn undo_lesson(
        &mut self,
        now: Moment,
        rng: &mut dyn Rng,
    ) -> Result<Option<(String, String)>, StudyError> {
        let last = self.last_taught;
        let Some(row) = self.lessons.rows.iter().rev().find(|row| Some(row.id) == last) else {
            return Ok(None);
        };
        let of = (row.lesson.clone(), row.question.clone());
        let undo = LessonUndo { id: event::id(now, rng), answer: row.id, at: now };
        self.write(|tx| store::lesson::retract(tx, &undo))?;
        self.lessons.retract(undo);
        self.last_taught = None;
        Ok(Some(of))
    }

    /// How far a lesson has come.
    pub fn lesson_progress(&self, lesson: LessonIx) -> LessonProgress {
        self.lessons.progress(self.catalogue.lesson(lesson))
    }

    /// The first lesson that is not done; none once all are.
    pub fn next_lesson(&self) -> Option<LessonIx> {
        self.catalogue.lesson_ixs().find(|&lesson| !self.lesson_progress(lesson).is_done())
    }

    /// The rulings on which the questions of a lesson rest, as far as they are asked on the day:
    /// what practice can go on with.
    pub fn lesson_cells(&self, lesson: LessonIx, now: Moment) -> Vec<Cell> {
        let questions = self.catalogue.lesson(lesson).questions.iter();
        let mut cells: Vec<Cell> = Vec::new();
        for question in questions {
            let Asks::Verdict(cell) = question.asks else { continue };
            if self.catalogue.asked(cell, now.day().date()) && !cells.contains(&cell) {
                cells.push(cell);
            }
        }
        cells
    }
}
