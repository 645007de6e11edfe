//! The one door: it joins the pure parts and the store.

mod exam;
mod known;
mod lessons;
mod mine;
mod placement;
mod practice;
mod reply;
mod snapshot;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use demarc_catalogue::Catalogue;
use rusqlite::Connection;
use uuid::Uuid;

use crate::clock::{Day, Moment};
use crate::error::{StoreError, StudyError};
use crate::exam::Exam;
use crate::history::History;
use crate::known::View;
use crate::lessons::LessonLog;
use crate::schedule::Schedule;
use crate::session::Session;
use crate::settings::Settings;
use crate::shared::Shared;
use crate::store::exam::ExamRow;
use crate::store::flag::FlagRow;
use crate::store::note::NoteRow;
use crate::store::{self, Store};

pub use mine::Flag;
pub use practice::Marked;
pub use reply::Replied;
pub use snapshot::Snapshot;

/// A learner's progress, and the session at hand.
///
/// Everything is held in memory and kept up with every step; a step that changes something is on
/// disk when it returns, or it is an error and nothing changed.
#[derive(Debug)]
pub struct Study {
    catalogue: Arc<Catalogue>,
    schedule: Schedule,
    keeping: Keeping,
    history: Shared<History>,
    lessons: LessonLog,
    /// The answer given last in a lesson, while it can be taken back.
    last_taught: Option<Uuid>,
    settings: Settings,
    flags: Vec<FlagRow>,
    notes: Vec<NoteRow>,
    running: Option<Session>,
    resumable: Option<Session>,
    explained: Option<Explained>,
    /// Exams as they are kept, oldest first.
    exams: Vec<ExamRow>,
    /// The one that is not handed in yet.
    exam: Option<Exam>,
}

/// What was just said, and what follows from it.
#[derive(Debug)]
enum Explained {
    Verdict(Marked),
    Reply(Box<Replied>),
}

/// Where progress is kept.
#[derive(Debug)]
enum Keeping {
    /// In a file.
    File(Box<Store>),
    /// Nowhere: it is forgotten with the process.
    Memory,
    /// In a file that is only read.
    Nowhere,
}

/// What a file holds.
struct Loaded {
    history: History,
    lessons: LessonLog,
    settings: Settings,
    flags: Vec<FlagRow>,
    notes: Vec<NoteRow>,
    exams: Vec<ExamRow>,
}

impl Loaded {
    fn from(
        conn: &Connection,
        catalogue: &Catalogue,
        schedule: &Schedule,
        now: Moment,
    ) -> rusqlite::Result<Loaded> {
        Ok(Loaded {
            history: History::load(conn, catalogue, schedule, now)?,
            lessons: LessonLog::load(conn)?,
            settings: Settings::from_rows(&store::setting::all(conn)?),
            flags: store::flag::all(conn)?,
            notes: store::note::all(conn)?,
            exams: store::exam::all(conn)?,
        })
    }
}

impl Study {
    /// Opens or makes the file for this process alone, and reads all of it.
    ///
    /// Before an older file is brought to today's format a copy goes to `backups` beside it.
    pub fn open(catalogue: Arc<Catalogue>, file: &Path, now: Moment) -> Result<Study, StoreError> {
        let schedule = Schedule::default();
        let store = Store::open(file, now)?;
        let loaded = store.read(|conn| Loaded::from(conn, &catalogue, &schedule, now))?;
        let mut study =
            Study::with(catalogue, schedule, Keeping::File(Box::new(store)), loaded, now);
        study.tidy()?;
        Ok(study)
    }

    /// Reads a file and writes nothing, also while another process has it open. Without a file it
    /// is as if nothing had been answered.
    pub fn open_read_only(
        catalogue: Arc<Catalogue>,
        file: &Path,
        now: Moment,
    ) -> Result<Study, StoreError> {
        let schedule = Schedule::default();
        let loaded = store::read(file, |conn| Loaded::from(conn, &catalogue, &schedule, now))?;
        let loaded = loaded.unwrap_or_else(Loaded::nothing);
        Ok(Study::with(catalogue, schedule, Keeping::Nowhere, loaded, now))
    }

    /// Progress that is forgotten with the process.
    pub fn in_memory(catalogue: Arc<Catalogue>, now: Moment) -> Study {
        Study::with(catalogue, Schedule::default(), Keeping::Memory, Loaded::nothing(), now)
    }

    fn with(
        catalogue: Arc<Catalogue>,
        schedule: Schedule,
        keeping: Keeping,
        loaded: Loaded,
        now: Moment,
    ) -> Study {
        let Loaded { history, lessons, mut settings, flags, notes, exams } = loaded;
        settings.choice = settings.choice.still_there(&catalogue);
        settings.exam.choice = settings.exam.choice.still_there(&catalogue);
        let mut study = Study {
            catalogue,
            schedule,
            keeping,
            history: history.into(),
            lessons,
            last_taught: None,
            settings,
            flags,
            notes,
            running: None,
            resumable: None,
            explained: None,
            exams,
            exam: None,
        };
        study.resumable = study.left_open(now);
        study.exam = study.exam_left_open(now);
        study
    }

    /// Whether answers can be given; if not, it was opened only for reading.
    pub fn writable(&self) -> bool {
        !matches!(self.keeping, Keeping::Nowhere)
    }

    /// The file in which progress is kept; none if it is only read or kept in memory.
    pub fn file(&self) -> Option<&Path> {
        match &self.keeping {
            Keeping::File(store) => Some(store.path()),
            Keeping::Memory | Keeping::Nowhere => None,
        }
    }

    /// The catalogue that is studied.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// Everything derived, made anew from the log as it is on disk.
    pub fn rebuild(&mut self, now: Moment) -> Result<(), StudyError> {
        match &mut self.keeping {
            Keeping::Nowhere => return Err(StudyError::ReadOnly),
            Keeping::Memory => {
                self.history = self.history.replayed(&self.catalogue, &self.schedule, now).into();
            }
            Keeping::File(store) => {
                let load =
                    |conn: &Connection| History::load(conn, &self.catalogue, &self.schedule, now);
                let history = store.read(load)?;
                let lessons = store.read(LessonLog::load)?;
                let cards = history.cards();
                store.write(|tx| store::card::replace_all(tx, &cards))?;
                self.history = history.into();
                self.lessons = lessons;
            }
        }
        Ok(())
    }

    /// Copies the file into `backups` beside it and gives the copy's path.
    ///
    /// Of the backups there, all of the last two days stay, then the newest of each of 12 days, 10
    /// weeks and 9 months, as far as they fit into 200 MB.
    pub fn backup(&mut self, now: Moment) -> Result<PathBuf, StudyError> {
        match &mut self.keeping {
            Keeping::File(store) => Ok(store.backup(now)?),
            Keeping::Memory | Keeping::Nowhere => Err(StudyError::ReadOnly),
        }
    }

    /// As `backup`, if anything was saved since the file was opened or last backed up: what to do
    /// on exit.
    pub fn backup_if_changed(&mut self, now: Moment) -> Result<Option<PathBuf>, StudyError> {
        match &mut self.keeping {
            Keeping::File(store) if store.changed() => Ok(Some(store.backup(now)?)),
            _ => Ok(None),
        }
    }

    /// Forgets everything about the learner: answers, sessions, cards, lessons, flags, notes, settings, every
    /// backup, and every copy of the file that was put aside. It cannot be undone.
    pub fn delete_all(&mut self, now: Moment) -> Result<(), StudyError> {
        let loaded = match &mut self.keeping {
            Keeping::Nowhere => return Err(StudyError::ReadOnly),
            Keeping::Memory => Loaded::nothing(),
            Keeping::File(store) => {
                store.delete_all()?;
                store.read(|conn| Loaded::from(conn, &self.catalogue, &self.schedule, now))?
            }
        };
        let Loaded { history, lessons, settings, flags, notes, exams } = loaded;
        (self.history, self.settings) = (history.into(), settings);
        (self.lessons, self.last_taught) = (lessons, None);
        (self.flags, self.notes) = (flags, notes);
        (self.exams, self.exam) = (exams, None);
        (self.running, self.resumable, self.explained) = (None, None, None);
        Ok(())
    }

    /// Brings into line what a killed process or another version left: sessions that nobody can
    /// resume are ended, and cards are what the log says.
    fn tidy(&mut self) -> Result<(), StoreError> {
        let Keeping::File(store) = &mut self.keeping else { return Ok(()) };
        let resumable = self.resumable.as_ref().map(|session| session.id);
        let open = |sitting: &&crate::history::Sitting| {
            sitting.row.ended.is_none() && Some(sitting.row.id) != resumable
        };
        let mut ended = Vec::new();
        for sitting in self.history.sessions.iter().filter(open) {
            let last = sitting.answers.last().map(|&at| self.history.answers[at as usize].at);
            ended.push((sitting.row.id, last.unwrap_or(sitting.row.started)));
        }
        let cards = self.history.cards();
        let stale = store.read(store::card::all)? != cards;
        if ended.is_empty() && !stale {
            return Ok(());
        }
        store.write(|tx| {
            for (id, at) in &ended {
                store::session::end(tx, *id, *at)?;
            }
            if stale { store::card::replace_all(tx, &cards) } else { Ok(()) }
        })?;
        for (id, at) in ended {
            if let Some(sitting) = self.history.session_mut(id) {
                sitting.row.ended = Some(at);
            }
        }
        Ok(())
    }

    pub(crate) fn view(&self, today: Day) -> View<'_> {
        View {
            catalogue: &self.catalogue,
            history: &self.history,
            today,
            upto: u32::MAX,
            wanted: self.settings.target.as_deref(),
        }
    }

    /// Writes to the file, if there is one, all of it or nothing.
    fn write(
        &mut self,
        work: impl FnOnce(&rusqlite::Transaction<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), StudyError> {
        match &mut self.keeping {
            Keeping::File(store) => Ok(store.write(work)?),
            Keeping::Memory => Ok(()),
            Keeping::Nowhere => Err(StudyError::ReadOnly),
        }
    }
}

impl Loaded {
    fn nothing() -> Loaded {
        Loaded {
            history: History::default(),
            lessons: LessonLog::default(),
            settings: Settings::default(),
            flags: Vec::new(),
            notes: Vec::new(),
            exams: Vec::new(),
        }
    }
}
