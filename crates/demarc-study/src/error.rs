//! What can go wrong, named by what it means to the learner. Each is one clear sentence.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why progress could not be opened, read or saved.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another Demarc has the file open for writing.
    #[error(
        "Demarc already has this progress open{}: close it first, or only read.",
        pid.map(|pid| format!(" (process {pid})")).unwrap_or_default()
    )]
    Locked {
        /// The process that holds it, if it said so.
        pid: Option<u32>,
    },
    /// A newer Demarc wrote the file. Nothing in it was changed.
    #[error(
        "{} was written by a newer Demarc (format {found}, this one knows up to {known}): \
         update Demarc, or choose another data folder. Nothing was changed.",
        path.display()
    )]
    TooNew {
        /// The format found.
        found: u32,
        /// The newest format that this build knows.
        known: u32,
        /// The file.
        path: PathBuf,
    },
    /// The file is something else than Demarc's progress. Nothing in it was changed.
    #[error(
        "{} is not Demarc's progress but {what}: move it away, or choose another data folder. \
         Nothing was changed.",
        path.display()
    )]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it seems to be.
        what: String,
    },
    /// The file is Demarc's, but parts of it cannot be read. Nothing in it was changed.
    #[error(
        "{} is damaged ({detail}): restore a backup from {}. Nothing was changed.",
        path.display(), backups.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where backups lie.
        backups: PathBuf,
        /// What SQLite found first.
        detail: String,
    },
    /// What stands at the path is no regular file.
    #[error("{} is {what}, not a file: move it away, or choose another data folder.", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
        /// What stands there.
        what: &'static str,
    },
    /// The file or its folder may be read but not written.
    #[error(
        "{} is read-only, so progress cannot be saved: allow writing, or choose another data folder.",
        path.display()
    )]
    ReadOnly {
        /// The file or folder.
        path: PathBuf,
    },
    /// The data folder cannot be made or written to.
    #[error("The data folder {} cannot be written ({source}): allow it, or choose another.", dir.display())]
    Unwritable {
        /// The folder.
        dir: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The disk has no room. What was shown as saved is saved.
    #[error("The disk is full, so {} cannot grow: make room and try again.", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// The system refused to read or write.
    #[error("{} could not be read or written ({detail}).", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What was said.
        detail: String,
    },
}

impl StoreError {
    /// What SQLite's error means for a file.
    pub(crate) fn from_sqlite(path: &Path, error: &rusqlite::Error) -> StoreError {
        let path = path.to_path_buf();
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                StoreError::damaged(&path, detail)
            }
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                StoreError::ReadOnly { path }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                StoreError::Locked { pid: None }
            }
            Some(_) => StoreError::Io { path, detail },
            None if matches!(
                error,
                rusqlite::Error::NulError(_) | rusqlite::Error::InvalidPath(_)
            ) =>
            {
                StoreError::Io { path, detail }
            }
            // A value or a column is not what the schema promises.
            None => StoreError::damaged(&path, detail),
        }
    }

    pub(crate) fn from_io(path: &Path, error: &std::io::Error) -> StoreError {
        let path = path.to_path_buf();
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                StoreError::Full { path }
            }
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                StoreError::ReadOnly { path }
            }
            _ => StoreError::Io { path, detail: error.to_string() },
        }
    }

    pub(crate) fn damaged(path: &Path, detail: impl Into<String>) -> StoreError {
        StoreError::Damaged {
            path: path.to_path_buf(),
            backups: crate::store::backups_beside(path),
            detail: detail.into(),
        }
    }
}

/// Why something could not be done with the progress at hand.
#[derive(Debug, thiserror::Error)]
pub enum StudyError {
    /// Nothing was opened for practice.
    #[error("No session is running.")]
    NoSession,
    /// The plan leaves no question to ask.
    #[error("There is nothing to ask: choose more services, layers or duties.")]
    NothingToAsk,
    /// An answer was given where no question stands open.
    #[error("This question is answered already.")]
    NoQuestion,
    /// A service, duty or deployment of a plan does not exist.
    #[error("There is no {kind} `{id}`.")]
    Unknown {
        /// What was looked for: service, category, duty, deployment, scenario.
        kind: &'static str,
        /// The id that was given.
        id: String,
    },
    /// Progress was opened only for reading.
    #[error("Progress was opened only for reading, so nothing can be saved.")]
    ReadOnly,
    /// It could not be saved or read. Nothing of it was kept in memory either.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What was to be exported could not be written.
    #[error("The export could not be written ({0}).")]
    Export(#[from] std::io::Error),
}
