//! The catalogue moves on, and the log stays what it was.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;
#[path = "../../demarc-catalogue/tests/small/mod.rs"]
mod small;

use std::path::PathBuf;
use std::sync::Arc;

use common::{NOW, answer_all, rng};
use demarc_catalogue::{Catalogue, Cell, Side, SourceFile};
use demarc_study::{Choice, Confidence, InsightFilter, Plan, Range, Said, Settings, Study};

struct Learner {
    _dir: tempfile::TempDir,
    file: PathBuf,
}

impl Learner {
    /// Someone who answered every cell of a catalogue right, once.
    fn of(files: Vec<SourceFile>) -> Learner {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("progress.sqlite3");
        let learner = Learner { _dir: dir, file };
        let mut study = learner.under(files);
        let plan = Plan::Choice(Choice { length: 1_000, ..Choice::default() });
        study.start(&plan, NOW, &mut rng(1)).unwrap();
        answer_all(&mut study, NOW, |_| true);
        study.end(NOW).unwrap();
        learner
    }

    fn under(&self, files: Vec<SourceFile>) -> Study {
        let catalogue = Arc::new(Catalogue::from_files(files).unwrap());
        Study::open(catalogue, &self.file, NOW).unwrap()
    }
}

const NOW_YOURS: &str = r#"
[[rule]]
duty = "runtime.apply"
side = "in"
when = { updates = "auto" }
why = "From this year on it is yours."
cite = [{ source = "fn-runtimes", checked = 2026-11-20 }]
"#;

fn cell(study: &Study, deployment: &str, duty: &str) -> Cell {
    small::cell(study.catalogue(), deployment, duty)
}

#[test]
fn a_ruling_that_changed_is_said_and_asked_first_and_starts_fresh() {
    let learner = Learner::of(small::files());
    let mut study = learner.under(small::added("services/fn.toml", NOW_YOURS));
    let changed = cell(&study, "fn.zip.auto", "runtime.apply");
    let [told] = &study.changed_rulings(NOW)[..] else { panic!("one ruling changed") };
    assert_eq!((told.cell, told.then, told.now), (changed, Side::Of, Side::In));
    assert_eq!(study.today(NOW).changed.len(), 1);
    assert_eq!(study.record(changed).memory, None);
    assert_eq!(study.record(changed).answers[0].ruling, Side::Of);
    assert!(study.record(changed).answers[0].right, "it was right then");

    let later = NOW.plus_days(10);
    assert_eq!(study.due(later)[0], changed);
    study.start(&Plan::Due { limit: 3 }, later, &mut rng(1)).unwrap();
    assert_eq!(study.session().unwrap().items[0].cell, changed);
    let marked = study.answer(Said::In, Confidence::Sure, 0, later).unwrap();
    assert_eq!((marked.right, marked.changed_from), (true, Some(Side::Of)));
    assert_eq!(marked.next_due, Some(2), "as if met for the first time");
    assert!(study.changed_rulings(later).is_empty());
    assert_eq!(study.record(changed).seen, 2);
}

#[test]
fn a_ruling_that_changed_back_needs_no_second_look() {
    let learner = Learner::of(small::files());
    drop(learner.under(small::added("services/fn.toml", NOW_YOURS)));
    let study = learner.under(small::files());
    assert!(study.changed_rulings(NOW).is_empty());
    assert!(study.record(cell(&study, "fn.zip.auto", "runtime.apply")).memory.is_some());
}

#[test]
fn answers_about_what_is_gone_stay_counted_and_are_not_asked() {
    let learner = Learner::of(small::files());
    let before = learner.under(small::files()).stats(NOW);
    let image = r#"[[deployment]]
id = "fn.image"
short = "image"
set = { package = "image" }
words = { os = "the image's operating system" }
"#;
    let rule = r#"[[rule]]
duty = ["os.apply", "runtime.apply"]
side = "in"
when = { package = "image" }
why = "{os} came with the image you built."
cite = [{ source = "fn-runtimes", checked = 2026-11-20 }]"#;
    let mut files = small::changed("services/fn.toml", image, "");
    small::change(&mut files, "services/fn.toml", rule, "");
    let mut study = learner.under(files);
    let stats = study.stats(NOW);
    assert_eq!((stats.answers, &stats.sessions), (before.answers, &before.sessions));
    assert!(stats.mastery.met < before.mastery.met && stats.mastery.met == stats.mastery.of);
    let all = study.insights(NOW, Range::All, &InsightFilter::All);
    assert_eq!(all.answers, before.answers);
    let report = study.report(study.sessions()[0].id).unwrap();
    assert!(report.items.iter().any(|it| it.cell.is_none() && it.deployment == "fn.image"));
    let later = NOW.plus_days(100);
    assert_eq!(study.due(later).len(), stats.mastery.met);
    assert_eq!(
        study.start(&Plan::Due { limit: 99 }, later, &mut rng(1)).unwrap(),
        stats.mastery.met
    );
    let mut csv = Vec::new();
    study.export_csv(&mut csv).unwrap();
    assert!(String::from_utf8(csv).unwrap().contains("fn.image"));
    drop(study);
    assert_eq!(learner.under(small::files()).stats(NOW).mastery.met, before.mastery.met);
}

#[test]
fn a_duty_that_was_renamed_is_remembered_under_its_new_name() {
    let mut before = small::changed("duties.toml", "was = \"runtime.patch\"\n", "");
    for file in &mut before {
        file.text = file.text.replace("runtime.apply", "runtime.patch").into();
    }
    let learner = Learner::of(before);
    drop(learner.under(small::files()));
    let cards = rusqlite::Connection::open(&learner.file).unwrap();
    let count = |name: &str| -> i64 {
        let count = "SELECT count(*) FROM card WHERE duty = ?";
        cards.query_row(count, [name], |row| row.get(0)).unwrap()
    };
    assert_eq!(count("runtime.patch"), 0);
    assert!(count("runtime.apply") > 0);
    let study = learner.under(small::files());
    let renamed = cell(&study, "fn.zip.auto", "runtime.apply");
    assert_eq!(study.record(renamed).seen, 1);
    assert!(study.record(renamed).memory.is_some());
    let mut csv = Vec::new();
    study.export_csv(&mut csv).unwrap();
    assert!(
        String::from_utf8(csv).unwrap().contains("runtime.patch"),
        "the log keeps the old name"
    );
}

#[test]
fn a_remembered_choice_forgets_what_is_gone_and_follows_what_was_renamed() {
    let mut before = small::changed("duties.toml", "was = \"runtime.patch\"\n", "");
    for file in &mut before {
        file.text = file.text.replace("runtime.apply", "runtime.patch").into();
    }
    let learner = Learner::of(before.clone());
    let mut study = learner.under(before);
    let ids = |ids: &[&str]| ids.iter().map(|&id| id.to_owned()).collect::<Vec<String>>();
    let choice = Choice {
        services: ids(&["fn", "long gone"]),
        duties: ids(&["runtime.patch"]),
        length: 7,
        ..Choice::default()
    };
    assert!(study.matching(&choice, NOW).is_err(), "it is said where it is asked for");
    let settings = Settings { choice, ..Settings::default() };
    study.set_settings(settings, NOW).unwrap();
    drop(study);
    let study = learner.under(small::files());
    let kept = &study.settings().choice;
    assert_eq!((&kept.services, &kept.duties), (&ids(&["fn"]), &ids(&["runtime.apply"])));
    assert_eq!(kept.length, 7);
    assert_eq!(study.matching(kept, NOW).unwrap().len(), 3);
}

#[test]
fn a_deployment_that_ended_is_not_asked() {
    let learner = Learner::of(small::files());
    let study = learner.under(small::changed(
        "services/fn.toml",
        "short = \"image\"\n",
        "short = \"image\"\nuntil = 2026-12-01\n",
    ));
    let image = study.catalogue().find_deployment("fn.image").unwrap();
    let due = |days| study.due(NOW.plus_days(days)).iter().any(|it| it.deployment == image);
    assert!(due(5) && !due(30));
}

#[test]
fn a_session_loses_the_questions_that_no_longer_stand() {
    let learner = Learner::of(small::files());
    let mut study = learner.under(small::files());
    let plan = Plan::Choice(Choice { length: 1_000, ..Choice::default() });
    let planned = study.start(&plan, NOW, &mut rng(1)).unwrap();
    let first = study.session().unwrap().items[0].cell;
    study.answer(common::right(&study), Confidence::Likely, 0, NOW).unwrap();
    drop(study);
    let mut study = learner.under(small::changed(
        "services/fn.toml",
        "short = \"image\"\n",
        "short = \"image\"\nuntil = 2026-01-01\n",
    ));
    assert!(study.resume(NOW));
    let session = study.session().unwrap();
    assert!(session.items.len() < planned);
    assert_eq!((session.items[0].cell, session.position, session.answered()), (first, 1, 1));
    answer_all(&mut study, NOW, |_| true);
    assert!(study.end(NOW).unwrap().is_some());
}

#[test]
fn a_new_version_of_the_content_is_marked_where_it_was_first_used() {
    let learner = Learner::of(small::files());
    let marks =
        |study: &Study| study.insights(NOW.plus_days(3), Range::All, &InsightFilter::All).versions;
    assert!(marks(&learner.under(small::files())).is_empty());
    let newer = small::changed("provider.toml", "version = \"1\"", "version = \"2\"");
    let mut study = learner.under(newer);
    assert!(marks(&study).is_empty(), "nothing was asked with it yet");
    for day in 1..3 {
        let now = NOW.plus_days(day);
        study.start(&Plan::Mixed { count: 2 }, now, &mut rng(1)).unwrap();
        answer_all(&mut study, now, |_| true);
        study.finish(now).unwrap();
    }
    let marks = marks(&study);
    assert_eq!(marks.len(), 1);
    assert_eq!((marks[0].version.as_str(), marks[0].day), ("2", NOW.day().plus(1)));
    let scores = study.insights(NOW.plus_days(3), Range::All, &InsightFilter::All).scores;
    assert_eq!(marks[0].session, scores[1].session);
}
