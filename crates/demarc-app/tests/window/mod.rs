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
use demarc_study::Study;
use egui::{Key, Vec2};
use egui_kittest::{Harness, kittest::Queryable};

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
