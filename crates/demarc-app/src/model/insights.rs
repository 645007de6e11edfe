//! What Insights shows, for a period and a scope.

use demarc_catalogue::ServiceIx;
use demarc_study::{InsightFilter, Insights, Moment, Range, Study};

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

/// Insights as they were when they were opened.
#[derive(Clone, Debug)]
pub struct InsightsView {
    /// How far back.
    pub period: Period,
    /// About what.
    pub scope: Scope,
    /// The scope in words.
    pub scope_name: String,
    /// What can be chosen: categories and services that were met, with their names.
    pub scopes: Vec<(Scope, String)>,
    /// The figures.
    pub figures: Insights,
    /// The names of the coming 14 days, one letter each but for today.
    pub days: Vec<String>,
}

impl InsightsView {
    /// The figures as of now.
    pub fn of(study: &Study, now: Moment, period: Period, scope: Scope) -> Self {
        let figures = study.insights(now, period, &scope);
        let catalogue = study.catalogue();
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
        let scope_name = scopes
            .iter()
            .find(|(it, _)| *it == scope)
            .map_or_else(String::new, |(_, name)| name.trim().to_owned());
        let days = (0..14)
            .map(|ahead| {
                let name = now.day().plus(ahead).civil().strftime("%a").to_string();
                if ahead == 0 { name } else { name.chars().take(1).collect() }
            })
            .collect();
        Self { period, scope, scope_name, scopes, figures, days }
    }
}
