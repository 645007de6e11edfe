//! Every file that a released format wrote still opens, and says what it said then.
//!
//! A new format adds a file here: raise the number in `src/store/schema.rs`, then
//! `cargo test -p demarc-study --test old_files -- --ignored`. Old ones are never made again.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;
#[path = "../../demarc-catalogue/tests/small/mod.rs"]
mod small;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use common::{NOW, answer_all, right, rng, wrong};
use demarc_study::forms::{Form, LineReply, Reply};
use demarc_study::{
    Choice, Confidence, ExamPlan, ExamStep, LessonSaid, Plan, Said, Settings, Study, Theme,
};
use serde_json::{Value, json};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn open(file: &Path) -> Study {
    Study::open(Arc::new(small::catalogue()), file, NOW.plus_days(30)).unwrap()
}

fn read(file: &Path) -> Study {
    Study::open_read_only(Arc::new(small::catalogue()), file, NOW.plus_days(30)).unwrap()
}

/// What a file says: all of the export but the format's number, and the figures.
fn said(study: &Study) -> Value {
    let mut out = Vec::new();
    study.export_json(&mut out).unwrap();
    let mut export: Value = serde_json::from_slice(&out).unwrap();
    export.as_object_mut().unwrap().remove("format");
    let now = NOW.plus_days(30);
    // Settings that came later have their defaults, and the export names them too.
    json!({ "export": export, "stats": study.stats(now) })
}

#[test]
fn opens_every_old_file() {
    let mut opened = 0;
    for format in 1.. {
        let (file, json) = names(format);
        if !file.exists() {
            break;
        }
        let dir = tempfile::tempdir().unwrap();
        let copy = dir.path().join("progress.sqlite3");
        fs::copy(&file, &copy).unwrap();
        let mut expected: Value = serde_json::from_str(&fs::read_to_string(json).unwrap()).unwrap();
        // How much is asked today is for today's picker to say; when each card is due is compared.
        expected["stats"].as_object_mut().unwrap().remove("due");
        // Only read, it stays of its format; opened, it is brought to today's and says the same.
        let before = fs::read(&copy).unwrap();
        includes(&said(&read(&copy)), &expected, "");
        assert_eq!(fs::read(&copy).unwrap(), before);
        for _ in 0..2 {
            includes(&said(&open(&copy)), &expected, "");
        }
        opened += 1;
    }
    assert_eq!(opened, 4);
}

/// Whether all that was said then is still said; more may be said now.
fn includes(now: &Value, then: &Value, place: &str) {
    match (now, then) {
        (Value::Object(now), Value::Object(then)) => {
            for (name, then) in then {
                let now = now.get(name).unwrap_or_else(|| panic!("{place}.{name} is gone"));
                includes(now, then, &format!("{place}.{name}"));
            }
        }
        (Value::Array(now), Value::Array(then)) => {
            assert_eq!(now.len(), then.len(), "{place}");
            for (at, (now, then)) in now.iter().zip(then).enumerate() {
                includes(now, then, &format!("{place}[{at}]"));
            }
        }
        // The last digits of powers differ from machine to machine.
        (Value::Number(now), Value::Number(then)) => {
            let (now, then) = (now.as_f64().unwrap(), then.as_f64().unwrap());
            assert!((now - then).abs() <= 1e-4 * then.abs().max(1.0), "{place}: {now}, not {then}");
        }
        _ => assert_eq!(now, then, "{place}"),
    }
}

fn names(format: usize) -> (PathBuf, PathBuf) {
    let name = |kind| golden().join(format!("format-{format}.{kind}"));
    (name("sqlite3"), name("json"))
}

#[test]
#[ignore = "only when there is a new format"]
fn writes_the_file_of_a_new_format() {
    let format = (1..).find(|&format| !names(format).0.exists()).unwrap();
    let (file, json) = names(format);
    let dir = tempfile::tempdir().unwrap();
    let made = dir.path().join("progress.sqlite3");
    practise(&made);
    fs::copy(&made, file).unwrap();
    let said = said(&open(&made));
    fs::write(json, serde_json::to_string_pretty(&said).unwrap()).unwrap();
}

/// A little of everything that a file can hold.
fn practise(file: &Path) {
    let mut study = Study::open(Arc::new(small::catalogue()), file, NOW).unwrap();
    let plan = Plan::Choice(Choice { length: 6, ..Choice::default() });
    study.start(&plan, NOW, &mut rng(1)).unwrap();
    let cell = study.session().unwrap().items[0].cell;
    study.answer(wrong(&study), Confidence::Sure, 70_000, NOW).unwrap();
    study.undo(NOW.plus_ms(900)).unwrap();
    study.answer(wrong(&study), Confidence::Sure, 4_000, NOW.plus_ms(2_000)).unwrap();
    study.advance();
    study.skip(NOW).unwrap();
    study.answer(right(&study), Confidence::Guess, 4_000, NOW.plus_ms(9_000)).unwrap();
    study.advance();
    answer_all(&mut study, NOW.plus_ms(20_000), |number| number != 1);
    study.end(NOW.plus_ms(99_000)).unwrap();
    let later = NOW.plus_days(3);
    study.start(&Plan::Scenarios { ids: vec![], count: 1 }, later, &mut rng(2)).unwrap();
    study.answer(right(&study), Confidence::Sure, 2_000, later).unwrap();
    let mut lessons = study.catalogue().lesson_ixs();
    let (one, other) = (lessons.next().unwrap(), lessons.next().unwrap());
    let side = LessonSaid::Side(Said::In);
    study.answer_lesson(one, 0, side, 70_000, later, &mut rng(3)).unwrap();
    study.answer_lesson(other, 1, LessonSaid::Choice(1), 900, later, &mut rng(4)).unwrap();
    study.undo_lesson(later.plus_ms(500), &mut rng(5)).unwrap();
    study.answer_lesson(other, 1, LessonSaid::Choice(0), 900, later, &mut rng(6)).unwrap();
    let lines = Plan::Form(Form::Line, Choice { length: 1, ..Choice::default() });
    study.start(&lines, later, &mut rng(7)).unwrap();
    let question = study.question(later).unwrap();
    let reply = Reply::Line(LineReply { below: 4, flipped: Vec::new() });
    study.reply(&reply, Confidence::Sure, 40_000, later).unwrap();
    study.undo(later.plus_ms(700)).unwrap();
    let key = question.key(study.catalogue());
    study.reply(&key, Confidence::Likely, 40_000, later).unwrap();
    study.end(later.plus_ms(900)).unwrap();
    let exam = ExamPlan { choice: Choice { length: 4, ..Choice::default() }, ..Default::default() };
    study.start_exam(&exam, later, &mut rng(8)).unwrap();
    study.exam_step(ExamStep::Say(Said::Of, Confidence::Sure), 4_000).unwrap();
    study.exam_step(ExamStep::Go(2), 500).unwrap();
    study.exam_step(ExamStep::Say(Said::In, Confidence::Guess), 70_000).unwrap();
    study.exam_step(ExamStep::Add(5), 0).unwrap();
    study.hand_in(later.plus_ms(80_000)).unwrap();
    study.start_exam(&exam, later.plus_ms(90_000), &mut rng(9)).unwrap();
    study.exam_step(ExamStep::Say(Said::In, Confidence::Likely), 3_000).unwrap();
    study.flag(cell, "Is this so?", later).unwrap();
    study.set_note(cell, "Mine.\nTwo lines.", later).unwrap();
    let settings = Settings { theme: Theme::Dark, text_size: 120, ..Settings::default() };
    study.set_settings(settings, later).unwrap();
}
