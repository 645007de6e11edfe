//! Exams in the window: by keys alone, by pointer alone, at the smallest size, and what is told.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use demarc_app::model::{Model, route::Route};
use demarc_study::{Confidence, ExamPlan, Said, Settings};
use egui::{Key, Vec2};
use egui_kittest::kittest::Queryable;
use window::{SMALLEST, USUAL, Window, beyond, model, press, shows, study, window};

/// Opens the section and begins an exam of ten questions.
fn begun(folder: &std::path::Path, size: Vec2) -> Window<'static> {
    let mut window = window(folder, size);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Num8);
    window.get_by_label("Questions: 10").click();
    window.run_ok();
    assert_eq!(model(&window).unwrap().settings().exam.choice.length, 10);
    press(&mut window, Key::Enter);
    assert_eq!(model(&window).map(Model::route), Some(Route::ExamRun));
    window
}

/// The key that answers the question on the screen right, or wrong, and sure.
fn key(window: &Window<'_>, right: bool) -> Key {
    let study = study(window);
    let cell = study.exam().unwrap().item().unwrap().cell;
    let said = Said::right_for(study.catalogue().ruling(cell).side).unwrap();
    if (said == Said::Of) == right { Key::A } else { Key::L }
}

#[test]
fn an_exam_is_held_changed_and_handed_in_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = begun(folder.path(), USUAL);
    for number in 0..9 {
        assert_eq!(study(&window).exam().unwrap().at, number);
        let key = key(&window, number != 3);
        press(&mut window, key);
        assert!(!shows(&window, "Right.") && !shows(&window, "Wrong."), "no feedback");
    }
    // Back to the fourth: its answer shows, is changed, and is marked.
    for _ in 0..6 {
        press(&mut window, Key::ArrowLeft);
    }
    assert_eq!(study(&window).exam().unwrap().at, 3);
    let run = model(&window).unwrap().exam_run().unwrap().clone();
    assert_eq!(run.said.map(|it| it.1), Some(Confidence::Sure));
    press(&mut window, Key::M);
    press(&mut window, Key::Backspace);
    assert_eq!(study(&window).exam().unwrap().answered(), 8);
    let right = key(&window, true);
    press(&mut window, right);
    // All questions: one is open, and handing in says so.
    press(&mut window, Key::O);
    assert!(shows(&window, "9 of 10 have an answer. One is open and counts as wrong."));
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 0);
    press(&mut window, Key::Enter);
    let result = model(&window).unwrap().exam_result().unwrap().clone();
    assert_eq!((result.percent, result.passed), (90.0, true));
    assert!(shows(&window, "9 of 10 right"));
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 9);
    press(&mut window, Key::A);
    assert!(shows(&window, "Every answer"));
    press(&mut window, Key::E);
    let exports = std::fs::read_dir(folder.path().join("exports")).unwrap();
    let file = exports.map(|it| it.unwrap().path()).find(|it| it.extension().unwrap() == "csv");
    let text = std::fs::read_to_string(file.unwrap()).unwrap();
    assert_eq!(text.lines().count(), 11);
    press(&mut window, Key::Enter);
    assert_eq!(model(&window).map(Model::route), Some(Route::Session), "the missed are practised");
    assert_eq!(study(&window).session().unwrap().items.len(), 1);
    for key in [Key::Escape, Key::Escape, Key::Num8] {
        press(&mut window, key);
    }
    assert_eq!(model(&window).unwrap().exam_home().unwrap().past.len(), 1);
}

#[test]
fn an_exam_is_held_by_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    window.get_by_label("Exam").click();
    window.run_ok();
    window.get_by_label("Compute").click();
    window.run_ok();
    window.get_by_label("Time: No limit").click();
    window.run_ok();
    window.get_by_label("Pass mark: 70%").click();
    window.run_ok();
    let plan = model(&window).unwrap().settings().exam.clone();
    assert_eq!((plan.choice.categories.len(), plan.minutes, plan.pass_percent), (1, None, 70));
    window.get_by_label("Begin the exam").click();
    window.run_ok();
    assert!(study(&window).exam().unwrap().left_ms().is_none(), "there is no clock");
    window.get_by_label("IN, sure, key L").click();
    window.run_ok();
    assert_eq!(study(&window).exam().unwrap().answered(), 1);
    window.get_by_label("All questions, hand in").click();
    window.run_ok();
    let first = window
        .query_all_by(|node| node.label().is_some_and(|it| it.starts_with("Question 1, answered")));
    first.last().unwrap().click();
    window.run_ok();
    assert_eq!(study(&window).exam().unwrap().at, 0);
    window.get_by_label("IN, sure, key L, your answer");
    window.get_by_label("All questions, hand in").click();
    window.run_ok();
    window.get_all_by_label("Hand in").next().unwrap().click();
    window.run_ok();
    assert!(matches!(model(&window).map(Model::route), Some(Route::ExamResult(_))));
}

#[test]
fn an_exam_that_was_left_waits_and_can_be_thrown_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = begun(folder.path(), USUAL);
    press(&mut window, Key::L);
    press(&mut window, Key::Escape);
    assert_eq!(model(&window).map(Model::route), Some(Route::Exam));
    press(&mut window, Key::Num1);
    press(&mut window, Key::Enter);
    assert_eq!(
        model(&window).map(Model::route),
        Some(Route::Session),
        "practice goes on beside it"
    );
    for key in [Key::Escape, Key::Num8, Key::Enter] {
        press(&mut window, key);
    }
    assert_eq!(study(&window).exam().unwrap().answered(), 1);
    press(&mut window, Key::Escape);
    press(&mut window, Key::X);
    press(&mut window, Key::Enter);
    assert!(study(&window).exam().is_some(), "a stray Enter throws nothing away");
    press(&mut window, Key::X);
    window.get_all_by_label("Throw it away").last().unwrap().click();
    window.run_ok();
    assert!(study(&window).exam().is_none());
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 0);
}

#[test]
fn when_the_time_is_up_nothing_can_be_answered_until_some_is_added() {
    let folder = tempfile::tempdir().unwrap();
    {
        let now = demarc_app::app::now();
        let catalogue = demarc_catalogue::Catalogue::shipped().unwrap();
        let file = folder.path().join("progress.sqlite3");
        let mut study =
            demarc_study::Study::open(std::sync::Arc::new(catalogue), &file, now).unwrap();
        let exam = ExamPlan { minutes: Some(10), ..ExamPlan::default() };
        let settings = Settings { first_run_done: true, exam: exam.clone(), ..Settings::default() };
        study.set_settings(settings, now).unwrap();
        let mut rng = rand::rng();
        study.start_exam(&exam, now, &mut rng).unwrap();
        study.exam_step(demarc_study::ExamStep::Tick, 600_000).unwrap();
    }
    let mut window = window(folder.path(), USUAL);
    for key in [Key::Num8, Key::Enter] {
        press(&mut window, key);
    }
    assert!(shows(&window, "The time is up"));
    press(&mut window, Key::L);
    assert_eq!(study(&window).exam().unwrap().answered(), 0);
    press(&mut window, Key::T);
    press(&mut window, Key::O);
    press(&mut window, Key::L);
    assert_eq!(study(&window).exam().unwrap().answered(), 1);
}

#[test]
fn all_that_can_be_pressed_lies_within_the_smallest_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), SMALLEST);
    press(&mut window, Key::Escape);
    let steps = [Key::Num8, Key::Enter, Key::A, Key::O, Key::O, Key::M, Key::O, Key::Enter, Key::A];
    for key in steps.into_iter().chain([Key::Escape]) {
        press(&mut window, key);
        assert_eq!(beyond(&window), Vec::<String>::new(), "after {key:?}");
    }
}

#[test]
fn the_clock_takes_nothing_away_that_lies_over_the_exam() {
    use demarc_app::model::{Tick, action::Action, exam::ExamAct, route::Overlay};
    use rand::SeedableRng;
    let now = demarc_app::app::now();
    let catalogue = std::sync::Arc::new(demarc_catalogue::Catalogue::shipped().unwrap());
    let study = demarc_study::Study::in_memory(catalogue, now);
    let tick = |uptime_ms| Tick { now, uptime_ms };
    let rng = rand::rngs::StdRng::seed_from_u64(1);
    let mut model = Model::new(study, String::new(), rng, tick(0));
    model.apply(Action::Exam(ExamAct::Begin), tick(0));
    model.apply(Action::Open(Overlay::Palette), tick(1_000));
    model.apply(Action::Exam(ExamAct::Tick), tick(12_000));
    assert_eq!(model.study().exam().unwrap().used_ms, 12_000);
    assert_eq!(model.overlay(), Some(&Overlay::Palette));
    // A machine that slept costs nothing.
    model.apply(Action::Exam(ExamAct::Tick), tick(9_000_000));
    assert_eq!(model.study().exam().unwrap().used_ms, 12_000);
}
