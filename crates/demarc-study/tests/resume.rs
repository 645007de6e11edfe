//! A session that was closed in the middle goes on where it was left.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::path::PathBuf;

use common::{NOW, answer_all, catalogue, right, rng, wrong};
use demarc_study::{Confidence, Outcome, Phase, Plan, Session, Study};

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("progress.sqlite3")
    }

    fn open(&self) -> Study {
        Study::open(catalogue(), &self.file(), NOW.plus_days(1)).unwrap()
    }
}

fn answer(study: &mut Study, is_right: bool) {
    let said = if is_right { right(study) } else { wrong(study) };
    study.answer(said, Confidence::Likely, 1_000, NOW).unwrap();
}

/// Five questions: right, wrong, skipped, and then in front of the fourth.
fn left_in_the_middle(study: &mut Study) -> Session {
    study.start(&Plan::Mixed { count: 5 }, NOW, &mut rng(1)).unwrap();
    answer(study, true);
    study.advance();
    answer(study, false);
    study.advance();
    study.skip(NOW).unwrap();
    study.session().unwrap().clone()
}

#[test]
fn a_closed_session_is_offered_and_goes_on_where_it_was_left() {
    let folder = Folder::new();
    let left = left_in_the_middle(&mut folder.open());
    let mut study = folder.open();
    assert!(study.session().is_none());
    assert_eq!(study.resumable(), Some(&left));
    assert!(study.resume(NOW));
    assert_eq!(study.session(), Some(&left));
    assert!(study.resumable().is_none());
    assert!(!study.resume(NOW));
    let outcomes: Vec<_> = left.items.iter().map(|it| it.outcome).collect();
    let (right, wrong, skipped) = (Outcome::Right, Outcome::Wrong, Outcome::Skipped);
    assert_eq!(outcomes, [Some(right), Some(wrong), Some(skipped), None, None, None]);
    assert_eq!((left.position, left.done(), left.answered(), left.left()), (3, 3, 2, 3));
    answer_all(&mut study, NOW, |_| true);
    let report = study.end(NOW).unwrap().unwrap();
    assert_eq!((report.summary.questions, report.summary.right), (4, 3));
    drop(study);
    assert!(folder.open().resumable().is_none());
}

#[test]
fn closed_while_an_answer_was_explained_it_goes_on_with_the_next() {
    let folder = Folder::new();
    let mut study = folder.open();
    study.start(&Plan::Mixed { count: 3 }, NOW, &mut rng(1)).unwrap();
    answer(&mut study, false);
    assert_eq!(study.session().unwrap().phase, Phase::Feedback);
    drop(study);
    let mut study = folder.open();
    assert!(study.resume(NOW));
    let session = study.session().unwrap();
    assert_eq!((session.position, session.phase, session.items.len()), (1, Phase::Question, 4));
}

#[test]
fn a_resumed_session_can_be_undone_to_its_beginning() {
    let folder = Folder::new();
    let left = left_in_the_middle(&mut folder.open());
    let mut study = folder.open();
    study.resume(NOW);
    for at in [2, 1, 0] {
        assert_eq!(study.undo(NOW).unwrap(), Some(left.items[at].cell));
        assert_eq!(study.session().unwrap().position, at);
    }
    assert_eq!(study.undo(NOW).unwrap(), None);
    assert_eq!(study.session().unwrap().items.len(), 5, "the repeat went with the wrong answer");
    assert_eq!(study.stats(NOW).answers, 0);
    drop(study);
    let study = folder.open();
    assert_eq!(study.resumable().unwrap().position, 0);
    assert_eq!(study.resumable().unwrap().done(), 0, "the skip was taken back for good");
}

#[test]
fn a_session_that_was_finished_but_not_ended_is_not_offered() {
    let folder = Folder::new();
    let mut study = folder.open();
    study.start(&Plan::Mixed { count: 2 }, NOW, &mut rng(1)).unwrap();
    answer_all(&mut study, NOW, |_| true);
    drop(study);
    let study = folder.open();
    assert!(study.resumable().is_none());
    assert_eq!(study.sessions().len(), 1);
    assert_eq!(study.sessions()[0].ended.unwrap().day(), NOW.day());
}

#[test]
fn a_new_session_takes_the_place_of_one_that_could_be_resumed() {
    let folder = Folder::new();
    let left = left_in_the_middle(&mut folder.open());
    let mut study = folder.open();
    study.start(&Plan::Mixed { count: 2 }, NOW, &mut rng(2)).unwrap();
    assert!(study.resumable().is_none());
    study.end(NOW).unwrap();
    drop(study);
    let study = folder.open();
    assert!(study.resumable().is_none());
    let sessions = study.sessions();
    assert_eq!(sessions.len(), 1, "the one without an answer left no trace");
    assert_eq!((sessions[0].id, sessions[0].questions), (left.id, 2));
}

#[test]
fn reading_offers_nothing_to_resume_that_it_could_not_go_on_with() {
    let folder = Folder::new();
    left_in_the_middle(&mut folder.open());
    let mut study = Study::open_read_only(catalogue(), &folder.file(), NOW).unwrap();
    assert!(!study.resume(NOW));
    assert_eq!(study.stats(NOW).answers, 2);
}

#[test]
fn scenarios_go_on_too() {
    let folder = Folder::new();
    let mut study = folder.open();
    study.start(&Plan::Scenarios { ids: vec![], count: 2 }, NOW, &mut rng(1)).unwrap();
    answer(&mut study, true);
    study.advance();
    let left = study.session().unwrap().clone();
    drop(study);
    let mut study = folder.open();
    study.resume(NOW);
    assert_eq!(study.session(), Some(&left));
}
