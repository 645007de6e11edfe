//! Content on disk: which folder is meant, and what is said when it cannot be read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod small;

use std::fs;
use std::path::Path;

use demarc_catalogue::{Catalogue, judge_dir};
use tempfile::TempDir;

/// Writes the small cloud into a folder.
fn write(folder: &Path) {
    for file in small::files() {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file.text.as_bytes()).unwrap();
    }
}

/// The one problem with a folder: where, and what.
fn refused(folder: &Path) -> (String, String) {
    let problems = Catalogue::from_dir(folder).unwrap_err();
    let shown = problems.to_string();
    let first = problems.list.first().unwrap_or_else(|| panic!("{shown}"));
    assert!(shown.contains(&first.file), "{shown}");
    assert!(!judge_dir(folder, None).is_good());
    (first.file.clone(), first.message.clone())
}

#[test]
fn a_providers_folder_and_the_folder_above_it_are_the_same() {
    let dir = TempDir::new().unwrap();
    write(&dir.path().join("nimbus"));
    for folder in [dir.path().to_owned(), dir.path().join("nimbus")] {
        let catalogue = Catalogue::from_dir(&folder).unwrap();
        assert_eq!(catalogue.deployments().len(), 5);
        assert!(catalogue.files()[0].path.ends_with("classes.toml"));
        assert!(judge_dir(&folder, None).problems.list.is_empty());
    }
}

#[test]
fn of_several_providers_one_must_be_named() {
    let dir = TempDir::new().unwrap();
    write(&dir.path().join("cumulus"));
    write(&dir.path().join("nimbus"));
    let problems = Catalogue::from_dir(dir.path()).unwrap_err();
    let [problem] = problems.list.as_slice() else { panic!("{problems}") };
    assert_eq!(problem.message, "this folder holds several providers");
    let help = problem.help.as_deref().unwrap();
    assert!(help.contains("cumulus") && help.contains("nimbus"), "{help}");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let dir = TempDir::new().unwrap();
    let missing = dir.path().join("nowhere");
    let (file, message) = refused(&missing);
    assert_eq!(file, missing.display().to_string());
    assert!(message.starts_with("this cannot be read: "), "{message}");
}

#[test]
fn a_file_instead_of_a_folder_is_refused() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("questions");
    fs::write(&file, "no folder").unwrap();
    assert!(refused(&file).1.starts_with("this cannot be read: "));
}

#[test]
fn a_folder_without_content_is_refused() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("README.md"), "no data").unwrap();
    assert_eq!(refused(dir.path()).1, "this folder holds no content");
}

#[test]
fn a_file_that_is_no_text_is_refused_with_the_faults_of_the_others() {
    let dir = TempDir::new().unwrap();
    write(dir.path());
    fs::write(dir.path().join("services/planted.toml"), [0x69, 0xff, 0xfe]).unwrap();
    fs::write(dir.path().join("services/wrong.toml"), "[[rul]]\n").unwrap();
    let problems = Catalogue::from_dir(dir.path()).unwrap_err();
    let messages: Vec<_> = problems.list.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["this file is not UTF-8 text", "there is no kind of table `rul`"]);
}
