//! What is asked next: ours, and three to compare it with. All go through the same `Study`, so all
//! have the same sessions, the same memories, and the same answers a day.

use std::cmp::Reverse;
use std::sync::Arc;

use demarc_catalogue::{Catalogue, Cell};
use demarc_study::{Choice, Moment, Plan, Study};
use rand::seq::SliceRandom;
use rand::{Rng, RngExt};

/// New cards a day in Anki.
const ANKI_NEW: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// What the app does with a chosen set of services.
    Ours,
    /// Due reviews by FSRS, then new cards in deck order, 20 a day. If answers are left in the day,
    /// the limit is raised; if nothing is new, what is due soonest is reviewed ahead.
    Anki,
    /// Any cell not yet asked on the day.
    Random,
    /// The lowest share of right answers so far, one half for a cell never asked; deck order.
    Weakest,
}

impl Policy {
    pub const ALL: [Policy; 4] = [Policy::Ours, Policy::Anki, Policy::Random, Policy::Weakest];

    pub const fn name(self) -> &'static str {
        match self {
            Policy::Ours => "ours",
            Policy::Anki => "Anki's",
            Policy::Random => "random",
            Policy::Weakest => "weakest first",
        }
    }

    /// The next session of at most `count` questions.
    pub fn plan(
        self,
        deck: &Deck,
        study: &Study,
        count: usize,
        now: Moment,
        rng: &mut dyn Rng,
    ) -> Plan {
        match self {
            Policy::Ours => {
                let services = deck.services.clone();
                Plan::Choice(Choice { services, length: count, ..Choice::default() })
            }
            Policy::Anki => Plan::Cells(anki(deck, study, count, now, rng)),
            Policy::Random => {
                let mut cells = deck.not_yet_today(study, now);
                cells.shuffle(rng);
                cells.truncate(count);
                Plan::Cells(cells)
            }
            Policy::Weakest => {
                let mut cells = deck.not_yet_today(study, now);
                let share = |cell: &Cell| {
                    let record = study.record(*cell);
                    (2 * record.right + 1) * 1_000 / (2 * record.seen + 2)
                };
                cells.sort_by_cached_key(share);
                cells.truncate(count);
                Plan::Cells(cells)
            }
        }
    }
}

/// The cells of the track, in the catalogue's order.
pub struct Deck {
    pub catalogue: Arc<Catalogue>,
    pub services: Vec<String>,
    pub cells: Vec<Cell>,
}

impl Deck {
    /// Every cell of some services that is asked.
    pub fn of(catalogue: Arc<Catalogue>, services: &[&str], now: Moment) -> Deck {
        let mut cells = catalogue.asked_cells(now.day().date());
        cells.retain(|cell| services.contains(&catalogue.service_of(cell.deployment).id.as_str()));
        let services = services.iter().map(|id| (*id).to_owned()).collect();
        Deck { catalogue, services, cells }
    }

    fn not_yet_today(&self, study: &Study, now: Moment) -> Vec<Cell> {
        let today = |cell: &&Cell| {
            let last = study.record(**cell).memory.map(|memory| memory.last);
            last != Some(now.day())
        };
        self.cells.iter().filter(today).copied().collect()
    }
}

fn anki(deck: &Deck, study: &Study, count: usize, now: Moment, rng: &mut dyn Rng) -> Vec<Cell> {
    let today = now.day();
    let (mut due, mut ahead, mut new, mut begun) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for &cell in &deck.cells {
        let record = study.record(cell);
        let Some(memory) = record.memory else {
            new.push(cell);
            continue;
        };
        begun += usize::from(record.answers.first().is_some_and(|it| it.at.day() == today));
        if memory.is_due(today) {
            due.push((memory.due, rng.random::<u32>(), cell));
        } else if memory.last < today {
            ahead.push((memory.due, Reverse(memory.last), cell));
        }
    }
    due.sort();
    ahead.sort();
    let within = ANKI_NEW.saturating_sub(begun).min(new.len());
    let (within, beyond) = new.split_at(within);
    let due = due.into_iter().map(|it| it.2);
    let ahead = ahead.into_iter().map(|it| it.2);
    let new = within.iter().chain(beyond).copied();
    due.chain(new).chain(ahead).take(count).collect()
}
