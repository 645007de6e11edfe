//! Flip one setting: its questions over 10,000 draws, and its replies in the log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{BTreeMap, HashSet};

use common::{NOW, catalogue, in_memory, rng};
use demarc_catalogue::{Cell, DeploymentIx, DutyIx, Side};
use demarc_study::forms::{FlipQuestion, FlipReply, Form, Question, Reply};
use demarc_study::{Choice, Confidence, Plan};
use rand::RngExt;

const DRAWS: usize = 10_000;

/// Draws at random that make a question, the same each time.
fn draws() -> impl Iterator<Item = FlipQuestion> {
    let (catalogue, mut rng, today) = (catalogue(), rng(8), NOW.day().date());
    let all: Vec<DeploymentIx> =
        catalogue.deployment_ixs().filter(|&at| !catalogue.has_ended(at, today)).collect();
    std::iter::repeat_with(move || {
        let from = all[rng.random_range(0..all.len())];
        FlipQuestion::of(&catalogue, from, rng.random(), today)
    })
    .flatten()
    .take(DRAWS)
}

fn side(deployment: DeploymentIx, duty: DutyIx) -> Side {
    catalogue().ruling(Cell { deployment, duty }).side
}

#[test]
fn the_key_of_every_draw_is_what_the_rulings_say_and_one_setting_alone_changes() {
    let catalogue = catalogue();
    for question in draws() {
        let (from, to) = (catalogue.deployment(question.from), catalogue.deployment(question.to));
        assert_eq!(from.service, to.service);
        for at in 0..catalogue.service(from.service).settings.len() {
            assert_eq!(from.value_of(at) != to.value_of(at), at == question.setting);
        }
        let key = question.key(&catalogue);
        assert!(!key.moved.is_empty(), "nothing changes hands");
        for &duty in &question.duties {
            let moves = side(question.from, duty) != side(question.to, duty);
            assert_eq!(key.moved.contains(&duty), moves);
            assert_eq!(question.said(&catalogue, &key, duty).side(), side(question.to, duty));
            let today = NOW.day().date();
            assert!(catalogue.asked(Cell { deployment: question.to, duty }, today));
        }
        let marks = question.mark(&catalogue, &key);
        assert!(marks.whole());
        assert_eq!((marks.of(), marks.cells.len()), (question.duties.len(), marks.of()));
        let none = question.mark(&catalogue, &FlipReply::default());
        assert_eq!(none.points(), none.of() - key.moved.len(), "each duty is a point");
    }
}

#[test]
fn no_draw_shows_a_duty_twice_and_one_seed_gives_one_question() {
    let (catalogue, mut rng) = (catalogue(), rng(9));
    let mut seen = BTreeMap::<DeploymentIx, HashSet<Vec<DutyIx>>>::new();
    for question in draws() {
        let once: HashSet<_> = question.duties.iter().collect();
        assert_eq!(once.len(), question.duties.len());
        seen.entry(question.from).or_default().insert(question.duties);
    }
    assert!(seen.len() > 100, "only {} deployments are asked about", seen.len());
    assert!(seen.values().all(|draws| draws.len() > 1), "a deployment always shows the same");
    for &from in seen.keys() {
        let (seed, today) = (rng.random(), NOW.day().date());
        let again = || FlipQuestion::of(&catalogue, from, seed, today);
        assert_eq!(again(), again());
    }
}

/// Place, number of duties, length of the label, and whether it changes hands.
type Shape = (usize, usize, usize, bool);

#[test]
fn neither_place_nor_length_tells_more_than_naming_the_commoner_side() {
    let catalogue = catalogue();
    let mut shapes: Vec<Shape> = Vec::new();
    for question in draws() {
        let key = question.key(&catalogue);
        let number = question.duties.len();
        shapes.extend(question.duties.iter().enumerate().map(|(place, duty)| {
            (place, number, catalogue.duty(*duty).label.len(), key.moved.contains(duty))
        }));
    }
    let guessed = |group: &dyn Fn(&Shape) -> usize| {
        let mut groups: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
        for shape in &shapes {
            let group = groups.entry(group(shape)).or_default();
            *(if shape.3 { &mut group.0 } else { &mut group.1 }) += 1;
        }
        let right: u32 = groups.values().map(|(a, b)| *a.max(b)).sum();
        f64::from(right) / shapes.len() as f64
    };
    let commoner = guessed(&|_| 0);
    let (place, number) = (guessed(&|it| it.0), guessed(&|it| it.1));
    let length = (6..32).map(|cut| guessed(&|it| usize::from(it.2 > cut))).fold(0.0, f64::max);
    println!("commoner {commoner:.3} place {place:.3} number {number:.3} length {length:.3}");
    assert!(place - commoner < 0.01);
    assert!(number - commoner < 0.02);
    assert!(length - commoner < 0.02);
}

#[test]
fn a_reply_schedules_the_cells_of_the_changed_deployment_and_one_undo_takes_it_back() {
    let mut study = in_memory();
    let plan = Plan::Form(Form::Flip, Choice { length: 3, ..Choice::default() });
    assert_eq!(study.start(&plan, NOW, &mut rng(1)).unwrap(), 3);
    let Some(Question::Flip(question)) = study.question(NOW) else { panic!("a setting") };
    let replied =
        study.reply(&Reply::Flip(FlipReply::default()), Confidence::Sure, 9_000, NOW).unwrap();
    assert!(!replied.marks.whole() && replied.comes_back_this_session);
    for &duty in &question.duties {
        let record = study.record(Cell { deployment: question.to, duty });
        let stays = side(question.from, duty) == side(question.to, duty);
        assert_eq!((record.seen, record.right), (1, usize::from(stays)));
        assert_eq!(study.record(Cell { deployment: question.from, duty }).seen, 0);
    }
    study.undo(NOW).unwrap();
    assert_eq!(study.stats(NOW).answers, 0);
    assert_eq!(study.question(NOW), Some(Question::Flip(question)));
}
