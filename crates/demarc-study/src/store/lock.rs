//! One writer: an operating system's lock on a file beside the database.
//!
//! The lock ends with the process however it ends, so a killed Demarc never leaves one behind.
//! The file's text is the holder's process id, only to be able to name it. Readers need no lock.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use crate::error::StoreError;

/// The name of the lock file.
const NAME: &str = "lock";

/// Takes the writer's lock of a data folder; it is held as long as the file lives.
pub(crate) fn take(dir: &Path) -> Result<File, StoreError> {
    let path = dir.join(NAME);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    super::files::private(&mut options);
    let unwritable = |source| super::unwritable(dir, source);
    let mut file = options.open(&path).map_err(unwritable)?;
    match file.try_lock() {
        Ok(()) => {
            let pid = std::process::id().to_string();
            // The id is for people; the lock holds without it, so a full disk is no reason to stop.
            let _ = file.set_len(0).and_then(|()| file.write_all(pid.as_bytes()));
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => {
            let mut text = String::new();
            let _ = file.rewind().and_then(|()| file.read_to_string(&mut text));
            Err(StoreError::Locked { pid: text.trim().parse().ok() })
        }
        // A file system without locks (some network drives): better to work than to refuse.
        Err(TryLockError::Error(error)) if error.kind() == std::io::ErrorKind::Unsupported => {
            Ok(file)
        }
        Err(TryLockError::Error(source)) => Err(unwritable(source)),
    }
}
