//! `demarc catalogue --format markdown`: a page a service, to read and to review.

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;

use demarc_catalogue::{Catalogue, Cell, Date, DeploymentIx, Layer, Service, ServiceIx, Side};

use super::failure::Failure;
use super::out::Out;

/// Writes the pages into a folder, and an index beside them.
pub(super) fn run(
    catalogue: &Catalogue,
    folder: &Path,
    today: Date,
    out: &mut Out,
) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::failed(format!("{} could not be written: {error}.", folder.display()))
    };
    fs::create_dir_all(folder).map_err(failed)?;
    let mut pages = 0;
    for service in catalogue.service_ixs() {
        let name = format!("{}.md", catalogue.service(service).id);
        fs::write(folder.join(name), page(catalogue, service, today)).map_err(failed)?;
        pages += 1;
    }
    fs::write(folder.join("README.md"), index(catalogue)).map_err(failed)?;
    writeln!(out, "{pages} pages in {}", folder.display())?;
    Ok(())
}

fn index(catalogue: &Catalogue) -> String {
    let mut text = format!("# Rulings {}\n", catalogue.content_version());
    for (at, category) in catalogue.categories().iter().enumerate() {
        let here = |service: &&Service| service.category.index() == at;
        let services: Vec<_> = catalogue.services().iter().filter(here).collect();
        if services.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n## {}\n", category.name);
        for service in services {
            let count = service.deployments.len();
            let _ = writeln!(
                text,
                "- [{}]({}.md), {count} ways to set it up",
                service.name, service.id
            );
        }
    }
    text
}

fn page(catalogue: &Catalogue, at: ServiceIx, today: Date) -> String {
    let service = catalogue.service(at);
    let mut text = format!("# {}\n", service.name);
    for &deployment in &service.deployments {
        let tags = catalogue.tags(deployment);
        let tags: Vec<String> =
            tags.iter().map(|tag| format!("{}: {}", tag.setting, tag.value)).collect();
        let title = catalogue.deployment_name(deployment);
        let _ = writeln!(text, "\n## {title}\n");
        if !tags.is_empty() {
            let _ = writeln!(text, "{}\n", tags.join("; "));
        }
        stack(catalogue, deployment, &mut text);
        duties(catalogue, deployment, today, &mut text);
    }
    text
}

/// The layers from the top, with the line where it runs.
fn stack(catalogue: &Catalogue, deployment: DeploymentIx, text: &mut String) {
    let line = catalogue.line(deployment);
    let duties: Vec<_> = catalogue.duty_ixs().collect();
    let _ = writeln!(text, "```");
    let mut drawn = false;
    for layer in Layer::ALL.iter().rev() {
        let of_layer = |duty: &&_| catalogue.duty(**duty).layer == *layer;
        let top = duties.iter().rposition(|duty| of_layer(&duty)).map_or(0, |at| at + 1);
        let words = catalogue.layer_words(deployment, *layer).unwrap_or_default();
        if !drawn && top <= line.position {
            let _ = writeln!(
                text,
                "======== the line: above it you, below it {} ========",
                catalogue.provider().name
            );
            drawn = true;
        }
        let mark = if line.divided == Some(*layer) { "  (divided by the line)" } else { "" };
        let _ = writeln!(text, "{:<18} {words}{mark}", layer.name());
    }
    if !drawn {
        let _ = writeln!(text, "======== the line ========");
    }
    let _ = writeln!(text, "```\n");
    if !line.exceptions.is_empty() {
        let names: Vec<&str> =
            line.exceptions.iter().map(|&duty| catalogue.duty(duty).label.as_str()).collect();
        let _ = writeln!(text, "Across the line: {}.\n", names.join(", "));
    }
}

/// The duties that there are, from the top of the stack, with reason and sources.
fn duties(catalogue: &Catalogue, deployment: DeploymentIx, today: Date, text: &mut String) {
    let _ = writeln!(text, "| duty | side | why | sources |\n|---|---|---|---|");
    for duty in catalogue.duty_ixs().rev() {
        let cell = Cell { deployment, duty };
        let ruling = catalogue.ruling(cell);
        if ruling.side == Side::None {
            continue;
        }
        let explained = catalogue.explain(cell);
        let sources: Vec<String> = explained
            .sources
            .iter()
            .map(|cited| {
                format!("[{}]({}) {}", cited.source.title, cited.source.url, cited.checked)
            })
            .collect();
        let side = match (ruling.side, ruling.owner.as_deref()) {
            (Side::Other, Some(owner)) => owner.to_owned(),
            (side, _) if catalogue.asked(cell, today) => side.as_str().to_uppercase(),
            (side, _) => format!("{} (not asked)", side.as_str().to_uppercase()),
        };
        let stays = explained.stays.map(|stays| format!(" {stays}")).unwrap_or_default();
        let _ = writeln!(
            text,
            "| {} | {side} | **{}** {}{stays} | {} |",
            cell_text(&catalogue.prompt(cell)),
            cell_text(&explained.principle),
            cell_text(&explained.why),
            sources.join("; ")
        );
    }
}

/// Text that stays within its cell of a table.
fn cell_text(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
