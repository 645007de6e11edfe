//! `demarc audit`: what a blind reader sees, and what becomes of the answers.

use std::collections::HashSet;
use std::fs;

use demarc_catalogue::{Cell, Side};

use crate::terminal::{Machine, Run, catalogue, finished};

fn audit(arguments: &[&str]) -> Run {
    let arguments: Vec<&str> = [&["audit"], arguments].concat();
    finished(&mut Machine::new().bare(&arguments), "")
}

fn drawn(arguments: &[&str]) -> (String, Vec<Cell>) {
    let run = audit(arguments);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let catalogue = catalogue();
    let cells = run.out.lines().skip(1).map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [deployment, duty, name, settings, prompt] = fields[..] else { panic!("{line}") };
        let deployment = catalogue.find_deployment(deployment).unwrap();
        let cell = Cell { deployment, duty: catalogue.find_duty(duty).unwrap() };
        assert_eq!(name, catalogue.deployment_name(deployment));
        assert_eq!(prompt, catalogue.prompt(cell));
        assert_eq!(settings.is_empty(), catalogue.tags(deployment).is_empty());
        assert!(catalogue.tags(deployment).iter().all(|tag| {
            settings.split("; ").any(|part| part == format!("{}: {}", tag.setting, tag.value))
        }));
        cell
    });
    let cells = cells.collect();
    (run.out, cells)
}

fn written(machine: &Machine, name: &str, text: &str) -> String {
    let path = machine.path(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_draw_shows_the_question_and_nothing_of_the_answer() {
    let (text, cells) = drawn(&["--seed", "3"]);
    assert_eq!(cells.len(), 300);
    assert_eq!(text, drawn(&["--seed", "3", "--count", "300"]).0);
    assert_ne!(text, drawn(&["--seed", "4"]).0);
    let catalogue = catalogue();
    for cell in cells {
        assert!(!text.contains(&catalogue.explain(cell).why));
    }
}

#[test]
fn what_earlier_tables_list_is_not_drawn_again() {
    let machine = Machine::new();
    let first = drawn(&["--seed", "3", "--count", "40"]);
    let second = drawn(&["--seed", "4", "--count", "40"]);
    let files = [
        written(&machine, "first.tsv", &first.0),
        written(&machine, "second.tsv", &format!("# a note\nno.more\tat.all\n{}", second.0)),
    ];
    let third = drawn(&["--seed", "3", "--count", "60", "--not", &files[0], &files[1]]);
    let before: HashSet<Cell> = first.1.into_iter().chain(second.1).collect();
    assert_eq!(third.1.len(), 60);
    assert!(third.1.iter().all(|cell| !before.contains(cell)));
}

#[test]
fn a_draw_of_more_than_there_is_says_so() {
    let run = audit(&["--count", "100000"]);
    let rows = run.out.lines().count() - 1;
    assert_eq!(rows, catalogue().asked_cells(catalogue().released()).len());
    assert_eq!(run.err, format!("No more than {rows} rulings are left to draw from.\n"));
}

#[test]
fn answers_stand_beside_the_rulings_with_the_figures_below() {
    let (_, cells) = drawn(&["--seed", "5", "--count", "40"]);
    let (catalogue, machine) = (catalogue(), Machine::new());
    let mut table = String::from("deployment\tduty\tanswer\tcertainty\tpage\tnote\n");
    for (at, cell) in cells.iter().enumerate() {
        let side = catalogue.ruling(*cell).side;
        let answer = if at < 3 { side.opposite().unwrap() } else { side };
        let ids = (&catalogue.deployment(cell.deployment).id, &catalogue.duty(cell.duty).id);
        table.push_str(&format!("{}\t{}\t{answer}\tsure\thttps://p/{at}\tn {at}\n", ids.0, ids.1));
    }
    let run = audit(&["--compare", &written(&machine, "answers.tsv", &table)]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let (rows, figures): (Vec<&str>, Vec<&str>) =
        run.out.lines().partition(|line| !line.starts_with('#'));
    assert_eq!(rows.len(), 41);
    for ((at, cell), row) in cells.iter().enumerate().zip(&rows[1..]) {
        let fields: Vec<&str> = row.split('\t').collect();
        assert_eq!(fields[3..6], ["sure", &format!("https://p/{at}"), &format!("n {at}")]);
        assert_eq!(fields[6], catalogue.ruling(*cell).side.as_str());
        assert_eq!(fields[7], if at < 3 { "no" } else { "yes" });
        let depends = catalogue.depends_on_setting(*cell, catalogue.released());
        assert_eq!(fields[8], if depends { "yes" } else { "no" });
    }
    assert!(figures.contains(&"# 37 of 40 agree: all"), "{figures:?}");
    let sums = |among: &dyn Fn(&str) -> bool| {
        let pairs = figures.iter().filter(|line| among(line)).filter_map(|line| {
            let (agreed, rest) = line.strip_prefix("# ")?.split_once(" of ")?;
            Some((agreed.parse().ok()?, rest.split_once(' ')?.0.parse().ok()?))
        });
        pairs.fold((0, 0), |sum, (agreed, all): (usize, usize)| (sum.0 + agreed, sum.1 + all))
    };
    assert_eq!(sums(&|line| line.ends_with("dependent on a setting")), (37, 40));
    let depending = figures.iter().find(|line| line.ends_with("agree: dependent on a setting"));
    assert!(depending.is_some_and(|line| line.contains(" of 20 ")), "{figures:?}");
    let by_category = |line: &str| !line.ends_with("setting") && !line.ends_with("all");
    assert_eq!(sums(&by_category), (37, 40));
}

#[test]
fn a_table_that_cannot_be_read_is_bad_data_at_its_line() {
    let machine = Machine::new();
    let complaint = |text: &str| {
        let file = written(&machine, "answers.tsv", text);
        audit(&["--compare", &file]).complaint(3).to_owned()
    };
    let good = "lambda.zip.auto\truntime.apply\tof\n";
    assert!(complaint(&format!("{good}lambda.zip.auto\tnonsense\tof\n")).contains(".tsv:2: there"));
    assert!(complaint(&format!("\n{good}{good}")).contains(".tsv:3: lambda.zip.auto"));
    assert!(
        complaint("lambda.zip.auto\truntime.apply\tshared\n").contains("`shared` is no answer")
    );
    assert!(complaint("deployment\tduty\tanswer\n").contains("holds no answer"));
    let missing = machine.path("missing.tsv");
    let missing = missing.to_str().unwrap();
    assert!(audit(&["--compare", missing]).complaint(3).contains("cannot be read"));
    let bare = written(&machine, "bare.tsv", "lambda.zip.auto\n");
    assert!(audit(&["--not", &bare]).complaint(3).contains(".tsv:1:"));
    assert_eq!(audit(&["--compare", missing, "--seed", "2"]).code, 2);
}

#[test]
fn an_answer_of_none_agrees_only_with_a_ruling_of_none() {
    let catalogue = catalogue();
    let at = catalogue.cells().find(|&cell| catalogue.ruling(cell).side == Side::None).unwrap();
    let ids = [&catalogue.deployment(at.deployment).id, &catalogue.duty(at.duty).id];
    let text = format!("{}\t{}\tnone\nlambda.zip.auto\truntime.apply\tnone\n", ids[0], ids[1]);
    let machine = Machine::new();
    let file = written(&machine, "answers.tsv", &text);
    let run = audit(&["--compare", &file]);
    assert!(run.out.contains("\n# 1 of 2 agree: all\n"), "{}", run.out);
}
