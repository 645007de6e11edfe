//! An undo undoes everything that followed from the answer: cards, due days, the day's limits, what
//! keeps slipping, sessions, the estimate and the streak are as if it had never been given.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use common::{NOW, catalogue, rng};
use demarc_catalogue::Cell;
use demarc_study::forms::{Form, Reply};
use demarc_study::{Choice, Confidence, Moment, Plan, Record, Said, Session, Stats, Study, Today};
use rand::RngExt;
use rand::rngs::StdRng;

/// All that follows from the log, and where the session stands.
#[derive(Debug, PartialEq)]
struct State {
    today: Today,
    tomorrow: Vec<Cell>,
    in_a_month: Vec<Cell>,
    stats: Stats,
    records: Vec<Record>,
    session: Option<Session>,
    resumable: Option<Session>,
}

fn state(study: &Study, now: Moment) -> State {
    let met = study.catalogue().asked_cells(now.day().date());
    State {
        today: study.today(now),
        tomorrow: study.due(now.plus_days(1)),
        in_a_month: study.due(now.plus_days(30)),
        stats: study.stats(now),
        records: met.iter().map(|&it| study.record(it)).filter(|it| it.seen > 0).collect(),
        session: study.session().cloned(),
        resumable: study.resumable().cloned(),
    }
}

/// One of few plans over few cells, so that cells are met again and again.
fn plan(rng: &mut StdRng) -> Plan {
    let choice = |length| Choice {
        services: vec!["rds".to_owned()],
        duties: Vec::new(),
        length,
        ..Choice::default()
    };
    match rng.random_range(0..6) {
        0 => Plan::Due { limit: 6 },
        1 => Plan::Learn { count: 4 },
        2 => Plan::Leeches { count: 2 },
        3 => Plan::Form(Form::Line, choice(2)),
        4 => Plan::Form(Form::Flip, choice(2)),
        _ => Plan::Choice(choice(4)),
    }
}

/// Misses two cells on five days, so that they keep slipping; gives the next day.
fn slip(study: &mut Study, rng: &mut StdRng) -> Moment {
    let rds = |cell: &&Cell| study.catalogue().service_of(cell.deployment).id == "rds";
    let cells = study.catalogue().asked_cells(NOW.day().date());
    let cells: Vec<Cell> = cells.iter().filter(rds).step_by(9).take(2).copied().collect();
    for day in 0..5 {
        study.start(&Plan::Cells(cells.clone()), NOW.plus_days(day), rng).unwrap();
        while study.session().unwrap().item().is_some() {
            let said = common::wrong(study);
            study.answer(said, Confidence::Sure, 4_000, NOW.plus_days(day)).unwrap();
            study.advance();
        }
        study.end(NOW.plus_days(day)).unwrap();
    }
    NOW.plus_days(5)
}

/// Answers the question at hand, with all its parts; mostly wrong, so that cells lapse.
fn answer(study: &mut Study, now: Moment, rng: &mut StdRng) {
    let confidence = Confidence::ALL[rng.random_range(0..3)];
    if let Some(question) = study.question(now) {
        // The key of another draw is a reply that is right here and there.
        let other = study.session().and_then(|it| it.item()).copied().unwrap();
        let other = demarc_study::Item { seed: rng.random(), ..other };
        let drawn = demarc_study::forms::question(study.catalogue(), &other, now.day());
        let fits = |reply: &Reply| {
            question.mark(study.catalogue(), reply).is_some_and(|it| !it.cells.is_empty())
        };
        let other = drawn.map(|it| it.key(study.catalogue())).filter(fits);
        let reply = other.unwrap_or_else(|| question.key(study.catalogue()));
        study.reply(&reply, confidence, 9_000, now).unwrap();
    } else {
        let said = if rng.random_bool(0.5) { Said::Of } else { Said::In };
        study.answer(said, confidence, 4_000, now).unwrap();
    }
}

/// Brings a session on, over days, to a question that waits; whether one does.
fn reach_a_question(study: &mut Study, now: &mut Moment, rng: &mut StdRng) -> bool {
    for _ in 0..20 {
        if study.question(*now).is_some()
            || study.session().is_some_and(|it| it.phase == demarc_study::Phase::Question)
        {
            return true;
        }
        study.advance();
        if study.session().is_none_or(|it| it.item().is_none()) {
            study.end(*now).unwrap();
            if rng.random_bool(0.6) {
                *now = now.plus_days(rng.random_range(1..4));
            }
            let _ = study.start(&plan(rng), *now, rng);
        }
    }
    false
}

#[test]
fn after_an_undo_all_is_as_if_the_answer_had_never_been_given() {
    let (mut undone, mut with_parts, mut repeats, mut slipping) = (0, 0, 0, 0);
    for seed in 0..2 {
        let rng = &mut rng(seed);
        let mut study = Study::in_memory(catalogue(), NOW);
        let mut now = slip(&mut study, rng);
        for _ in 0..30 {
            if !reach_a_question(&mut study, &mut now, rng) {
                continue;
            }
            now = now.plus_ms(10_000);
            if rng.random_bool(0.4) {
                let item = *study.session().unwrap().item().unwrap();
                let before = state(&study, now);
                answer(&mut study, now, rng);
                // Feedback is read, or the next question is already there.
                if rng.random_bool(0.5) {
                    study.advance();
                }
                assert_eq!(study.undo(now).unwrap(), Some(item.cell));
                assert_eq!(state(&study, now), before, "seed {seed}");
                if undone % 4 == 0 {
                    study.rebuild(now).unwrap();
                    assert_eq!(state(&study, now), before, "seed {seed}, rebuilt");
                }
                undone += 1;
                with_parts += usize::from(item.form.has_parts());
                repeats += usize::from(item.repeat);
                slipping += before.today.leeches.len();
            }
            answer(&mut study, now, rng);
            study.advance();
        }
    }
    assert!(undone > 10 && with_parts > 2 && repeats > 0, "{undone} {with_parts} {repeats}");
    assert!(slipping > 0, "something kept slipping meanwhile");
}

#[test]
fn an_undo_across_a_restart_leaves_the_file_as_if_nothing_had_been_said() {
    let mut undone = 0;
    for seed in 0..2 {
        let rng = &mut rng(100 + seed);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("progress.sqlite3");
        let open = |now| Study::open(catalogue(), &file, now).unwrap();
        let mut study = open(NOW);
        let mut now = NOW;
        for _ in 0..8 {
            if !reach_a_question(&mut study, &mut now, rng) {
                continue;
            }
            now = now.plus_ms(10_000);
            let left = study.session().unwrap().left();
            let before = state(&study, now);
            answer(&mut study, now, rng);
            // With the last question answered there is no session to go on with.
            if left > 1 && rng.random_bool(0.6) {
                drop(study);
                study = open(now);
                assert!(study.resume(now));
                study.undo(now).unwrap().unwrap();
                assert_eq!(state(&study, now), before, "seed {seed}");
                drop(study);
                study = open(now);
                assert!(study.resume(now));
                assert_eq!(state(&study, now), before, "seed {seed}, opened again");
                undone += 1;
                answer(&mut study, now, rng);
            }
            study.advance();
        }
    }
    assert!(undone > 4, "{undone}");
}
