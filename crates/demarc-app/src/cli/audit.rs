//! `demarc audit`: draws rulings for a blind reader, and sets a reader's answers beside ours.

mod answers;
mod verdicts;

use std::collections::HashSet;
use std::io::Write;

use demarc_catalogue::Catalogue;

use super::args::AuditArgs;
use super::failure::{Failure, tell};
use super::out::Out;

/// Draws, or compares. What is asked is judged as of the content's release.
pub(super) fn run(catalogue: &Catalogue, wanted: &AuditArgs, out: &mut Out) -> Result<(), Failure> {
    if let Some(file) = &wanted.compare {
        return verdicts::print(catalogue, &answers::read(catalogue, file)?, out);
    }
    let mut not = HashSet::new();
    for file in &wanted.not {
        not.extend(answers::listed(catalogue, file)?);
    }
    let cells = catalogue.draw(wanted.seed, wanted.count, &not, catalogue.released());
    if cells.len() < wanted.count {
        tell(&format!("No more than {} rulings are left to draw from.", cells.len()));
    }
    writeln!(out, "deployment\tduty\tname\tsettings\tprompt")?;
    for cell in cells {
        let tags = catalogue.tags(cell.deployment);
        let tags: Vec<String> =
            tags.iter().map(|tag| format!("{}: {}", tag.setting, tag.value)).collect();
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}",
            catalogue.deployment(cell.deployment).id,
            catalogue.duty(cell.duty).id,
            catalogue.deployment_name(cell.deployment),
            tags.join("; "),
            catalogue.prompt(cell)
        )?;
    }
    Ok(())
}
