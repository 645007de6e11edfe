//! Taking one's data along: exports, which never replace one another, and backups.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use demarc_study::StudyError;

use super::{Model, Tick, action::Export};

impl Model {
    pub(super) fn export(&mut self, kind: Export, tick: Tick) -> Result<(), StudyError> {
        let folder = Path::new(&self.data_folder).join("exports");
        let day = tick.now.day();
        let (name, ending) = match kind {
            Export::Json => (format!("demarc-{day}"), "json"),
            Export::Csv => (format!("demarc-answers-{day}"), "csv"),
        };
        let mut bytes = Vec::new();
        match kind {
            Export::Json => self.study.export_json(&mut bytes)?,
            Export::Csv => self.study.export_csv(&mut bytes)?,
        }
        match write_new(&folder, &name, ending, &bytes) {
            Ok(path) => self.say(&format!("Exported to {}.", path.display()), tick),
            Err(error) => {
                let text = format!("Could not write into {}: {error}.", folder.display());
                self.complain_in_words(text, tick);
            }
        }
        Ok(())
    }

    pub(super) fn backup(&mut self, tick: Tick) -> Result<(), StudyError> {
        let path = self.study.backup(tick.now)?;
        self.say(&format!("Backed up to {}.", path.display()), tick);
        Ok(())
    }
}

/// Writes a file that does not replace another: a second one of a name is called `name-2`.
///
/// # Errors
///
/// What keeps it from being written.
pub(super) fn write_new(
    folder: &Path,
    name: &str,
    ending: &str,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut copy = 1;
    loop {
        let path = match copy {
            1 => folder.join(format!("{name}.{ending}")),
            n => folder.join(format!("{name}-{n}.{ending}")),
        };
        match File::create_new(&path) {
            Ok(mut file) => return file.write_all(bytes).map(|()| path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => copy += 1,
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_export_of_a_day_leaves_the_first_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let exports = folder.path().join("exports");
        let first = write_new(&exports, "demarc-2026-11-24", "json", b"one").unwrap();
        let second = write_new(&exports, "demarc-2026-11-24", "json", b"two").unwrap();
        assert_eq!(fs::read(first).unwrap(), b"one");
        assert_eq!(fs::read(&second).unwrap(), b"two");
        assert!(second.ends_with("demarc-2026-11-24-2.json"));
    }
}
