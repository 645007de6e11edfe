//! A session from its first question to its report.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use common::{NOW, answer_all, in_memory, right, rng, wrong};
use demarc_study::{Confidence, Outcome, Phase, Plan, StudyError};

#[test]
fn a_new_learner_is_asked_as_many_questions_as_told() {
    let mut study = in_memory();
    assert_eq!(study.start(&Plan::Mixed { count: 30 }, NOW, &mut rng(1)).unwrap(), 30);
    assert_eq!(study.session().unwrap().items.len(), 30);
    assert_eq!(study.session().unwrap().phase, Phase::Question);
}

#[test]
fn a_wrong_answer_comes_back_once_at_the_end() {
    let mut study = in_memory();
    study.start(&Plan::Mixed { count: 3 }, NOW, &mut rng(1)).unwrap();
    let said = wrong(&study);
    let marked = study.answer(said, Confidence::Sure, 2_000, NOW).unwrap();
    assert!(!marked.right && marked.comes_back_this_session);
    assert_eq!(marked.next_due, Some(1));
    assert_eq!(study.session().unwrap().items.len(), 4);
    study.advance();
    answer_all(&mut study, NOW, |number| number < 2);
    let items = &study.session().unwrap().items;
    assert_eq!(items.len(), 4);
    assert!(items[3].repeat && items[3].cell == items[0].cell);
    assert_eq!(items[3].outcome, Some(Outcome::Wrong));
    assert_eq!(study.session().unwrap().phase, Phase::Finished);
}

#[test]
fn a_question_takes_one_answer() {
    let mut study = in_memory();
    assert!(matches!(
        study.answer(demarc_study::Said::Of, Confidence::Sure, 0, NOW),
        Err(StudyError::NoSession)
    ));
    study.start(&Plan::Mixed { count: 2 }, NOW, &mut rng(1)).unwrap();
    let said = right(&study);
    study.answer(said, Confidence::Sure, 0, NOW).unwrap();
    assert!(study.feedback().is_some_and(|marked| marked.right));
    assert!(matches!(study.answer(said, Confidence::Sure, 0, NOW), Err(StudyError::NoQuestion)));
    assert_eq!(study.stats(NOW).answers, 1);
}

#[test]
fn undo_takes_the_answer_back_and_brings_the_question_again() {
    let mut study = in_memory();
    study.start(&Plan::Mixed { count: 3 }, NOW, &mut rng(1)).unwrap();
    let before = study.session().unwrap().clone();
    let said = wrong(&study);
    study.answer(said, Confidence::Sure, 0, NOW).unwrap();
    study.advance();
    assert_eq!(study.undo(NOW).unwrap(), Some(before.items[0].cell));
    assert_eq!(study.session().unwrap(), &before);
    assert_eq!(study.record(before.items[0].cell).seen, 0);
    assert_eq!(study.stats(NOW).answers, 0);
    assert_eq!(study.undo(NOW).unwrap(), None);
}

#[test]
fn the_report_counts_first_answers_and_puts_sure_errors_first() {
    let mut study = in_memory();
    study.start(&Plan::Mixed { count: 4 }, NOW, &mut rng(1)).unwrap();
    let cells: Vec<_> = study.session().unwrap().items.iter().map(|item| item.cell).collect();
    for (confidence, is_right) in [
        (Confidence::Likely, false),
        (Confidence::Sure, true),
        (Confidence::Sure, false),
        (Confidence::Guess, true),
    ] {
        let said = if is_right { right(&study) } else { wrong(&study) };
        study.answer(said, confidence, 1_000, NOW).unwrap();
        study.advance();
    }
    answer_all(&mut study, NOW, |_| true);
    let report = study.end(NOW).unwrap().unwrap();
    assert_eq!((report.summary.questions, report.summary.right), (4, 2));
    assert_eq!((report.summary.score, report.summary.guess_corrected), (0.5, 0.0));
    assert_eq!(report.sure_and_wrong, [cells[2]]);
    assert_eq!(report.missed, [cells[2], cells[0]]);
    assert_eq!(report.items.len(), 6);
    assert_eq!((report.mastery_before.met, report.mastery_after.met), (0, 4));
    assert!(study.session().is_none());
    assert_eq!(study.sessions().len(), 1);
}
