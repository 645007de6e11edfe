//! The binary: reads the clock, and lets the command line decide what to do.

mod cli;

use std::process::ExitCode;

use cli::{DataPlace, WindowEnd};
use demarc_study::Moment;

#[expect(clippy::disallowed_methods, reason = "the clock is read here and passed on")]
fn now() -> Moment {
    Moment::from_zoned(&jiff::ZonedDateTime::now())
}

fn window(_place: &DataPlace) -> WindowEnd {
    match std::env::var_os("DISPLAY").or_else(|| std::env::var_os("WAYLAND_DISPLAY")) {
        Some(_) => WindowEnd::Closed,
        None => WindowEnd::NoWindow("No window can be opened: there is no display.".to_owned()),
    }
}

fn main() -> ExitCode {
    cli::run(now, window)
}
