//! A pipe where the database should be. In a file of its own, since it starts a process, and a
//! process that starts holds the locks of all threads for a moment.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::process::Command;

use common::{NOW, catalogue};
use demarc_study::{StoreError, Study};

#[test]
fn a_pipe_in_its_place_is_refused_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let pipe = dir.path().join("progress.sqlite3");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for opened in
        [Study::open(catalogue(), &pipe, NOW), Study::open_read_only(catalogue(), &pipe, NOW)]
    {
        let error = opened.map(drop).unwrap_err();
        assert!(matches!(error, StoreError::NotAFile { what: "a pipe, a socket or a device", .. }));
    }
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}
