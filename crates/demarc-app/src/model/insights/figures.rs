//! The figures in words, and the work of counting them, which may be done on another thread.

use std::sync::Arc;

use demarc_study::{Insights, Moment, Snapshot};

use super::{Card, Period, Scope, Table, tables, told};

/// The figures as they were counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// How far back they look.
    pub period: Period,
    /// What they are about.
    pub scope: Scope,
    /// The moment for which they hold.
    pub now: Moment,
    /// The figures.
    pub insights: Insights,
    /// What each card says, in the order of [`Card::ALL`].
    cards: Vec<CardWords>,
    /// The names of the coming 14 days, one letter each but for today.
    pub days: Vec<String>,
}

/// What a card says.
#[derive(Clone, Debug, PartialEq)]
struct CardWords {
    about: String,
    table: Table,
}

impl Figures {
    fn of(snapshot: &Snapshot, now: Moment, period: Period, scope: Scope) -> Self {
        let insights = snapshot.insights(now, period, &scope);
        let catalogue = snapshot.catalogue();
        let cards = Card::ALL.map(|card| CardWords {
            about: told::about(&insights, card, catalogue),
            table: tables::table(&insights, card, catalogue),
        });
        let days = (0..14)
            .map(|ahead| {
                let name = now.day().plus(ahead).civil().strftime("%a").to_string();
                if ahead == 0 { name } else { name.chars().take(1).collect() }
            })
            .collect();
        Self { period, scope, now, insights, cards: cards.into(), days }
    }

    /// The sentence below a card's title.
    pub fn about(&self, card: Card) -> &str {
        &self.cards[card as usize].about
    }

    /// What a card shows, as a table.
    pub fn table(&self, card: Card) -> &Table {
        &self.cards[card as usize].table
    }
}

/// Figures to be counted from the log as it stood when they were asked for.
#[derive(Clone, Debug)]
pub struct Count {
    pub(super) number: u64,
    pub(super) snapshot: Snapshot,
    pub(super) now: Moment,
    pub(super) period: Period,
    pub(super) scope: Scope,
}

/// What came of a count; the number is that of the request.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    pub(super) number: u64,
    /// None if the work broke off.
    pub(super) figures: Option<Arc<Figures>>,
}

impl Count {
    /// Does the work. It looks at nothing but what it was given, so any thread will do.
    pub fn run(&self) -> Counted {
        let figures = Figures::of(&self.snapshot, self.now, self.period, self.scope.clone());
        Counted { number: self.number, figures: Some(Arc::new(figures)) }
    }

    /// What to say if the work broke off.
    pub fn broken(&self) -> Counted {
        Counted { number: self.number, figures: None }
    }
}
