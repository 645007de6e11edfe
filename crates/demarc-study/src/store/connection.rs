//! How every connection is set up: what is saved is on disk, and a hostile file can do nothing.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

// Earlier versions can corrupt a file when its log is reset: sqlite.org/wal.html, 3.51.3.
const _: () = assert!(rusqlite::ffi::SQLITE_VERSION_NUMBER >= 3_051_003);

/// SQLite's version, as `3.54.1`.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// Opens the file for writing. It must exist.
pub(crate) fn open(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    harden(&conn)?;
    Ok(conn)
}

/// What holds for reading and writing alike.
pub(crate) fn harden(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(Duration::from_secs(2))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.query_row("PRAGMA mmap_size = 0", [], |_| Ok(())).or_else(no_row)?;
    Ok(())
}

/// What holds for writing: a commit returns once it is on disk.
pub(crate) fn make_durable(conn: &Connection) -> rusqlite::Result<()> {
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    // Only macOS heeds these; there a plain fsync leaves data in the drive's cache.
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    conn.pragma_update(None, "secure_delete", true).or_else(no_row)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Some pragmas answer with a row and some do not, by how SQLite was built.
fn no_row(error: rusqlite::Error) -> rusqlite::Result<()> {
    match error {
        rusqlite::Error::QueryReturnedNoRows | rusqlite::Error::ExecuteReturnedResults => Ok(()),
        other => Err(other),
    }
}
