//! Placement by keys alone and by pointer alone: nothing is told before its end, then all of it is.

#![allow(clippy::unwrap_used, reason = "helpers of tests stop where they fail")]

mod window;

use demarc_app::model::{
    Model,
    route::{Place, Route},
};
use egui::{Key, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use window::{USUAL, Window, beyond, model, press, shows, study, window};

/// What the screen says that contains these words.
fn said(window: &Window<'_>, words: &str) -> Vec<String> {
    let labels = window.query_all_by(|node| {
        node.label().is_some_and(|it| it.contains(words))
            || node.value().is_some_and(|it| it.contains(words))
    });
    let text = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).unwrap_or_default()
    };
    labels.map(text).collect()
}

fn told(window: &Window<'_>) -> bool {
    ["Right.", "Wrong.", " right"].iter().any(|it| !said(window, it).is_empty())
}

#[test]
fn by_keys_it_tells_nothing_in_between_and_all_of_it_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Enter);
    assert!(study(&window).session().unwrap().placement.is_some());
    assert!(shows(&window, "1 of 12 to 20"));
    let keys = [Key::A, Key::L, Key::D, Key::J];
    press(&mut window, Key::L);
    assert!(shows(&window, "2 of 12 to 20"));
    press(&mut window, Key::Backspace);
    assert!(shows(&window, "1 of 12 to 20"));
    for turn in 0..20 {
        if study(&window).session().is_none() {
            break;
        }
        assert_eq!(model(&window).map(Model::place), Some(Place::Question));
        assert!(!told(&window), "a verdict is told before the end");
        press(&mut window, keys[turn % keys.len()]);
    }
    assert_eq!(model(&window).map(Model::place), Some(Place::Placed));
    assert!(shows(&window, "What you probably know"));
    let asked = study(&window).sessions()[0].questions;
    assert!((12..=20).contains(&asked), "{asked}");
    let certain = said(&window, "Nine times in ten");
    assert!(certain[0].contains("Luck is taken out"), "{certain:?}");
    assert!(!said(&window, "ruling").is_empty());
    assert!(!said(&window, "Guest OS: ").is_empty(), "each layer has its interval");
    assert_eq!(said(&window, "Open the ruling").len(), asked as usize);
    // The day's new rulings are not used up by it.
    press(&mut window, Key::N);
    let session = study(&window).session().unwrap();
    assert!(session.placement.is_none() && !session.items.is_empty());
}

#[test]
fn by_pointer_it_asks_about_what_was_chosen_and_a_question_opens_to_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    window.get_by_label("Look around first").click();
    window.run_ok();
    window.get_by_label("Practice").click();
    window.run_ok();
    window.get_by_label("Storage").click();
    window.run_ok();
    window.get_by_label("Start: What you know").click();
    window.run_ok();
    for turn in 0..20 {
        if study(&window).session().is_none() {
            break;
        }
        let label = ["OF, sure, key A", "IN, guess, key J"][turn % 2];
        window.get_by_label(label).click();
        window.run_ok();
    }
    assert!(shows(&window, "What you probably know"));
    assert!(shows(&window, "Storage"));
    let first = said(&window, "Open the ruling").swap_remove(0);
    window.query_all_by_label(&first).next().unwrap().click();
    window.run_ok();
    assert_eq!(model(&window).map(Model::route), Some(Route::Explore));
    assert!(model(&window).unwrap().drawer().is_some());
    let id = study(&window).sessions()[0].id;
    assert!(study(&window).placed(id).is_some());
}

#[test]
fn closed_in_the_middle_it_is_offered_again_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = window(folder.path(), USUAL);
    press(&mut first, Key::Enter);
    press(&mut first, Key::A);
    let cell = study(&first).session().unwrap().item().unwrap().cell;
    drop(first);
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::R);
    assert!(shows(&window, "2 of 12 to 20"));
    assert_eq!(study(&window).session().unwrap().item().unwrap().cell, cell);
    press(&mut window, Key::Escape);
    assert_eq!(model(&window).map(Model::place), Some(Place::Placed), "ended early it tells too");
    assert!(shows(&window, "Not enough yet"));
    press(&mut window, Key::Enter);
    press(&mut window, Key::K);
    assert!(study(&window).session().unwrap().placement.is_some(), "Today offers it again");
}

#[test]
fn its_end_fits_a_small_window() {
    let folder = tempfile::tempdir().unwrap();
    // 900 by 600 with text at 200 %.
    let mut window = window(folder.path(), Vec2::new(450.0, 300.0));
    for key in [Key::Enter, Key::A, Key::L, Key::S] {
        assert_eq!(beyond(&window), Vec::<String>::new(), "before {key:?}");
        press(&mut window, key);
    }
    press(&mut window, Key::Escape);
    assert!(shows(&window, "What you probably know"));
    assert_eq!(beyond(&window), Vec::<String>::new());
    press(&mut window, Key::Enter);
    press(&mut window, Key::Num2);
    assert_eq!(beyond(&window), Vec::<String>::new(), "Practice");
}
