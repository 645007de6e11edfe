//! Verdicts and scenarios over 10,000 draws: the key is the ruling, and the form tells nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{BTreeMap, HashSet};

use common::{NOW, catalogue, in_memory, rng};
use demarc_catalogue::{Catalogue, Cell};
use demarc_study::forms::{Single, VerdictQuestion};
use demarc_study::{Choice, Confidence, Moment, Plan, Said, Study};
use rand::RngExt;
use rand::rngs::StdRng;

const DRAWS: usize = 10_000;

/// A question as a guesser sees it who cannot read.
#[derive(Clone, Copy)]
struct Shape {
    /// Its place in the session, from 0.
    place: usize,
    /// Letters of the prompt.
    length: usize,
    /// The side of the question before, which was told after its answer.
    before: Option<Said>,
    of: bool,
}

/// Asks every question of a running session, answered at random.
fn ask(study: &mut Study, now: Moment, rng: &mut StdRng, shapes: &mut Vec<(Shape, Cell)>) {
    let catalogue = catalogue();
    let (mut before, mut place) = (None, 0);
    while let Some(single) = study.single() {
        let item = *study.session().unwrap().item().unwrap();
        let mark = single.mark(Said::Of);
        assert_eq!(mark.ruling.side(), catalogue.ruling(item.cell).side, "the key is the ruling");
        assert!(catalogue.asked(item.cell, now.day().date()));
        let prompt = single.prompt(&catalogue);
        assert!(!prompt.is_empty() && !prompt.contains(['{', '}']), "{prompt}");
        if !item.repeat {
            let (of, length) = (mark.ruling == Said::Of, prompt.chars().count());
            shapes.push((Shape { place, length, before, of }, item.cell));
        }
        let said = if rng.random_bool(0.5) { Said::Of } else { Said::In };
        study.answer(said, Confidence::Guess, 1_000, now).unwrap();
        study.advance();
        (before, place) = (Some(mark.ruling), place + 1);
    }
}

/// Questions of first sessions, each of someone else.
fn asked(plan: impl Fn(usize) -> Plan) -> Vec<(Shape, Cell)> {
    let (mut rng, mut shapes) = (rng(31), Vec::new());
    for session in 0.. {
        let mut study = in_memory();
        study.start(&plan(session), NOW, &mut rng).unwrap();
        ask(&mut study, NOW, &mut rng, &mut shapes);
        if shapes.len() >= DRAWS {
            break;
        }
    }
    shapes
}

/// How often a guesser is right on one half of the questions who learned the commoner side of
/// each group from the other half.
fn guessed<K: Ord>(shapes: &[(Shape, Cell)], group: impl Fn(&Shape) -> K) -> f64 {
    let mut groups: BTreeMap<K, i32> = BTreeMap::new();
    let learned = |at: &usize| (at / 20).is_multiple_of(2);
    let (learned, told): (Vec<usize>, Vec<usize>) = (0..shapes.len()).partition(learned);
    for (shape, _) in learned.into_iter().map(|at| &shapes[at]) {
        *groups.entry(group(shape)).or_default() += if shape.of { 1 } else { -1 };
    }
    let all = told.len();
    let right = told.into_iter().map(|at| &shapes[at].0).filter(|shape| {
        let lean = groups.get(&group(shape)).copied().unwrap_or_default();
        (lean >= 0) == shape.of
    });
    right.count() as f64 / all as f64
}

/// Neither place, nor length, nor the side before gives more than naming the commoner side.
fn form_tells_nothing(shapes: &[(Shape, Cell)]) {
    let commoner = guessed(shapes, |_| 0);
    let place = guessed(shapes, |it| it.place);
    let length = guessed(shapes, |it| it.length / 8);
    let before = guessed(shapes, |it| it.before.map(|said| said == Said::Of));
    println!("commoner {commoner:.3} place {place:.3} length {length:.3} before {before:.3}");
    assert!(place - commoner < 0.02);
    assert!(length - commoner < 0.03);
    assert!(before - commoner < 0.02);
}

#[test]
fn what_one_learner_is_asked_over_months_tells_nothing_by_its_form() {
    let (mut study, mut rng, mut shapes) = (in_memory(), rng(33), Vec::new());
    let mut met = HashSet::new();
    for day in 0..60 {
        let now = NOW.plus_days(day);
        study.start(&Plan::Learn { count: 30 }, now, &mut rng).unwrap();
        ask(&mut study, now, &mut rng, &mut shapes);
    }
    // Of a cell that was met before, the prompt is known by heart, and so is its length.
    shapes.retain(|(_, cell)| met.insert(*cell));
    assert!(shapes.len() >= 1_000, "only {} new cells were asked", shapes.len());
    form_tells_nothing(&shapes);
}

#[test]
fn what_was_chosen_tells_nothing_by_its_form() {
    let catalogue = catalogue();
    let ids: Vec<String> = catalogue.services().iter().map(|it| it.id.clone()).collect();
    let choice = |session: usize| Choice {
        services: (0..6).map(|n| ids[(session * 6 + n) % ids.len()].clone()).collect(),
        length: 40,
        ..Choice::default()
    };
    form_tells_nothing(&asked(|session| Plan::Choice(choice(session))));
}

#[test]
fn scenarios_ask_what_the_rulings_say_and_tell_nothing_by_their_form() {
    form_tells_nothing(&asked(|_| Plan::Scenarios { ids: Vec::new(), count: 60 }));
}

#[test]
fn no_session_asks_the_same_twice_before_it_was_answered_wrong() {
    let mut rng = rng(32);
    for _ in 0..30 {
        let mut study = in_memory();
        study.start(&Plan::Mixed { count: 100 }, NOW, &mut rng).unwrap();
        let cells: Vec<Cell> = study.session().unwrap().items.iter().map(|it| it.cell).collect();
        assert_eq!(cells.iter().collect::<HashSet<_>>().len(), cells.len());
    }
}

#[test]
fn every_cell_that_can_be_asked_makes_a_question() {
    let catalogue = catalogue();
    let mut count = 0;
    for cell in cells(&catalogue) {
        let question = VerdictQuestion::of(&catalogue, cell).unwrap();
        let key = question.key();
        let other = if key == Said::Of { Said::In } else { Said::Of };
        assert!(question.mark(key).right() && !question.mark(other).right());
        assert_eq!(Single::Verdict(question).prompt(&catalogue), catalogue.prompt(cell));
        count += 1;
    }
    assert!(count > 6_000, "only {count} cells can be asked");
}

fn cells(catalogue: &Catalogue) -> impl Iterator<Item = Cell> {
    let today = NOW.day().date();
    let duties = move |deployment| catalogue.duty_ixs().map(move |duty| Cell { deployment, duty });
    catalogue.deployment_ixs().flat_map(duties).filter(move |cell| catalogue.asked(*cell, today))
}
