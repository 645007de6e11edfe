//! Where a person's data lies.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::{BaseDirs, ProjectDirs};

use super::failure::Failure;
use crate::rescue;

/// The variable that names the folder.
const VARIABLE: &str = "DEMARC_DATA_DIR";

/// The folder of a person's progress; it need not exist yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataPlace {
    dir: PathBuf,
    chosen: &'static str,
}

impl DataPlace {
    /// The folder of the option, else of the variable, else the system's own.
    pub(super) fn find(option: Option<&Path>) -> Result<DataPlace, Failure> {
        let variable = env::var_os(VARIABLE);
        let system = ProjectDirs::from("", "", "demarc").map(|dirs| dirs.data_dir().to_owned());
        let bare_home = BaseDirs::new().is_some_and(|dirs| dirs.home_dir() == Path::new("/"));
        DataPlace::choose(option, variable, system.filter(|dir| !at_root(dir, bare_home)))
    }

    fn choose(
        option: Option<&Path>,
        variable: Option<OsString>,
        system: Option<PathBuf>,
    ) -> Result<DataPlace, Failure> {
        if let Some(dir) = option {
            return DataPlace::named(dir, "--data-dir");
        }
        if let Some(dir) = variable.filter(|dir| !dir.is_empty()) {
            return DataPlace::named(Path::new(&dir), VARIABLE);
        }
        match system {
            Some(dir) if dir.is_absolute() => Ok(DataPlace { dir, chosen: "the system" }),
            _ => Err(Failure::failed(format!(
                "There is no home folder to keep progress in: set HOME, or name a folder with \
                 --data-dir or {VARIABLE}."
            ))),
        }
    }

    fn named(dir: &Path, chosen: &'static str) -> Result<DataPlace, Failure> {
        let absolute = std::path::absolute(dir).map_err(|error| {
            Failure::failed(format!("The data folder {} cannot be found ({error}).", dir.display()))
        })?;
        Ok(DataPlace { dir: absolute, chosen })
    }

    /// The folder itself.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The database.
    pub fn progress(&self) -> PathBuf {
        rescue::file(&self.dir)
    }

    /// The folder of the database's backups.
    pub fn backups(&self) -> PathBuf {
        self.dir.join("backups")
    }

    /// What chose the folder: an option, a variable, or the system.
    pub fn chosen_by(&self) -> &'static str {
        self.chosen
    }
}

/// Whether the folder would be made in `/`, for want of a home.
fn at_root(dir: &Path, bare_home: bool) -> bool {
    bare_home && dir.starts_with("/.local")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(
        option: Option<&str>,
        variable: Option<&str>,
        system: Option<&str>,
    ) -> Option<String> {
        let place = DataPlace::choose(
            option.map(Path::new),
            variable.map(OsString::from),
            system.map(PathBuf::from),
        );
        place.ok().map(|place| format!("{} by {}", place.dir.display(), place.chosen))
    }

    #[test]
    fn the_option_goes_before_the_variable_and_the_variable_before_the_system() {
        let all = chosen(Some("/a"), Some("/b"), Some("/c"));
        assert_eq!(all.unwrap(), "/a by --data-dir");
        assert_eq!(chosen(None, Some("/b"), Some("/c")).unwrap(), "/b by DEMARC_DATA_DIR");
        assert_eq!(chosen(None, None, Some("/c")).unwrap(), "/c by the system");
    }

    #[test]
    fn an_empty_variable_is_none() {
        assert_eq!(chosen(None, Some(""), Some("/c")).unwrap(), "/c by the system");
    }

    #[test]
    fn without_a_home_or_with_a_relative_one_there_is_no_place() {
        assert_eq!(chosen(None, None, None), None);
        assert_eq!(chosen(None, None, Some("home/.local/share/demarc")), None);
    }

    #[test]
    fn nothing_is_kept_in_the_root_folder_for_want_of_a_home() {
        assert!(at_root(Path::new("/.local/share/demarc"), true));
        assert!(!at_root(Path::new("/data/demarc"), true));
    }

    #[test]
    fn a_relative_folder_that_was_named_is_taken_from_here() {
        let place = DataPlace::choose(Some(Path::new("mine")), None, None).unwrap();
        assert_eq!(place.dir(), env::current_dir().unwrap().join("mine"));
        assert_eq!(place.progress(), place.dir().join("progress.sqlite3"));
    }
}
