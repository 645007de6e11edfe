//! What moved since the last release, and `demarc check --release`, which accepts the next one.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use demarc_catalogue::{Catalogue, MovedWords, Released, untold};

use super::failure::{Failure, tell};
use super::out::Out;

/// The table beside provider.toml.
const RELEASED: &str = "released.tsv";
/// The file above the folder of content.
const CHANGELOG: &str = "CHANGELOG.md";

/// Prints which rulings moved since the last release; nothing if none was kept.
pub(super) fn report(catalogue: &Catalogue, out: &mut Out) -> Result<(), Failure> {
    let Some(released) = last(&table(catalogue))? else { return Ok(()) };
    let changes = catalogue.changes_since(&released);
    writeln!(out, "\nrulings that moved since {}: {}", released.version, changes.moved.len())?;
    for &moved in &changes.moved {
        writeln!(out, "        {}", MovedWords(catalogue, moved))?;
    }
    for (kind, id) in &changes.gone {
        writeln!(out, "        the {} `{id}` is gone", kind.as_str())?;
    }
    Ok(())
}

/// Keeps what a good folder of content rules as a release, once every change is told.
pub(super) fn accept(dir: &Path, version: &str, out: &mut Out) -> Result<(), Failure> {
    let catalogue = Catalogue::from_dir(dir)?;
    let has = catalogue.content_version();
    if has != version {
        return Err(Failure::bad_data(format!(
            "The content calls itself {has}. Write `version = \"{version}\"` and the day of the \
             release into [content] of provider.toml, then release it."
        )));
    }
    let table = table(&catalogue);
    let before = last(&table)?;
    let mut moved = 0;
    if let Some(before) = &before {
        let changes = catalogue.changes_since(before);
        moved = changes.moved.len();
        let said = untold(&catalogue, before, &changes, &changelog(dir)?);
        if !said.is_empty() {
            said.iter().for_each(|sentence| tell(sentence));
            return Err(Failure::bad_data(format!("{version} is not released: see above.")));
        }
    }
    let release = Released::of(&catalogue);
    let failed = |error: io::Error| {
        Failure::failed(format!("{} could not be written ({error}).", table.display()))
    };
    fs::write(&table, release.to_string()).map_err(failed)?;
    let deployments = catalogue.deployment_ixs().filter(|&at| !catalogue.is_entry(at)).count();
    write!(out, "{version} is released: {deployments} deployments in {}", table.display())?;
    match before {
        Some(before) => writeln!(out, ", {moved} rulings moved since {}", before.version)?,
        None => writeln!(out)?,
    }
    Ok(())
}

fn table(catalogue: &Catalogue) -> PathBuf {
    let mut paths = catalogue.files().iter().map(|file| Path::new(&file.path));
    let provider = paths.find(|path| path.ends_with("provider.toml"));
    provider.and_then(Path::parent).unwrap_or(Path::new("")).join(RELEASED)
}

/// The last release, if one was kept.
fn last(table: &Path) -> Result<Option<Released>, Failure> {
    let unread = |what: String| Failure::bad_data(format!("{}: {what}.", table.display()));
    match fs::read_to_string(table) {
        Ok(text) => text.parse().map(Some).map_err(|error| unread(format!("{error}"))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unread(format!("this cannot be read: {error}"))),
    }
}

fn changelog(dir: &Path) -> Result<String, Failure> {
    let file = dir.canonicalize()?.with_file_name(CHANGELOG);
    match fs::read_to_string(&file) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(error) => {
            Err(Failure::bad_data(format!("{} cannot be read ({error}).", file.display())))
        }
    }
}
