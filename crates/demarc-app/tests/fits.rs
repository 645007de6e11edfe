//! Small windows and large text: whatever can be pressed lies within the window, and what lies
//! over a screen takes the keys.

#![allow(clippy::unwrap_used, reason = "helpers of tests stop where they fail")]

mod window;

use demarc_app::model::{
    Model,
    route::{Overlay, Route},
};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use window::{SMALLEST, USUAL, Window, beyond, model, press, search, study, window};

#[test]
fn all_that_can_be_pressed_lies_within_a_small_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), SMALLEST);
    let mut steps = vec![Key::Escape, Key::Num2, Key::Num4, Key::Num5, Key::Num6, Key::Comma];
    steps.extend([Key::Questionmark, Key::Escape, Key::Num4, Key::ArrowRight, Key::ArrowRight]);
    steps.extend([Key::H, Key::N, Key::Escape, Key::ArrowDown, Key::Space, Key::Escape]);
    steps.extend([
        Key::Num4,
        Key::F,
        Key::Escape,
        Key::M,
        Key::Escape,
        Key::P,
        Key::A,
        Key::I,
        Key::Num1,
    ]);
    steps.extend([Key::Escape, Key::Space, Key::Escape]);
    for key in steps {
        assert_eq!(beyond(&window), Vec::<String>::new(), "before {key:?}");
        press(&mut window, key);
    }
    assert_eq!(study(&window).sessions().len(), 1);
    assert_eq!(beyond(&window), Vec::<String>::new());
    for words in ["which service", "what moves"] {
        search(&mut window, words);
        for key in [Key::Enter, Key::A, Key::Num1, Key::Enter, Key::Space, Key::Escape] {
            assert_eq!(beyond(&window), Vec::<String>::new(), "{words}, before {key:?}");
            press(&mut window, key);
        }
        press(&mut window, Key::Escape);
    }
    assert_eq!(study(&window).sessions().len(), 3);
}

#[test]
fn enter_presses_nothing_below_the_sheet_of_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    window.get_by_label("Learn 10 new").focus();
    window.run_ok();
    press(&mut window, Key::Questionmark);
    press(&mut window, Key::Enter);
    assert!(study(&window).session().is_none(), "a button below the sheet was pressed");
    assert_eq!(model(&window).and_then(Model::overlay), None, "Enter closes the sheet");
}

#[test]
fn a_stray_enter_deletes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    for key in [Key::Q, Key::A, Key::Space, Key::Escape, Key::Escape, Key::Comma] {
        press(&mut window, key);
    }
    window.get_by_label("Delete all my data\u{2026}").click();
    window.run_ok();
    assert_eq!(model(&window).and_then(Model::overlay), Some(&Overlay::ConfirmDelete));
    press(&mut window, Key::Enter);
    assert_eq!(model(&window).map(Model::route), Some(Route::Settings));
    assert_eq!(model(&window).and_then(Model::overlay), None);
}

#[test]
fn a_click_beside_a_note_keeps_what_is_half_typed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Q);
    press(&mut window, Key::M);
    window.event(egui::Event::Text("half".to_owned()));
    window.run_ok();
    let corner = egui::pos2(5.0, 5.0);
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        let modifiers = Modifiers::NONE;
        window.event(egui::Event::PointerMoved(corner));
        window.event(egui::Event::PointerButton { pos: corner, button, pressed, modifiers });
        window.run_ok();
    }
    assert!(matches!(model(&window).and_then(Model::overlay), Some(Overlay::Note(_))));
}

#[test]
fn text_grows_and_shrinks_by_the_steps_of_settings() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    for (key, size) in
        [(Key::Plus, 110), (Key::Plus, 125), (Key::Minus, 110), (Key::Num0, 100), (Key::Minus, 90)]
    {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        window.run_ok();
        assert_eq!(model(&window).map(|model| model.settings().text_size), Some(size));
    }
}

#[test]
fn a_session_that_a_new_one_ends_is_said_to_end() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = window(folder.path(), USUAL);
    press(&mut first, Key::Q);
    press(&mut first, Key::A);
    drop(first);
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Enter);
    let said = model(&window).and_then(Model::toast).map(|toast| toast.text.as_str());
    assert_eq!(said, Some("The session that you left in the middle ends here."));
}

#[test]
fn the_palette_offers_nothing_that_would_do_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    let offered = |window: &Window<'_>, words: &str| {
        let offered = demarc_app::commands::offered(model(window).unwrap());
        offered.iter().any(|(_, it, _)| *it == words)
    };
    press(&mut window, Key::Escape);
    assert!(!offered(&window, "Resume the session you left"));
    assert!(offered(&window, "Next region"));
    press(&mut window, Key::N);
    press(&mut window, Key::A);
    assert!(offered(&window, "Copy as report"));
}

#[test]
fn the_longest_names_make_no_question_wider_than_a_small_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), SMALLEST);
    press(&mut window, Key::Escape);
    let catalogue = study(&window).catalogue().clone();
    let mut services: Vec<_> = catalogue.services().iter().collect();
    services.sort_by_key(|service| std::cmp::Reverse(service.name.chars().count()));
    for service in services.into_iter().take(4) {
        search(&mut window, &format!("practise {}", service.short));
        press(&mut window, Key::Enter);
        let session = study(&window).session().unwrap();
        let cell = session.item().unwrap().cell;
        assert_eq!(catalogue.service_of(cell.deployment).id, service.id);
        assert_eq!(beyond(&window), Vec::<String>::new(), "{}", service.name);
        press(&mut window, Key::K);
        assert_eq!(beyond(&window), Vec::<String>::new(), "{}, answered", service.name);
        press(&mut window, Key::Escape);
        press(&mut window, Key::Enter);
    }
}
