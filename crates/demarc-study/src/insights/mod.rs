//! What Insights shows. Each figure is a file: it counts along one walk over the log, and tells
//! nothing while too few answers stand behind it. Pure: the same log and day, the same figures.

mod beliefs;
mod calendar;
mod confusion;
mod duties;
mod forecast;
mod pace;
mod predicted;
mod retention;
mod share;
mod transfer;
mod versions;
mod walk;

use std::collections::BTreeMap;

use demarc_catalogue::{Catalogue, CategoryIx, Cell};

use crate::clock::Day;
use crate::knowing::Knowing;
use crate::known::{Mastery, PastAnswer, View};
use crate::report::{SessionSummary, summary};
use crate::said::Confidence;
use crate::scoring::{Calibration, Tally};
use crate::today::{ScorePoint, scores};

pub use beliefs::Belief;
pub use calendar::CalendarDay;
pub use confusion::{Confused, Confusion};
pub use duties::DutyTally;
pub use forecast::Foretold;
pub use pace::Pace;
pub use predicted::{Bin, Predicted};
pub use retention::{GAPS, Retention, SharePoint};
pub use share::{ENOUGH, Share};
pub use transfer::Transfer;
pub use versions::VersionMark;

/// How far back to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Range {
    /// The last 30 days.
    Days30,
    /// The last 90 days.
    #[default]
    Days90,
    /// The last 365 days.
    Year,
    /// Everything.
    All,
}

impl Range {
    /// The first day that counts.
    pub fn since(self, today: Day) -> Option<Day> {
        match self {
            Range::Days30 => Some(today.plus(-29)),
            Range::Days90 => Some(today.plus(-89)),
            Range::Year => Some(today.plus(-364)),
            Range::All => None,
        }
    }
}

/// Which answers to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum InsightFilter {
    /// All of them, also about what the catalogue no longer has.
    #[default]
    All,
    /// Those about a service, by its id.
    Service(String),
    /// Those about a category, by its id.
    Category(String),
}

impl InsightFilter {
    /// Whether it lets a cell through.
    pub fn takes(&self, catalogue: &Catalogue, cell: Cell) -> bool {
        let service = catalogue.service_of(cell.deployment);
        match self {
            InsightFilter::All => true,
            InsightFilter::Service(id) => service.id == *id,
            InsightFilter::Category(id) => {
                catalogue.categories()[service.category.index()].id == *id
            }
        }
    }
}

/// Everything that Insights shows, within a range and a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Insights {
    /// How many answers were not taken back.
    pub answers: usize,
    /// First answers to questions: right and wrong.
    pub tally: Tally,
    /// The scores of sessions, oldest first.
    pub scores: Vec<ScorePoint>,
    /// The sessions before which the content changed.
    pub versions: Vec<VersionMark>,
    /// How well confidence was placed, over first answers.
    pub calibration: Calibration,
    /// The sessions, newest first.
    pub sessions: Vec<SessionSummary>,
    /// First answers that were sure and wrong, newest first.
    pub sure_and_wrong: Vec<(Cell, PastAnswer)>,
    /// Which side is taken for the other.
    pub confusion: Confusion,
    /// Wrong beliefs, those that are held first.
    pub beliefs: Vec<Belief>,
    /// How cells are answered that were never asked before.
    pub transfer: Transfer,
    /// Reviews of cells met on an earlier day. The aim is 90 % right.
    pub retention: Retention,
    /// What the memory model said of those reviews, against what was so.
    pub predicted: Predicted,
    /// How much comes due on each of the next 14 days; what is due already counts for today.
    pub due_ahead: [usize; 14],
    /// Mastery of the cells that the filter lets through, on later days.
    pub foretold: Vec<Foretold>,
    /// Every day since the first answer, up to today.
    pub calendar: Vec<CalendarDay>,
    /// The days of practice and how many answers each had, in order; the filter counts.
    pub days: Vec<(Day, u32)>,
    /// How long answers take, by form.
    pub pace: Vec<Pace>,
    /// Mastery of all cells that the filter lets through.
    pub mastery: Mastery,
    /// Mastery by category, in the catalogue's order; the filter does not count.
    pub categories: Vec<(CategoryIx, Mastery)>,
    /// The duties with the most wrong first answers, the most first; at most 10.
    pub duties: Vec<DutyTally>,
}

pub(crate) fn insights(view: &View<'_>, range: Range, filter: &InsightFilter) -> Insights {
    let (history, catalogue, since) = (view.history, view.catalogue, range.since(view.today));
    let places = walk::places(view, filter);
    let (mut answers, mut tally, mut days) = (0, Tally::default(), BTreeMap::new());
    let (mut placed, mut sure_and_wrong) = (Vec::new(), Vec::new());
    let mut confusion = confusion::Counting::of(catalogue);
    let mut beliefs = beliefs::Counting::of(catalogue, &places, since);
    let mut transfer = transfer::Counting::default();
    let mut retention = retention::Counting::default();
    let mut predicted = predicted::Counting::default();
    let mut pace = pace::Counting::default();
    let mut duties = duties::Counting::of(catalogue);
    walk::walk(view, range, &places, |step| {
        confusion.add(step);
        beliefs.add(step);
        transfer.add(step);
        retention.add(step);
        predicted.add(step);
        pace.add(step);
        duties.add(step);
        if step.within {
            answers += 1;
            *days.entry(step.day).or_insert(0) += 1;
        }
        if step.scores() {
            let (answer, right) = (step.answer, step.answer.right());
            tally.add(right);
            placed.push((answer.confidence, right));
            if let Some(cell) = step.cell.filter(|_| !right)
                && answer.confidence == Confidence::Sure
            {
                sure_and_wrong.push((cell, PastAnswer::of(answer)));
            }
        }
    });
    sure_and_wrong.reverse();
    let mut points = scores(history, |place| places[place as usize].passes);
    let mut versions = versions::marks(history, &points);
    let lately = |day: Day| since.is_none_or(|since| day >= since);
    points.retain(|point| lately(point.day));
    versions.retain(|mark| lately(mark.day));
    let knowing = Knowing::of(*view);
    let asked = view.asked_cells();
    let cells: Vec<Cell> =
        asked.iter().copied().filter(|&cell| filter.takes(catalogue, cell)).collect();
    let due_ahead = forecast::due_ahead(view, filter);
    let due_today = view.met().any(|cell| view.memory(cell).is_none_or(|it| it.is_due(view.today)));
    let shown = |it: &ScorePoint| history.session(it.session).and_then(|it| summary(history, it));
    Insights {
        answers,
        tally,
        calibration: Calibration::of(placed),
        sessions: points.iter().rev().filter_map(shown).collect(),
        scores: points,
        versions,
        sure_and_wrong,
        confusion: confusion.told(catalogue),
        beliefs: beliefs.told(),
        transfer: transfer.told(),
        retention: retention.told(),
        predicted: predicted.told(),
        due_ahead,
        foretold: forecast::mastery(view, &knowing, &cells),
        calendar: calendar::days(view, since, &days, due_today),
        days: days.into_iter().collect(),
        pace: pace.told(),
        mastery: knowing.over(cells.iter().copied()).into(),
        categories: categories(view, &knowing, &asked),
        duties: duties.told(catalogue),
    }
}

fn categories(
    view: &View<'_>,
    knowing: &Knowing<'_>,
    asked: &[Cell],
) -> Vec<(CategoryIx, Mastery)> {
    let mut cells: BTreeMap<CategoryIx, Vec<Cell>> = BTreeMap::new();
    for &cell in asked {
        let category = view.catalogue.service_of(cell.deployment).category;
        cells.entry(category).or_default().push(cell);
    }
    cells.into_iter().map(|(category, cells)| (category, knowing.over(cells).into())).collect()
}
