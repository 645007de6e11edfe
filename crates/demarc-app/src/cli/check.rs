//! `demarc check`: judges the content and counts what is in it, and keeps a release of it.

use std::io::{self, Write};
use std::path::Path;

use demarc_catalogue::{Catalogue, coverage, judge_dir, judge_files, shipped};

use super::failure::{Failure, colour, tell};
use super::out::Out;
use super::release;

/// Judges a folder, or the content in this program.
pub(super) fn run(
    dir: Option<&Path>,
    report: bool,
    release: Option<&str>,
    out: &mut Out,
) -> Result<(), Failure> {
    let judged = match dir {
        None => judge_files(shipped::files(), None),
        Some(dir) => {
            stand(dir)?;
            judge_dir(dir, None)
        }
    };
    let problems = &judged.problems;
    if !problems.list.is_empty() {
        tell(&format!("{}\n", problems.render(colour(&io::stderr()))));
    }
    writeln!(out, "{}", judged.counts)?;
    writeln!(out, "{:>6}  problems", problems.list.len())?;
    if report {
        let catalogue = match dir {
            None => Catalogue::shipped(),
            Some(dir) => Catalogue::from_dir(dir),
        };
        // Content that does not load was reported above, and has no coverage.
        if let Ok(catalogue) = catalogue {
            write!(out, "\n{}", coverage(&catalogue, catalogue.released()))?;
            if dir.is_some() {
                release::report(&catalogue, out)?;
            }
        }
    }
    out.flush()?;
    if judged.is_good() {
        return match (dir, release) {
            (Some(dir), Some(version)) => release::accept(dir, version, out),
            _ => Ok(()),
        };
    }
    let what = dir.map_or_else(|| "The content".to_owned(), |dir| dir.display().to_string());
    Err(Failure::bad_data(format!("{what} is not good: see the problems above.")))
}

/// The folder is one.
fn stand(dir: &Path) -> Result<(), Failure> {
    let shown = dir.display();
    match std::fs::metadata(dir) {
        Ok(meta) if meta.is_dir() => Ok(()),
        Ok(_) => Err(Failure::bad_data(format!("{shown} is not a folder: name one of content."))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(Failure::bad_data(format!("There is no folder {shown}.")))
        }
        Err(error) => {
            Err(Failure::bad_data(format!("The folder {shown} cannot be read ({error}).")))
        }
    }
}
