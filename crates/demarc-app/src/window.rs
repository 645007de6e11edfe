//! Opens the window, or says in one line why there is none.

use std::{
    cell::Cell,
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    path::Path,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use demarc_catalogue::Catalogue;
use egui::{Vec2, ViewportCommand};

use crate::{
    app::{DemarcApp, Opening},
    cli::WindowEnd,
};

type Hook = dyn Fn(&PanicHookInfo<'_>) + Send + Sync;

/// The smallest window, in points.
const LEAST: [f32; 2] = [560.0, 420.0];
/// The window of someone new, in points.
const USUAL: [f32; 2] = [1280.0, 800.0];

/// Opens the window on a data folder; returns when it is closed.
pub fn open(folder: &Path, catalogue: Result<Arc<Catalogue>, String>) -> WindowEnd {
    #[cfg(all(unix, not(target_os = "macos")))]
    {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(set) {
            return WindowEnd::NoWindow("There is no display.".to_owned());
        }
    }
    // The data are opened while the window is: that takes as long as the graphics do to come up.
    let folder = folder.to_owned();
    let opening = thread::spawn(move || Opening::of(catalogue, &folder));
    let opening = Rc::new(Cell::new(Some(opening)));
    let taken = Rc::clone(&opening);
    let viewport = egui::ViewportBuilder::default()
        .with_title("Demarc")
        .with_app_id("io.github.demarc.Demarc")
        .with_inner_size(USUAL)
        .with_min_inner_size(LEAST)
        .with_icon(icon());
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        system_font_fallback: false,
        ..Default::default()
    };
    // A library that is missing panics inside winit before there is a window: nobody need read that.
    let opened = Arc::new(AtomicBool::new(false));
    let usual: Arc<Hook> = Arc::from(panic::take_hook());
    let (seen, told) = (Arc::clone(&opened), Arc::clone(&usual));
    panic::set_hook(Box::new(move |info| {
        if seen.load(Ordering::Relaxed) {
            told(info);
        }
    }));
    let seen = Arc::clone(&opened);
    let ended = panic::catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native(
            "Demarc",
            options,
            Box::new(move |cc| {
                let opening = taken.take().and_then(|thread| thread.join().ok());
                let opening = opening.ok_or("the data could not be opened")?;
                seen.store(true, Ordering::Relaxed);
                if let Some(size) = opening.window().map(restored) {
                    cc.egui_ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
                }
                Ok(Box::new(DemarcApp::created(cc, opening)))
            }),
        )
    }));
    panic::set_hook(Box::new(move |info| usual(info)));
    // Where there is no window, the data must be free again before anybody else opens them.
    drop(opening.take().map(JoinHandle::join));
    match ended {
        Ok(Ok(())) => WindowEnd::Closed,
        Ok(Err(error)) => WindowEnd::NoWindow(no_window(&error.to_string())),
        Err(_) if opened.load(Ordering::Relaxed) => WindowEnd::Broke(
            "The window broke. Every answer that was shown as saved is saved.".to_owned(),
        ),
        Err(_) => WindowEnd::NoWindow(no_window("a library that it needs is missing")),
    }
}

/// A size as it was remembered, kept from being too small or absurd, in points of text that is
/// `text_size` percent large.
fn restored(((width, height), text_size): ((f32, f32), u16)) -> Vec2 {
    let size = Vec2::new(width.clamp(LEAST[0], 8000.0), height.clamp(LEAST[1], 8000.0));
    size * 100.0 / f32::from(text_size.max(1))
}

/// Why there is no window, without the places in source code that an error may name before it.
fn no_window(error: &str) -> String {
    let reason = error.rsplit(": ").next().unwrap_or(error).trim_end_matches('.');
    format!("No window could be opened: {reason}.")
}

fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../../assets/icon-128.png"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Vec2, no_window, restored};

    #[test]
    fn large_text_does_not_make_the_window_larger_at_every_start() {
        assert_eq!(restored(((900.0, 600.0), 100)), Vec2::new(900.0, 600.0));
        assert_eq!(restored(((900.0, 600.0), 200)), Vec2::new(450.0, 300.0));
        assert_eq!(restored(((10.0, 10.0), 200)), Vec2::new(280.0, 210.0));
    }

    #[test]
    fn the_reason_is_told_without_the_place_in_the_code() {
        let error = "winit EventLoopError: os error at /some/where/mod.rs:788: Failed to open it";
        assert_eq!(no_window(error), "No window could be opened: Failed to open it.");
        assert_eq!(no_window("no GL"), "No window could be opened: no GL.");
    }
}
