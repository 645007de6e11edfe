//! The binary `demarc`.

use std::process::ExitCode;

fn main() -> ExitCode {
    demarc_app::cli::main(demarc_app::app::now, demarc_app::window::open)
}
