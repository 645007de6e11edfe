//! The command line.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use demarc_catalogue::Catalogue;

use crate::window::WindowEnd;

/// Runs it.
pub fn main(window: impl FnOnce(&Path, Result<Arc<Catalogue>, String>) -> WindowEnd) -> ExitCode {
    let folder = std::env::var_os("DEMARC_DATA_DIR")
        .map_or_else(|| PathBuf::from("/tmp/demarc"), PathBuf::from);
    let catalogue = Catalogue::shipped().map(Arc::new).map_err(|problems| format!("{problems:?}"));
    match window(&folder, catalogue) {
        WindowEnd::Closed => ExitCode::SUCCESS,
        WindowEnd::NoWindow(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
