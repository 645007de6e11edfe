//! Runs the program as in a terminal without a display, with a home of its own.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock};

use demarc_catalogue::Catalogue;
use serde_json::Value;
use tempfile::TempDir;

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_demarc");

static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::shipped().unwrap()));

/// The content that is in the program.
pub fn catalogue() -> Arc<Catalogue> {
    Arc::clone(&CATALOGUE)
}

/// A person's machine: a home, and a data folder that is not there yet.
pub struct Machine {
    folder: TempDir,
}

/// What a run left.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Machine {
    pub fn new() -> Machine {
        let machine = Machine { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir(machine.home()).unwrap();
        machine
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn home(&self) -> PathBuf {
        self.path("home")
    }

    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    pub fn progress(&self) -> PathBuf {
        self.data().join("progress.sqlite3")
    }

    /// A command in this home, without a display and without a data folder of its own.
    pub fn bare(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        let mut command = Command::new(PROGRAM);
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DEMARC_DATA_DIR"] {
            command.env_remove(name);
        }
        command.env_remove("XDG_DATA_HOME").env("HOME", self.home());
        command.current_dir(self.home()).args(arguments);
        command
    }

    /// A command on this machine's data folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.bare(arguments);
        command.arg("--data-dir").arg(self.data());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        finished(&mut self.command(arguments), "")
    }

    pub fn quiz(&self, arguments: &[&str], typed: &str) -> Run {
        let arguments: Vec<&str> =
            std::iter::once("quiz").chain(arguments.iter().copied()).collect();
        finished(&mut self.command(&arguments), typed)
    }

    pub fn stats(&self) -> Value {
        let run = self.run(&["stats", "--json"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        serde_json::from_str(&run.out).unwrap()
    }

    /// A database with a few answers in it, closed.
    pub fn practised(&self) -> PathBuf {
        assert_eq!(self.quiz(&["--questions", "3", "--seed", "1"], "k\nj\na\n").code, 0);
        self.progress()
    }
}

impl Run {
    /// The complaint: one line, and nothing was printed beside it.
    pub fn complaint(&self, code: i32) -> &str {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{self:?}");
        let line = self.err.trim_end();
        assert!(line.starts_with("error: ") && line.lines().count() == 1, "{self:?}");
        line
    }

    /// What was printed, as JSON, without a word beside it.
    pub fn json(&self) -> Value {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{self:?}");
        serde_json::from_str(&self.out).unwrap()
    }

    /// The transcript with its lines joined, so that a sentence is found wherever it is broken.
    pub fn flat(&self) -> String {
        self.out.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Runs a command to its end, with this typed into it.
pub fn finished(command: &mut Command, typed: &str) -> Run {
    let mut child = started(command);
    let mut stdin = child.stdin.take().unwrap();
    // Who ends before reading everything closes the pipe; that is for the test to judge.
    let _ = stdin.write_all(typed.as_bytes());
    drop(stdin);
    ended(child)
}

/// Starts a command with pipes for all three streams.
pub fn started(command: &mut Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Waits for the end; a panic must never show.
pub fn ended(child: Child) -> Run {
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let run = Run {
        code: output.status.code().unwrap_or(-1),
        out: text(output.stdout),
        err: text(output.stderr),
    };
    assert!(!run.err.contains("panicked") && !run.err.contains("mistake of its own"), "{run:?}");
    run
}

/// Every file below a folder with what is in it, to see that nothing changed.
pub fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            found.push((path, bytes));
        }
    }
    found.sort();
    found
}
