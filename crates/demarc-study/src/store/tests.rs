//! The store from inside: what every connection promises, migrations, a full disk.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::*;
use crate::store::flag::FlagRow;

const NOW: Moment = Moment::new(1_795_507_200_000, 60);
/// The shipped steps and one more.
const NEXT: &[&str] = &[
    schema::STEPS[0],
    schema::STEPS[1],
    schema::STEPS[2],
    schema::STEPS[3],
    "ALTER TABLE flag ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
     CREATE TABLE track (id TEXT NOT NULL PRIMARY KEY) STRICT;",
];

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("progress.sqlite3")
    }

    fn open(&self, steps: &[&str]) -> Result<Store, StoreError> {
        Store::open_with(&self.file(), NOW, steps)
    }
}

fn pragma(conn: &Connection, name: &str) -> String {
    let value: rusqlite::types::Value =
        conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0)).unwrap();
    match value {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text,
        other => format!("{other:?}"),
    }
}

fn flag(note: &str) -> FlagRow {
    let (deployment, duty) = ("lambda.zip.auto".to_owned(), "runtime.apply".to_owned());
    FlagRow { deployment, duty, note: note.to_owned(), at: NOW }
}

fn flags(store: &Store) -> Vec<FlagRow> {
    store.read(flag::all).unwrap()
}

#[test]
fn a_writing_connection_is_durable_and_hardened() {
    let folder = Folder::new();
    for _ in 0..2 {
        let store = folder.open(schema::STEPS).unwrap();
        for (name, value) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("fullfsync", "1"),
            ("checkpoint_fullfsync", "1"),
            ("mmap_size", "0"),
            ("user_version", "4"),
            ("application_id", "1145918019"),
        ] {
            assert_eq!(pragma(&store.conn, name), value, "{name}");
        }
        let defensive = rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE;
        assert!(store.conn.db_config(defensive).unwrap());
    }
    assert!(rusqlite::version_number() >= 3_051_003);
}

#[test]
fn a_reading_connection_is_hardened_and_cannot_write() {
    let folder = Folder::new();
    drop(folder.open(schema::STEPS).unwrap());
    let seen = read(&folder.file(), |conn| {
        assert_eq!(pragma(conn, "trusted_schema"), "0");
        assert_eq!(pragma(conn, "cell_size_check"), "1");
        assert!(conn.execute("DELETE FROM flag", []).is_err());
        Ok(pragma(conn, "user_version"))
    });
    assert_eq!(seen.unwrap().as_deref(), Some("4"));
}

#[test]
fn the_answer_log_cannot_be_changed() {
    let folder = Folder::new();
    let mut store = folder.open(schema::STEPS).unwrap();
    let refused = store.write(|tx| {
        tx.execute_batch(
            "INSERT INTO session VALUES (1, zeroblob(16), '', '', '[]', '{}', 0, 0, NULL, NULL);
             INSERT INTO answer VALUES (1, zeroblob(16), zeroblob(16), 0, 0, 'verdict', NULL, 'a',
                                        'b', 'of', 'sure', 'of', '1', 0, 0, 0, NULL);
             UPDATE answer SET said = 'in';",
        )
    });
    assert!(refused.unwrap_err().to_string().contains("append-only"));
    let refused = store.write(|tx| {
        tx.execute_batch(
            "INSERT INTO lesson_answer VALUES (1, zeroblob(16), 'a', 'b', NULL, NULL, 'of', 1, '1',
                                               0, 0, 0);
             UPDATE lesson_answer SET was_right = 0;",
        )
    });
    assert!(refused.unwrap_err().to_string().contains("append-only"));
    let refused = store.write(|tx| {
        tx.execute_batch(
            "INSERT INTO session VALUES (1, zeroblob(16), '', '', '[]', '{}', 0, 0, NULL, NULL);
             INSERT INTO reply VALUES (1, zeroblob(16), zeroblob(16), 'line', '{}', 3, 4);
             UPDATE reply SET points = 4;",
        )
    });
    assert!(refused.unwrap_err().to_string().contains("append-only"));
}

#[test]
fn a_migration_keeps_every_row_and_leaves_a_backup_of_the_old_format() {
    let folder = Folder::new();
    folder.open(schema::STEPS).unwrap().write(|tx| flag::put(tx, &flag("why?"))).unwrap();
    assert_eq!(backup::list(&folder.file()), Vec::<PathBuf>::new());

    let store = folder.open(NEXT).unwrap();
    assert_eq!(pragma(&store.conn, "user_version"), "5");
    assert_eq!(flags(&store), [flag("why?")]);
    assert!(store.conn.prepare("SELECT id FROM track").is_ok());
    let [backup] = &backup::list(&folder.file())[..] else { panic!("one backup") };
    let old = Connection::open(backup).unwrap();
    assert_eq!(pragma(&old, "user_version"), "4");
    assert_eq!(pragma(&old, "application_id"), "1145918019");
    assert_eq!(pragma(&old, "integrity_check"), "ok");
    assert_eq!(flag::all(&old).unwrap(), [flag("why?")]);
    drop(store);

    let again = folder.open(NEXT).unwrap();
    assert_eq!(flags(&again), [flag("why?")]);
    assert_eq!(backup::list(&folder.file()).len(), 1);
}

#[test]
fn a_migration_that_fails_changes_nothing() {
    let folder = Folder::new();
    folder.open(schema::STEPS).unwrap().write(|tx| flag::put(tx, &flag("why?"))).unwrap();
    let [one, two, three, four] = schema::STEPS else { panic!("four steps") };
    let broken =
        [one, two, three, four, "CREATE TABLE track (id TEXT) STRICT; SELECT no_such_function();"];
    assert!(folder.open(&broken).is_err());
    let store = folder.open(schema::STEPS).unwrap();
    assert_eq!(flags(&store), [flag("why?")]);
    assert!(store.conn.prepare("SELECT id FROM track").is_err());
    assert_eq!(backup::list(&folder.file()).len(), 1);
}

#[test]
fn no_migration_without_a_backup() {
    let folder = Folder::new();
    drop(folder.open(schema::STEPS).unwrap());
    fs::write(folder.0.path().join("backups"), "in the way").unwrap();
    assert!(matches!(folder.open(NEXT), Err(StoreError::Unwritable { .. })));
    let store = folder.open(schema::STEPS).unwrap();
    assert_eq!(pragma(&store.conn, "user_version"), "4");
}

#[test]
fn a_newer_file_is_refused_even_if_only_its_log_says_so() {
    let folder = Folder::new();
    drop(folder.open(schema::STEPS).unwrap());
    let mut conn = Connection::open(folder.file()).unwrap();
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    schema::migrate(&mut conn, NEXT).unwrap();
    let before = files_in(folder.0.path());
    let refused = folder.open(schema::STEPS);
    assert!(matches!(refused, Err(StoreError::TooNew { found: 5, known: 4, .. })), "{refused:?}");
    let shared = |path: &Path| path.extension().is_some_and(|it| it == "sqlite3-shm");
    let same = |all: Vec<(PathBuf, Vec<u8>)>| -> Vec<_> {
        all.into_iter().filter(|it| !shared(&it.0) && !it.0.ends_with("lock")).collect()
    };
    assert_eq!(same(files_in(folder.0.path())), same(before));
    drop(conn);
}

#[test]
fn a_full_disk_is_told_as_one_and_loses_nothing() {
    let folder = Folder::new();
    let mut store = folder.open(schema::STEPS).unwrap();
    store.write(|tx| flag::put(tx, &flag("kept"))).unwrap();
    let pages: i64 = pragma(&store.conn, "page_count").parse().unwrap();
    store.conn.pragma_update(None, "max_page_count", pages).unwrap();
    let long = "x".repeat(100_000);
    let full = store.write(|tx| flag::put(tx, &flag(&long)));
    assert!(matches!(full, Err(StoreError::Full { .. })), "{full:?}");
    assert_eq!(flags(&store), [flag("kept")]);
    store.conn.pragma_update(None, "max_page_count", 1_000_000).unwrap();
    store.write(|tx| flag::put(tx, &flag(&long))).unwrap();
    assert_eq!(flags(&store), [flag(&long)]);
}

#[test]
fn a_backup_is_good_by_itself_and_each_has_its_name() {
    let folder = Folder::new();
    let mut store = folder.open(schema::STEPS).unwrap();
    let first = store.backup(NOW).unwrap();
    store.write(|tx| flag::put(tx, &flag("later"))).unwrap();
    let second = store.backup(NOW).unwrap();
    assert_ne!(first, second);
    assert_eq!(first.file_name().unwrap(), "progress-2026-11-24-090000.sqlite3");
    assert_eq!(backup::list(&folder.file()), [first.clone(), second.clone()]);
    for (path, count) in [(&first, 0), (&second, 1)] {
        let conn = Connection::open(path).unwrap();
        assert_eq!(pragma(&conn, "journal_mode"), "delete");
        assert_eq!(flag::all(&conn).unwrap().len(), count);
    }
    assert_eq!(fs::read_dir(backups_beside(&folder.file())).unwrap().count(), 2);
}

#[test]
fn a_log_without_its_file_is_kept_aside_and_never_mixed_in() {
    let folder = Folder::new();
    let wal = files::beside(&folder.file(), "-wal");
    fs::write(&wal, b"of a file that is gone").unwrap();
    let store = folder.open(schema::STEPS).unwrap();
    assert_eq!(flags(&store), []);
    let kept = files_in(folder.0.path());
    assert!(kept.iter().any(|(path, bytes)| {
        path.to_string_lossy().contains("-wal.orphan-") && bytes == b"of a file that is gone"
    }));
}

fn files_in(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all: Vec<(PathBuf, Vec<u8>)> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    all.sort();
    all
}
