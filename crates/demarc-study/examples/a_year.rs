//! Writes the answers of a pretended learner, day by day, into a data folder: for screenshots and
//! for timing, never for a person's own folder.
//!
//! `cargo run -p demarc-study --example a_year -- FOLDER [DAYS] [SEED]`

use std::{error::Error, path::Path, path::PathBuf, process::ExitCode, sync::Arc};

use demarc_catalogue::{Catalogue, Cell, Layer};
use demarc_study::{Confidence, Day, Moment, Phase, Plan, Said, Study};
use rand::{RngExt, SeedableRng, rngs::StdRng};

const DAY_MS: i64 = 86_400_000;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("Name the folder to write into.");
        return ExitCode::from(2);
    };
    let days = arguments.next().and_then(|days| days.parse().ok()).unwrap_or(365);
    let seed = arguments.next().and_then(|seed| seed.parse().ok()).unwrap_or(7);
    match write(&folder, days, seed) {
        Ok(answers) => {
            println!("{answers} answers over {days} days in {}", folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path, days: i32, seed: u64) -> Result<usize, Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    let catalogue = Arc::new(Catalogue::shipped().map_err(|_| "the content does not load")?);
    // The day before the content was released, so that a screen opened on that day has reviews.
    let last = Day::from_date(catalogue.released()).ok_or("no such date")?.plus(-1);
    let first = i64::from(last.plus(-days).number()) * DAY_MS + 19 * 3_600_000;
    let mut rng = StdRng::seed_from_u64(seed);
    let file = folder.join("progress.sqlite3");
    let mut study = Study::open(Arc::clone(&catalogue), &file, Moment::new(first, 0))?;
    let mut answers = 0;
    for day in 0..=days {
        if rng.random::<f64>() < 0.18 {
            continue;
        }
        let mut now = Moment::new(first + i64::from(day) * DAY_MS, 0);
        for plan in [Plan::Due { limit: 60 }, Plan::Learn { count: 3 }] {
            if study.start(&plan, now, &mut rng).unwrap_or(0) == 0 {
                continue;
            }
            while let Some(cell) = open_question(&study) {
                let progress = f64::from(day) / f64::from(days.max(1));
                let (said, confidence) = pretend(&study, cell, progress, &mut rng);
                let took = rng.random_range(4_000..22_000);
                now = now.plus_ms(i64::from(took) + 4_000);
                // What keeps slipping comes in another form, and is seen through there.
                if let Some(question) = study.question(now) {
                    study.reply(&question.key(&catalogue), confidence, took, now)?;
                    study.advance();
                    answers += 1;
                    continue;
                }
                study.answer(said, confidence, took, now)?;
                study.advance();
                answers += 1;
            }
            study.end(now)?;
        }
    }
    Ok(answers)
}

fn open_question(study: &Study) -> Option<Cell> {
    let session = study.session().filter(|session| session.phase == Phase::Question)?;
    session.item().map(|item| item.cell)
}

/// A learner who gets better, and is surer than they should be in the platform layer.
fn pretend(study: &Study, cell: Cell, progress: f64, rng: &mut StdRng) -> (Said, Confidence) {
    let catalogue = study.catalogue();
    let hard = catalogue.duty(cell.duty).layer == Layer::Platform;
    let met = study.record(cell).seen.min(4) as f64;
    let known = 0.55 + 0.20 * progress + 0.06 * met - if hard { 0.14 } else { 0.0 };
    let right = rng.random::<f64>() < known.clamp(0.5, 0.97);
    let truth = Said::right_for(catalogue.ruling(cell).side).unwrap_or(Said::In);
    let said = match (right, truth) {
        (true, said) => said,
        (false, Said::Of) => Said::In,
        (false, Said::In) => Said::Of,
    };
    let felt = known + rng.random_range(-0.2..0.2) + if hard { 0.12 } else { 0.0 };
    let confidence = match felt {
        felt if felt < 0.62 => Confidence::Guess,
        felt if felt < 0.80 => Confidence::Likely,
        _ => Confidence::Sure,
    };
    (said, confidence)
}
