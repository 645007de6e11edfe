//! The estimate of what is known: it speaks of what was never asked, and says how sure it is.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use common::{NOW, in_memory, right, rng, wrong};
use demarc_catalogue::{Cell, Layer};
use demarc_study::{Confidence, Estimate, Moment, Plan, Study};
use rand::seq::SliceRandom;

/// Asks these cells once, each answered right where `is_right` says so.
fn ask(study: &mut Study, cells: &[Cell], now: Moment, is_right: impl Fn(usize, Cell) -> bool) {
    study.start(&Plan::Cells(cells.to_vec()), now, &mut rng(1)).unwrap();
    for (at, &cell) in cells.iter().enumerate() {
        let said = if is_right(at, cell) { right(study) } else { wrong(study) };
        study.answer(said, Confidence::Likely, 3_000, now).unwrap();
        study.advance();
    }
    study.end(now).unwrap();
}

/// All cells that are asked, well mixed.
fn mixed(study: &Study) -> Vec<Cell> {
    let mut cells = study.catalogue().asked_cells(NOW.day().date());
    cells.shuffle(&mut rng(3));
    cells
}

fn all(study: &Study, now: Moment) -> Estimate {
    study.estimate(now, |_| true)
}

#[test]
fn without_answers_there_is_not_enough_to_say() {
    let study = in_memory();
    let nothing = all(&study, NOW);
    assert!(!nothing.enough());
    assert_eq!((nothing.met, nothing.answers), (0, 0));
    assert!(nothing.low <= nothing.known && nothing.known <= nothing.high);
    assert!(!study.estimate(NOW, |_| false).enough(), "of no cells nothing is said");
}

#[test]
fn the_interval_narrows_with_answers() {
    let mut study = in_memory();
    let cells = mixed(&study);
    let mut widths = vec![];
    for (day, chunk) in cells.chunks(40).take(8).enumerate() {
        let now = NOW.plus_days(day as i32);
        ask(&mut study, chunk, now, |at, _| at % 4 > 0);
        let all = all(&study, now);
        widths.push(all.high - all.low);
    }
    assert!(widths[2] < 0.9 * widths[0], "{widths:?}");
    assert!(widths[7] < 0.7 * widths[0], "{widths:?}");
}

#[test]
fn a_coin_knows_little_and_whoever_is_always_right_knows_nearly_all() {
    let mut coin = in_memory();
    let cells = mixed(&coin);
    ask(&mut coin, &cells[..300], NOW, |at, _| at % 2 > 0);
    let coin = all(&coin, NOW);
    assert!(coin.known < 0.15 && coin.enough(), "{coin:?}");

    let mut sure = in_memory();
    ask(&mut sure, &cells[..300], NOW, |_, _| true);
    let sure = all(&sure, NOW);
    assert!(sure.known > 0.85 && sure.enough(), "{sure:?}");
    assert_eq!((sure.met, sure.cells), (300, cells.len()));
}

#[test]
fn what_is_known_of_a_duty_in_some_services_is_expected_in_others() {
    let mut study = in_memory();
    let duty = study.catalogue().find_duty("runtime.apply").unwrap();
    let (of_duty, others): (Vec<Cell>, Vec<Cell>) =
        mixed(&study).into_iter().partition(|cell| cell.duty == duty);
    let (asked, never) = of_duty.split_at(of_duty.len() / 2);
    let mut asked = asked.to_vec();
    asked.extend(&others[..120]);
    ask(&mut study, &asked, NOW, |at, cell| cell.duty == duty || at % 2 > 0);
    let knowing = study.knowing(NOW);
    let of_duty = knowing.over(never.iter().copied());
    let of_others = knowing.over(others[120..].iter().copied());
    assert_eq!(of_duty.met, 0, "none of these was asked");
    assert!(of_duty.known > of_others.known + 0.2, "{of_duty:?} {of_others:?}");
    assert!(knowing.chance(never[0]) > 0.6);
}

#[test]
fn a_layer_that_goes_wrong_shows_below_the_others() {
    let mut study = in_memory();
    let cells = mixed(&study);
    let layer = |study: &Study, cell: Cell| study.catalogue().duty(cell.duty).layer;
    let weak: Vec<bool> =
        cells.iter().map(|&cell| layer(&study, cell) == Layer::Platform).collect();
    ask(&mut study, &cells[..240], NOW, |at, _| !weak[at] || at % 2 > 0);
    let of =
        |layer: Layer| study.estimate(NOW, |cell| study.catalogue().duty(cell.duty).layer == layer);
    let platform = of(Layer::Platform);
    for other in [Layer::Network, Layer::Application, Layer::Access, Layer::Data] {
        assert!(platform.known + 0.15 < of(other).known, "{other:?}");
    }
}

#[test]
fn what_was_met_fades_with_the_days() {
    let mut study = in_memory();
    let cells = mixed(&study);
    ask(&mut study, &cells[..100], NOW, |_, _| true);
    let known = |days| study.knowing(NOW.plus_days(days)).over(cells[..100].iter().copied()).known;
    assert!(known(1) > known(30) && known(30) > known(300));
}

#[test]
fn what_is_said_of_each_cell_is_what_is_said_of_it_alone() {
    let mut study = in_memory();
    let cells = mixed(&study);
    let nothing = study.knowing(NOW).each(&cells[..50]);
    assert!(nothing.iter().all(|it| !it.met && !it.enough), "no answers, no evidence");
    for (day, chunk) in cells.chunks(40).take(6).enumerate() {
        ask(&mut study, chunk, NOW.plus_days(day as i32), |at, _| at % 5 > 0);
    }
    let now = NOW.plus_days(9);
    let knowing = study.knowing(now);
    let each = knowing.each(&cells);
    for (&cell, it) in cells.iter().zip(&each) {
        let alone = knowing.over([cell]);
        for (one, other) in [(it.known, alone.known), (it.low, alone.low), (it.high, alone.high)] {
            assert!((f64::from(one) - other).abs() < 1e-5, "{it:?} {alone:?}");
        }
        assert!((f64::from(it.chance) - knowing.chance(cell)).abs() < 1e-5);
        assert_eq!(it.met, study.recall(cell, now).is_some());
        assert!(it.enough || !it.met);
    }
    assert_eq!(each.iter().filter(|it| it.met).count(), 240);
    let inferred = each.iter().filter(|it| !it.met && it.enough).count();
    assert!(inferred > 1_000, "240 answers say something of {inferred} others");
    // Of a cell that was never met less is certain than of its like that was.
    let width = |met: bool| {
        let of: Vec<f32> =
            each.iter().filter(|it| it.met == met).map(|it| it.high - it.low).collect();
        of.iter().sum::<f32>() / of.len() as f32
    };
    assert!(width(false) > width(true), "{} {}", width(false), width(true));
}
