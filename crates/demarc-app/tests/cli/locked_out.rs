//! Progress that another Demarc holds, and folders in which nothing may be written.

use std::fs;
use std::path::Path;
use std::process::Command;

use demarc_study::{Moment, Study};
use serde_json::Value;

use crate::terminal::{Machine, PROGRAM, catalogue, contents, finished};

/// 24 November 2026, 09:00 in Madrid.
const NOW: Moment = Moment::new(1_795_507_200_000, 60);

#[test]
fn while_the_window_holds_progress_the_quiz_stops_and_readers_read() {
    let machine = Machine::new();
    machine.practised();
    let window = Study::open(catalogue(), &machine.progress(), NOW).unwrap();
    for arguments in [&["quiz"][..], &["quiz", "--service", "s3"]] {
        let run = finished(&mut machine.command(arguments), "k\n");
        let holder = format!("(process {})", std::process::id());
        assert!(run.complaint(1).contains("already"), "{run:?}");
        assert!(run.complaint(1).contains(&holder), "{run:?}");
    }
    assert_eq!(machine.stats()["answers"], 3);
    let all = machine.run(&["export"]).json();
    assert_eq!(all["answers"].as_array().unwrap().len(), 3);
    assert_eq!(machine.run(&["paths"]).code, 0);
    drop(window);
    assert_eq!(machine.quiz(&["--questions", "1"], "k\n").code, 0);
    assert_eq!(machine.stats()["answers"], 4);
}

#[test]
fn nothing_practised_yet_is_empty_and_makes_no_folder() {
    let machine = Machine::new();
    let stats = machine.stats();
    assert_eq!((&stats["answers"], &stats["due"]), (&0.into(), &0.into()));
    assert_eq!(stats["sessions"], Value::Array(Vec::new()));
    for field in ["score", "guess_corrected", "mastery", "calibration"] {
        assert!(stats.get(field).is_some(), "{field}");
    }
    let words = machine.run(&["stats"]);
    assert_eq!((words.code, words.err.as_str()), (0, ""));
    assert!(words.out.contains("answers          0"), "{}", words.out);
    assert_eq!(machine.run(&["export"]).json()["answers"], Value::Array(Vec::new()));
    let csv = machine.run(&["export", "--format", "csv"]);
    assert_eq!((csv.code, csv.out.lines().count()), (0, 1), "{csv:?}");
    assert!(!machine.data().exists());
}

/// Progress is read, nothing is written, and the quiz says why it cannot.
fn only_read(machine: &Machine, words: &str) {
    let before = contents(&machine.data());
    assert_eq!(machine.stats()["answers"], 3);
    assert_eq!(machine.run(&["export", "--format", "csv"]).out.lines().count(), 4);
    let run = machine.quiz(&["--questions", "1"], "k\n");
    assert!(run.complaint(1).contains(words), "{run:?}");
    assert_eq!(contents(&machine.data()), before);
}

#[test]
fn a_read_only_file_is_read_and_not_written() {
    let machine = Machine::new();
    let path = machine.practised();
    let _free = ReadOnly::mark(&path);
    only_read(&machine, "is read-only");
}

#[test]
fn a_read_only_folder_is_read_and_not_written() {
    let machine = Machine::new();
    machine.practised();
    let _free = ReadOnly::mark(&machine.data());
    only_read(&machine, "is read-only");
}

#[test]
fn a_folder_that_cannot_be_made_is_told_with_its_name() {
    let machine = Machine::new();
    fs::write(machine.path("file"), "in the way").unwrap();
    for below in ["file", "file/below"] {
        let folder = machine.path(below);
        let run = finished(
            &mut machine.bare(["quiz", "--questions", "1", "--data-dir", folder.to_str().unwrap()]),
            "k\n",
        );
        assert!(run.complaint(1).contains(folder.to_str().unwrap()), "{run:?}");
    }
    assert_eq!(fs::read_to_string(machine.path("file")).unwrap(), "in the way");
}

/// Root may write anywhere; so this becomes someone who may not, where it can.
#[cfg(target_os = "linux")]
#[test]
fn who_may_not_write_is_told_why() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let machine = Machine::new();
    machine.practised();
    let root = fs::metadata(machine.home()).unwrap().uid() == 0;
    let open = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    open(machine.data().parent().unwrap());
    open(&machine.data());
    let program = machine.path("demarc");
    // Copied by another process: a file that this one had open for writing could not be run while
    // another test starts a program.
    assert!(Command::new("cp").arg(PROGRAM).arg(&program).status().unwrap().success());
    let closed = machine.path("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    let as_other = |arguments: &[&str]| {
        let mut command = Command::new(&program);
        command.args(arguments).current_dir("/").env("HOME", &closed).env_remove("XDG_DATA_HOME");
        command.env_remove("DEMARC_DATA_DIR").env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        if root {
            command.uid(54_321).gid(54_321);
        }
        finished(&mut command, "k\n")
    };
    let home = as_other(&["quiz", "--questions", "1"]);
    assert!(home.complaint(1).contains(closed.to_str().unwrap()), "{home:?}");
    assert_eq!(as_other(&["stats", "--json"]).json()["answers"], 0);
    if root {
        // The file is 0600 and another's.
        let data = machine.data();
        let theirs = as_other(&["stats", "--data-dir", data.to_str().unwrap()]);
        assert!(theirs.complaint(1).contains("progress.sqlite3"), "{theirs:?}");
        let mut homeless = Command::new(&program);
        homeless.args(["quiz"]).env_clear().current_dir("/").uid(54_321).gid(54_321);
        assert!(finished(&mut homeless, "k\n").complaint(1).contains("no home folder"));
    }
}

/// A file or folder that may not be written while this lives.
struct ReadOnly(std::path::PathBuf, fs::Permissions);

impl ReadOnly {
    fn mark(path: &Path) -> ReadOnly {
        let before = fs::metadata(path).unwrap().permissions();
        let mut after = before.clone();
        after.set_readonly(true);
        fs::set_permissions(path, after).unwrap();
        ReadOnly(path.to_path_buf(), before)
    }
}

impl Drop for ReadOnly {
    fn drop(&mut self) {
        let _ = fs::set_permissions(&self.0, self.1.clone());
    }
}
