//! Exams: what is drawn, what a draft keeps, what handing in writes, and what comes of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use common::{NOW, catalogue, in_memory, rng};
use demarc_catalogue::{Cell, Layer};
use demarc_study::{
    Choice, Confidence, ExamPlan, ExamStep, Plan, Said, Study, StudyError, guess_corrected,
};

fn plan(length: usize, minutes: Option<u32>) -> ExamPlan {
    let choice = Choice { length, ..Choice::default() };
    ExamPlan { choice, minutes, pass_percent: 80 }
}

fn key(cell: Cell) -> Said {
    Said::right_for(catalogue().ruling(cell).side).unwrap()
}

fn other(said: Said) -> Said {
    if said == Said::Of { Said::In } else { Said::Of }
}

/// Answers the question on the screen, right or wrong, and goes on to the next.
fn say(study: &mut Study, right: bool, confidence: Confidence) {
    let exam = study.exam().unwrap();
    let (at, key) = (exam.at, key(exam.item().unwrap().cell));
    let said = if right { key } else { other(key) };
    study.exam_step(ExamStep::Say(said, confidence), 2_000).unwrap();
    study.exam_step(ExamStep::Go(at + 1), 0).unwrap();
}

#[test]
fn what_is_drawn_is_asked_once_and_spread_over_layers_and_services() {
    let catalogue = catalogue();
    for seed in 0..40 {
        let mut study = in_memory();
        assert_eq!(study.start_exam(&plan(40, None), NOW, &mut rng(seed)).unwrap(), 40);
        let cells: Vec<Cell> = study.exam().unwrap().items.iter().map(|it| it.cell).collect();
        assert_eq!(cells.iter().collect::<HashSet<_>>().len(), 40);
        assert!(cells.iter().all(|&cell| catalogue.asked(cell, NOW.day().date())));
        let layers: HashSet<Layer> = cells.iter().map(|it| catalogue.duty(it.duty).layer).collect();
        assert!(layers.len() >= 7, "{layers:?}");
        let mut services: HashMap<_, usize> = HashMap::new();
        for cell in &cells {
            *services.entry(catalogue.deployment(cell.deployment).service).or_default() += 1;
        }
        assert!(services.values().all(|&count| count <= 2), "a service takes too much room");
        let thrice =
            cells.windows(3).any(|it| it[0].duty == it[1].duty && it[1].duty == it[2].duty);
        assert!(!thrice);
    }
}

#[test]
fn a_small_choice_is_asked_whole_and_an_empty_one_is_refused() {
    let mut study = in_memory();
    let choice = Choice { services: vec!["kms".to_owned()], length: 1_000, ..Choice::default() };
    let plan = ExamPlan { choice, ..ExamPlan::default() };
    let count = study.start_exam(&plan, NOW, &mut rng(1)).unwrap();
    assert!(count > 10 && count < 200);
    assert!(study.exam().unwrap().scope.contains("KMS"));
    let layers = vec![Layer::Facilities];
    let choice = Choice { layers, services: vec!["kms".to_owned()], ..Choice::default() };
    let nothing = study.start_exam(&ExamPlan { choice, ..plan }, NOW, &mut rng(1));
    assert!(matches!(nothing, Err(StudyError::NothingToAsk)));
    assert_eq!(study.exam().unwrap().items.len(), count, "the exam at hand stands");
}

#[test]
fn answers_can_be_changed_and_none_is_in_the_log_before_it_is_handed_in() {
    let mut study = in_memory();
    study.start_exam(&plan(4, Some(10)), NOW, &mut rng(2)).unwrap();
    say(&mut study, false, Confidence::Sure);
    say(&mut study, true, Confidence::Likely);
    study.exam_step(ExamStep::Go(0), 0).unwrap();
    say(&mut study, true, Confidence::Guess);
    study.exam_step(ExamStep::Mark, 0).unwrap();
    study.exam_step(ExamStep::Clear, 0).unwrap();
    let exam = study.exam().unwrap();
    assert_eq!((exam.answered(), exam.open(), exam.at), (1, 3, 1));
    assert!(exam.items[1].marked);
    assert_eq!((exam.next_open(), exam.used_ms), (Some(2), 6_000));
    assert_eq!(study.stats(NOW).answers, 0);
    let cells: Vec<Cell> = exam.items.iter().map(|it| it.cell).collect();
    let result = study.hand_in(NOW.plus_ms(60_000)).unwrap();
    assert!(study.exam().is_none());
    assert_eq!(study.stats(NOW).answers, 1, "what has no answer is not logged");
    assert_eq!((result.share().right, result.share().of), (1, 4));
    assert_eq!((result.percent(), result.guess_corrected_percent()), (25.0, 25.0));
    assert!(!result.passed() && result.pass_at() == 4);
    assert_eq!(result.missed().len(), 3);
    assert_eq!(study.record(cells[0]).seen, 1);
    assert!(study.record(cells[0]).memory.unwrap().due > NOW.day(), "it is scheduled");
    assert_eq!(study.record(cells[1]).seen, 0);
    assert_eq!(study.exam_results(), [result]);
}

#[test]
fn the_clock_stops_answers_and_time_can_be_added_or_the_limit_taken_away() {
    let mut study = in_memory();
    study.start_exam(&plan(3, Some(1)), NOW, &mut rng(3)).unwrap();
    study.exam_step(ExamStep::Tick, 59_000).unwrap();
    assert_eq!(study.exam().unwrap().left_ms(), Some(1_000));
    study.exam_step(ExamStep::Tick, 5_000).unwrap();
    let exam = study.exam().unwrap();
    assert!(exam.is_over());
    assert_eq!(exam.used_ms, 60_000, "no more time than there was is counted");
    say(&mut study, true, Confidence::Sure);
    assert_eq!(study.exam().unwrap().answered(), 0, "the time is up");
    study.exam_step(ExamStep::Add(2), 0).unwrap();
    assert_eq!(study.exam().unwrap().left_ms(), Some(120_000));
    say(&mut study, true, Confidence::Sure);
    assert_eq!(study.exam().unwrap().answered(), 1);
    study.exam_step(ExamStep::NoLimit, 0).unwrap();
    study.exam_step(ExamStep::Tick, 9_000_000).unwrap();
    assert!(!study.exam().unwrap().is_over());
    let result = study.hand_in(NOW).unwrap();
    assert_eq!((result.limit_ms, result.added_ms), (None, 120_000));
}

#[test]
fn luck_alone_scores_half_and_nothing_once_it_is_taken_out() {
    let mut study = in_memory();
    study.start_exam(&plan(40, None), NOW, &mut rng(4)).unwrap();
    for number in 0..40 {
        say(&mut study, number % 2 == 0, Confidence::Guess);
    }
    let result = study.hand_in(NOW).unwrap();
    assert_eq!((result.percent(), result.guess_corrected_percent()), (50.0, 0.0));
    assert_eq!(guess_corrected(20, 20, 2), Some(0.0));
    assert!(!result.passed() && !result.passed_without_luck());
    assert!(result.passes_by_luck() < 0.001);
    let all = |shares: Vec<u32>| shares.into_iter().sum::<u32>();
    let catalogue = catalogue();
    assert_eq!(all(result.by_layer(&catalogue).iter().map(|it| it.1.of).collect()), 40);
    assert_eq!(all(result.by_category(&catalogue).iter().map(|it| it.1.of).collect()), 40);
    assert_eq!(all(result.by_side(&catalogue).iter().map(|it| it.of).collect()), 40);
    assert_eq!(result.by_confidence().map(|it| it.of), [40, 0, 0]);
}

#[test]
fn an_exam_left_in_the_middle_is_there_after_a_restart_and_its_result_after_the_next() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.sqlite3");
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    study.start_exam(&plan(5, Some(10)), NOW, &mut rng(5)).unwrap();
    say(&mut study, true, Confidence::Sure);
    study.exam_step(ExamStep::Mark, 700).unwrap();
    let left = study.exam().cloned();
    drop(study);
    let mut study = Study::open(catalogue(), &file, NOW.plus_days(2)).unwrap();
    assert_eq!(study.exam().cloned(), left, "also the clock stood still");
    // Practice goes on beside it, and neither takes the other's place.
    study.start(&Plan::Mixed { count: 3 }, NOW.plus_days(2), &mut rng(6)).unwrap();
    study.end(NOW.plus_days(2)).unwrap();
    assert!(study.resumable().is_none());
    say(&mut study, false, Confidence::Sure);
    let result = study.hand_in(NOW.plus_days(2)).unwrap();
    let stats = study.stats(NOW.plus_days(2));
    assert_eq!(stats.answers, 2);
    drop(study);
    let mut study = Study::open(catalogue(), &file, NOW.plus_days(3)).unwrap();
    assert_eq!(study.exam_result(result.id), Some(result.clone()));
    assert!(study.exam().is_none() && study.resumable().is_none());
    study.rebuild(NOW.plus_days(3)).unwrap();
    assert_eq!(study.exam_results(), [result]);
    let mut out = Vec::new();
    study.export_json(&mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["exams"][0]["pass_percent"], 80);
    study.start_exam(&plan(5, None), NOW.plus_days(3), &mut rng(7)).unwrap();
    study.discard_exam().unwrap();
    assert_eq!(study.exam_results().len(), 1, "what was thrown away leaves no trace");
    study.delete_all(NOW.plus_days(3)).unwrap();
    assert!(study.exam_results().is_empty());
}

const FOLDER: &str = "DEMARC_EXAM_FOLDER";

/// Started by the test below in a process of its own; else it has nothing to do.
#[test]
fn answers_an_exam_when_told_to() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let file = Path::new(&folder).join("progress.sqlite3");
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    if study.exam().is_none() {
        study.start_exam(&plan(60, None), NOW, &mut rng(8)).unwrap();
    }
    let mut out = std::io::stdout().lock();
    while study.exam().unwrap().open() > 0 {
        let next = study.exam().unwrap().next_open().unwrap();
        study.exam_step(ExamStep::Go(next), 0).unwrap();
        study.exam_step(ExamStep::Say(Said::Of, Confidence::Likely), 5).unwrap();
        writeln!(out, "ACK {}", study.exam().unwrap().answered()).unwrap();
        out.flush().unwrap();
    }
    std::thread::sleep(std::time::Duration::from_secs(60));
}

#[test]
fn no_answer_of_a_draft_is_lost_when_the_program_is_killed() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.sqlite3");
    let mut acknowledged = 0;
    for kill in 0..8 {
        let mut child = start(dir.path());
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let heard = |line: String| line.split("ACK ").nth(1).and_then(|it| it.parse().ok());
        for count in lines.map_while(Result::ok).filter_map(heard).take(6) {
            acknowledged = count;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let study = Study::open_read_only(catalogue(), &file, NOW).unwrap();
        let answered = study.exam().unwrap().answered();
        assert!(answered >= acknowledged, "kill {kill}: {answered} of {acknowledged}");
        assert_eq!(study.stats(NOW).answers, 0);
    }
    assert!(acknowledged >= 40);
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    assert_eq!(study.hand_in(NOW).unwrap().share().of, 60);
}

fn start(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["answers_an_exam_when_told_to", "--exact", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}
