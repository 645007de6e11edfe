//! Lessons as the catalogue gives them, and the shipped ones as a whole.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod small;

use demarc_catalogue::{Asks, Catalogue, ControlKind, DutyIx, Halves, Picture};

fn ids(catalogue: &Catalogue, duties: &[DutyIx]) -> Vec<String> {
    duties.iter().map(|&duty| catalogue.duty(duty).id.clone()).collect()
}

#[test]
fn a_lesson_is_found_by_its_id_and_by_the_one_before() {
    let small = small::catalogue();
    let kinds = small.find_lesson("kinds").unwrap();
    assert_eq!(small.find_lesson("sorts"), Some(kinds));
    assert_eq!(small.find_lesson("none"), None);
    assert_eq!(small.lesson_ixs().nth(1), Some(kinds));
    let lesson = small.lesson(kinds);
    assert_eq!((lesson.title.as_str(), lesson.points.len()), ("Kinds of controls", 3));
    assert!(matches!(&lesson.picture, Some(Picture::Controls { shown, .. }) if shown.len() == 1));
    assert_eq!(small.source(lesson.cites[0].source).id, "model");
    let [verdict, choice] = lesson.questions.as_slice() else { panic!("two questions") };
    let Asks::Verdict(cell) = verdict.asks else { panic!("a verdict") };
    assert_eq!(cell, small::cell(&small, "fn.zip.auto", "runtime.apply"));
    let Asks::Choice(choices) = &choice.asks else { panic!("a choice") };
    assert_eq!(choices.iter().map(|it| it.right).collect::<Vec<_>>(), [true, false, false]);
}

#[test]
fn the_halves_of_a_control_are_told_by_where_its_duties_fall() {
    let small = small::catalogue();
    let Some(Picture::Controls { shown, on }) = &small.lessons()[1].picture else {
        panic!("a table")
    };
    let halves = small.halves(shown[0], *on);
    assert_eq!(ids(&small, &halves.of), ["host.patch"]);
    assert_eq!(ids(&small, &halves.r#in), ["os.apply", "runtime.apply"]);
    let auto = small.find_deployment("fn.zip.auto").unwrap();
    let halves = small.halves(shown[0], auto);
    assert_eq!(ids(&small, &halves.of), ["host.patch", "os.apply", "runtime.apply"]);
}

#[test]
fn a_picture_of_controls_shows_what_their_kinds_say() {
    let shipped = Catalogue::shipped().unwrap();
    let mut tables = 0;
    for lesson in shipped.lessons() {
        let Some(Picture::Controls { shown, on }) = &lesson.picture else { continue };
        for &control in shown {
            let Halves { of, r#in } = shipped.halves(control, *on);
            let name = format!("{}: {}", lesson.id, shipped.control(control).name);
            let (of, r#in) = (!of.is_empty(), !r#in.is_empty());
            match shipped.control(control).kind {
                ControlKind::Inherited => assert!(of && !r#in, "{name} is the provider's whole"),
                ControlKind::Shared => assert!(of && r#in, "{name} has two halves"),
                ControlKind::CustomerSpecific => assert!(!of && r#in, "{name} is yours whole"),
            }
        }
        tables += 1;
    }
    assert!(tables > 0);
}

#[test]
fn the_right_choice_of_shipped_lessons_is_not_told_by_its_place_or_length() {
    let shipped = Catalogue::shipped().unwrap();
    let (mut all, mut first, mut longest) = (0, 0, 0);
    for question in shipped.lessons().iter().flat_map(|lesson| &lesson.questions) {
        let Asks::Choice(choices) = &question.asks else { continue };
        let right = choices.iter().position(|choice| choice.right).unwrap();
        let length = |at: usize| choices[at].text.chars().count();
        all += 1;
        first += usize::from(right == 0);
        longest += usize::from((0..choices.len()).all(|at| length(at) <= length(right)));
    }
    assert!(first * 2 <= all, "the right choice stands first in {first} of {all}");
    assert!(longest * 5 <= all * 3, "the right choice is the longest in {longest} of {all}");
}
