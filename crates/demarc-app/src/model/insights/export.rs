//! The figures as files: a folder with a table for each card, all answers, and then the pictures,
//! which the window draws.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::super::{Model, Tick, action::Effect};
use super::{Card, Figures};

/// Figures to be drawn into a folder, one picture for each card that has a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Pictures {
    /// The folder; it is there.
    pub folder: PathBuf,
    /// What is drawn.
    pub figures: Arc<Figures>,
}

impl Model {
    /// Writes the tables and asks for the pictures.
    pub(super) fn export_figures(&mut self, tick: Tick) {
        let ready = self.insights.as_ref().filter(|view| view.counting.is_none());
        let Some(figures) = ready.and_then(|view| view.figures.clone()) else {
            self.say("The figures are still being counted.", tick);
            return;
        };
        let exports = Path::new(&self.data_folder).join("exports");
        let mut answers = Vec::new();
        let written = self.study.export_csv(&mut answers).map_err(io::Error::other);
        let written = written.and_then(|()| write(&exports, &figures, &answers, tick));
        match written {
            Ok(folder) => self.effects.push(Effect::Draw(Pictures { folder, figures })),
            Err(error) => {
                let text = format!("Could not write into {}: {error}.", exports.display());
                self.complain_in_words(text, tick);
            }
        }
    }
}

/// Writes the tables into a folder of their own and gives it.
///
/// # Errors
///
/// What keeps them from being written.
fn write(exports: &Path, figures: &Figures, answers: &[u8], tick: Tick) -> io::Result<PathBuf> {
    let folder = new_folder(exports, &format!("demarc-insights-{}", tick.now.day()))?;
    for card in Card::ALL {
        fs::write(folder.join(format!("{}.csv", card.file())), figures.table(card).csv())?;
    }
    fs::write(folder.join("answers.csv"), answers)?;
    Ok(folder)
}

/// Makes a folder that was not there: a second one of a name is called `name-2`.
fn new_folder(within: &Path, name: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(within)?;
    let mut copy = 1;
    loop {
        let folder = match copy {
            1 => within.join(name),
            n => within.join(format!("{name}-{n}")),
        };
        match fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => copy += 1,
            Err(error) => return Err(error),
        }
    }
}
