//! What stands at the path of the database, and what is said about it. Nothing is ever harmed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{NOW, answer_all, catalogue, rng};
use demarc_study::{LessonSaid, Plan, Said, StoreError, Study};
use rusqlite::Connection;

struct Folder {
    _dir: tempfile::TempDir,
    file: PathBuf,
}

impl Folder {
    fn new() -> Folder {
        let dir = tempfile::tempdir().unwrap();
        // Characters that mean something in a URI, and a space and a picture.
        let file = dir.path().join("da ta?#%41🙂").join("progress.sqlite3");
        Folder { _dir: dir, file }
    }

    fn with_file(bytes: &[u8]) -> Folder {
        let folder = Folder::new();
        fs::create_dir_all(folder.dir()).unwrap();
        fs::write(&folder.file, bytes).unwrap();
        folder
    }

    fn practised() -> Folder {
        let folder = Folder::new();
        let mut study = folder.open().unwrap();
        study.start(&Plan::Mixed { count: 10 }, NOW, &mut rng(1)).unwrap();
        answer_all(&mut study, NOW, |number| number % 3 > 0);
        study.end(NOW).unwrap();
        folder
    }

    fn dir(&self) -> &Path {
        self.file.parent().unwrap()
    }

    fn open(&self) -> Result<Study, StoreError> {
        Study::open(catalogue(), &self.file, NOW)
    }

    fn read(&self) -> Result<Study, StoreError> {
        Study::open_read_only(catalogue(), &self.file, NOW)
    }

    /// Every file of the folder but the lock, with its bytes, its mode, and when it was changed.
    fn state(&self) -> Vec<(PathBuf, Vec<u8>, fs::Permissions, std::time::SystemTime)> {
        let mut state: Vec<_> = fs::read_dir(self.dir())
            .unwrap()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().unwrap().is_file() && entry.file_name() != "lock")
            .map(|entry| {
                let (path, meta) = (entry.path(), entry.metadata().unwrap());
                let bytes = fs::read(&path).unwrap();
                (path, bytes, meta.permissions(), meta.modified().unwrap())
            })
            .collect();
        state.sort_by(|a, b| a.0.cmp(&b.0));
        state
    }

    /// Opening fails both ways, says why, and changes nothing at all.
    fn is_refused(&self, says: &str, expected: impl Fn(&StoreError) -> bool) {
        let before = self.state();
        for (how, opened) in [("write", self.open()), ("read", self.read())] {
            let error = opened.map(drop).unwrap_err();
            assert!(expected(&error), "{how}: {error:?}");
            let said = error.to_string();
            assert!(said.contains(says), "{how}: {said}");
            assert!(!said.contains('\n') && said.ends_with('.'), "one sentence: {said}");
            assert_eq!(self.state(), before, "{how}");
        }
    }
}

fn set(file: &Path, pragma: &str, value: i64) {
    Connection::open(file).unwrap().pragma_update(None, pragma, value).unwrap();
}

#[test]
fn a_first_start_makes_the_folder_and_the_file() {
    let folder = Folder::new();
    let study = folder.open().unwrap();
    assert!(study.writable());
    assert_eq!(study.file().unwrap().file_name(), folder.file.file_name());
    assert_eq!(study.stats(NOW).answers, 0);
    drop(study);
    let names: Vec<String> = folder
        .state()
        .iter()
        .map(|it| it.0.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names, ["progress.sqlite3"]);
    assert!(folder.dir().join("lock").is_file());
}

#[test]
fn what_was_learned_is_there_after_a_restart() {
    let folder = Folder::practised();
    let study = folder.open().unwrap();
    let stats = study.stats(NOW);
    assert!(stats.answers > 10);
    assert_eq!(stats.sessions.len(), 1);
    assert_eq!((stats.sessions[0].questions, stats.sessions[0].right), (10, 6));
    assert_eq!(stats.mastery.met, 10);
    assert_eq!(study.due(NOW.plus_days(3)).len(), 10);
    assert!(study.resumable().is_none());
}

#[test]
fn an_empty_file_counts_as_new() {
    let folder = Folder::with_file(b"");
    assert_eq!(folder.read().unwrap().stats(NOW).answers, 0);
    assert_eq!(folder.state()[0].1, b"");
    assert!(folder.open().unwrap().writable());
}

#[test]
fn reading_where_nothing_is_finds_nothing_and_makes_nothing() {
    let folder = Folder::new();
    let study = folder.read().unwrap();
    assert!(!study.writable());
    assert_eq!(study.stats(NOW).answers, 0);
    assert!(!folder.dir().exists());
}

#[test]
fn a_newer_file_is_refused_with_both_formats_and_its_path() {
    let folder = Folder::practised();
    set(&folder.file, "user_version", 7);
    folder.is_refused("format 7, this one knows up to 4", |error| {
        matches!(error, StoreError::TooNew { found: 7, known: 4, path } if path.ends_with("progress.sqlite3"))
    });
}

#[test]
fn another_programs_database_is_refused() {
    let folder = Folder::with_file(b"");
    Connection::open(&folder.file)
        .unwrap()
        .execute_batch("CREATE TABLE bookmarks (url TEXT)")
        .unwrap();
    folder.is_refused("another program's database", |it| matches!(it, StoreError::Foreign { .. }));
    set(&folder.file, "application_id", 0x1234);
    folder.is_refused("another program's database", |it| matches!(it, StoreError::Foreign { .. }));
}

#[test]
fn texts_pictures_and_other_files_are_refused() {
    for (bytes, says) in [
        (&b"Dear diary,\n"[..], "a text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"PK\x03\x04...", "an archive"),
        (b"\0\x01\x02\x03", "another kind of file"),
    ] {
        Folder::with_file(bytes).is_refused(says, |it| matches!(it, StoreError::Foreign { .. }));
    }
}

#[test]
fn a_folder_in_its_place_is_refused() {
    let folder = Folder::new();
    fs::create_dir_all(&folder.file).unwrap();
    folder.is_refused("is a folder, not a file", |it| matches!(it, StoreError::NotAFile { .. }));
}

#[cfg(unix)]
#[test]
fn a_broken_link_is_refused_and_a_good_one_followed() {
    let folder = Folder::new();
    fs::create_dir_all(folder.dir()).unwrap();
    std::os::unix::fs::symlink("nowhere", &folder.file).unwrap();
    folder.is_refused("a link to something", |it| matches!(it, StoreError::NotAFile { .. }));

    let real = Folder::practised();
    fs::remove_file(&folder.file).unwrap();
    std::os::unix::fs::symlink(&real.file, &folder.file).unwrap();
    let study = folder.open().unwrap();
    assert_eq!(study.stats(NOW).mastery.met, 10);
    assert!(matches!(real.open(), Err(StoreError::Locked { .. })));
}

#[test]
fn a_file_cut_short_is_damaged_and_stays_as_it_is() {
    let folder = Folder::practised();
    let whole = fs::read(&folder.file).unwrap();
    for length in [40, 99, 4_096, whole.len() / 2, whole.len() - 4_096] {
        fs::write(&folder.file, &whole[..length]).unwrap();
        folder.is_refused("is damaged", |it| matches!(it, StoreError::Damaged { .. }));
    }
}

#[test]
fn flipped_bytes_never_panic_and_never_change_the_file() {
    use rand::RngExt;
    let folder = Folder::practised();
    let whole = fs::read(&folder.file).unwrap();
    let mut damaged = 0;
    for seed in 0..300 {
        let mut rng = rng(seed);
        let mut bytes = whole.clone();
        for _ in 0..rng.random_range(1..=64) {
            let at = rng.random_range(0..bytes.len());
            bytes[at] ^= rng.random_range(1..=255_u8);
        }
        fs::write(&folder.file, &bytes).unwrap();
        // Bytes that nothing uses may be anything.
        if let Err(error) = folder.read().map(drop) {
            damaged += 1;
            assert!(!matches!(error, StoreError::Locked { .. } | StoreError::ReadOnly { .. }));
        }
        assert_eq!(fs::read(&folder.file).unwrap(), bytes);
        if folder.open().map(drop).is_err() {
            assert_eq!(fs::read(&folder.file).unwrap(), bytes);
        }
    }
    assert!(damaged > 100, "{damaged} of 300 were noticed");
}

#[test]
fn a_page_of_zeros_is_damage() {
    let folder = Folder::practised();
    let whole = fs::read(&folder.file).unwrap();
    let pages = whole.len() / 4_096;
    let noticed = (1..pages).filter(|page| {
        let mut bytes = whole.clone();
        bytes[page * 4_096..(page + 1) * 4_096].fill(0);
        fs::write(&folder.file, &bytes).unwrap();
        matches!(folder.open(), Err(StoreError::Damaged { .. }))
    });
    assert_eq!(noticed.count(), pages - 1);
}

#[test]
fn one_writes_and_the_second_is_told_who_while_readers_read() {
    let folder = Folder::practised();
    let mut writer = folder.open().unwrap();
    let second = folder.open().map(drop).unwrap_err();
    assert!(matches!(second, StoreError::Locked { pid: Some(pid) } if pid == std::process::id()));
    assert!(second.to_string().contains(&format!("process {}", std::process::id())));
    let met = |study: &Study| study.stats(NOW).answers;
    let before = met(&folder.read().unwrap());
    writer.start(&Plan::Mixed { count: 3 }, NOW, &mut rng(2)).unwrap();
    answer_all(&mut writer, NOW, |_| true);
    assert_eq!(met(&folder.read().unwrap()), before + 3);
    drop(writer);
    assert!(folder.open().unwrap().writable());
}

#[test]
fn reading_leaves_nothing_behind() {
    let folder = Folder::practised();
    let before = folder.state();
    folder.read().unwrap();
    assert_eq!(folder.state(), before);
}

#[test]
fn what_is_only_read_cannot_be_changed() {
    let folder = Folder::practised();
    let mut study = folder.read().unwrap();
    let cell = study.due(NOW.plus_days(9))[0];
    assert!(study.start(&Plan::Mixed { count: 3 }, NOW, &mut rng(1)).is_err());
    assert!(study.flag(cell, "doubt", NOW).is_err());
    assert!(study.set_note(cell, "mine", NOW).is_err());
    assert!(study.delete_all(NOW).is_err());
    assert!(study.rebuild(NOW).is_err());
    assert!(study.backup(NOW).is_err());
    let lesson = study.next_lesson().unwrap();
    for said in [LessonSaid::Side(Said::In), LessonSaid::Choice(0)] {
        assert!(study.answer_lesson(lesson, 0, said, 0, NOW, &mut rng(1)).is_err());
    }
    assert_eq!((study.flagged(cell), study.note(cell)), (None, None));
}

#[cfg(unix)]
mod modes {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn only_the_owner_may_look() {
        let folder = Folder::practised();
        let mut study = folder.open().unwrap();
        let backup = study.backup(NOW).unwrap();
        assert_eq!(mode(folder.dir()), 0o700);
        assert_eq!(mode(backup.parent().unwrap()), 0o700);
        assert_eq!(mode(&backup), 0o600);
        study.start(&Plan::Mixed { count: 1 }, NOW, &mut rng(1)).unwrap();
        for (path, ..) in folder.state() {
            assert_eq!(mode(&path), 0o600, "{path:?}");
        }
    }

    #[test]
    fn a_read_only_file_is_read_and_not_written() {
        let folder = Folder::practised();
        set_mode(&folder.file, 0o444);
        let before = folder.state();
        let refused = folder.open().map(drop).unwrap_err();
        assert!(
            matches!(&refused, StoreError::ReadOnly { path } if path.ends_with("progress.sqlite3"))
        );
        assert_eq!(folder.read().unwrap().stats(NOW).mastery.met, 10);
        assert_eq!(folder.state(), before);
    }

    #[test]
    fn a_read_only_folder_is_read_and_not_written() {
        let folder = Folder::practised();
        set_mode(folder.dir(), 0o500);
        let before = folder.state();
        let refused = folder.open().map(drop).unwrap_err();
        assert!(matches!(&refused, StoreError::ReadOnly { path } if path.is_dir()), "{refused:?}");
        assert_eq!(folder.read().unwrap().stats(NOW).mastery.met, 10);
        assert_eq!(folder.state(), before);
        set_mode(folder.dir(), 0o700);
    }

    #[test]
    fn a_read_only_folder_without_progress_cannot_be_used() {
        let folder = Folder::new();
        fs::create_dir_all(folder.dir()).unwrap();
        set_mode(folder.dir(), 0o500);
        assert!(matches!(folder.open(), Err(StoreError::Unwritable { .. })));
        assert_eq!(folder.read().unwrap().stats(NOW).answers, 0);
        set_mode(folder.dir(), 0o700);
    }

    #[test]
    fn what_a_crash_left_in_the_log_is_read_in_a_read_only_folder_too() {
        let folder = Folder::practised();
        let mut writer = folder.open().unwrap();
        writer.start(&Plan::Mixed { count: 3 }, NOW, &mut rng(2)).unwrap();
        answer_all(&mut writer, NOW, |_| true);
        let answers = writer.stats(NOW).answers;
        let crashed = Folder::new();
        fs::create_dir_all(crashed.dir()).unwrap();
        for name in ["progress.sqlite3", "progress.sqlite3-wal"] {
            fs::copy(folder.dir().join(name), crashed.dir().join(name)).unwrap();
        }
        drop(writer);
        set_mode(crashed.dir(), 0o500);
        let before = crashed.state();
        assert_eq!(crashed.read().unwrap().stats(NOW).answers, answers);
        assert_eq!(crashed.state(), before);
        set_mode(crashed.dir(), 0o700);
        assert_eq!(crashed.open().unwrap().stats(NOW).answers, answers);
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = Folder::with_file(b"");
    let inside_a_file = folder.file.join("deeper").join("progress.sqlite3");
    let error = Study::open(catalogue(), &inside_a_file, NOW).map(drop).unwrap_err();
    assert!(error.to_string().contains("deeper"), "{error}");
    assert_eq!(folder.state().len(), 1);
}
