//! What Today and Insights show, over days of practice.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use common::{NOW, in_memory, right, rng, wrong};
use demarc_catalogue::{Cell, Layer};
use demarc_study::{
    Choice, Confidence, InsightFilter, Kept, Moment, Plan, Range, SessionReport, Study,
};

/// Holds a session in which each question is answered as `says` tells by its number.
fn hold(
    study: &mut Study,
    plan: &Plan,
    now: Moment,
    says: impl Fn(usize) -> (bool, Confidence, u32),
) -> SessionReport {
    study.start(plan, now, &mut rng(1)).unwrap();
    let mut number = 0;
    while study.session().unwrap().item().is_some() {
        let (is_right, confidence, took_ms) = says(number);
        let said = if is_right { right(study) } else { wrong(study) };
        study.answer(said, confidence, took_ms, now).unwrap();
        study.advance();
        number += 1;
    }
    study.end(now).unwrap().unwrap()
}

fn all_right(_: usize) -> (bool, Confidence, u32) {
    (true, Confidence::Likely, 8_000)
}

#[test]
fn a_new_learner_sees_an_honest_nothing() {
    let study = in_memory();
    let today = study.today(NOW);
    assert!(today.due.is_empty() && today.scores.is_empty() && today.weakest.is_empty());
    assert_eq!((today.minutes, today.due_tomorrow, today.next_due), (0, 0, None));
    assert_eq!((today.streak.days, today.streak.last), (0, [Kept::Before; 8]));
    assert_eq!((today.mastery.known, today.mastery.met), (None, 0));
    assert_eq!(today.mastery.of, study.catalogue().asked_cells(NOW.day().date()).len());
    assert_eq!((today.new_available, today.new_left), (today.mastery.of, 20));
    assert_eq!(today.layers.map(|it| it.0), Layer::ALL);
    assert_eq!(today.layers.iter().map(|it| it.1.of).sum::<usize>(), today.mastery.of);
}

#[test]
fn what_was_learned_comes_due_and_today_says_how_much_and_how_long() {
    let mut study = in_memory();
    hold(&mut study, &Plan::Learn { count: 20 }, NOW, |number| {
        (number % 4 > 0, Confidence::Likely, 14_000)
    });
    let today = study.today(NOW);
    assert_eq!((today.due.len(), today.due_tomorrow), (0, 5));
    assert_eq!(today.next_due, Some((NOW.day().plus(1), 5)));
    assert_eq!((today.new_left, today.mastery.met), (0, 20));
    assert_eq!(today.streak.days, 1);

    let tomorrow = study.today(NOW.plus_days(1));
    // Of the 15 that come due then and are probably known, five are asked to check.
    assert_eq!((tomorrow.due.len(), tomorrow.due_tomorrow), (5, 5));
    // Five times 14 seconds, and ten for reading each.
    assert_eq!(tomorrow.minutes, 2);
    assert_eq!(tomorrow.streak.last[7], Kept::Open);
    assert_eq!(tomorrow.new_left, 20);
    let share = |mastery: demarc_study::Mastery| mastery.known.map(|known| known.share);
    assert!(share(tomorrow.mastery) <= share(today.mastery), "it fades");
}

#[test]
fn the_streak_goes_on_over_days_with_nothing_due_and_one_rest_day() {
    let mut study = in_memory();
    hold(&mut study, &Plan::Learn { count: 4 }, NOW, all_right);
    // Due on the second day after: the day between has nothing due.
    let second = NOW.plus_days(2);
    assert_eq!(study.today(NOW.plus_days(1)).streak.days, 2);
    assert_eq!(study.today(second).streak.days, 2);
    hold(&mut study, &Plan::Due { limit: 99 }, second, all_right);
    assert_eq!(study.today(second).streak.days, 3);
    let due = study.today(second).next_due.unwrap().0.since(second.day()) as i32;
    let rest = second.plus_days(due + 1);
    let today = study.today(rest);
    assert_eq!(today.streak.days as i32, 3 + due);
    assert_eq!(today.streak.last[6..], [Kept::Rest, Kept::Open]);
    assert_eq!(study.today(rest.plus_days(1)).streak.days, 0);
}

#[test]
fn the_weakest_spots_are_the_wrong_ones_of_the_last_thirty_days() {
    let mut study = in_memory();
    let report = hold(&mut study, &Plan::Learn { count: 12 }, NOW, |number| {
        ([1, 4, 12, 13].iter().all(|it| *it != number), Confidence::Likely, 0)
    });
    let spots = study.today(NOW).weakest;
    assert_eq!(spots.len(), 2);
    for spot in &spots {
        assert!(report.missed.contains(&spot.cell));
        assert_eq!((spot.seen, spot.right), (2, 0), "the repeat was wrong too");
        assert_eq!(spot.due, Some(NOW.day().plus(1)));
    }
    assert_eq!(study.today(NOW.plus_days(29)).weakest.len(), 2);
    assert_eq!(study.today(NOW.plus_days(29)).weakest[0].due, Some(NOW.day().plus(29)));
    assert!(study.today(NOW.plus_days(30)).weakest.is_empty());
}

#[test]
fn scores_are_those_of_sessions_with_a_running_mean_of_five() {
    let mut study = in_memory();
    for day in 0..22 {
        let wrong = day % 3;
        let plan = Plan::Mixed { count: 4 };
        hold(&mut study, &plan, NOW.plus_days(day), |number| {
            (number as i32 >= wrong, Confidence::Likely, 0)
        });
    }
    let scores = study.today(NOW.plus_days(21)).scores;
    assert_eq!(scores.len(), 20);
    assert_eq!(scores[0].day, NOW.day().plus(2));
    let expected = [0.5, 1.0, 0.75, 0.5, 1.0, 0.75];
    assert_eq!(scores[..6].iter().map(|it| it.score).collect::<Vec<_>>(), expected);
    assert_eq!(scores[1].guess_corrected, 1.0);
    assert_eq!(scores[2].guess_corrected, 0.5);
    let mean = scores[1..6].iter().map(|it| it.score).sum::<f64>() / 5.0;
    assert!((scores[5].mean5 - mean).abs() < 1e-9);
    let all = study.insights(NOW.plus_days(21), Range::All, &InsightFilter::All).scores;
    assert_eq!(all.len(), 22);
    assert_eq!((all[0].mean5, all[1].mean5), (1.0, 0.875));
    assert_eq!(all[2..], scores);
}

#[test]
fn ranges_look_back_so_many_days_and_no_further() {
    let mut study = in_memory();
    for day in [0, 300, 360, 399] {
        hold(&mut study, &Plan::Mixed { count: 2 }, NOW.plus_days(day), all_right);
    }
    let now = NOW.plus_days(399);
    let seen = |range| {
        let insights = study.insights(now, range, &InsightFilter::All);
        assert_eq!(insights.sessions.len(), insights.scores.len());
        assert_eq!(insights.days.len(), insights.scores.len());
        (insights.scores.len(), insights.answers)
    };
    assert_eq!(seen(Range::Days30), (1, 2));
    assert_eq!(seen(Range::Days90), (2, 4));
    assert_eq!(seen(Range::Year), (3, 6));
    assert_eq!(seen(Range::All), (4, 8));
    let insights = study.insights(now, Range::All, &InsightFilter::All);
    assert!(insights.sessions.is_sorted_by(|a, b| a.started >= b.started), "newest first");
}

#[test]
fn a_filter_counts_only_its_services_or_categories() {
    let mut study = in_memory();
    let of = |service: &str| {
        Plan::Choice(Choice { services: vec![service.to_owned()], length: 4, ..Choice::default() })
    };
    hold(&mut study, &of("lambda"), NOW, all_right);
    hold(&mut study, &of("s3"), NOW, |_| (false, Confidence::Sure, 0));
    let seen = |filter: InsightFilter| study.insights(NOW, Range::All, &filter);
    let all = seen(InsightFilter::All);
    assert_eq!((all.answers, all.tally.right, all.tally.wrong), (12, 4, 4));
    assert_eq!((all.scores.len(), all.sure_and_wrong.len()), (2, 4));
    let lambda = seen(InsightFilter::Service("lambda".to_owned()));
    assert_eq!((lambda.answers, lambda.tally.right, lambda.scores.len()), (4, 4, 1));
    assert!(lambda.sure_and_wrong.is_empty());
    assert_eq!(lambda.mastery.met, 4);
    let storage = seen(InsightFilter::Category("storage".to_owned()));
    assert_eq!((storage.tally.wrong, storage.days[0].1), (4, 8));
    assert_eq!(storage.due_ahead.iter().sum::<usize>(), 4);
    let met: usize = all.categories.iter().map(|it| it.1.met).sum();
    assert_eq!((met, all.categories.len()), (8, study.catalogue().categories().len()));
}

#[test]
fn confidence_is_held_against_what_was_so_on_first_answers() {
    let mut study = in_memory();
    hold(&mut study, &Plan::Mixed { count: 6 }, NOW, |number| match number {
        0 | 1 => (true, Confidence::Sure, 0),
        2 => (false, Confidence::Sure, 0),
        3 => (true, Confidence::Likely, 0),
        4 => (false, Confidence::Guess, 0),
        5 => (true, Confidence::Guess, 0),
        _ => (true, Confidence::Sure, 0),
    });
    let placed = study.insights(NOW, Range::All, &InsightFilter::All).calibration;
    assert_eq!(placed.levels.map(|it| (it.n, it.right)), [(2, 1), (1, 1), (3, 2)]);
    let brier = (2.0 * 0.0025 + 0.9025 + 0.0625 + 2.0 * 0.25) / 6.0;
    assert!((placed.brier.unwrap() - brier).abs() < 1e-9);
    assert_eq!(placed, study.stats(NOW).calibration);
}

#[test]
fn what_comes_due_is_spread_over_the_next_fourteen_days() {
    let mut study = in_memory();
    hold(&mut study, &Plan::Learn { count: 10 }, NOW, |number| (number > 2, Confidence::Likely, 0));
    let ahead = study.insights(NOW, Range::All, &InsightFilter::All).due_ahead;
    assert_eq!((ahead[0], ahead[1], ahead[2]), (0, 3, 7));
    let later = study.insights(NOW.plus_days(9), Range::All, &InsightFilter::All).due_ahead;
    assert_eq!((later[0], later[1..].iter().sum::<usize>()), (10, 0));
}

#[test]
fn retention_counts_reviews_of_what_was_met_on_an_earlier_day() {
    let mut study = in_memory();
    hold(&mut study, &Plan::Learn { count: 8 }, NOW, all_right);
    let seen = |study: &Study, now| study.insights(now, Range::All, &InsightFilter::All);
    assert_eq!(seen(&study, NOW).retention.all.n(), 0);
    // Later than what is probably known may wait.
    let later = NOW.plus_days(13);
    hold(&mut study, &Plan::Due { limit: 8 }, later, |number| (number != 0, Confidence::Likely, 0));
    let retention = seen(&study, later).retention.all.tally;
    assert_eq!((retention.right, retention.wrong), (7, 1));
    let duties = seen(&study, later).duties;
    assert_eq!((duties.len(), duties[0].tally.wrong), (1, 1));
}

#[test]
fn a_record_tells_every_answer_and_when_it_comes_back() {
    let mut study = in_memory();
    let report = hold(&mut study, &Plan::Learn { count: 1 }, NOW, all_right);
    let cell: Cell = report.items[0].cell.unwrap();
    let record = study.record(cell);
    assert_eq!((record.seen, record.right, record.due()), (1, 1, Some(NOW.day().plus(2))));
    assert_eq!(
        (record.answers[0].confidence, record.answers[0].took_ms),
        (Confidence::Likely, 8_000)
    );
    assert!(record.recall(NOW).unwrap() > record.recall(NOW.plus_days(30)).unwrap());
    assert_eq!(study.recall(cell, NOW), record.recall(NOW));
    let own = study.mastery(NOW, |it| it == cell);
    assert_eq!((own.met, own.of, own.known), (1, 1, None));
}

#[test]
fn progress_may_move_to_another_thread() {
    fn may_move<T: Send>(_: &T) {}
    may_move(&in_memory());
}
