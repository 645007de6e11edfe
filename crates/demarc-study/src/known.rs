//! What is known of each cell on a day: records, recall, mastery, and rulings that changed.

use demarc_catalogue::{Catalogue, Cell, Side};
use serde::Serialize;
use uuid::Uuid;

use crate::clock::{Day, Moment};
use crate::history::{Answer, History};
use crate::knowing::{Estimate, Knowing};
use crate::said::{Confidence, Said};
use crate::schedule::Memory;
use crate::scoring::Tally;
use crate::target::Target;

/// An answer given before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastAnswer {
    /// Its id in the log.
    pub id: Uuid,
    /// When.
    pub at: Moment,
    /// The side said.
    pub said: Said,
    /// How sure.
    pub confidence: Confidence,
    /// Whether it was right under the ruling that held then.
    pub right: bool,
    /// The side of the ruling that held then.
    pub ruling: Side,
    /// How long it took, at most 60,000 milliseconds.
    pub took_ms: u32,
}

impl PastAnswer {
    pub(crate) fn of(answer: &Answer) -> PastAnswer {
        PastAnswer {
            id: answer.id,
            at: answer.at,
            said: answer.said,
            confidence: answer.confidence,
            right: answer.right(),
            ruling: answer.ruling.side(),
            took_ms: answer.took_ms,
        }
    }
}

/// What is known of one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// How often it was answered.
    pub seen: usize,
    /// How often that was right.
    pub right: usize,
    /// Every answer that was not taken back, oldest first.
    pub answers: Vec<PastAnswer>,
    /// What is remembered; none if it was never met or its ruling changed since.
    pub memory: Option<Memory>,
}

impl Record {
    /// The day on which it should be asked again; none if it was never met or its ruling changed.
    pub fn due(&self) -> Option<Day> {
        self.memory.map(|memory| memory.due)
    }

    /// The chance that it would be answered right, 0 to 1; none as for `due`.
    pub fn recall(&self, now: Moment) -> Option<f32> {
        self.memory.map(|memory| memory.recall(now.day()))
    }
}

/// How much of some cells is known, as far as that can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Mastery {
    /// The estimate; none while there are not enough answers to tell.
    pub known: Option<Known>,
    /// How many cells were met under the ruling that holds today.
    pub met: usize,
    /// How many cells there are to meet.
    pub of: usize,
}

/// What is probably known, luck taken out, and the interval of 90 % around it; each 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Known {
    /// The share that is probably known.
    pub share: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

impl From<Estimate> for Mastery {
    fn from(it: Estimate) -> Mastery {
        let known = Known { share: it.known, low: it.low, high: it.high };
        Mastery { known: it.enough().then_some(known), met: it.met, of: it.cells }
    }
}

/// A ruling that is no longer what it was when the cell was last answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The cell.
    pub cell: Cell,
    /// The side when it was last answered.
    pub then: Side,
    /// The side today.
    pub now: Side,
}

/// The log, seen on one day under one catalogue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub catalogue: &'a Catalogue,
    pub history: &'a History,
    pub today: Day,
    /// So many answers of the log are looked at, the first ones.
    pub upto: u32,
    /// By when something should be known, if the learner said so.
    pub wanted: Option<&'a Target>,
}

impl<'a> View<'a> {
    pub(crate) fn asked(&self, cell: Cell) -> bool {
        self.catalogue.asked(cell, self.today.date())
    }

    pub(crate) fn asked_cells(&self) -> Vec<Cell> {
        self.catalogue.asked_cells(self.today.date())
    }

    /// The last answer about a cell.
    pub(crate) fn last(&self, cell: Cell) -> Option<&'a Answer> {
        self.history.place_of(cell).iter().rev().find(|&&it| it < self.upto).map(|&it| {
            let answer: &Answer = &self.history.answers[it as usize];
            answer
        })
    }

    /// What is remembered of a cell under today's ruling; none if it was not met under it.
    pub(crate) fn memory(&self, cell: Cell) -> Option<Memory> {
        let ruling = Said::right_for(self.catalogue.ruling(cell).side)?;
        self.last(cell).filter(|last| last.ruling == ruling).map(|last| last.after)
    }

    /// The chance that a cell would be answered right.
    pub(crate) fn recall(&self, cell: Cell) -> Option<f32> {
        self.memory(cell).map(|memory| memory.recall(self.today))
    }

    /// Whether the cell was last answered under another ruling than today's, and which.
    pub(crate) fn changed(&self, cell: Cell) -> Option<Changed> {
        let now = self.catalogue.ruling(cell).side;
        let then = self.last(cell)?.ruling.side();
        (then != now).then_some(Changed { cell, then, now })
    }

    /// Every cell of the log that can be asked today.
    pub(crate) fn met(&self) -> impl Iterator<Item = Cell> + use<'a> {
        let (history, catalogue, date) = (self.history, self.catalogue, self.today.date());
        (0_u32..)
            .zip(history.places.all())
            .filter(move |&(place, _)| !history.at_place(place).is_empty())
            .filter_map(|(_, place)| place.cell)
            .filter(move |&cell| catalogue.asked(cell, date))
    }

    /// Every ruling that changed since it was learned, in the catalogue's order.
    pub(crate) fn changed_rulings(&self) -> Vec<Changed> {
        let mut changed: Vec<Changed> = self.met().filter_map(|cell| self.changed(cell)).collect();
        changed.sort_by_key(|it| it.cell);
        changed
    }

    pub(crate) fn record(&self, cell: Cell) -> Record {
        let answers: Vec<PastAnswer> = self.history.about(cell).map(PastAnswer::of).collect();
        Record {
            seen: answers.len(),
            right: answers.iter().filter(|answer| answer.right).count(),
            answers,
            memory: self.memory(cell),
        }
    }

    /// Every answer that is looked at and was not taken back, in the order of the log.
    pub(crate) fn live(&self) -> impl DoubleEndedIterator<Item = &'a Answer> + use<'a> {
        let upto = self.history.answers.len().min(self.upto as usize);
        self.history.answers[..upto].iter().filter(|answer| !answer.retracted)
    }

    /// The same log as it stood before its answer of this number, on a day.
    pub(crate) fn before(&self, number: u32, today: Day) -> View<'a> {
        View { upto: number, today, ..*self }
    }

    /// The same log as it would be seen on another day.
    pub(crate) fn on(&self, day: Day) -> View<'a> {
        View { today: day, ..*self }
    }

    /// By when something should be known, while that day lies ahead.
    pub(crate) fn target(&self) -> Option<&'a Target> {
        self.wanted.filter(|it| it.by > self.today)
    }

    /// Mastery of these cells.
    pub(crate) fn mastery(&self, cells: impl IntoIterator<Item = Cell>) -> Mastery {
        Knowing::of(*self).over(cells).into()
    }

    /// Whether a cell was last answered sure and wrong. What came back within the same session and
    /// was put right there does not mend that.
    pub(crate) fn sure_and_wrong(&self, cell: Cell) -> bool {
        let last = self.history.about(cell).rfind(|answer| answer.scores());
        last.is_some_and(|last| last.confidence == Confidence::Sure && !last.right())
    }

    /// Whether a cell was wrong the last time; what came back within the same session does not mend
    /// that.
    pub(crate) fn missed(&self, cell: Cell) -> bool {
        self.history.about(cell).rfind(|answer| answer.scores()).is_some_and(|it| !it.right())
    }

    /// How a cell was answered of late: the last eight answers under today's ruling.
    pub(crate) fn lately(&self, cell: Cell) -> Tally {
        let ruling = Said::right_for(self.catalogue.ruling(cell).side);
        self.history
            .about(cell)
            .rev()
            .take_while(|answer| Some(answer.ruling) == ruling)
            .take(8)
            .map(Answer::right)
            .collect()
    }
}
