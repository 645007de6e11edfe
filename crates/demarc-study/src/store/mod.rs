//! The only SQL in the house: one file an entity, domain values in and out.

pub(crate) mod answer;
pub(crate) mod backup;
pub(crate) mod card;
mod connection;
pub(crate) mod exam;
mod files;
pub(crate) mod flag;
pub(crate) mod lesson;
mod lock;
mod look;
pub(crate) mod note;
mod read;
pub(crate) mod reply;
mod retention;
pub(crate) mod schema;
pub(crate) mod session;
pub(crate) mod setting;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use backup::newest_good_backup;
pub use connection::sqlite_version;
pub(crate) use read::read;

use crate::clock::Moment;
use crate::error::StoreError;
use look::Found;

/// The file that progress lives in, open for writing by this process alone.
#[derive(Debug)]
pub(crate) struct Store {
    conn: Connection,
    path: PathBuf,
    /// Whether something was written since it was opened or backed up.
    changed: bool,
    _lock: File,
}

impl Store {
    /// Opens or makes the file, takes the writer's lock, and brings it to this build's format.
    pub(crate) fn open(path: &Path, now: Moment) -> Result<Store, StoreError> {
        Store::open_with(path, now, schema::STEPS)
    }

    /// As `open`, with other steps than the shipped ones.
    pub(crate) fn open_with(path: &Path, now: Moment, steps: &[&str]) -> Result<Store, StoreError> {
        let path = settle(path)?;
        let found = look::at(&path, steps.len())?;
        let dir = dir_of(&path);
        may_write(&path, dir, found)?;
        files::make_dir(dir).map_err(|source| unwritable(dir, source))?;
        let lock = lock::take(dir).map_err(|error| read_only_if_there(&path, found, error))?;
        // Another process may have made or changed it before the lock was ours.
        match look::at(&path, steps.len())? {
            Found::Nothing => create(&path, now, steps)?,
            Found::Ours => inspect(&path, steps.len())?,
        }
        let broken = |error: rusqlite::Error| StoreError::from_sqlite(&path, &error);
        files::make_private(&path).map_err(|error| StoreError::from_io(&path, &error))?;
        let mut conn = connection::open(&path).map_err(broken)?;
        connection::make_durable(&conn).map_err(broken)?;
        let format = schema::format(&conn).map_err(broken)?;
        if format < steps.len() as i64 {
            backup::make(&conn, &path, now)?;
            schema::migrate(&mut conn, steps).map_err(broken)?;
            conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(broken)?;
        }
        Ok(Store { conn, path, changed: false, _lock: lock })
    }

    /// The file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        work(&self.conn).map_err(|error| self.told(&error))
    }

    /// Writes all of it or nothing; when it returns it is on disk.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let done =
            self.conn.transaction_with_behavior(TransactionBehavior::Immediate).and_then(|tx| {
                let value = work(&tx)?;
                tx.commit()?;
                Ok(value)
            });
        self.changed |= done.is_ok();
        done.map_err(|error| self.told(&error))
    }

    /// Copies the whole file into the backup folder.
    pub(crate) fn backup(&mut self, now: Moment) -> Result<PathBuf, StoreError> {
        let made = backup::make(&self.conn, &self.path, now)?;
        self.changed = false;
        Ok(made)
    }

    /// Whether something was written since it was opened or backed up.
    pub(crate) fn changed(&self) -> bool {
        self.changed
    }

    /// Forgets everything: every row of every table, the room they took, and all backups.
    pub(crate) fn delete_all(&mut self) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.execute_batch(
                "DELETE FROM lesson_retraction; DELETE FROM lesson_answer; DELETE FROM retraction;
                 DELETE FROM answer; DELETE FROM reply; DELETE FROM session; DELETE FROM exam;
                 DELETE FROM card; DELETE FROM flag; DELETE FROM note; DELETE FROM setting;",
            )
        })?;
        self.read(|conn| {
            conn.execute_batch("VACUUM")?;
            conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        })?;
        self.changed = false;
        backup::delete_all(&self.path)
    }

    fn told(&self, error: &rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(&self.path, error)
    }
}

/// The folder in which backups of a file lie.
pub(crate) fn backups_beside(path: &Path) -> PathBuf {
    dir_of(path).join("backups")
}

fn dir_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("/"))
}

/// The one name of a file however it was reached, so that two openers meet at one lock.
fn settle(path: &Path) -> Result<PathBuf, StoreError> {
    // What Windows gives as the canonical name is none that SQLite takes in a URI.
    let real = if cfg!(windows) { None } else { fs::canonicalize(path).ok() };
    match real {
        Some(real) => Ok(real),
        None => std::path::absolute(path).map_err(|error| StoreError::from_io(path, &error)),
    }
}

/// Heeds marks against writing, also where the system would let this process ignore them.
fn may_write(path: &Path, dir: &Path, found: Found) -> Result<(), StoreError> {
    match found {
        Found::Nothing if files::marked_read_only(dir) => {
            Err(unwritable(dir, std::io::ErrorKind::PermissionDenied.into()))
        }
        Found::Ours => match [path, dir].into_iter().find(|it| files::marked_read_only(it)) {
            Some(marked) => Err(StoreError::ReadOnly { path: marked.to_path_buf() }),
            None => Ok(()),
        },
        Found::Nothing => Ok(()),
    }
}

/// In a folder that cannot be written, progress that is there can still be read.
fn read_only_if_there(path: &Path, found: Found, error: StoreError) -> StoreError {
    match error {
        StoreError::Unwritable { .. } if found == Found::Ours => {
            StoreError::ReadOnly { path: path.to_path_buf() }
        }
        other => other,
    }
}

fn unwritable(dir: &Path, source: std::io::Error) -> StoreError {
    match StoreError::from_io(dir, &source) {
        full @ StoreError::Full { .. } => full,
        _ => StoreError::Unwritable { dir: dir.to_path_buf(), source },
    }
}

/// Makes a whole new file beside and then puts it in place, so that there is never half of one.
fn create(path: &Path, now: Moment, steps: &[&str]) -> Result<(), StoreError> {
    let fresh = files::beside(path, ".new");
    let told = |error| unwritable(dir_of(path), error);
    files::make_empty(&fresh).map_err(told)?;
    let made = connection::open(&fresh).and_then(|mut conn| {
        schema::migrate(&mut conn, steps)?;
        conn.close().map_err(|(_, error)| error)
    });
    made.map_err(|error| StoreError::from_sqlite(&fresh, &error))?;
    // A log without its file would be taken for the new file's own: it is kept under another name.
    for suffix in ["-wal", "-shm", "-journal"] {
        let orphan = files::beside(path, suffix);
        if orphan.exists() {
            let aside = files::beside(&orphan, &format!(".orphan-{}", now.utc_ms));
            fs::rename(&orphan, aside).map_err(told)?;
        }
    }
    files::put(&fresh, path).map_err(told)
}

/// Judges a file that no other process writes, since the lock is ours.
fn inspect(path: &Path, known: usize) -> Result<(), StoreError> {
    let broken = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
    if look::has_log(path) {
        let conn = look::open_shared(path).map_err(broken)?;
        look::check(path, &conn, known)
    } else {
        let conn = look::open_still(path).map_err(broken)?;
        look::check(path, &conn, known)
    }
}
