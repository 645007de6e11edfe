//! What is true: duties, services, rules, and the rulings that follow from them.
//!
//! A [`Catalogue`] is loaded from TOML, whole or not at all, and never changes. It knows no clock
//! and no learner: what depends on the day takes it as an argument.

mod asked;
mod catalogue;
mod check;
mod compare;
mod conditions;
mod contrast;
mod counts;
mod coverage;
mod date;
mod draw;
mod duty;
mod explain;
mod flipped;
mod folder;
mod halves;
mod ix;
mod judge;
mod layer;
mod lesson;
mod line;
mod load;
mod lookup;
mod moved;
mod nearest;
mod need;
#[cfg_attr(not(test), allow(dead_code, reason = "the build script packs, the program unpacks"))]
mod packed;
mod place;
mod principle;
mod problem;
mod provider;
mod read;
mod reading;
mod released;
mod render;
mod rule;
mod ruling;
mod rulings;
mod scenario;
mod schema;
mod search;
mod service;
mod shape;
pub mod shipped;
mod side;
mod source;
mod stacks;
mod told;
mod tree;
mod unreadable;
mod ways;
mod words;

pub use catalogue::Catalogue;
pub use check::check;
pub use compare::{Change, Compared, Comparison, Subject};
pub use conditions::Conditions;
pub use contrast::Contrast;
pub use counts::{Counts, counts};
pub use coverage::{CategoryCoverage, Coverage, Flip, SettingReach, coverage};
pub use date::{Date, NotADate};
pub use duty::Duty;
pub use explain::{Cited, Explanation, ProofStep};
pub use ix::{
    CategoryIx, Cell, ClassIx, ControlIx, DeploymentIx, DutyIx, LessonIx, MisconceptionIx, NeedIx,
    RuleIx, ScenarioIx, ServiceIx, SourceIx, StackIx,
};
pub use judge::{Judged, judge_dir, judge_files};
pub use layer::Layer;
pub use lesson::{Asks, Choice, Halves, Lesson, LessonQuestion, Picture, Point};
pub use line::Line;
pub use moved::{Changes, Moved, MovedWords};
pub use nearest::advice;
pub use need::Need;
pub use place::SourceFile;
pub use principle::Principle;
pub use problem::{Other, Problem, Problems, Severity};
pub use provider::{Content, Provider};
pub use reading::Tag;
pub use released::{Kind, NotReleased, Released};
pub use render::render;
pub use rule::{Cite, Rule, Scope};
pub use ruling::{Basis, Level, Ruling};
pub use scenario::{Scenario, Stack, Verdict};
pub use schema::schema;
pub use search::Hit;
pub use service::{
    Category, Chosen, Class, Deployment, LayerWords, Service, Setting, SettingValue,
};
pub use side::Side;
pub use source::{Control, ControlKind, Misconception, Source};
pub use stacks::StackRuling;
pub use told::untold;
pub use ways::{Instead, Way};
