//! Today after a break and with rulings that keep slipping: what is said, and that it can be done.

#![allow(clippy::unwrap_used, reason = "helpers of tests stop where they fail")]

mod window;

use std::{path::Path, sync::Arc};

use demarc_app::app::{Opening, now};
use demarc_catalogue::{Catalogue, Cell};
use demarc_study::{Confidence, Moment, Plan, Said, Settings, Study};
use egui::{Key, Vec2, accesskit::Role};
use egui_kittest::kittest::Queryable;
use rand::SeedableRng;
use rand::rngs::StdRng;
use window::{USUAL, model, press, shows, study, window};

fn opened(folder: &Path) -> Study {
    let catalogue = Arc::new(Catalogue::shipped().unwrap());
    let mut study = Opening::of(Ok(catalogue), folder).study.unwrap();
    let settings = Settings { first_run_done: true, ..study.settings().clone() };
    study.set_settings(settings, now()).unwrap();
    study
}

/// Asks cells on a day; what is missed is put right within the session.
fn ask(study: &mut Study, cells: Vec<Cell>, at: Moment, right: bool) {
    let mut rng = StdRng::seed_from_u64(1);
    study.start(&Plan::Cells(cells), at, &mut rng).unwrap();
    while let Some(item) = study.session().unwrap().item().copied() {
        let ruling = Said::right_for(study.catalogue().ruling(item.cell).side).unwrap();
        let other = if ruling == Said::Of { Said::In } else { Said::Of };
        let said = if right || item.repeat { ruling } else { other };
        study.answer(said, Confidence::Likely, 4_000, at).unwrap();
        study.advance();
    }
    study.end(at).unwrap();
}

#[test]
fn after_a_break_today_asks_its_limit_and_says_how_long_the_rest_takes() {
    let folder = tempfile::tempdir().unwrap();
    let mut progress = opened(folder.path());
    let cells = progress.catalogue().asked_cells(now().day().date());
    let cells: Vec<Cell> = cells.into_iter().step_by(40).take(100).collect();
    ask(&mut progress, cells, now().plus_days(-60), true);
    drop(progress);
    let mut window = window(folder.path(), USUAL);
    assert!(shows(&window, "40 reviews today"));
    let about = &model(&window).unwrap().today().about;
    assert!(about.starts_with("100 wait: 40 today, the rest over about 2 days."), "{about}");
    press(&mut window, Key::Comma);
    window.get_by_label("Reviews a day: All").click();
    window.run_ok();
    assert_eq!(study(&window).settings().daily_reviews, None);
    press(&mut window, Key::Escape);
    assert!(shows(&window, "100 reviews due"));
}

#[test]
fn what_keeps_slipping_is_named_and_met_another_way_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut progress = opened(folder.path());
    let catalogue = Arc::clone(progress.catalogue());
    let today = now().day().date();
    let confusing = |cell: &Cell| {
        catalogue.rule(catalogue.ruling(*cell).rule).misconception.is_some()
            && catalogue.contrast(*cell, today).is_some_and(|it| it.flips)
    };
    let cell = catalogue.asked_cells(today).into_iter().find(confusing).unwrap();
    for day in -6..0 {
        ask(&mut progress, vec![cell], now().plus_days(day), false);
    }
    drop(progress);
    for size in [Vec2::new(450.0, 300.0), USUAL] {
        let window = window(folder.path(), size);
        let wide = window
            .query_all_by(|node| matches!(node.role(), Role::Button | Role::Link))
            .filter(|node| node.rect().right() > size.x + 0.5);
        assert_eq!(wide.count(), 0, "at {size:?}");
    }
    let mut window = window(folder.path(), USUAL);
    let slipping = &model(&window).unwrap().today().slipping;
    assert_eq!((slipping.len(), slipping[0].cell), (1, cell));
    assert_eq!(slipping[0].missed, "missed on 5 days");
    assert!(slipping[0].confuses.starts_with("A wrong answer says: "));
    window.get_by_label("Meet them another way").focus();
    window.run_ok();
    press(&mut window, Key::Enter);
    let session = study(&window).session().unwrap();
    assert_eq!(session.title, "What keeps slipping");
    assert!(session.items[0].form.has_parts() || session.items.len() == 2);
}

#[test]
fn a_day_by_which_to_know_it_is_named_moved_and_taken_away_in_settings() {
    let folder = tempfile::tempdir().unwrap();
    drop(opened(folder.path()));
    let days = |window: &window::Window<'_>| {
        let target = study(window).settings().target.clone();
        target.map(|it| it.days(now().day()))
    };
    for size in [Vec2::new(450.0, 300.0), USUAL] {
        let mut window = window(folder.path(), size);
        press(&mut window, Key::Comma);
        enter(&mut window, "Know it by: In 30 days");
        assert_eq!(days(&window), Some(30));
        let wide = window
            .query_all_by(|node| matches!(node.role(), Role::Button | Role::RadioButton))
            .filter(|node| node.rect().right() > size.x + 0.5);
        assert_eq!(wide.count(), 0, "at {size:?}");
        enter(&mut window, "A week sooner");
        assert_eq!(days(&window), Some(23));
        assert!(!model(&window).unwrap().today().goal.as_ref().unwrap().suffices);
        let what_of = window.query_by_label("What of: What Practice is set to");
        assert!(what_of.is_none(), "Practice takes everything: there is nothing to choose");
        press(&mut window, Key::Escape);
        let goal = model(&window).unwrap().today().goal.clone().unwrap();
        assert!(goal.left.starts_with("23 days; you have met 0 of "), "{}", goal.left);
        assert!(shows(&window, &goal.takes), "{}", goal.takes);
        press(&mut window, Key::Comma);
        enter(&mut window, "Know it by: No day");
        assert_eq!((days(&window), model(&window).unwrap().today().goal.clone()), (None, None));
    }
}

/// Focuses what bears a name and presses Enter.
fn enter(window: &mut window::Window<'_>, name: &str) {
    window.get_by_label(name).focus();
    window.run_ok();
    press(window, Key::Enter);
}
