//! Opens the window, or says in one line why there is none.

use std::{panic, path::Path, sync::Arc};

use demarc_catalogue::Catalogue;

use crate::{
    app::{DemarcApp, Opening},
    cli::WindowEnd,
};

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
    let opening = Opening::of(catalogue, folder);
    let size = opening
        .window()
        .map(|(width, height)| [width.clamp(LEAST[0], 8000.0), height.clamp(LEAST[1], 8000.0)]);
    let viewport = egui::ViewportBuilder::default()
        .with_title("Demarc")
        .with_app_id("io.github.demarc.Demarc")
        .with_inner_size(size.unwrap_or(USUAL))
        .with_min_inner_size(LEAST)
        .with_icon(icon());
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        system_font_fallback: false,
        ..Default::default()
    };
    let quiet = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let ended = panic::catch_unwind(panic::AssertUnwindSafe(|| {
        eframe::run_native(
            "Demarc",
            options,
            Box::new(move |cc| {
                let _ = panic::take_hook();
                Ok(Box::new(DemarcApp::created(cc, opening)))
            }),
        )
    }));
    panic::set_hook(quiet);
    match ended {
        Ok(Ok(())) => WindowEnd::Closed,
        Ok(Err(error)) => WindowEnd::NoWindow(format!("No window could be opened ({error}).")),
        Err(_) => WindowEnd::NoWindow(
            "No window could be opened (a library that it needs is missing).".to_owned(),
        ),
    }
}

fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../../assets/icon-128.png"))
        .unwrap_or_default()
}
