//! `demarc paths`: where a person's data lies.

use std::io::{self, Write};
use std::path::Path;

use super::data_place::DataPlace;
use super::failure::Failure;
use super::out::Out;

/// Prints the folder, what chose it, and the files in it, whether they exist or not.
pub(super) fn run(place: &DataPlace, out: &mut Out) -> Result<(), Failure> {
    row(out, "data", place.dir())?;
    row(out, "progress", &place.progress())?;
    row(out, "backups", &place.backups())?;
    writeln!(out, "chosen by  {}", place.chosen_by())?;
    Ok(())
}

/// The path byte for byte, whether it is Unicode or not.
fn row(out: &mut Out, name: &str, path: &Path) -> io::Result<()> {
    write!(out, "{name:<9}  ")?;
    out.write_all(path.as_os_str().as_encoded_bytes())?;
    writeln!(out)
}
