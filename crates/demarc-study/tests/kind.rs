//! Control kind: its questions over 10,000 draws, and its replies in the log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use common::guess::{Seen, guessed};
use common::{NOW, catalogue, deployments, in_memory, rng};
use demarc_catalogue::{Cell, ControlKind, DeploymentIx, DutyIx, Side};
use demarc_study::forms::{Form, KindQuestion, KindReply, Question, Reply};
use demarc_study::{Choice, Confidence, Plan, Study};
use rand::RngExt;

const DRAWS: usize = 10_000;

/// Draws at random that make a question, the same each time.
fn draws() -> impl Iterator<Item = KindQuestion> {
    let (catalogue, all, mut rng) = (catalogue(), deployments(), rng(34));
    std::iter::repeat_with(move || {
        let deployment = all[rng.random_range(0..all.len())];
        KindQuestion::of(&catalogue, deployment, rng.random(), NOW.day().date())
    })
    .flatten()
    .take(DRAWS)
}

fn side(deployment: DeploymentIx, duty: DutyIx) -> Side {
    catalogue().ruling(Cell { deployment, duty }).side
}

fn kind(question: &KindQuestion) -> ControlKind {
    question.key().kind.unwrap()
}

#[test]
fn the_key_of_every_draw_is_how_the_duties_of_the_control_fall_here() {
    let (catalogue, today) = (catalogue(), NOW.day().date());
    for question in draws() {
        let at = question.deployment;
        let asked = |duty: &DutyIx| {
            catalogue.duty(*duty).control == Some(question.control)
                && catalogue.asked(Cell { deployment: at, duty: *duty }, today)
        };
        let all: Vec<DutyIx> = catalogue.duty_ixs().filter(asked).collect();
        assert_eq!(question.duties, all);
        let of = all.iter().filter(|&&duty| side(at, duty) == Side::Of).count();
        let expected = match (of, all.len() - of) {
            (_, 0) => ControlKind::Inherited,
            (0, _) => ControlKind::CustomerSpecific,
            _ => ControlKind::Shared,
        };
        assert_eq!(kind(&question), expected);
        let marks = question.mark(&catalogue, &question.key()).unwrap();
        assert!(marks.whole() && marks.cells.iter().all(|mark| mark.right()));
        assert!(question.mark(&catalogue, &KindReply::default()).is_none());
    }
}

#[test]
fn what_a_kind_says_of_the_duties_is_right_for_all_of_them_only_if_the_kind_is() {
    let catalogue = catalogue();
    for question in draws().take(3_000) {
        for said in ControlKind::ALL {
            let reply = KindReply { kind: Some(said) };
            let marks = question.mark(&catalogue, &reply).unwrap();
            let right = said == kind(&question);
            assert_eq!((marks.whole(), marks.of()), (right, 1));
            assert_eq!(marks.cells.iter().all(|mark| mark.right()), right, "{question:?} {said:?}");
            let once: BTreeSet<Cell> = marks.cells.iter().map(|mark| mark.cell).collect();
            assert_eq!(once.len(), marks.cells.len(), "no cell is said twice");
            let count = if said == ControlKind::Shared { 2 } else { question.duties.len() };
            assert_eq!(marks.cells.len(), count.min(question.duties.len()));
        }
    }
}

#[test]
fn every_control_is_asked_and_nearly_every_deployment_asks_more_than_one_kind() {
    let catalogue = catalogue();
    let mut controls = BTreeMap::<_, BTreeSet<ControlKind>>::new();
    let mut places = BTreeMap::<_, BTreeSet<ControlKind>>::new();
    for question in draws() {
        controls.entry(question.control).or_default().insert(kind(&question));
        places.entry(question.deployment).or_default().insert(kind(&question));
    }
    let more = places.values().filter(|it| it.len() > 1).count();
    let varying = controls.values().filter(|it| it.len() > 1).count();
    println!(
        "{} of {} deployments, {more} of more than one kind; {} of {} controls, {varying} vary",
        places.len(),
        deployments().len(),
        controls.len(),
        catalogue.controls().len()
    );
    assert_eq!(places.len(), deployments().len());
    assert_eq!(controls.len(), catalogue.controls().len());
    assert!(more * 20 >= places.len() * 19);
    assert!(varying >= 10, "a control is of one kind wherever it is asked");
}

#[test]
fn the_form_tells_nothing_and_the_name_of_the_control_alone_not_enough() {
    let catalogue = catalogue();
    let seen: Vec<Seen<(usize, _), ControlKind>> = draws()
        .enumerate()
        .map(|(draw, question)| {
            let letters = catalogue.control(question.control).name.len();
            Seen { draw, form: (letters, question.control), right: kind(&question) }
        })
        .collect();
    let commoner = guessed(&seen, |_| 0);
    let control = guessed(&seen, |it| it.1);
    let model = seen.iter().filter(|it| catalogue.control(it.form.1).kind == it.right).count();
    let model = model as f64 / seen.len() as f64;
    println!("commoner {commoner:.3} control {control:.3} the model's kind {model:.3}");
    // Each kind is asked about as often, and who knows the list of controls by heart is right in
    // little more than every second question. Nothing else of the form differs: the three answers
    // stand in the same order, and the duties are not shown.
    assert!(commoner < 0.40);
    assert!(model < 0.55);
    assert!(control < 0.85);
}

fn plan(length: usize) -> Plan {
    Plan::Form(Form::Kind, Choice { length, ..Choice::default() })
}

fn asked(study: &Study) -> KindQuestion {
    let Some(Question::Kind(question)) = study.question(NOW) else { panic!("a control") };
    question
}

#[test]
fn a_reply_schedules_the_duties_that_it_speaks_of_and_one_undo_takes_it_back() {
    let (catalogue, mut study) = (catalogue(), in_memory());
    study.start(&plan(6), NOW, &mut rng(5)).unwrap();
    let mut kinds = HashSet::new();
    while study.session().unwrap().item().is_some() {
        let question = asked(&study);
        let reply = KindReply { kind: Some(ControlKind::Inherited) };
        let marks = question.mark(&catalogue, &reply).unwrap();
        let before = study.stats(NOW).answers;
        study.reply(&Reply::Kind(reply), Confidence::Likely, 9_000, NOW).unwrap();
        for mark in &marks.cells {
            assert!(study.record(mark.cell).seen >= 1);
        }
        study.undo(NOW).unwrap();
        assert_eq!(study.stats(NOW).answers, before);
        assert_eq!(asked(&study), question);
        kinds.insert(kind(&question));
        study.reply(&Reply::Kind(question.key()), Confidence::Sure, 9_000, NOW).unwrap();
        study.advance();
    }
    assert!(kinds.len() > 1, "a session asks about more than one kind");
}

#[test]
fn a_session_left_in_the_middle_asks_the_same_again() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.sqlite3");
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    study.start(&plan(4), NOW, &mut rng(6)).unwrap();
    let key = asked(&study).key();
    study.reply(&Reply::Kind(key), Confidence::Likely, 9_000, NOW).unwrap();
    study.advance();
    let stats = study.stats(NOW);
    study.rebuild(NOW).unwrap();
    assert_eq!(study.stats(NOW), stats);
    let question = study.question(NOW);
    drop(study);
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    assert!(study.resume(NOW));
    assert_eq!(study.question(NOW), question);
    let mut out = Vec::new();
    study.export_json(&mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let said = json["replies"][0]["said"].to_string();
    assert!(said.contains("control") && said.contains("kind"), "{said}");
}
