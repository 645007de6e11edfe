//! The frame: keys, draw, apply. Here the clock is read, and nowhere else in the window.

mod wake;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use demarc_catalogue::Catalogue;
use demarc_study::{Moment, Study, Theme, newest_good_backup};
use eframe::CreationContext;
use egui::{Context, Ui, ViewportCommand};
use rand::{SeedableRng, rngs::StdRng};

use crate::{
    commands::Id,
    cx::Cx,
    keys::Keys,
    model::{
        Model, Tick,
        action::{Action, Effect},
        route::Route,
        trouble::{Remedy, Trouble},
    },
    overlays::Overlays,
    parts::{notice, region},
    rescue,
    screens::{
        asked::AskedScreen,
        compare::CompareScreen,
        draw::DrawScreen,
        exam::ExamScreen,
        explore::ExploreScreen,
        feedback::FeedbackScreen,
        finished::FinishedScreen,
        first_run::FirstRunScreen,
        insights::InsightsScreen,
        lesson::LessonScreen,
        lessons::LessonsScreen,
        needs::NeedsScreen,
        placed::PlacedScreen,
        practice::PracticeScreen,
        question::QuestionScreen,
        replied::RepliedScreen,
        settings::SettingsScreen,
        today::TodayScreen,
        trouble::{Choice, TroubleScreen},
    },
    theme,
    worker::Worker,
};

/// The window of Demarc.
pub struct DemarcApp {
    state: State,
    catalogue: Option<Arc<Catalogue>>,
    folder: PathBuf,
    screens: Screens,
    worker: Worker,
    started: Instant,
    eye: Vec<Id>,
    keys: Keys,
    dressed: Option<(Theme, u16, bool)>,
    size: egui::Vec2,
    region: usize,
}

enum State {
    Ready(Box<Model>),
    Trouble(Box<Trouble>),
}

#[derive(Default)]
struct Screens {
    first_run: FirstRunScreen,
    today: TodayScreen,
    practice: PracticeScreen,
    draw: DrawScreen,
    asked: AskedScreen,
    replied: RepliedScreen,
    question: QuestionScreen,
    feedback: FeedbackScreen,
    finished: FinishedScreen,
    placed: PlacedScreen,
    compare: CompareScreen,
    needs: NeedsScreen,
    exam: ExamScreen,
    explore: ExploreScreen,
    insights: InsightsScreen,
    lessons: LessonsScreen,
    lesson: LessonScreen,
    settings: SettingsScreen,
    trouble: TroubleScreen,
    overlays: Overlays,
}

/// What the app is opened with.
pub struct Opening {
    /// The content; none if it could not be loaded.
    pub catalogue: Option<Arc<Catalogue>>,
    /// The person's data, or what keeps them from being opened.
    pub study: Result<Study, Trouble>,
    /// The data folder.
    pub folder: PathBuf,
}

impl Opening {
    /// Opens the content's and the person's data.
    pub fn of(catalogue: Result<Arc<Catalogue>, String>, folder: &Path) -> Self {
        let folder = folder.to_owned();
        match catalogue {
            Ok(catalogue) => {
                let study = open(&catalogue, &folder);
                Self { catalogue: Some(catalogue), study, folder }
            }
            Err(problems) => {
                let study = Err(Trouble::from_content(&problems));
                Self { catalogue: None, study, folder }
            }
        }
    }

    /// The window's size when it was closed last, in points of normal text, and the size of text
    /// in percent.
    pub fn window(&self) -> Option<((f32, f32), u16)> {
        let settings = self.study.as_ref().ok()?.settings();
        settings.window.map(|size| (size, settings.text_size))
    }
}

/// The moment on the calendar.
#[allow(clippy::disallowed_methods, reason = "this is where the window reads the clock")]
pub fn now() -> Moment {
    Moment::from_zoned(&jiff::ZonedDateTime::now())
}

impl DemarcApp {
    /// Opens the data and dresses the window.
    #[allow(clippy::disallowed_methods, reason = "this is where the window reads the clock")]
    pub fn new(ctx: &Context, opening: Opening) -> Self {
        theme::install(ctx);
        let started = Instant::now();
        let tick = Tick { now: now(), uptime_ms: 0 };
        let folder = opening.folder;
        let state = state(opening.study, &folder, tick);
        let mut app = Self {
            state,
            catalogue: opening.catalogue,
            folder,
            screens: Screens::default(),
            worker: Worker::default(),
            started,
            eye: Vec::new(),
            keys: Keys::default(),
            dressed: None,
            size: egui::Vec2::ZERO,
            region: 0,
        };
        // The size of text holds from the first frame on: the window's size is measured in it.
        app.dress(ctx);
        app
    }

    /// For eframe.
    pub fn created(cc: &CreationContext<'_>, opening: Opening) -> Self {
        Self::new(&cc.egui_ctx, opening)
    }

    /// The model, once the data are open.
    pub fn model(&self) -> Option<&Model> {
        match &self.state {
            State::Ready(model) => Some(model),
            State::Trouble(_) => None,
        }
    }

    fn tick(&self) -> Tick {
        let uptime_ms = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        Tick { now: now(), uptime_ms }
    }

    /// One frame: what was pressed, what is drawn, what is done.
    pub fn frame(&mut self, ui: &mut Ui) {
        self.size = ui.ctx().content_rect().size();
        if let State::Trouble(trouble) = &self.state {
            let chosen = self.screens.trouble.ui(ui, trouble);
            if let Some(choice) = chosen {
                self.remedy(ui.ctx(), choice);
            }
            return;
        }
        self.dress(ui.ctx());
        let tick = self.tick();
        let State::Ready(model) = &mut self.state else { return };
        model.exam_clock(tick);
        if let Some(done) = self.worker.take() {
            model.apply(done, tick);
        }
        let mut pressed = std::mem::take(&mut self.eye);
        self.keys.obey(ui.ctx(), model, tick, &mut pressed);
        if pressed.contains(&Id::Region) {
            region::next(ui.ctx(), &mut self.region);
        }
        region::begin(ui.ctx());
        let mut cx = Cx::new(model, self.size, &pressed, tick.uptime_ms);
        draw(ui, &mut cx, &mut self.screens);
        let (asked, eye) = cx.into_asked();
        self.eye = eye;
        if !asked.is_empty() || !self.eye.is_empty() {
            // What was drawn is out of date: draw again before anybody sees it.
            ui.ctx().request_discard("an action changed what is shown");
            ui.ctx().request_repaint();
        }
        for action in asked {
            model.apply(action, tick);
        }
        for effect in model.take_effects() {
            match effect {
                Effect::Copy(text) => ui.ctx().copy_text(text),
                Effect::Open(url) => ui.ctx().open_url(egui::OpenUrl::new_tab(url)),
                Effect::Draw(pictures) => self.worker.draw(pictures),
            }
        }
        self.worker.employ(ui.ctx(), model);
        self.keys.remember(ui.ctx());
        wake::wake(ui.ctx(), model, tick);
    }

    /// Theme, size of text and motion, where they changed.
    fn dress(&mut self, ctx: &Context) {
        let State::Ready(model) = &self.state else { return };
        let settings = model.settings();
        let wanted = (settings.theme, settings.text_size, settings.reduced_motion);
        if self.dressed == Some(wanted) {
            return;
        }
        self.dressed = Some(wanted);
        ctx.set_theme(match wanted.0 {
            Theme::System => egui::ThemePreference::System,
            Theme::Light => egui::ThemePreference::Light,
            Theme::Dark => egui::ThemePreference::Dark,
        });
        ctx.set_zoom_factor(f32::from(wanted.1) / 100.0);
        theme::set_motion(ctx, wanted.2);
    }

    fn remedy(&mut self, ctx: &Context, choice: Choice) {
        let Some(catalogue) = self.catalogue.clone() else {
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        };
        let tick = self.tick();
        let file = rescue::file(&self.folder);
        let failed = match choice {
            Choice::Folder(folder) => match rescue::typed(&folder) {
                Ok(folder) => {
                    self.folder = folder;
                    self.state = state(open(&catalogue, &self.folder), &self.folder, tick);
                    None
                }
                Err(words) => Some(words),
            },
            Choice::Remedy(Remedy::Quit) => {
                ctx.send_viewport_cmd(ViewportCommand::Close);
                None
            }
            Choice::Remedy(Remedy::TryAgain | Remedy::OtherFolder) => {
                self.state = state(open(&catalogue, &self.folder), &self.folder, tick);
                None
            }
            Choice::Remedy(Remedy::ReadOnly) => {
                match Study::open_read_only(Arc::clone(&catalogue), &file, tick.now) {
                    Ok(study) => {
                        self.state = state(Ok(study), &self.folder, tick);
                        None
                    }
                    Err(error) => Some(error.to_string()),
                }
            }
            Choice::Remedy(Remedy::WithoutSaving) => {
                let study = Study::in_memory(Arc::clone(&catalogue), tick.now);
                self.state = state(Ok(study), &self.folder, tick);
                None
            }
            Choice::Remedy(Remedy::StartAfresh) => match rescue::move_aside(&file, tick.now) {
                Ok(_) => {
                    self.state = state(open(&catalogue, &self.folder), &self.folder, tick);
                    None
                }
                Err(error) => Some(format!("It could not be renamed: {error}.")),
            },
            Choice::Remedy(Remedy::Restore(backup)) => {
                match rescue::restore(&backup, &file, tick.now) {
                    Ok(_) => {
                        self.state = state(open(&catalogue, &self.folder), &self.folder, tick);
                        None
                    }
                    Err(error) => Some(format!("The backup could not be restored: {error}.")),
                }
            }
        };
        if let (Some(words), State::Trouble(trouble)) = (failed, &mut self.state) {
            trouble.failed = Some(words);
        }
        ctx.request_repaint();
    }
}

fn open(catalogue: &Arc<Catalogue>, folder: &Path) -> Result<Study, Trouble> {
    Study::open(Arc::clone(catalogue), &rescue::file(folder), now())
        .map_err(|error| Trouble::from_store(&error, newest_good_backup(&rescue::file(folder))))
}

fn state(study: Result<Study, Trouble>, folder: &Path, tick: Tick) -> State {
    match study {
        Ok(study) => {
            let rng = StdRng::from_rng(&mut rand::rng());
            let folder = folder.display().to_string();
            State::Ready(Box::new(Model::new(study, folder, rng, tick)))
        }
        Err(trouble) => State::Trouble(Box::new(trouble)),
    }
}

fn draw(ui: &mut Ui, cx: &mut Cx<'_>, screens: &mut Screens) {
    let model = cx.model;
    notice::notice(ui, cx);
    match model.route() {
        Route::FirstRun => screens.first_run.ui(ui, cx),
        Route::Today => screens.today.ui(ui, cx),
        Route::Lessons => screens.lessons.ui(ui, cx),
        Route::Lesson(_) => screens.lesson.ui(ui, cx),
        Route::Practice => screens.practice.ui(ui, cx),
        Route::Session if model.finished().is_some() && model.placed().is_some() => {
            screens.placed.ui(ui, cx);
        }
        Route::Session if model.finished().is_some() => screens.finished.ui(ui, cx),
        Route::Draw => screens.draw.ui(ui, cx),
        Route::Session if model.replied().is_some() => screens.replied.ui(ui, cx),
        Route::Session if model.asked().is_some() => screens.asked.ui(ui, cx),
        Route::Session if model.feedback().is_some() => screens.feedback.ui(ui, cx),
        Route::Session => screens.question.ui(ui, cx),
        Route::Explore => screens.explore.ui(ui, cx),
        Route::Compare => screens.compare.ui(ui, cx),
        Route::Needs => screens.needs.ui(ui, cx),
        Route::Insights => screens.insights.ui(ui, cx),
        Route::Report(_) if model.placed().is_some() => screens.placed.past(ui, cx),
        Route::Report(_) => screens.finished.past(ui, cx),
        Route::Exam => screens.exam.home(ui, cx),
        Route::ExamRun => screens.exam.run(ui, cx),
        Route::ExamResult(_) => screens.exam.result(ui, cx),
        Route::Settings => screens.settings.ui(ui, cx),
    }
    screens.overlays.ui(ui, cx);
}

impl eframe::App for DemarcApp {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let tick = self.tick();
        let size = self.size;
        if let State::Ready(model) = &mut self.state {
            let points = size * f32::from(model.settings().text_size) / 100.0;
            model.apply(Action::Leave(points.x, points.y), tick);
        }
    }
}
