//! Times a frame of Explore with all that ships: the drawing code and the tessellation, on one
//! thread, without a window: `cargo run --release -p demarc-app --example bench_explore`.
//! On Linux it counts the thread's processor time, elsewhere the time that passes.
//!
//! It scrolls the matrix from end to end, walks over it, and types a filter letter by letter, in
//! rulings and in mastery, and turns from one to the other, which works out what is probably known
//! of every cell after 3,000 answers. The goal is 16 ms a frame.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use demarc_app::{
    app::{DemarcApp, Opening},
    model::route::Route,
};
use demarc_catalogue::{Catalogue, Side};
use demarc_study::{Confidence, Plan, Said, Study};
use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, Vec2};
use rand::{SeedableRng, rngs::StdRng};

const GOAL_MS: f64 = 16.0;
const SIZES: [Vec2; 2] = [Vec2::new(1280.0, 800.0), Vec2::new(2560.0, 1440.0)];
const FILTERS: [&str; 3] = ["lambda runtime", "certificate", "hypervisor patch"];

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut slow = false;
    for size in SIZES {
        let mut bench = Bench::open(size)?;
        println!("{} x {} points", size.x, size.y);
        for mode in ["rulings", "mastery"] {
            if bench.app.model().is_none_or(|it| it.explore().mastery != (mode == "mastery")) {
                return Err(format!("the matrix does not show {mode}").into());
            }
            for (what, times) in
                [("scroll", bench.scroll()), ("walk", bench.walk()), ("filter", bench.filter())]
            {
                slow |= report(mode, what, times);
            }
            bench.press(Key::V);
        }
        slow |= report("both", "turn", (0..40).map(|_| bench.press(Key::V)).collect());
    }
    if slow {
        println!("slower than the goal of {GOAL_MS} ms");
    }
    Ok(if slow { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Explore, opened after some months of practice.
struct Bench {
    ctx: Context,
    app: DemarcApp,
    size: Vec2,
    time: f64,
    _folder: tempfile::TempDir,
}

impl Bench {
    fn open(size: Vec2) -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let catalogue = Catalogue::shipped().map_err(|_| "the shipped content does not load")?;
        let catalogue = Arc::new(catalogue);
        practise(&catalogue, folder.path())?;
        let ctx = Context::default();
        let app = DemarcApp::new(&ctx, Opening::of(Ok(catalogue), folder.path()));
        let mut bench = Self { ctx, app, size, time: 0.0, _folder: folder };
        bench.settle();
        bench.press(Key::Num4);
        if bench.app.model().is_none_or(|model| model.route() != Route::Explore) {
            return Err("Explore is not on the screen".into());
        }
        Ok(bench)
    }

    /// One frame with these events: the time of the drawing code and the tessellation.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            focused: true,
            events,
            ..Default::default()
        };
        let start = now();
        let output = self.ctx.run_ui(input, |ui| self.app.frame(ui));
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let time = now().saturating_sub(start);
        std::hint::black_box(meshes);
        time
    }

    fn settle(&mut self) {
        for _ in 0..20 {
            self.frame(Vec::new());
        }
    }

    fn press(&mut self, key: Key) -> Duration {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let time = self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
        time
    }

    fn scroll(&mut self) -> Vec<Duration> {
        let middle = (self.size / 2.0).to_pos2();
        let mut times = Vec::new();
        for up in [false, true] {
            for _ in 0..150 {
                let delta = Vec2::new(0.0, if up { 60.0 } else { -60.0 });
                let wheel = Event::MouseWheel {
                    unit: egui::MouseWheelUnit::Point,
                    delta,
                    phase: egui::TouchPhase::Move,
                    source: egui::MouseWheelSource::Wheel,
                    modifiers: Modifiers::NONE,
                };
                times.push(self.frame(vec![Event::PointerMoved(middle), wheel]));
            }
        }
        self.frame(vec![Event::PointerGone]);
        times
    }

    fn walk(&mut self) -> Vec<Duration> {
        let mut times = Vec::new();
        for key in [Key::ArrowDown, Key::ArrowRight, Key::PageDown] {
            times.extend((0..40).map(|_| self.press(key)));
        }
        self.press(Key::Escape);
        times
    }

    fn filter(&mut self) -> Vec<Duration> {
        let mut times = Vec::new();
        for text in FILTERS {
            self.press(Key::Slash);
            for letter in text.chars() {
                times.push(self.frame(vec![Event::Text(letter.to_string())]));
                times.push(self.frame(Vec::new()));
            }
            let found = self.app.model().and_then(|model| model.explore().found());
            assert!(found.is_some(), "\u{201c}{text}\u{201d} was not looked for");
            self.press(Key::Escape);
            self.press(Key::Escape);
            self.settle();
        }
        times
    }
}

/// Sixty sessions of fifty questions, one a day until today, four of five answered right.
fn practise(catalogue: &Arc<Catalogue>, folder: &Path) -> Result<(), Box<dyn Error>> {
    let today = demarc_app::app::now();
    let first = today.plus_days(-60);
    let mut study = Study::open(Arc::clone(catalogue), &folder.join("progress.sqlite3"), first)?;
    let mut rng = StdRng::seed_from_u64(1);
    let mut number = 0_usize;
    for day in 0..60 {
        let now = first.plus_days(day);
        study.start(&Plan::Mixed { count: 50 }, now, &mut rng)?;
        while let Some(cell) = study.session().and_then(|it| it.item()).map(|it| it.cell) {
            number += 1;
            let right = catalogue.ruling(cell).side == Side::In;
            let said = if right != number.is_multiple_of(5) { Said::In } else { Said::Of };
            study.answer(said, Confidence::Likely, 4_000, now)?;
            study.advance();
        }
        study.end(now)?;
    }
    Ok(())
}

/// The processor time of this thread so far.
#[cfg(target_os = "linux")]
fn now() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.try_into().unwrap_or_default())
}

/// The time since the first call.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn now() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

/// Prints the median, the 99th in a hundred and the worst; returns whether one was slower than the
/// goal.
fn report(mode: &str, what: &str, mut times: Vec<Duration>) -> bool {
    times.sort_unstable();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize].as_secs_f64() * 1000.0;
    let (median, most, worst) = (at(0.5), at(0.99), at(1.0));
    println!(
        "  {mode} {what:<7} {:>4} frames  median {median:>6.2} ms  99 in 100 {most:>6.2} ms  \
         worst {worst:>6.2} ms",
        times.len()
    );
    worst > GOAL_MS
}
