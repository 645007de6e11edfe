//! Killed at a hundred random moments while it answers: nothing that was acknowledged is lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;
#[path = "../examples/hammer.rs"]
mod hammer;

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use common::{NOW, catalogue, rng};
use demarc_study::Study;
use rand::RngExt;
use rusqlite::{Connection, OpenFlags};

const KILLS: u64 = 100;
const FOLDER: &str = "DEMARC_HAMMER_FOLDER";
const SEED: &str = "DEMARC_HAMMER_SEED";

/// Started by the test below in a process of its own; else it has nothing to do.
#[test]
fn answers_without_end_when_told_to() {
    if let Ok(folder) = std::env::var(FOLDER) {
        let seed = std::env::var(SEED).unwrap().parse().unwrap();
        hammer::run(Path::new(&folder), seed).unwrap();
    }
}

#[test]
fn no_acknowledged_answer_is_lost_by_a_hundred_kills() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.sqlite3");
    let mut acknowledged = BTreeSet::new();
    let mut moments = rng(7);
    for kill in 1..=KILLS {
        let mut child = start(dir.path(), kill);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut heard = 0;
        let until = moments.random_range(1..30);
        while heard < until {
            let line = lines.next().expect("it answers until it is killed").unwrap();
            heard += usize::from(hear(&line, &mut acknowledged));
        }
        std::thread::sleep(Duration::from_micros(moments.random_range(0..3_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            hear(&line, &mut acknowledged);
        }
        let saved = saved(&file);
        let lost: Vec<_> = acknowledged.difference(&saved).collect();
        assert!(lost.is_empty(), "kill {kill} lost {lost:?}");
        assert!(saved.len() as u64 <= acknowledged.len() as u64 + kill, "one more for each kill");
    }
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    let stats = study.stats(NOW);
    assert!(stats.answers > 100);
    study.rebuild(NOW).unwrap();
    assert_eq!(study.stats(NOW), stats);
}

#[test]
fn of_two_that_start_together_one_writes_and_the_other_stops() {
    let dir = tempfile::tempdir().unwrap();
    for round in 0..10 {
        // A new folder each time: making the file is the narrowest place.
        let folder = dir.path().join(round.to_string());
        let mut children = [start(&folder, 1), start(&folder, 2)];
        let (heard, told) = std::sync::mpsc::channel();
        for (which, child) in children.iter_mut().enumerate() {
            let (lines, heard) = (BufReader::new(child.stdout.take().unwrap()), heard.clone());
            std::thread::spawn(move || {
                let mut ids = BTreeSet::new();
                for line in lines.lines().map_while(Result::ok) {
                    if hear(&line, &mut ids) {
                        let _ = heard.send(which);
                    }
                }
            });
        }
        let writer = told.recv().unwrap();
        let stopped = children[1 - writer].wait().unwrap();
        assert!(!stopped.success(), "round {round}");
        children[writer].kill().unwrap();
        children[writer].wait().unwrap();
        drop(heard);
        assert!(told.iter().all(|which| which == writer), "round {round}");
        assert!(!saved(&folder.join("progress.sqlite3")).is_empty());
    }
}

fn start(folder: &Path, seed: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "answers_without_end_when_told_to", "--nocapture"])
        .env(FOLDER, folder)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn hear(line: &str, acknowledged: &mut BTreeSet<String>) -> bool {
    // The harness says something of its own on the same line before the first.
    match line.split_once("ACK ") {
        Some((_, id)) => acknowledged.insert(id.to_owned()),
        None => false,
    }
}

/// The ids in the log, read from the file as the kill left it, which must be whole.
fn saved(file: &Path) -> BTreeSet<String> {
    let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let whole: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok");
    let mut select = conn.prepare("SELECT id FROM answer").unwrap();
    let ids = select.query_map([], |row| row.get::<_, [u8; 16]>(0)).unwrap();
    ids.map(|id| uuid::Uuid::from_bytes(id.unwrap()).to_string()).collect()
}
