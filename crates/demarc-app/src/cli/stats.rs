//! `demarc stats`: what is known, in figures.

use std::io::Write;

use demarc_study::{Moment, Study};

use super::failure::Failure;
use super::out::Out;
use super::page::{count, percent};

/// Prints the figures.
pub(super) fn run(study: &Study, json: bool, now: Moment, out: &mut Out) -> Result<(), Failure> {
    let stats = study.stats(now);
    if json {
        serde_json::to_writer_pretty(&mut *out, &stats)?;
        return Ok(writeln!(out)?);
    }
    let share = |share: Option<f64>| share.map_or_else(|| "-".to_owned(), percent);
    let mastery = &stats.mastery;
    let known = mastery.known.map_or_else(
        || "not enough answers yet".to_owned(),
        |it| format!("{}, between {} and {}", percent(it.share), percent(it.low), percent(it.high)),
    );
    writeln!(out, "answers          {}", stats.answers)?;
    writeln!(out, "sessions         {}", stats.sessions.len())?;
    writeln!(out, "score            {}", share(stats.score))?;
    writeln!(out, "guess-corrected  {}", share(stats.guess_corrected))?;
    writeln!(out, "due              {}", stats.due)?;
    writeln!(
        out,
        "mastery          {}; {} met of {}",
        known,
        count(mastery.met, "ruling"),
        mastery.of
    )?;
    for level in &stats.calibration.levels {
        let name = level.confidence.as_str();
        match level.share {
            Some(right) => writeln!(
                out,
                "{name:<15}  {} of {} right; it claims {}",
                percent(right),
                count(level.n as usize, "answer"),
                percent(level.claims)
            )?,
            None => writeln!(out, "{name:<15}  not said yet; it claims {}", percent(level.claims))?,
        }
    }
    writeln!(out, "lessons          {} of {} done", stats.lessons_done, stats.lessons)?;
    Ok(())
}
