//! The app in a window without a screen, for the tests that drive it.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail, and no test needs them all"
)]

use std::{path::Path, sync::Arc};

use demarc_app::{
    app::{DemarcApp, Opening},
    model::Model,
};
use demarc_catalogue::Catalogue;
use demarc_study::{Settings, Study, Theme};
use egui::{Event, Key, Modifiers, Vec2, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};

/// The app once it was opened: fonts hold from the frame after the one that installs them.
pub struct Slot {
    opening: Option<Opening>,
    app: Option<DemarcApp>,
}

/// A window with the app in it.
pub type Window<'a> = Harness<'a, Slot>;

/// A window of this size, with the data of a folder.
pub fn window(folder: &Path, size: Vec2) -> Window<'static> {
    let catalogue = Arc::new(Catalogue::shipped().unwrap());
    let slot = Slot { opening: Some(Opening::of(Ok(catalogue), folder)), app: None };
    let mut harness = Harness::builder().with_size(size).build_ui_state(
        |ui, slot: &mut Slot| match (&mut slot.app, slot.opening.take()) {
            (Some(app), _) => app.frame(ui),
            (None, Some(opening)) => slot.app = Some(DemarcApp::new(ui.ctx(), opening)),
            (None, None) => {}
        },
        slot,
    );
    harness.run_ok();
    harness
}

/// What the window shows.
pub fn model<'a>(window: &'a Window<'_>) -> Option<&'a Model> {
    window.state().app.as_ref().and_then(DemarcApp::model)
}

/// What the window remembers.
pub fn study<'a>(window: &'a Window<'_>) -> &'a Study {
    model(window).expect("the data are open").study()
}

/// Whether a text stands on the screen.
pub fn shows(window: &Window<'_>, text: &str) -> bool {
    window.query_all_by(|node| node.value().as_deref() == Some(text)).next().is_some()
}

/// Presses a key, and draws until nothing moves.
pub fn press(window: &mut Window<'_>, key: Key) {
    window.key_press(key);
    window.run_ok();
}

/// The usual size.
pub const USUAL: Vec2 = Vec2::new(1280.0, 800.0);

/// 900 by 600 with text at 200 %.
pub const SMALLEST: Vec2 = Vec2::new(450.0, 300.0);

/// Opens Find, and types.
pub fn search(window: &mut Window<'_>, words: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_ok();
    window.event(Event::Text(words.to_owned()));
    window.run_ok();
}

/// Opens Find, types, and takes what it finds first.
pub fn find(window: &mut Window<'_>, words: &str) {
    search(window, words);
    press(window, Key::Enter);
}

/// What can be pressed and lies beyond the left or the right edge of the window.
pub fn beyond(window: &Window<'_>) -> Vec<String> {
    let width = window.ctx.content_rect().width();
    let pressable = |role| {
        matches!(
            role,
            Role::Button | Role::Link | Role::RadioButton | Role::Switch | Role::CheckBox
        )
    };
    window
        .query_all_by(|node| pressable(node.role()))
        .filter(|node| node.rect().left() < -0.5 || node.rect().right() > width + 0.5)
        .map(|node| format!("{:?} {:?}", node.accesskit_node().label(), node.rect()))
        .collect()
}

/// Windows in both themes: usual, 900 by 600, and that with text at 200 %; each of someone who is
/// past the first start, with what it is.
pub fn at_every_size(mut draw: impl FnMut(&mut Window<'_>, &str)) {
    let small = Vec2::new(900.0, 600.0);
    for theme in [Theme::Light, Theme::Dark] {
        for (size, text_size) in [(USUAL, 100), (small, 100), (small, 200)] {
            let folder = tempfile::tempdir().unwrap();
            let catalogue = Arc::new(Catalogue::shipped().unwrap());
            let mut study = Opening::of(Ok(catalogue), folder.path()).study.unwrap();
            let settings =
                Settings { theme, text_size, first_run_done: true, ..Settings::default() };
            study.set_settings(settings, demarc_app::app::now()).unwrap();
            drop(study);
            draw(&mut window(folder.path(), size), &format!("{theme:?}, {size:?}, {text_size} %"));
        }
    }
}
