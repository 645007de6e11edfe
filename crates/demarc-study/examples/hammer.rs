//! Answers questions in a data folder without end and prints `ACK <id>` after each that is saved.
//! Whoever kills it may ask afterwards whether all of those are there.
//!
//! `cargo run -p demarc-study --example hammer -- FOLDER [SEED]`
#![allow(clippy::disallowed_methods, reason = "a program of its own reads the clock")]

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use demarc_catalogue::Catalogue;
use demarc_study::{Confidence, Moment, Plan, Said, Study};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

#[allow(dead_code, reason = "the test of kills has this file as a module")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let dir = arguments.next().ok_or("give a folder")?;
    run(Path::new(&dir), arguments.next().map_or(Ok(1), |it| it.parse())?)
}

/// Answers without end.
pub fn run(dir: &Path, seed: u64) -> Result<(), Box<dyn Error>> {
    let mut rng = StdRng::seed_from_u64(seed);
    let catalogue = Arc::new(Catalogue::shipped().map_err(|problems| problems.render(false))?);
    let mut study = Study::open(catalogue, &dir.join("progress.sqlite3"), now())?;
    study.resume(now());
    let mut out = std::io::stdout().lock();
    loop {
        if study.session().and_then(|session| session.item()).is_none() {
            study.end(now())?;
            study.start(&Plan::Mixed { count: 10 }, now(), &mut rng)?;
        }
        if rng.random_bool(0.1) {
            study.undo(now())?;
        }
        let said = if rng.random_bool(0.5) { Said::Of } else { Said::In };
        let confidence = Confidence::ALL[rng.random_range(0..3)];
        study.answer(said, confidence, 1_000, now())?;
        let item = study.session().and_then(|session| session.item());
        let answer = item.and_then(|item| item.answer).ok_or("no answer")?;
        writeln!(out, "ACK {answer}")?;
        out.flush()?;
        study.advance();
    }
}

fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment::new(since.map_or(0, |it| it.as_millis() as i64), 0)
}
