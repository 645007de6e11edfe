//! What keeps the window from opening as usual, and what can be done about it.

use std::path::PathBuf;

use demarc_study::StoreError;

/// Why there is no quiz yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong, in a few words.
    pub title: String,
    /// What, where, and that nothing was changed.
    pub detail: String,
    /// What can be done, the best first.
    pub remedies: Vec<Remedy>,
    /// Said when a remedy failed.
    pub failed: Option<String>,
}

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Look again: the other window may be closed, the disk free.
    TryAgain,
    /// Move the file aside and restore this backup.
    Restore(PathBuf),
    /// Move the file aside, keeping it, and begin afresh.
    StartAfresh,
    /// Open it only for reading.
    ReadOnly,
    /// Practise in memory; nothing is saved.
    WithoutSaving,
    /// Use another data folder.
    OtherFolder,
    /// Close the window.
    Quit,
}

impl Remedy {
    /// What its button says.
    pub fn label(&self) -> &'static str {
        match self {
            Self::TryAgain => "Try again",
            Self::Restore(_) => "Restore the newest backup",
            Self::StartAfresh => "Start afresh beside it",
            Self::ReadOnly => "Open without saving",
            Self::WithoutSaving => "Practise without saving",
            Self::OtherFolder => "Use another data folder",
            Self::Quit => "Quit",
        }
    }

    /// What it does, in a sentence.
    pub fn about(&self) -> String {
        match self {
            Self::TryAgain => "Nothing is changed.".to_owned(),
            Self::Restore(path) => format!(
                "The damaged file is moved aside and kept. {} takes its place.",
                path.file_name().unwrap_or(path.as_os_str()).display()
            ),
            Self::StartAfresh => {
                "The file is renamed and kept; a new one is begun in its place.".to_owned()
            }
            Self::ReadOnly => {
                "You see what you have learned, and can explore. Nothing is saved.".to_owned()
            }
            Self::WithoutSaving => {
                "You can answer and explore. When you close the window, it is forgotten.".to_owned()
            }
            Self::OtherFolder => {
                "Type the whole path of a folder in which Demarc may keep its file \
                                  this time. To use it always, start Demarc with --data-dir."
                    .to_owned()
            }
            Self::Quit => "Nothing is changed.".to_owned(),
        }
    }
}

impl Trouble {
    /// From what the store said; `newest_backup` is offered where the file is damaged.
    pub fn from_store(error: &StoreError, newest_backup: Option<PathBuf>) -> Self {
        let (title, remedies) = match error {
            StoreError::Locked { .. } => (
                "Demarc is already open.",
                vec![Remedy::TryAgain, Remedy::ReadOnly, Remedy::OtherFolder, Remedy::Quit],
            ),
            StoreError::TooNew { .. } => (
                "Your progress was written by a newer Demarc.",
                vec![Remedy::OtherFolder, Remedy::WithoutSaving, Remedy::Quit],
            ),
            StoreError::Foreign { .. } => (
                "The file in the data folder is not Demarc's.",
                vec![Remedy::OtherFolder, Remedy::StartAfresh, Remedy::WithoutSaving, Remedy::Quit],
            ),
            StoreError::Damaged { .. } => {
                let mut remedies: Vec<Remedy> =
                    newest_backup.map(Remedy::Restore).into_iter().collect();
                remedies.extend([
                    Remedy::StartAfresh,
                    Remedy::OtherFolder,
                    Remedy::WithoutSaving,
                    Remedy::Quit,
                ]);
                ("Your progress file is damaged.", remedies)
            }
            StoreError::ReadOnly { .. } => (
                "Your progress cannot be saved.",
                vec![Remedy::ReadOnly, Remedy::TryAgain, Remedy::OtherFolder, Remedy::Quit],
            ),
            StoreError::Unwritable { .. } | StoreError::NotAFile { .. } => (
                "The data folder cannot be used.",
                vec![Remedy::OtherFolder, Remedy::WithoutSaving, Remedy::TryAgain, Remedy::Quit],
            ),
            StoreError::Full { .. } => (
                "The disk is full.",
                vec![Remedy::TryAgain, Remedy::WithoutSaving, Remedy::OtherFolder, Remedy::Quit],
            ),
            _ => (
                "Your progress could not be opened.",
                vec![Remedy::TryAgain, Remedy::WithoutSaving, Remedy::OtherFolder, Remedy::Quit],
            ),
        };
        Self {
            title: title.to_owned(),
            detail: one_line(&error.to_string()),
            remedies,
            failed: None,
        }
    }

    /// From content that could not be loaded: nothing can be asked.
    pub fn from_content(problems: &str) -> Self {
        Self {
            title: "The content that ships with Demarc could not be loaded.".to_owned(),
            detail: problems.to_owned(),
            remedies: vec![Remedy::Quit],
            failed: None,
        }
    }
}

/// What SQLite says may have several lines; a screen wraps by itself.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
