//! What is true, from the command line: `check`, `catalogue`, `ruling`.

use std::fs;
use std::path::{Path, PathBuf};

use demarc_catalogue::{Cell, Date, Scope, Side, counts};
use serde_json::Value;

use crate::terminal::{Machine, Run, catalogue, finished};

const FIELDS: [&str; 16] = [
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

fn run(arguments: &[&str]) -> Run {
    finished(&mut Machine::new().bare(arguments), "")
}

fn questions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questions").canonicalize().unwrap()
}

fn copied(machine: &Machine) -> PathBuf {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            let to = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &to);
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
    }
    let folder = machine.path("content");
    copy(&questions(), &folder);
    folder
}

fn judged(folder: &Path) -> Run {
    run(&["check", folder.to_str().unwrap()])
}

#[test]
fn the_content_in_the_program_is_counted() {
    let (catalogue, found) = (catalogue(), run(&["check"]));
    let counted = counts(&catalogue, catalogue.released());
    let row = |name: &str| -> usize {
        let lines = found.out.lines().map(str::trim);
        let row = lines.filter_map(|line| line.split_once(' ')).find(|row| row.1.trim() == name);
        row.unwrap_or_else(|| panic!("{name} is not in {}", found.out)).0.parse().unwrap()
    };
    assert_eq!(row("services"), counted.services);
    assert_eq!(row("deployments"), counted.deployments);
    assert_eq!(row("duties"), counted.duties);
    assert_eq!(row("asked rulings"), counted.asked);
    assert_eq!(row("stated"), counted.stated);
    assert_eq!(row("sources"), counted.sources);
    assert_eq!(row("scenarios"), counted.scenarios);
    assert_eq!(row("misconceptions"), counted.misconceptions);
    assert_eq!(row("problems"), 0, "{}", found.err);
    assert_eq!((found.code, found.err.as_str()), (0, ""));
    assert_eq!(judged(&questions()).out, found.out);
}

#[test]
fn a_broken_folder_gets_every_problem_at_its_line() {
    let machine = Machine::new();
    let folder = copied(&machine);
    let lambda = folder.join("aws/services/lambda.toml");
    let text = fs::read_to_string(&lambda).unwrap();
    fs::write(&lambda, text.replacen("tile =", "tiel =", 1).replace("[[rule]]", "[[ruel]]"))
        .unwrap();
    fs::write(folder.join("aws/services/s3.toml"), "[[service\n").unwrap();
    let run = judged(&folder);
    assert_eq!(run.code, 3);
    for words in ["lambda.toml:", "tiel", "ruel", "s3.toml:1", "see the problems above"] {
        assert!(run.err.contains(words), "{words} is not in {}", run.err);
    }
    assert!(!run.out.contains("     0  problems") && run.out.contains("problems"), "{}", run.out);
}

#[test]
fn a_folder_that_is_none_is_bad_data_in_one_sentence() {
    let machine = Machine::new();
    let missing = judged(&machine.path("missing"));
    assert!(missing.complaint(3).contains("There is no folder"));
    let file = machine.path("file");
    fs::write(&file, "text").unwrap();
    assert!(judged(&file).complaint(3).contains("is not a folder"));
    let empty = judged(&machine.home());
    assert_eq!(empty.code, 3);
    assert!(empty.err.contains("holds no content"), "{}", empty.err);
}

#[test]
fn the_catalogue_has_every_ruling_in_both_formats() {
    let (catalogue, machine) = (catalogue(), Machine::new());
    let json = finished(&mut machine.bare(["catalogue", "--format", "json"]), "");
    let first = json.out.lines().nth(1).unwrap();
    let places = FIELDS.map(|field| first.find(&format!("\"{field}\":")).unwrap());
    assert!(places.is_sorted(), "{first}");
    let Value::Array(rows) = json.json() else { panic!("no array") };
    assert_eq!(rows.len(), catalogue.cells().count());

    let csv = finished(&mut machine.bare(["catalogue", "--format", "csv"]), "");
    assert_eq!((csv.code, csv.err.as_str()), (0, ""));
    let mut table = csv::Reader::from_reader(csv.out.as_bytes());
    assert_eq!(table.headers().unwrap().iter().collect::<Vec<_>>(), FIELDS);
    let records: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), rows.len());
    for ((cell, row), record) in catalogue.cells().zip(&rows).zip(&records) {
        let ruling = catalogue.ruling(cell);
        assert_eq!(row["deployment"], catalogue.deployment(cell.deployment).id.as_str());
        assert_eq!(row["duty"], catalogue.duty(cell.duty).id.as_str());
        assert_eq!(row["side"], ruling.side.as_str());
        assert_eq!(row["reason"], catalogue.explain(cell).why.as_str());
        for (field, text) in FIELDS.iter().zip(record) {
            // The order of settings is the service's in the text; a JSON object has none.
            let mut parts: Vec<&str> = text.split("; ").collect();
            if *field == "settings" {
                parts.sort_unstable();
            }
            assert_eq!(parts.join("; "), as_text(&row[*field]), "{field} of {row}");
        }
    }
}

/// A field as the CSV writes it; no shipped text begins like a formula.
fn as_text(field: &Value) -> String {
    match field {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(settings) => {
            let pair = |(name, value): (&String, &Value)| format!("{name}={}", as_text(value));
            settings.iter().map(pair).collect::<Vec<_>>().join("; ")
        }
        Value::Array(sources) => {
            let source = |source: &Value| {
                let part = |name| source[name].as_str().unwrap();
                part("checked").parse::<Date>().unwrap();
                format!("{} <{}> (checked {})", part("title"), part("url"), part("checked"))
            };
            sources.iter().map(source).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

#[test]
fn a_ruling_is_shown_with_its_proof() {
    let whole = run(&["ruling", "lambda.zip.auto", "runtime.apply", "--json"]).json();
    assert_eq!((&whole["side"], &whole["basis"]), (&"of".into(), &"stated".into()));
    let proof = whole["proof"].as_array().unwrap();
    let deciding: Vec<bool> = proof.iter().map(|step| step["decides"] == true).collect();
    assert_eq!(deciding.iter().filter(|&&decides| decides).count(), 1);
    assert_eq!(deciding.last(), Some(&true));
    let last = proof.last().unwrap();
    assert_eq!(last["file"], "questions/aws/services/lambda.toml");
    let line = usize::try_from(last["line"].as_u64().unwrap()).unwrap();
    let text = fs::read_to_string(questions().join("aws/services/lambda.toml")).unwrap();
    assert_eq!(text.lines().nth(line - 1), Some("[[rule]]"));

    let words = run(&["ruling", "lambda.zip.auto", "runtime.apply"]);
    assert_eq!((words.code, words.err.as_str()), (0, ""));
    let flat = words.flat();
    for part in [
        "It is OF the cloud, AWS does it.",
        whole["reason"].as_str().unwrap(),
        &format!("questions/aws/services/lambda.toml:{line}"),
        whole["sources"][0]["url"].as_str().unwrap(),
        "IN the cloud, you do it",
    ] {
        assert!(flat.contains(part), "{part} is not in {flat}");
    }
}

#[test]
fn an_unknown_name_is_wrong_usage_with_help() {
    let said = |deployment, duty| {
        let run = run(&["ruling", deployment, duty]);
        run.complaint(2).to_owned()
    };
    assert!(said("lambda.zip.atuo", "runtime.apply").contains("did you mean `lambda.zip.auto`?"));
    assert!(said("lambda", "runtime.apply").contains("`lambda.zip.auto`"));
    assert!(said("lambda.zip.auto", "runtime.aply").contains("did you mean `runtime.apply`?"));
    assert!(said("\x1b[2J", "runtime.apply").contains("There is no deployment"));
    assert!(!said("\x1b[2J", "runtime.apply").contains('\x1b'));
}

#[test]
fn a_page_a_service_is_written_as_markdown_with_every_duty_that_there_is() {
    let machine = Machine::new();
    let folder = machine.path("pages");
    let arguments = ["catalogue", "--format", "markdown", "-o", folder.to_str().unwrap()];
    assert_eq!(run(&arguments).code, 0);
    let catalogue = catalogue();
    for service in catalogue.services() {
        let page = fs::read_to_string(folder.join(format!("{}.md", service.id))).unwrap();
        for &deployment in &service.deployments {
            assert!(page.contains(&format!("\n## {}\n", catalogue.deployment_name(deployment))));
        }
        let rows = page.lines().filter(|line| line.starts_with("| ")).count();
        let there = catalogue.cells().filter(|cell| {
            service.deployments.contains(&cell.deployment)
                && catalogue.ruling(*cell).side != demarc_catalogue::Side::None
        });
        // Each deployment's table has a head.
        assert_eq!(rows, there.count() + service.deployments.len(), "{}", service.id);
    }
    let index = fs::read_to_string(folder.join("README.md")).unwrap();
    assert!(index.contains("(ec2.md)"));
}

#[test]
fn markdown_needs_a_folder_and_a_folder_that_can_be_written() {
    assert_eq!(run(&["catalogue", "--format", "markdown"]).code, 2);
    let machine = Machine::new();
    let file = machine.path("file");
    fs::write(&file, "").unwrap();
    let below = file.join("pages");
    let arguments = ["catalogue", "--format", "markdown", "-o", below.to_str().unwrap()];
    assert_eq!(run(&arguments).code, 1);
}

#[test]
fn a_report_says_what_to_write_next() {
    let run = run(&["check", "--report"]);
    assert_eq!(run.code, 0);
    for part in ["category", "by the level that decides them", "settings and the duties"] {
        assert!(run.out.contains(part), "{part} is missing");
    }
}

#[test]
fn a_release_is_accepted_once_every_ruling_that_moved_is_told() {
    let machine = Machine::new();
    let folder = copied(&machine);
    let table = folder.join("aws/released.tsv");
    let lambda = folder.join("aws/services/lambda.toml");
    let provider = folder.join("aws/provider.toml");
    let version = catalogue().content_version().to_owned();
    let release = |version: &str| run(&["check", folder.to_str().unwrap(), "--release", version]);
    fs::remove_file(&table).unwrap();
    let first = release(&version);
    assert_eq!((first.code, first.err.as_str()), (0, ""));
    let kept = fs::read_to_string(&table).unwrap();
    assert!(kept.contains(&format!("release\t{version}\t")), "{kept}");

    // A duty on which no rule of Lambda's own speaks, so that one may be added.
    let shipped = catalogue();
    let at = shipped.find_service("lambda").unwrap();
    let lambdas = &shipped.service(at).deployments;
    let own = |duty| {
        let mut rules = shipped.rules().iter();
        rules.any(|rule| rule.scope == Scope::Service(at) && rule.duties.contains(&duty))
    };
    let cell = |duty| Cell { deployment: lambdas[0], duty };
    let yours = |duty: &_| shipped.ruling(cell(*duty)).side == Side::In && !own(*duty);
    let duty = &shipped.duty(shipped.duty_ixs().find(yours).unwrap()).id;
    let text = fs::read_to_string(&lambda).unwrap();
    let source = text.split_once("[[source]]\nid = \"").unwrap().1.split_once('"').unwrap().0;
    let rule = format!(
        "\n[[rule]]\nduty = \"{duty}\"\nside = \"of\"\nwhy = \"It is a test.\"\n\
         cite = [{{ source = \"{source}\", checked = 2026-11-24 }}]\n"
    );
    fs::write(&lambda, text.clone() + &rule).unwrap();
    assert!(release("2").err.contains("The content calls itself"));
    assert!(release(&version).err.contains("give it a version"));
    let text = fs::read_to_string(&provider).unwrap();
    fs::write(&provider, text.replace(&format!("\"{version}\""), "\"9\"")).unwrap();
    let refused = release("9");
    let told = format!("`{duty}` in `lambda.image`: in, now of");
    assert_eq!(refused.code, 3);
    assert!(refused.err.contains(&told), "{}", refused.err);
    assert_eq!(fs::read_to_string(&table).unwrap(), kept, "nothing was written");
    let report = run(&["check", folder.to_str().unwrap(), "--report"]);
    assert!(report.out.contains(&told), "{}", report.out);

    let log =
        format!("### The line moved, rulings 9\n\n- `{duty}`, in to of: `lambda`. It is a test.\n");
    fs::write(machine.path("CHANGELOG.md"), log).unwrap();
    let accepted = release("9");
    assert_eq!((accepted.code, accepted.err.as_str()), (0, ""));
    assert!(accepted.out.contains("9 is released"), "{}", accepted.out);
    let moved = format!("{} rulings moved since {version}", lambdas.len());
    assert!(accepted.out.contains(&moved), "{}", accepted.out);
    assert_ne!(fs::read_to_string(&table).unwrap(), kept);
    assert_eq!(run(&["check", "--release", "9"]).code, 2, "only a folder is released");
}
