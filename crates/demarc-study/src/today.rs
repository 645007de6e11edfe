//! What Today shows: what is due, how long it takes, the streak, mastery, scores, weak spots.

use demarc_catalogue::{Cell, Layer};
use serde::Serialize;
use uuid::Uuid;

use crate::allowance::Allowance;
use crate::clock::{Day, Moment};
use crate::history::{History, Sitting};
use crate::knowing::Knowing;
use crate::known::{Changed, Mastery, View};
use crate::leech::{Leech, leeches};
use crate::picker::{self, Load, waits_until};
use crate::report::scoring;
use crate::scoring::Tally;
use crate::settings::Settings;
use crate::streak::{Streak, streak};
use crate::target::{TargetPace, pace};

/// Everything that Today shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Today {
    /// The learner's day.
    pub day: Day,
    /// What is due and asked today, in the order in which it will be asked; changed rulings among it.
    pub due: Vec<Cell>,
    /// What is due and beyond the day's limit of reviews.
    pub over: Vec<Cell>,
    /// About in how many days that will have been asked, if every day asks what it may; none if
    /// nothing waits, or if more comes due each day than a day asks.
    pub caught_up_in: Option<u32>,
    /// How many cells are due by their own memory but probably known, so that they may wait.
    pub may_wait: usize,
    /// How many cells met on an earlier day were answered today.
    pub reviewed: usize,
    /// About how long that takes, in minutes, rounded up.
    pub minutes: u32,
    /// About how long one question takes, in seconds: the middle of the last answers, and reading.
    pub seconds_each: u32,
    /// How many cells were never met.
    pub new_available: usize,
    /// How many of them the daily limit still allows today.
    pub new_left: usize,
    /// Days in a row.
    pub streak: Streak,
    /// Mastery of all cells.
    pub mastery: Mastery,
    /// Mastery by layer, from the building up.
    pub layers: [(Layer, Mastery); Layer::ALL.len()],
    /// The last 20 sessions, oldest first.
    pub scores: Vec<ScorePoint>,
    /// The seven weakest spots of the last 30 days, the weakest first.
    pub weakest: Vec<Spot>,
    /// What it takes to know something by the day that the learner named; none if there is none, or
    /// it has come.
    pub pace: Option<TargetPace>,
    /// What is missed again and again, most often first.
    pub leeches: Vec<Leech>,
    /// Rulings that changed since they were learned.
    pub changed: Vec<Changed>,
    /// How many cells come due tomorrow.
    pub due_tomorrow: usize,
    /// The next day after today on which anything comes due, and how much.
    pub next_due: Option<(Day, usize)>,
}

/// The score of one session.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ScorePoint {
    /// The session.
    pub session: Uuid,
    /// When it was started.
    pub started: Moment,
    /// The day of its first answer.
    pub day: Day,
    /// How many questions were answered.
    pub questions: u32,
    /// The share that was right the first time, 0 to 1.
    pub score: f64,
    /// That share with luck taken out, 0 to 1.
    pub guess_corrected: f64,
    /// The mean score of this session and up to four before it.
    pub mean5: f64,
    /// The same with luck taken out: of all answers of these sessions together, since a session
    /// below chance says more than nothing.
    pub corrected5: f64,
}

/// A weak spot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The cell.
    pub cell: Cell,
    /// How often it was answered in the last 30 days.
    pub seen: u32,
    /// How often that was right.
    pub right: u32,
    /// When it is asked again.
    pub due: Option<Day>,
}

/// How many days ahead it is worked out when what waits will have been asked.
const LONGEST_CATCH_UP: u32 = 60;
/// How long a question takes until the learner's own pace is known, in milliseconds.
const USUAL_MS: u64 = 20_000;
/// How many sessions make a running mean.
const RUN: usize = 5;
/// What reading the explanation takes, in milliseconds.
const READING_MS: u64 = 10_000;

pub(crate) fn today(view: &View<'_>, settings: &Settings) -> Today {
    let day = view.today;
    let knowing = Knowing::of(*view);
    let left = Allowance::of(view, settings);
    let Load { ask: due, waits, over } = Load::of(view, &knowing, left);
    let (mut new_available, mut ahead) = (0, Vec::new());
    let asked = view.asked_cells();
    for &cell in &asked {
        let memory = view.memory(cell);
        new_available += usize::from(memory.is_none() && view.last(cell).is_none());
        ahead.extend(memory.filter(|memory| !memory.is_due(day)).map(|memory| memory.due));
    }
    let of_layer = |layer| {
        let lies = move |cell: &&Cell| view.catalogue.duty(cell.duty).layer == layer;
        knowing.over(asked.iter().filter(lies).copied()).into()
    };
    // What a day to come asks beyond what is asked today.
    let on = |day: Day| {
        let whole = Allowance::whole(view, settings);
        Load::count(&view.on(day), &knowing, whole, &due)
    };
    let tomorrow = (day.plus(1), on(day.plus(1)));
    let next = ahead.iter().min().copied();
    // Mostly it is tomorrow, and need not be worked out twice.
    let next_due = next.map(|next| if next == tomorrow.0 { tomorrow } else { (next, on(next)) });
    let until = |&cell: &Cell| view.memory(cell).map(waits_until);
    let to_come: Vec<Day> = ahead.iter().copied().chain(waits.iter().filter_map(until)).collect();
    Today {
        day,
        minutes: minutes(each_ms(view.history), due.len()),
        seconds_each: u32::try_from(each_ms(view.history).div_ceil(1000)).unwrap_or(u32::MAX),
        new_available,
        new_left: left.new.min(new_available),
        streak: streak(view.history.days(), day, !due.is_empty()),
        mastery: knowing.over(asked.iter().copied()).into(),
        layers: Layer::ALL.map(|layer| (layer, of_layer(layer))),
        scores: last_scores(view.history, 20),
        weakest: weakest(view, &due),
        pace: pace(view, &knowing, settings),
        leeches: leeches(view),
        changed: view.changed_rulings(),
        due_tomorrow: tomorrow.1,
        next_due,
        caught_up_in: caught_up_in(day, over.len(), &to_come, settings),
        may_wait: waits.len(),
        reviewed: left.reviewed,
        over,
        due,
    }
}

/// In how many days what waits beyond the limit will have been asked, with what else is `to_come`
/// on them.
fn caught_up_in(day: Day, over: usize, to_come: &[Day], settings: &Settings) -> Option<u32> {
    let a_day = usize::from(settings.daily_reviews.filter(|_| over > 0)?);
    let mut left = over;
    for later in 1..=LONGEST_CATCH_UP {
        let on = day.plus(later as i32);
        left += to_come.iter().filter(|&&due| due == on).count();
        left = left.saturating_sub(a_day);
        if left == 0 {
            return Some(later);
        }
    }
    None
}

/// The scores of all sessions with answers that `counts` lets through, oldest first.
pub(crate) fn scores(history: &History, counts: impl Fn(u32) -> bool) -> Vec<ScorePoint> {
    let tallies = history.sessions.iter().filter_map(|it| Scored::of(history, it, &counts));
    points(&tallies.collect::<Vec<_>>())
}

/// The scores of the last sessions, oldest first.
fn last_scores(history: &History, count: usize) -> Vec<ScorePoint> {
    let sittings = history.sessions.iter().rev();
    let scored = sittings.filter_map(|it| Scored::of(history, it, |_| true));
    let mut scored: Vec<Scored<'_>> = scored.take(count + RUN - 1).collect();
    scored.reverse();
    let mut points = points(&scored);
    points.split_off(points.len().saturating_sub(count))
}

/// A session with something to score.
struct Scored<'a> {
    sitting: &'a Sitting,
    day: Day,
    tally: Tally,
}

impl<'a> Scored<'a> {
    fn of(
        history: &'a History,
        sitting: &'a Sitting,
        counts: impl Fn(u32) -> bool,
    ) -> Option<Scored<'a>> {
        let answers = || scoring(history, sitting).filter(|answer| counts(answer.place));
        let day = answers().next()?.day();
        let tally = answers().map(|answer| answer.right()).collect();
        Some(Scored { sitting, day, tally })
    }
}

/// Sessions in a row as points, each with the mean of its run.
fn points(scored: &[Scored<'_>]) -> Vec<ScorePoint> {
    let point = |(at, it): (usize, &Scored<'_>)| {
        let run = &scored[(at + 1).saturating_sub(RUN)..=at];
        let together = run.iter().fold(Tally::default(), |all, it| Tally {
            right: all.right + it.tally.right,
            wrong: all.wrong + it.tally.wrong,
        });
        let scores: f64 = run.iter().filter_map(|it| it.tally.score()).sum();
        Some(ScorePoint {
            session: it.sitting.row.id,
            started: it.sitting.row.started,
            day: it.day,
            questions: it.tally.n(),
            score: it.tally.score()?,
            guess_corrected: it.tally.guess_corrected()?,
            mean5: scores / run.len() as f64,
            corrected5: together.guess_corrected()?,
        })
    };
    scored.iter().enumerate().filter_map(point).collect()
}

fn minutes(each_ms: u64, questions: usize) -> u32 {
    u32::try_from((questions as u64 * each_ms).div_ceil(60_000)).unwrap_or(u32::MAX)
}

/// The median time of the last hundred single verdicts, and the reading after each, in milliseconds.
fn each_ms(history: &History) -> u64 {
    let took = history.live().rev().filter(|answer| !answer.form.has_parts());
    let mut took: Vec<u64> = took.take(100).map(|answer| u64::from(answer.took_ms)).collect();
    if took.len() < 20 {
        USUAL_MS
    } else {
        let middle = took.len() / 2;
        *took.select_nth_unstable(middle).1 + READING_MS
    }
}

fn weakest(view: &View<'_>, due: &[Cell]) -> Vec<Spot> {
    let since = view.today.plus(-30);
    let spot = |cell: Cell| {
        // The newest first: what lies before is not looked at, however long the log is.
        let recent = view.history.about(cell).rev().take_while(|it| it.day() > since);
        let tally: Tally = recent.map(|answer| answer.right()).collect();
        let is_due = due.contains(&cell);
        let due = view.memory(cell).map(|memory| if is_due { view.today } else { memory.due });
        (tally.wrong > 0).then_some(Spot { cell, seen: tally.n(), right: tally.right, due })
    };
    picker::weakest(view, usize::MAX).into_iter().filter_map(spot).take(7).collect()
}
