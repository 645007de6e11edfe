//! Whatever is cut out of the files, judging them ends with problems that can be shown.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod small;

use demarc_catalogue::{Catalogue, SourceFile, judge_files};

/// Judges the small cloud with another text for one of its files. Loading and judging agree.
fn judge(at: usize, text: String) -> bool {
    let mut files = small::files();
    files[at] = SourceFile::new(files[at].path.clone(), text);
    let judged = judge_files(files.clone(), None);
    let shown = judged.problems.to_string();
    assert_eq!(shown.is_empty(), judged.problems.list.is_empty());
    for problem in &judged.problems.list {
        assert!(shown.contains(&problem.message), "{shown}");
    }
    if Catalogue::from_files(files).is_err() {
        assert!(!judged.is_good(), "what does not load is not good");
    }
    judged.is_good()
}

#[test]
fn any_line_can_be_lost() {
    let (mut lost, mut good) = (0, 0);
    for (at, file) in small::files().into_iter().enumerate() {
        let lines: Vec<&str> = file.text.lines().collect();
        for gone in 0..lines.len() {
            let kept = lines.iter().enumerate().filter(|&(line, _)| line != gone);
            let text: Vec<&str> = kept.map(|(_, &line)| line).collect();
            lost += 1;
            good += usize::from(judge(at, text.join("\n")));
        }
    }
    // Comments, blank lines and what may be left out: most lines are needed.
    assert!(good * 2 < lost, "{good} of {lost} lines are idle");
}

#[test]
fn any_line_can_stand_twice() {
    for (at, file) in small::files().into_iter().enumerate() {
        let lines: Vec<&str> = file.text.lines().collect();
        for twice in 0..lines.len() {
            let text: Vec<&str> = lines[..=twice].iter().chain(&lines[twice..]).copied().collect();
            judge(at, text.join("\n"));
        }
    }
}

#[test]
fn a_file_can_end_anywhere() {
    for (at, file) in small::files().into_iter().enumerate() {
        for end in (0..file.text.len()).step_by(5) {
            judge(at, file.text[..end].to_owned());
        }
    }
}

#[test]
fn any_word_can_be_another() {
    for (at, file) in small::files().into_iter().enumerate() {
        let pieces: Vec<&str> = file.text.split('"').collect();
        for other in (1..pieces.len()).step_by(2) {
            for word in ["", "zebra", "os.apply", "fn", "{", "in", "\\u202e", "\u{202e}"] {
                let mut pieces = pieces.clone();
                pieces[other] = word;
                judge(at, pieces.join("\""));
            }
        }
    }
}

#[test]
fn any_file_can_be_missing() {
    for gone in 0..small::files().len() {
        let mut files = small::files();
        let without = files.remove(gone).path;
        let judged = judge_files(files, None);
        // Nothing rests on stacks, scenarios and lessons.
        let leaf = ["lessons.toml", "questions.toml"].contains(&without.as_str());
        assert_eq!(judged.is_good(), leaf, "{}", judged.problems);
    }
}
