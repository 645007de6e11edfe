//! A placement: what it asks, how it grows, that nothing is lost, and what follows from it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeSet;

use common::{NOW, catalogue, in_memory, right, rng, wrong};
use demarc_catalogue::{Cell, Side};
use demarc_study::{Choice, Confidence, Moment, Outcome, Phase, Plan, Study};

/// Answers the question at hand.
fn say(study: &mut Study, is_right: bool, confidence: Confidence, at: Moment) {
    let said = if is_right { right(study) } else { wrong(study) };
    study.answer(said, confidence, 4_000, at).unwrap();
}

/// Goes through a placement; whether each answer is right by its cell and its number.
fn through(study: &mut Study, now: Moment, is_right: impl Fn(Cell, usize) -> bool) -> Vec<Cell> {
    let mut asked = Vec::new();
    while let Some(item) = study.session().unwrap().item().copied() {
        let is_right = is_right(item.cell, asked.len());
        let confidence = if is_right { Confidence::Sure } else { Confidence::Guess };
        say(study, is_right, confidence, now.plus_ms(asked.len() as i64 * 8_000));
        asked.push(item.cell);
    }
    asked
}

/// Three services that nearly every account has: quick enough for a test.
fn three() -> Choice {
    let services = ["ec2", "rds", "s3"].map(str::to_owned).to_vec();
    Choice { services, ..Choice::default() }
}

fn start(study: &mut Study, choice: &Choice, seed: u64) -> uuid::Uuid {
    study.start(&Plan::Placement(choice.clone()), NOW, &mut rng(seed)).unwrap();
    study.session().unwrap().id
}

fn sides(cells: &[Cell]) -> (usize, usize) {
    let of = cells.iter().filter(|it| catalogue().ruling(**it).side == Side::Of).count();
    (of, cells.len() - of)
}

#[test]
fn it_asks_twelve_to_twenty_spread_over_layers_and_services_and_half_of_either_side() {
    for seed in 0..4 {
        let mut study = in_memory();
        start(&mut study, &three(), seed);
        let asked = through(&mut study, NOW, |_, number| number % 2 == 0);
        assert!((12..=20).contains(&asked.len()), "{}", asked.len());
        let layers: BTreeSet<_> = asked.iter().map(|it| catalogue().duty(it.duty).layer).collect();
        assert!(layers.len() >= 5, "{layers:?}");
        for service in ["ec2", "rds", "s3"] {
            let of = |it: &&Cell| catalogue().service_of(it.deployment).id == service;
            assert!(asked.iter().filter(of).count() >= 3, "{service}");
        }
        let duties: BTreeSet<_> = asked.iter().map(|it| it.duty).collect();
        assert!(duties.len() + 2 >= asked.len(), "hardly a duty comes twice");
        let whole = &asked[..asked.len() / 4 * 4];
        assert_eq!(sides(whole).0, sides(whole).1, "who names one side alone gets half");
        let session = study.session().unwrap();
        assert!(session.items.iter().all(|it| !it.repeat), "nothing comes back");
        assert_eq!(session.phase, Phase::Finished);
    }
}

#[test]
fn it_stops_early_where_little_is_left_open_and_goes_on_where_much_is() {
    let count = |is_right: fn(Cell, usize) -> bool| {
        let mut study = in_memory();
        start(&mut study, &three(), 1);
        through(&mut study, NOW, is_right).len()
    };
    assert_eq!(count(|_, _| false), 12, "nothing is known: that is soon told");
    assert_eq!(count(|_, number| number % 2 == 0), 20);
}

#[test]
fn what_it_asks_next_follows_from_what_was_answered() {
    let cells = |is_right: fn(Cell, usize) -> bool| {
        let mut study = in_memory();
        start(&mut study, &three(), 5);
        through(&mut study, NOW, is_right)
    };
    let all = cells(|_, _| true);
    let half = cells(|_, number| number % 2 == 0);
    assert_eq!(all[..2], half[..2]);
    assert_ne!(all, half);
    assert_eq!(half, cells(|_, number| number % 2 == 0), "the same answers, the same questions");
}

#[test]
fn nothing_is_explained_in_between_and_wrong_answers_stand_in_the_log_with_their_confidence() {
    let mut study = in_memory();
    let id = start(&mut study, &three(), 2);
    say(&mut study, false, Confidence::Guess, NOW);
    assert!(study.feedback().is_none());
    let session = study.session().unwrap();
    assert_eq!((session.phase, session.position, session.items.len()), (Phase::Question, 1, 2));
    through(&mut study, NOW, |_, number| number % 3 > 0);
    let report = study.end(NOW).unwrap().unwrap();
    assert_eq!(report.summary.id, id);
    assert_eq!(report.summary.title, "Placement");
    let first = &report.items[0];
    assert!(!first.answer.right && first.answer.confidence == Confidence::Guess);
    let cell = first.cell.unwrap();
    assert_eq!(study.record(cell).seen, 1);
    assert!(study.record(cell).due().unwrap() > NOW.day(), "it is scheduled like any answer");
    assert_eq!(study.stats(NOW).answers, report.items.len());
}

#[test]
fn an_undo_takes_back_what_the_answer_had_chosen() {
    let mut study = in_memory();
    start(&mut study, &three(), 5);
    let fresh = study.session().unwrap().clone();
    say(&mut study, true, Confidence::Sure, NOW);
    say(&mut study, true, Confidence::Sure, NOW);
    let after_right = study.session().unwrap().clone();
    study.undo(NOW).unwrap();
    study.undo(NOW).unwrap();
    assert_eq!(study.session().unwrap(), &fresh);
    assert_eq!(study.undo(NOW).unwrap(), None);
    say(&mut study, true, Confidence::Sure, NOW);
    say(&mut study, true, Confidence::Sure, NOW);
    let again = study.session().unwrap();
    let cells = |it: &demarc_study::Session| it.items.iter().map(|it| it.cell).collect::<Vec<_>>();
    assert_eq!(cells(again), cells(&after_right));
    study.skip(NOW).unwrap();
    assert_eq!(study.session().unwrap().items[2].outcome, Some(Outcome::Skipped));
    assert_eq!(study.session().unwrap().items.len(), 4);
    study.undo(NOW).unwrap();
    assert_eq!(study.session().unwrap().items.len(), 3);
}

#[test]
fn closed_after_any_answer_it_goes_on_with_the_very_question_that_was_open() {
    let dir = tempfile::tempdir().unwrap();
    let open = || Study::open(catalogue(), &dir.path().join("progress.sqlite3"), NOW).unwrap();
    let mut kept = in_memory();
    start(&mut kept, &three(), 9);
    let mut study = open();
    start(&mut study, &three(), 9);
    let mut number = 0;
    while kept.session().unwrap().item().is_some() {
        for it in [&mut kept, &mut study] {
            match number {
                3 => it.skip(NOW).unwrap(),
                5 => assert!(it.undo(NOW).unwrap().is_some()),
                _ => say(it, number % 2 == 0, Confidence::Likely, NOW.plus_ms(number * 9_000)),
            }
        }
        number += 1;
        let left = study.session().unwrap().clone();
        let of = |it: &demarc_study::Session| {
            it.items.iter().map(|it| (it.cell, it.outcome)).collect::<Vec<_>>()
        };
        assert_eq!(of(&left), of(kept.session().unwrap()));
        drop(study);
        study = open();
        if left.phase == Phase::Question {
            assert_eq!(study.resumable(), Some(&left), "after step {number}");
            assert!(study.resume(NOW));
        } else {
            assert_eq!(study.placed(left.id), kept.placed(kept.session().unwrap().id));
            assert!(study.resumable().is_none());
        }
    }
    assert!(number > 12);
}

#[test]
fn what_it_found_out_is_the_estimate_over_what_was_chosen() {
    let mut study = in_memory();
    let id = start(&mut study, &three(), 4);
    assert!(study.placed(id).is_none(), "nothing was answered yet");
    let asked = through(&mut study, NOW, |_, number| number % 10 != 3);
    study.finish(NOW).unwrap();
    let placed = study.placed(id).unwrap();
    let cells = study.matching(&three(), NOW).unwrap();
    assert_eq!(placed.over, study.knowing(NOW).over(cells.iter().copied()));
    assert!(placed.over.enough() && placed.over.known > 0.5);
    assert_eq!(placed.layers.iter().map(|it| it.estimate.cells).sum::<usize>(), cells.len());
    assert!(!placed.skipped.is_empty());
    assert!(placed.skipped.iter().all(|it| cells.contains(it) && !asked.contains(it)));
    // It stays what it was, whatever is answered later.
    study.start(&Plan::Cells(placed.skipped[..5].to_vec()), NOW, &mut rng(1)).unwrap();
    common::answer_all(&mut study, NOW, |_| false);
    study.finish(NOW).unwrap();
    assert_eq!(study.placed(id), Some(placed));
    let other = study.sessions()[0].id;
    assert!(study.placed(other).is_none(), "another session placed nothing");
}

#[test]
fn what_is_probably_known_is_new_only_when_nothing_else_is_left() {
    let mut study = in_memory();
    start(&mut study, &three(), 4);
    through(&mut study, NOW, |_, number| number % 10 != 3);
    study.finish(NOW).unwrap();
    let waits: BTreeSet<Cell> = study.known_before_asked(NOW).into_iter().collect();
    assert!(!waits.is_empty());
    for plan in [Plan::Learn { count: 20 }, Plan::Mixed { count: 20 }] {
        study.start(&plan, NOW, &mut rng(1)).unwrap();
        let items = &study.session().unwrap().items;
        assert!(!items.is_empty());
        assert!(items.iter().all(|it| !waits.contains(&it.cell)), "{plan:?}");
    }
}

#[test]
fn everything_can_be_placed_too_and_an_unknown_service_is_an_error() {
    let mut study = in_memory();
    study.start(&Plan::Placement(Choice::default()), NOW, &mut rng(3)).unwrap();
    say(&mut study, true, Confidence::Sure, NOW);
    say(&mut study, false, Confidence::Likely, NOW);
    assert_eq!(study.session().unwrap().items.len(), 3);
    let nowhere = Choice { services: vec!["nowhere".to_owned()], ..Choice::default() };
    assert!(study.start(&Plan::Placement(nowhere), NOW, &mut rng(3)).is_err());
}
