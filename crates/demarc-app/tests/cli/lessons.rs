//! Lessons in the terminal, by transcript and by what is remembered of them.

use demarc_catalogue::{Asks, Catalogue};
use demarc_study::Said;

use crate::terminal::{Machine, Run, catalogue, finished};

fn teach(machine: &Machine, id: &str, typed: &str) -> Run {
    finished(&mut machine.command(&["lessons", id]), typed)
}

/// What answers each question of the first lesson, right or wrong.
fn keys(catalogue: &Catalogue, right: bool) -> Vec<String> {
    let questions = &catalogue.lessons()[0].questions;
    let key = |asks: &Asks| match asks {
        Asks::Verdict(cell) => {
            let of = Said::right_for(catalogue.ruling(*cell).side) == Some(Said::Of);
            if of == right { "a".to_owned() } else { "l".to_owned() }
        }
        Asks::Choice(choices) => {
            let at = choices.iter().position(|choice| choice.right == right).unwrap();
            (at + 1).to_string()
        }
    };
    questions.iter().map(|question| key(&question.asks)).collect()
}

fn first() -> String {
    catalogue().lessons()[0].id.clone()
}

#[test]
fn the_list_says_how_far_each_lesson_has_come() {
    let machine = Machine::new();
    let list = machine.run(&["lessons"]);
    assert_eq!((list.code, list.err.as_str()), (0, ""));
    assert_eq!(list.out.lines().count(), catalogue().lessons().len());
    let head = list.out.lines().next().unwrap();
    assert!(head.contains(&first()) && head.contains("0 of 4"), "{head}");
    assert!(!machine.data().exists(), "a list makes nothing");
    teach(&machine, &first(), &format!("{}\n", keys(&catalogue(), true).join("\n")));
    let list = machine.run(&["lessons"]);
    assert!(list.out.lines().next().unwrap().contains("done"), "{}", list.out);
}

#[test]
fn a_lesson_is_printed_asked_explained_and_kept() {
    let machine = Machine::new();
    let catalogue = catalogue();
    let lesson = &catalogue.lessons()[0];
    let (right, wrong) = (keys(&catalogue, true), keys(&catalogue, false));
    // The first one wrong, which comes again at the end.
    let typed = format!("{}\n{}\n{}\n", wrong[0], right[1..].join("\n"), right[0]);
    let run = teach(&machine, &lesson.id, &typed);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    let flat = run.flat();
    for point in &lesson.points {
        assert!(flat.contains(&point.head) && flat.contains(&point.text), "{}", point.head);
    }
    assert!(flat.contains("https://") && flat.contains("AWS: "), "{flat}");
    assert_eq!(run.out.matches("It comes again.").count(), 1);
    assert!(flat.contains("Lesson done: 4 questions right. Next: demarc lessons "), "{flat}");
    let all = machine.run(&["export"]).json();
    assert_eq!(all["lesson_answers"].as_array().unwrap().len(), 5);
    assert_eq!(all["lesson_answers"][0]["right"], false);
    let stats = machine.stats();
    assert_eq!(stats["answers"], 0);
    assert_eq!(stats["lessons_done"], 1);
}

#[test]
fn an_answer_is_taken_back_and_nonsense_gets_one_line_of_help() {
    let machine = Machine::new();
    let key = &keys(&catalogue(), true)[0];
    let run = teach(&machine, &first(), &format!("u\nzz\n\0\n99\n{key}\nu\n{key}\nq\n"));
    assert_eq!(run.code, 0);
    assert_eq!(run.out.matches("There is nothing to take back.").count(), 1);
    assert_eq!(run.out.matches("Taken back.").count(), 1);
    assert_eq!(run.out.matches("u undo, q quit.").count(), 3, "{}", run.out);
    assert!(run.out.contains("1 of 4 questions right so far."), "{}", run.out);
    let all = machine.run(&["export"]).json();
    assert_eq!(all["lesson_retractions"].as_array().unwrap().len(), 1);
    // It goes on where it was left.
    let run = teach(&machine, &first(), "");
    assert!(run.out.contains("Question 2 of 4") && !run.out.contains("Question 1 of 4"));
}

#[test]
fn an_unknown_lesson_gets_the_nearest_name_and_writes_nothing() {
    let machine = Machine::new();
    let run = teach(&machine, "control-kind", "");
    assert!(run.complaint(2).contains("did you mean `control-kinds`?"), "{run:?}");
    assert!(!machine.data().exists());
}

#[test]
fn beside_another_demarc_nothing_is_kept_and_a_line_says_so() {
    let machine = Machine::new();
    machine.practised();
    let held = demarc_study::Study::open(
        catalogue(),
        &machine.progress(),
        demarc_study::Moment::new(1_795_507_200_000, 60),
    );
    let run = teach(&machine, &first(), &format!("{}\n", keys(&catalogue(), true)[0]));
    assert_eq!((run.code, run.err.lines().count()), (0, 1), "{run:?}");
    assert!(run.err.contains("already has this progress open"), "{}", run.err);
    assert!(run.err.contains("not kept") && run.out.contains("1 of 4 questions right so far."));
    drop(held);
    let all = machine.run(&["export"]).json();
    assert!(all["lesson_answers"].as_array().unwrap().is_empty());
}
