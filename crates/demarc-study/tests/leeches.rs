//! What is missed again and again: when it counts as that, how it is met then, and when it is mended.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::BTreeSet;

use common::{NOW, catalogue, in_memory, right, rng, wrong};
use demarc_catalogue::Cell;
use demarc_study::forms::Form;
use demarc_study::{Confidence, LEECH_LAPSES, LEECH_MENDED, Plan, Study};

/// Asks one cell on a day; a miss comes back in the session and is put right there.
fn ask(study: &mut Study, cell: Cell, day: i32, is_right: bool) {
    let now = NOW.plus_days(day);
    study.start(&Plan::Cells(vec![cell]), now, &mut rng(1)).unwrap();
    while let Some(item) = study.session().unwrap().item().copied() {
        let said = if is_right || item.repeat { right(study) } else { wrong(study) };
        study.answer(said, Confidence::Likely, 4_000, now).unwrap();
        study.advance();
    }
    study.end(now).unwrap();
}

/// A learner who missed a cell on so many days in a row.
fn missed(cell: Cell, days: u32) -> Study {
    let mut study = in_memory();
    for day in 0..days as i32 {
        ask(&mut study, cell, day, false);
    }
    study
}

/// Cells whose wrong answer is a named belief.
fn believed() -> Vec<Cell> {
    let catalogue = catalogue();
    let named = |cell: &Cell| catalogue.rule(catalogue.ruling(*cell).rule).misconception.is_some();
    catalogue.asked_cells(NOW.day().date()).into_iter().filter(named).collect()
}

#[test]
fn four_lapses_make_a_leech_and_today_says_what_confuses() {
    let cell = believed()[0];
    let today = |days: u32| missed(cell, days).today(NOW.plus_days(days as i32)).leeches;
    // The first miss is no lapse: nothing had been learned yet.
    assert!(today(LEECH_LAPSES).is_empty());
    let leeches = today(LEECH_LAPSES + 1);
    assert_eq!((leeches.len(), leeches[0].cell, leeches[0].lapses), (1, cell, LEECH_LAPSES));
    let catalogue = catalogue();
    let belief = catalogue.rule(catalogue.ruling(cell).rule).misconception;
    assert_eq!(leeches[0].belief, belief);
    if let Some(there) = leeches[0].confused_with(&catalogue, NOW.day()) {
        assert_eq!(there.duty, cell.duty);
        assert_ne!(catalogue.ruling(there).side, catalogue.ruling(cell).side);
    }
}

#[test]
fn many_misses_on_one_day_are_no_leech() {
    let mut study = in_memory();
    for _ in 0..9 {
        ask(&mut study, believed()[0], 0, false);
    }
    assert!(study.today(NOW.plus_days(1)).leeches.is_empty());
}

#[test]
fn a_leech_is_met_in_another_form_or_after_its_neighbour() {
    let mut forms = BTreeSet::new();
    for (at, cell) in believed().into_iter().step_by(40).take(12).enumerate() {
        let days = LEECH_LAPSES + 1 + at as u32 % 2;
        let mut study = missed(cell, days);
        let now = NOW.plus_days(days as i32);
        for plan in [Plan::Due { limit: 9 }, Plan::Leeches { count: 9 }] {
            study.start(&plan, now, &mut rng(at as u64)).unwrap();
            let items = study.session().unwrap().items.clone();
            if items[0].form.has_parts() {
                let question = study.question(now).unwrap();
                let key = question.key(study.catalogue());
                let marks = question.mark(study.catalogue(), &key).unwrap();
                assert!(marks.cells.iter().any(|it| it.cell == cell), "the cell is a part of it");
                assert_eq!(items.len(), 1);
            } else {
                let neighbour =
                    study.today(now).leeches[0].confused_with(study.catalogue(), now.day());
                let cells: Vec<Cell> = items.iter().map(|it| it.cell).collect();
                assert_eq!(cells, neighbour.into_iter().chain([cell]).collect::<Vec<_>>());
            }
            forms.insert(items[0].form.as_str());
        }
        // Where only single verdicts are asked it comes right after its neighbour.
        study.start(&Plan::Mixed { count: 5 }, now, &mut rng(1)).unwrap();
        let items = study.session().unwrap().items.clone();
        assert!(items.iter().all(|it| it.form == Form::Verdict));
        let place = items.iter().position(|it| it.cell == cell).unwrap();
        let leech = study.today(now).leeches[0];
        if let Some(neighbour) = leech.confused_with(study.catalogue(), now.day()) {
            assert_eq!(items[place - 1].cell, neighbour);
        }
    }
    assert!(forms.len() > 1, "{forms:?}");
}

#[test]
fn a_leech_is_mended_by_right_answers_on_two_days_in_any_form() {
    let cell = believed()[0];
    let days = LEECH_LAPSES as i32 + 1;
    let mut study = missed(cell, LEECH_LAPSES + 1);
    for day in days..days + LEECH_MENDED as i32 {
        let now = NOW.plus_days(day);
        assert_eq!(study.today(now).leeches.len(), 1);
        study.start(&Plan::Leeches { count: 1 }, now, &mut rng(1)).unwrap();
        while study.session().unwrap().item().is_some() {
            match study.question(now) {
                Some(question) => {
                    let key = question.key(study.catalogue());
                    study.reply(&key, Confidence::Likely, 9_000, now).unwrap();
                }
                None => drop(study.answer(right(&study), Confidence::Likely, 9_000, now).unwrap()),
            }
            study.advance();
        }
        study.end(now).unwrap();
    }
    let later = NOW.plus_days(days + LEECH_MENDED as i32);
    assert!(study.today(later).leeches.is_empty());
    ask(&mut study, cell, days + 9, false);
    assert_eq!(study.today(later.plus_days(9)).leeches.len(), 1, "and it can come back");
}
