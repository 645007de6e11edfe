//! What the log says to the regression: of late, which answers were right, and what stood before.

use demarc_catalogue::Cell;

use super::laplace::Seen;
use super::luck::Luck;
use super::practice::Practice;
use super::weights::Weights;
use crate::history::Answer;
use crate::known::View;
use crate::said::Said;
use crate::schedule::Memory;

/// After so many first answers one counts half, and after so many later ones: a learner changes.
const HALVED_AFTER: [f64; 2] = [120.0, 400.0];
/// After so many times of that it is left out; what it taught is in the memories.
const FADED: f64 = 5.0;

pub(super) struct Evidence {
    pub seen: Vec<Seen>,
    /// All that was practised.
    pub practice: Practice,
    /// How far first answers are put down to luck.
    pub luck: Luck,
}

/// An answer that tells something.
pub(super) struct Told<'a> {
    pub answer: &'a Answer,
    cell: Cell,
    /// What was remembered before; none the first time.
    before: Option<Memory>,
}

impl Told<'_> {
    pub(super) fn right(&self) -> f64 {
        f64::from(u8::from(self.answer.right()))
    }

    /// Of first answers or of later ones.
    fn sort(&self) -> usize {
        usize::from(self.before.is_some())
    }
}

pub(super) fn evidence(view: &View<'_>, weights: &Weights<'_>) -> Evidence {
    let told: Vec<Told<'_>> = told(view).into_iter().map(|it| it.1).collect();
    let mut left = [0_usize; 2];
    told.iter().for_each(|it| left[it.sort()] += 1);
    // How much each counts, the last of each sort 1.
    let counts: Vec<f64> = told
        .iter()
        .map(|it| {
            let (left, halved) = (&mut left[it.sort()], HALVED_AFTER[it.sort()]);
            *left -= 1;
            let halvings = *left as f64 / halved;
            if halvings > FADED { 0.0 } else { 0.5_f64.powf(halvings) }
        })
        .collect();
    let all = || told.iter().zip(counts.iter().copied());
    let luck = Luck::of(all().filter(|it| it.0.before.is_none()));
    let (mut seen, mut practice) = (Vec::new(), Practice::default());
    for (it, weight) in all() {
        if weight > 0.0 {
            let row = weights.row(it.cell, &practice, it.before, it.answer.day());
            let luck = if it.before.is_none() { luck.toll(it.answer.confidence) } else { 0.0 };
            seen.push(Seen { row, right: it.right() + luck, weight });
        }
        if it.before.is_none() {
            practice.add(view.catalogue, it.cell, it.answer.right());
        }
    }
    Evidence { seen, practice, luck }
}

/// Every answer that tells something, in the order of the log: the first about a cell, and of the
/// later ones on later days those that still count. What came back within its session says little,
/// and what was answered under another ruling than today's nothing.
fn told<'a>(view: &View<'a>) -> Vec<(u32, Told<'a>)> {
    let history = view.history;
    let told = |number: u32, before: Option<Memory>| {
        let answer: &Answer = &history.answers[number as usize];
        let cell = history.places.get(answer.place).cell?;
        let holds = Said::right_for(view.catalogue.ruling(cell).side) == Some(answer.ruling);
        holds.then_some((number, Told { answer, cell, before }))
    };
    let firsts = history.firsts().iter().take_while(|number| **number < view.upto);
    let mut all: Vec<(u32, Told<'_>)> = firsts.filter_map(|&it| told(it, None)).collect();
    let upto = u32::try_from(history.answers.len()).unwrap_or(u32::MAX).min(view.upto);
    let later = (0..upto).rev().filter_map(|number| {
        let answer = &history.answers[number as usize];
        let before = (!answer.retracted && !answer.repeat).then(|| history.before(number))??;
        let comes_later = before.day() < answer.day();
        told(number, Some(before.after).filter(|_| comes_later && before.ruling == answer.ruling))
            .filter(|it| it.1.before.is_some())
    });
    // Beyond these nothing counts any more.
    all.extend(later.take((FADED * HALVED_AFTER[1]) as usize + 1));
    all.sort_unstable_by_key(|it| it.0);
    all
}
