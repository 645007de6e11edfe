//! Judges a folder of content on the day of its release, or on the day given:
//! `cargo run -q -p demarc-catalogue --example check -- questions [2026-11-24]`.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use demarc_catalogue::{Date, judge_dir};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let dir = PathBuf::from(arguments.next().unwrap_or_else(|| "questions".to_owned()));
    let today = match arguments.next().map(|day| day.parse::<Date>()) {
        Some(Err(error)) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
        Some(Ok(day)) => Some(day),
        None => None,
    };
    let judged = judge_dir(&dir, today);
    let problems = &judged.problems;
    if !problems.list.is_empty() {
        println!("{}\n", problems.render(std::io::stdout().is_terminal()));
    }
    println!("{}", judged.counts);
    println!("{:>6}  problems", problems.list.len());
    if judged.is_good() { ExitCode::SUCCESS } else { ExitCode::from(3) }
}
