//! Leeches: cells that are missed again and again, whatever is done to repeat them.
//!
//! To repeat such a cell once more in the same words is known to help little: the wrong answer has
//! become a habit, mostly because two things are confused. Anki suspends a card after eight lapses
//! (its manual, "Leeches"); a cell of two sides shows the habit sooner, since half of what is not
//! known comes out right, and here it is not taken away but met in another form. So four are enough.

use demarc_catalogue::{Catalogue, Cell, MisconceptionIx};

use crate::clock::Day;
use crate::history::Answer;
use crate::known::View;
use crate::said::Said;

/// So many lapses make a leech.
pub const LEECH_LAPSES: u32 = 4;
/// So many right answers in a row, each on a day of its own, and it is one no longer.
pub const LEECH_MENDED: u32 = 2;

/// A cell that is missed again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leech {
    /// Which.
    pub cell: Cell,
    /// How often it was missed although it had been answered on an earlier day.
    pub lapses: u32,
    /// The belief that its wrong answer follows, where that is a named one.
    pub belief: Option<MisconceptionIx>,
}

impl Leech {
    /// The nearest place where the same duty falls on the other side on a day: what it is confused
    /// with. It is looked for among all deployments, so ask of those only that are shown or asked.
    pub fn confused_with(&self, catalogue: &Catalogue, today: Day) -> Option<Cell> {
        catalogue.contrast(self.cell, today.date()).filter(|it| it.flips).map(|it| it.cell)
    }
}

/// Every leech that can be asked today, the one missed most often first.
pub(crate) fn leeches(view: &View<'_>) -> Vec<Leech> {
    let mut leeches: Vec<Leech> = view
        .met()
        .filter_map(|cell| {
            let lapses = lapses(view, cell).filter(|&it| it >= LEECH_LAPSES)?;
            Some(leech(view, cell, lapses))
        })
        .collect();
    leeches.sort_by(|a, b| b.lapses.cmp(&a.lapses).then(a.cell.cmp(&b.cell)));
    leeches
}

/// How often a cell was missed on a later day than it was answered before, under today's ruling;
/// none once that is mended.
fn lapses(view: &View<'_>, cell: Cell) -> Option<u32> {
    let ruling = Said::right_for(view.catalogue.ruling(cell).side)?;
    let counts = |it: &&Answer| it.scores() && it.ruling == ruling;
    // The newest first: most cells are mended, and need no look at what came before.
    let mut answers = view.history.about(cell).filter(counts).rev().peekable();
    let (mut lapses, mut right, mut missed) = (0, 0, false);
    while let Some(answer) = answers.next() {
        let later = answers.peek().is_some_and(|before| before.day() < answer.day());
        missed |= !answer.right();
        if !answer.right() {
            lapses += u32::from(later);
        } else if !missed {
            right += u32::from(later);
            if right >= LEECH_MENDED {
                return None;
            }
        }
    }
    Some(lapses)
}

fn leech(view: &View<'_>, cell: Cell, lapses: u32) -> Leech {
    let catalogue = view.catalogue;
    Leech { cell, lapses, belief: catalogue.rule(catalogue.ruling(cell).rule).misconception }
}
