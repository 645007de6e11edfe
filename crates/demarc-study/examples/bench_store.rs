//! How long a durable answer takes, beside a plain SQLite insert with the same settings, and how
//! long screens take over a long history. `cargo run --release -p demarc-study --example bench_store`
#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use demarc_catalogue::Catalogue;
use demarc_study::{Confidence, InsightFilter, Moment, Plan, Range, Said, Study};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rusqlite::Connection;

type Anyhow<T> = Result<T, Box<dyn Error>>;

const START: Moment = Moment::new(1_600_000_000_000, 60);
/// How many answers are timed, at the start and at the end.
const TIMED: usize = 2_000;

fn main() -> Anyhow<()> {
    let long: usize = std::env::args().nth(1).map_or(Ok(100_000), |it| it.parse())?;
    let dir = tempfile::tempdir()?;
    let catalogue = Arc::new(Catalogue::shipped().map_err(|it| it.render(false))?);
    let file = dir.path().join("progress.sqlite3");
    let mut study = Study::open(Arc::clone(&catalogue), &file, START)?;
    let mut learner = Learner { rng: StdRng::seed_from_u64(1), now: START };
    let plain = plain(&dir.path().join("plain.sqlite3"))?;
    side_by_side("from none on", &mut learner, &mut study, &plain)?;
    for _ in 0..long.saturating_sub(2 * TIMED) {
        learner.answer(&mut study)?;
    }
    side_by_side(&format!("at {long} answers"), &mut learner, &mut study, &plain)?;
    drop(study);

    let size = std::fs::metadata(&file)?.len() / 1024;
    println!("{:<34}{size} KiB", "file");
    let (study, took) = timed(|| Study::open(Arc::clone(&catalogue), &file, learner.now));
    let study = study?;
    println!("{:<34}{took:>9.1?}", "open for writing");
    let (read, took) = timed(|| Study::open_read_only(catalogue, &file, learner.now));
    read?;
    println!("{:<34}{took:>9.1?}", "open read-only");
    let now = learner.now;
    show("today", || study.today(now));
    show("what is known, over all", || study.estimate(now, |_| true));
    show("insights, all", || study.insights(now, Range::All, &InsightFilter::All));
    show("stats", || study.stats(now));
    show("sessions", || study.sessions());
    let session = study.sessions()[0].id;
    show("report of a session", || study.report(session));
    let mut out = Vec::new();
    let (_, took) = timed(|| study.export_csv(&mut out));
    println!("{:<34}{took:>9.1?}  {} KiB", "export CSV", out.len() / 1024);
    out.clear();
    let (_, took) = timed(|| study.export_json(&mut out));
    println!("{:<34}{took:>9.1?}  {} KiB", "export JSON", out.len() / 1024);
    Ok(())
}

struct Learner {
    rng: StdRng,
    now: Moment,
}

impl Learner {
    /// Answers a question, three sessions a day, and gives the time that it took.
    fn answer(&mut self, study: &mut Study) -> Anyhow<Duration> {
        if study.session().and_then(|session| session.item()).is_none() {
            study.end(self.now)?;
            self.now = self.now.plus_ms(8 * 3_600_000);
            study.start(&Plan::Mixed { count: 50 }, self.now, &mut self.rng)?;
        }
        self.now = self.now.plus_ms(5_000);
        let said = if self.rng.random_bool(0.5) { Said::Of } else { Said::In };
        let (answer, took) = timed(|| study.answer(said, Confidence::Likely, 4_000, self.now));
        answer?;
        study.advance();
        Ok(took)
    }
}

/// An empty table in a file of its own.
fn plain(file: &Path) -> Anyhow<Connection> {
    let conn = Connection::open(file)?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = 1;
         CREATE TABLE answer (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT, e INTEGER);",
    )?;
    Ok(conn)
}

/// Answers and plain inserts in turn, so that both meet the same disk.
fn side_by_side(
    when: &str,
    learner: &mut Learner,
    study: &mut Study,
    plain: &Connection,
) -> Anyhow<()> {
    let mut insert = plain.prepare("INSERT INTO answer (a, b, c, d, e) VALUES (?, ?, ?, ?, ?)")?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 0..TIMED {
        let row = ("lambda.zip.auto", "runtime.apply", "of", "likely", number as i64);
        let (done, took) = timed(|| insert.execute(row));
        done?;
        theirs.push(took);
        ours.push(learner.answer(study)?);
    }
    report(&format!("answer, {when}"), &ours);
    report(&format!("plain insert, {when}"), &theirs);
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}

/// The median of eleven runs.
fn show<T>(name: &str, work: impl Fn() -> T) {
    let mut times: Vec<Duration> = (0..11).map(|_| timed(&work).1).collect();
    times.sort();
    println!("{name:<34}{:>9.1?}", times[5]);
}

fn report(name: &str, times: &[Duration]) {
    let mut sorted = times.to_vec();
    sorted.sort();
    let at = |share: f64| sorted[((sorted.len() - 1) as f64 * share) as usize];
    println!("{name:<34}p50 {:>9.1?}  p99 {:>9.1?}", at(0.5), at(0.99));
}
