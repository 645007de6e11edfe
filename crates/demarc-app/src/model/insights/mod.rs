//! What Insights shows, for a period and a scope. A short log is counted at once; a long one off
//! the frame, while the screen shows the figures of before.

mod card;
mod export;
mod figures;
mod table;
mod tables;
mod told;

use std::sync::Arc;

use demarc_catalogue::{Catalogue, ServiceIx};
use demarc_study::{InsightFilter, Range};

use super::{Model, Tick, route::Route};
pub use card::Card;
pub use export::Pictures;
pub use figures::{Count, Counted, Figures};
pub use table::{Table, Value, needs};
pub use tables::{gap_in_words, kept_in_words};

/// How far back Insights look.
pub type Period = Range;

/// What Insights are about.
pub type Scope = InsightFilter;

/// The periods with their names.
pub const PERIODS: [(Period, &str); 4] = [
    (Range::Days30, "30 days"),
    (Range::Days90, "90 days"),
    (Range::Year, "Year"),
    (Range::All, "All"),
];

/// The longest log that is counted at once, in answers: that takes less than a frame (`just measure
/// --only long` says how much).
const AT_ONCE: usize = 5_000;

/// A screen that still waits says so after so many milliseconds.
pub const SAYS_SO_MS: u64 = 300;

/// What is done in Insights.
#[derive(Clone, Debug, PartialEq)]
pub enum InsightsStep {
    /// Look so far back, at this.
    Show(Period, Scope),
    /// The figures that were asked for are counted.
    Counted(Counted),
    /// They still are not, and the screen should say so.
    Waiting,
    /// Write the figures to files in the exports folder: tables, then pictures.
    Export,
    /// The pictures are drawn into this folder, or what kept them from being.
    Drawn(Result<String, String>),
}

/// Insights, as far as they are counted.
#[derive(Clone, Debug)]
pub struct InsightsView {
    /// How far back they should look.
    pub period: Period,
    /// About what.
    pub scope: Scope,
    /// The scope in words.
    pub scope_name: String,
    /// What can be chosen: categories and services, with their names.
    pub scopes: Vec<(Scope, String)>,
    /// The figures: those asked for, or those of before while these are counted.
    pub figures: Option<Arc<Figures>>,
    /// The count that is waited for.
    pub counting: Option<Counting>,
}

/// A count that is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counting {
    number: u64,
    /// When it was asked for, in milliseconds since the app started.
    pub since_ms: u64,
    /// Whether it takes so long that the screen says so.
    pub says_so: bool,
}

/// Counts that are waited for, and how.
#[derive(Debug)]
pub(super) struct Counts {
    /// The number of the last request.
    number: u64,
    /// The last request, if nobody has taken it yet.
    wanted: Option<Count>,
    /// The longest log that is counted at once.
    at_once: usize,
}

impl Default for Counts {
    fn default() -> Self {
        Self { number: 0, wanted: None, at_once: AT_ONCE }
    }
}

impl Model {
    /// Counts a log at once only if it has at most so many answers.
    pub fn count_at_once(&mut self, answers: usize) {
        self.counts.at_once = answers;
    }

    /// What is to be counted off the frame, if nobody has taken it yet: the last that was asked for.
    pub fn take_count(&mut self) -> Option<Count> {
        self.counts.wanted.take()
    }

    pub(super) fn insights_step(&mut self, step: InsightsStep, tick: Tick) {
        match step {
            InsightsStep::Show(period, scope) => self.count(period, scope, tick),
            InsightsStep::Counted(counted) => self.counted(counted),
            InsightsStep::Waiting => {
                if let Some(counting) = self.insights.as_mut().and_then(|it| it.counting.as_mut()) {
                    counting.says_so = true;
                }
            }
            InsightsStep::Export => self.export_figures(tick),
            InsightsStep::Drawn(Ok(folder)) => {
                self.say(&format!("Tables and pictures are in {folder}."), tick);
            }
            InsightsStep::Drawn(Err(error)) => self.complain_in_words(error, tick),
        }
    }

    /// Counts the figures as of now, for what was looked at last.
    pub(super) fn count_again(&mut self, tick: Tick) {
        let (period, scope) = self
            .insights
            .as_ref()
            .map_or_else(Default::default, |view| (view.period, view.scope.clone()));
        self.count(period, scope, tick);
    }

    /// A new day: what is open is counted anew, and what was counted before is out of date.
    pub(super) fn insights_on_a_new_day(&mut self, tick: Tick) {
        if self.route == Route::Insights {
            self.count_again(tick);
        }
    }

    fn count(&mut self, period: Period, scope: Scope, tick: Tick) {
        let scopes = match self.insights.take() {
            Some(view) => (view.scopes, view.figures),
            None => (scopes(self.study.catalogue()), None),
        };
        let (scopes, figures) = scopes;
        let named = scopes.iter().find(|(it, _)| *it == scope);
        let scope_name = named.map_or_else(String::new, |(_, name)| name.trim().to_owned());
        self.counts.number += 1;
        let number = self.counts.number;
        let count = Count {
            number,
            snapshot: self.study.snapshot(),
            now: tick.now,
            period,
            scope: scope.clone(),
        };
        let counting = Counting { number, since_ms: tick.uptime_ms, says_so: false };
        let counting = Some(counting);
        self.insights = Some(InsightsView { period, scope, scope_name, scopes, figures, counting });
        if self.study.answers() <= self.counts.at_once {
            self.counts.wanted = None;
            self.counted(count.run());
        } else {
            self.counts.wanted = Some(count);
        }
    }

    /// Takes what was counted, unless something else was asked for since.
    fn counted(&mut self, counted: Counted) {
        let Some(view) = self.insights.as_mut() else { return };
        if view.counting.is_none_or(|counting| counting.number != counted.number) {
            return;
        }
        view.counting = None;
        if counted.figures.is_some() {
            view.figures = counted.figures;
        }
    }
}

/// What Insights can be about: everything, and the categories, each with its services.
fn scopes(catalogue: &Catalogue) -> Vec<(Scope, String)> {
    let mut scopes = vec![(Scope::All, "All services".to_owned())];
    for category in catalogue.categories() {
        let holds = |ix: &ServiceIx| {
            catalogue.categories()[catalogue.service(*ix).category.index()].id == category.id
        };
        let services: Vec<ServiceIx> = catalogue.service_ixs().filter(holds).collect();
        if services.is_empty() {
            continue;
        }
        scopes.push((Scope::Category(category.id.clone()), category.name.clone()));
        for service in services {
            let it = catalogue.service(service);
            scopes.push((Scope::Service(it.id.clone()), format!("\u{2003}{}", it.name)));
        }
    }
    scopes
}
