//! A ruling in words: in short after an answer, in full when asked why.

use std::io;

use demarc_catalogue::{Basis, Catalogue, Cell, Cited, Date, DeploymentIx, ProofStep, Side};

use super::page::Page;

/// "it is OF the cloud, AWS does it"
pub(super) fn verdict(catalogue: &Catalogue, cell: Cell) -> String {
    let ruling = catalogue.ruling(cell);
    let provider = &catalogue.provider().name;
    match (ruling.side, &ruling.owner) {
        (Side::Of, _) => format!("it is OF the cloud, {provider} does it"),
        (Side::In, _) => "it is IN the cloud, you do it".to_owned(),
        (Side::None, _) => "there is nothing to do here".to_owned(),
        (Side::Other, Some(owner)) => format!("it is done by {owner}"),
        (Side::Other, None) => "it is done by a third party".to_owned(),
    }
}

/// "Lambda, zip, auto"
pub(super) fn short_name(catalogue: &Catalogue, at: DeploymentIx) -> String {
    let service = &catalogue.service_of(at).short;
    match catalogue.variant(at) {
        "" => service.clone(),
        variant => format!("{service}, {variant}"),
    }
}

/// What follows an answer at once: principle, why, what stays, the belief if it was wrong, and one
/// source with its host.
pub(super) fn short(
    page: &mut Page<'_>,
    catalogue: &Catalogue,
    cell: Cell,
    wrong: bool,
) -> io::Result<()> {
    reason(page, catalogue, cell)?;
    if wrong {
        belief(page, catalogue, cell)?;
    }
    let explained = catalogue.explain(cell);
    match explained.sources.first() {
        Some(Cited { source, .. }) => {
            page.text(2, &format!("Source: {}, {}", source.title, host(&source.url)))
        }
        None => Ok(()),
    }
}

/// All there is to say of a ruling: also where it flips, every source, and the proof.
pub(super) fn full(
    page: &mut Page<'_>,
    catalogue: &Catalogue,
    cell: Cell,
    today: Date,
) -> io::Result<()> {
    page.strong(catalogue.deployment_name(cell.deployment))?;
    page.strong(&catalogue.prompt(cell))?;
    page.gap()?;
    page.text(0, &capital(&format!("{}.", verdict(catalogue, cell))))?;
    reason(page, catalogue, cell)?;
    belief(page, catalogue, cell)?;
    contrast(page, catalogue, cell, today)?;
    let explained = catalogue.explain(cell);
    page.heading("Proof: the rules that hold here; the last one decides")?;
    for step in &explained.proof {
        proof(page, step)?;
    }
    page.heading("Sources")?;
    for Cited { source, checked } in &explained.sources {
        page.text(2, &format!("{} (read {checked})", source.title))?;
        page.line(2, &source.url)?;
    }
    page.gap()?;
    let deployment = &catalogue.deployment(cell.deployment).id;
    page.line(0, &format!("{deployment} {}", catalogue.duty(cell.duty).id))?;
    let basis = match catalogue.ruling(cell).basis {
        Basis::Stated => "Stated by the service's own guide.",
        Basis::Follows => "Follows from the model.",
    };
    let asked = if catalogue.asked(cell, today) { "Asked." } else { "Not asked." };
    page.text(0, &format!("{basis} {asked} Rulings {}.", catalogue.content_version()))
}

fn reason(page: &mut Page<'_>, catalogue: &Catalogue, cell: Cell) -> io::Result<()> {
    let explained = catalogue.explain(cell);
    page.text(2, &format!("{} {}", explained.principle, explained.why))?;
    page.text(2, explained.stays.as_deref().unwrap_or_default())
}

fn belief(page: &mut Page<'_>, catalogue: &Catalogue, cell: Cell) -> io::Result<()> {
    match catalogue.explain(cell).misconception {
        Some(wrong) => page.text(
            2,
            &format!(
                "Often believed, but wrong: \u{201c}{}\u{201d} {}",
                wrong.belief, wrong.refutation
            ),
        ),
        None => Ok(()),
    }
}

fn contrast(page: &mut Page<'_>, catalogue: &Catalogue, cell: Cell, today: Date) -> io::Result<()> {
    let Some(contrast) = catalogue.contrast(cell, today) else { return Ok(()) };
    let there = contrast.cell;
    page.heading(if contrast.flips { "Contrast" } else { "Also" })?;
    let name = catalogue.deployment_name(there.deployment);
    page.text(2, &format!("{name}: {}.", verdict(catalogue, there)))?;
    page.text(2, &catalogue.explain(there).why)
}

fn proof(page: &mut Page<'_>, step: &ProofStep<'_>) -> io::Result<()> {
    let mut head = format!("{} rule: {}", step.level.as_str(), step.side);
    if let Some(owner) = step.owner {
        head.push_str(&format!(" ({owner})"));
    }
    for (setting, values) in &step.when {
        head.push_str(&format!("; {setting}: {}", values.join(" or ")));
    }
    page.text(2, &head)?;
    page.text(4, &step.why)?;
    if step.file.is_empty() {
        return Ok(());
    }
    page.line(4, &format!("{}:{}", step.file, step.line))
}

/// "docs.aws.amazon.com"
fn host(url: &str) -> &str {
    let rest = url.strip_prefix("https://").unwrap_or(url);
    rest.split('/').next().unwrap_or(rest)
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_what_stands_between_scheme_and_path() {
        assert_eq!(host("https://docs.aws.amazon.com/lambda/x.html"), "docs.aws.amazon.com");
        assert_eq!(host("https://aws.amazon.com"), "aws.amazon.com");
    }

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(capital("it is."), "It is.");
        assert_eq!(capital(""), "");
    }
}
