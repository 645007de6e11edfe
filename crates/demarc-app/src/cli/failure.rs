//! What ends a command before its end, with the exit code that says so to scripts.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use demarc_catalogue::Problems;
use demarc_study::{StoreError, StudyError};

/// Why a command stopped.
#[derive(Debug)]
pub(super) struct Failure {
    code: u8,
    words: String,
    /// Whether the words are whole as they are, as those of the content's judge.
    whole: bool,
}

impl Failure {
    /// It could not be done.
    pub fn failed(words: impl Into<String>) -> Failure {
        Failure { code: 1, words: words.into(), whole: false }
    }

    /// It was asked for wrongly.
    pub fn usage(words: impl Into<String>) -> Failure {
        Failure { code: 2, words: words.into(), whole: false }
    }

    /// What it needs cannot be read.
    pub fn bad_data(words: impl Into<String>) -> Failure {
        Failure { code: 3, words: words.into(), whole: false }
    }

    /// Says it on standard error and gives the exit code.
    pub fn report(&self) -> ExitCode {
        if self.whole {
            tell(&self.words);
        } else {
            // What SQLite found may have several lines; a script reads one.
            let line = self.words.lines().collect::<Vec<_>>().join(" ");
            tell(&format!("error: {line}"));
        }
        ExitCode::from(self.code)
    }
}

/// Says something on standard error; nobody has to listen.
pub(super) fn tell(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Whether to colour what goes to a stream: never where the person set NO_COLOR.
pub(super) fn colour(stream: &impl IsTerminal) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    stream.is_terminal() && !refused && !dumb
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        match error {
            StoreError::TooNew { .. }
            | StoreError::Foreign { .. }
            | StoreError::Damaged { .. }
            | StoreError::NotAFile { .. } => Failure::bad_data(error.to_string()),
            _ => Failure::failed(error.to_string()),
        }
    }
}

impl From<StudyError> for Failure {
    fn from(error: StudyError) -> Failure {
        match error {
            StudyError::Store(error) => error.into(),
            StudyError::Unknown { .. } => Failure::usage(error.to_string()),
            _ => Failure::failed(error.to_string()),
        }
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Failure {
        Failure { code: 3, words: problems.render(colour(&io::stderr())), whole: true }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::failed(format!("Input or output failed ({error})."))
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Failure {
        io::Error::from(error).into()
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Failure {
        io::Error::from(error).into()
    }
}
