//! Judges a folder of content: `cargo run -p demarc-catalogue --example check -- questions`.

use std::path::PathBuf;
use std::process::ExitCode;

use demarc_catalogue::Catalogue;

fn main() -> ExitCode {
    let dir = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("questions"), PathBuf::from);
    match Catalogue::from_dir(&dir) {
        Ok(catalogue) => {
            println!("{} deployments", catalogue.deployments().len());
            ExitCode::SUCCESS
        }
        Err(problems) => {
            println!("{problems}\n\n{} problems", problems.list.len());
            ExitCode::from(3)
        }
    }
}
