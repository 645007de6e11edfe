//! The day by which something should be known, in words: what it takes, and whether that suffices.

use demarc_study::{Day, MOST_NEW, Settings, StudyError, TargetPace};

use super::{Model, Tick, today::TodayView, words};

/// What the day that the learner named asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalView {
    /// "By Tuesday 15 December".
    pub head: String,
    /// "21 days; you have met 40 of 272."
    pub left: String,
    /// What each day takes, and whether the day allows it.
    pub takes: String,
    /// Whether the pace suffices.
    pub suffices: bool,
    /// What will probably be known.
    pub forecast: String,
}

impl GoalView {
    pub(super) fn of(pace: &TargetPace, seconds_each: u32, most_reviews: Option<u16>) -> Self {
        let answers = pace.new_a_day + pace.reviews_a_day;
        let seconds = seconds_each.saturating_mul(u32::try_from(answers).unwrap_or(u32::MAX));
        let new = words::count(pace.new_a_day, "new ruling", "new rulings");
        let takes = match (pace.suffices, pace.new_a_day > MOST_NEW) {
            (true, _) => format!(
                "It takes {new} and at most about {} a day, {}. Your days allow that.",
                words::count(pace.reviews_a_day, "review", "reviews"),
                words::minutes(seconds)
            ),
            (false, true) => format!(
                "It would take {new} a day. A day brings at most {MOST_NEW}, so you will have met \
                 {} of {} by then.",
                pace.met_then, pace.of
            ),
            (false, false) => format!(
                "It takes {new} and up to {} a day. You allow {} reviews: some will wait.",
                words::count(pace.reviews_a_day, "review", "reviews"),
                most_reviews.map_or_else(String::new, |most| most.to_string())
            ),
        };
        let percent = |share: f64| words::percent(share as f32);
        let forecast = match (pace.then, pace.if_stopped) {
            (Some(then), Some(stopped)) => format!(
                "At this pace you probably know {} of it then; {} if you stop today.",
                percent(then),
                percent(stopped)
            ),
            (Some(then), None) => {
                format!("At this pace you probably know {} of it then.", percent(then))
            }
            _ => "How much you will know can be said after more answers.".to_owned(),
        };
        Self {
            head: format!("By {}", words::weekday_long(pace.by)),
            left: format!(
                "{}; you have met {} of {}.",
                words::count(pace.days as usize, "day", "days"),
                pace.met,
                pace.of
            ),
            takes,
            suffices: pace.suffices,
            forecast,
        }
    }
}

/// The day some days later, tomorrow at the earliest.
pub fn moved(by: Day, days: i32, today: Day) -> Day {
    by.plus(days).max(today.plus(1))
}

impl Model {
    /// Puts settings in place of the old ones; what Today says of the day that was named follows.
    pub(super) fn set(&mut self, settings: Settings, tick: Tick) -> Result<(), StudyError> {
        let shown = |it: &Settings| (it.daily_new, it.daily_reviews, it.target.clone());
        let before = shown(self.settings());
        self.study.set_settings(settings, tick.now)?;
        if shown(self.settings()) != before {
            self.today = TodayView::of(&self.study, tick.now);
        }
        Ok(())
    }
}
