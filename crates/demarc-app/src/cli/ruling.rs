//! `demarc ruling`: one ruling with its proof.

use std::collections::BTreeMap;
use std::io::Write;

use demarc_catalogue::{Catalogue, Cell, Date, ProofStep};
use serde::Serialize;

use super::catalogue::Row;
use super::failure::Failure;
use super::out::Out;
use super::page::Page;
use super::{explain, names};

/// A ruling as JSON: the fields of the catalogue, and what belongs to one ruling alone.
#[derive(Serialize)]
struct Whole<'c> {
    #[serde(flatten)]
    row: Row<'c>,
    owner: Option<&'c str>,
    level: &'static str,
    principle: String,
    stays: Option<String>,
    belief: Option<&'c str>,
    refutation: Option<&'c str>,
    contrast: Option<Contrast<'c>>,
    proof: Vec<Step<'c>>,
}

#[derive(Serialize)]
struct Contrast<'c> {
    deployment: &'c str,
    side: &'static str,
    flips: bool,
}

#[derive(Serialize)]
struct Step<'c> {
    level: &'static str,
    file: &'c str,
    line: usize,
    side: &'static str,
    owner: Option<&'c str>,
    when: BTreeMap<&'c str, Vec<&'c str>>,
    why: String,
    decides: bool,
}

/// Prints the ruling of a duty in a deployment.
pub(super) fn run(
    catalogue: &Catalogue,
    deployment: &str,
    duty: &str,
    json: bool,
    today: Date,
    out: &mut Out,
) -> Result<(), Failure> {
    let deployment = names::deployment(catalogue, deployment)?;
    let cell = Cell { deployment, duty: names::duty(catalogue, duty)? };
    if json {
        serde_json::to_writer_pretty(&mut *out, &whole(catalogue, cell, today))?;
        return Ok(writeln!(out)?);
    }
    Ok(explain::full(&mut Page::new(out), catalogue, cell, today)?)
}

fn whole(catalogue: &Catalogue, cell: Cell, today: Date) -> Whole<'_> {
    let ruling = catalogue.ruling(cell);
    let explained = catalogue.explain(cell);
    Whole {
        row: Row::of(catalogue, cell, today),
        owner: ruling.owner.as_deref(),
        level: ruling.level.as_str(),
        principle: explained.principle,
        stays: explained.stays,
        belief: explained.misconception.map(|wrong| wrong.belief.as_str()),
        refutation: explained.misconception.map(|wrong| wrong.refutation.as_str()),
        contrast: catalogue.contrast(cell, today).map(|contrast| Contrast {
            deployment: &catalogue.deployment(contrast.cell.deployment).id,
            side: catalogue.ruling(contrast.cell).side.as_str(),
            flips: contrast.flips,
        }),
        proof: explained.proof.into_iter().map(step).collect(),
    }
}

fn step(step: ProofStep<'_>) -> Step<'_> {
    Step {
        level: step.level.as_str(),
        file: step.file,
        line: step.line,
        side: step.side.as_str(),
        owner: step.owner,
        when: step.when.into_iter().collect(),
        why: step.why,
        decides: step.decides,
    }
}
