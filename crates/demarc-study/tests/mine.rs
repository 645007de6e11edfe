//! What is the learner's own: flags, notes, settings, exports, and the right to have it all gone.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{NOW, answer_all, catalogue, rng, wrong};
use demarc_catalogue::Cell;
use demarc_study::{Choice, Confidence, Moment, Plan, Settings, Study, Theme, newest_good_backup};
use serde_json::Value;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("progress.sqlite3")
    }

    fn open(&self) -> Study {
        Study::open(catalogue(), &self.file(), NOW).unwrap()
    }
}

/// A learner with answers, an undo, a flag, a note and settings.
fn practised(folder: &Folder) -> (Study, Cell) {
    let mut study = folder.open();
    study.start(&Plan::Mixed { count: 6 }, NOW, &mut rng(1)).unwrap();
    let cell = study.session().unwrap().items[0].cell;
    let said = wrong(&study);
    study.answer(said, Confidence::Sure, 90_000, NOW).unwrap();
    study.undo(NOW).unwrap();
    answer_all(&mut study, NOW, |number| number != 2);
    study.end(NOW).unwrap();
    study.flag(cell, "Is this so?", NOW).unwrap();
    study.set_note(cell, "Mine: look at the guide.", NOW).unwrap();
    let settings = Settings { theme: Theme::Dark, daily_new: 7, ..Settings::default() };
    study.set_settings(settings, NOW).unwrap();
    (study, cell)
}

fn json(study: &Study) -> Value {
    let mut out = Vec::new();
    study.export_json(&mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

#[test]
fn flags_notes_and_settings_are_there_after_a_restart() {
    let folder = Folder::new();
    let (study, cell) = practised(&folder);
    drop(study);
    let mut study = folder.open();
    assert_eq!(study.flagged(cell).unwrap().note, "Is this so?");
    assert_eq!(study.flags().len(), 1);
    assert_eq!(study.note(cell), Some("Mine: look at the guide."));
    assert_eq!((study.settings().theme, study.settings().daily_new), (Theme::Dark, 7));
    study.flag(cell, "Still?", NOW).unwrap();
    study.set_note(cell, "", NOW).unwrap();
    drop(study);
    let mut study = folder.open();
    assert_eq!(study.flagged(cell).unwrap().note, "Still?");
    assert_eq!(study.note(cell), None);
    study.unflag(cell).unwrap();
    drop(study);
    assert_eq!(folder.open().flagged(cell), None);
}

#[test]
fn text_is_kept_byte_for_byte_whatever_it_is() {
    let folder = Folder::new();
    let (mut study, cell) = practised(&folder);
    for text in [
        "'); DROP TABLE answer; --",
        "nul\0inside",
        "\u{202e}evil",
        "🙂\r\n\t",
        &"x".repeat(1 << 20),
    ] {
        study.set_note(cell, text, NOW).unwrap();
        study.flag(cell, text, NOW).unwrap();
        drop(study);
        study = folder.open();
        assert_eq!(study.note(cell), Some(text));
        assert_eq!(study.flagged(cell).unwrap().note, text);
    }
}

#[test]
fn the_last_choice_is_remembered() {
    let folder = Folder::new();
    let mut study = folder.open();
    let choice = Choice { services: vec!["lambda".to_owned()], length: 25, ..Choice::default() };
    let settings = Settings {
        choice: choice.clone(),
        window: Some((900.0, 600.0)),
        ..study.settings().clone()
    };
    study.set_settings(settings, NOW).unwrap();
    drop(study);
    let study = folder.open();
    assert_eq!(study.settings().choice, choice);
    assert_eq!(study.settings().window, Some((900.0, 600.0)));
}

#[test]
fn the_json_export_has_everything() {
    let folder = Folder::new();
    let (study, cell) = practised(&folder);
    let all = json(&study);
    let stats = study.stats(NOW);
    let answers = all["answers"].as_array().unwrap();
    assert_eq!(answers.len(), stats.answers + 1);
    assert_eq!(answers[0]["retracted"], true);
    assert_eq!(answers[0]["took_ms"], 60_000, "more does not count as thinking");
    assert_eq!(answers[0]["content_version"], study.catalogue().content_version());
    assert_eq!(all["retractions"][0]["answer"], answers[0]["id"]);
    assert_eq!(all["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(all["sessions"][0]["items"].as_array().unwrap().len(), 6);
    assert_eq!(all["cards"].as_array().unwrap().len(), 6);
    assert_eq!(all["flags"][0]["note"], "Is this so?");
    assert_eq!(all["notes"][0]["text"], "Mine: look at the guide.");
    assert_eq!(all["settings"]["daily_new"], 7);
    let id = &study.catalogue().deployment(cell.deployment).id;
    assert_eq!(all["flags"][0]["deployment"], *id);
}

#[test]
fn the_csv_export_has_a_line_for_each_answer() {
    let folder = Folder::new();
    let (study, _) = practised(&folder);
    let mut out = Vec::new();
    study.export_csv(&mut out).unwrap();
    let mut table = csv::Reader::from_reader(&out[..]);
    let heads = table.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    let column = |name: &str| heads.iter().position(|it| it == name).unwrap();
    assert_eq!(rows.len(), study.stats(NOW).answers + 1);
    let retracted = rows.iter().filter(|row| &row[column("retracted")] == "true");
    assert_eq!(retracted.count(), 1);
    assert_eq!(&rows[0][column("time")], "2026-11-24T09:00:00.000+01:00");
    assert_eq!(&rows[0][column("confidence")], "sure");
    let formula = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    assert!(!rows.iter().flatten().any(formula));
}

#[test]
fn figures_for_scripts_have_the_names_that_scripts_know() {
    let folder = Folder::new();
    let (study, _) = practised(&folder);
    let stats = serde_json::to_value(study.stats(NOW)).unwrap();
    let names: Vec<&str> = stats.as_object().unwrap().keys().map(String::as_str).collect();
    let known = [
        "answers",
        "calibration",
        "due",
        "guess_corrected",
        "lessons",
        "lessons_done",
        "mastery",
        "score",
        "sessions",
    ];
    assert_eq!(names, known);
    assert_eq!(stats["answers"], 7);
    let session: Vec<&str> =
        stats["sessions"][0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(session, ["guess_corrected", "id", "questions", "right", "score", "started"]);
    assert_eq!(stats["sessions"][0]["questions"], 6);
    let share = |value: &Value| (value.as_f64().unwrap() * 1e6).round() / 1e6;
    assert_eq!(share(&stats["score"]), 0.833333);
    assert_eq!(share(&stats["guess_corrected"]), 0.666667);
    assert_eq!(stats["mastery"]["met"], 6);
}

fn every_byte(dir: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bytes.extend(every_byte(&path));
        } else {
            bytes.extend(fs::read(path).unwrap());
        }
    }
    bytes
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|it| it == text.as_bytes())
}

#[test]
fn everything_can_be_forgotten_and_no_byte_of_it_stays() {
    let folder = Folder::new();
    let (mut study, cell) = practised(&folder);
    study.backup(NOW).unwrap();
    fs::write(folder.0.path().join("backups").join("mine.txt"), "not Demarc's").unwrap();
    for name in ["progress.aside-2026-11-24.sqlite3", "progress.sqlite3-wal.orphan-5"] {
        fs::write(folder.0.path().join(name), "look at the guide").unwrap();
    }
    fs::write(folder.0.path().join("progress.txt"), "not Demarc's either").unwrap();
    study.start(&Plan::Mixed { count: 3 }, NOW, &mut rng(3)).unwrap();
    let id = study.catalogue().deployment(cell.deployment).id.clone();
    assert!(
        holds(&every_byte(folder.0.path()), "Is this so?")
            && holds(&every_byte(folder.0.path()), &id)
    );

    study.delete_all(NOW).unwrap();
    let gone = |study: &Study| {
        assert_eq!(study.stats(NOW), Study::in_memory(catalogue(), NOW).stats(NOW));
        assert_eq!(study.settings(), &Settings::default());
        assert!(study.session().is_none() && study.resumable().is_none());
        assert_eq!((study.flagged(cell), study.note(cell)), (None, None));
    };
    gone(&study);
    let left = every_byte(folder.0.path());
    for text in ["Is this so?", "look at the guide", &id] {
        assert!(!holds(&left, text), "{text}");
    }
    assert!(holds(&left, "not Demarc's either"), "what is not ours stays");
    assert!(folder.0.path().join("backups").join("mine.txt").exists());
    drop(study);
    let mut study = folder.open();
    gone(&study);
    assert_eq!(study.start(&Plan::Mixed { count: 3 }, NOW, &mut rng(3)).unwrap(), 3);
}

#[test]
fn a_backup_is_made_on_exit_only_if_something_changed() {
    let folder = Folder::new();
    let (mut study, _) = practised(&folder);
    let first = study.backup_if_changed(NOW).unwrap().unwrap();
    assert_eq!(study.backup_if_changed(NOW).unwrap(), None);
    drop(study);
    let mut study = folder.open();
    assert_eq!(study.backup_if_changed(NOW).unwrap(), None);
    let stats = study.stats(NOW);
    drop(study);
    let restored = Folder::new();
    fs::copy(first, restored.file()).unwrap();
    assert_eq!(restored.open().stats(NOW), stats);
}

#[test]
fn the_newest_good_backup_is_found_past_damaged_newer_and_foreign_ones() {
    let folder = Folder::new();
    let (mut study, _) = practised(&folder);
    assert_eq!(newest_good_backup(&folder.file()), None);
    let good = study.backup(NOW).unwrap();
    let later: Vec<PathBuf> = (1..4).map(|day| study.backup(NOW.plus_days(day)).unwrap()).collect();
    drop(study);
    assert_eq!(newest_good_backup(&folder.file()).as_ref(), later.last());
    let whole = fs::read(&later[0]).unwrap();
    fs::write(&later[0], &whole[..whole.len() / 2]).unwrap();
    fs::write(&later[1], "not a database").unwrap();
    let newer = rusqlite::Connection::open(&later[2]).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    assert_eq!(newest_good_backup(&folder.file()), Some(good));
}

#[test]
fn a_report_says_what_the_ruling_is_why_and_what_the_learner_thinks() {
    let folder = Folder::new();
    let (study, cell) = practised(&folder);
    let text = study.report_text(cell);
    let catalogue = study.catalogue();
    let why = catalogue.explain(cell);
    for part in [
        catalogue.deployment_name(cell.deployment),
        &catalogue.prompt(cell),
        &catalogue.deployment(cell.deployment).id,
        &catalogue.duty(cell.duty).id,
        catalogue.content_version(),
        &why.why,
        &why.sources[0].source.url,
        &why.sources[0].checked.to_string(),
        "decides",
        "Note: Is this so?",
        "Note: Mine: look at the guide.",
    ] {
        assert!(text.contains(part), "{part}\n\n{text}");
    }
}

#[test]
fn a_clock_in_the_past_or_far_ahead_stops_nothing() {
    let folder = Folder::new();
    let mut study = folder.open();
    for years in [0, -56, 10, 200, -1] {
        let now = NOW.plus_days(years * 365);
        study.start(&Plan::Mixed { count: 3 }, now, &mut rng(1)).unwrap();
        answer_all(&mut study, now, |number| number != 1);
        assert!(study.end(now).unwrap().is_some());
        let today = study.today(now);
        assert!(today.streak.days <= 3, "{:?}", today.streak);
        assert!(today.mastery.known.is_none_or(|it| it.low <= it.share && it.share <= it.high));
    }
    assert!(!study.due(NOW.plus_days(1)).is_empty());
    let wild = Moment::new(i64::MAX, i32::MIN);
    let _ = (study.today(wild), study.stats(wild), study.due(wild));
}
