//! What a learner writes and owns: flags, notes, settings, reports, exports.

use std::fmt::Write as _;
use std::io::Write;

use demarc_catalogue::{Cell, Side};

use super::Study;
use crate::clock::Moment;
use crate::error::StudyError;
use crate::export;
use crate::places::{cell_of, ids};
use crate::settings::Settings;
use crate::store;
use crate::store::flag::FlagRow;
use crate::store::note::NoteRow;

/// A learner's doubt about a ruling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What the learner wrote about it; may be empty.
    pub note: String,
    /// When it was written.
    pub at: Moment,
}

impl Study {
    /// Flags a cell's ruling, or gives its flag another note.
    pub fn flag(&mut self, cell: Cell, note: &str, now: Moment) -> Result<(), StudyError> {
        let (deployment, duty) = self.ids(cell);
        let row = FlagRow { deployment, duty, note: note.to_owned(), at: now };
        let old = self.old_flag(cell);
        self.write(|tx| {
            if let Some((deployment, duty)) = &old {
                store::flag::remove(tx, deployment, duty)?;
            }
            store::flag::put(tx, &row)
        })?;
        self.flags.retain(|it| !is(&old, &it.deployment, &it.duty));
        self.flags.push(row);
        Ok(())
    }

    /// Takes a cell's flag away.
    pub fn unflag(&mut self, cell: Cell) -> Result<(), StudyError> {
        let Some(old) = self.old_flag(cell) else { return Ok(()) };
        self.write(|tx| store::flag::remove(tx, &old.0, &old.1))?;
        self.flags.retain(|it| !is(&Some(old.clone()), &it.deployment, &it.duty));
        Ok(())
    }

    /// A cell's flag.
    pub fn flagged(&self, cell: Cell) -> Option<Flag> {
        let row = self.flags.iter().find(|it| self.means(&it.deployment, &it.duty, cell))?;
        Some(Flag { note: row.note.clone(), at: row.at })
    }

    /// Every cell with a flag, in the catalogue's order.
    pub fn flags(&self) -> Vec<(Cell, Flag)> {
        let flag = |row: &FlagRow| {
            let cell = cell_of(&self.catalogue, &row.deployment, &row.duty)?;
            Some((cell, Flag { note: row.note.clone(), at: row.at }))
        };
        let mut flags: Vec<(Cell, Flag)> = self.flags.iter().filter_map(flag).collect();
        flags.sort_by_key(|&(cell, _)| cell);
        flags
    }

    /// A cell's private note.
    pub fn note(&self, cell: Cell) -> Option<&str> {
        let row = self.notes.iter().find(|it| self.means(&it.deployment, &it.duty, cell))?;
        Some(&row.text)
    }

    /// Writes a cell's private note; an empty one takes it away.
    pub fn set_note(&mut self, cell: Cell, text: &str, now: Moment) -> Result<(), StudyError> {
        let old = self.notes.iter().find(|it| self.means(&it.deployment, &it.duty, cell));
        let old = old.map(|it| (it.deployment.clone(), it.duty.clone()));
        let (deployment, duty) = self.ids(cell);
        let row = NoteRow { deployment, duty, text: text.to_owned(), at: now };
        self.write(|tx| {
            if let Some((deployment, duty)) = &old {
                store::note::remove(tx, deployment, duty)?;
            }
            if text.is_empty() { Ok(()) } else { store::note::put(tx, &row) }
        })?;
        self.notes.retain(|it| !is(&old, &it.deployment, &it.duty));
        if !text.is_empty() {
            self.notes.push(row);
        }
        Ok(())
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Puts settings in place of the old ones, each brought into its range.
    pub fn set_settings(&mut self, settings: Settings, now: Moment) -> Result<(), StudyError> {
        let settings = settings.kept_in_range();
        if settings == self.settings {
            return Ok(());
        }
        let rows = settings.to_rows();
        self.write(|tx| store::setting::put_all(tx, &rows, now))?;
        self.settings = settings;
        Ok(())
    }

    /// A cell's ruling with its proof and sources and the learner's note, to be sent to whoever
    /// can mend it.
    pub fn report_text(&self, cell: Cell) -> String {
        let catalogue = &self.catalogue;
        let (ruling, why) = (catalogue.ruling(cell), catalogue.explain(cell));
        let (deployment, duty) = ids(catalogue, cell);
        let whose = match ruling.side {
            side @ (Side::Of | Side::In) => format!("{} the cloud", side.as_str().to_uppercase()),
            Side::None => "no such duty here".to_owned(),
            Side::Other => "a third party's".to_owned(),
        };
        let mut text = format!(
            "{}\n{}\n\nRuling: {whose} ({}), content {}\nIds: {deployment} {duty}\n\n",
            catalogue.deployment_name(cell.deployment),
            catalogue.prompt(cell),
            ruling.basis.as_str(),
            catalogue.content_version(),
        );
        let mut line = |line: String| {
            text.push_str(&line);
            text.push('\n');
        };
        line(format!("{} {}", why.principle, why.why));
        if let Some(stays) = &why.stays {
            line(stays.clone());
        }
        line("\nProof:".to_owned());
        for step in &why.proof {
            let decides = if step.decides { ", decides" } else { "" };
            line(format!(
                "- {} says {}{decides} ({}:{}): {}",
                step.level.as_str(),
                step.side.as_str(),
                step.file,
                step.line,
                step.why,
            ));
        }
        line("\nSources:".to_owned());
        for cited in &why.sources {
            let source = cited.source;
            line(format!("- {} <{}>, checked {}", source.title, source.url, cited.checked));
        }
        let flag = self.flagged(cell).map(|flag| flag.note).filter(|note| !note.is_empty());
        for note in flag.as_deref().into_iter().chain(self.note(cell)) {
            let _ = write!(text, "\nNote: {note}\n");
        }
        text
    }

    /// Writes everything that is kept about the learner as JSON.
    pub fn export_json(&self, to: impl Write) -> Result<(), StudyError> {
        let Study { history, lessons, flags, notes, settings, exams, .. } = self;
        export::json(history, lessons, flags, notes, settings, exams, to)
    }

    /// Writes every answer as CSV, one a line, those taken back marked as such; those
    /// in lessons follow, with the form `lesson`. Text that a
    /// spreadsheet would take for a formula has an apostrophe before it.
    pub fn export_csv(&self, to: impl Write) -> Result<(), StudyError> {
        export::csv(&self.history, &self.lessons, to)
    }

    fn ids(&self, cell: Cell) -> (String, String) {
        let (deployment, duty) = ids(&self.catalogue, cell);
        (deployment.to_owned(), duty.to_owned())
    }

    fn means(&self, deployment: &str, duty: &str, cell: Cell) -> bool {
        cell_of(&self.catalogue, deployment, duty) == Some(cell)
    }

    fn old_flag(&self, cell: Cell) -> Option<(String, String)> {
        let row = self.flags.iter().find(|it| self.means(&it.deployment, &it.duty, cell))?;
        Some((row.deployment.clone(), row.duty.clone()))
    }
}

fn is(ids: &Option<(String, String)>, deployment: &str, duty: &str) -> bool {
    ids.as_ref().is_some_and(|it| it.0 == deployment && it.1 == duty)
}
