//! What Insights shows: scores over time, calibration, sessions, and what lies ahead.

use std::collections::BTreeMap;

use demarc_catalogue::{CategoryIx, Cell, DutyIx};

use crate::clock::Day;
use crate::history::Answer;
use crate::knowing::Knowing;
use crate::known::{Mastery, PastAnswer, View};
use crate::report::{SessionSummary, summary};
use crate::said::Confidence;
use crate::scoring::{Calibration, Tally};
use crate::today::{ScorePoint, scores};

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

/// Everything that Insights shows, within a range and a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Insights {
    /// How many answers were not taken back.
    pub answers: usize,
    /// First answers to questions: right and wrong.
    pub tally: Tally,
    /// The scores of sessions, oldest first.
    pub scores: Vec<ScorePoint>,
    /// How well confidence was placed, over first answers.
    pub calibration: Calibration,
    /// The sessions, newest first.
    pub sessions: Vec<SessionSummary>,
    /// First answers that were sure and wrong, newest first.
    pub sure_and_wrong: Vec<(Cell, PastAnswer)>,
    /// How much comes due on each of the next 14 days; what is due already counts for today.
    pub due_ahead: [usize; 14],
    /// The days of practice and how many answers each had, in order; the filter counts.
    pub days: Vec<(Day, u32)>,
    /// Mastery of all cells that the filter lets through.
    pub mastery: Mastery,
    /// Mastery by category, in the catalogue's order; the filter does not count.
    pub categories: Vec<(CategoryIx, Mastery)>,
    /// The duties with the most wrong first answers, the most first; at most 10.
    pub duties: Vec<DutyTally>,
    /// Reviews of cells met on an earlier day: right and wrong. The aim is 90 % right.
    pub retention: Tally,
}

/// How a duty was answered, over all deployments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyTally {
    /// The duty.
    pub duty: DutyIx,
    /// First answers: right and wrong.
    pub tally: Tally,
    /// Those that were sure and wrong.
    pub sure_and_wrong: u32,
}

pub(crate) fn insights(view: &View<'_>, range: Range, filter: &InsightFilter) -> Insights {
    let since = range.since(view.today);
    let (history, catalogue) = (view.history, view.catalogue);
    let passes = passing(view, filter);
    let counts = |answer: &Answer| {
        passes[answer.place as usize] && since.is_none_or(|since| answer.at.day() >= since)
    };
    let mut answers = 0;
    let (mut tally, mut retention) = (Tally::default(), Tally::default());
    let (mut days, mut placed, mut sure_and_wrong) = (BTreeMap::new(), Vec::new(), Vec::new());
    let mut duties: Vec<(Tally, u32)> = vec![(Tally::default(), 0); catalogue.duties().len()];
    let mut last_day: Vec<Option<Day>> = vec![None; passes.len()];
    for answer in history.live() {
        let day = answer.at.day();
        let met = last_day[answer.place as usize].replace(day);
        if !counts(answer) {
            continue;
        }
        answers += 1;
        *days.entry(day).or_insert(0) += 1;
        if !answer.scores() {
            continue;
        }
        let (right, sure) = (answer.right(), answer.confidence == Confidence::Sure);
        tally.add(right);
        placed.push((answer.confidence, right));
        if met.is_some_and(|met| met < day) {
            retention.add(right);
        }
        if let Some(cell) = history.places.get(answer.place).cell {
            let duty = &mut duties[cell.duty.index()];
            duty.0.add(right);
            if sure && !right {
                duty.1 += 1;
                sure_and_wrong.push((cell, PastAnswer::of(answer)));
            }
        }
    }
    sure_and_wrong.reverse();
    let mut points = scores(history, |place| passes[place as usize]);
    points.retain(|point| since.is_none_or(|since| point.day >= since));
    let knowing = Knowing::of(*view);
    let shown = |it: &ScorePoint| history.session(it.session).and_then(|it| summary(history, it));
    Insights {
        answers,
        tally,
        calibration: Calibration::of(placed),
        sessions: points.iter().rev().filter_map(shown).collect(),
        scores: points,
        sure_and_wrong,
        due_ahead: due_ahead(view, filter),
        days: days.into_iter().collect(),
        mastery: {
            let cells = view.asked_cells().into_iter();
            knowing.over(cells.filter(|&it| takes(view, filter, it))).into()
        },
        categories: categories(view, &knowing),
        duties: worst(view, &duties),
        retention,
    }
}

/// By place, whether the filter lets its answers through.
fn passing(view: &View<'_>, filter: &InsightFilter) -> Vec<bool> {
    let places = view.history.places.all().iter();
    places
        .map(|place| match place.cell {
            Some(cell) => takes(view, filter, cell),
            None => *filter == InsightFilter::All,
        })
        .collect()
}

fn takes(view: &View<'_>, filter: &InsightFilter, cell: Cell) -> bool {
    let service = view.catalogue.service_of(cell.deployment);
    match filter {
        InsightFilter::All => true,
        InsightFilter::Service(id) => service.id == *id,
        InsightFilter::Category(id) => {
            view.catalogue.categories()[service.category.index()].id == *id
        }
    }
}

fn due_ahead(view: &View<'_>, filter: &InsightFilter) -> [usize; 14] {
    let mut ahead = [0; 14];
    for cell in view.met().filter(|&cell| takes(view, filter, cell)) {
        let days = match view.memory(cell) {
            Some(memory) if !memory.is_due(view.today) => memory.due.since(view.today) as usize,
            _ => 0,
        };
        if let Some(count) = ahead.get_mut(days) {
            *count += 1;
        }
    }
    ahead
}

fn categories(view: &View<'_>, knowing: &Knowing<'_>) -> Vec<(CategoryIx, Mastery)> {
    let mut cells: BTreeMap<CategoryIx, Vec<Cell>> = BTreeMap::new();
    for cell in view.asked_cells() {
        let category = view.catalogue.service_of(cell.deployment).category;
        cells.entry(category).or_default().push(cell);
    }
    cells.into_iter().map(|(category, cells)| (category, knowing.over(cells).into())).collect()
}

fn worst(view: &View<'_>, tallies: &[(Tally, u32)]) -> Vec<DutyTally> {
    let mut duties: Vec<DutyTally> = view
        .catalogue
        .duty_ixs()
        .zip(tallies)
        .filter(|(_, (tally, _))| tally.wrong > 0)
        .map(|(duty, &(tally, sure_and_wrong))| DutyTally { duty, tally, sure_and_wrong })
        .collect();
    duties.sort_by_key(|it| std::cmp::Reverse((it.tally.wrong, it.sure_and_wrong)));
    duties.truncate(10);
    duties
}
