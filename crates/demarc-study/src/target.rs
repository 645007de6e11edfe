//! A day by which something should be known, and what it takes.

use demarc_catalogue::{Catalogue, Cell};
use serde::{Deserialize, Serialize};

use crate::clock::Day;
use crate::knowing::Knowing;
use crate::known::View;
use crate::plan::Choice;
use crate::schedule::{Grade, Memory, Schedule};
use crate::settings::Settings;

/// New cells that a target asks of a day at most.
pub const MOST_NEW: usize = 60;
/// The share of the days left, one in so many, that brings nothing new if all goes well. What is
/// newest is then reviewed once more after a tenth to a fifth of the time it must last (Cepeda et
/// al. 2008).
const SETTLES: u32 = 5;
/// Steps of a schedule that are looked ahead at most.
const STEPS: usize = 40;

/// A day by which something should be known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The day.
    pub by: Day,
    /// What should be known; its length does not count.
    #[serde(default)]
    pub of: Choice,
}

impl Target {
    /// Whether a cell belongs to it.
    pub fn takes(&self, catalogue: &Catalogue, cell: Cell) -> bool {
        self.of.takes(catalogue, cell)
    }

    /// How many days are left, today among them; 0 from the day itself on.
    pub const fn days(&self, today: Day) -> u32 {
        self.by.since(today)
    }
}

/// What a target asks, and what will probably be known on its day.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetPace {
    /// The day.
    pub by: Day,
    /// Days left, today among them; 0 from the day itself on.
    pub days: u32,
    /// Cells that belong to it.
    pub of: usize,
    /// How many of them were met.
    pub met: usize,
    /// New cells that each day must bring.
    pub new_a_day: usize,
    /// Reviews on a day, about: what FSRS will call due by then, at most.
    pub reviews_a_day: usize,
    /// Whether a day may bring so many new cells, and ask so many reviews.
    pub suffices: bool,
    /// How many cells will have been met by then at the pace that a day allows.
    pub met_then: usize,
    /// The share that is probably known on the day if all goes on as it does, 0 to 1: of what will
    /// have been met then, as much as now of what was met. None below enough evidence.
    pub then: Option<f64>,
    /// The share that is probably known on the day if nothing more is answered, 0 to 1.
    pub if_stopped: Option<f64>,
}

/// New cells that a day must bring so that the unmet are all met in time.
pub(crate) fn needed(view: &View<'_>) -> usize {
    let Some(target) = view.target() else { return 0 };
    let open = |cell: &Cell| target.takes(view.catalogue, *cell) && unmet_this_morning(view, *cell);
    a_day(view.asked_cells().iter().filter(|cell| open(cell)).count(), target.days(view.today))
}

/// Whether a cell was not met before the day of the view: what is learned today counts for today.
fn unmet_this_morning(view: &View<'_>, cell: Cell) -> bool {
    let first = view.last(cell).and_then(|_| view.history.about(cell).next());
    first.is_none_or(|answer| answer.day() >= view.today)
}

fn a_day(unmet: usize, days: u32) -> usize {
    let learning = (days - days / SETTLES).max(1) as usize;
    unmet.div_ceil(learning)
}

/// The pace of the target; none if there is none or its day has come.
pub(crate) fn pace(
    view: &View<'_>,
    knowing: &Knowing<'_>,
    settings: &Settings,
) -> Option<TargetPace> {
    let target = view.target()?;
    let days = target.days(view.today);
    let cells: Vec<Cell> =
        view.asked_cells().into_iter().filter(|&cell| target.takes(view.catalogue, cell)).collect();
    let met: Vec<Cell> = cells.iter().copied().filter(|&it| view.last(it).is_some()).collect();
    let unmet = cells.len() - met.len();
    let met_today = met.iter().filter(|&&cell| unmet_this_morning(view, cell)).count();
    let new_a_day = a_day(unmet + met_today, days);
    let allowed = new_a_day.min(MOST_NEW).max(usize::from(settings.daily_new));
    let will_meet = unmet.min((allowed * days as usize).saturating_sub(met_today));
    let reviews = reviews(view, &met, will_meet, target.by);
    let reviews_a_day = reviews.div_ceil(days.max(1) as usize);
    let enough = |it: crate::knowing::Estimate| it.enough().then_some(it.known);
    let of_met = enough(knowing.over(met.iter().copied()));
    let of_unmet = knowing.over(cells.iter().copied().filter(|&it| view.last(it).is_none()));
    let met_then = met.len() + will_meet;
    let then = of_met.map(|known| {
        let rest = (cells.len() - met_then) as f64 * of_unmet.known;
        (met_then as f64 * known + rest) / cells.len().max(1) as f64
    });
    Some(TargetPace {
        by: target.by,
        days,
        of: cells.len(),
        met: met.len(),
        new_a_day,
        reviews_a_day,
        suffices: new_a_day <= MOST_NEW
            && settings.daily_reviews.is_none_or(|most| reviews_a_day <= usize::from(most)),
        met_then,
        then,
        if_stopped: enough(knowing.on(target.by).over(cells.iter().copied())),
    })
}

/// About how many reviews come due until a day, if each is right: of what was met, and of what will
/// be met, half way to the day on average.
fn reviews(view: &View<'_>, met: &[Cell], will_meet: usize, by: Day) -> usize {
    let schedule = Schedule::default();
    let good = |memory: Option<Memory>, day: Day| schedule.after(memory, Grade::Good, day);
    let until = |mut memory: Memory| {
        let mut count = 0;
        while count < STEPS && memory.due < by {
            memory = good(Some(memory), memory.due.max(view.today));
            count += 1;
        }
        count
    };
    let of_met: usize = met.iter().filter_map(|&cell| view.memory(cell)).map(until).sum();
    let half_way = view.today.plus((by.since(view.today) / 2) as i32);
    of_met + will_meet * until(good(None, half_way))
}
