//! Draw the line: its questions over 10,000 draws, and its replies in the log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{BTreeMap, HashMap, HashSet};

use common::{NOW, catalogue, deployments, in_memory, rng};
use demarc_catalogue::{Cell, DeploymentIx, DutyIx, Layer, Side};
use demarc_study::forms::{About, Form, LineQuestion, LineReply, Question, Reply};
use demarc_study::{Choice, Confidence, Phase, Plan, Said, Study};
use rand::RngExt;

const DRAWS: u32 = 10_000;

/// Draws at random, the same each time.
fn draws() -> impl Iterator<Item = LineQuestion> {
    let (catalogue, all, mut rng) = (catalogue(), deployments(), rng(5));
    (0..DRAWS).filter_map(move |_| {
        let deployment = all[rng.random_range(0..all.len())];
        LineQuestion::of(&catalogue, deployment, rng.random(), NOW.day().date())
    })
}

fn side(deployment: DeploymentIx, duty: DutyIx) -> Side {
    catalogue().ruling(Cell { deployment, duty }).side
}

#[test]
fn the_key_of_every_draw_is_what_the_rulings_say() {
    let catalogue = catalogue();
    let mut count = 0;
    for question in draws() {
        count += 1;
        let deployment = question.deployment;
        let key = question.key(&catalogue);
        for (layer, duty) in question.shown() {
            assert_eq!(catalogue.duty(duty).layer, layer);
            assert_eq!(key.side(layer, duty).side(), side(deployment, duty));
        }
        let name = catalogue.deployment_name(deployment);
        let marks = question.mark(&catalogue, &key);
        assert!(marks.whole() && marks.of() >= 3, "{name}: {marks:?}");
        assert_eq!(marks.cells.len(), question.shown().count());
        // At every right edge the right sides earn every point; at any other they do not.
        let edges = question.edges(&catalogue);
        assert!(!edges.is_empty(), "{name} has no place for its line");
        for below in 0..=Layer::ALL.len() {
            let mut reply = LineReply { below, flipped: Vec::new() };
            for (layer, duty) in question.shown() {
                if reply.side(layer, duty).side() != side(deployment, duty) {
                    reply.flip(duty);
                }
            }
            let whole = question.mark(&catalogue, &reply).whole();
            assert_eq!(whole, edges.contains(&below), "{name}, {below} layers below");
        }
    }
    assert!(count > DRAWS * 9 / 10, "only {count} draws made a question");
}

#[test]
fn a_divided_layer_has_both_its_edges_right_and_its_duties_sorted_one_by_one() {
    let catalogue = catalogue();
    let mut divided = 0;
    for question in draws().take(2_000) {
        let Some(layer) = catalogue.line(question.deployment).divided else { continue };
        divided += 1;
        let edges = question.edges(&catalogue);
        assert!([layer.index(), layer.index() + 1].iter().all(|edge| edges.contains(edge)));
        let parts = question.mark(&catalogue, &question.key(&catalogue)).parts;
        assert!(!parts.iter().any(|part| part.about == About::Layer(layer)));
        for &duty in &question.chips[layer.index()] {
            assert!(parts.iter().any(|part| part.about == About::Duty(duty)));
        }
    }
    assert!(divided > 1_000);
}

#[test]
fn every_slip_costs_a_point_and_no_more_than_its_part() {
    let catalogue = catalogue();
    for question in draws().take(2_000) {
        let key = question.key(&catalogue);
        let all = question.mark(&catalogue, &key).of();
        for (_, duty) in question.shown() {
            let mut slip = key.clone();
            slip.flip(duty);
            let marks = question.mark(&catalogue, &slip);
            assert_eq!((marks.points(), marks.of()), (all - 1, all));
            assert_eq!(marks.cells.iter().filter(|mark| !mark.right()).count(), 1);
        }
    }
}

#[test]
fn no_draw_shows_a_duty_twice_and_one_seed_gives_one_question() {
    let catalogue = catalogue();
    let mut rng = rng(6);
    let mut seen: HashMap<DeploymentIx, HashSet<Shown>> = HashMap::new();
    for question in draws() {
        let shown: Vec<_> = question.shown().collect();
        let once: HashSet<_> = shown.iter().collect();
        assert_eq!(once.len(), shown.len());
        seen.entry(question.deployment).or_default().insert(shown);
    }
    assert!(seen.values().all(|draws| draws.len() > 1), "a deployment always shows the same");
    for &deployment in &deployments() {
        let (seed, today) = (rng.random(), NOW.day().date());
        let again = || LineQuestion::of(&catalogue, deployment, seed, today);
        assert_eq!(again(), again());
    }
}

type Shown = Vec<(Layer, DutyIx)>;

/// A duty as it is shown, with all that its form tells.
struct Shape {
    layer: Layer,
    duty: DutyIx,
    place: usize,
    number: usize,
    length: usize,
    of: bool,
}

fn shapes() -> Vec<Shape> {
    let catalogue = catalogue();
    let mut shapes = Vec::new();
    for question in draws() {
        for layer in Layer::ALL {
            let chips = &question.chips[layer.index()];
            shapes.extend(chips.iter().enumerate().map(|(place, &duty)| Shape {
                layer,
                duty,
                place,
                number: chips.len(),
                length: catalogue.duty(duty).label.len(),
                of: side(question.deployment, duty) == Side::Of,
            }));
        }
    }
    shapes
}

/// How often always naming the commoner side of each group is right.
fn guessed<K: Ord>(shapes: &[Shape], group: impl Fn(&Shape) -> K) -> f64 {
    let mut groups: BTreeMap<K, (u32, u32)> = BTreeMap::new();
    for shape in shapes {
        let group = groups.entry(group(shape)).or_default();
        *(if shape.of { &mut group.0 } else { &mut group.1 }) += 1;
    }
    let right: u32 = groups.values().map(|(of, in_)| *of.max(in_)).sum();
    f64::from(right) / shapes.len() as f64
}

#[test]
fn the_form_of_a_duty_tells_no_more_than_naming_the_commoner_side() {
    let shapes = shapes();
    // Layer and duty are what is asked; place, number and length are form.
    let commoner = guessed(&shapes, |it| it.layer);
    let by_place = guessed(&shapes, |it| (it.layer, it.place));
    let by_number = guessed(&shapes, |it| (it.layer, it.number));
    let by_length = |cut| guessed(&shapes, |it| (it.layer, it.length > cut));
    let by_length = (8..32).map(by_length).fold(0.0, f64::max);
    println!(
        "commoner {commoner:.3} place {by_place:.3} number {by_number:.3} length {by_length:.3}"
    );
    assert!(by_place - commoner < 0.01);
    assert!(by_number - commoner < 0.02);
    // A label is one duty's, so a split of labels is nearly a choice among duties.
    assert!(by_length - commoner < 0.05);
    // Of one duty the form tells nothing at all: it is the same whichever side is right.
    let (duty, with_form) =
        (guessed(&shapes, |it| it.duty), guessed(&shapes, |it| (it.duty, it.place, it.length)));
    assert!(with_form - duty < 0.01, "{duty:.3} {with_form:.3}");
}

fn line_plan(count: usize) -> Plan {
    Plan::Form(Form::Line, Choice { length: count, ..Choice::default() })
}

fn key(study: &Study) -> Reply {
    study.question(NOW).unwrap().key(study.catalogue())
}

#[test]
fn a_reply_schedules_each_of_its_cells_and_one_undo_takes_all_of_it_back() {
    let mut study = in_memory();
    assert_eq!(study.start(&line_plan(3), NOW, &mut rng(1)).unwrap(), 3);
    let Some(Question::Line(question)) = study.question(NOW) else { panic!("a line") };
    assert!(study.answer(Said::Of, Confidence::Sure, 0, NOW).is_err(), "it is no verdict");
    let Reply::Line(mut reply) = key(&study) else { panic!("a line") };
    let (_, slip) = question.shown().next().unwrap();
    reply.flip(slip);
    let cells: Vec<Cell> =
        question.shown().map(|(_, duty)| Cell { deployment: question.deployment, duty }).collect();
    let before: Vec<_> = cells.iter().map(|&cell| study.record(cell)).collect();
    let replied =
        study.reply(&Reply::Line(reply.clone()), Confidence::Likely, 30_000, NOW).unwrap();
    assert!(!replied.marks.whole() && replied.comes_back_this_session);
    assert_eq!(study.session().unwrap().phase, Phase::Feedback);
    assert_eq!(study.session().unwrap().items.len(), 4, "it comes back at the end");
    for &cell in &cells {
        let record = study.record(cell);
        assert_eq!((record.seen, record.right), (1, usize::from(cell.duty != slip)));
        let due = record.memory.unwrap().due;
        assert_eq!(due, NOW.day().plus(if cell.duty == slip { 1 } else { 2 }));
    }
    assert_eq!(study.replied().map(|it| &it.marks), Some(&replied.marks));
    study.undo(NOW).unwrap();
    assert_eq!(cells.iter().map(|&cell| study.record(cell)).collect::<Vec<_>>(), before);
    assert_eq!(study.session().unwrap().items.len(), 3);
    assert_eq!(study.question(NOW), Some(Question::Line(question)));
    assert!(study.replied().is_none());
}

#[test]
fn a_session_of_lines_is_resumed_where_it_was_left_and_rebuilt_from_its_log() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.sqlite3");
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    study.start(&line_plan(3), NOW, &mut rng(2)).unwrap();
    study.reply(&key(&study), Confidence::Sure, 9_000, NOW).unwrap();
    study.advance();
    study.reply(&key(&study), Confidence::Guess, 9_000, NOW).unwrap();
    study.undo(NOW).unwrap();
    let (asked, running) = (study.question(NOW), study.session().cloned());
    let export = |study: &Study| {
        let mut out = Vec::new();
        study.export_json(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let (before, stats) = (export(&study), study.stats(NOW));
    study.rebuild(NOW).unwrap();
    assert_eq!((export(&study), study.stats(NOW)), (before.clone(), stats.clone()));
    drop(study);
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    assert!(study.resume(NOW));
    assert_eq!((study.question(NOW), study.session().cloned()), (asked, running));
    assert_eq!((export(&study), study.stats(NOW)), (before, stats));
    let json: serde_json::Value = serde_json::from_str(&export(&study)).unwrap();
    assert_eq!(json["replies"].as_array().unwrap().len(), 2);
    assert_eq!(json["replies"][0]["form"], "line");
    assert!(json["answers"].as_array().unwrap().iter().all(|it| it["form"] == "line"));
}

#[test]
fn a_session_asks_each_service_once_and_what_is_due_first() {
    let mut study = in_memory();
    study.start(&line_plan(6), NOW, &mut rng(3)).unwrap();
    let catalogue = catalogue();
    let items = study.session().unwrap().items.clone();
    let services: HashSet<_> =
        items.iter().map(|it| catalogue.deployment(it.cell.deployment).service).collect();
    assert_eq!(services.len(), 6);
    study.reply(&key(&study), Confidence::Sure, 9_000, NOW).unwrap();
    study.end(NOW).unwrap();
    let later = NOW.plus_days(20);
    study.start(&line_plan(1), later, &mut rng(4)).unwrap();
    let again = study.session().unwrap().items[0].cell.deployment;
    assert_eq!(again, items[0].cell.deployment, "what is due comes first");
}
