//! What you remember: answers, schedule, sessions, scores.
//!
//! [`Study`] is the one door. Behind it the pure parts (clock, schedule, picker, scores) know no
//! file, no clock and no chance of their own, and `store` holds the only SQL. The answer log is
//! append-only and is the truth; all else can be made anew from it.

mod allowance;
mod clock;
mod error;
mod event;
mod exam;
mod export;
pub mod forms;
mod history;
mod insights;
mod knowing;
mod known;
mod learner;
mod leech;
mod lessons;
mod picker;
mod placed;
mod places;
mod plan;
mod report;
mod said;
mod schedule;
mod scoring;
mod session;
mod settings;
mod shared;
mod stats;
mod store;
mod streak;
mod study;
mod target;
mod today;

pub use clock::{Day, Moment, ROLLOVER_HOUR};
pub use error::{StoreError, StudyError};
pub use exam::{Exam, ExamItem, ExamItemResult, ExamPlan, ExamResult, ExamStep, Points, by_luck};
pub use insights::{
    Belief, Bin, CalendarDay, Confused, Confusion, DutyTally, ENOUGH, Foretold, GAPS,
    InsightFilter, Insights, Pace, Predicted, Range, Retention, Share, SharePoint, Transfer,
    VersionMark,
};
pub use knowing::{CellEstimate, Estimate, Knowing};
pub use known::{Changed, Known, Mastery, PastAnswer, Record};
pub use learner::Learner;
pub use leech::{LEECH_LAPSES, LEECH_MENDED, Leech};
pub use lessons::{LessonProgress, LessonSaid};
pub use placed::{Placed, PlacedLayer};
/// How many questions a placement has: it may stop after the first of these, and does after the
/// last.
pub const PLACEMENT: std::ops::RangeInclusive<usize> =
    picker::placement::LEAST..=picker::placement::MOST;

pub use plan::{Choice, Plan};
pub use report::{ReportItem, SessionReport, SessionSummary};
pub use said::{Confidence, Said};
pub use schedule::{DESIRED_RETENTION, Grade, Memory, Schedule};
pub use scoring::{Calibration, Interval, Level, Tally, guess_corrected, wilson90};
pub use session::{Item, Outcome, Phase, ScenarioVerdict, Session};
pub use settings::{Settings, Theme};
pub use stats::{Stats, StatsSession};
pub use store::{newest_good_backup, sqlite_version};
pub use streak::{Kept, Streak};
pub use study::{Flag, Marked, Replied, Snapshot, Study};
pub use target::{MOST_NEW, Target, TargetPace};
pub use today::{ScorePoint, Spot, Today};
