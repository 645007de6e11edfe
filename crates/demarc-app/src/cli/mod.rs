//! The command line: what was asked for, what came of it, and the terminal where no window opens.

mod args;
mod audit;
mod catalogue;
mod check;
mod choose;
mod data_place;
mod explain;
mod export;
mod failure;
mod fault;
mod lessons;
mod markdown;
mod names;
mod out;
mod page;
mod paths;
mod quiz;
mod release;
mod ruling;
mod score;
mod stats;

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use clap::error::ErrorKind;
use demarc_catalogue::Catalogue;
use demarc_study::{Moment, StoreError, Study};

use args::{Args, Command, QuizArgs};
use data_place::DataPlace;
use failure::Failure;
use out::Out;
use quiz::Quiz;

/// Reads the clock. Nothing below `main` does so by itself.
pub type Clock = fn() -> Moment;

/// How the window came to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowEnd {
    /// It was there and was closed.
    Closed,
    /// It could not be opened; one line says why. Progress must not be held open any more.
    NoWindow(String),
    /// It was there and broke; one line says so.
    Broke(String),
}

/// Opens the window on a data folder, with the content or with what is wrong with it.
pub trait Window: FnOnce(&Path, Result<Arc<Catalogue>, String>) -> WindowEnd {}

impl<F: FnOnce(&Path, Result<Arc<Catalogue>, String>) -> WindowEnd> Window for F {}

/// Does what the arguments ask for, and gives the exit code: 0 done, 1 failed, 2 wrong usage,
/// 3 bad data. Without a subcommand it opens the window, or runs the quiz where there is none.
pub fn main(clock: Clock, window: impl Window) -> ExitCode {
    fault::guard(|| run(clock, window))
}

fn run(clock: Clock, window: impl Window) -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) if error.kind() == ErrorKind::DisplayVersion => return finish(version),
        Err(error) => {
            return match error.print() {
                // Whoever closed the stream does not want to read it.
                Err(closed) if closed.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
                _ => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(1)),
            };
        }
    };
    finish(|out| dispatch(args, clock, window, out))
}

/// Runs a command on standard output and says on standard error what went wrong.
fn finish(work: impl FnOnce(&mut Out) -> Result<(), Failure>) -> ExitCode {
    let mut out = Out::stdout();
    let done = work(&mut out).and_then(|()| Ok(out.flush()?));
    match (out.verdict(), done) {
        (Some(Ok(())), _) | (None, Ok(())) => ExitCode::SUCCESS,
        (Some(Err(failure)), _) | (None, Err(failure)) => failure.report(),
    }
}

fn dispatch(args: Args, clock: Clock, window: impl Window, out: &mut Out) -> Result<(), Failure> {
    let place = || DataPlace::find(args.data_dir.as_deref());
    match args.command {
        None => {
            let place = place()?;
            let content = Catalogue::shipped().map(Arc::new);
            let shown = content.as_ref().map(Arc::clone).map_err(ToString::to_string);
            match window(place.dir(), shown) {
                WindowEnd::Closed => Ok(()),
                WindowEnd::Broke(why) => Err(Failure::failed(why)),
                WindowEnd::NoWindow(why) => {
                    failure::tell(&why);
                    quiz(&place, content?, &QuizArgs::default(), clock, out)
                }
            }
        }
        Some(Command::Quiz(wanted)) => quiz(&place()?, shipped()?, &wanted, clock, out),
        Some(Command::Lessons { id: None }) => lessons::list(&reader(&place()?, clock)?, out),
        Some(Command::Lessons { id: Some(id) }) => lesson(&place()?, &id, clock, out),
        Some(Command::Check { dir, report, release }) => {
            check::run(dir.as_deref(), report, release.as_deref(), out)
        }
        Some(Command::Catalogue { format, output }) => {
            catalogue::run(&*shipped()?, format, output.as_deref(), today(clock), out)
        }
        Some(Command::Ruling { deployment, duty, json }) => {
            ruling::run(&*shipped()?, &deployment, &duty, json, today(clock), out)
        }
        Some(Command::Choose { need: None }) => choose::list(&*shipped()?, today(clock), out),
        Some(Command::Choose { need: Some(need) }) => {
            choose::run(&*shipped()?, &need, today(clock), out)
        }
        Some(Command::Audit(wanted)) => audit::run(&*shipped()?, &wanted, out),
        Some(Command::Stats { json }) => stats::run(&reader(&place()?, clock)?, json, clock(), out),
        Some(Command::Export { format }) => export::run(&reader(&place()?, clock)?, format, out),
        Some(Command::Paths) => paths::run(&place()?, out),
    }
}

fn quiz(
    place: &DataPlace,
    catalogue: Arc<Catalogue>,
    wanted: &QuizArgs,
    clock: Clock,
    out: &mut Out,
) -> Result<(), Failure> {
    let plan = quiz::plan(&catalogue, wanted)?;
    let mut study = Study::open(catalogue, &place.progress(), clock())?;
    let stdin = io::stdin();
    let echo = !stdin.is_terminal();
    Quiz::new(&mut study, clock, stdin.lock(), echo, out).run(wanted, &plan)
}

/// Teaches one lesson. Where progress is open elsewhere or may not be written, nothing is kept.
fn lesson(place: &DataPlace, id: &str, clock: Clock, out: &mut Out) -> Result<(), Failure> {
    let catalogue = shipped()?;
    let lesson = names::lesson(&catalogue, id)?;
    let mut study = match Study::open(Arc::clone(&catalogue), &place.progress(), clock()) {
        Ok(study) => study,
        Err(error @ (StoreError::Locked { .. } | StoreError::ReadOnly { .. })) => {
            failure::tell(&format!("{error} What you answer here is not kept."));
            Study::in_memory(catalogue, clock())
        }
        Err(error) => return Err(error.into()),
    };
    let stdin = io::stdin();
    let echo = !stdin.is_terminal();
    lessons::Teaching::new(&mut study, lesson, clock, stdin.lock(), echo, out).run()
}

/// Progress for reading: also beside an open window, and where nothing may be written.
fn reader(place: &DataPlace, clock: Clock) -> Result<Study, Failure> {
    Ok(Study::open_read_only(shipped()?, &place.progress(), clock())?)
}

fn shipped() -> Result<Arc<Catalogue>, Failure> {
    Ok(Arc::new(Catalogue::shipped()?))
}

fn today(clock: Clock) -> demarc_catalogue::Date {
    clock().day().date()
}

/// `demarc 0.1.0 (SQLite 3.54.1, rulings 2026.11)`
fn version(out: &mut Out) -> Result<(), Failure> {
    let catalogue = shipped()?;
    writeln!(
        out,
        "demarc {} (SQLite {}, rulings {})",
        env!("CARGO_PKG_VERSION"),
        demarc_study::sqlite_version(),
        catalogue.content_version()
    )?;
    Ok(())
}
