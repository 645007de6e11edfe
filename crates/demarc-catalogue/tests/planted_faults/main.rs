//! Every kind of mistake in the data is found, named, and shown at its line.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod lessons;
mod needs;
mod questions;
mod reading;
mod rules;
mod settings;
#[path = "../small/mod.rs"]
mod small;
mod text;

use demarc_catalogue::{Problem, SourceFile, judge_files};

/// Judges files in which one fault was planted: exactly one problem, with this message, on the line
/// of this file that holds `marked`. Returns it.
fn one_problem(files: Vec<SourceFile>, path: &str, marked: &str, message: &str) -> Problem {
    let line = line_of(&files, path, marked);
    let judged = judge_files(files, None);
    let shown = judged.problems.to_string();
    let [problem] = judged.problems.list.as_slice() else { panic!("one problem, not:\n{shown}") };
    assert_eq!((problem.message.as_str(), problem.file.as_str()), (message, path), "{shown}");
    assert_eq!(problem.line, line, "{shown}");
    assert!(shown.contains(&format!("{path}:{line}:")), "{shown}");
    assert!(!judged.is_good());
    problem.clone()
}

/// The line of a file on which a text stands that it holds exactly once.
fn line_of(files: &[SourceFile], path: &str, marked: &str) -> usize {
    let text = &files.iter().find(|file| file.path == path).unwrap().text;
    assert_eq!(text.matches(marked).count(), 1, "`{marked}` stands once in {path}");
    text[..text.find(marked).unwrap()].matches('\n').count() + 1
}

/// The same, with one piece of one file changed.
fn planted(path: &str, from: &str, to: &str, marked: &str, message: &str) -> Problem {
    one_problem(small::changed(path, from, to), path, marked, message)
}

/// The same, with more written at the end of one file.
fn appended(path: &str, more: &str, marked: &str, message: &str) -> Problem {
    one_problem(small::added(path, more), path, marked, message)
}

/// What the problem says can be done.
fn help(problem: &Problem) -> &str {
    problem.help.as_deref().unwrap()
}

/// A citation of the functions' own guide.
const CITE: &str = "cite = [{ source = \"fn-runtimes\", checked = 2026-11-20 }]";

/// A rule with a reason and a citation, and these lines before them.
fn rule(lines: &str) -> String {
    format!("[[rule]]\n{lines}\nwhy = \"A planted reason.\"\n{CITE}\n")
}

#[test]
fn the_small_cloud_itself_has_no_fault() {
    let judged = judge_files(small::files(), None);
    assert!(judged.problems.list.is_empty(), "{}", judged.problems);
}
