//! The quiz in the terminal, by transcript and by what is remembered of it.

use std::io::{BufRead, BufReader, Write};

use serde_json::Value;

use crate::terminal::{Machine, Run, catalogue, finished, started};

/// The deployment and the prompt of each question, in the order asked.
fn asked(run: &Run) -> Vec<String> {
    let lines: Vec<&str> = run.out.lines().collect();
    let heads = lines.windows(3).filter(|three| three[0].contains(" \u{b7} "));
    heads.map(|three| format!("{}: {}", three[1], three[2])).collect()
}

fn verdicts(run: &Run, word: &str) -> usize {
    run.out.lines().filter(|line| line.starts_with(&format!("{word}: "))).count()
}

#[test]
fn one_line_an_answer_and_the_explanation_follows() {
    let machine = Machine::new();
    let run = machine.quiz(&["--questions", "4", "--seed", "7"], "a\ns\nk\nL\n");
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    assert_eq!(verdicts(&run, "Right") + verdicts(&run, "Wrong"), 4, "{}", run.out);
    let sources = run.out.lines().filter(|line| line.starts_with("  Source: ")).count();
    assert_eq!(sources, 4, "{}", run.out);
    assert!(run.flat().contains("amazon.com"), "{}", run.out);
    let right = verdicts(&run, "Right");
    assert!(run.out.contains(&format!("Score: {right} of 4 right")), "{}", run.out);
    let stats = machine.stats();
    assert_eq!(stats["answers"], 4);
    assert_eq!(stats["sessions"][0]["right"], right);
    assert!((stats["score"].as_f64().unwrap() - right as f64 / 4.0).abs() < 1e-9);
}

#[test]
fn an_answer_is_logged_with_its_side_and_confidence() {
    let machine = Machine::new();
    machine.quiz(&["--questions", "6", "--seed", "7"], "a\ns\nd\nj\nk\nl\n");
    let all = machine.run(&["export"]).json();
    let said = |answer: &Value| format!("{} {}", answer["said"], answer["confidence"]);
    let said: Vec<String> = all["answers"].as_array().unwrap().iter().map(said).collect();
    let wanted = ["of sure", "of likely", "of guess", "in guess", "in likely", "in sure"];
    assert_eq!(said.iter().map(|it| it.replace('"', "")).collect::<Vec<_>>(), wanted);
    let csv = machine.run(&["export", "--format", "csv"]);
    assert_eq!((csv.code, csv.err.as_str()), (0, ""));
    assert_eq!(csv::Reader::from_reader(csv.out.as_bytes()).records().count(), 6);
}

#[test]
fn the_same_seed_asks_the_same_questions() {
    let ask = |seed| Machine::new().quiz(&["--questions", "8", "--seed", seed], &"x\n".repeat(8));
    let (one, again, other) = (ask("5"), ask("5"), ask("6"));
    assert_eq!(one.out, again.out);
    assert_eq!(asked(&one).len(), 8);
    assert_ne!(asked(&one), asked(&other));
}

#[test]
fn only_the_service_asked_for_is_asked_about() {
    let run = Machine::new().quiz(&["--service", "lambda", "--questions", "5"], &"x\n".repeat(5));
    let asked = asked(&run);
    assert_eq!(asked.len(), 5, "{}", run.out);
    assert!(asked.iter().all(|question| question.starts_with("AWS Lambda, ")), "{asked:?}");
}

#[test]
fn an_unknown_service_gets_the_nearest_name_and_writes_nothing() {
    let machine = Machine::new();
    let run = machine.quiz(&["--service", "lamda"], "a\n");
    assert!(run.complaint(2).contains("did you mean `lambda`?"));
    assert!(!machine.data().exists());
}

#[test]
fn an_answer_taken_back_is_asked_again_and_does_not_count() {
    let machine = Machine::new();
    let run = machine.quiz(&["--questions", "3", "--seed", "2"], "u\na\nu\nu\n");
    assert_eq!(run.code, 0);
    assert_eq!(run.out.matches("There is nothing to take back.").count(), 2);
    assert_eq!(run.out.matches("Taken back.").count(), 1);
    let asked = asked(&run);
    assert_eq!((asked.len(), &asked[0]), (3, &asked[2]), "{}", run.out);
    let stats = machine.stats();
    assert_eq!((&stats["answers"], &stats["score"]), (&0.into(), &Value::Null));
    let all = machine.run(&["export"]).json();
    assert_eq!(all["retractions"].as_array().unwrap().len(), 1);
    assert_eq!(all["answers"][0]["retracted"], true);
}

#[test]
fn after_the_last_question_the_answer_can_still_be_taken_back() {
    let machine = Machine::new();
    let side = ["a", "l"].into_iter().find(|key| {
        let run = Machine::new().quiz(&["--questions", "1", "--seed", "3"], &format!("{key}\n"));
        verdicts(&run, "Right") == 1
    });
    let right = side.unwrap();
    let typed = format!("{right}\n?\nz\nu\n{right}\n\nnever read\n");
    let run = machine.quiz(&["--questions", "1", "--seed", "3"], &typed);
    assert_eq!((run.code, asked(&run).len()), (0, 2), "{}", run.out);
    assert!(run.out.contains("Proof: ") && run.out.contains("No question is left"), "{}", run.out);
    assert_eq!(run.out.matches("Score: 1 of 1 right (100%)").count(), 2);
    assert_eq!(machine.stats()["answers"], 1);
}

#[test]
fn what_was_wrong_comes_back_once_in_the_session() {
    let machine = Machine::new();
    let wrong = ["a", "l"].into_iter().find(|key| {
        let run = Machine::new().quiz(&["--questions", "1", "--seed", "3"], &format!("{key}\n"));
        verdicts(&run, "Wrong") == 1
    });
    let wrong = wrong.unwrap();
    let run = machine.quiz(&["--questions", "1", "--seed", "3"], &format!("{wrong}\n{wrong}\n\n"));
    assert!(run.out.contains("It comes back in this session."), "{}", run.out);
    assert!(run.out.contains("Once more \u{b7} "), "{}", run.out);
    assert_eq!(verdicts(&run, "Wrong"), 2);
    assert!(run.out.contains("Score: 0 of 1 right") && run.out.contains("Sure and wrong:"));
}

#[test]
fn why_means_the_keys_first_and_then_the_last_answer() {
    let run = Machine::new().quiz(&["--questions", "3", "--seed", "2"], "?\na\n?\n");
    assert_eq!(run.out.matches("a s d  OF the cloud").count(), 2, "{}", run.out);
    assert_eq!(run.out.matches("Proof: ").count(), 1);
    assert!(run.out.contains("https://"), "{}", run.out);
    let asked = asked(&run);
    assert_eq!(asked[1], asked[2]);
}

#[test]
fn what_is_no_key_gets_one_line_of_help_and_the_question_stays() {
    let machine = Machine::new();
    let typed = format!("\nfoo\n\0\n\u{1b}[2J\n{}\nq\n", "k".repeat(100_000));
    let run = machine.quiz(&["--questions", "3"], &typed);
    assert_eq!((run.code, asked(&run).len()), (0, 1));
    assert_eq!(run.out.matches("One letter: ").count(), 5);
    assert!(!run.out.contains('\x1b'));
    assert!(run.out.contains("Nothing was answered."));
    assert_eq!(machine.stats()["sessions"], Value::Array(Vec::new()));
}

#[test]
fn the_end_of_input_ends_the_session_with_its_score() {
    let machine = Machine::new();
    for typed in ["k\nk", "k\nk\n", "k\nk\nq\n"] {
        let run = machine.quiz(&["--questions", "5"], typed);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert!(run.out.contains(" of 2 right"), "{typed:?}: {}", run.out);
    }
    let next = machine.quiz(&[], "");
    assert!(!next.out.contains("Going on"), "{}", next.out);
    assert_eq!(machine.stats()["sessions"].as_array().unwrap().len(), 3);
}

/// Answers one question of a quiz, kills it, and gives the deployment it asked about next.
fn killed_in_the_middle(machine: &Machine) -> String {
    let mut child = started(&mut machine.command(&["quiz", "--questions", "4", "--seed", "9"]));
    child.stdin.as_mut().unwrap().write_all(b"x\na\n").unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    lines.find(|line| line.starts_with("3 of 4")).unwrap();
    let next = lines.next().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    next
}

#[test]
fn a_session_cut_off_goes_on_where_it_was() {
    let machine = Machine::new();
    let next = killed_in_the_middle(&machine);
    assert_eq!(machine.stats()["answers"], 1);
    let run = machine.quiz(&[], "x\nx\nx\n");
    assert!(run.out.starts_with("Going on with the session you left: "), "{}", run.out);
    assert!(asked(&run)[0].starts_with(&next), "{next} is not first in {}", run.out);
    assert_eq!(machine.stats()["sessions"].as_array().unwrap().len(), 1);
}

#[test]
fn asked_for_something_else_the_session_cut_off_is_put_away_in_words() {
    let machine = Machine::new();
    killed_in_the_middle(&machine);
    let run = machine.quiz(&["--service", "s3", "--questions", "2"], "a\n");
    assert!(run.out.starts_with("The session you left, with "), "{}", run.out);
    assert!(asked(&run)[0].starts_with("Amazon S3"), "{}", run.out);
    assert!(!machine.quiz(&[], "").out.contains("Going on"));
}

#[test]
fn without_a_display_one_line_says_so_and_the_quiz_begins() {
    let machine = Machine::new();
    let run = finished(&mut machine.command(&[]), "k\n");
    assert_eq!((run.code, run.err.lines().count()), (0, 1), "{run:?}");
    assert!(run.err.contains("display"), "{}", run.err);
    assert!(run.out.starts_with("10 questions"), "{}", run.out);
    assert_eq!(machine.stats()["answers"], 1);
    let asked = asked(&run);
    let name = asked[0].split(':').next().unwrap();
    let catalogue = catalogue();
    assert!(catalogue.deployment_ixs().any(|at| catalogue.deployment_name(at).starts_with(name)));
}
