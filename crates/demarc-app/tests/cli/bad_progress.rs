//! Progress that cannot be read: one sentence, exit code 3, and not a byte of it changed.

use std::fs;
use std::path::Path;

use crate::terminal::{Machine, contents, finished};

/// Each command that opens progress refuses it with this code and these words.
fn refused(machine: &Machine, code: i32, words: &str) {
    let before = contents(&machine.data());
    let commands: [&[&str]; 5] = [
        &["quiz", "--questions", "1"],
        &["stats"],
        &["stats", "--json"],
        &["export", "--format", "json"],
        &["export", "--format", "csv"],
    ];
    for command in commands {
        let run = finished(&mut machine.command(command), "k\n");
        let said = run.complaint(code);
        assert!(said.contains(words), "{command:?} said {said:?}, not {words:?}");
        assert!(said.contains(machine.data().to_str().unwrap()), "{said:?} does not say where");
    }
    let named = |all: Vec<(std::path::PathBuf, Vec<u8>)>| -> Vec<_> {
        all.into_iter().filter(|(path, _)| path.file_name().unwrap() != "lock").collect()
    };
    assert_eq!(named(contents(&machine.data())), named(before), "something was changed");
}

fn patched(path: &Path, at: usize, bytes: &[u8]) {
    let mut file = fs::read(path).unwrap();
    file[at..at + bytes.len()].copy_from_slice(bytes);
    fs::write(path, file).unwrap();
}

fn planted(bytes: &[u8]) -> Machine {
    let machine = Machine::new();
    fs::create_dir(machine.data()).unwrap();
    fs::write(machine.progress(), bytes).unwrap();
    machine
}

#[test]
fn a_text_a_picture_and_an_archive_are_not_progress() {
    refused(&planted(b"Dear diary, who patches what?\n"), 3, "not Demarc's progress but a text");
    refused(&planted(b"\x89PNG\r\n\x1a\n\0\0"), 3, "a picture");
    refused(&planted(b"PK\x03\x04\0\0"), 3, "an archive");
}

#[test]
fn the_database_of_another_program_is_not_progress() {
    let machine = Machine::new();
    // The application id in the header: sqlite.org/fileformat2.html, 1.3.
    patched(&machine.practised(), 68, &[0; 4]);
    refused(&machine, 3, "another program's database");
}

#[test]
fn progress_of_a_newer_version_is_refused_with_both_versions() {
    let machine = Machine::new();
    patched(&machine.practised(), 60, &9999_u32.to_be_bytes());
    refused(&machine, 3, "format 9999");
    refused(&machine, 3, "update Demarc");
}

#[test]
fn damaged_progress_is_refused_and_says_where_backups_are() {
    let machine = Machine::new();
    let path = machine.practised();
    let size = fs::metadata(&path).unwrap().len() as usize;
    let noise: Vec<u8> = (0..size - 4096).map(|n| (n * 131 % 251) as u8).collect();
    patched(&path, 4096, &noise);
    refused(&machine, 3, "is damaged");
    refused(&machine, 3, "backups");
}

#[test]
fn progress_that_was_cut_short_is_damaged() {
    let machine = Machine::new();
    let path = machine.practised();
    let whole = fs::read(&path).unwrap();
    for length in [50, 100, 4096, whole.len() / 2] {
        fs::write(&path, &whole[..length]).unwrap();
        refused(&machine, 3, "is damaged");
    }
}

#[test]
fn a_folder_at_the_place_of_progress_is_no_file() {
    let machine = Machine::new();
    fs::create_dir_all(machine.progress()).unwrap();
    refused(&machine, 3, "is a folder, not a file");
}

#[cfg(unix)]
#[test]
fn a_link_into_nothing_is_no_file() {
    let machine = Machine::new();
    fs::create_dir(machine.data()).unwrap();
    std::os::unix::fs::symlink(machine.path("nothing"), machine.progress()).unwrap();
    for command in [&["quiz"][..], &["stats"], &["export"]] {
        let run = machine.run(command);
        assert!(run.complaint(3).contains("a link to something that does not exist"));
    }
    assert!(!machine.path("nothing").exists());
}

#[cfg(unix)]
#[test]
fn a_pipe_at_the_place_of_progress_does_not_hang() {
    let machine = Machine::new();
    fs::create_dir(machine.data()).unwrap();
    let made = std::process::Command::new("mkfifo").arg(machine.progress()).status().unwrap();
    assert!(made.success());
    for command in [&["quiz"][..], &["stats"], &["export"]] {
        assert!(machine.run(command).complaint(3).contains("not a file"));
    }
}

#[test]
fn an_empty_file_is_a_fresh_start() {
    let machine = planted(b"");
    assert_eq!(machine.stats()["answers"], 0);
    assert_eq!(machine.quiz(&["--questions", "2"], "k\n").code, 0);
    assert_eq!(machine.stats()["answers"], 1);
}

#[test]
fn bad_progress_is_told_without_a_display_too() {
    let machine = planted(b"Dear diary\n");
    let run = finished(&mut machine.command(&[]), "k\n");
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    assert!(run.err.contains("not Demarc's progress"), "{}", run.err);
}
