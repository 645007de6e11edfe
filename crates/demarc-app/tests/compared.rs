//! Compare as a question in the window: by keys alone, by pointer alone, at every size.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use demarc_app::model::asked::compare::MoveView;
use demarc_study::Phase;
use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use window::{USUAL, Window, at_every_size, beyond, find, model, press, shows, study, window};

const PICKS: [Key; 3] = [Key::A, Key::S, Key::D];

fn opened(folder: &std::path::Path) -> Window<'static> {
    let mut window = window(folder, USUAL);
    press(&mut window, Key::Escape);
    find(&mut window, "what moves");
    window
}

fn view(window: &Window<'_>) -> MoveView {
    model(window).unwrap().asked().unwrap().compare().unwrap().clone()
}

/// The place of the right choice in each row.
fn key(view: &MoveView) -> Vec<usize> {
    let key = view.question.key();
    let right = |row: &demarc_app::model::asked::compare::MoveRow| {
        let side = view.question.said(&key, row.duty);
        row.choices.iter().position(|(it, _)| *it == side).unwrap()
    };
    view.rows.iter().map(right).collect()
}

#[test]
fn what_becomes_of_each_duty_is_said_checked_and_taken_back_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path());
    let asked = view(&window);
    for choice in key(&asked) {
        press(&mut window, PICKS[choice]);
        press(&mut window, Key::ArrowDown);
    }
    let now = view(&window);
    assert_eq!(now.at, now.rows.len() - 1, "below the last is none");
    press(&mut window, Key::ArrowUp);
    assert_eq!(view(&window).at, now.rows.len() - 2);
    press(&mut window, Key::F);
    assert_eq!(view(&window).reply, now.reply, "there is no fourth");
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().is_none(), "it was not said how sure");
    press(&mut window, Key::Num3);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().unwrap().marks.whole());
    assert!(shows(&window, "The principle") && shows(&window, "Right: these change"));
    press(&mut window, Key::Backspace);
    assert_eq!(study(&window).session().unwrap().phase, Phase::Question);
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 0);
    assert_eq!(view(&window).question, asked.question, "it asks the same again");
    press(&mut window, Key::Num1);
    press(&mut window, Key::Enter);
    assert!(!study(&window).replied().unwrap().marks.whole());
    assert!(shows(&window, "What becomes of these, and why"));
}

#[test]
fn tab_leads_through_the_choices_and_takes_their_row_in_hand() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path());
    for _ in 0..5 {
        press(&mut window, Key::Tab);
    }
    assert_eq!(view(&window).at, 1, "three choices in the first row");
    press(&mut window, Key::Space);
    let now = view(&window);
    assert_eq!(now.on(&now.rows[1]), 1);
    press(&mut window, Key::S);
    assert_eq!(view(&window).at, 1, "letters go to the row in hand");
}

#[test]
fn what_becomes_of_a_duty_is_said_and_checked_by_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    window.get_by_label("Practice").click();
    window.run_ok();
    window.get_by_label("Start: What moves").click();
    window.run_ok();
    let asked = view(&window);
    for (row, choice) in asked.rows.iter().zip(key(&asked)) {
        let words = &row.choices[choice].1;
        window
            .get_by(|node| {
                let label = node.label().unwrap_or_default();
                node.role() == Role::RadioButton
                    && label.starts_with(&format!("{}, ", row.label))
                    && label.ends_with(words.as_str())
            })
            .click();
        window.run_ok();
    }
    window.get_by_label("How sure: Sure").click();
    window.run_ok();
    window.get_by_label("Check").click();
    window.run_ok();
    assert!(study(&window).replied().unwrap().marks.whole());
    window.get_by_label("Next").click();
    window.run_ok();
    assert_ne!(view(&window).question, asked.question);
}

#[test]
fn a_comparison_and_what_is_said_of_it_draw_at_every_size_in_both_themes() {
    at_every_size(|window, at| {
        find(window, "what moves");
        let mut keys = vec![Key::S; 1];
        keys.extend([Key::ArrowDown, Key::D, Key::Num1, Key::Enter, Key::Space]);
        for key in keys {
            assert_eq!(beyond(window), Vec::<String>::new(), "{at}");
            press(window, key);
        }
    });
}
