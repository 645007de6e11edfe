//! Exams: begun, answered in a draft, handed in. Only what is handed in is in the answer log.

use rand::Rng;
use uuid::Uuid;

use super::Study;
use super::practice::json;
use crate::clock::Moment;
use crate::error::StudyError;
use crate::event;
use crate::exam::{
    self, Draft, DraftItem, Exam, ExamItem, ExamItemResult, ExamPlan, ExamResult, ExamStep,
};
use crate::forms::{Form, VerdictQuestion};
use crate::places::{cell_of, ids};
use crate::plan::Choice;
use crate::said::{Confidence, Said};
use crate::schedule::Grade;
use crate::session::{self, Item, KeptItem};
use crate::store;
use crate::store::answer::AnswerRow;
use crate::store::exam::ExamRow;
use crate::store::session::SessionRow;

/// The word for an exam among the plans of sessions.
const PLAN: &str = "exam";

impl Study {
    /// Begins an exam and gives the number of its questions; it is on disk when this returns. One
    /// that was not handed in is thrown away.
    pub fn start_exam(
        &mut self,
        plan: &ExamPlan,
        now: Moment,
        rng: &mut dyn Rng,
    ) -> Result<usize, StudyError> {
        if !self.writable() {
            return Err(StudyError::ReadOnly);
        }
        let cells = exam::draw(&self.view(now.day()), &plan.choice, rng)?;
        if cells.is_empty() {
            return Err(StudyError::NothingToAsk);
        }
        self.discard_exam()?;
        let item = |cell| ExamItem { cell, said: None, marked: false, took_ms: 0 };
        let exam = Exam {
            id: event::id(now, rng),
            scope: exam::scope(&self.catalogue, &plan.choice),
            started: now,
            items: cells.into_iter().map(item).collect(),
            at: 0,
            pass_percent: plan.pass_percent.clamp(1, 100),
            limit_ms: plan.minutes.map(|minutes| minutes.saturating_mul(60_000)),
            added_ms: 0,
            used_ms: 0,
        };
        let row = self.exam_row(&exam);
        self.write(|tx| store::exam::add(tx, &row))?;
        let count = exam.items.len();
        self.exams.push(row);
        self.exam = Some(exam);
        Ok(count)
    }

    /// What a choice takes, in words.
    pub fn scope_of(&self, choice: &Choice) -> String {
        exam::scope(&self.catalogue, choice)
    }

    /// The exam that is not handed in yet, if there is one.
    pub fn exam(&self) -> Option<&Exam> {
        self.exam.as_ref()
    }

    /// Takes a step in the exam; `spent_ms` went by on the screen since the last one. The draft is
    /// on disk when it returns; if that fails, the exam stands as before.
    pub fn exam_step(&mut self, step: ExamStep, spent_ms: u32) -> Result<(), StudyError> {
        let after = self.exam.as_ref().ok_or(StudyError::NoSession)?.after(step, spent_ms);
        let row = self.exam_row(&after);
        self.write(|tx| store::exam::set(tx, &row))?;
        self.put_exam(row);
        self.exam = Some(after);
        Ok(())
    }

    /// Hands the exam in: its session, an answer for each question that has one, and their cards
    /// are on disk when it returns, all or none; if that fails, the exam stands as before.
    pub fn hand_in(&mut self, now: Moment) -> Result<ExamResult, StudyError> {
        let exam = self.exam.clone().ok_or(StudyError::NoSession)?;
        let catalogue = std::sync::Arc::clone(&self.catalogue);
        let mut kept = self.exam_row(&exam);
        kept.ended = Some(now);
        let session = SessionRow {
            id: exam.id,
            title: format!("Exam: {}", exam.scope),
            plan: PLAN.to_owned(),
            items: kept.items.clone(),
            skipped: json(&session::Skipped::default()),
            started: exam.started,
            ended: Some(now),
        };
        let mut rows: Vec<AnswerRow<'_>> = Vec::new();
        let mut cards = Vec::new();
        for (number, item) in (0_u32..).zip(&exam.items) {
            let question = VerdictQuestion::of(&catalogue, item.cell);
            let (Some((said, confidence)), Some(question)) = (item.said, question) else {
                continue;
            };
            let mark = question.mark(said);
            let (deployment, duty) = ids(&catalogue, item.cell);
            rows.push(AnswerRow {
                id: event::id_in(exam.id, number, now),
                session: exam.id,
                item: number,
                repeat: false,
                form: Form::Verdict,
                reply: None,
                scenario: None,
                deployment,
                duty,
                said,
                confidence,
                ruling: mark.ruling,
                content_version: catalogue.content_version(),
                at: now,
                took_ms: item.took_ms.min(exam::LONGEST_MS),
            });
            let before = self.view(now.day()).memory(item.cell);
            let grade = Grade::of(mark.right(), confidence);
            let memory = self.schedule.after(before, grade, now.day());
            cards.push(super::reply::card(deployment, duty, mark.ruling, memory));
        }
        self.write(|tx| {
            store::session::add(tx, &session)?;
            store::session::end(tx, session.id, now)?;
            rows.iter().try_for_each(|row| store::answer::add(tx, row))?;
            cards.iter().try_for_each(|card| store::card::put(tx, card))?;
            store::exam::set(tx, &kept)
        })?;
        self.history.open_session(session);
        for row in &rows {
            self.history.add(&catalogue, &self.schedule, now.day(), row);
        }
        self.put_exam(kept);
        self.exam = None;
        self.exam_result(exam.id).ok_or(StudyError::NoSession)
    }

    /// Throws the exam away that was not handed in. Nothing of it was ever in the answer log.
    pub fn discard_exam(&mut self) -> Result<(), StudyError> {
        let open: Vec<Uuid> =
            self.exams.iter().filter(|row| row.ended.is_none()).map(|row| row.id).collect();
        if open.is_empty() {
            return Ok(());
        }
        self.write(|tx| open.iter().try_for_each(|&id| store::exam::remove(tx, id)))?;
        self.exams.retain(|row| row.ended.is_some());
        self.exam = None;
        Ok(())
    }

    /// Exams that were handed in, newest first.
    pub fn exam_results(&self) -> Vec<ExamResult> {
        let ended = self.exams.iter().rev().filter(|row| row.ended.is_some());
        ended.filter_map(|row| self.exam_result(row.id)).collect()
    }

    /// What came of an exam that was handed in.
    pub fn exam_result(&self, id: Uuid) -> Option<ExamResult> {
        let row = self.exams.iter().find(|row| row.id == id)?;
        let ended = row.ended?;
        let sitting = self.history.session(id)?;
        let draft: Draft = serde_json::from_str(&row.draft).unwrap_or_default();
        let kept: Vec<KeptItem> = serde_json::from_str(&row.items).unwrap_or_default();
        let took = |at: usize| draft.items.get(at).map_or(0, |it: &DraftItem| it.took_ms);
        let given = |number: usize| -> Option<(Said, Confidence, Said)> {
            let mut answers = sitting.answers.iter().map(|&at| &self.history.answers[at as usize]);
            let answer = answers.find(|it| it.item as usize == number)?;
            Some((answer.said, answer.confidence, answer.ruling))
        };
        let items = kept.iter().enumerate().map(|(number, kept)| ExamItemResult {
            cell: cell_of(&self.catalogue, kept.deployment(), kept.duty()),
            deployment: kept.deployment().to_owned(),
            duty: kept.duty().to_owned(),
            answer: given(number),
            took_ms: took(number).min(exam::LONGEST_MS),
        });
        Some(ExamResult {
            id,
            scope: row.scope.clone(),
            started: row.started,
            ended,
            used_ms: row.used_ms,
            limit_ms: row.limit_ms,
            added_ms: row.added_ms,
            pass_percent: row.pass_percent,
            content_version: row.content_version.clone(),
            items: items.collect(),
        })
    }

    /// The exam that was left in the middle, as its draft says. Questions that the catalogue no
    /// longer asks are left out.
    pub(super) fn exam_left_open(&self, now: Moment) -> Option<Exam> {
        let row = self.exams.iter().rev().find(|row| row.ended.is_none())?;
        let draft: Draft = serde_json::from_str(&row.draft).unwrap_or_default();
        let kept: Vec<KeptItem> = serde_json::from_str(&row.items).unwrap_or_default();
        let view = self.view(now.day());
        let items: Vec<ExamItem> = kept
            .iter()
            .enumerate()
            .filter_map(|(at, kept)| {
                let cell = cell_of(&self.catalogue, kept.deployment(), kept.duty())?;
                let said = draft.items.get(at).cloned().unwrap_or_default();
                let DraftItem { said, marked, took_ms } = said;
                view.asked(cell).then_some(ExamItem { cell, said, marked, took_ms })
            })
            .collect();
        let still = |kept: &&KeptItem| {
            let cell = cell_of(&self.catalogue, kept.deployment(), kept.duty());
            cell.is_some_and(|cell| view.asked(cell))
        };
        let before = kept.iter().take(draft.at).filter(still).count();
        let at = before.min(items.len().checked_sub(1)?);
        Some(Exam {
            id: row.id,
            scope: row.scope.clone(),
            started: row.started,
            items,
            at,
            pass_percent: row.pass_percent,
            limit_ms: row.limit_ms,
            added_ms: row.added_ms,
            used_ms: row.used_ms,
        })
    }

    fn exam_row(&self, exam: &Exam) -> ExamRow {
        let items: Vec<Item> =
            exam.items.iter().map(|it| Item::of_form(Form::Verdict, it.cell, 0)).collect();
        ExamRow {
            id: exam.id,
            scope: exam.scope.clone(),
            items: json(&session::keep(&self.catalogue, &items)),
            draft: json(&Draft::of(exam)),
            pass_percent: exam.pass_percent,
            limit_ms: exam.limit_ms,
            added_ms: exam.added_ms,
            used_ms: exam.used_ms,
            content_version: self.catalogue.content_version().to_owned(),
            started: exam.started,
            ended: None,
        }
    }

    fn put_exam(&mut self, row: ExamRow) {
        if let Some(kept) = self.exams.iter_mut().find(|kept| kept.id == row.id) {
            *kept = row;
        }
    }
}
