//! The end of a session in the terminal: the score, and what to look at again.

use std::io;

use demarc_catalogue::{Catalogue, Cell};
use demarc_study::SessionReport;

use super::explain::short_name;
use super::page::{Page, percent};

/// At most this many missed rulings are named.
const NAMED: usize = 10;

/// Says how the session went so far; a report is there once something was answered.
pub(super) fn show(
    page: &mut Page<'_>,
    catalogue: &Catalogue,
    report: Option<&SessionReport>,
) -> io::Result<()> {
    page.gap()?;
    let Some(report) = report else { return page.text(0, "Nothing was answered.") };
    let summary = &report.summary;
    page.strong(&format!(
        "Score: {} of {} right ({}); with luck taken out {}.",
        summary.right,
        summary.questions,
        percent(summary.score),
        percent(summary.guess_corrected)
    ))?;
    let sure = &report.sure_and_wrong;
    let others = report.missed.iter().filter(|cell| !sure.contains(cell));
    named(page, catalogue, "Sure and wrong", sure)?;
    named(page, catalogue, "Missed", &others.copied().collect::<Vec<_>>())
}

fn named(
    page: &mut Page<'_>,
    catalogue: &Catalogue,
    title: &str,
    cells: &[Cell],
) -> io::Result<()> {
    if cells.is_empty() {
        return Ok(());
    }
    page.text(0, &format!("{title}:"))?;
    for cell in cells.iter().take(NAMED) {
        let side = catalogue.ruling(*cell).side.as_str().to_uppercase();
        let label = &catalogue.duty(cell.duty).label;
        page.line(2, &format!("{side}  {}: {label}", short_name(catalogue, cell.deployment)))?;
    }
    match cells.len().saturating_sub(NAMED) {
        0 => Ok(()),
        more => page.text(2, &format!("and {more} more")),
    }
}
