//! Copies of the whole file, each good by itself, in the folder `backups` beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::look::Found;
use super::retention::{self, Kept};
use super::{backups_beside, files};
use crate::clock::{Day, Moment};
use crate::error::StoreError;

const PREFIX: &str = "progress-";
const SUFFIX: &str = ".sqlite3";
const UNFINISHED: &str = "unfinished.part";

/// Copies an open file into its backup folder and gives the copy's path.
///
/// The copy is checked and on disk before it gets its name.
pub(crate) fn make(conn: &Connection, path: &Path, now: Moment) -> Result<PathBuf, StoreError> {
    let dir = backups_beside(path);
    let unwritable = |source| super::unwritable(&dir, source);
    files::make_dir(&dir).map_err(unwritable)?;
    let part = dir.join(UNFINISHED);
    files::make_empty(&part).map_err(unwritable)?;
    copy(conn, &part).map_err(|error| StoreError::from_sqlite(&part, &error))?;
    let place = free_name(&dir, now);
    files::put(&part, &place).map_err(unwritable)?;
    thin(path, now);
    Ok(place)
}

/// Removes the backups whose time is over. One that cannot be removed may stay.
fn thin(path: &Path, now: Moment) {
    let mut backups = list(path);
    backups.reverse();
    let dated =
        |path: &PathBuf| Some(Kept { day: day_of(path)?, size: fs::metadata(path).ok()?.len() });
    let (paths, kept): (Vec<PathBuf>, Vec<Kept>) =
        backups.into_iter().filter_map(|path| dated(&path).map(|kept| (path, kept))).unzip();
    for place in retention::expired(&kept, now.day()) {
        let _ = fs::remove_file(&paths[place]);
    }
}

/// The day that a backup's name tells.
fn day_of(path: &Path) -> Option<Day> {
    let name = path.file_name()?.to_str()?;
    let date = name.strip_prefix(PREFIX)?.get(..10)?;
    Day::from_date(date.parse().ok()?)
}

fn copy(conn: &Connection, part: &Path) -> rusqlite::Result<()> {
    let mut target = super::connection::open(part)?;
    Backup::new(conn, &mut target)?.run_to_completion(1_000, Duration::ZERO, None)?;
    // The copy must be good by itself, without a log beside it.
    target.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    let verdict: String = target.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
        return Err(rusqlite::Error::SqliteFailure(code, Some(verdict)));
    }
    target.close().map_err(|(_, error)| error)
}

/// `progress-2026-11-24-075930.sqlite3`, by the local clock; a number follows if that is taken.
fn free_name(dir: &Path, now: Moment) -> PathBuf {
    let stem = now.local().strftime("%Y-%m-%d-%H%M%S").to_string();
    let name = |n: u32| match n {
        0 => dir.join(format!("{PREFIX}{stem}{SUFFIX}")),
        n => dir.join(format!("{PREFIX}{stem}_{n:02}{SUFFIX}")),
    };
    (0..).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(u32::MAX))
}

/// The newest backup of a progress file that is whole and that this build can open; none if there
/// is none. Nothing is written.
pub fn newest_good_backup(file: &Path) -> Option<PathBuf> {
    let known = super::schema::STEPS.len();
    let good = |backup: &PathBuf| {
        super::look::at(backup, known).is_ok_and(|found| found == Found::Ours)
            && super::look::open_still(backup)
                .is_ok_and(|conn| super::look::check(backup, &conn, known).is_ok())
    };
    list(file).into_iter().rev().find(good)
}

/// The backups of a file, oldest first by name.
pub(crate) fn list(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(backups_beside(path)).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with(PREFIX) && name.ends_with(SUFFIX)
        })
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

/// Removes every backup of a file, and every copy of it that was put aside beside it. Files that
/// are not ours stay.
pub(crate) fn delete_all(path: &Path) -> Result<(), StoreError> {
    let part = backups_beside(path).join(UNFINISHED);
    let unfinished = part.exists().then_some(part);
    for copy in list(path).into_iter().chain(unfinished).chain(put_aside(path)) {
        fs::remove_file(&copy).map_err(|error| StoreError::from_io(&copy, &error))?;
    }
    // Only if nothing else lies in it.
    let _ = fs::remove_dir(backups_beside(path));
    Ok(())
}

/// What was once the file, or its log, or was to become it.
fn put_aside(path: &Path) -> impl Iterator<Item = PathBuf> {
    let text =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (name, stem) = (text(path.file_name()), text(path.file_stem()));
    let ours = move |it: &str| {
        let of_file =
            it.strip_prefix(&name).is_some_and(|it| it == ".new" || it.contains(".orphan-"));
        let of_stem = it.strip_prefix(&stem);
        of_file || of_stem.is_some_and(|it| it.starts_with(".aside-") || it == ".restoring")
    };
    let entries = path.parent().and_then(|dir| fs::read_dir(dir).ok()).into_iter().flatten();
    entries
        .flatten()
        .filter(move |entry| entry.file_name().to_str().is_some_and(&ours))
        .map(|entry| entry.path())
}
