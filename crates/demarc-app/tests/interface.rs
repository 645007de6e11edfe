//! The interface by its accessibility tree: keys, pointer, every screen at every size.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use std::sync::Arc;

use demarc_app::{app::Opening, model::Model};
use demarc_catalogue::Catalogue;
use demarc_study::{Outcome, Phase, Settings, Theme};
use egui::{Key, Modifiers, Vec2, accesskit::Role};
use egui_kittest::kittest::Queryable;
use window::{USUAL, Window, model, press, shows, study, window};

#[test]
fn a_session_of_ten_runs_by_keys_alone_and_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    assert!(shows(&window, "Start with ten questions"));
    press(&mut window, Key::Q);
    let keys = [Key::A, Key::S, Key::D, Key::J, Key::K, Key::L];
    for turn in 0..40 {
        match study(&window).session().map(|session| session.phase) {
            Some(Phase::Question) => press(&mut window, keys[turn % keys.len()]),
            Some(Phase::Feedback) => press(&mut window, Key::Space),
            _ => break,
        }
        if study(&window).session().is_some_and(|session| session.phase == Phase::Feedback) {
            press(&mut window, Key::Space);
        }
    }
    assert!(shows(&window, "Session over"));
    let sessions = study(&window).sessions();
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0].questions, 10);
    press(&mut window, Key::Enter);
    assert!(shows(&window, "Today"));
    drop(window);
    let window = window::window(folder.path(), USUAL);
    assert_eq!(study(&window).sessions().len(), 1, "a restart forgot the session");
}

#[test]
fn a_question_is_answered_and_left_by_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    window.get_by_role_and_label(Role::Button, "Start with ten questions").click();
    window.run_ok();
    window.get_by_label("IN, sure, key L").click();
    window.run_ok();
    let answered =
        |window: &Window<'_>| study(window).session().map_or(0, |session| session.answered());
    assert_eq!(answered(&window), 1);
    window.get_by_label("Next").click();
    window.run_ok();
    window.get_by_label("OF, guess, key D").click();
    window.run_ok();
    assert_eq!(answered(&window), 2);
    window.get_by_label("Undo").click();
    window.run_ok();
    assert_eq!(answered(&window), 1, "undo takes the answer back");
    window.get_by_label("End").click();
    window.run_ok();
    assert!(shows(&window, "Session over"));
}

#[test]
fn undo_brings_the_question_back_and_skip_leaves_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Q);
    let first = study(&window).session().and_then(|s| s.item().map(|item| item.cell));
    press(&mut window, Key::L);
    press(&mut window, Key::Backspace);
    let session = study(&window).session().unwrap();
    assert_eq!(session.phase, Phase::Question);
    assert_eq!(session.item().map(|item| item.cell), first);
    press(&mut window, Key::X);
    let session = study(&window).session().unwrap();
    assert_eq!(session.items[0].outcome, Some(Outcome::Skipped));
}

#[test]
fn a_session_closed_in_the_middle_can_be_resumed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Q);
    press(&mut window, Key::L);
    drop(window);
    let mut window = window::window(folder.path(), USUAL);
    assert!(shows(&window, "You left a session in the middle"));
    press(&mut window, Key::R);
    let session = study(&window).session().unwrap();
    assert_eq!(session.answered(), 1);
    assert_eq!(session.phase, Phase::Question);
}

#[test]
fn letters_typed_into_a_field_are_no_commands() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Num4);
    press(&mut window, Key::Slash);
    window.key_press(Key::V);
    window.key_press(Key::Num6);
    window.run_ok();
    let model = model(&window).unwrap();
    assert!(!model.explore().mastery, "V typed into the filter switched to mastery");
    assert_eq!(model.route(), demarc_app::model::route::Route::Explore);
}

#[test]
fn f6_goes_from_region_to_region_and_tab_from_widget_to_widget() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    let focused = |window: &Window<'_>| window.ctx.memory(|memory| memory.focused());
    press(&mut window, Key::F6);
    let first = focused(&window).expect("F6 moves the focus");
    press(&mut window, Key::F6);
    let second = focused(&window).expect("F6 moves it on");
    assert_ne!(first, second);
    press(&mut window, Key::Tab);
    assert_ne!(focused(&window), Some(second), "Tab moves within");
}

#[test]
fn enter_on_today_asks_ten_more_where_the_days_new_rulings_are_used_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut study =
        Opening::of(Ok(Arc::new(Catalogue::shipped().unwrap())), folder.path()).study.unwrap();
    let settings = Settings { daily_new: 0, first_run_done: true, ..Settings::default() };
    study.set_settings(settings, demarc_app::app::now()).unwrap();
    drop(study);
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::N);
    assert!(window::study(&window).session().is_none());
    press(&mut window, Key::Enter);
    assert_eq!(window::study(&window).session().map(|session| session.items.len()), Some(10));
}

#[test]
fn settings_opened_twice_still_lead_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    for key in [Key::Escape, Key::Num2, Key::Comma, Key::Comma, Key::Escape] {
        press(&mut window, key);
    }
    let route = model(&window).map(Model::route);
    assert_eq!(route, Some(demarc_app::model::route::Route::Practice));
}

#[test]
fn enter_on_a_focused_button_presses_that_button() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    for key in [Key::Num4, Key::ArrowRight, Key::ArrowRight] {
        press(&mut window, key);
    }
    window.get_by_label("Practise this ruling").focus();
    window.run_ok();
    press(&mut window, Key::Enter);
    assert!(study(&window).session().is_some(), "Enter went to the matrix instead");
}

#[test]
fn two_keys_in_one_frame_are_two_steps() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Q);
    for key in [Key::L, Key::Space, Key::A] {
        window.key_press(key);
    }
    window.run_ok();
    assert_eq!(study(&window).session().map(|session| session.answered()), Some(2));
}

#[test]
fn a_session_begun_in_settings_still_lets_you_leave_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Comma);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_ok();
    window.event(egui::Event::Text("practise kms".to_owned()));
    window.run_ok();
    for key in [Key::Enter, Key::Escape, Key::Escape] {
        press(&mut window, key);
    }
    assert!(study(&window).session().is_none());
    assert_eq!(model(&window).map(Model::route), Some(demarc_app::model::route::Route::Today));
}

#[test]
fn a_ruling_found_in_the_middle_of_a_session_lays_the_session_aside() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Q);
    press(&mut window, Key::L);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_ok();
    window.event(egui::Event::Text("kms rotat".to_owned()));
    window.run_ok();
    press(&mut window, Key::Enter);
    assert_eq!(model(&window).map(Model::route), Some(demarc_app::model::route::Route::Explore));
    assert!(study(&window).session().is_none());
    press(&mut window, Key::Num1);
    press(&mut window, Key::R);
    assert_eq!(study(&window).session().map(|session| session.answered()), Some(1));
}

#[test]
fn a_key_that_is_held_down_answers_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Q);
    window.key_down(Key::A);
    window.run_ok();
    for key in [Key::Space, Key::Space] {
        window.key_down(key);
        window.run_ok();
    }
    window.key_down(Key::A);
    window.run_ok();
    assert_eq!(study(&window).session().map(|session| session.answered()), Some(1));
}

#[test]
fn the_first_escape_leaves_the_field_and_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Num4);
    press(&mut window, Key::Slash);
    window.event(egui::Event::Text("kms".to_owned()));
    window.run_ok();
    press(&mut window, Key::Escape);
    assert_eq!(model(&window).map(|model| model.explore().filter.as_str()), Some("kms"));
    press(&mut window, Key::Escape);
    assert_eq!(model(&window).map(|model| model.explore().filter.as_str()), Some(""));
}

#[test]
fn a_file_that_may_only_be_read_is_shown_under_a_notice() {
    let folder = tempfile::tempdir().unwrap();
    let held = window(folder.path(), USUAL);
    let mut second = window(folder.path(), USUAL);
    assert!(shows(&second, "Demarc is already open."));
    second.get_by_label("Open without saving").click();
    second.run_ok();
    assert!(shows(&second, "Opened only for reading: you can explore, and nothing is saved."));
    drop(held);
}

#[test]
fn the_palette_opens_with_control_k_and_starts_what_it_finds() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_ok();
    window.event(egui::Event::Text("practise kms".to_owned()));
    window.run_ok();
    press(&mut window, Key::Enter);
    let catalogue = Arc::clone(study(&window).catalogue());
    let session = study(&window).session().expect("a session was started");
    let kms = catalogue.find_service("kms").unwrap();
    assert!(
        session.items.iter().all(|item| catalogue.deployment(item.cell.deployment).service == kms)
    );
}

#[test]
fn every_screen_draws_at_every_size_in_both_themes_with_named_widgets() {
    let folder = tempfile::tempdir().unwrap();
    for theme in [Theme::Light, Theme::Dark] {
        for (size, text_size) in [
            (USUAL, 100),
            (Vec2::new(900.0, 600.0), 100),
            (Vec2::new(900.0, 600.0), 200),
            (Vec2::new(2560.0, 1440.0), 100),
        ] {
            let catalogue = Arc::new(Catalogue::shipped().unwrap());
            let opening = Opening::of(Ok(catalogue), folder.path());
            let mut study = opening.study.unwrap();
            let settings =
                Settings { theme, text_size, first_run_done: true, ..Settings::default() };
            study.set_settings(settings, demarc_app::app::now()).unwrap();
            drop(study);
            let mut window = window(folder.path(), size);
            for key in [Key::Num1, Key::Num2, Key::Num4, Key::Num5, Key::H, Key::Num6, Key::Comma] {
                press(&mut window, key);
            }
            press(&mut window, Key::Num4);
            press(&mut window, Key::ArrowRight);
            press(&mut window, Key::ArrowRight);
            press(&mut window, Key::ArrowDown);
            press(&mut window, Key::V);
            press(&mut window, Key::P);
            assert!(window::study(&window).session().is_some(), "P practises the selected ruling");
            press(&mut window, Key::A);
            press(&mut window, Key::Questionmark);
            press(&mut window, Key::Escape);
            press(&mut window, Key::Escape);
            press(&mut window, Key::Enter);
        }
    }
}

#[test]
fn a_damaged_file_opens_on_a_screen_that_says_so_and_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("progress.sqlite3");
    let bytes = b"this is a shopping list, not a database, and it is long enough to be looked at";
    std::fs::write(&file, bytes).unwrap();
    let mut window = window(folder.path(), USUAL);
    assert!(shows(&window, "The file in the data folder is not Demarc's."));
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
    window.get_by_label("Start afresh beside it").click();
    window.run_ok();
    assert!(model(&window).is_some(), "it opens after starting afresh");
    let kept = std::fs::read_dir(folder.path())
        .unwrap()
        .filter_map(|entry| std::fs::read(entry.unwrap().path()).ok())
        .any(|content| content == bytes);
    assert!(kept, "the old file was lost");
}

#[test]
fn a_comparison_is_made_kept_turned_round_and_practised_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Num5);
    let names = |window: &Window<'_>| {
        let view = model(window).and_then(|model| model.compare()).expect("a comparison");
        view.subjects.each_ref().map(|it| it.name.clone())
    };
    assert_eq!(names(&window), ["A REST API on EC2", "A REST API on Lambda"]);
    press(&mut window, Key::K);
    assert_eq!(study(&window).settings().comparisons.len(), 1);
    press(&mut window, Key::X);
    assert_eq!(names(&window), ["A REST API on Lambda", "A REST API on EC2"]);
    press(&mut window, Key::CloseBracket);
    window.event(egui::Event::Text("eks fargate".to_owned()));
    window.run_ok();
    press(&mut window, Key::Enter);
    assert_eq!(names(&window)[1], "EKS, Fargate");
    press(&mut window, Key::T);
    press(&mut window, Key::ArrowDown);
    let view = model(&window).and_then(|model| model.compare()).expect("a comparison");
    assert!(view.changes_only && view.why.iter().all(|parts| !parts.is_empty()));
    let wanted = view.cells.clone();
    press(&mut window, Key::P);
    let session = study(&window).session().expect("a session was started");
    assert!(session.items.iter().all(|item| wanted.contains(&item.cell)));
}
