//! Compare: its questions over 10,000 draws, and its replies in the log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use common::{NOW, catalogue, deployments, in_memory, rng};
use demarc_catalogue::{Catalogue, Cell, Change, DeploymentIx, DutyIx, Side, Subject};
use demarc_study::forms::{About, CompareQuestion, CompareReply, Form, Question, Reply};
use demarc_study::{Choice, Confidence, Plan, Said, Study};
use rand::RngExt;

const DRAWS: usize = 10_000;

/// Draws at random that make a question, the same each time.
fn draws() -> impl Iterator<Item = CompareQuestion> {
    let (catalogue, mut rng, all) = (catalogue(), rng(21), deployments());
    std::iter::repeat_with(move || {
        let to = all[rng.random_range(0..all.len())];
        CompareQuestion::of(&catalogue, to, rng.random(), NOW.day().date())
    })
    .flatten()
    .take(DRAWS)
}

/// The side of a duty in a subject by the rulings of its parts: yours if any part leaves it to you.
fn side(catalogue: &Catalogue, subject: Subject, duty: DutyIx) -> Side {
    let of = |&deployment: &DeploymentIx| catalogue.ruling(Cell { deployment, duty }).side;
    let sides: Vec<Side> = catalogue.parts_of(subject).iter().map(of).collect();
    [Side::In, Side::Of, Side::Other]
        .into_iter()
        .find(|it| sides.contains(it))
        .unwrap_or(Side::None)
}

#[test]
fn the_key_of_every_draw_is_what_the_rulings_say() {
    let (catalogue, today) = (catalogue(), NOW.day().date());
    for question in draws() {
        let key = question.key();
        let moves =
            |duty: &DutyIx| matches!(question.change(*duty), Change::ToYou | Change::ToProvider);
        assert!(question.from != question.to && question.duties.iter().any(moves));
        for &duty in &question.duties {
            let [left, right] =
                [question.from, question.to].map(|subject| side(&catalogue, subject, duty));
            assert!(left != Side::Other && right != Side::Other);
            assert_eq!(question.before(duty), left);
            assert_eq!(question.said(&key, duty), right);
            assert_eq!(question.change(duty), Change::between(left, right));
            assert!(question.choices(duty).contains(&right));
        }
        let marks = question.mark(&catalogue, &key);
        assert!(marks.whole());
        assert_eq!(marks.of(), question.duties.len(), "each duty is a point");
        for mark in &marks.cells {
            assert!(mark.right() && catalogue.asked(mark.cell, today));
            assert!(catalogue.parts_of(question.to).contains(&mark.cell.deployment));
        }
        // Nothing is logged of what the right does not have.
        let logged: BTreeSet<DutyIx> = marks.cells.iter().map(|mark| mark.cell.duty).collect();
        for &duty in &question.duties {
            assert_eq!(logged.contains(&duty), question.said(&key, duty) != Side::None);
        }
        assert!(question.principle(&catalogue).is_some_and(|it| !it.text.is_empty()));
    }
}

#[test]
fn every_slip_costs_its_own_point_and_says_nothing_of_the_other_duties() {
    let catalogue = catalogue();
    for question in draws().take(1_000) {
        let key = question.key();
        for &duty in &question.duties {
            let right = question.said(&key, duty);
            for slip in question.choices(duty).into_iter().filter(|side| *side != right) {
                let mut reply = key.clone();
                reply.say(duty, slip);
                let marks = question.mark(&catalogue, &reply);
                assert_eq!(marks.points() + 1, marks.of());
                assert!(marks.parts.iter().all(|it| it.right != (it.about == About::Duty(duty))));
                assert!(marks.cells.iter().all(|it| it.right() != (it.cell.duty == duty)));
                let logged = marks.cells.iter().any(|it| it.cell.duty == duty);
                // "Falls away" denies that it is yours, and says nothing of what is AWS's.
                let silent = right == Side::None || (right, slip) == (Side::Of, Side::None);
                assert_eq!(logged, !silent, "{slip} for {right}");
            }
        }
    }
}

#[test]
fn it_can_be_asked_of_nearly_every_deployment_and_the_essays_pair_is_among_what_is_asked() {
    let catalogue = catalogue();
    let all = deployments();
    let makes =
        |at: &&DeploymentIx| CompareQuestion::of(&catalogue, **at, 5, NOW.day().date()).is_some();
    let made = all.iter().filter(makes).count();
    let mut pairs: BTreeSet<(Subject, Subject)> = BTreeSet::new();
    let mut changes: BTreeMap<&str, usize> = BTreeMap::new();
    for question in draws() {
        for &duty in &question.duties {
            let word = match question.change(duty) {
                Change::ToProvider => "moves to the provider",
                Change::ToYou => "moves to you",
                Change::Stays => "stays",
                Change::Appears => "appears",
                Change::FallsAway => "falls away",
                Change::Absent => "absent",
            };
            *changes.entry(word).or_default() += 1;
        }
        pairs.insert((question.from, question.to));
    }
    println!("{made} of {} deployments, {} pairs, {changes:?}", all.len(), pairs.len());
    assert!(made * 100 >= all.len() * 90);
    assert_eq!(changes.len(), 6, "all that can become of a duty is asked about");
    let stack = |id| Subject::Stack(catalogue.find_stack(id).unwrap());
    assert!(pairs.contains(&(stack("rest-api-on-ec2"), stack("rest-api-on-lambda"))));
}

#[test]
fn no_draw_shows_a_duty_twice_and_one_seed_gives_one_question() {
    let (catalogue, mut rng) = (catalogue(), rng(23));
    let mut seen = BTreeMap::<Subject, HashSet<Vec<DutyIx>>>::new();
    for question in draws() {
        let once: HashSet<_> = question.duties.iter().collect();
        assert_eq!(once.len(), question.duties.len());
        seen.entry(question.to).or_default().insert(question.duties);
    }
    assert!(seen.values().all(|draws| draws.len() > 1), "a subject always shows the same");
    for to in deployments() {
        let (seed, today) = (rng.random(), NOW.day().date());
        let again = || CompareQuestion::of(&catalogue, to, seed, today);
        assert_eq!(again(), again());
    }
}

/// A duty as it is shown, with all that its form tells, and where it lies on the right.
struct Shape {
    draw: usize,
    before: Side,
    place: usize,
    number: usize,
    length: usize,
    right: Side,
}

/// How often a guesser is right in every second draw who learned from the others which answer is
/// commonest where the form is so.
fn guessed<K: Ord>(shapes: &[Shape], group: impl Fn(&Shape) -> K) -> f64 {
    let mut groups: BTreeMap<K, BTreeMap<&str, u32>> = BTreeMap::new();
    let (learn, judge): (Vec<&Shape>, Vec<&Shape>) =
        shapes.iter().partition(|it| it.draw.is_multiple_of(2));
    for it in learn {
        *groups.entry(group(it)).or_default().entry(it.right.as_str()).or_default() += 1;
    }
    let commonest = |it: &Shape| {
        let counts = groups.get(&group(it))?;
        counts.iter().max_by_key(|(_, count)| **count).map(|(side, _)| *side)
    };
    let right = judge.iter().filter(|it| commonest(it) == Some(it.right.as_str())).count();
    right as f64 / judge.len() as f64
}

#[test]
fn neither_place_number_nor_length_tells_more_than_naming_the_commoner_answer() {
    let catalogue = catalogue();
    let mut shapes: Vec<Shape> = Vec::new();
    for (draw, question) in draws().enumerate() {
        let key = question.key();
        shapes.extend(question.duties.iter().enumerate().map(|(place, &duty)| Shape {
            draw,
            before: question.before(duty),
            place,
            number: question.duties.len(),
            length: catalogue.duty(duty).label.len(),
            right: question.said(&key, duty),
        }));
    }
    // Where a duty lies on the left is part of what is asked.
    let left = |it: &Shape| it.before.as_str();
    let commoner = guessed(&shapes, left);
    let place = guessed(&shapes, |it| (left(it), it.place));
    let number = guessed(&shapes, |it| (left(it), it.number));
    let lengths = (6..32).map(|cut| guessed(&shapes, |it| (left(it), it.length > cut)));
    let length = lengths.fold(0.0, f64::max);
    println!("commoner {commoner:.3} place {place:.3} number {number:.3} length {length:.3}");
    assert!(place - commoner < 0.01);
    assert!(number - commoner < 0.02);
    assert!(length - commoner < 0.02);
}
fn started(study: &mut Study) -> CompareQuestion {
    let plan = Plan::Form(Form::Compare, Choice { length: 3, ..Choice::default() });
    assert_eq!(study.start(&plan, NOW, &mut rng(1)).unwrap(), 3);
    let Some(Question::Compare(question)) = study.question(NOW) else { panic!("a comparison") };
    question
}

#[test]
fn a_reply_schedules_the_cells_on_the_right_and_one_undo_takes_it_back() {
    let mut study = in_memory();
    let question = started(&mut study);
    let reply = Reply::Compare(CompareReply::default());
    let replied = study.reply(&reply, Confidence::Sure, 9_000, NOW).unwrap();
    assert!(!replied.marks.whole() && replied.comes_back_this_session);
    for mark in &replied.marks.cells {
        let record = study.record(mark.cell);
        assert_eq!((record.seen, record.right), (1, usize::from(mark.right())));
        let stays = question.change(mark.cell.duty) == Change::Stays;
        assert_eq!(mark.right(), stays, "all were said to stay");
        assert_eq!(mark.said == Said::In, question.before(mark.cell.duty) == Side::In);
    }
    study.undo(NOW).unwrap();
    assert_eq!(study.stats(NOW).answers, 0);
    assert_eq!(study.question(NOW), Some(Question::Compare(question)));
}

#[test]
fn a_session_of_comparisons_is_resumed_where_it_was_left_and_rebuilt_from_its_log() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("progress.sqlite3");
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    let first = started(&mut study);
    study.reply(&Reply::Compare(first.key()), Confidence::Likely, 9_000, NOW).unwrap();
    study.advance();
    let (asked, running) = (study.question(NOW), study.session().cloned());
    let stats = study.stats(NOW);
    study.rebuild(NOW).unwrap();
    assert_eq!(study.stats(NOW), stats);
    drop(study);
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    assert!(study.resume(NOW));
    assert_eq!((study.question(NOW), study.session().cloned()), (asked, running));
    study.end(NOW).unwrap();
    let plan = Plan::Form(Form::Compare, Choice { length: 60, ..Choice::default() });
    study.start(&plan, NOW, &mut rng(4)).unwrap();
    study.skip(NOW).unwrap();
    let all = study.session().unwrap().items.len();
    drop(study);
    let mut study = Study::open(catalogue(), &file, NOW).unwrap();
    assert!(study.resume(NOW));
    assert_eq!(study.session().unwrap().items.len(), all, "one can no longer be asked");
    let mut out = Vec::new();
    study.export_json(&mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["replies"][0]["form"], "compare");
    assert!(json["answers"].as_array().unwrap().iter().all(|it| it["form"] == "compare"));
}
