//! Lessons: what was answered in them is kept, can be taken back, and touches nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;
#[path = "../../demarc-catalogue/tests/small/mod.rs"]
mod small;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use common::{NOW, rng};
use demarc_catalogue::{Catalogue, LessonIx, SourceFile};
use demarc_study::{LessonSaid, Plan, Said, Study, StudyError};
use serde_json::Value;

const YOURS: LessonSaid = LessonSaid::Side(Said::In);
const THEIRS: LessonSaid = LessonSaid::Side(Said::Of);
const FIRST: LessonSaid = LessonSaid::Choice(0);
const SECOND: LessonSaid = LessonSaid::Choice(1);

struct Learner {
    dir: tempfile::TempDir,
}

impl Learner {
    fn new() -> Learner {
        Learner { dir: tempfile::tempdir().unwrap() }
    }

    fn file(&self) -> PathBuf {
        self.dir.path().join("progress.sqlite3")
    }

    fn under(&self, files: Vec<SourceFile>) -> Study {
        let catalogue = Arc::new(Catalogue::from_files(files).unwrap());
        Study::open(catalogue, &self.file(), NOW).unwrap()
    }

    fn open(&self) -> Study {
        self.under(small::files())
    }

    fn read(&self) -> Study {
        Study::open_read_only(Arc::new(small::catalogue()), &self.file(), NOW).unwrap()
    }
}

fn lesson(study: &Study, id: &str) -> LessonIx {
    study.catalogue().find_lesson(id).unwrap()
}

fn say(study: &mut Study, id: &str, question: usize, said: LessonSaid) -> bool {
    let lesson = lesson(study, id);
    // Chance that is never the same, as ids are made of it.
    static SEED: AtomicU64 = AtomicU64::new(1_000);
    let seed = SEED.fetch_add(1, Ordering::Relaxed);
    study.answer_lesson(lesson, question, said, 3_000, NOW, &mut rng(seed)).unwrap()
}

fn right(study: &Study, id: &str) -> Vec<bool> {
    study.lesson_progress(lesson(study, id)).right
}

fn json(study: &Study) -> Value {
    let mut out = Vec::new();
    study.export_json(&mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn a_lesson_is_done_when_all_its_questions_were_answered_right_once() {
    let learner = Learner::new();
    let mut study = learner.open();
    assert_eq!(study.next_lesson(), Some(lesson(&study, "halves")));
    assert!(!say(&mut study, "halves", 0, THEIRS), "the machine's runtime is yours");
    assert_eq!(right(&study, "halves"), [false, false]);
    assert!(say(&mut study, "halves", 0, YOURS));
    assert!(!study.lesson_progress(lesson(&study, "halves")).is_done());
    assert!(say(&mut study, "halves", 1, FIRST));
    let progress = study.lesson_progress(lesson(&study, "halves"));
    assert!(progress.is_done() && progress.count() == 2 && progress.answers == 3);
    // A wrong answer later takes nothing away.
    let mut again = rng(99);
    let halves = lesson(&study, "halves");
    assert!(!study.answer_lesson(halves, 1, SECOND, 0, NOW, &mut again).unwrap());
    assert!(study.lesson_progress(halves).is_done());
    assert_eq!(study.next_lesson(), Some(lesson(&study, "kinds")));
    drop(study);
    for study in [learner.open(), learner.read()] {
        assert_eq!(right(&study, "halves"), [true, true]);
        assert_eq!(right(&study, "kinds"), [false, false]);
    }
}

#[test]
fn the_answer_given_last_can_be_taken_back_once() {
    let learner = Learner::new();
    let mut study = learner.open();
    assert_eq!(study.undo_lesson(NOW, &mut rng(1)).unwrap(), None);
    say(&mut study, "halves", 0, YOURS);
    say(&mut study, "halves", 1, FIRST);
    let back = study.undo_lesson(NOW, &mut rng(2)).unwrap();
    assert_eq!(back, Some(("halves".to_owned(), "kind".to_owned())));
    assert_eq!(study.undo_lesson(NOW, &mut rng(3)).unwrap(), None, "one step, as in practice");
    assert_eq!(right(&study, "halves"), [true, false]);
    drop(study);
    let mut study = learner.open();
    assert_eq!(right(&study, "halves"), [true, false]);
    assert_eq!(study.undo_lesson(NOW, &mut rng(3)).unwrap(), None, "not after a restart");
    let all = json(&study);
    assert_eq!(all["lesson_answers"].as_array().unwrap().len(), 2, "it stays in the log");
    assert_eq!(all["lesson_answers"][1]["retracted"], true);
    assert_eq!(all["lesson_retractions"][0]["answer"], all["lesson_answers"][1]["id"]);
}

#[test]
fn lessons_touch_neither_the_schedule_nor_the_scores() {
    let mut study = Learner::new().open();
    let before = (study.stats(NOW), study.today(NOW), study.due(NOW.plus_days(99)));
    say(&mut study, "halves", 0, YOURS);
    say(&mut study, "kinds", 0, THEIRS);
    assert_eq!((study.stats(NOW), study.today(NOW), study.due(NOW.plus_days(99))), before);
    let cells = study.lesson_cells(lesson(&study, "halves"), NOW);
    assert_eq!(cells, [small::cell(study.catalogue(), "vm", "runtime.apply")]);
    assert_eq!(study.start(&Plan::Cells(cells), NOW, &mut rng(1)).unwrap(), 1);
}

#[test]
fn a_lesson_between_two_answers_leaves_a_running_session_alone() {
    let mut study = Learner::new().open();
    study.start(&Plan::Mixed { count: 3 }, NOW, &mut rng(1)).unwrap();
    let running = study.session().cloned();
    say(&mut study, "halves", 0, YOURS);
    study.undo_lesson(NOW, &mut rng(2)).unwrap();
    assert_eq!(study.session().cloned(), running);
}

#[test]
fn what_is_no_answer_to_the_question_is_refused_and_not_logged() {
    let learner = Learner::new();
    let mut study = learner.open();
    let halves = lesson(&study, "halves");
    for (question, said) in [(0, FIRST), (1, YOURS), (1, LessonSaid::Choice(7)), (9, YOURS)] {
        let refused = study.answer_lesson(halves, question, said, 0, NOW, &mut rng(1));
        assert!(matches!(refused, Err(StudyError::NoQuestion)), "{question} {said:?}");
    }
    assert!(json(&study)["lesson_answers"].as_array().unwrap().is_empty());
    say(&mut study, "halves", 0, YOURS);
    drop(study);
    let mut study = learner.read();
    let refused = study.answer_lesson(halves, 0, YOURS, 0, NOW, &mut rng(1));
    assert!(matches!(refused, Err(StudyError::ReadOnly)));
    assert!(matches!(study.undo_lesson(NOW, &mut rng(1)), Ok(None)));
    assert_eq!(right(&study, "halves"), [true, false], "what was learned is read");
}

#[test]
fn exports_carry_what_was_answered_as_it_was_then() {
    let mut study = Learner::new().open();
    say(&mut study, "halves", 0, YOURS);
    say(&mut study, "kinds", 1, SECOND);
    let all = json(&study);
    let (side, choice) = (&all["lesson_answers"][0], &all["lesson_answers"][1]);
    assert_eq!((&side["said"], &side["right"]), (&"in".into(), &true.into()));
    assert_eq!((&side["deployment"], &side["duty"]), (&"vm".into(), &"runtime.apply".into()));
    assert_eq!((&choice["said"], &choice["right"]), (&"Shared".into(), &false.into()));
    assert_eq!((&choice["lesson"], &choice["question"]), (&"kinds".into(), &"door".into()));
    assert_eq!(choice["deployment"], Value::Null);
    let mut out = Vec::new();
    study.export_csv(&mut out).unwrap();
    let mut table = csv::Reader::from_reader(&out[..]);
    let heads = table.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| {
        rows[row][heads.iter().position(|it| it == name).unwrap()].to_owned()
    };
    assert_eq!(rows.len(), 2);
    assert_eq!((cell(1, "form"), cell(1, "said")), ("lesson".to_owned(), "Shared".to_owned()));
    assert_eq!((cell(1, "lesson"), cell(1, "question")), ("kinds".to_owned(), "door".to_owned()));
    assert_eq!((cell(0, "deployment"), cell(0, "right")), ("vm".to_owned(), "true".to_owned()));
}

#[test]
fn a_lesson_and_a_question_that_were_renamed_are_remembered() {
    let learner = Learner::new();
    let mut before = small::changed("lessons.toml", "was = \"sorts\"\n", "");
    small::change(&mut before, "lessons.toml", "was = \"fn\"\n", "");
    small::change(&mut before, "lessons.toml", "id = \"kinds\"", "id = \"sorts\"");
    small::change(&mut before, "lessons.toml", "id = \"function\"", "id = \"fn\"");
    let mut study = learner.under(before);
    say(&mut study, "sorts", 0, THEIRS);
    drop(study);
    assert_eq!(right(&learner.open(), "kinds"), [true, false]);
}

#[test]
fn an_answer_keeps_what_held_when_it_was_given() {
    let learner = Learner::new();
    let mut study = learner.open();
    say(&mut study, "kinds", 1, FIRST);
    drop(study);
    let moved = small::changed(
        "lessons.toml",
        "text = \"Inherited\"\nright = true\n",
        "text = \"Inherited\"\n",
    );
    let mut moved = moved;
    small::change(
        &mut moved,
        "lessons.toml",
        "text = \"Customer-specific\"\nwhy",
        "text = \"Customer-specific\"\nright = true\nwhy",
    );
    let study = learner.under(moved);
    assert_eq!(right(&study, "kinds"), [false, true]);
    assert_eq!(json(&study)["lesson_answers"][0]["said"], "Inherited");
}

#[test]
fn deleting_everything_takes_lessons_too() {
    let learner = Learner::new();
    let mut study = learner.open();
    say(&mut study, "kinds", 1, SECOND);
    study.delete_all(NOW).unwrap();
    assert_eq!(right(&study, "kinds"), [false, false]);
    assert_eq!(study.undo_lesson(NOW, &mut rng(1)).unwrap(), None);
    drop(study);
    let held = std::fs::read(learner.file()).unwrap();
    assert!(!held.windows(5).any(|it| it == b"kinds"), "no byte of it stays");
    assert!(json(&learner.open())["lesson_answers"].as_array().unwrap().is_empty());
}
