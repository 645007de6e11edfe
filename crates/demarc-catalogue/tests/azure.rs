//! The model holds for another provider: Azure's published matrix, cell by cell.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use std::fs;
use std::path::Path;

use demarc_catalogue::{Catalogue, Cell, Side, judge_dir};

const COLUMNS: [&str; 4] =
    ["workload.on-premises", "workload.iaas", "workload.paas", "workload.saas"];

/// The page's table: C the customer, M Microsoft, S both. Beside each row the duties it became.
const MATRIX: [(&str, &[&str], [char; 4]); 10] = [
    ("Customer data", &["customer-data"], ['C', 'C', 'C', 'C']),
    ("Configurations and settings", &["configurations"], ['C', 'C', 'C', 'C']),
    ("Identities and users", &["identities"], ['C', 'C', 'C', 'C']),
    ("Client devices", &["client-devices"], ['C', 'C', 'C', 'S']),
    ("Applications", &["applications.platform", "applications.own"], ['C', 'C', 'S', 'S']),
    ("Network controls", &["network-controls.run", "network-controls.rules"], ['C', 'C', 'S', 'M']),
    ("Operating system", &["operating-system"], ['C', 'C', 'M', 'M']),
    ("Physical hosts", &["physical-hosts"], ['C', 'M', 'M', 'M']),
    ("Physical network", &["physical-network"], ['C', 'M', 'M', 'M']),
    ("Physical datacenter", &["physical-datacenter"], ['C', 'M', 'M', 'M']),
];

/// Cells that the page gives to both sides without saying how they divide; never asked.
const LEFT_OUT: [(&str, &str); 1] = [("client-devices", "workload.saas")];

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/azure"))
}

fn azure() -> Catalogue {
    Catalogue::from_dir(folder()).unwrap()
}

fn cell(azure: &Catalogue, duty: &str, deployment: &str) -> Cell {
    Cell {
        deployment: azure.find_deployment(deployment).unwrap(),
        duty: azure.find_duty(duty).unwrap(),
    }
}

#[test]
fn every_cell_that_is_one_sides_is_ruled_so() {
    let azure = azure();
    let mut judged = 0;
    for (row, duties, sides) in MATRIX {
        for (column, side) in COLUMNS.into_iter().zip(sides) {
            let wanted = match side {
                'C' => Side::In,
                'M' => Side::Of,
                _ => continue,
            };
            judged += 1;
            for duty in duties {
                let ruled = azure.ruling(cell(&azure, duty, column)).side;
                assert_eq!(ruled, wanted, "{row}, {column}: {duty}");
            }
        }
    }
    assert_eq!(judged, 36, "the page gives 36 of its 40 cells to one side");
}

#[test]
fn every_cell_of_both_sides_is_split_in_two_or_left_out() {
    let azure = azure();
    let (mut split, mut left_out) = (0, 0);
    for (row, duties, sides) in MATRIX {
        for (column, _) in COLUMNS.into_iter().zip(sides).filter(|&(_, side)| side == 'S') {
            let cells: Vec<Cell> = duties.iter().map(|duty| cell(&azure, duty, column)).collect();
            if let [one] = cells.as_slice() {
                assert!(LEFT_OUT.contains(&(duties[0], column)), "{row}, {column}");
                assert!(!azure.asked(*one, azure.released()), "{row}, {column}");
                left_out += 1;
            } else {
                let sides: Vec<Side> = cells.iter().map(|&cell| azure.ruling(cell).side).collect();
                assert_eq!(sides, [Side::Of, Side::In], "{row}, {column}");
                split += 1;
            }
        }
    }
    assert_eq!((split, left_out), (3, LEFT_OUT.len()));
}

#[test]
fn the_matrix_has_no_problem_of_its_own() {
    let judged = judge_dir(folder(), None);
    assert!(judged.problems.list.is_empty(), "{}", judged.problems);
    assert_eq!((judged.counts.services, judged.counts.deployments), (1, 4));
    // Twelve duties in four columns, less the one cell left out.
    assert_eq!(judged.counts.asked, 47);
}

#[test]
fn the_line_rises_as_the_provider_takes_more() {
    let azure = azure();
    let positions =
        COLUMNS.map(|column| azure.line(azure.find_deployment(column).unwrap()).position);
    // Nothing on your floor; the hardware; then up to the network's filters and the application's
    // platform, with the rules between them as the one exception; then everything to the platform.
    assert_eq!(positions, [0, 3, 7, 7]);
}

#[test]
fn no_line_of_the_crates_code_names_a_provider() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            // Which folder of questions/ is shipped is said in this one place.
            if path.ends_with("shipped.rs") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            read += 1;
            let text = fs::read_to_string(&path).unwrap().to_lowercase();
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            for (at, line) in code.enumerate() {
                for name in ["aws", "amazon", "azure", "microsoft", "google"] {
                    let words = line.split(|letter: char| !letter.is_alphanumeric());
                    assert!(!words.into_iter().any(|word| word == name), "{path:?}, {at}: {line}");
                }
            }
        }
    }
    assert!(read > 20, "{read} files");
}
