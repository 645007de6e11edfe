//! Where progress is kept: the option, the variable, the system; and folders with odd names.

use std::ffi::OsString;
use std::fs;

use crate::terminal::{Machine, finished};

fn kept_in(out: &str) -> &str {
    let row = out.lines().find_map(|line| line.strip_prefix("data "));
    row.unwrap_or_else(|| panic!("no folder in {out}")).trim()
}

#[test]
fn the_option_may_stand_before_or_after_the_command() {
    let machine = Machine::new();
    let folder = machine.data().to_str().unwrap().to_owned();
    let before = finished(&mut machine.bare(["--data-dir", &folder, "paths"]), "");
    let after = finished(&mut machine.bare(["paths", "--data-dir", &folder]), "");
    let joined = finished(&mut machine.bare(["paths", &format!("--data-dir={folder}")]), "");
    assert_eq!((before.code, kept_in(&before.out)), (0, folder.as_str()));
    assert_eq!((&after.out, &joined.out), (&before.out, &before.out));
    assert!(before.out.contains(machine.progress().to_str().unwrap()));
    assert!(before.out.contains("chosen by  --data-dir"));
    let typed = "k\n";
    let quiz = ["--data-dir", &folder, "quiz", "--questions", "2", "--seed", "1"];
    assert_eq!(finished(&mut machine.bare(quiz), typed).code, 0);
    let quiz = ["quiz", "--questions", "2", "--seed", "1", "--data-dir", &folder];
    assert_eq!(finished(&mut machine.bare(quiz), typed).code, 0);
    assert_eq!(machine.stats()["answers"], 2);
    assert!(!machine.data().join("lock").is_dir() && machine.progress().is_file());
}

#[test]
fn the_option_goes_before_the_variable_and_the_variable_before_the_home() {
    let machine = Machine::new();
    let variable = machine.path("variable");
    let mut command = machine.bare(["paths"]);
    let run = finished(command.env("DEMARC_DATA_DIR", &variable), "");
    assert_eq!(kept_in(&run.out), variable.to_str().unwrap());
    let mut command = machine.command(&["paths"]);
    let run = finished(command.env("DEMARC_DATA_DIR", &variable), "");
    assert_eq!(kept_in(&run.out), machine.data().to_str().unwrap());
    let mut command = machine.bare(["paths"]);
    let run = finished(command.env("DEMARC_DATA_DIR", ""), "");
    assert!(run.out.contains("chosen by  the system"), "{}", run.out);
}

#[cfg(target_os = "linux")]
#[test]
fn the_system_gives_a_folder_in_the_home_and_a_relative_one_is_ignored() {
    let machine = Machine::new();
    let usual = machine.home().join(".local/share/demarc");
    let mut command = machine.bare(["paths"]);
    assert_eq!(kept_in(&finished(&mut command, "").out), usual.to_str().unwrap());
    let run = finished(command.env("XDG_DATA_HOME", "share"), "");
    assert_eq!(kept_in(&run.out), usual.to_str().unwrap());
    let given = machine.path("given");
    let run = finished(command.env("XDG_DATA_HOME", &given), "");
    assert_eq!(kept_in(&run.out), given.join("demarc").to_str().unwrap());
}

#[cfg(target_os = "linux")]
#[test]
fn with_a_home_that_is_none_it_explains_and_writes_nothing_here() {
    let machine = Machine::new();
    for home in ["relative", "/"] {
        for arguments in [&["quiz"][..], &["stats"], &["export"], &["paths"], &[]] {
            let run = finished(machine.bare(arguments).env("HOME", home), "k\n");
            let said = run.complaint(1);
            assert!(said.contains("--data-dir") && said.contains("HOME"), "{said}");
        }
        let run = finished(machine.bare(["check"]).env("HOME", home), "");
        assert!(run.out.contains("services"), "what needs no home works without one: {run:?}");
    }
    assert_eq!(fs::read_dir(machine.home()).unwrap().count(), 0);
    assert!(!std::path::Path::new("/.local/share/demarc").exists());
}

#[test]
fn odd_names_of_folders_are_names() {
    let long = "n".repeat(200);
    let names =
        ["with space", "per%20cent", "ha#sh", "que?ry=1", "emoji \u{1f600}", "'; --", &long];
    for name in names {
        let machine = Machine::new();
        let folder = OsString::from(machine.path(name));
        let arguments = |command: &[&str]| -> Vec<OsString> {
            let option = [OsString::from("--data-dir"), folder.clone()];
            command.iter().map(OsString::from).chain(option).collect()
        };
        let quiz = arguments(&["quiz", "--questions", "2"]);
        assert_eq!(finished(&mut machine.bare(quiz), "k\n").code, 0, "{name}");
        let stats = finished(&mut machine.bare(arguments(&["stats", "--json"])), "").json();
        assert_eq!(stats["answers"], 1, "{name}");
        assert!(machine.path(name).join("progress.sqlite3").is_file(), "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_whose_name_is_no_unicode_is_kept_byte_for_byte() {
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    let machine = Machine::new();
    let mut folder = machine.path("x").as_os_str().as_bytes().to_vec();
    folder.extend_from_slice(b"\xff\xfe");
    let folder = OsString::from_vec(folder);
    let with = |command: &str| [OsString::from(command), "--data-dir".into(), folder.clone()];
    assert_eq!(finished(&mut machine.bare(with("quiz")), "k\n").code, 0);
    assert!(std::path::Path::new(&folder).join("progress.sqlite3").is_file());
    let out = machine.bare(with("paths")).output().unwrap().stdout;
    assert!(out.windows(2).any(|pair| pair == b"\xff\xfe"), "{out:?}");
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::new();
    let path = machine.practised();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&machine.data()), mode(&path)), (0o700, 0o600));
}
