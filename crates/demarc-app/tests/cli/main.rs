//! The command line as a person or a script uses it: the real program, its streams and exit codes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod audit;
mod bad_progress;
mod choose;
mod content;
mod data_place;
mod help;
mod lessons;
mod locked_out;
mod quiz;
mod terminal;
