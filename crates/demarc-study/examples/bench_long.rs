//! How long opening, answering and the screens take over a long history, beside one pass of SQLite
//! over the same answers. `cargo run --release -p demarc-study --example bench_long -- [ANSWERS]`
#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use demarc_catalogue::{Catalogue, Cell};
use demarc_study::{Confidence, Day, InsightFilter, Moment, Plan, Range, Said, Study};
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use rusqlite::Connection;

type Anyhow<T> = Result<T, Box<dyn Error>>;

/// Nine years of practice, whatever the number of answers.
const DAYS: i32 = 9 * 365;
const DAY_MS: i64 = 86_400_000;
/// How many answers a session has.
const SITTING: usize = 50;

fn main() -> Anyhow<()> {
    let answers: usize = std::env::args().nth(1).map_or(Ok(100_000), |it| it.parse())?;
    let dir = tempfile::tempdir()?;
    let catalogue = Arc::new(Catalogue::shipped().map_err(|it| it.render(false))?);
    let file = dir.path().join("progress.sqlite3");
    let now = write(&catalogue, &file, answers)?;
    println!("{answers} answers over nine years, {} KiB", std::fs::metadata(&file)?.len() / 1024);

    let conn = Connection::open(&file)?;
    let pass = "SELECT deployment, duty, count(*), sum(said = ruling), max(utc_ms) FROM answer
                GROUP BY deployment, duty";
    show("floor: one pass of SQLite", || {
        let counted = conn.prepare(pass).and_then(|mut it| it.query([])?.next().map(|_| ()));
        counted.is_ok()
    });
    drop(conn);
    // The first opening also writes the cards that follow from the log.
    drop(Study::open(Arc::clone(&catalogue), &file, now)?);
    let (study, took) = timed(|| Study::open(Arc::clone(&catalogue), &file, now));
    let mut study = study?;
    line("open", took);
    show("Today", || study.today(now));
    show("what is known, over all", || study.estimate(now, |_| true));
    let cells = catalogue.asked_cells(now.day().date());
    show("what is known, of each cell", || study.knowing(now).each(&cells));
    for (name, range) in [("Insights, 90 days", Range::Days90), ("Insights, all", Range::All)] {
        show(name, || study.insights(now, range, &InsightFilter::All));
    }
    let lambda = InsightFilter::Service("lambda".to_owned());
    show("Insights, one service", || study.insights(now, Range::All, &lambda));
    show("figures for scripts", || study.stats(now));
    let mut rng = StdRng::seed_from_u64(3);
    let (started, took) = timed(|| study.start(&Plan::Mixed { count: 50 }, now, &mut rng));
    started?;
    line("start a session", took);
    let (mut each, mut undos) = (Vec::new(), Vec::new());
    for number in 0..40 {
        let at = now.plus_ms(number * 10_000);
        let (done, took) = timed(|| study.answer(Said::Of, Confidence::Likely, 4_000, at));
        done?;
        each.push(took);
        if number % 8 == 0 {
            let (done, took) = timed(|| study.undo(at));
            done?;
            undos.push(took);
        } else {
            study.advance();
        }
    }
    line("answer", middle(each));
    line("undo", middle(undos));
    let (ended, took) = timed(|| study.end(now.plus_ms(900_000)));
    ended?;
    line("end with a report", took);
    Ok(())
}

/// Writes a log straight into the file, in one transaction; gives the moment after it.
fn write(catalogue: &Arc<Catalogue>, file: &Path, answers: usize) -> Anyhow<Moment> {
    let last = Day::from_date(catalogue.released()).ok_or("no such date")?;
    let first = Moment::new(i64::from(last.plus(-DAYS).number()) * DAY_MS + 64_800_000, 0);
    drop(Study::open(Arc::clone(catalogue), file, first)?);
    let cells = catalogue.asked_cells(last.date());
    let mut conn = Connection::open(file)?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    let tx = conn.transaction()?;
    let mut rng = StdRng::seed_from_u64(1);
    let mut session = [0; 16];
    for number in 0..answers {
        let day = number as i64 * i64::from(DAYS) / answers as i64;
        let at = first.plus_ms(day * DAY_MS + (number % SITTING) as i64 * 10_000);
        if number % SITTING == 0 {
            rng.fill_bytes(&mut session);
            tx.prepare_cached(
                "INSERT INTO session (id, title, plan, items, skipped, utc_ms, offset_min,
                                      ended_utc_ms, ended_offset_min)
                 VALUES (?1, 'Review', '{}', '[]', '[]', ?2, 0, ?2, 0)",
            )?
            .execute((session, at.utc_ms))?;
        }
        // More cells as time passes, the later ones less often.
        let met = (cells.len() * (number + SITTING) / answers).clamp(1, cells.len());
        let cell = cells[(rng.random::<f64>().powi(2) * met as f64) as usize];
        let confidence = ["guess", "likely", "sure"][rng.random_range(0..3)];
        let mut id = [0; 16];
        rng.fill_bytes(&mut id);
        tx.prepare_cached(
            "INSERT INTO answer (id, session, item, repeat, form, deployment, duty, said,
                                 confidence, ruling, content_version, utc_ms, offset_min, took_ms)
             VALUES (?1, ?2, ?3, 0, 'verdict', ?4, ?5, ?6, ?7, ?8, '2026.11', ?9, 0, ?10)",
        )?
        .execute(rusqlite::params![
            id,
            session,
            (number % SITTING) as i64,
            catalogue.deployment(cell.deployment).id,
            catalogue.duty(cell.duty).id,
            said(catalogue, cell, rng.random_bool(0.85)).as_str(),
            confidence,
            said(catalogue, cell, true).as_str(),
            at.utc_ms,
            rng.random_range(3_000..20_000),
        ])?;
    }
    tx.commit()?;
    Ok(first.plus_days(DAYS))
}

fn said(catalogue: &Catalogue, cell: Cell, right: bool) -> Said {
    let truth = Said::right_for(catalogue.ruling(cell).side).unwrap_or(Said::In);
    match (right, truth) {
        (true, said) => said,
        (false, Said::Of) => Said::In,
        (false, Said::In) => Said::Of,
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}

/// The least of 21 runs: what the work takes where nobody else is at it.
fn show<T>(name: &str, work: impl Fn() -> T) {
    line(name, (0..21).map(|_| timed(&work).1).min().unwrap_or_default());
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn line(name: &str, took: Duration) {
    println!("{name:<34}{took:>9.1?}");
}
