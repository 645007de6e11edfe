//! Reason: its questions over 10,000 draws, and its replies in the log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use common::guess::{Seen, guessed, picked};
use common::{NOW, catalogue, in_memory, rng};
use demarc_catalogue::{Cell, Side};
use demarc_study::forms::reason::From;
use demarc_study::forms::{Form, Question, ReasonQuestion, ReasonReply, Reply};
use demarc_study::{Choice, Confidence, Plan, Said, Study};
use rand::RngExt;

const DRAWS: usize = 10_000;

fn cells() -> Vec<Cell> {
    catalogue().asked_cells(NOW.day().date())
}

/// Draws at random that make a question, the same each time.
static DRAWN: LazyLock<Vec<ReasonQuestion>> = LazyLock::new(|| {
    let (catalogue, all, mut rng) = (catalogue(), cells(), rng(24));
    std::iter::repeat_with(move || {
        let cell = all[rng.random_range(0..all.len())];
        ReasonQuestion::of(&catalogue, cell, rng.random(), NOW.day().date())
    })
    .flatten()
    .take(DRAWS)
    .collect()
});

fn draws() -> impl Iterator<Item = &'static ReasonQuestion> {
    DRAWN.iter()
}

fn side(cell: Cell) -> Side {
    catalogue().ruling(cell).side
}

#[test]
fn the_key_of_every_draw_is_the_ruling_and_its_own_reason() {
    let catalogue = catalogue();
    for question in draws() {
        let (cell, key) = (question.cell, question.key(&catalogue));
        assert_eq!(key.side.unwrap().side(), side(cell));
        let explained = catalogue.explain(cell);
        let own = &question.reasons[key.reason.unwrap()];
        assert_eq!((own.from, own.argues.side()), (From::Ruling, side(cell)));
        assert!(explained.principle == own.text || explained.why == own.text);
        let marks = question.mark(&catalogue, &key).unwrap();
        assert!(marks.whole());
        assert_eq!((marks.of(), marks.cells.len()), (2, 1));
        let half = ReasonReply { reason: Some((key.reason.unwrap() + 1) % 4), ..key.clone() };
        let marks = question.mark(&catalogue, &half).unwrap();
        assert_eq!((marks.points(), marks.cells[0].right()), (1, true));
        assert!(question.mark(&catalogue, &ReasonReply { side: None, ..key }).is_none());
    }
}

#[test]
fn two_reasons_speak_for_each_side_and_none_of_the_wrong_ones_holds_here() {
    for question in draws() {
        let on = |said| question.reasons.iter().filter(|it| it.argues == said).count();
        assert_eq!((on(Said::Of), on(Said::In)), (2, 2), "the side does not give it away");
        let texts: HashSet<&str> = question.reasons.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts.len(), 4, "nothing is said twice");
        for reason in &question.reasons {
            assert!(!reason.text.contains(['{', '}']), "{}", reason.text);
            if let From::Principle(duty) = reason.from {
                let there = side(Cell { duty, ..question.cell });
                assert_ne!(there, reason.argues.side(), "{} holds here", reason.text);
            }
        }
    }
}

#[test]
fn every_deployment_has_cells_that_can_be_asked_for_their_reason() {
    let (catalogue, today, all) = (catalogue(), NOW.day().date(), cells());
    // Whether there are four reasons of one length does not depend on the seed, but for near ties.
    let asks = |cell: &&Cell| ReasonQuestion::of(&catalogue, **cell, 1, today).is_some();
    let asked: Vec<Cell> = all.iter().filter(asks).copied().collect();
    let deployments: HashSet<_> = asked.iter().map(|cell| cell.deployment).collect();
    let of = |side_: Side| asked.iter().filter(|cell| side(**cell) == side_).count();
    println!(
        "{} of {} cells in {} deployments, {} of, {} in",
        asked.len(),
        all.len(),
        deployments.len(),
        of(Side::Of),
        of(Side::In)
    );
    // The texts of the rest do not make four reasons of about one length; they are asked otherwise.
    assert!(asked.len() * 5 >= all.len() * 2);
    assert_eq!(deployments.len(), all.iter().map(|it| it.deployment).collect::<HashSet<_>>().len());
}

/// What the form of a reason tells.
struct Shape {
    place: usize,
    /// How many of the four are shorter.
    rank: usize,
    letters: usize,
    /// Its length beside the mean of the others, in eighths.
    beside: usize,
}

#[test]
fn who_knows_only_the_length_and_the_place_of_the_reasons_does_no_better_than_chance() {
    let mut questions: Vec<(Vec<Shape>, usize)> = Vec::new();
    let mut sides: Vec<Seen<(usize, usize), Side>> = Vec::new();
    for (draw, question) in draws().enumerate() {
        let lengths: Vec<usize> = question.reasons.iter().map(|it| it.text.len()).collect();
        let shape = |(place, &letters): (usize, &usize)| {
            let others = (lengths.iter().sum::<usize>() - letters) / 3;
            let rank = lengths.iter().filter(|it| **it < letters).count();
            Shape { place, rank, letters, beside: letters * 8 / others }
        };
        questions
            .push((lengths.iter().enumerate().map(shape).collect(), question.answer().unwrap()));
        let form = (lengths.iter().sum::<usize>() / 20, lengths[0] / 10);
        sides.push(Seen { draw, form, right: side(question.cell) });
    }
    let place = picked(&questions, |it| it.place);
    let rank = picked(&questions, |it| it.rank);
    let letters = picked(&questions, |it| it.letters / 6);
    let beside = picked(&questions, |it| it.beside);
    println!("place {place:.3} rank {rank:.3} letters {letters:.3} beside {beside:.3}");
    let (commoner, by_length) = (guessed(&sides, |_| 0), guessed(&sides, |it| *it));
    println!("side: commoner {commoner:.3} by length {by_length:.3}");
    for (what, told) in [("place", place), ("rank", rank), ("letters", letters), ("beside", beside)]
    {
        assert!(told - 0.25 < 0.05, "{what}: {told:.3}");
    }
    assert!(by_length - commoner < 0.04);
}

#[test]
fn one_seed_gives_one_question_and_others_ask_otherwise() {
    let (catalogue, today, mut rng) = (catalogue(), NOW.day().date(), rng(25));
    let mut seen = BTreeMap::<Cell, HashSet<Vec<String>>>::new();
    for cell in cells().into_iter().step_by(11) {
        for _ in 0..4 {
            let seed = rng.random();
            let again = || ReasonQuestion::of(&catalogue, cell, seed, today);
            assert_eq!(again(), again());
            if let Some(question) = again() {
                let texts = question.reasons.into_iter().map(|it| it.text).collect();
                seen.entry(cell).or_default().insert(texts);
            }
        }
    }
    assert!(seen.values().filter(|it| it.len() > 1).count() * 20 >= seen.len() * 19);
}

fn plan(length: usize) -> Plan {
    Plan::Form(Form::Reason, Choice { length, ..Choice::default() })
}

fn reason(study: &Study) -> ReasonQuestion {
    let Some(Question::Reason(question)) = study.question(NOW) else { panic!("a reason") };
    question
}

#[test]
fn a_right_side_for_a_wrong_reason_is_half_right_and_counts_as_hard() {
    let mut study = in_memory();
    assert_eq!(study.start(&plan(4), NOW, &mut rng(3)).unwrap(), 4);
    let question = reason(&study);
    let key = question.key(study.catalogue());
    let slip = ReasonReply { reason: Some((key.reason.unwrap() + 1) % 4), ..key.clone() };
    let replied = study.reply(&Reply::Reason(slip), Confidence::Sure, 9_000, NOW).unwrap();
    assert_eq!((replied.marks.points(), replied.marks.of()), (1, 2));
    assert!(replied.comes_back_this_session);
    let record = study.record(question.cell);
    assert_eq!((record.seen, record.right), (1, 1), "the side was right");
    let half = record.memory.unwrap();
    study.rebuild(NOW).unwrap();
    assert_eq!(study.record(question.cell).memory.unwrap(), half, "so it is after a rebuild");
    study.undo(NOW).unwrap();
    assert_eq!(study.stats(NOW).answers, 0);
    assert_eq!(reason(&study), question);
    // By a guess, with the right reason: hard too. Sure, with the right reason: good.
    study.reply(&Reply::Reason(key.clone()), Confidence::Guess, 9_000, NOW).unwrap();
    assert_eq!(study.record(question.cell).memory.unwrap(), half);
    study.undo(NOW).unwrap();
    study.reply(&Reply::Reason(key.clone()), Confidence::Sure, 9_000, NOW).unwrap();
    assert!(study.record(question.cell).memory.unwrap().stability > half.stability);
    study.undo(NOW).unwrap();
    let wrong = ReasonReply { side: key.side.map(Said::other), ..key };
    study.reply(&Reply::Reason(wrong), Confidence::Sure, 9_000, NOW).unwrap();
    assert_eq!(study.record(question.cell).right, 0, "a wrong side is wrong whatever the reason");
}

#[test]
fn a_session_asks_no_duty_twice_and_one_left_in_the_middle_asks_the_same_again() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.sqlite3");
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    study.start(&plan(8), NOW, &mut rng(4)).unwrap();
    let duties: HashSet<_> =
        study.session().unwrap().items.iter().map(|item| item.cell.duty).collect();
    assert_eq!(duties.len(), 8);
    let key = reason(&study).key(study.catalogue());
    study.reply(&Reply::Reason(key), Confidence::Likely, 9_000, NOW).unwrap();
    study.advance();
    let asked = study.question(NOW);
    drop(study);
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    assert!(study.resume(NOW));
    assert_eq!(study.question(NOW), asked);
    let mut out = Vec::new();
    study.export_json(&mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let said = json["replies"][0]["said"].to_string();
    assert!(said.contains("ruling") && said.contains("side"), "{said}");
}
