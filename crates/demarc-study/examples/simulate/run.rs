//! One learner under one policy, from the first answer until the track is known.

use std::error::Error;
use std::sync::Arc;

use demarc_catalogue::{Cell, Layer};
use demarc_study::{Learner, Moment, Study};
use rand::rngs::StdRng;

use crate::chance::right_side;
use crate::policy::{Deck, Policy};

pub const ANSWERS_A_DAY: usize = 40;
/// Questions in a session; wrong ones come back at its end and count as answers too.
const SESSION: usize = 20;
pub const GOAL: f64 = 0.9;
/// How much later the goal must hold, in days.
const LATER: i32 = 30;
/// When the shown figures are held against the truth, in answers.
pub const CHECKS: [usize; 3] = [40, 120, 400];

/// What was shown beside what was so, as shares that are known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Check {
    pub truth: f64,
    pub known: f64,
    pub low: f64,
    pub high: f64,
    pub enough: bool,
    /// The guess-corrected share of first answers alone.
    pub rate: f64,
    /// Layers shown: how many, how many of their intervals held the truth, their error in sum.
    pub layers: (usize, usize, f64),
}

impl Check {
    pub fn covered(&self) -> bool {
        self.low <= self.truth && self.truth <= self.high
    }
}

/// What became of a learner.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Answers until the goal was reached.
    pub reached: Option<usize>,
    pub checks: Vec<Check>,
    /// After 400 answers, the true accuracy on cells never asked.
    pub unasked: Option<f64>,
    /// By morning until the goal, what was due by the memory of each cell, and how much of it the
    /// day asks, if its limit allows.
    pub due: Vec<(usize, usize)>,
}

pub fn run(
    deck: &Deck,
    policy: Policy,
    learner: &mut dyn Learner,
    start: Moment,
    most_days: i32,
    rng: &mut StdRng,
) -> Result<Outcome, Box<dyn Error>> {
    let mut study = Study::in_memory(Arc::clone(&deck.catalogue), start);
    let mut outcome = Outcome::default();
    let mut answers = 0;
    for day in 0..most_days {
        let morning = start.plus_days(day);
        let due = deck.cells.iter().filter(|&&cell| {
            let memory = study.record(cell).memory;
            memory.is_some_and(|memory| memory.is_due(morning.day()))
        });
        let today = study.today(morning);
        outcome.due.push((due.count(), today.due.len() + today.over.len()));
        let mut now = morning;
        let mut left = ANSWERS_A_DAY;
        while left > 0 {
            let plan = policy.plan(deck, &study, left.min(SESSION), now, rng);
            if study.start(&plan, now, rng).is_err() {
                break;
            }
            while left > 0
                && let Some(item) = study.session().and_then(|it| it.item()).copied()
            {
                let (said, confidence) = learner.answer(item.cell, now, rng);
                study.answer(said, confidence, 8_000, now)?;
                study.advance();
                let right = right_side(&deck.catalogue, item.cell);
                learner.feedback(item.cell, right, now, rng);
                now = now.plus_ms(15_000);
                left -= 1;
                answers += 1;
                if CHECKS.contains(&answers) {
                    outcome.checks.push(check(deck, &study, learner, now));
                }
                if answers == CHECKS[2] {
                    outcome.unasked = unasked(deck, &study, learner, now);
                }
            }
            study.finish(now)?;
        }
        let later = now.plus_days(LATER);
        if mean(deck.cells.iter().map(|&cell| learner.truth(cell, later))) >= Some(GOAL) {
            if outcome.reached.is_none() {
                outcome.reached = Some(answers);
            }
            if answers >= CHECKS[2] {
                break;
            }
        }
    }
    Ok(outcome)
}

pub fn check(deck: &Deck, study: &Study, learner: &dyn Learner, now: Moment) -> Check {
    // What is shown speaks of the next day: what was just read is not yet known.
    let tomorrow = now.plus_days(1);
    let known = |cells: &mut dyn Iterator<Item = Cell>| {
        let chance = mean(cells.map(|cell| learner.truth(cell, tomorrow)));
        (2.0 * chance.unwrap_or(0.5) - 1.0).clamp(0.0, 1.0)
    };
    let knowing = study.knowing(now);
    let shown = knowing.over(deck.cells.iter().copied());
    let mut layers = (0, 0, 0.0);
    for layer in Layer::ALL {
        let of = |cell: &Cell| deck.catalogue.duty(cell.duty).layer == layer;
        let shown = knowing.over(deck.cells.iter().copied().filter(of));
        if shown.cells >= 10 && shown.enough() {
            let truth = known(&mut deck.cells.iter().copied().filter(of));
            layers.0 += 1;
            layers.1 += usize::from(shown.low <= truth && truth <= shown.high);
            layers.2 += (shown.known - truth).abs();
        }
    }
    let rate = study.stats(now).guess_corrected;
    Check {
        truth: known(&mut deck.cells.iter().copied()),
        known: shown.known,
        low: shown.low,
        high: shown.high,
        enough: shown.enough(),
        rate: rate.unwrap_or(0.0),
        layers,
    }
}

fn unasked(deck: &Deck, study: &Study, learner: &dyn Learner, now: Moment) -> Option<f64> {
    let never = deck.cells.iter().filter(|&&cell| study.record(cell).seen == 0);
    mean(never.map(|&cell| learner.truth(cell, now)))
}

pub fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut n) = (0.0, 0_usize);
    for value in values {
        sum += value;
        n += 1;
    }
    (n > 0).then(|| sum / n as f64)
}
