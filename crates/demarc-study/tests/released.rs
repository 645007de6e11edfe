//! Someone who learned from released content opens the content of today.
//!
//! The file was written under the rulings of 2026.11, with 400 of them met in one session.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use common::{NOW, rng};
use demarc_catalogue::{Catalogue, Cell, Level, SourceFile, shipped};
use demarc_study::{Confidence, Moment, Plan, Said, Study};

const LATER: Moment = NOW.plus_days(40);

struct Learner {
    _dir: tempfile::TempDir,
    file: PathBuf,
}

impl Learner {
    fn new() -> Learner {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("progress.sqlite3");
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
        std::fs::copy(kept.join("rulings-2026.11.sqlite3"), &file).unwrap();
        Learner { _dir: dir, file }
    }

    fn under(&self, files: Vec<SourceFile>) -> Study {
        let catalogue = Catalogue::from_files(files).unwrap_or_else(|error| panic!("{error}"));
        Study::open(Arc::new(catalogue), &self.file, LATER).unwrap()
    }

    /// For each deployment and duty in the log the ruling that held at its last answer.
    fn learned(&self) -> BTreeMap<(String, String), String> {
        let file = rusqlite::Connection::open(&self.file).unwrap();
        let mut rows =
            file.prepare("SELECT deployment, duty, ruling FROM answer ORDER BY seq").unwrap();
        let rows =
            rows.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get::<_, String>(2)?)));
        rows.unwrap().map(Result::unwrap).collect()
    }
}

/// What should be told: each cell that is asked and whose ruling is not the one that was learned.
fn moved(study: &Study, learner: &Learner) -> Vec<(Cell, String)> {
    let catalogue = study.catalogue();
    let mut moved: Vec<(Cell, String)> = Vec::new();
    for ((deployment, duty), then) in learner.learned() {
        let cell = Cell {
            deployment: catalogue.find_deployment(&deployment).expect("no deployment is lost"),
            duty: catalogue.find_duty(&duty).expect("no duty is lost"),
        };
        let asked = catalogue.asked(cell, LATER.day().date());
        if asked && catalogue.ruling(cell).side.as_str() != then {
            moved.push((cell, then));
        }
    }
    moved.sort();
    moved
}

fn told(study: &Study) -> Vec<(Cell, String)> {
    let changed = study.changed_rulings(LATER);
    changed.iter().map(|it| (it.cell, it.then.as_str().to_owned())).collect()
}

#[test]
fn what_was_learned_of_released_content_is_kept_and_what_moved_since_is_told() {
    let learner = Learner::new();
    let study = learner.under(shipped::files());
    assert_eq!(study.stats(LATER).answers, 457);
    let moved = moved(&study, &learner);
    assert_eq!(told(&study), moved);
    let today = study.today(LATER);
    assert_eq!(today.changed.len(), moved.len());
    let first: Vec<Cell> = study.due(LATER).into_iter().take(moved.len()).collect();
    assert!(moved.iter().all(|(cell, _)| first.contains(cell)), "they are asked first");
    assert!(learner.learned().len() == 400 && study.stats(LATER).mastery.met >= 350);
}

/// Today's content, and a rule by which a duty that was learned falls to the other side.
fn with_a_rule(study: &Study, learner: &Learner) -> (Vec<SourceFile>, String, String) {
    let catalogue = study.catalogue();
    for ((deployment, duty), _) in learner.learned() {
        let cell = Cell {
            deployment: catalogue.find_deployment(&deployment).unwrap(),
            duty: catalogue.find_duty(&duty).unwrap(),
        };
        let ruling = catalogue.ruling(cell);
        let service = catalogue.service_of(cell.deployment);
        let own = catalogue.rules().iter().any(|rule| {
            rule.duties.contains(&cell.duty)
                && rule.scope
                    == demarc_catalogue::Scope::Service(
                        catalogue.deployment(cell.deployment).service,
                    )
        });
        let path = format!("questions/aws/services/{}.toml", service.id);
        let mut files = shipped::files();
        let file = files.iter_mut().find(|file| file.path == path);
        let (Some(file), Some(side), false, Level::Class | Level::Provider) =
            (file, ruling.side.opposite(), own, ruling.level)
        else {
            continue;
        };
        let source = catalogue.explain(cell).sources[0].source.id.clone();
        file.text = format!(
            "{}\n[[rule]]\nduty = \"{duty}\"\nside = \"{side}\"\nwhy = \"For a test.\"\ncite = [{{ source = \
             \"{source}\", checked = 2026-11-24 }}]\n",
            file.text
        )
        .into();
        return (files, service.id.clone(), duty);
    }
    panic!("nothing learned is ruled by a class");
}

#[test]
fn a_ruling_that_moves_in_the_shipped_content_is_told_asked_first_and_starts_fresh() {
    let learner = Learner::new();
    let before = learner.under(shipped::files());
    let (files, service, duty) = with_a_rule(&before, &learner);
    let old = told(&before).len();
    drop(before);
    let mut study = learner.under(files);
    let moved = moved(&study, &learner);
    assert_eq!(told(&study), moved);
    assert!(moved.len() > old);
    let catalogue = Arc::clone(study.catalogue());
    let (cell, then) = moved
        .iter()
        .find(|(cell, _)| {
            catalogue.service_of(cell.deployment).id == service
                && catalogue.duty(cell.duty).id == duty
        })
        .unwrap();
    assert_eq!(study.record(*cell).memory, None, "the score starts fresh");
    assert!(study.record(*cell).answers.iter().all(|answer| answer.ruling.as_str() == then));
    study.start(&Plan::Due { limit: moved.len() }, LATER, &mut rng(1)).unwrap();
    let items: Vec<Cell> = study.session().unwrap().items.iter().map(|item| item.cell).collect();
    assert!(items.contains(cell));
    while study.session().unwrap().item().unwrap().cell != *cell {
        study.skip(LATER).unwrap();
    }
    let said = Said::right_for(catalogue.ruling(*cell).side).unwrap();
    let marked = study.answer(said, Confidence::Sure, 0, LATER).unwrap();
    assert!(marked.right && marked.changed_from.is_some_and(|side| side.as_str() == then));
    assert_eq!(told(&study).len(), moved.len() - 1, "it is told once");
}
