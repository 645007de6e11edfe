//! The one way down: an action changes the model. An answer is on disk before the next frame.

use demarc_catalogue::Cell;
use demarc_study::{Choice, StudyError};

use super::{
    Model, Tick, Toast,
    action::{Action, CompareStep, Effect, NeedStep},
    choices::ChoiceView,
    exam::ExamAct,
    lessons::LessonsView,
    placed::PlacedView,
    route::Route,
    ruling::RulingView,
    today::TodayView,
};

impl Model {
    /// Does what was asked for.
    pub fn apply(&mut self, action: Action, tick: Tick) {
        let done = match action {
            Action::Go(route) => {
                self.go(route, tick);
                Ok(())
            }
            Action::Back => {
                self.back(tick);
                Ok(())
            }
            Action::Start(start) => self.start(start, tick),
            Action::Answer(said, confidence) => self.answer(said, confidence, tick),
            Action::Next => self.next(tick),
            Action::Skip => {
                let done = self.study.skip(tick.now);
                self.after_step(tick);
                done
            }
            Action::Undo => self.undo(tick),
            Action::End => self.end(tick),
            Action::Reply(step) => self.reply_step(step, tick),
            Action::Lesson(step) => self.lesson_step(step, tick),
            Action::Open(overlay) => {
                self.overlay = Some(overlay);
                Ok(())
            }
            Action::Close => {
                self.overlay = None;
                Ok(())
            }
            Action::Flag(cell, note) => self.flag(cell, &note, tick),
            Action::Unflag(cell) => {
                let done = self.study.unflag(cell);
                self.after_mark(tick, "Flag taken back.");
                done
            }
            Action::Note(cell, text) => self.note(cell, &text, tick),
            Action::FlagAndCopy(cell, note) => {
                self.flag(cell, &note, tick).map(|()| self.copy_report(cell, tick))
            }
            Action::CopyReport(cell) => {
                self.copy_report(cell, tick);
                Ok(())
            }
            Action::OpenSource(url) => {
                self.overlay = None;
                self.effects.push(Effect::Open(url));
                Ok(())
            }
            Action::Select(cell) => {
                self.select(cell, tick);
                Ok(())
            }
            Action::Reveal(cell) => {
                self.overlay = None;
                self.go(Route::Explore, tick);
                self.select(Some(cell), tick);
                if self.explore.place().is_none() {
                    self.explore.set_filter(String::new());
                }
                Ok(())
            }
            Action::Compare(step) => self.compare_step(step, tick),
            Action::Need(step) => {
                self.need_step(step, tick);
                Ok(())
            }
            Action::Exam(act) => {
                self.exam_act(act, tick);
                Ok(())
            }
            Action::Filter(text) => {
                self.explore.set_filter(text);
                Ok(())
            }
            Action::Mastery(on) => {
                self.explore.mastery = on;
                self.explore.remember(&self.study, tick.now);
                Ok(())
            }
            Action::Explain(index) => {
                self.first_run.shown = index;
                Ok(())
            }
            Action::Choose(choice) => self.choose(choice, tick),
            Action::Insights(step) => {
                self.insights_step(step, tick);
                Ok(())
            }
            Action::Settings(settings) => self.set(settings, tick),
            Action::Export(kind) => self.export(kind, tick),
            Action::Backup => self.backup(tick),
            Action::DeleteAll => self.delete_all(tick),
            Action::Leave(width, height) => self.leave(width, height, tick),
            Action::NewDay => {
                self.new_day(tick);
                Ok(())
            }
            Action::Dismiss => {
                self.toast = None;
                Ok(())
            }
        };
        if let Err(error) = done {
            self.complain(&error, tick);
        }
    }

    pub(super) fn go(&mut self, route: Route, tick: Tick) {
        self.overlay = None;
        let newcomer = self.route == Route::FirstRun && !self.settings().first_run_done;
        if newcomer && self.study.writable() {
            let mut settings = self.settings().clone();
            settings.first_run_done = true;
            if let Err(error) = self.study.set_settings(settings, tick.now) {
                self.complain(&error, tick);
            }
        }
        self.leave_exam(tick);
        if route != Route::Session {
            if route != Route::Settings {
                self.park(tick);
            }
            // The navigation shows what is due, wherever the person is.
            self.today = TodayView::of(&self.study, tick.now);
            self.lessons = LessonsView::of(&self.study);
        }
        match route {
            Route::Today | Route::Lessons => {}
            Route::Lesson(lesson) => self.open_lesson(lesson, tick),
            Route::Practice | Route::Draw => self.choices = ChoiceView::of(&self.study, tick.now),
            Route::Explore => {
                self.explore.remember(&self.study, tick.now);
                self.select(self.explore.selected, tick);
            }
            Route::Compare => self.refresh_comparison(tick),
            Route::Needs => self.refresh_needs(tick),
            Route::Insights => self.count_again(tick),
            Route::Report(id) => {
                self.report = self.study.report(id);
                self.placed = PlacedView::of(&self.study, self.report.as_ref());
                self.back_to = Route::Insights;
            }
            Route::Settings if self.route == Route::Settings || self.session_is_gone() => {}
            Route::Settings => self.back_to = self.route,
            Route::Exam | Route::ExamRun | Route::ExamResult(_) => self.open_exams(route, tick),
            Route::FirstRun | Route::Session => {}
        }
        self.route = route;
    }

    /// Whether the screen of a session is shown without one.
    fn session_is_gone(&self) -> bool {
        self.route == Route::Session && self.study.session().is_none()
    }

    /// Lays the running session aside when the person goes elsewhere; Today offers to resume it.
    fn park(&mut self, tick: Tick) {
        if let Err(error) = self.study.park(tick.now) {
            self.complain(&error, tick);
        }
        self.clear_session();
    }

    /// Takes question and explanation off the screen.
    fn clear_session(&mut self) {
        self.question = None;
        self.feedback = None;
        self.asked = None;
        self.replied = None;
    }

    fn back(&mut self, tick: Tick) {
        match self.route {
            Route::Explore if self.explore.selected.is_some() => self.select(None, tick),
            Route::Explore if !self.explore.filter.is_empty() => {
                self.apply(Action::Filter(String::new()), tick);
            }
            Route::Lesson(_) => self.go(Route::Lessons, tick),
            Route::Compare if self.compare.as_ref().is_some_and(|it| it.selected.is_some()) => {
                self.apply(Action::Compare(CompareStep::Select(None)), tick);
            }
            Route::Needs if self.needs.as_ref().is_some_and(|it| it.selected.is_some()) => {
                self.need_step(NeedStep::Select(None), tick);
            }
            Route::Report(_) | Route::Settings => self.go(self.back_to, tick),
            Route::ExamRun if self.exam_run().is_some_and(|run| run.all && !run.over) => {
                self.exam_act(ExamAct::All(false), tick);
            }
            Route::ExamRun | Route::ExamResult(_) => self.go(Route::Exam, tick),
            _ => self.go(Route::Today, tick),
        }
    }

    fn answer(
        &mut self,
        said: demarc_study::Said,
        confidence: demarc_study::Confidence,
        tick: Tick,
    ) -> Result<(), StudyError> {
        if self.question.is_none() {
            return Ok(());
        }
        let took = tick.uptime_ms.saturating_sub(self.asked_at_ms);
        let took = u32::try_from(took).unwrap_or(u32::MAX);
        self.study.answer(said, confidence, took, tick.now)?;
        if self.study.feedback().is_some() {
            self.refresh_session(tick);
        } else {
            self.after_step(tick);
        }
        Ok(())
    }

    fn next(&mut self, tick: Tick) -> Result<(), StudyError> {
        self.study.advance();
        self.after_step(tick);
        Ok(())
    }

    fn after_step(&mut self, tick: Tick) {
        self.question = None;
        self.asked = None;
        self.refresh_session(tick);
        if self.session_is_over()
            && let Err(error) = self.finish(tick)
        {
            self.complain(&error, tick);
        }
    }

    fn undo(&mut self, tick: Tick) -> Result<(), StudyError> {
        let skipped = self.study.session().is_some_and(demarc_study::Session::last_was_skipped);
        match self.study.undo(tick.now)? {
            Some(_) => {
                self.question = None;
                self.asked = None;
                self.refresh_session(tick);
                let done = "Last answer taken back.";
                self.say(if skipped { "The skipped question is back." } else { done }, tick);
            }
            None => self.say("There is no answer to take back.", tick),
        }
        Ok(())
    }

    fn end(&mut self, tick: Tick) -> Result<(), StudyError> {
        if self.finished.take().is_some() {
            self.clear_session();
            self.go(self.after_session, tick);
            return Ok(());
        }
        self.finish(tick)
    }

    fn finish(&mut self, tick: Tick) -> Result<(), StudyError> {
        self.finished = self.study.end(tick.now)?;
        self.placed = PlacedView::of(&self.study, self.finished.as_ref());
        self.clear_session();
        if self.finished.is_none() {
            self.go(self.after_session, tick);
        }
        Ok(())
    }

    fn flag(&mut self, cell: Cell, note: &str, tick: Tick) -> Result<(), StudyError> {
        self.study.flag(cell, note, tick.now)?;
        self.overlay = None;
        self.after_mark(tick, "Flag saved for this ruling.");
        Ok(())
    }

    fn copy_report(&mut self, cell: Cell, tick: Tick) {
        self.effects.push(Effect::Copy(self.study.report_text(cell)));
        self.say("Copied as a report: ruling, proof, sources and your note.", tick);
    }

    fn note(&mut self, cell: Cell, text: &str, tick: Tick) -> Result<(), StudyError> {
        self.study.set_note(cell, text, tick.now)?;
        self.overlay = None;
        self.after_mark(tick, if text.trim().is_empty() { "Note removed." } else { "Note saved." });
        Ok(())
    }

    fn after_mark(&mut self, tick: Tick, text: &str) {
        self.refresh_session(tick);
        if let Some(cell) = self.explore.selected {
            self.drawer = Some(RulingView::of(&self.study, cell, tick.now));
        }
        self.say(text, tick);
    }

    fn select(&mut self, cell: Option<Cell>, tick: Tick) {
        self.explore.selected = cell;
        self.drawer = cell.map(|cell| RulingView::of(&self.study, cell, tick.now));
    }

    fn choose(&mut self, choice: Choice, tick: Tick) -> Result<(), StudyError> {
        let mut settings = self.settings().clone();
        settings.choice = choice;
        self.study.set_settings(settings, tick.now)?;
        self.choices = ChoiceView::of(&self.study, tick.now);
        Ok(())
    }

    fn delete_all(&mut self, tick: Tick) -> Result<(), StudyError> {
        self.study.delete_all(tick.now)?;
        self.overlay = None;
        self.insights = None;
        self.report = None;
        self.forget_exams();
        self.lesson = None;
        self.lessons = LessonsView::of(&self.study);
        self.select(None, tick);
        self.explore.remember(&self.study, tick.now);
        self.today = TodayView::of(&self.study, tick.now);
        self.choices = ChoiceView::of(&self.study, tick.now);
        self.route = Route::FirstRun;
        self.say("All your data were deleted. Files that you exported stay.", tick);
        Ok(())
    }

    /// Remembers the window's size, and keeps a backup of what this sitting added.
    fn leave(&mut self, width: f32, height: f32, tick: Tick) -> Result<(), StudyError> {
        self.leave_exam(tick);
        if self.study.file().is_none() {
            return Ok(());
        }
        let mut settings = self.settings().clone();
        settings.window = Some((width, height));
        self.study.set_settings(settings, tick.now)?;
        self.study.backup_if_changed(tick.now)?;
        Ok(())
    }

    fn new_day(&mut self, tick: Tick) {
        self.day = tick.now.day();
        self.explore.remember(&self.study, tick.now);
        self.today = TodayView::of(&self.study, tick.now);
        self.choices = ChoiceView::of(&self.study, tick.now);
        self.insights_on_a_new_day(tick);
        self.select(self.explore.selected, tick);
        match self.route {
            Route::Exam => self.open_exams(Route::Exam, tick),
            Route::Needs => self.refresh_needs(tick),
            Route::Compare => self.refresh_comparison(tick),
            _ => {}
        }
    }

    pub(super) fn say(&mut self, text: &str, tick: Tick) {
        self.toast = Some(Toast { text: text.to_owned(), error: false, since_ms: tick.uptime_ms });
    }

    fn complain(&mut self, error: &StudyError, tick: Tick) {
        self.complain_in_words(error.to_string(), tick);
    }

    pub(super) fn complain_in_words(&mut self, text: String, tick: Tick) {
        self.toast = Some(Toast { text, error: true, since_ms: tick.uptime_ms });
    }
}
