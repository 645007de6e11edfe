//! Every figure of Insights, over logs short enough to be counted by hand.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use common::{NOW, catalogue, in_memory, rng};
use demarc_catalogue::{Cell, Side};
use demarc_study::{Confidence, InsightFilter, Insights, Kept, Moment, Plan, Range, Said, Study};

/// Asks one cell in a session of its own.
fn ask(study: &mut Study, cell: Cell, now: Moment, is_right: bool) {
    ask_as(study, cell, now, is_right, Confidence::Likely, 8_000);
}

fn ask_as(
    study: &mut Study,
    cell: Cell,
    now: Moment,
    is_right: bool,
    confidence: Confidence,
    took_ms: u32,
) {
    study.start(&Plan::Cells(vec![cell]), now, &mut rng(1)).unwrap();
    let truth = Said::right_for(study.catalogue().ruling(cell).side).unwrap();
    let other = if truth == Said::Of { Said::In } else { Said::Of };
    study.answer(if is_right { truth } else { other }, confidence, took_ms, now).unwrap();
    study.finish(now).unwrap();
}

fn all(study: &Study, now: Moment) -> Insights {
    study.insights(now, Range::All, &InsightFilter::All)
}

/// Cells that are asked and fall on a side.
fn cells(side: Side) -> Vec<Cell> {
    let catalogue = catalogue();
    let asked = catalogue.asked_cells(NOW.day().date()).into_iter();
    asked.filter(|&cell| catalogue.ruling(cell).side == side).collect()
}

/// Two cells whose rulings name the same wrong belief, and how many it has in all.
fn of_one_belief() -> (Cell, Cell) {
    let catalogue = catalogue();
    let asked = catalogue.asked_cells(NOW.day().date());
    let named = |cell: Cell| catalogue.rule(catalogue.ruling(cell).rule).misconception;
    let first = asked.iter().copied().find(|&cell| named(cell).is_some()).unwrap();
    let second = asked.into_iter().rfind(|&it| named(it) == named(first) && it != first).unwrap();
    (first, second)
}

#[test]
fn without_answers_every_figure_says_what_it_needs() {
    let seen = all(&in_memory(), NOW);
    assert_eq!((seen.retention.all.told(), seen.retention.all.needs()), (None, 20));
    assert!(seen.retention.points.is_empty() && seen.transfer.points.is_empty());
    assert_eq!(seen.predicted.off, None);
    assert!(seen.predicted.bins.iter().all(|bin| bin.said.is_none() && bin.share.n() == 0));
    assert_eq!((seen.confusion.when_of.needs(), seen.confusion.when_in.needs()), (20, 20));
    assert!(seen.beliefs.is_empty() && seen.pace.is_empty() && seen.calendar.is_empty());
    assert!(seen.foretold.iter().all(|it| it.stopping.is_none() && it.reviewing.is_none()));
}

#[test]
fn retention_goes_by_the_days_since_the_last_answer() {
    let mut study = in_memory();
    let of = cells(Side::Of);
    // Asked on day 0, and again once after each of these gaps.
    let gaps = [0, 1, 6, 7, 29, 30, 179, 180, 400];
    for (&gap, &cell) in gaps.iter().zip(&of) {
        ask(&mut study, cell, NOW, true);
        // Right after short gaps, wrong after long ones.
        ask(&mut study, cell, NOW.plus_days(gap), gap < 30);
    }
    let tallies =
        all(&study, NOW.plus_days(400)).retention.gaps.map(|it| (it.tally.right, it.tally.wrong));
    assert_eq!(tallies, [(2, 0), (2, 0), (0, 2), (0, 2)]);
    assert_eq!(all(&study, NOW.plus_days(400)).retention.all.n(), 8, "the same day is no review");
    // A range counts the reviews within it, also of what was learned before it.
    let late = study.insights(NOW.plus_days(400), Range::Days30, &InsightFilter::All).retention;
    assert_eq!((late.all.n(), late.gaps[3].n()), (1, 1));
}

#[test]
fn a_question_that_comes_back_in_its_session_is_no_review() {
    let mut study = in_memory();
    let cell = cells(Side::Of)[0];
    study.start(&Plan::Cells(vec![cell]), NOW, &mut rng(1)).unwrap();
    study.answer(Said::In, Confidence::Sure, 8_000, NOW).unwrap();
    study.advance();
    // It is answered again on the next day, in the same session.
    study.answer(Said::Of, Confidence::Sure, 8_000, NOW.plus_days(1)).unwrap();
    study.finish(NOW.plus_days(1)).unwrap();
    let seen = all(&study, NOW.plus_days(1));
    assert_eq!((seen.retention.all.n(), seen.tally.n(), seen.answers), (0, 1, 2));
}

#[test]
fn what_was_predicted_is_held_against_what_was_so() {
    let mut study = in_memory();
    let of: Vec<Cell> = cells(Side::Of).into_iter().take(30).collect();
    for &cell in &of {
        ask(&mut study, cell, NOW, true);
    }
    let later = NOW.plus_days(4);
    let said = f64::from(study.recall(of[0], later).unwrap());
    for (number, &cell) in of.iter().enumerate() {
        ask(&mut study, cell, later, number % 10 < 7);
    }
    let predicted = all(&study, later).predicted;
    let full: Vec<_> = predicted.bins.iter().filter(|bin| bin.share.n() > 0).collect();
    assert_eq!(full.len(), 1, "all were learned alike");
    assert!(f64::from(full[0].low) <= said && said < f64::from(full[0].high));
    assert!((full[0].said.unwrap() - said).abs() < 1e-6);
    assert_eq!(full[0].share.told(), Some(0.7));
    assert!((predicted.off.unwrap() - (said - 0.7).abs()).abs() < 1e-6);
}

#[test]
fn a_bin_of_a_few_answers_says_nothing_about_the_model() {
    let mut study = in_memory();
    let cell = cells(Side::Of)[0];
    ask(&mut study, cell, NOW, true);
    ask(&mut study, cell, NOW.plus_days(3), false);
    let predicted = all(&study, NOW.plus_days(3)).predicted;
    assert_eq!(predicted.bins.iter().map(|bin| bin.share.n()).sum::<u32>(), 1);
    assert_eq!(predicted.off, None);
}

#[test]
fn confusion_tells_which_side_is_taken_for_the_other() {
    let mut study = in_memory();
    let (of, within) = (cells(Side::Of), cells(Side::In));
    // Of 25 that are OF 5 are said to be IN; of 24 that are IN 6 are said to be OF.
    for (number, &cell) in of.iter().take(25).enumerate() {
        ask(&mut study, cell, NOW, number >= 5);
    }
    for (number, &cell) in within.iter().take(24).enumerate() {
        ask(&mut study, cell, NOW, number >= 6);
    }
    let confusion = all(&study, NOW).confusion;
    assert_eq!((confusion.when_of.tally.wrong, confusion.when_of.n()), (5, 25));
    assert_eq!((confusion.when_in.tally.wrong, confusion.when_in.n()), (6, 24));
    assert_eq!((confusion.when_of.told(), confusion.when_in.told()), (Some(0.8), Some(0.75)));
}

#[test]
fn a_duty_is_confused_once_it_was_mistaken_twice() {
    let mut study = in_memory();
    let within = cells(Side::In);
    let duty = within[0].duty;
    let same: Vec<Cell> = within.iter().copied().filter(|it| it.duty == duty).take(3).collect();
    ask(&mut study, same[0], NOW, false);
    assert!(all(&study, NOW).confusion.duties.is_empty());
    ask(&mut study, same[1], NOW, false);
    ask(&mut study, same[2], NOW, true);
    let duties = all(&study, NOW).confusion.duties;
    assert_eq!(duties.len(), 1);
    assert_eq!((duties[0].duty, duties[0].said), (duty, Said::Of));
    assert_eq!((duties[0].tally.wrong, duties[0].tally.right), (2, 1));
}

#[test]
fn a_belief_is_cured_by_two_right_answers_on_different_days() {
    let mut study = in_memory();
    let (one, other) = of_one_belief();
    let day = |days: i32| NOW.plus_days(days);
    let cured = |study: &Study, now: Moment| {
        let beliefs = all(study, now).beliefs;
        assert_eq!(beliefs.len(), 1);
        beliefs[0]
    };
    ask(&mut study, other, day(0), true);
    assert!(all(&study, day(0)).beliefs.is_empty(), "nothing spoke of it");
    ask(&mut study, one, day(1), false);
    assert_eq!(cured(&study, day(1)).cured, None);
    assert_eq!(cured(&study, day(1)).first, day(1).day());
    ask(&mut study, one, day(2), true);
    ask(&mut study, other, day(2), true);
    assert_eq!(cured(&study, day(2)).cured, None, "twice on one day is once");
    ask(&mut study, other, day(5), true);
    assert_eq!(cured(&study, day(9)).cured, Some(day(5).day()));
    ask(&mut study, one, day(9), true);
    assert_eq!(cured(&study, day(9)).cured, Some(day(5).day()), "the day stays");
    ask(&mut study, other, day(10), false);
    let back = cured(&study, day(10));
    assert_eq!((back.cured, back.slips, back.asked), (None, 2, 6));
    assert_eq!((back.first, back.last), (day(1).day(), day(10).day()));
    ask(&mut study, one, day(11), true);
    assert_eq!(
        cured(&study, day(11)).cured,
        None,
        "the right answer before the slip counts no more"
    );
}

#[test]
fn transfer_counts_each_cell_once_and_needs_twenty() {
    let mut study = in_memory();
    let of = cells(Side::Of);
    for (number, &cell) in of.iter().take(40).enumerate() {
        // The first half of them half right, the second all right; asked again it does not count.
        let now = NOW.plus_days(number as i32 / 20);
        ask(&mut study, cell, now, number >= 20 || number % 2 == 0);
        ask(&mut study, cell, now.plus_ms(60_000), true);
        if number == 18 {
            let transfer = all(&study, now).transfer;
            assert_eq!((transfer.all.told(), transfer.all.needs()), (None, 1));
            assert!(transfer.points.is_empty());
        }
    }
    let transfer = all(&study, NOW.plus_days(1)).transfer;
    assert_eq!((transfer.all.n(), transfer.all.told()), (40, Some(0.75)));
    let told: Vec<_> = transfer.points.iter().map(|it| (it.to, it.share.told())).collect();
    assert_eq!(told, [(NOW.day(), Some(0.5)), (NOW.day().plus(1), Some(1.0))]);
}

#[test]
fn mastery_is_foretold_with_and_without_reviews() {
    let mut study = in_memory();
    let asked = catalogue().asked_cells(NOW.day().date());
    let few: Vec<Cell> = asked.iter().copied().step_by(40).take(60).collect();
    for &cell in &few {
        ask(&mut study, cell, NOW, true);
    }
    let seen = all(&study, NOW);
    let days: Vec<u32> = seen.foretold.iter().map(|it| it.day.since(NOW.day())).collect();
    assert_eq!(days, [0, 7, 14, 30, 60, 90]);
    assert_eq!(seen.foretold[0].stopping, seen.mastery.known);
    assert_eq!(seen.foretold[0].reviewing, seen.mastery.known);
    let last = seen.foretold[5];
    let (stop, go) = (last.stopping.unwrap(), last.reviewing.unwrap());
    assert!(stop.share < go.share, "{stop:?} {go:?}");
    assert!(stop.low <= stop.share && stop.share <= stop.high && stop.high - stop.low < 0.5);
    // Without reviews it is what the estimate says once the day has come.
    let then = study.mastery(NOW.plus_days(90), |_| true).known.unwrap();
    assert!((then.share - stop.share).abs() < 1e-9);
}

#[test]
fn the_calendar_shows_rest_days_and_days_with_nothing_due() {
    let mut study = in_memory();
    let cell = cells(Side::Of)[0];
    ask(&mut study, cell, NOW, true);
    // Due on day 2; day 1 has nothing due, day 2 is a rest day.
    ask(&mut study, cell, NOW.plus_days(3), true);
    let seen = all(&study, NOW.plus_days(3)).calendar;
    let told: Vec<_> = seen.iter().map(|it| (it.kept, it.answers)).collect();
    let expected =
        [(Kept::Practised, 1), (Kept::NothingDue, 0), (Kept::Rest, 0), (Kept::Practised, 1)];
    assert_eq!(told, expected);
    assert_eq!(seen[0].day, NOW.day());
    let lately = study.insights(NOW.plus_days(31), Range::Days30, &InsightFilter::All).calendar;
    assert_eq!((lately.len(), lately[0].day), (30, NOW.day().plus(2)));
}

#[test]
fn time_is_told_by_form_with_the_idle_capped() {
    let mut study = in_memory();
    for (number, &cell) in cells(Side::Of).iter().take(20).enumerate() {
        // 1 to 19 seconds, and one that stood open over lunch.
        let took = if number == 19 { 3_600_000 } else { (number as u32 + 1) * 1_000 };
        ask_as(&mut study, cell, NOW, true, Confidence::Sure, took);
        if number == 18 {
            assert_eq!(all(&study, NOW).pace[0].quartiles, None);
        }
    }
    let pace = all(&study, NOW).pace;
    assert_eq!((pace.len(), pace[0].n, pace[0].idle), (1, 20, 1));
    assert_eq!(pace[0].quartiles, Some([5_000, 10_000, 15_000]));
}

#[test]
fn the_weakest_duties_name_the_usual_slip_and_the_last_answers() {
    let mut study = in_memory();
    let within = cells(Side::In);
    let duty = within[0].duty;
    let same: Vec<Cell> = within.iter().copied().filter(|it| it.duty == duty).take(2).collect();
    for (cell, is_right) in [
        (0, false),
        (1, true),
        (0, false),
        (1, false),
        (0, true),
        (0, true),
        (1, true),
        (1, true),
        (0, false),
    ] {
        ask(&mut study, same[cell], NOW, is_right);
    }
    let duties = all(&study, NOW).duties;
    assert_eq!((duties[0].duty, duties[0].tally.wrong), (duty, 4));
    assert_eq!(duties[0].slip, Some((Said::Of, same[0].deployment)));
    assert_eq!(duties[0].last, [true, false, false, true, true, true, true, false]);
}

#[test]
fn the_score_over_time_takes_luck_out_of_five_sessions_together() {
    let mut study = in_memory();
    let of = cells(Side::Of);
    // One of one right, then nothing of one: of these two together nothing is known.
    for (number, is_right) in [true, false, true, true, true, true].into_iter().enumerate() {
        ask(&mut study, of[number], NOW.plus_days(number as i32), is_right);
    }
    let corrected: Vec<f64> =
        all(&study, NOW.plus_days(5)).scores.iter().map(|it| it.corrected5).collect();
    let expected = [1.0, 0.0, 1.0 / 3.0, 0.5, 0.6, 0.6];
    for (seen, expected) in corrected.iter().zip(expected) {
        assert!((seen - expected).abs() < 1e-9, "{corrected:?}");
    }
}
