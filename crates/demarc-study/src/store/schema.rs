//! The tables, as a list of steps that is only ever added to, and the runner that takes them.

use rusqlite::{Connection, TransactionBehavior};

/// Written into the file's header: "DMRC". It tells our files from any other SQLite file.
pub(crate) const APPLICATION_ID: i32 = 0x444D_5243;

/// Each step brings a file from format n to n + 1; the format is SQLite's `user_version`.
pub(crate) const STEPS: &[&str] = &[FORMAT_1, FORMAT_2, FORMAT_3, FORMAT_4];

const FORMAT_1: &str = "
-- One row a session: what was planned, and where it was left. Positions follow from the log.
CREATE TABLE session (
    seq              INTEGER PRIMARY KEY,
    id               BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    title            TEXT NOT NULL,
    plan             TEXT NOT NULL,
    items            TEXT NOT NULL,
    skipped          TEXT NOT NULL,
    utc_ms           INTEGER NOT NULL,
    offset_min       INTEGER NOT NULL,
    ended_utc_ms     INTEGER,
    ended_offset_min INTEGER
) STRICT;

-- The answer log: append-only, and the truth. Everything about memory follows from it.
CREATE TABLE answer (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    session         BLOB NOT NULL REFERENCES session (id),
    item            INTEGER NOT NULL CHECK (item >= 0),
    repeat          INTEGER NOT NULL CHECK (repeat IN (0, 1)),
    form            TEXT NOT NULL,
    scenario        TEXT,
    deployment      TEXT NOT NULL,
    duty            TEXT NOT NULL,
    said            TEXT NOT NULL CHECK (said IN ('of', 'in')),
    confidence      TEXT NOT NULL CHECK (confidence IN ('guess', 'likely', 'sure')),
    ruling          TEXT NOT NULL CHECK (ruling IN ('of', 'in')),
    content_version TEXT NOT NULL,
    utc_ms          INTEGER NOT NULL,
    offset_min      INTEGER NOT NULL,
    took_ms         INTEGER NOT NULL CHECK (took_ms BETWEEN 0 AND 60000)
) STRICT;

CREATE TRIGGER answer_is_append_only BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END;

-- An undo: it takes an answer back and leaves it in the log.
CREATE TABLE retraction (
    seq        INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    answer     BLOB NOT NULL UNIQUE REFERENCES answer (id),
    utc_ms     INTEGER NOT NULL,
    offset_min INTEGER NOT NULL
) STRICT;

CREATE TRIGGER retraction_is_append_only BEFORE UPDATE ON retraction
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END;

-- What is remembered of each cell: derived from the log, and made anew from it.
CREATE TABLE card (
    deployment TEXT NOT NULL,
    duty       TEXT NOT NULL,
    ruling     TEXT NOT NULL CHECK (ruling IN ('of', 'in')),
    stability  REAL NOT NULL,
    difficulty REAL NOT NULL,
    last_day   INTEGER NOT NULL,
    due_day    INTEGER NOT NULL,
    PRIMARY KEY (deployment, duty)
) STRICT, WITHOUT ROWID;

CREATE TABLE flag (
    deployment TEXT NOT NULL,
    duty       TEXT NOT NULL,
    note       TEXT NOT NULL,
    utc_ms     INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    PRIMARY KEY (deployment, duty)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    deployment TEXT NOT NULL,
    duty       TEXT NOT NULL,
    text       TEXT NOT NULL,
    utc_ms     INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    PRIMARY KEY (deployment, duty)
) STRICT, WITHOUT ROWID;

-- One row a setting; values are JSON.
CREATE TABLE setting (
    name   TEXT NOT NULL PRIMARY KEY,
    value  TEXT NOT NULL,
    utc_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

const FORMAT_2: &str = "
-- The log of answers in lessons: append-only too, and apart, since nothing about memory follows
-- from it.
CREATE TABLE lesson_answer (
    seq             INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    lesson          TEXT NOT NULL,
    question        TEXT NOT NULL,
    deployment      TEXT,
    duty            TEXT,
    said            TEXT NOT NULL,
    was_right       INTEGER NOT NULL CHECK (was_right IN (0, 1)),
    content_version TEXT NOT NULL,
    utc_ms          INTEGER NOT NULL,
    offset_min      INTEGER NOT NULL,
    took_ms         INTEGER NOT NULL CHECK (took_ms BETWEEN 0 AND 60000),
    CHECK ((deployment IS NULL) = (duty IS NULL))
) STRICT;

CREATE TRIGGER lesson_answer_is_append_only BEFORE UPDATE ON lesson_answer
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END;

-- An undo in a lesson.
CREATE TABLE lesson_retraction (
    seq           INTEGER PRIMARY KEY,
    id            BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    lesson_answer BLOB NOT NULL UNIQUE REFERENCES lesson_answer (id),
    utc_ms        INTEGER NOT NULL,
    offset_min    INTEGER NOT NULL
) STRICT;

CREATE TRIGGER lesson_retraction_is_append_only BEFORE UPDATE ON lesson_retraction
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END;
";

const FORMAT_3: &str = "
-- What was said to a question with parts. Each part is an answer of its own that names its reply;
-- all of them are written in one transaction.
CREATE TABLE reply (
    seq     INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    session BLOB NOT NULL REFERENCES session (id),
    form    TEXT NOT NULL,
    said    TEXT NOT NULL,
    points  INTEGER NOT NULL CHECK (points BETWEEN 0 AND parts),
    parts   INTEGER NOT NULL
) STRICT;

CREATE TRIGGER reply_is_append_only BEFORE UPDATE ON reply
BEGIN SELECT RAISE(ABORT, 'the answer log is append-only'); END;

ALTER TABLE answer ADD COLUMN reply BLOB REFERENCES reply (id);
";

const FORMAT_4: &str = "
-- One row an exam: what was set, the draft of its answers while it runs, and when it was handed in.
-- Then its answers are in the log, and its session has its id.
CREATE TABLE exam (
    seq              INTEGER PRIMARY KEY,
    id               BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    scope            TEXT NOT NULL,
    items            TEXT NOT NULL,
    draft            TEXT NOT NULL,
    pass_percent     INTEGER NOT NULL CHECK (pass_percent BETWEEN 1 AND 100),
    limit_ms         INTEGER CHECK (limit_ms >= 0),
    added_ms         INTEGER NOT NULL CHECK (added_ms >= 0),
    used_ms          INTEGER NOT NULL CHECK (used_ms >= 0),
    content_version  TEXT NOT NULL,
    utc_ms           INTEGER NOT NULL,
    offset_min       INTEGER NOT NULL,
    ended_utc_ms     INTEGER,
    ended_offset_min INTEGER
) STRICT;
";

/// The format of an open file.
pub(crate) fn format(conn: &Connection) -> rusqlite::Result<i64> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Takes every step that is still to take, all in one transaction, so that a file is of the old
/// format or of the new one and never between. Gives the format that it has then.
pub(crate) fn migrate(conn: &mut Connection, steps: &[&str]) -> rusqlite::Result<usize> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = usize::try_from(format(&tx)?).unwrap_or(0);
    if from == 0 {
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    for step in steps.iter().skip(from) {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "user_version", steps.len() as i64)?;
    tx.commit()?;
    Ok(steps.len())
}
