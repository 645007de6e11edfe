//! Which of these: its questions over 10,000 draws, and its replies in the log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use common::{NOW, catalogue, in_memory, rng};
use demarc_catalogue::{Cell, DeploymentIx, DutyIx, Side};
use demarc_study::forms::{Form, Question, Reply, WhichQuestion, WhichReply};
use demarc_study::{Choice, Confidence, Plan, Study};
use rand::RngExt;

const DRAWS: usize = 10_000;

fn asked() -> Vec<Cell> {
    catalogue().asked_cells(NOW.day().date())
}

/// Draws at random that make a question, the same each time.
fn draws() -> impl Iterator<Item = (Cell, WhichQuestion)> {
    let (catalogue, mut rng, cells) = (catalogue(), rng(11), asked());
    std::iter::repeat_with(move || {
        let cell = cells[rng.random_range(0..cells.len())];
        let question = WhichQuestion::of(&catalogue, cell, rng.random(), NOW.day().date())?;
        Some((cell, question))
    })
    .flatten()
    .take(DRAWS)
}

fn side(deployment: DeploymentIx, duty: DutyIx) -> Side {
    catalogue().ruling(Cell { deployment, duty }).side
}

#[test]
fn in_every_draw_one_of_four_is_right_by_the_rulings_and_all_are_asked() {
    let (catalogue, today) = (catalogue(), NOW.day().date());
    for (cell, question) in draws() {
        let once: HashSet<_> = question.options.iter().collect();
        assert_eq!((question.options.len(), once.len()), (4, 4));
        let on_side: Vec<_> = question
            .options
            .iter()
            .filter(|&&at| side(at, question.duty) == question.side.side())
            .collect();
        let key = question.key().chosen.unwrap();
        assert_eq!(on_side, [&key]);
        assert!(question.options.contains(&cell.deployment) && question.duty == cell.duty);
        for &deployment in &question.options {
            assert!(catalogue.asked(Cell { deployment, duty: question.duty }, today));
            assert!(!catalogue.is_entry(deployment));
            let reply = WhichReply { chosen: Some(deployment) };
            let marks = question.mark(&catalogue, &reply);
            let right = deployment == key;
            assert_eq!((marks.whole(), marks.points(), marks.of()), (right, right.into(), 1));
            assert_eq!(marks.cells.len(), if right { 1 } else { 2 }, "chosen, and the answer");
            assert!(marks.cells.iter().all(|mark| mark.right() == right));
            assert!(marks.cells.iter().any(|mark| mark.cell.deployment == key));
        }
        assert!(question.mark(&catalogue, &WhichReply::default()).cells.is_empty());
    }
}

#[test]
fn it_can_be_asked_in_nearly_every_deployment_and_of_most_cells_of_duties_that_flip() {
    let (catalogue, cells) = (catalogue(), asked());
    let mut rng = rng(12);
    let (mut made, mut duties) = (Vec::new(), BTreeMap::<DutyIx, (bool, bool)>::new());
    for &cell in &cells {
        let question = (0..4)
            .find_map(|_| WhichQuestion::of(&catalogue, cell, rng.random(), NOW.day().date()));
        let seen = duties.entry(cell.duty).or_default();
        let of = side(cell.deployment, cell.duty) == Side::Of;
        *(if of { &mut seen.0 } else { &mut seen.1 }) = true;
        made.extend(question.map(|_| cell));
    }
    let deployments =
        |cells: &[Cell]| cells.iter().map(|cell| cell.deployment).collect::<BTreeSet<_>>().len();
    let flipping = cells.iter().filter(|cell| duties[&cell.duty] == (true, true)).count();
    let asked: BTreeSet<_> = made.iter().map(|cell| cell.duty).collect();
    println!(
        "{} of {} cells, {flipping} of them of duties that fall on both sides; {} of {} \
         deployments; {} of {} duties",
        made.len(),
        cells.len(),
        deployments(&made),
        deployments(&cells),
        asked.len(),
        duties.len(),
    );
    // All but the provider's own entry, and one of whose duties nearly all are as everywhere.
    assert!(deployments(&made) + 2 >= deployments(&cells));
    assert!(made.len() * 5 >= flipping * 3 && asked.len() >= 20);
}

#[test]
fn one_seed_gives_one_question_and_other_seeds_give_others() {
    let (catalogue, today) = (catalogue(), NOW.day().date());
    for (cell, question) in draws().take(500) {
        let drawn: HashSet<Vec<DeploymentIx>> = (0..20)
            .filter_map(|seed| WhichQuestion::of(&catalogue, cell, seed, today))
            .map(|it| it.options)
            .collect();
        assert!(drawn.len() > 5, "{:?} always shows the same", question.duty);
        let again = || WhichQuestion::of(&catalogue, cell, 7, today);
        assert_eq!(again(), again());
    }
}

/// What the form of an option tells of it, in numbers.
type Shape = [usize; 7];

/// The options of a draw by their form, and which of them is the answer.
fn shapes() -> Vec<(Vec<Shape>, usize)> {
    let catalogue = catalogue();
    let rank = |all: &[usize], it: usize| all.iter().filter(|&&other| other < it).count();
    let shaped = |(_, question): (Cell, WhichQuestion)| {
        let length = |at: &DeploymentIx| catalogue.deployment_name(*at).chars().count();
        let lengths: Vec<usize> = question.options.iter().map(length).collect();
        let tags = |at: &DeploymentIx| catalogue.tags(*at).len();
        let tags: Vec<usize> = question.options.iter().map(tags).collect();
        let services = |at: &DeploymentIx| catalogue.deployment(*at).service;
        let service: Vec<_> = question.options.iter().map(services).collect();
        let category: Vec<_> = service.iter().map(|it| catalogue.service(*it).category).collect();
        let options = (0..4).map(|at| {
            let own: Vec<_> =
                catalogue.tags(question.options[at]).iter().map(|tag| tag.value).collect();
            let alone = |value: &&&str| {
                let others = question.options.iter().filter(|it| **it != question.options[at]);
                !others
                    .into_iter()
                    .any(|it| catalogue.tags(*it).iter().any(|tag| tag.value == **value))
            };
            [
                at,
                rank(&lengths, lengths[at]),
                lengths[at] / 6,
                tags[at],
                rank(&tags, tags[at]),
                service.iter().filter(|it| **it == service[at]).count() * 5
                    + category.iter().filter(|it| **it == category[at]).count(),
                own.iter().filter(alone).count(),
            ]
        });
        let key = question.key().chosen;
        let key = question.options.iter().position(|it| Some(*it) == key).unwrap();
        (options.collect(), key)
    };
    draws().map(shaped).collect()
}

/// How often a guesser is right in the second half of the draws who sees of each option only what
/// `look` lets through, and learned from the first half how often such an option is the answer.
fn guessed(shapes: &[(Vec<Shape>, usize)], look: impl Fn(&Shape) -> Vec<usize>) -> f64 {
    let (learn, judge) = shapes.split_at(shapes.len() / 2);
    let mut seen: BTreeMap<Vec<usize>, (f64, f64)> = BTreeMap::new();
    for (options, key) in learn {
        for (at, option) in options.iter().enumerate() {
            let met = seen.entry(look(option)).or_default();
            met.0 += f64::from(u8::from(at == *key));
            met.1 += 1.0;
        }
    }
    // What was rarely met says little: it is drawn towards one in four.
    let chance = |option: &Shape| {
        let (right, met) = seen.get(&look(option)).copied().unwrap_or_default();
        (right + 5.0) / (met + 20.0)
    };
    let right = judge.iter().filter(|(options, key)| {
        let best = (0..options.len())
            .max_by(|a, b| chance(&options[*a]).total_cmp(&chance(&options[*b])).then(b.cmp(a)));
        best == Some(*key)
    });
    right.count() as f64 / judge.len() as f64
}

#[test]
fn the_form_of_an_option_tells_no_more_than_always_naming_one_place() {
    let shapes = shapes();
    let looks: [(&str, Vec<usize>); 8] = [
        ("place", vec![0]),
        ("rank of its length", vec![1]),
        ("length", vec![2]),
        ("number of settings", vec![3]),
        ("rank of that number", vec![4]),
        ("how many are of its service and category", vec![5]),
        ("settings that it has alone", vec![6]),
        ("all of it", vec![0, 1, 2, 3, 4, 5, 6]),
    ];
    for (name, parts) in looks {
        let right = guessed(&shapes, |shape| parts.iter().map(|&at| shape[at]).collect());
        println!("{name}: {right:.3}");
        let more = if parts.len() == 1 { 0.02 } else { 0.03 };
        assert!(right < 0.25 + more, "{name} gives the answer away: {right:.3}");
    }
}

fn started(length: usize) -> Study {
    let mut study = in_memory();
    let plan = Plan::Form(Form::Which, Choice { length, ..Choice::default() });
    assert_eq!(study.start(&plan, NOW, &mut rng(1)).unwrap(), length);
    study
}

#[test]
fn a_session_asks_of_as_many_duties_and_services_as_it_has_questions() {
    let study = started(8);
    let catalogue = catalogue();
    let items = &study.session().unwrap().items;
    let duties: HashSet<_> = items.iter().map(|it| it.cell.duty).collect();
    let services: HashSet<_> =
        items.iter().map(|it| catalogue.deployment(it.cell.deployment).service).collect();
    assert_eq!((duties.len(), services.len()), (8, 8));
}

#[test]
fn a_wrong_choice_schedules_what_was_chosen_and_the_answer_and_one_undo_takes_it_back() {
    let mut study = started(3);
    let Some(Question::Which(question)) = study.question(NOW) else { panic!("a choice") };
    let nothing = Reply::Which(WhichReply::default());
    assert!(study.reply(&nothing, Confidence::Sure, 0, NOW).is_err(), "nothing was chosen");
    let key = question.key().chosen.unwrap();
    let &wrong = question.options.iter().find(|it| **it != key).unwrap();
    let chosen = |at| Reply::Which(WhichReply { chosen: Some(at) });
    let replied = study.reply(&chosen(wrong), Confidence::Sure, 9_000, NOW).unwrap();
    assert!(!replied.marks.whole() && replied.comes_back_this_session);
    let seen = |study: &Study| -> Vec<(usize, usize)> {
        let cell = |at: &DeploymentIx| Cell { deployment: *at, duty: question.duty };
        let record = |at| study.record(cell(at));
        question.options.iter().map(record).map(|it| (it.seen, it.right)).collect()
    };
    let expected: Vec<_> = question
        .options
        .iter()
        .map(|at| if [key, wrong].contains(at) { (1, 0) } else { (0, 0) })
        .collect();
    assert_eq!(seen(&study), expected);
    study.undo(NOW).unwrap();
    assert_eq!(seen(&study), [(0, 0); 4]);
    assert_eq!(study.question(NOW), Some(Question::Which(question.clone())));
    let replied = study.reply(&chosen(key), Confidence::Likely, 9_000, NOW).unwrap();
    assert!(replied.marks.whole() && !replied.comes_back_this_session);
    assert_eq!(seen(&study).into_iter().filter(|it| *it == (1, 1)).count(), 1);
}

#[test]
fn a_session_of_choices_is_resumed_where_it_was_left_and_asks_the_same_again() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.sqlite3");
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    let plan = Plan::Form(Form::Which, Choice { length: 3, ..Choice::default() });
    study.start(&plan, NOW, &mut rng(2)).unwrap();
    let Some(Question::Which(first)) = study.question(NOW) else { panic!("a choice") };
    let key = first.key().chosen;
    let &wrong = first.options.iter().find(|it| Some(**it) != key).unwrap();
    let reply = Reply::Which(WhichReply { chosen: Some(wrong) });
    study.reply(&reply, Confidence::Guess, 9_000, NOW).unwrap();
    study.advance();
    let (asked, running) = (study.question(NOW), study.session().cloned());
    drop(study);
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    assert!(study.resume(NOW));
    assert_eq!((study.question(NOW), study.session().cloned()), (asked, running));
    let mut out = Vec::new();
    study.export_json(&mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["replies"][0]["form"], "which");
    assert!(json["answers"].as_array().unwrap().iter().all(|it| it["form"] == "which"));
    // It came back because it was wrong, and asks the same four.
    while study.session().unwrap().item().is_some_and(|it| !it.repeat) {
        let key = study.question(NOW).unwrap().key(&catalogue());
        study.reply(&key, Confidence::Likely, 9_000, NOW).unwrap();
        study.advance();
    }
    assert_eq!(study.question(NOW), Some(Question::Which(first)));
}
