//! Rulings move only on purpose: what is otherwise than in the last release is named in CHANGELOG.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod small;

use std::fs;
use std::path::Path;

use demarc_catalogue::{Catalogue, Kind, MovedWords, Released, Side, SourceFile, untold};
use small::{added, cell, change, changed};

/// A folder's file, from the root of the repository.
fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::read_to_string(root.join(path)).unwrap()
}

fn loaded(files: Vec<SourceFile>) -> Catalogue {
    Catalogue::from_files(files).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn every_ruling_that_moved_since_the_last_release_is_named_in_the_changelog() {
    let catalogue = loaded(demarc_catalogue::shipped::files());
    let released: Released = read("questions/aws/released.tsv").parse().unwrap();
    let changes = catalogue.changes_since(&released);
    let said = untold(&catalogue, &released, &changes, &read("CHANGELOG.md"));
    assert!(said.is_empty(), "{}", said.join("\n"));
}

/// The small cloud with a later version, and what is said of it beside the release before.
fn said(mut files: Vec<SourceFile>, changelog: &str) -> Vec<String> {
    change(&mut files, "provider.toml", "version = \"1\"", "version = \"2\"");
    let catalogue = loaded(files);
    let released = Released::of(&small::catalogue());
    untold(&catalogue, &released, &catalogue.changes_since(&released), changelog)
}

const NOW_YOURS: &str = r#"
[[rule]]
duty = "runtime.apply"
side = "in"
when = { updates = "auto" }
why = "From this year on it is yours."
cite = [{ source = "fn-runtimes", checked = 2026-11-20 }]
"#;

#[test]
fn what_is_kept_of_a_release_is_read_back_the_same() {
    for catalogue in [small::catalogue(), Catalogue::shipped().unwrap()] {
        let kept = Released::of(&catalogue);
        assert_eq!(kept.to_string().parse::<Released>().unwrap(), kept);
        let changes = catalogue.changes_since(&kept);
        assert!(changes.moved.is_empty() && changes.gone.is_empty(), "{changes:?}");
    }
    for (text, line) in [("", 1), ("release\t1\tsoon\n", 1), ("# a note\nfn\tmaybe\ta b\n", 2)] {
        assert_eq!(text.parse::<Released>().unwrap_err().line, line, "{text:?}");
    }
    let kept = Released::of(&small::catalogue()).to_string();
    let duties = kept.lines().find(|line| line.starts_with("duty\t")).unwrap();
    for less in ["", "duty\tos.apply"] {
        let text = kept.replace(duties, less);
        let refused = text.parse::<Released>().unwrap_err().to_string();
        assert!(refused.contains("duties"), "what is not compared could move: {refused}");
    }
}

#[test]
fn a_ruling_that_moves_must_be_named_with_a_reason() {
    let moved = || added("services/fn.toml", NOW_YOURS);
    let [told] = &said(moved(), "")[..] else { panic!("one ruling moved") };
    assert!(told.contains("`runtime.apply` in `fn.zip.auto`: of, now in"), "{told}");
    let log = |entry: &str| {
        let text = format!("# Log\n\n### The line moved, rulings 2\n\n{entry}\n\n## [1]\n- old\n");
        said(moved(), &text)
    };
    let good = "- `runtime.apply`, of to in: `fn.zip.auto`. The guide\n  says so: since 2026.";
    assert_eq!(log(good), Vec::<String>::new());
    assert_eq!(log("- `runtime.apply`, of to in: `fn`. The guide says so."), Vec::<String>::new());
    assert_eq!(log("- `runtime.apply`, of to in: `fn.zip.auto`.").len(), 2, "no reason is given");
    assert_eq!(log("- `runtime.apply`, in to of: `fn.zip.auto`. It says so.").len(), 2);
    let more = format!("{good}\n- `os.apply`, of to in: `vm`, `fn`. It did not.");
    assert_eq!(log(&more).len(), 2, "what did not move is not named");
    let elsewhere = format!("### The line moved, rulings 1\n{good}\n");
    assert_eq!(said(moved(), &elsewhere).len(), 1, "another version's entry does not count");
}

#[test]
fn a_new_deployment_is_no_change_but_needs_a_version_of_its_own() {
    let mut before = changed("services/fn.toml", FN_IMAGE, "");
    change(&mut before, "services/fn.toml", FN_IMAGE_RULE, "");
    let released = Released::of(&loaded(before));
    let catalogue = small::catalogue();
    let changes = catalogue.changes_since(&released);
    assert!(changes.moved.is_empty() && changes.gone.is_empty(), "{changes:?}");
    let [same] = &untold(&catalogue, &released, &changes, "")[..] else { panic!("one is missing") };
    assert!(same.contains("give it a version"), "{same}");
}

const FN_IMAGE: &str = r#"[[deployment]]
id = "fn.image"
short = "image"
set = { package = "image" }
words = { os = "the image's operating system" }
"#;
const FN_IMAGE_RULE: &str = r#"[[rule]]
duty = ["os.apply", "runtime.apply"]
side = "in"
when = { package = "image" }
why = "{os} came with the image you built."
cite = [{ source = "fn-runtimes", checked = 2026-11-20 }]"#;

#[test]
fn an_id_retires_only_by_was() {
    let mut files = changed("services/fn.toml", FN_IMAGE, "");
    change(&mut files, "services/fn.toml", FN_IMAGE_RULE, "");
    let [gone] = &said(files, "")[..] else { panic!("one id is gone") };
    assert!(gone.contains("deployment `fn.image`") && gone.contains("`was"), "{gone}");
    let id = "id = \"fn.image\"\n";
    let named = changed("services/fn.toml", id, "id = \"fn.docker\"\nwas = \"fn.image\"\n");
    assert_eq!(said(named, ""), Vec::<String>::new());
    let renamed = changed("services/fn.toml", id, "id = \"fn.docker\"\n");
    assert_eq!(said(renamed, "").len(), 1);
}

#[test]
fn a_question_of_a_lesson_retires_only_by_was() {
    let released = Released::of(&small::catalogue());
    let lessons = released.to_string();
    let row = lessons.lines().find_map(|line| line.strip_prefix("question\t")).unwrap();
    let (lesson, question) = row.split(' ').next().unwrap().split_once('/').unwrap();
    assert!(small::catalogue().find_lesson(lesson).is_some());
    let id = format!("id = \"{question}\"\n");
    let renamed = changed("lessons.toml", &id, "id = \"anew\"\n");
    let [gone] = &said(renamed, "")[..] else { panic!("one id is gone") };
    assert!(gone.contains(&format!("question `{lesson}/{question}`")), "{gone}");
    let named = changed("lessons.toml", &id, &format!("id = \"anew\"\nwas = \"{question}\"\n"));
    assert_eq!(said(named, ""), Vec::<String>::new());
}

#[test]
fn a_need_retires_only_by_was() {
    let renamed = changed("questions.toml", "id = \"answer\"\n", "id = \"reply\"\n");
    let [gone] = &said(renamed, "")[..] else { panic!("one id is gone") };
    assert!(gone.contains("need `answer`"), "{gone}");
    let named = "id = \"reply\"\nwas = \"answer\"\n";
    let files = changed("questions.toml", "id = \"answer\"\n", named);
    let catalogue = loaded(files.clone());
    assert_eq!(catalogue.find_need("answer"), catalogue.find_need("reply"));
    assert_eq!(said(files, ""), Vec::<String>::new());
}

#[test]
fn what_moved_is_told_under_the_names_of_today() {
    let released = Released::of(&small::catalogue());
    let mut files = added("services/fn.toml", NOW_YOURS);
    let id = "id = \"fn.zip.auto\"\n";
    change(&mut files, "services/fn.toml", id, "id = \"fn.zip.self\"\nwas = \"fn.zip.auto\"\n");
    for file in files.iter_mut().filter(|file| !file.path.starts_with("services/")) {
        file.text = file.text.replace("fn.zip.auto", "fn.zip.self").into();
    }
    let catalogue = loaded(files);
    let changes = catalogue.changes_since(&released);
    let [moved] = changes.moved[..] else { panic!("one ruling moved: {changes:?}") };
    assert_eq!(moved.cell, cell(&catalogue, "fn.zip.self", "runtime.apply"));
    assert_eq!((moved.was, moved.is), (Side::Of, Side::In));
    let words = MovedWords(&catalogue, moved).to_string();
    assert_eq!(words, "`runtime.apply` in `fn.zip.self`: of, now in");
    assert_eq!(Kind::Deployment.as_str(), "deployment");
}
