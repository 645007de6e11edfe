//! What stands at a path, told without changing a byte of it.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::files::beside;
use super::schema::{self, APPLICATION_ID};
use crate::error::StoreError;

/// What stands at the path of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing, or an empty file: both mean a fresh start.
    Nothing,
    /// A file whose header says that it is ours.
    Ours,
}

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Tells by the file's kind and its first hundred bytes; opens no database.
pub(crate) fn at(path: &Path, known: usize) -> Result<Found, StoreError> {
    let not_a_file = |what| StoreError::NotAFile { path: path.to_path_buf(), what };
    let unreadable = |error: std::io::Error| StoreError::Io {
        path: path.to_path_buf(),
        detail: error.to_string(),
    };
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(_) if fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink()) => {
            return Err(not_a_file("a link to something that does not exist"));
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(unreadable(error)),
    };
    if meta.is_dir() {
        return Err(not_a_file("a folder"));
    }
    if !meta.is_file() {
        return Err(not_a_file("a pipe, a socket or a device"));
    }
    if meta.len() == 0 {
        return Ok(Found::Nothing);
    }
    let mut head = Vec::with_capacity(100);
    let file = File::open(path).map_err(unreadable)?;
    file.take(100).read_to_end(&mut head).map_err(unreadable)?;
    judge(path, &head, known)
}

fn judge(path: &Path, head: &[u8], known: usize) -> Result<Found, StoreError> {
    let foreign =
        |what: &str| StoreError::Foreign { path: path.to_path_buf(), what: what.to_owned() };
    if !head.starts_with(MAGIC) {
        let kind = match head {
            [0x89, b'P', b'N', b'G', ..] => "a picture",
            [b'P', b'K', 3, 4, ..] => "an archive",
            _ if head.iter().all(|&byte| byte >= 0x20 || byte.is_ascii_whitespace()) => "a text",
            _ => "another kind of file",
        };
        return Err(foreign(kind));
    }
    let word = |at: usize| {
        let bytes = head.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u32::from_be_bytes).ok_or_else(|| StoreError::damaged(path, "it is cut short"))
    };
    if word(68)? != APPLICATION_ID.cast_unsigned() {
        return Err(foreign("another program's database"));
    }
    newer(path, i64::from(word(60)?.cast_signed()), known)?;
    Ok(Found::Ours)
}

fn newer(path: &Path, format: i64, known: usize) -> Result<(), StoreError> {
    if format < 1 {
        return Err(StoreError::damaged(path, "it has no format"));
    }
    if format > known as i64 {
        return Err(StoreError::TooNew {
            found: u32::try_from(format).unwrap_or(u32::MAX),
            known: u32::try_from(known).unwrap_or(u32::MAX),
            path: path.to_path_buf(),
        });
    }
    Ok(())
}

/// Whether changes wait in a log beside the file, as while it is open elsewhere or after a crash.
pub(crate) fn has_log(path: &Path) -> bool {
    fs::metadata(beside(path, "-wal")).is_ok_and(|meta| meta.len() > 0)
}

/// Opens a file of ours that nobody is writing, for reading only, leaving nothing beside it.
pub(crate) fn open_still(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(still_uri(path), flags)?;
    super::connection::harden(&conn)?;
    Ok(conn)
}

/// Opens a file of ours that may have a log or a writer, for reading only.
pub(crate) fn open_shared(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    super::connection::harden(&conn)?;
    Ok(conn)
}

/// Judges an open file whole: its format, and whether every page of it can be read.
pub(crate) fn check(path: &Path, conn: &Connection, known: usize) -> Result<(), StoreError> {
    let broken = |error| StoreError::from_sqlite(path, &error);
    newer(path, schema::format(conn).map_err(broken)?, known)?;
    let verdict: String =
        conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(broken)?;
    if verdict == "ok" { Ok(()) } else { Err(StoreError::damaged(path, verdict)) }
}

/// `file:…?immutable=1`, with every byte that means something in a URI written as `%XX`.
fn still_uri(path: &Path) -> std::path::PathBuf {
    let mut uri = String::from("file:");
    #[cfg(windows)]
    uri.push('/');
    for &byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' => uri.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri.into()
}
