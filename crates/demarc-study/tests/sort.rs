//! Sort: its questions over 10,000 draws, and its replies in the log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{BTreeMap, HashSet};

use common::guess::{Seen, guessed};
use common::{NOW, catalogue, deployments, in_memory, rng};
use demarc_catalogue::{Cell, DeploymentIx, DutyIx, Side};
use demarc_study::forms::{Form, Question, Reply, SortQuestion, SortReply};
use demarc_study::{Choice, Confidence, Plan, Said, Study};
use rand::RngExt;

const DRAWS: usize = 10_000;

/// Draws at random that make a question, the same each time.
fn draws() -> impl Iterator<Item = SortQuestion> {
    let (catalogue, all, mut rng) = (catalogue(), deployments(), rng(14));
    std::iter::repeat_with(move || {
        let deployment = all[rng.random_range(0..all.len())];
        SortQuestion::of(&catalogue, deployment, rng.random(), NOW.day().date())
    })
    .flatten()
    .take(DRAWS)
}

fn side(deployment: DeploymentIx, duty: DutyIx) -> Side {
    catalogue().ruling(Cell { deployment, duty }).side
}

#[test]
fn the_key_of_every_draw_is_what_the_rulings_say_and_both_sides_occur() {
    let (catalogue, today) = (catalogue(), NOW.day().date());
    let mut of_one_control = 0;
    for question in draws() {
        let key = question.key(&catalogue);
        for &duty in &question.cards {
            let cell = Cell { deployment: question.deployment, duty };
            assert!(catalogue.asked(cell, today));
            assert_eq!(key.side(duty).unwrap().side(), side(question.deployment, duty));
            if question.control.is_some() {
                assert_eq!(catalogue.duty(duty).control, question.control);
            }
        }
        assert!(key.on(Said::Of).next().is_some() && key.on(Said::In).next().is_some());
        assert!((3..=6).contains(&question.cards.len()));
        of_one_control += usize::from(question.control.is_some());
        let marks = question.mark(&catalogue, &key).unwrap();
        assert!(marks.whole());
        assert_eq!((marks.of(), marks.cells.len()), (question.cards.len(), marks.of()));
        // Each card is a point of its own, and a reply without one of them is not whole.
        let mut slip = key.clone();
        let first = question.cards[0];
        let other = if key.side(first) == Some(Said::Of) { Said::In } else { Said::Of };
        slip.put(first, other);
        let marked = question.mark(&catalogue, &slip).unwrap();
        assert_eq!((marked.points(), marked.of()), (marks.of() - 1, marks.of()));
        slip.take(first);
        assert!(question.mark(&catalogue, &slip).is_none());
    }
    assert!((DRAWS / 5..DRAWS / 2).contains(&of_one_control), "{of_one_control}");
}

#[test]
fn nearly_every_deployment_can_be_sorted() {
    let (catalogue, today) = (catalogue(), NOW.day().date());
    let all = deployments();
    let of =
        |deployment: &&DeploymentIx, seed| SortQuestion::of(&catalogue, **deployment, seed, today);
    let sorted = all.iter().filter(|it| of(it, 1).is_some()).count();
    let halves = |it: &&DeploymentIx| {
        (0..16).any(|seed| of(it, seed).is_some_and(|question| question.control.is_some()))
    };
    let halves = all.iter().filter(halves).count();
    println!("{sorted} of {} deployments, {halves} by the halves of a control", all.len());
    assert!(sorted + 2 >= all.len() && halves * 4 >= all.len() * 3);
}

#[test]
fn no_draw_shows_a_duty_twice_or_in_the_order_of_the_stack_and_one_seed_gives_one_question() {
    let (catalogue, mut rng) = (catalogue(), rng(15));
    let mut seen = BTreeMap::<DeploymentIx, HashSet<Vec<DutyIx>>>::new();
    for question in draws() {
        let once: HashSet<_> = question.cards.iter().collect();
        assert_eq!(once.len(), question.cards.len());
        assert!(!question.cards.is_sorted() && !question.cards.iter().rev().is_sorted());
        seen.entry(question.deployment).or_default().insert(question.cards);
    }
    assert!(seen.values().all(|draws| draws.len() > 1), "a deployment always shows the same");
    for &deployment in seen.keys() {
        let (seed, today) = (rng.random(), NOW.day().date());
        let again = || SortQuestion::of(&catalogue, deployment, seed, today);
        assert_eq!(again(), again());
    }
}

/// What the form of a card tells, beside the duty that is on it.
struct Shape {
    duty: DutyIx,
    /// Its place, from 0.
    place: usize,
    /// How many cards there are.
    number: usize,
    /// How many of them have a longer name.
    longer: usize,
}

#[test]
fn the_form_of_a_card_tells_no_more_than_naming_the_commoner_side() {
    let catalogue = catalogue();
    let mut seen: Vec<Seen<Shape, Said>> = Vec::new();
    for (draw, question) in draws().enumerate() {
        let key = question.key(&catalogue);
        let length = |duty: DutyIx| catalogue.duty(duty).label.len();
        for (place, &duty) in question.cards.iter().enumerate() {
            let longer = question.cards.iter().filter(|it| length(**it) > length(duty)).count();
            let form = Shape { duty, place, number: question.cards.len(), longer };
            seen.push(Seen { draw, form, right: key.side(duty).unwrap() });
        }
    }
    let commoner = guessed(&seen, |_| 0);
    let place = guessed(&seen, |it| (it.place, it.number));
    let number = guessed(&seen, |it| it.number);
    let rank = guessed(&seen, |it| (it.number, it.longer));
    println!("commoner {commoner:.3} place {place:.3} number {number:.3} rank {rank:.3}");
    assert!(place - commoner < 0.02);
    assert!(number - commoner < 0.02);
    // A label is one duty's, so which of some labels is the longest is nearly a choice among duties.
    assert!(rank - commoner < 0.06);
    // Of one duty the form tells nothing at all: it is the same whichever side is right.
    let duty = guessed(&seen, |it| it.duty);
    let with_form = guessed(&seen, |it| (it.duty, it.place, it.number));
    println!("duty {duty:.3} with its form {with_form:.3}");
    assert!(with_form - duty < 0.01);
}

fn plan(length: usize) -> Plan {
    Plan::Form(Form::Sort, Choice { length, ..Choice::default() })
}

fn key(study: &Study) -> Reply {
    study.question(NOW).unwrap().key(study.catalogue())
}

#[test]
fn a_reply_schedules_each_card_and_one_undo_takes_all_of_it_back() {
    let mut study = in_memory();
    assert_eq!(study.start(&plan(3), NOW, &mut rng(1)).unwrap(), 3);
    let Some(Question::Sort(question)) = study.question(NOW) else { panic!("cards") };
    let none = Reply::Sort(SortReply::default());
    assert!(study.reply(&none, Confidence::Sure, 9_000, NOW).is_err(), "nothing was sorted");
    let mut all_yours = SortReply::default();
    question.cards.iter().for_each(|&duty| all_yours.put(duty, Said::In));
    let replied = study.reply(&Reply::Sort(all_yours), Confidence::Likely, 9_000, NOW).unwrap();
    assert!(!replied.marks.whole() && replied.marks.points() > 0);
    assert!(replied.comes_back_this_session);
    assert_eq!(study.session().unwrap().items.len(), 4, "it comes back at the end");
    for &duty in &question.cards {
        let record = study.record(Cell { deployment: question.deployment, duty });
        let right = side(question.deployment, duty) == Side::In;
        assert_eq!((record.seen, record.right), (1, usize::from(right)));
    }
    study.undo(NOW).unwrap();
    assert_eq!(study.stats(NOW).answers, 0);
    assert_eq!(study.session().unwrap().items.len(), 3);
    assert_eq!(study.question(NOW), Some(Question::Sort(question)));
}

#[test]
fn a_session_left_in_the_middle_asks_the_same_again_and_the_log_names_what_was_said() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.sqlite3");
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    study.start(&plan(3), NOW, &mut rng(2)).unwrap();
    study.reply(&key(&study), Confidence::Sure, 9_000, NOW).unwrap();
    study.advance();
    let asked = study.question(NOW);
    let stats = study.stats(NOW);
    study.rebuild(NOW).unwrap();
    assert_eq!(study.stats(NOW), stats);
    drop(study);
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    assert!(study.resume(NOW));
    assert_eq!(study.question(NOW), asked);
    let mut out = Vec::new();
    study.export_json(&mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["replies"][0]["form"], "sort");
    let said = json["replies"][0]["said"].to_string();
    assert!(said.contains("of") && said.contains("in"), "{said}");
}
