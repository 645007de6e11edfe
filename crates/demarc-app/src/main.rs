//! Demarc: teaches people to draw the line of the cloud's Shared Responsibility Model.

mod app;
mod cli;
mod commands;
mod cx;
mod model;
mod overlays;
mod parts;
mod rescue;
mod screens;
mod theme;
mod widgets;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main(app::now, window::open)
}
