//! A day by which something should be known: what a day brings for it, and what is said of the pace.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use common::{NOW, answer_all, in_memory, rng};
use demarc_catalogue::Cell;
use demarc_study::{Choice, MOST_NEW, Plan, Settings, Study, Target};

fn rds() -> Choice {
    Choice { services: vec!["rds".to_owned()], ..Choice::default() }
}

fn wants(study: &mut Study, days: i32, of: Choice) {
    let target = Some(Box::new(Target { by: NOW.day().plus(days), of }));
    let settings = Settings { target, ..study.settings().clone() };
    study.set_settings(settings, NOW).unwrap();
}

fn of_rds(study: &Study, cell: Cell) -> bool {
    study.catalogue().service_of(cell.deployment).id == "rds"
}

#[test]
fn a_target_is_kept_with_the_settings_and_a_day_that_has_come_asks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("progress.sqlite3");
    let mut study = Study::open(common::catalogue(), &file, NOW).unwrap();
    wants(&mut study, 21, rds());
    let settings = study.settings().clone();
    drop(study);
    let study = Study::open(common::catalogue(), &file, NOW).unwrap();
    assert_eq!(study.settings(), &settings);
    assert_eq!(study.today(NOW).pace.unwrap().days, 21);
    for days in [21, 22] {
        let later = NOW.plus_days(days);
        assert_eq!(study.today(later).pace, None);
        assert_eq!(study.today(later).new_left, 20);
    }
}

#[test]
fn a_near_day_brings_more_new_rulings_and_those_that_it_needs_first() {
    let mut study = in_memory();
    wants(&mut study, 5, rds());
    let today = study.today(NOW);
    let pace = today.pace.unwrap();
    assert_eq!((pace.met, pace.of), (0, pace.of));
    assert_eq!(pace.new_a_day, pace.of.div_ceil(4), "the last fifth brings nothing new");
    assert_eq!(today.new_left, pace.new_a_day.clamp(20, MOST_NEW));
    study.start(&Plan::Learn { count: 15 }, NOW, &mut rng(1)).unwrap();
    let items = study.session().unwrap().items.clone();
    assert!(items.iter().all(|it| of_rds(&study, it.cell)));
}

#[test]
fn a_far_day_leaves_the_day_as_it_is() {
    let mut study = in_memory();
    wants(&mut study, 360, rds());
    let today = study.today(NOW);
    assert_eq!(today.new_left, 20);
    assert!(today.pace.unwrap().suffices);
}

#[test]
fn whoever_keeps_the_pace_has_met_all_of_it_in_time_and_is_told_what_they_will_know() {
    let mut study = in_memory();
    wants(&mut study, 12, rds());
    let mut said = Vec::new();
    for day in 0..12 {
        let now = NOW.plus_days(day);
        let today = study.today(now);
        let pace = today.pace.unwrap();
        said.push((pace.new_a_day, pace.met_then));
        assert_eq!(pace.met_then, pace.of, "on day {day}");
        for plan in [Plan::Due { limit: 99 }, Plan::Learn { count: pace.new_a_day }] {
            if study.start(&plan, now, &mut rng(day as u64)).is_ok() {
                answer_all(&mut study, now, |number| number % 5 > 0);
                study.end(now).unwrap();
            }
        }
    }
    assert!(said.windows(2).all(|it| it[1].0 <= it[0].0 + 1), "the pace stays even: {said:?}");
    let last = study.today(NOW.plus_days(11)).pace.unwrap();
    assert_eq!(last.met, last.of);
    let (then, stopped) = (last.then.unwrap(), last.if_stopped.unwrap());
    assert!(then > 0.3 && stopped > 0.3 && stopped <= then + 0.1, "{then} {stopped}");
}

#[test]
fn what_cannot_be_done_is_said_and_no_day_becomes_a_wall() {
    let mut study = in_memory();
    wants(&mut study, 7, Choice::default());
    let today = study.today(NOW);
    let pace = today.pace.unwrap();
    assert!(pace.new_a_day > 500 && !pace.suffices);
    assert_eq!(today.new_left, MOST_NEW);
    assert_eq!(pace.met_then, 7 * MOST_NEW);
    assert_eq!((pace.then, pace.if_stopped), (None, None), "nothing was answered yet");
}

#[test]
fn near_the_day_what_would_be_forgotten_by_then_does_not_wait() {
    let plain = |wanted: bool| {
        let mut study = in_memory();
        study.start(&Plan::Choice(Choice { length: 60, ..rds() }), NOW, &mut rng(1)).unwrap();
        answer_all(&mut study, NOW, |_| true);
        study.end(NOW).unwrap();
        if wanted {
            wants(&mut study, 24, rds());
        }
        let later = study.today(NOW.plus_days(4));
        (later.due.len(), later.may_wait)
    };
    let (without, with) = (plain(false), plain(true));
    assert!(with.0 > without.0, "{with:?} against {without:?}");
    assert!(with.1 < without.1);
}
