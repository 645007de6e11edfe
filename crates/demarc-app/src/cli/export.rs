//! `demarc export`: all of a person's data.

use demarc_study::Study;

use super::args::Format;
use super::failure::Failure;
use super::out::Out;

/// Prints everything as JSON, or the answers as CSV.
pub(super) fn run(study: &Study, format: Format, out: &mut Out) -> Result<(), Failure> {
    match format {
        Format::Json => study.export_json(out)?,
        Format::Csv => study.export_csv(out)?,
    }
    Ok(())
}
