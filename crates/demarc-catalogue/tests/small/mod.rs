//! A small cloud of our own, and how to plant faults in it.

#![allow(dead_code, reason = "not every test needs all of it")]

use demarc_catalogue::{Catalogue, Cell, SourceFile};

const FILES: [(&str, &str); 8] = [
    ("classes.toml", include_str!("classes.toml")),
    ("duties.toml", include_str!("duties.toml")),
    ("lessons.toml", include_str!("lessons.toml")),
    ("provider.toml", include_str!("provider.toml")),
    ("questions.toml", include_str!("questions.toml")),
    ("services/fn.toml", include_str!("services/fn.toml")),
    ("services/nimbus.toml", include_str!("services/nimbus.toml")),
    ("services/vm.toml", include_str!("services/vm.toml")),
];

/// The files of the small cloud, without a fault.
pub fn files() -> Vec<SourceFile> {
    FILES.iter().map(|&(path, text)| SourceFile::new(path, text)).collect()
}

/// The files with one piece of one file changed; the piece stands there exactly once.
pub fn changed(path: &str, from: &str, to: &str) -> Vec<SourceFile> {
    let mut files = files();
    change(&mut files, path, from, to);
    files
}

/// Changes one piece of one file; the piece stands there exactly once.
pub fn change(files: &mut [SourceFile], path: &str, from: &str, to: &str) {
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    assert_eq!(file.text.matches(from).count(), 1, "`{from}` stands once in {path}");
    file.text = file.text.replace(from, to).into();
}

/// The files with more written at the end of one.
pub fn added(path: &str, more: &str) -> Vec<SourceFile> {
    let mut files = files();
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    file.text = format!("{}\n{more}", file.text).into();
    files
}

/// The small cloud, loaded.
pub fn catalogue() -> Catalogue {
    Catalogue::from_files(files()).unwrap()
}

/// A cell by its ids.
pub fn cell(catalogue: &Catalogue, deployment: &str, duty: &str) -> Cell {
    Cell {
        deployment: catalogue.find_deployment(deployment).unwrap(),
        duty: catalogue.find_duty(duty).unwrap(),
    }
}
