//! What a day asks of what is due: what may wait, the day's limit, and the way back after a break.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::BTreeSet;

use common::{NOW, in_memory, right, rng, wrong};
use demarc_catalogue::Cell;
use demarc_study::{Confidence, Moment, Plan, Settings, Study};

/// Answers all that is left, each question right where `knows` says so of its cell and record.
fn answer(study: &mut Study, now: Moment, knows: impl Fn(Cell, usize) -> bool) {
    while let Some(item) = study.session().unwrap().item().copied() {
        let knows = knows(item.cell, study.record(item.cell).seen);
        let said = if knows { right(study) } else { wrong(study) };
        study.answer(said, Confidence::Likely, 4_000, now).unwrap();
        study.advance();
    }
    study.end(now).unwrap();
}

/// Seven days of practice with 20 new cells a day; one duty in four is missed twice.
fn practised() -> (Study, Moment) {
    let mut study = in_memory();
    let mut now = NOW;
    let knows = |cell: Cell, seen| seen > 1 || !cell.duty.index().is_multiple_of(4);
    for day in 0..7 {
        now = NOW.plus_days(day);
        for plan in [Plan::Due { limit: 99 }, Plan::Learn { count: 20 }] {
            if study.start(&plan, now, &mut rng(day as u64)).is_ok() {
                answer(&mut study, now, knows);
            }
        }
    }
    (study, now)
}

#[test]
fn today_says_what_a_session_asks_on_every_day() {
    let (mut study, last) = practised();
    for days in [1, 2, 3, 9, 40] {
        let now = last.plus_days(days);
        let today = study.today(now);
        study.start(&Plan::Due { limit: 999 }, now, &mut rng(1)).unwrap();
        let asked: BTreeSet<Cell> =
            study.session().unwrap().items.iter().map(|it| it.cell).collect();
        assert_eq!(asked, today.due.iter().copied().collect(), "after {days} days");
        assert_eq!(study.stats(now).due, today.due.len());
        let all = today.due.len() + today.over.len() + today.may_wait;
        assert_eq!(all, study.due(now).len(), "nothing that is due is lost");
        study.end(now).unwrap();
    }
}

#[test]
fn what_is_probably_known_waits_but_never_longer_than_five_of_its_intervals() {
    let (study, last) = practised();
    let mut waited = 0;
    for days in 1..20 {
        let now = last.plus_days(days);
        let today = study.today(now);
        let asked: BTreeSet<Cell> = today.due.iter().chain(&today.over).copied().collect();
        for cell in study.due(now).into_iter().filter(|it| !asked.contains(it)) {
            let record = study.record(cell);
            let memory = record.memory.unwrap();
            let interval = memory.due.since(memory.last);
            assert!(now.day().since(memory.due) <= 5 * interval);
            assert!(record.answers.last().unwrap().right, "what was missed does not wait");
            waited += 1;
        }
    }
    assert!(waited > 10, "{waited}");
    let late = last.plus_days(400);
    assert_eq!(study.today(late).may_wait, 0, "in the end everything is asked");
}

#[test]
fn a_day_on_which_anything_is_due_asks_something_and_no_more_once_that_is_done() {
    let mut study = in_memory();
    study.start(&Plan::Learn { count: 20 }, NOW, &mut rng(1)).unwrap();
    answer(&mut study, NOW, |_, _| true);
    let later = NOW.plus_days(2);
    assert_eq!(study.due(later).len(), 20);
    let today = study.today(later);
    assert_eq!((today.due.len(), today.may_wait), (5, 15));
    assert_eq!(study.start(&Plan::Due { limit: 99 }, later, &mut rng(1)).unwrap(), 5);
    answer(&mut study, later, |_, _| true);
    let today = study.today(later);
    assert_eq!((today.due.len(), today.may_wait, today.reviewed), (0, 15, 5));
}

#[test]
fn after_a_month_and_after_half_a_year_away_a_day_asks_its_limit_and_says_how_long_it_takes() {
    for away in [30, 180] {
        let (mut study, last) = practised();
        let back = last.plus_days(away);
        let all = study.due(back).len();
        assert!(all > 100, "{all} after {away} days");
        let (mut days, mut said) = (0, None);
        loop {
            let now = back.plus_days(days);
            let today = study.today(now);
            assert!(today.due.len() <= 40, "{} on day {days}", today.due.len());
            if days == 0 {
                assert_eq!(today.due.len(), 40);
                said = today.caught_up_in;
                // Changed rulings and what was sure and wrong come first, then what is worth most.
                let asked: BTreeSet<Cell> = today.due.iter().copied().collect();
                assert!(today.over.iter().all(|it| !asked.contains(it)));
            }
            if today.over.is_empty() {
                break;
            }
            assert!(days < 30, "the way back ends");
            study.start(&Plan::Due { limit: 40 }, now, &mut rng(1)).unwrap();
            answer(&mut study, now, |_, _| true);
            let left = study.today(now);
            assert!(left.due.is_empty(), "after the limit nothing more is asked");
            assert!(!left.over.is_empty());
            days += 1;
        }
        let said = i32::try_from(said.unwrap()).unwrap();
        assert!((said - days).abs() <= 2, "said {said}, took {days}, away {away}");
    }
}

#[test]
fn the_limit_of_reviews_is_the_learners_own_and_may_be_none() {
    let (mut study, last) = practised();
    let back = last.plus_days(180);
    let all = study.due(back).len();
    for (limit, asked) in [(Some(20), 20), (Some(0), 5), (None, all)] {
        let settings = Settings { daily_reviews: limit, ..Settings::default() };
        study.set_settings(settings, back).unwrap();
        let today = study.today(back);
        assert_eq!((today.due.len(), today.over.len()), (asked, all - asked));
        assert_eq!(today.caught_up_in.is_some(), asked < all);
    }
}

#[test]
fn whoever_asks_for_more_than_the_limit_gets_it_from_what_waits() {
    let (mut study, last) = practised();
    let settings = Settings { daily_new: 0, daily_reviews: Some(10), ..Settings::default() };
    study.set_settings(settings, last).unwrap();
    let back = last.plus_days(90);
    let due: BTreeSet<Cell> = study.due(back).into_iter().collect();
    study.start(&Plan::Mixed { count: 50 }, back, &mut rng(1)).unwrap();
    let items = &study.session().unwrap().items;
    assert_eq!(items.len(), 50);
    assert!(items.iter().all(|it| due.contains(&it.cell)));
}
