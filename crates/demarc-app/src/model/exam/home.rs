//! Setting an exam up, the one that was left in the middle, and those of before.

use demarc_study::{Choice, ExamPlan, ExamResult, Moment, Study};
use uuid::Uuid;

use crate::model::{choices::Chip, words};

/// The numbers of questions to choose from.
pub const LENGTHS: [usize; 4] = [10, 20, 40, 65];
/// The times to choose from, in minutes; the last is none.
pub const MINUTES: [Option<u32>; 5] = [Some(10), Some(20), Some(40), Some(90), None];
/// The pass marks to choose from, in percent.
pub const MARKS: [u32; 4] = [70, 75, 80, 90];

/// The first screen of the section.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeView {
    /// What the next one is made of.
    pub plan: ExamPlan,
    /// Categories, each of which may be chosen.
    pub categories: Vec<Chip>,
    /// What the choice of Practice takes, if it takes less than everything, in words.
    pub practice: Option<String>,
    /// Whether that is what the next one asks about.
    pub as_practice: bool,
    /// How many rulings the next one draws from.
    pub matching: usize,
    /// The chance that somebody who guesses passes, in words.
    pub luck: String,
    /// "12 of 20 answered, 8 minutes left": the one that was left.
    pub open: Option<String>,
    /// Those that were handed in, newest first.
    pub past: Vec<Past>,
}

/// An exam of before.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// Its id.
    pub id: Uuid,
    /// "24 Nov 2026".
    pub date: String,
    /// What it asked about.
    pub scope: String,
    /// The score in percent.
    pub percent: f64,
    /// "42 of 50".
    pub right: String,
    /// The score with luck taken out, in percent.
    pub without_luck: f64,
    /// Whether it was passed.
    pub passed: bool,
}

impl HomeView {
    /// As it stands.
    pub fn of(study: &Study, now: Moment) -> Self {
        let catalogue = study.catalogue();
        let plan = study.settings().exam.clone();
        let holds = |id: &str| {
            let of = |at: &demarc_catalogue::Service| {
                catalogue.categories()[at.category.index()].id == id
            };
            catalogue.services().iter().any(of)
        };
        let categories = catalogue.categories().iter().filter(|it| holds(&it.id)).map(|it| Chip {
            id: it.id.clone(),
            name: it.name.clone(),
            on: plan.choice.categories.contains(&it.id),
        });
        let chosen = Choice { length: plan.choice.length, ..study.settings().choice.clone() };
        let everything = Choice { length: plan.choice.length, ..Choice::default() };
        let practice = (chosen != everything).then(|| study.scope_of(&chosen));
        let as_practice = practice.is_some() && plan.choice == chosen;
        let matching = study.matching(&plan.choice, now).map_or(0, |cells| cells.len());
        let n = u32::try_from(plan.choice.length.min(matching)).unwrap_or(u32::MAX);
        let results = study.exam_results();
        Self {
            categories: categories.collect(),
            practice,
            as_practice,
            matching,
            luck: luck(demarc_study::by_luck(n, (n * plan.pass_percent).div_ceil(100))),
            open: study.exam().map(|exam| {
                let answered = format!("{} of {} answered", exam.answered(), exam.items.len());
                match exam.left_ms() {
                    Some(0) => format!("{answered}, the time is up"),
                    Some(left) => format!("{answered}, {} left", clock(u64::from(left))),
                    None => answered,
                }
            }),
            past: results.iter().map(Past::of).collect(),
            plan,
        }
    }
}

impl Past {
    fn of(result: &ExamResult) -> Self {
        let share = result.share();
        Self {
            id: result.id,
            date: words::moment_short(result.ended),
            scope: result.scope.clone(),
            percent: result.percent(),
            right: format!("{} of {}", share.right, share.of),
            without_luck: result.guess_corrected_percent(),
            passed: result.passed(),
        }
    }
}

/// "1 time in 170", for a chance.
pub fn luck(chance: f64) -> String {
    if chance >= 0.995 {
        "nearly always".to_owned()
    } else if chance >= 0.1 {
        format!("{} times in 100", (chance * 100.0).round())
    } else if chance >= 1e-6 {
        let times = 1.0 / chance;
        let digits = 10_f64.powi(times.log10().floor() as i32 - 1);
        format!("1 time in {}", ((times / digits).round() * digits) as u64)
    } else {
        "less than 1 time in a million".to_owned()
    }
}

/// "8:40", for milliseconds.
pub fn clock(ms: u64) -> String {
    let seconds = ms.div_ceil(1000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::{clock, luck};

    #[test]
    fn chances_and_clocks_read_as_a_person_would_say_them() {
        assert_eq!(luck(0.5), "50 times in 100");
        assert_eq!(luck(0.0547), "1 time in 18");
        assert_eq!(luck(0.0059), "1 time in 170");
        assert_eq!(luck(1e-9), "less than 1 time in a million");
        assert_eq!(luck(1.0), "nearly always");
        assert_eq!(
            (clock(520_000), clock(1), clock(0)),
            ("8:40".into(), "0:01".into(), "0:00".into())
        );
    }
}
