//! Which of these in the window: by keys alone, by pointer alone, at every size.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use demarc_app::model::asked::which::WhichView;
use demarc_study::{Confidence, Phase};
use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use window::{USUAL, Window, at_every_size, beyond, find, model, press, shows, study, window};

const PICKS: [Key; 4] = [Key::A, Key::S, Key::D, Key::F];

fn opened(folder: &std::path::Path) -> Window<'static> {
    let mut window = window(folder, USUAL);
    press(&mut window, Key::Escape);
    find(&mut window, "which service");
    assert!(view(&window).options.len() == 4, "four deployments are shown");
    window
}

fn view(window: &Window<'_>) -> WhichView {
    model(window).unwrap().asked().unwrap().which().unwrap().clone()
}

fn answer(view: &WhichView) -> usize {
    let key = view.question.key().chosen;
    view.options.iter().position(|(at, _)| Some(*at) == key).unwrap()
}

#[test]
fn one_of_four_is_chosen_checked_and_taken_back_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path());
    let asked = view(&window);
    let right = answer(&asked);
    press(&mut window, Key::Num3);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().is_none(), "nothing was chosen");
    for (place, key) in PICKS.into_iter().enumerate() {
        press(&mut window, key);
        assert_eq!(view(&window).on(), Some(place));
    }
    press(&mut window, Key::ArrowUp);
    assert_eq!(view(&window).on(), Some(2));
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    assert_eq!(view(&window).on(), Some(3), "below the last is none");
    press(&mut window, Key::R);
    assert_eq!(view(&window).on(), None);
    press(&mut window, PICKS[right]);
    press(&mut window, Key::Enter);
    let replied = study(&window).replied().unwrap();
    assert!(replied.marks.whole() && replied.confidence == Confidence::Sure);
    assert!(shows(&window, "Why this is the answer"));
    press(&mut window, Key::Backspace);
    assert_eq!(study(&window).session().unwrap().phase, Phase::Question);
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 0);
    assert_eq!(view(&window).question, asked.question, "it asks the same again");
    press(&mut window, PICKS[(right + 1) % 4]);
    press(&mut window, Key::Num1);
    press(&mut window, Key::Enter);
    assert!(!study(&window).replied().unwrap().marks.whole());
    assert!(shows(&window, "Why yours is not the one"));
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 2);
}

#[test]
fn tab_leads_through_the_four_and_space_chooses() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path());
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Space);
    assert_eq!(view(&window).on(), Some(1));
    press(&mut window, Key::Num2);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().is_some(), "Enter checks, wherever the focus is");
}

#[test]
fn one_of_four_is_chosen_and_checked_by_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    window.get_by_label("Practice").click();
    window.run_ok();
    window.get_by_label("Start: Which service").click();
    window.run_ok();
    let asked = view(&window);
    let named = |place: usize| asked.options[place].1.service.clone();
    let place = answer(&asked);
    window
        .get_by(|node| {
            node.role() == Role::RadioButton
                && node.label().is_some_and(|it| it.starts_with(&named(place)))
        })
        .click();
    window.run_ok();
    assert_eq!(view(&window).on(), Some(place));
    window.get_by_label("How sure: Likely").click();
    window.run_ok();
    window.get_by_label("Check").click();
    window.run_ok();
    assert!(study(&window).replied().unwrap().marks.whole());
    window.get_by_label("Next").click();
    window.run_ok();
    assert_ne!(view(&window).question, asked.question);
}

#[test]
fn the_settings_of_each_are_shown_and_its_name_says_them() {
    let folder = tempfile::tempdir().unwrap();
    let window = opened(folder.path());
    for (_, head) in view(&window).options {
        let shown = window.query_all_by(|node| {
            let label = node.label().unwrap_or_default();
            node.role() == Role::RadioButton
                && label.contains(&head.service)
                && head.tags.iter().all(|tag| label.contains(tag.as_str()))
        });
        assert!(shown.count() >= 1, "{head:?}");
    }
}

#[test]
fn a_choice_and_what_is_said_of_it_draw_at_every_size_in_both_themes() {
    at_every_size(|window, at| {
        find(window, "which service");
        for key in [Key::A, Key::Num1, Key::Enter, Key::Space] {
            assert_eq!(beyond(window), Vec::<String>::new(), "{at}");
            press(window, key);
        }
    });
}
