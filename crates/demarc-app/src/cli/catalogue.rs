//! `demarc catalogue`: every ruling, for scripts and spreadsheets.

use std::io::Write;
use std::path::Path;

use demarc_catalogue::{Catalogue, Cell, Date};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::args::Shape;
use super::failure::Failure;
use super::markdown;
use super::out::Out;

/// The fields, in their order.
const HEADER: [&str; 16] = [
    "provider",
    "service",
    "service_name",
    "category",
    "deployment",
    "deployment_name",
    "settings",
    "duty",
    "duty_text",
    "layer",
    "side",
    "asked",
    "basis",
    "reason",
    "misconception",
    "sources",
];

/// Prints every ruling, deployment by deployment.
pub(super) fn run(
    catalogue: &Catalogue,
    format: Shape,
    folder: Option<&Path>,
    today: Date,
    out: &mut Out,
) -> Result<(), Failure> {
    let rows = catalogue.cells().map(|cell| Row::of(catalogue, cell, today));
    match (format, folder) {
        (Shape::Json, _) => json(rows, out),
        (Shape::Csv, _) => csv(rows, out),
        (Shape::Markdown, Some(folder)) => markdown::run(catalogue, folder, today, out),
        (Shape::Markdown, None) => Err(Failure::usage("Name the folder: --output DIR.")),
    }
}

/// One object a line, in one array.
fn json<'c>(rows: impl Iterator<Item = Row<'c>>, out: &mut Out) -> Result<(), Failure> {
    let mut before = "[\n";
    for row in rows {
        out.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut *out, &row)?;
        before = ",\n";
    }
    Ok(writeln!(out, "\n]")?)
}

fn csv<'c>(rows: impl Iterator<Item = Row<'c>>, out: &mut Out) -> Result<(), Failure> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(HEADER)?;
    for row in rows {
        table.write_record(row.fields().map(|field| harmless(&field)))?;
    }
    Ok(table.flush()?)
}

/// A ruling as it is printed.
#[derive(Debug, serde::Serialize)]
pub(super) struct Row<'c> {
    provider: &'c str,
    service: &'c str,
    service_name: &'c str,
    category: &'c str,
    deployment: &'c str,
    deployment_name: &'c str,
    settings: Pairs<'c>,
    duty: &'c str,
    duty_text: String,
    layer: &'static str,
    side: &'static str,
    asked: bool,
    basis: &'static str,
    reason: String,
    misconception: Option<&'c str>,
    sources: Vec<Source<'c>>,
}

#[derive(Debug, serde::Serialize)]
struct Source<'c> {
    title: &'c str,
    url: &'c str,
    checked: Date,
}

/// Ids of settings and of their values, in the service's order.
#[derive(Debug)]
struct Pairs<'c>(Vec<(&'c str, &'c str)>);

impl Serialize for Pairs<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (setting, value) in &self.0 {
            map.serialize_entry(setting, value)?;
        }
        map.end()
    }
}

impl<'c> Row<'c> {
    /// The ruling of a cell.
    pub fn of(catalogue: &'c Catalogue, cell: Cell, today: Date) -> Row<'c> {
        let deployment = catalogue.deployment(cell.deployment);
        let service = catalogue.service_of(cell.deployment);
        let duty = catalogue.duty(cell.duty);
        let ruling = catalogue.ruling(cell);
        let explained = catalogue.explain(cell);
        let settings = deployment.set.iter().map(|chosen| {
            let setting = &service.settings[usize::from(chosen.setting)];
            (setting.id.as_str(), setting.values[usize::from(chosen.value)].id.as_str())
        });
        let sources = explained.sources.iter().map(|cited| Source {
            title: &cited.source.title,
            url: &cited.source.url,
            checked: cited.checked,
        });
        Row {
            provider: &catalogue.provider().id,
            service: &service.id,
            service_name: &service.name,
            category: &catalogue.categories()[service.category.index()].id,
            deployment: &deployment.id,
            deployment_name: catalogue.deployment_name(cell.deployment),
            settings: Pairs(settings.collect()),
            duty: &duty.id,
            duty_text: catalogue.prompt(cell),
            layer: duty.layer.id(),
            side: ruling.side.as_str(),
            asked: catalogue.asked(cell, today),
            basis: ruling.basis.as_str(),
            misconception: explained.misconception.map(|wrong| wrong.id.as_str()),
            sources: sources.collect(),
            reason: explained.why,
        }
    }

    fn fields(&self) -> [String; HEADER.len()] {
        let pairs = self.settings.0.iter().map(|(setting, value)| format!("{setting}={value}"));
        let sources = self.sources.iter().map(|source| {
            format!("{} <{}> (checked {})", source.title, source.url, source.checked)
        });
        [
            self.provider.to_owned(),
            self.service.to_owned(),
            self.service_name.to_owned(),
            self.category.to_owned(),
            self.deployment.to_owned(),
            self.deployment_name.to_owned(),
            pairs.collect::<Vec<_>>().join("; "),
            self.duty.to_owned(),
            self.duty_text.clone(),
            self.layer.to_owned(),
            self.side.to_owned(),
            self.asked.to_string(),
            self.basis.to_owned(),
            self.reason.clone(),
            self.misconception.unwrap_or_default().to_owned(),
            sources.collect::<Vec<_>>().join("; "),
        ]
    }
}

/// A field that no spreadsheet takes for a formula (OWASP, "CSV Injection").
fn harmless(field: &str) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{field}")
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text() {
        for formula in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("package=zip"), "package=zip");
        assert_eq!(harmless(""), "");
    }

    #[test]
    fn the_fields_of_both_formats_are_the_same_in_the_same_order() {
        let catalogue = Catalogue::shipped().unwrap();
        let cell = catalogue.cells().next().unwrap();
        let row = Row::of(&catalogue, cell, catalogue.released());
        let json = serde_json::to_string(&row).unwrap();
        let places: Vec<_> =
            HEADER.map(|name| json.find(&format!("\"{name}\":")).unwrap()).into_iter().collect();
        assert!(places.is_sorted(), "{json}");
        assert_eq!(row.fields().len(), HEADER.len());
    }
}
