//! The files of the data folder when something is wrong: nothing of the person's is ever deleted.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use demarc_study::Moment;
use directories::BaseDirs;

/// The file in which progress is kept.
pub fn file(folder: &Path) -> PathBuf {
    folder.join("progress.sqlite3")
}

/// The folder that a person typed: a whole path, in which `~` is their home.
///
/// # Errors
/// If it is not a whole path, in words: what it would begin in is not for anybody to see.
pub fn typed(folder: &str) -> Result<PathBuf, String> {
    let folder = folder.trim();
    let path = match folder.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '\\']) => BaseDirs::new()
            .map_or_else(PathBuf::new, |dirs| {
                dirs.home_dir().join(rest.trim_start_matches(['/', '\\']))
            }),
        _ => PathBuf::from(folder),
    };
    if path.is_absolute() {
        return Ok(path);
    }
    Err(format!(
        "\u{201c}{folder}\u{201d} is not a whole path. Type all of it, from the beginning."
    ))
}

/// Renames a file, and what SQLite keeps beside it, so that its place is free; returns the new name.
///
/// # Errors
/// If it cannot be renamed; then every file has its old name again.
pub fn move_aside(file: &Path, now: Moment) -> io::Result<PathBuf> {
    let aside = free_name(file, now);
    rename_all(&with_what_lies_beside(file, &aside))?;
    Ok(aside)
}

/// Moves the file aside and puts a copy of a backup in its place.
///
/// # Errors
/// If a file cannot be copied or renamed; then the person's files all have their old names again.
pub fn restore(backup: &Path, file: &Path, now: Moment) -> io::Result<PathBuf> {
    let fresh = file.with_extension("restoring");
    fs::copy(backup, &fresh)?;
    fs::File::open(&fresh)?.sync_all()?;
    let aside = free_name(file, now);
    let mut names = with_what_lies_beside(file, &aside);
    names.push((fresh, file.to_owned()));
    rename_all(&names)?;
    Ok(aside)
}

/// A name for the file that nothing has yet.
fn free_name(file: &Path, now: Moment) -> PathBuf {
    let stamp = now.local().strftime("%Y-%m-%d-%H%M%S").to_string();
    let mut aside = file.with_extension(format!("aside-{stamp}.sqlite3"));
    let mut number = 1;
    while aside.exists() {
        aside = file.with_extension(format!("aside-{stamp}-{number}.sqlite3"));
        number += 1;
    }
    aside
}

/// Old and new names of the file and of what SQLite keeps beside it, the file last.
fn with_what_lies_beside(file: &Path, aside: &Path) -> Vec<(PathBuf, PathBuf)> {
    ["-wal", "-shm", ""]
        .map(|suffix| (with_suffix(file, suffix), with_suffix(aside, suffix)))
        .into_iter()
        .filter(|(old, _)| old.exists() || old == file)
        .collect()
}

/// Renames every file, or none of them.
fn rename_all(names: &[(PathBuf, PathBuf)]) -> io::Result<()> {
    for (at, (old, new)) in names.iter().enumerate() {
        if let Err(error) = fs::rename(old, new) {
            for (old, new) in names[..at].iter().rev() {
                fs::rename(new, old)?;
            }
            return Err(error);
        }
    }
    Ok(())
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_restore_keeps_the_damaged_file_and_what_lay_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(folder.path());
        fs::write(&file, "damaged").unwrap();
        fs::write(with_suffix(&file, "-wal"), "wal").unwrap();
        fs::create_dir(folder.path().join("backups")).unwrap();
        let backup = folder.path().join("backups/one.sqlite3");
        fs::write(&backup, "good").unwrap();
        let aside = restore(&backup, &file, Moment::new(1_790_000_000_000, 60)).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "good");
        assert_eq!(fs::read_to_string(&aside).unwrap(), "damaged");
        assert_eq!(fs::read_to_string(with_suffix(&aside, "-wal")).unwrap(), "wal");
        assert!(backup.exists());
    }

    #[test]
    fn files_that_cannot_all_be_renamed_keep_their_names() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("one"), "1").unwrap();
        fs::write(at("two"), "2").unwrap();
        let names = [(at("one"), at("new")), (at("two"), at("no such folder/two"))];
        assert!(rename_all(&names).is_err());
        assert_eq!(fs::read_to_string(at("one")).unwrap(), "1");
        assert_eq!(fs::read_to_string(at("two")).unwrap(), "2");
    }

    #[test]
    fn a_folder_that_is_typed_is_a_whole_path_or_in_the_home() {
        assert!(typed("demarc").is_err());
        assert!(typed("~someone/demarc").is_err());
        let whole = std::env::temp_dir().join("demarc");
        assert_eq!(typed(&format!(" {} ", whole.display())).unwrap(), whole);
        if let Some(home) = BaseDirs::new() {
            assert_eq!(typed("~/demarc").unwrap(), home.home_dir().join("demarc"));
        }
    }

    #[test]
    fn moving_aside_twice_in_a_second_overwrites_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = file(folder.path());
        let now = Moment::new(1_790_000_000_000, 0);
        fs::write(&file, "one").unwrap();
        let first = move_aside(&file, now).unwrap();
        fs::write(&file, "two").unwrap();
        let second = move_aside(&file, now).unwrap();
        assert_ne!(first, second);
        assert_eq!(fs::read_to_string(first).unwrap(), "one");
        assert_eq!(fs::read_to_string(second).unwrap(), "two");
    }
}
