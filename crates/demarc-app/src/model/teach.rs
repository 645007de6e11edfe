//! The steps through a lesson: read, answer, go on, take back.

use demarc_catalogue::LessonIx;
use demarc_study::{LessonSaid, StudyError};

use super::{
    Model, Tick,
    action::LessonStep,
    lesson::{self, AskedView, LessonView, SaidView, Stage},
    lessons::LessonsView,
    route::Route,
};

impl Model {
    pub(super) fn lesson_step(&mut self, step: LessonStep, tick: Tick) -> Result<(), StudyError> {
        match step {
            LessonStep::Open(lesson) => {
                self.lesson = None;
                self.go(Route::Lesson(lesson), tick);
            }
            LessonStep::Ask => self.ask_lesson(tick),
            LessonStep::Read => {
                if let Some(view) = &mut self.lesson {
                    view.stage = Stage::Text;
                }
            }
            LessonStep::Say(said) => self.say_lesson(said, tick)?,
            LessonStep::Next => self.next_in_lesson(tick),
            LessonStep::Undo => self.undo_lesson(tick)?,
        }
        Ok(())
    }

    /// Puts the lesson of the route on the screen, at its text unless it is open already.
    pub(super) fn open_lesson(&mut self, lesson: LessonIx, tick: Tick) {
        if self.lesson.as_ref().is_none_or(|open| open.lesson != lesson) {
            self.lesson = Some(LessonView::of(&self.study, lesson, tick.now));
        }
    }

    /// Asks what was not answered right yet; if all was, all of it again.
    fn ask_lesson(&mut self, tick: Tick) {
        let Some(view) = &mut self.lesson else { return };
        if view.queue.is_empty() {
            let all = 0..view.right.len();
            view.queue = all.clone().filter(|&at| !view.right[at]).collect();
            if view.queue.is_empty() {
                view.queue = all.collect();
            }
            view.before = None;
        }
        self.put_question(tick);
    }

    fn put_question(&mut self, tick: Tick) {
        let catalogue = self.study.catalogue();
        let Some(view) = &mut self.lesson else { return };
        let next = view.queue.first().copied();
        let asked = next.and_then(|at| AskedView::of(catalogue, view.lesson, at));
        view.stage = asked.map_or(Stage::Done, Stage::Asked);
        self.asked_at_ms = tick.uptime_ms;
    }

    fn say_lesson(&mut self, said: LessonSaid, tick: Tick) -> Result<(), StudyError> {
        let Some(view) = &self.lesson else { return Ok(()) };
        let Some(asked) = view.asked().cloned() else { return Ok(()) };
        let (lesson, number) = (view.lesson, asked.number);
        let Some(right) = lesson::judged(self.study.catalogue(), lesson, number, said) else {
            return Ok(());
        };
        // What is only read can be tried all the same; the screen says that nothing is kept.
        if self.study.writable() {
            let took = tick.uptime_ms.saturating_sub(self.asked_at_ms);
            let took = u32::try_from(took).unwrap_or(u32::MAX);
            let rng = &mut self.rng;
            self.study.answer_lesson(lesson, number, said, took, tick.now, rng)?;
        }
        let explained = SaidView::of(&self.study, lesson, asked, said, right, tick.now);
        let progress = self.study.lesson_progress(lesson);
        self.lessons = LessonsView::of(&self.study);
        if let Some(view) = &mut self.lesson {
            view.before = Some(view.queue.clone());
            view.queue.retain(|&at| at != number);
            if !right {
                view.queue.push(number);
            }
            view.right = progress.right;
            view.stage = Stage::Said(Box::new(explained));
        }
        Ok(())
    }

    fn next_in_lesson(&mut self, tick: Tick) {
        if self.lesson.as_ref().is_some_and(|view| matches!(view.stage, Stage::Said(_))) {
            self.put_question(tick);
        }
    }

    /// Brings the question answered last back, until the next one is answered.
    fn undo_lesson(&mut self, tick: Tick) -> Result<(), StudyError> {
        let before = self.lesson.as_mut().and_then(|view| view.before.take());
        let Some(before) = before else {
            self.say("There is no answer to take back.", tick);
            return Ok(());
        };
        if self.study.writable()
            && let Err(error) = self.study.undo_lesson(tick.now, &mut self.rng)
        {
            if let Some(view) = &mut self.lesson {
                view.before = Some(before);
            }
            return Err(error);
        }
        self.lessons = LessonsView::of(&self.study);
        if let Some(view) = &mut self.lesson {
            view.queue = before;
            view.right = self.study.lesson_progress(view.lesson).right;
        }
        self.put_question(tick);
        self.say("Last answer taken back.", tick);
        Ok(())
    }
}
