//! Help, version, wrong usage, and streams that nobody reads.

use crate::terminal::{Machine, catalogue, ended, finished, started};

const COMMANDS: [&str; 10] = [
    "quiz",
    "lessons",
    "check",
    "catalogue",
    "ruling",
    "choose",
    "audit",
    "stats",
    "export",
    "paths",
];

#[test]
fn every_command_explains_itself() {
    let machine = Machine::new();
    let overview = finished(&mut machine.bare(["--help"]), "");
    assert_eq!((overview.code, overview.err.as_str()), (0, ""));
    for command in COMMANDS {
        assert!(overview.out.contains(&format!("\n  {command} ")), "{command}");
        let help = finished(&mut machine.bare([command, "--help"]), "");
        assert_eq!((help.code, help.err.as_str()), (0, ""));
        assert!(help.out.contains(&format!("Usage: demarc {command}")), "{}", help.out);
        assert!(help.out.contains("--data-dir <DIR>"), "{}", help.out);
        assert!(help.out.lines().count() > 8, "{}", help.out);
        assert_eq!(finished(&mut machine.bare(["help", command]), "").out, help.out);
    }
    assert!(overview.out.contains("Exit codes: 0 done"), "{}", overview.out);
}

#[test]
fn the_quiz_explains_its_keys() {
    let help = finished(&mut Machine::new().bare(["quiz", "--help"]), "").out;
    for key in ["a s d ", "j k l ", "u  ", "?  ", "x  ", "q  "] {
        assert!(help.contains(&format!("\n  {key}")), "{key:?} is not in {help}");
    }
}

#[test]
fn the_version_names_sqlite_and_the_content() {
    for flag in ["--version", "-V"] {
        let run = finished(&mut Machine::new().bare([flag]), "");
        let wanted = format!(
            "demarc {} (SQLite {}, rulings {})\n",
            env!("CARGO_PKG_VERSION"),
            demarc_study::sqlite_version(),
            catalogue().content_version()
        );
        assert_eq!((run.code, run.out, run.err), (0, wanted, String::new()));
    }
}

#[test]
fn nonsense_is_wrong_usage_and_gets_the_nearest_good_word() {
    let machine = Machine::new();
    let run = finished(&mut machine.bare(["chekc"]), "");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("'chekc'") && run.err.contains("'check'"), "{}", run.err);
    let wrong: [&[&str]; 11] = [
        &[""],
        &["--nonsense"],
        &["quiz", "--questions", "0"],
        &["quiz", "--questions", "501"],
        &["quiz", "--questions", "many"],
        &["quiz", "--seed", "-1"],
        &["catalogue", "--format", "xml"],
        &["ruling", "lambda.zip.auto"],
        &["check", "one", "two"],
        &["--data-dir"],
        &["--data-dir", "", "paths"],
    ];
    for arguments in wrong {
        let run = finished(&mut machine.bare(arguments), "");
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.starts_with("error: "), "{arguments:?}: {}", run.err);
    }
    assert_eq!(std::fs::read_dir(machine.home()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_wrong_usage() {
    use std::os::unix::ffi::OsStrExt;
    let bytes = std::ffi::OsStr::from_bytes(b"\xff\xfe");
    let run = finished(&mut Machine::new().bare([bytes]), "");
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    let service = [std::ffi::OsStr::new("quiz"), std::ffi::OsStr::new("--service"), bytes];
    assert_eq!(finished(&mut Machine::new().bare(service), "").code, 2);
}

#[test]
fn a_reader_who_goes_away_ends_it_quietly() {
    let machine = Machine::new();
    machine.practised();
    let commands: [&[&str]; 4] = [
        &["catalogue", "--format", "json"],
        &["catalogue", "--format", "csv"],
        &["quiz", "--questions", "500"],
        &["--help"],
    ];
    for arguments in commands {
        let mut child = started(&mut machine.command(arguments));
        drop(child.stdout.take());
        let run = ended(child);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_the_output_is_a_failure_in_words() {
    let machine = Machine::new();
    let commands: [&[&str]; 5] = [
        &["catalogue"],
        &["check"],
        &["stats", "--json"],
        &["--version"],
        &["ruling", "lambda.zip.auto", "runtime.apply"],
    ];
    for arguments in commands {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = machine.command(arguments);
        let child = command.stdout(full).stderr(std::process::Stdio::piped()).spawn();
        let run = ended(child.unwrap());
        assert!(run.complaint(1).contains("could not be written"), "{arguments:?}");
    }
}
