//! `demarc choose`: what each way to meet a need leaves to you, or the list of needs.

use std::io::Write;

use demarc_catalogue::{Catalogue, Date, DutyIx, Instead, Layer, Subject, Way};

use super::explain;
use super::failure::Failure;
use super::names;
use super::out::Out;
use super::page::Page;

/// The layers' heads, from the data down.
const HEADS: [&str; 9] = ["data", "acc.", "app.", "net", "plat", "os", "virt", "hw", "fac."];

/// Prints every need: its id, its name, how many ways there are, and the fewest and most duties
/// that one of them leaves to you.
pub(super) fn list(catalogue: &Catalogue, today: Date, out: &mut Out) -> Result<(), Failure> {
    let width = |of: fn(&demarc_catalogue::Need) -> &str| {
        catalogue.needs().iter().map(|need| of(need).chars().count()).max().unwrap_or(0)
    };
    let (ids, names) = (width(|it| &it.id), width(|it| &it.name));
    for at in catalogue.need_ixs() {
        let (need, ways) = (catalogue.need(at), catalogue.ways(at, today));
        let yours = ways.iter().map(|way| way.yours.len());
        let (most, least) = (yours.clone().max().unwrap_or(0), yours.min().unwrap_or(0));
        let (id, name, ways) = (&need.id, &need.name, ways.len());
        let left = format!("{most} down to {least} duties yours");
        writeln!(out, "{id:<ids$}  {name:<names$}  {ways:>2} ways, {left}")?;
    }
    Ok(())
}

/// Prints the ways to meet a need, from most control to most taken off you.
pub(super) fn run(
    catalogue: &Catalogue,
    need: &str,
    today: Date,
    out: &mut Out,
) -> Result<(), Failure> {
    let at = names::need(catalogue, need)?;
    let need = catalogue.need(at);
    let ways = catalogue.ways(at, today);
    let mut page = Page::new(out);
    page.strong(&need.name)?;
    page.text(0, &need.text)?;
    page.text(0, &need.beside)?;
    page.gap()?;
    let heads: Vec<String> = HEADS.iter().map(|head| format!("{head:>5}")).collect();
    page.line(0, &format!("yours{} takes off  way", heads.concat()))?;
    for (index, way) in ways.iter().enumerate() {
        page.line(0, &row(catalogue, way, ways.first().filter(|_| index > 0)))?;
    }
    let Some(first) = ways.first() else { return Ok(()) };
    for way in &ways[1..] {
        page.heading(&name(catalogue, way.subject))?;
        let instead = way.instead_of(first);
        let provider = &catalogue.provider().name;
        duties(&mut page, catalogue, &format!("{provider} takes over"), &instead.taken_over)?;
        duties(&mut page, catalogue, "Falls away", &instead.falls_away)?;
        duties(&mut page, catalogue, "You do in addition", &instead.adds)?;
        if instead == Instead::default() {
            page.text(2, "The same duties are yours.")?;
        }
    }
    Ok(())
}

/// `   38    9    5    4    5|   0 ...         9  stack:rest-api-on-fargate`
fn row(catalogue: &Catalogue, way: &Way, first: Option<&Way>) -> String {
    let mut row = format!("{:>5}", way.yours.len());
    for layer in Layer::ALL.into_iter().rev() {
        let (yours, asked) = way.in_layer(catalogue, layer);
        let shown = if asked == 0 { "-".to_owned() } else { yours.to_string() };
        row.push_str(&match way.above[layer.index()] {
            share if share > 0.0 && share < 1.0 => format!("{:>5}", format!("|{shown}")),
            _ => format!("{shown:>5}"),
        });
    }
    let less = first.map(|first| way.instead_of(first).taken_off().to_string());
    row.push_str(&format!(" {:>9}  ", less.unwrap_or_default()));
    row.push_str(&name(catalogue, way.subject));
    row
}

fn name(catalogue: &Catalogue, subject: Subject) -> String {
    match subject {
        Subject::Deployment(at) => explain::short_name(catalogue, at),
        Subject::Stack(at) => catalogue.stacks()[at.index()].name.clone(),
    }
}

/// "AWS takes over (3 duties): Apply OS updates, ..."; nothing for no duties.
fn duties(
    page: &mut Page<'_>,
    catalogue: &Catalogue,
    head: &str,
    duties: &[DutyIx],
) -> Result<(), Failure> {
    if duties.is_empty() {
        return Ok(());
    }
    let labels: Vec<&str> =
        duties.iter().rev().map(|duty| catalogue.duty(*duty).label.as_str()).collect();
    let many =
        if duties.len() == 1 { "1 duty".to_owned() } else { format!("{} duties", duties.len()) };
    Ok(page.text(2, &format!("{head} ({many}): {}.", labels.join(", ")))?)
}
