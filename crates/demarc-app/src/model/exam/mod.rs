//! Exams: setting one up, the running one, and what came of it. The clock runs only while a running
//! exam is on the screen.

pub mod home;
pub mod result;
pub mod run;

use demarc_study::{Confidence, ExamPlan, ExamStep, Said, StudyError};
use uuid::Uuid;

use super::{Model, Tick, route::Route};
use home::HomeView;
use result::ResultView;
use run::RunView;

/// How many minutes are added at once.
pub const ADDED: u32 = 5;
/// How long the clock may run before it is kept on disk, in milliseconds.
const KEPT_MS: u64 = 10_000;
/// More than this between two steps was no thinking: the machine slept. In milliseconds.
const SLEPT_MS: u64 = 60_000;

/// The views of the section.
#[derive(Clone, Debug, Default)]
pub struct Exams {
    /// Setting one up, and those of before.
    home: Option<HomeView>,
    /// The running one.
    run: Option<RunView>,
    /// What came of one.
    result: Option<ResultView>,
    /// The moment up to which the running one's time is counted, in milliseconds of uptime.
    since_ms: u64,
}

/// Something that is done in the section.
#[derive(Clone, Debug, PartialEq)]
pub enum ExamAct {
    /// Set what the next one is made of.
    Set(Box<ExamPlan>),
    /// Begin it.
    Begin,
    /// Go on with the one that was left.
    Resume,
    /// Throw the one away that was left.
    Discard,
    /// Answer the question on the screen.
    Say(Said, Confidence),
    /// Take that answer back.
    Clear,
    /// Mark the question to come back to.
    Mark,
    /// Go to a question, from 0.
    Go(usize),
    /// Show all questions, or one again.
    All(bool),
    /// Add time.
    Add,
    /// Go on without a limit.
    NoLimit,
    /// Time passed.
    Tick,
    /// Hand it in.
    HandIn,
    /// Show every answer of the result, or only the missed.
    Answers(bool),
    /// Write the result to a file.
    Export,
}

impl Model {
    /// Setting an exam up, once the section was opened.
    pub fn exam_home(&self) -> Option<&HomeView> {
        self.exams.home.as_ref()
    }

    /// The running exam, while it is on the screen.
    pub fn exam_run(&self) -> Option<&RunView> {
        self.exams.run.as_ref().filter(|_| self.route == Route::ExamRun)
    }

    /// What came of the exam on the screen.
    pub fn exam_result(&self) -> Option<&ResultView> {
        self.exams.result.as_ref().filter(|_| matches!(self.route, Route::ExamResult(_)))
    }

    /// The time left of the running exam at a moment, in milliseconds; none without a limit.
    pub fn exam_left_ms(&self, uptime_ms: u64) -> Option<u64> {
        let left = self.study.exam()?.left_ms()?;
        let runs = self.route == Route::ExamRun;
        let spent = if runs { self.spent_ms(uptime_ms) } else { 0 };
        Some(u64::from(left).saturating_sub(spent))
    }

    /// The time since the last step, in milliseconds; a machine that slept costs nothing.
    fn spent_ms(&self, uptime_ms: u64) -> u64 {
        let spent = uptime_ms.saturating_sub(self.exams.since_ms);
        if spent > SLEPT_MS { 0 } else { spent }
    }

    /// Counts the time of the running exam; it is kept on disk now and then, and when it is up.
    pub(crate) fn exam_clock(&mut self, tick: Tick) {
        if self.route != Route::ExamRun || !self.study.writable() {
            return;
        }
        let spent = self.spent_ms(tick.uptime_ms);
        let over = self.study.exam().is_some_and(demarc_study::Exam::is_over);
        let up = !over && self.exam_left_ms(tick.uptime_ms) == Some(0);
        let slept = tick.uptime_ms.saturating_sub(self.exams.since_ms) > SLEPT_MS;
        if up || slept || (spent >= KEPT_MS && !over) {
            self.exam_act(ExamAct::Tick, tick);
            // What could not be written is not tried again in the next frame.
            self.exams.since_ms = tick.uptime_ms;
        }
    }

    /// Does what was asked for.
    pub(super) fn exam_act(&mut self, act: ExamAct, tick: Tick) {
        if let Err(error) = self.try_exam(act, tick) {
            self.complain_in_words(error.to_string(), tick);
        }
    }

    fn try_exam(&mut self, act: ExamAct, tick: Tick) -> Result<(), StudyError> {
        // The clock takes nothing away that lies over the exam.
        if act != ExamAct::Tick {
            self.overlay = None;
        }
        match act {
            ExamAct::Set(plan) => {
                let mut settings = self.settings().clone();
                settings.exam = *plan;
                self.study.set_settings(settings, tick.now)?;
                self.exams.home = Some(HomeView::of(&self.study, tick.now));
            }
            ExamAct::Begin => {
                let plan = self.settings().exam.clone();
                match self.study.start_exam(&plan, tick.now, &mut self.rng) {
                    Err(StudyError::NothingToAsk) => {
                        self.say("No ruling matches that choice.", tick);
                    }
                    begun => {
                        begun?;
                        self.exams.run = None;
                        self.go(Route::ExamRun, tick);
                    }
                }
            }
            ExamAct::Resume => self.go(Route::ExamRun, tick),
            ExamAct::Discard => {
                self.study.discard_exam()?;
                self.exams.run = None;
                self.exams.home = Some(HomeView::of(&self.study, tick.now));
                self.say("The open exam was thrown away. No answer of it counts.", tick);
            }
            ExamAct::Say(said, confidence) => {
                self.exam_step(ExamStep::Say(said, confidence), tick)?;
                let Some(exam) = self.study.exam() else { return Ok(()) };
                let last = exam.at + 1 >= exam.items.len();
                if exam.is_over() || (last && exam.open() == 0) {
                    self.show_all(true);
                } else if let Some(next) = if last { exam.next_open() } else { Some(exam.at + 1) } {
                    self.exam_step(ExamStep::Go(next), tick)?;
                }
            }
            ExamAct::Clear => self.exam_step(ExamStep::Clear, tick)?,
            ExamAct::Mark => self.exam_step(ExamStep::Mark, tick)?,
            ExamAct::Go(at) => {
                self.exam_step(ExamStep::Go(at), tick)?;
                self.show_all(false);
            }
            ExamAct::All(on) => self.show_all(on),
            ExamAct::Add => self.exam_step(ExamStep::Add(ADDED), tick)?,
            ExamAct::NoLimit => self.exam_step(ExamStep::NoLimit, tick)?,
            ExamAct::Tick => self.exam_step(ExamStep::Tick, tick)?,
            ExamAct::HandIn => {
                self.exam_step(ExamStep::Tick, tick)?;
                let result = self.study.hand_in(tick.now)?;
                self.exams.run = None;
                self.go(Route::ExamResult(result.id), tick);
            }
            ExamAct::Answers(on) => {
                if let Some(result) = &mut self.exams.result {
                    result.all = on;
                }
            }
            ExamAct::Export => self.export_exam(tick),
        }
        Ok(())
    }

    /// A step in the exam, with the time since the last one.
    fn exam_step(&mut self, step: ExamStep, tick: Tick) -> Result<(), StudyError> {
        let spent = self.spent_ms(tick.uptime_ms);
        self.study.exam_step(step, u32::try_from(spent).unwrap_or(u32::MAX))?;
        self.exams.since_ms = tick.uptime_ms;
        let all = self.exams.run.as_ref().is_some_and(|run| run.all);
        self.exams.run = RunView::of(&self.study);
        self.show_all(all);
        Ok(())
    }

    /// Shows all questions, or one of them; once the time is up, always all.
    fn show_all(&mut self, on: bool) {
        if let Some(run) = &mut self.exams.run {
            run.all = on || run.over;
        }
    }

    /// Fills the section's screens when the person goes there.
    pub(super) fn open_exams(&mut self, route: Route, tick: Tick) {
        match route {
            Route::Exam => self.exams.home = Some(HomeView::of(&self.study, tick.now)),
            Route::ExamRun => {
                self.exams.since_ms = tick.uptime_ms;
                let all = self.exams.run.as_ref().is_some_and(|run| run.all);
                self.exams.run = RunView::of(&self.study);
                self.show_all(all);
            }
            Route::ExamResult(id) => self.open_result(id),
            _ => {}
        }
    }

    /// Stops the clock of the running exam when the person leaves it.
    pub(super) fn leave_exam(&mut self, tick: Tick) {
        if self.route == Route::ExamRun && self.study.exam().is_some() && self.study.writable() {
            self.exam_act(ExamAct::Tick, tick);
        }
    }

    fn open_result(&mut self, id: Uuid) {
        let open = self.exams.result.as_ref().is_some_and(|it| it.id == id);
        let all = open && self.exams.result.as_ref().is_some_and(|it| it.all);
        self.exams.result = ResultView::of(&self.study, id);
        if let Some(result) = &mut self.exams.result {
            result.all = all;
        }
    }

    /// Forgets what the section shows, as after all data were deleted.
    pub(super) fn forget_exams(&mut self) {
        self.exams = Exams::default();
    }
}
