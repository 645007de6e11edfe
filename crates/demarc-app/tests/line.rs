//! Draw the line in the window: by keys alone, by pointer alone, at every size.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use demarc_app::{model::Model, model::route::Route};
use demarc_study::{Confidence, Phase, forms::Reply};
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable;
use window::{USUAL, Window, at_every_size, beyond, model, press, search, shows, study, window};

fn opened(folder: &std::path::Path, size: Vec2) -> Window<'static> {
    let mut window = window(folder, size);
    for key in [Key::Escape, Key::Num3, Key::Enter] {
        press(&mut window, key);
    }
    assert!(
        model(&window).unwrap().asked().is_some_and(|it| it.line().is_some()),
        "a line is asked for"
    );
    window
}

#[test]
fn a_line_is_drawn_checked_and_taken_back_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path(), USUAL);
    let Reply::Line(key) =
        study(&window).question(demarc_app::app::now()).unwrap().key(study(&window).catalogue())
    else {
        unreachable!("a line is asked for")
    };
    for _ in 0..key.below {
        press(&mut window, Key::ArrowUp);
    }
    // Tab goes through the duties from the top; Space flips those that the key flips.
    let layers = model(&window).unwrap().asked().unwrap().line().unwrap().layers.clone();
    for (duty, _) in layers.iter().flat_map(|layer| &layer.chips) {
        press(&mut window, Key::Tab);
        if key.flipped.contains(duty) {
            press(&mut window, Key::Space);
        }
    }
    assert_eq!(model(&window).unwrap().asked().unwrap().line().unwrap().reply, key);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().is_none(), "it was not said how sure");
    press(&mut window, Key::Num3);
    press(&mut window, Key::Enter);
    let replied = study(&window).replied().unwrap();
    assert!(replied.marks.whole());
    assert_eq!(replied.confidence, Confidence::Sure);
    press(&mut window, Key::Backspace);
    assert!(model(&window).unwrap().asked().is_some_and(|it| it.line().is_some()));
    assert_eq!(study(&window).session().unwrap().phase, Phase::Question);
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 0);
}

#[test]
fn a_line_is_drawn_and_checked_by_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    window.get_by_label("Practice").click();
    window.run_ok();
    window.get_by_label("Start: Draw the line").click();
    window.run_ok();
    window.get_by_label("Line to the top").click();
    window.run_ok();
    let below =
        |window: &Window<'_>| model(window).unwrap().asked().unwrap().line().unwrap().reply.below;
    assert_eq!(below(&window), 9);
    // The left end of a layer, where no duty stands.
    let layer = window.get_by_label("Network settings, OF. Put the line under it").rect();
    click(&mut window, egui::pos2(layer.left() + 8.0, layer.center().y));
    assert_eq!(below(&window), 5);
    let line = model(&window).unwrap().asked().unwrap().line().unwrap().clone();
    let layer = line.layers.iter().rev().find(|layer| !layer.chips.is_empty()).unwrap();
    let label = format!("{}, OF", layer.chips[0].1);
    window.get_by_label(&label).click();
    window.run_ok();
    assert_eq!(
        model(&window).unwrap().asked().unwrap().line().unwrap().reply.flipped,
        [layer.chips[0].0]
    );
    // The grip is dragged two layers down.
    let at = window.get_by_label("The line").rect().right_center() - Vec2::new(20.0, 0.0);
    drag(&mut window, at, at + Vec2::new(0.0, 128.0));
    assert_eq!(below(&window), 3);
    window.get_by_label("How sure: Guess").click();
    window.run_ok();
    window.get_by_label("Check").click();
    window.run_ok();
    assert!(study(&window).replied().is_some());
    window.get_by_label("Next").click();
    window.run_ok();
    assert!(model(&window).unwrap().asked().is_some_and(|it| it.line().is_some()));
}

/// A click is short: no frame passes between press and release.
fn click(window: &mut Window<'_>, pos: egui::Pos2) {
    window.event(egui::Event::PointerMoved(pos));
    window.run_ok();
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        let modifiers = Modifiers::NONE;
        window.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
    }
    window.run_ok();
}

fn drag(window: &mut Window<'_>, from: egui::Pos2, to: egui::Pos2) {
    let button = egui::PointerButton::Primary;
    let modifiers = Modifiers::NONE;
    window.event(egui::Event::PointerMoved(from));
    window.event(egui::Event::PointerButton { pos: from, button, pressed: true, modifiers });
    window.run_ok();
    window.event(egui::Event::PointerMoved(to));
    window.run_ok();
    window.event(egui::Event::PointerButton { pos: to, button, pressed: false, modifiers });
    window.run_ok();
}

#[test]
fn find_draws_the_line_on_one_service() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    search(&mut window, "lambda");
    window
        .get_by(|node| node.label().is_some_and(|it| it.contains("Draw the line on AWS Lambda")))
        .click();
    window.run_ok();
    assert_eq!(model(&window).map(Model::route), Some(Route::Session));
    assert_eq!(model(&window).unwrap().asked().unwrap().line().unwrap().head.service, "AWS Lambda");
}

#[test]
fn a_line_left_in_the_middle_stays_as_it_was_drawn_until_it_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path(), USUAL);
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Questionmark);
    press(&mut window, Key::Escape);
    assert_eq!(model(&window).unwrap().asked().unwrap().line().unwrap().reply.below, 1);
    press(&mut window, Key::R);
    assert_eq!(model(&window).unwrap().asked().unwrap().line().unwrap().reply.below, 0);
}

#[test]
fn a_line_and_what_is_said_of_it_draw_at_every_size_in_both_themes() {
    at_every_size(|window, at| {
        for key in [Key::Num3, Key::Enter, Key::ArrowUp, Key::Num1, Key::Enter] {
            press(window, key);
            assert_eq!(beyond(window), Vec::<String>::new(), "{at}");
        }
        assert!(model(window).unwrap().replied().is_some());
        assert!(shows(window, "What goes the other way, and why"));
        for key in [Key::Escape, Key::Enter] {
            press(window, key);
        }
        search(window, "flip lambda");
        press(window, Key::Enter);
        for key in [Key::Num1, Key::Enter] {
            assert_eq!(beyond(window), Vec::<String>::new(), "{at}");
            press(window, key);
        }
        assert!(model(window).unwrap().replied().is_some());
        assert_eq!(beyond(window), Vec::<String>::new(), "{at}");
    });
}

#[test]
fn a_setting_is_flipped_by_keys_alone_and_by_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Num2);
    window.get_by_label("Start: Flip a setting").click();
    window.run_ok();
    let Reply::Flip(key) =
        study(&window).question(demarc_app::app::now()).unwrap().key(study(&window).catalogue())
    else {
        unreachable!("a setting is asked for")
    };
    let rows = model(&window).unwrap().asked().unwrap().flip().unwrap().rows.clone();
    for (duty, ..) in &rows {
        press(&mut window, Key::Tab);
        if key.moved.contains(duty) {
            press(&mut window, Key::Space);
        }
    }
    assert_eq!(model(&window).unwrap().asked().unwrap().flip().unwrap().reply, key);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().is_none(), "it was not said how sure");
    press(&mut window, Key::Num2);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().unwrap().marks.whole());
    assert!(shows(&window, "Right: these change hands"));
    press(&mut window, Key::Space);
    let (_, label, _, before) =
        model(&window).unwrap().asked().unwrap().flip().unwrap().rows[0].clone();
    let before = if before == demarc_study::Said::Of { "OF" } else { "IN" };
    window.get_by_label(&format!("{label}, {before} before, stays {before}")).click();
    window.run_ok();
    assert_eq!(model(&window).unwrap().asked().unwrap().flip().unwrap().reply.moved.len(), 1);
    window.get_by_label("How sure: Sure").click();
    window.run_ok();
    window.get_by_label("Check").click();
    window.run_ok();
    assert!(study(&window).replied().is_some());
    window.get_by_label("Undo").click();
    window.run_ok();
    assert!(model(&window).unwrap().asked().is_some_and(|it| it.flip().is_some()));
}
