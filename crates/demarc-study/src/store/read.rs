//! Reading without writing: beside a running Demarc, from a read-only folder, or after a crash.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::files;
use super::look::{self, Found};
use super::schema;
use crate::error::StoreError;

/// Gives a connection to the file to `load`, once or again if a writer came between; none if
/// there is no progress yet. Nothing is left behind.
pub(crate) fn read<T>(
    path: &Path,
    mut load: impl FnMut(&Connection) -> rusqlite::Result<T>,
) -> Result<Option<T>, StoreError> {
    let path = &super::settle(path)?;
    let known = schema::STEPS.len();
    if look::at(path, known)? == Found::Nothing {
        return Ok(None);
    }
    let mut judged = |conn: rusqlite::Result<Connection>| {
        let broken = |error: rusqlite::Error| StoreError::from_sqlite(path, &error);
        let conn = conn.map_err(broken)?;
        look::check(path, &conn, known)?;
        load(&conn).map_err(broken)
    };
    // Without a log nobody is writing, unless a writer starts just now: then its log or its mark
    // on the file shows, and what was read does not count.
    if !look::has_log(path) && !files::beside(path, "-wal").exists() {
        let before = mark(path);
        let loaded = judged(look::open_still(path));
        if before.is_some() && before == mark(path) && !files::beside(path, "-wal").exists() {
            return loaded.map(Some);
        }
    }
    // Reading a log takes an index beside it, which a read-only folder does not let us make.
    if files::marked_read_only(super::dir_of(path)) {
        let copy = Copy::of(path)?;
        return judged(look::open_shared(&copy.file)).map(Some);
    }
    match judged(look::open_shared(path)) {
        Err(StoreError::ReadOnly { .. } | StoreError::Io { .. }) => {
            let copy = Copy::of(path)?;
            judged(look::open_shared(&copy.file)).map(Some)
        }
        loaded => loaded.map(Some),
    }
}

/// What changes when a file is written.
fn mark(path: &Path) -> Option<(u64, std::time::SystemTime)> {
    fs::metadata(path).ok().and_then(|meta| Some((meta.len(), meta.modified().ok()?)))
}

/// A file and its log, copied to where they may be read: a log cannot be read in a folder that
/// cannot be written.
struct Copy {
    dir: PathBuf,
    file: PathBuf,
}

impl Copy {
    fn of(path: &Path) -> Result<Copy, StoreError> {
        let told = |error: std::io::Error| StoreError::from_io(path, &error);
        let dir = files::make_fresh_dir(&std::env::temp_dir()).map_err(told)?;
        let copy = Copy { file: dir.join("progress.sqlite3"), dir };
        fs::copy(path, &copy.file).map_err(told)?;
        let log = files::beside(path, "-wal");
        if log.exists() {
            fs::copy(log, files::beside(&copy.file, "-wal")).map_err(told)?;
        }
        for file in [copy.file.clone(), files::beside(&copy.file, "-wal")] {
            let _ = make_writable(&file);
        }
        Ok(copy)
    }
}

/// The copy of a read-only file is read-only too.
fn make_writable(file: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(file, fs::Permissions::from_mode(0o600))?;
    }
    #[cfg(not(unix))]
    {
        let mut permissions = fs::metadata(file)?.permissions();
        permissions.set_readonly(false);
        fs::set_permissions(file, permissions)?;
    }
    Ok(())
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.dir);
    }
}
