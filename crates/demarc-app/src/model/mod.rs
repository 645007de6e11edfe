//! What the window shows and how it changes: study, route, and views kept ready. Names no egui.

pub mod action;
mod apply;
pub mod asked;
mod choices;
mod choosing;
pub mod compare;
mod comparing;
pub mod exam;
pub mod explore;
pub mod find;
pub mod first_run;
pub mod goal;
pub mod insights;
mod keep;
pub mod lesson;
pub mod lessons;
mod load;
pub mod mastery;
pub mod needs;
pub mod palette;
pub mod placed;
pub mod question;
pub mod route;
pub mod ruling;
pub mod slipping;
pub mod stack;
mod start;
mod teach;
pub mod today;
pub mod trouble;
pub mod words;

use std::sync::Arc;

use demarc_catalogue::{Catalogue, Cell};
use demarc_study::{Day, Moment, Phase, SessionReport, Settings, Study};
use rand::rngs::StdRng;

use action::Effect;
use asked::{AskedView, replied::RepliedView};
pub use choices::{Chip, ChoiceView, LENGTHS};
use compare::CompareView;
use explore::ExploreView;
use first_run::FirstRunView;
use insights::{Counts, InsightsView};
use lesson::{LessonView, Stage};
use lessons::{LessonRow, LessonsView};
use needs::NeedsView;
use placed::PlacedView;
use question::{FeedbackView, QuestionView};
use route::{Overlay, Place, Route};
use ruling::RulingView;
use today::TodayView;

/// A moment, and a clock that only runs forward.
#[derive(Clone, Copy, Debug)]
pub struct Tick {
    /// The moment on the calendar.
    pub now: Moment,
    /// Milliseconds since the app started, from a monotonic clock.
    pub uptime_ms: u64,
}

/// A message at the foot of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// Whether it is an error, which stays until it is taken away.
    pub error: bool,
    /// When it was shown, in milliseconds since the app started.
    pub since_ms: u64,
}

/// The sizes of text, in percent: the steps of the keys and of Settings.
pub const TEXT_SIZES: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// All that the window shows.
pub struct Model {
    study: Study,
    rng: StdRng,
    route: Route,
    /// Where Settings and reports lead back to; never a session that is over.
    back_to: Route,
    /// Where the end of a session leads back to.
    after_session: Route,
    overlay: Option<Overlay>,
    question: Option<QuestionView>,
    asked_at_ms: u64,
    feedback: Option<FeedbackView>,
    asked: Option<AskedView>,
    replied: Option<RepliedView>,
    finished: Option<SessionReport>,
    report: Option<SessionReport>,
    placed: Option<PlacedView>,
    today: TodayView,
    explore: ExploreView,
    drawer: Option<RulingView>,
    compare: Option<CompareView>,
    needs: Option<NeedsView>,
    insights: Option<InsightsView>,
    exams: exam::Exams,
    counts: Counts,
    lessons: LessonsView,
    lesson: Option<LessonView>,
    first_run: FirstRunView,
    choices: ChoiceView,
    toast: Option<Toast>,
    effects: Vec<Effect>,
    day: Day,
    data_folder: String,
}

impl Model {
    /// Opens on Today, or on the first screen for someone new.
    pub fn new(study: Study, data_folder: String, rng: StdRng, tick: Tick) -> Self {
        let catalogue = Arc::clone(study.catalogue());
        let is_new = !study.settings().first_run_done && study.answers() == 0;
        let route = if is_new { Route::FirstRun } else { Route::Today };
        Self {
            today: TodayView::of(&study, tick.now),
            explore: ExploreView::of(&catalogue),
            first_run: FirstRunView::of(&catalogue),
            choices: ChoiceView::of(&study, tick.now),
            lessons: LessonsView::of(&study),
            lesson: None,
            study,
            rng,
            route,
            back_to: Route::Today,
            after_session: Route::Today,
            overlay: None,
            question: None,
            asked_at_ms: 0,
            feedback: None,
            asked: None,
            replied: None,
            finished: None,
            report: None,
            placed: None,
            drawer: None,
            compare: None,
            needs: None,
            insights: None,
            exams: exam::Exams::default(),
            counts: Counts::default(),
            toast: None,
            effects: Vec::new(),
            day: tick.now.day(),
            data_folder,
        }
    }

    /// What is true.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        self.study.catalogue()
    }

    /// What is remembered.
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// Where the person is.
    pub fn route(&self) -> Route {
        self.route
    }

    /// The place whose commands are available.
    pub fn place(&self) -> Place {
        if self.overlay.is_some() { Place::Overlay } else { self.place_below() }
    }

    /// The place as if nothing lay over it.
    pub fn place_below(&self) -> Place {
        match self.route {
            Route::FirstRun => Place::FirstRun,
            Route::Today => Place::Today,
            Route::Lessons => Place::Lessons,
            Route::Lesson(_) => match self.lesson.as_ref().map(|lesson| &lesson.stage) {
                None | Some(Stage::Text) => Place::LessonText,
                Some(Stage::Asked(_)) => Place::LessonAsk,
                Some(Stage::Said(_)) => Place::LessonSaid,
                Some(Stage::Done) => Place::LessonDone,
            },
            Route::Practice => Place::Practice,
            Route::Draw => Place::Draw,
            Route::Session if self.finished.is_some() => self.end_of_session(),
            Route::Session if self.feedback.is_some() || self.replied.is_some() => Place::Feedback,
            Route::Session => self.asked.as_ref().map_or(Place::Question, |it| it.form.place()),
            Route::Explore => Place::Explore,
            Route::Compare => Place::Compare,
            Route::Needs => Place::Needs,
            Route::Insights => Place::Insights,
            Route::Report(_) => Place::Report,
            Route::Settings => Place::Settings,
            Route::Exam => Place::Exam,
            Route::ExamRun if self.exam_run().is_some_and(|run| run.all) => Place::ExamAll,
            Route::ExamRun => Place::ExamRun,
            Route::ExamResult(_) => Place::ExamResult,
        }
    }

    /// What lies over the screen.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// The open question.
    pub fn question(&self) -> Option<&QuestionView> {
        self.question.as_ref()
    }

    /// What is said about the last answer.
    pub fn feedback(&self) -> Option<&FeedbackView> {
        self.feedback.as_ref()
    }

    /// The session that ended a moment ago.
    pub fn finished(&self) -> Option<&SessionReport> {
        self.finished.as_ref()
    }

    /// The past session that is open.
    pub fn report(&self) -> Option<&SessionReport> {
        self.report.as_ref()
    }

    /// Today.
    pub fn today(&self) -> &TodayView {
        &self.today
    }

    /// The matrix.
    pub fn explore(&self) -> &ExploreView {
        &self.explore
    }

    /// The ruling in the drawer of the matrix.
    pub fn drawer(&self) -> Option<&RulingView> {
        self.drawer.as_ref()
    }

    /// The comparison, once it was opened.
    pub fn compare(&self) -> Option<&CompareView> {
        self.compare.as_ref()
    }

    /// Insights, once they were opened.
    pub fn insights(&self) -> Option<&InsightsView> {
        self.insights.as_ref()
    }

    /// The list of lessons.
    pub fn lessons(&self) -> &LessonsView {
        &self.lessons
    }

    /// The lesson to go on with: the next one after that which is open and is not done, from the
    /// beginning again after the last; none if all others are done.
    pub fn lesson_after(&self) -> Option<&LessonRow> {
        let open = self.lesson().map(|lesson| lesson.lesson);
        let at = self.lessons.rows.iter().position(|row| Some(row.lesson) == open);
        let (before, after) = self.lessons.rows.split_at(at.map_or(0, |at| at + 1));
        let mut rows = after.iter().chain(before);
        rows.find(|row| !row.done && Some(row.lesson) != open)
    }

    /// The lesson that is open.
    pub fn lesson(&self) -> Option<&LessonView> {
        self.lesson.as_ref().filter(|_| matches!(self.route, Route::Lesson(_)))
    }

    /// The first screen.
    pub fn first_run(&self) -> &FirstRunView {
        &self.first_run
    }

    /// What can be chosen on the practice home.
    pub fn choices(&self) -> &ChoiceView {
        &self.choices
    }

    /// The learner's day for which the views were made.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The message at the foot of the window.
    pub fn toast(&self) -> Option<&Toast> {
        self.toast.as_ref()
    }

    /// Where the data lie.
    pub fn data_folder(&self) -> &str {
        &self.data_folder
    }

    /// Said above everything while answers are not saved.
    pub fn notice(&self) -> Option<&'static str> {
        match (self.study.writable(), self.study.file()) {
            (false, _) => Some("Opened only for reading: you can explore, and nothing is saved."),
            (true, None) => Some("Nothing is saved: this session is forgotten when you close it."),
            (true, Some(_)) => None,
        }
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        self.study.settings()
    }

    /// Whether keys that are characters work by themselves.
    pub fn single_keys(&self) -> bool {
        self.settings().single_keys
    }

    /// The settings with text one step larger.
    pub fn larger(&self) -> Settings {
        let now = self.settings().text_size;
        self.zoomed(TEXT_SIZES.into_iter().find(|size| *size > now).unwrap_or(now))
    }

    /// The settings with text one step smaller.
    pub fn smaller(&self) -> Settings {
        let now = self.settings().text_size;
        self.zoomed(TEXT_SIZES.into_iter().rev().find(|size| *size < now).unwrap_or(now))
    }

    /// The settings with text of this size, in percent.
    pub fn zoomed(&self, text_size: u16) -> Settings {
        Settings { text_size, ..self.settings().clone() }
    }

    /// Whether a session was left in the middle.
    pub fn resumable(&self) -> bool {
        self.study.resumable().is_some()
    }

    /// The cell that the screen is about.
    pub fn cell_in_view(&self) -> Option<Cell> {
        match self.route {
            Route::Session => self
                .feedback
                .as_ref()
                .map(|view| view.ruling.cell)
                .or_else(|| self.question.as_ref().map(|view| view.cell)),
            Route::Explore => self.explore.selected,
            _ => None,
        }
    }

    /// The cell that the screen is about, if it can be asked.
    pub fn askable_in_view(&self) -> Option<Cell> {
        let asked = |cell: &Cell| self.catalogue().asked(*cell, self.day.date());
        self.cell_in_view().filter(asked)
    }

    /// The address of a source of the ruling or the lesson on the screen.
    pub fn source(&self, index: usize) -> Option<String> {
        if let Some(lesson) = self.lesson() {
            return lesson.sources_in_view().get(index).map(|source| source.url.clone());
        }
        let ruling = self.feedback.as_ref().map(|view| &view.ruling)?;
        ruling.sources.get(index).map(|source| source.url.clone())
    }

    /// The cells missed in the session whose report is open.
    pub fn missed(&self) -> Option<Vec<Cell>> {
        let report = match self.route {
            Route::Report(_) => self.report.as_ref()?,
            _ => self.finished.as_ref()?,
        };
        (!report.missed.is_empty()).then(|| report.missed.clone())
    }

    /// What only the window can do, since the last call.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    fn refresh_session(&mut self, tick: Tick) {
        let was = self.question.as_ref().map(|view| view.cell);
        self.question = QuestionView::of(&self.study, tick.now);
        self.feedback = FeedbackView::of(&self.study, tick.now);
        self.refresh_asked(tick);
        if self.question.is_some() && self.question.as_ref().map(|view| view.cell) != was {
            self.asked_at_ms = tick.uptime_ms;
        }
    }

    fn session_is_over(&self) -> bool {
        self.study.session().is_none_or(|session| session.phase == Phase::Finished)
    }
}
