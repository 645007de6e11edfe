//! Reads the tables of an audit: what a reader answered, and what was drawn before.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use demarc_catalogue::{Catalogue, Cell, Side};

use crate::cli::failure::Failure;

/// What a reader found for one duty in one deployment.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub cell: Cell,
    /// `of`, `in` or `none`.
    pub side: Side,
    /// How sure the reader is, in the reader's word.
    pub certainty: String,
    /// The page that was read.
    pub page: String,
    pub note: String,
}

/// The answers of a file: deployment, duty, answer, certainty, page, note; no cell twice.
pub(super) fn read(catalogue: &Catalogue, file: &Path) -> Result<Vec<Answer>, Failure> {
    let text = text(file)?;
    let mut seen = HashSet::new();
    let mut answers = Vec::new();
    for (line, fields) in rows(&text) {
        let wrong = |what: String| Failure::bad_data(format!("{}:{line}: {what}.", file.display()));
        let field = |at: usize| fields.get(at).copied().unwrap_or_default();
        let cell = cell(catalogue, field(0), field(1)).map_err(wrong)?;
        if !seen.insert(cell) {
            return Err(wrong(format!("{} {} is answered twice", field(0), field(1))));
        }
        let side = match field(2) {
            "of" => Side::Of,
            "in" => Side::In,
            "none" => Side::None,
            other => {
                return Err(wrong(format!("`{other}` is no answer; it is `of`, `in` or `none`")));
            }
        };
        let [certainty, page, note] = [3, 4, 5].map(|at| field(at).to_owned());
        answers.push(Answer { cell, side, certainty, page, note });
    }
    if answers.is_empty() {
        return Err(Failure::bad_data(format!("{} holds no answer.", file.display())));
    }
    Ok(answers)
}

/// The cells that a draw or a log lists; those of deployments and duties that are no more are
/// passed over.
pub(super) fn listed(catalogue: &Catalogue, file: &Path) -> Result<Vec<Cell>, Failure> {
    let text = text(file)?;
    let mut cells = Vec::new();
    for (line, fields) in rows(&text) {
        let [deployment, duty, ..] = fields[..] else {
            let what = "a row begins with a deployment and a duty, with a tab between";
            return Err(Failure::bad_data(format!("{}:{line}: {what}.", file.display())));
        };
        cells.extend(cell(catalogue, deployment, duty));
    }
    Ok(cells)
}

fn text(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file)
        .map_err(|error| Failure::bad_data(format!("{} cannot be read ({error}).", file.display())))
}

/// The rows with their line numbers, without the header, comments and empty lines.
fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(at, line)| (at, line.split('\t').map(str::trim).collect::<Vec<_>>()))
        .filter(|(_, fields)| fields[0] != "deployment")
}

fn cell(catalogue: &Catalogue, deployment: &str, duty: &str) -> Result<Cell, String> {
    let no = |kind: &str, id: &str| format!("there is no {kind} `{id}`");
    Ok(Cell {
        deployment: catalogue
            .find_deployment(deployment)
            .ok_or_else(|| no("deployment", deployment))?,
        duty: catalogue.find_duty(duty).ok_or_else(|| no("duty", duty))?,
    })
}
