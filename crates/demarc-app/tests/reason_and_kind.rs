//! Reason and control kind in the window: by keys alone, by pointer alone, at every size.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use demarc_app::model::asked::{kind::KindView, reason::ReasonView};
use demarc_study::{Confidence, Said, forms::Reply};
use egui::{Key, Modifiers, Vec2, accesskit::Role};
use egui_kittest::kittest::Queryable;
use window::{SMALLEST, USUAL, Window, beyond, model, press, shows, study, window};

const PICKS: [Key; 4] = [Key::A, Key::S, Key::D, Key::F];

/// A session that Find starts with these words.
fn opened(folder: &std::path::Path, size: Vec2, words: &str) -> Window<'static> {
    let mut window = window(folder, size);
    press(&mut window, Key::Escape);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_ok();
    window.event(egui::Event::Text(words.to_owned()));
    window.run_ok();
    press(&mut window, Key::Enter);
    assert!(model(&window).unwrap().asked().is_some(), "{words} asks nothing");
    window
}

fn reason<'a>(window: &'a Window<'_>) -> &'a ReasonView {
    model(window).unwrap().asked().unwrap().reason().unwrap()
}

fn kind<'a>(window: &'a Window<'_>) -> &'a KindView {
    model(window).unwrap().asked().unwrap().kind().unwrap()
}

fn key(window: &Window<'_>) -> Reply {
    let question = study(window).question(demarc_app::app::now()).unwrap();
    question.key(study(window).catalogue())
}

#[test]
fn side_and_reason_are_said_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path(), USUAL, "reason lambda");
    let Reply::Reason(key) = key(&window) else { unreachable!("a reason is asked for") };
    let side = if key.side == Some(Said::Of) { Key::ArrowLeft } else { Key::ArrowRight };
    press(&mut window, Key::Num3);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().is_none(), "no side was said");
    press(&mut window, side);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().is_none(), "no reason was chosen");
    // The right side, for another reason.
    let other = (key.reason.unwrap() + 1) % 4;
    press(&mut window, PICKS[other]);
    press(&mut window, Key::Enter);
    let replied = study(&window).replied().unwrap();
    assert_eq!((replied.marks.points(), replied.marks.of()), (1, 2));
    assert_eq!(replied.confidence, Confidence::Sure);
    let view = model(&window).unwrap().replied().unwrap();
    assert_eq!(view.verdict, "The right side, but not for that reason.");
    assert!(view.note.is_some() && view.next.contains("counts as hard"), "{view:?}");
    press(&mut window, Key::Backspace);
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 0);
    // Up and down lead through the reasons as well.
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    assert_eq!(reason(&window).reply.reason, Some(1));
    press(&mut window, Key::R);
    assert_eq!(reason(&window).reply.reason, None);
    for step in [side, PICKS[key.reason.unwrap()], Key::Num2, Key::Enter] {
        press(&mut window, step);
    }
    assert!(study(&window).replied().unwrap().marks.whole());
    assert!(shows(&window, "Whose it is, and why"));
}

#[test]
fn side_and_reason_are_said_by_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    for label in ["Practice", "Start: Give the reason"] {
        window.get_by_label(label).click();
        window.run_ok();
    }
    let text = reason(&window).question.reasons[2].text.clone();
    begins(&window, "OF the cloud").click();
    window.run_ok();
    begins(&window, &text).click();
    window.run_ok();
    assert_eq!(reason(&window).reply.side, Some(Said::Of));
    assert_eq!(reason(&window).reply.reason, Some(2));
    for label in ["How sure: Guess", "Check", "Next"] {
        window.get_by_label(label).click();
        window.run_ok();
    }
    assert_eq!(reason(&window).reply.side, None, "the next question is open");
}

fn begins<'w>(window: &'w Window<'_>, text: &str) -> egui_kittest::Node<'w> {
    let text = text.to_owned();
    window.get_by(move |node| {
        node.role() == Role::RadioButton && node.label().is_some_and(|it| it.starts_with(&text))
    })
}

#[test]
fn the_kind_of_a_control_is_said_by_keys_and_by_pointer() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path(), USUAL, "control lambda");
    let Reply::Kind(key) = key(&window) else { unreachable!("a control is asked for") };
    press(&mut window, Key::Num2);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().is_none(), "nothing was chosen");
    let mut place = 0;
    while kind(&window).reply != key {
        press(&mut window, PICKS[place]);
        place += 1;
    }
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().unwrap().marks.whole());
    let view = model(&window).unwrap().replied().unwrap();
    let duties = view.options.iter().map(|it| it.name.as_str()).collect::<Vec<_>>();
    assert!(!duties.is_empty() && duties.iter().all(|it| shows(&window, it)), "the halves");
    press(&mut window, Key::Backspace);
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 0);
    begins(&window, "Customer-specific").click();
    window.run_ok();
    begins(&window, "Inherited").click();
    window.run_ok();
    for label in ["How sure: Likely", "Check", "Next"] {
        window.get_by_label(label).click();
        window.run_ok();
    }
    assert!(study(&window).stats(demarc_app::app::now()).answers > 0);
}

#[test]
fn all_that_can_be_pressed_lies_within_the_smallest_window() {
    for size in [USUAL, Vec2::new(900.0, 600.0), SMALLEST] {
        for words in ["reason lambda", "control lambda"] {
            let folder = tempfile::tempdir().unwrap();
            let mut window = opened(folder.path(), size, words);
            for step in [Key::ArrowLeft, Key::A, Key::Num1, Key::Enter] {
                assert_eq!(beyond(&window), Vec::<String>::new(), "{words} at {size:?}");
                press(&mut window, step);
            }
            assert!(study(&window).replied().is_some());
            assert_eq!(beyond(&window), Vec::<String>::new(), "{words} at {size:?}");
        }
    }
}
