//! Reads a folder of content from disk.

use std::fs;
use std::path::{Path, PathBuf};

use crate::place::SourceFile;
use crate::problem::Problem;

/// The file by which a provider's folder is known.
const PROVIDER: &str = "provider.toml";

/// What a folder holds, and what could not be read of it.
#[derive(Default)]
pub(crate) struct Folder {
    pub(crate) files: Vec<SourceFile>,
    pub(crate) problems: Vec<Problem>,
}

impl Folder {
    /// Every `.toml` file of a provider's folder; the folder above it does if it holds only one.
    pub(crate) fn read(dir: &Path) -> Folder {
        let mut folder = Folder::default();
        if let Some(home) = folder.home(dir) {
            folder.gather(&home);
        }
        if folder.files.is_empty() && folder.problems.is_empty() {
            folder.problems.push(
                Problem::whole(shown(dir), "this folder holds no content")
                    .help("content is written in files that end in .toml"),
            );
        }
        folder
    }

    fn home(&mut self, dir: &Path) -> Option<PathBuf> {
        if dir.join(PROVIDER).is_file() {
            return Some(dir.to_owned());
        }
        let mut inner = self.entries(dir);
        inner.retain(|path| path.join(PROVIDER).is_file());
        if inner.len() > 1 {
            let names: Vec<String> = inner.iter().map(|path| shown(path)).collect();
            self.problems.push(
                Problem::whole(shown(dir), "this folder holds several providers")
                    .help(format!("name one of them: {}", names.join(", "))),
            );
            return None;
        }
        if !self.problems.is_empty() {
            return None;
        }
        Some(inner.pop().unwrap_or_else(|| dir.to_owned()))
    }

    fn gather(&mut self, dir: &Path) {
        for path in self.entries(dir) {
            if path.is_dir() {
                self.gather(&path);
            } else if path.extension().is_some_and(|end| end == "toml") {
                self.file(&path);
            }
        }
    }

    fn file(&mut self, path: &Path) {
        match fs::read(path).map(String::from_utf8) {
            Ok(Ok(text)) => self.files.push(SourceFile::new(shown(path), text)),
            Ok(Err(_)) => {
                self.problems.push(Problem::whole(shown(path), "this file is not UTF-8 text"));
            }
            Err(error) => self.unreadable(path, &error),
        }
    }

    fn entries(&mut self, dir: &Path) -> Vec<PathBuf> {
        let mut paths = Vec::new();
        match fs::read_dir(dir) {
            Ok(listed) => {
                for entry in listed {
                    match entry {
                        Ok(entry) => paths.push(entry.path()),
                        Err(error) => self.unreadable(dir, &error),
                    }
                }
            }
            Err(error) => self.unreadable(dir, &error),
        }
        paths.sort();
        paths
    }

    fn unreadable(&mut self, path: &Path, error: &std::io::Error) {
        self.problems.push(Problem::whole(shown(path), format!("this cannot be read: {error}")));
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
