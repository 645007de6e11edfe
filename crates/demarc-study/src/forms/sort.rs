//! Sort: the halves of a control, or several duties of one deployment, are put onto the two sides.

use demarc_catalogue::{Catalogue, Cell, ControlIx, Date, DeploymentIx, DutyIx};
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};

use super::{About, CellMark, Marks, Part, ruled};
use crate::said::Said;

/// Cards at most.
const MOST: usize = 6;
/// Cards at least: of one control, and of a whole deployment.
const LEAST_HALVES: usize = 3;
const LEAST: usize = 4;

/// Some duties of a deployment, of which some are the provider's and some are yours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortQuestion {
    /// Whose duties.
    pub deployment: DeploymentIx,
    /// The control whose halves they are; none where they come from the whole stack.
    pub control: Option<ControlIx>,
    /// The duties, in an order that tells nothing.
    pub cards: Vec<DutyIx>,
}

/// Which duties were put on which side, in the catalogue's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SortReply {
    said: Vec<(DutyIx, Said)>,
}

impl SortReply {
    /// Puts a duty on a side.
    pub fn put(&mut self, duty: DutyIx, side: Said) {
        match self.said.binary_search_by_key(&duty, |it| it.0) {
            Ok(at) => self.said[at].1 = side,
            Err(at) => self.said.insert(at, (duty, side)),
        }
    }

    /// Takes a duty off its side.
    pub fn take(&mut self, duty: DutyIx) {
        self.said.retain(|it| it.0 != duty);
    }

    /// The side on which a duty was put.
    pub fn side(&self, duty: DutyIx) -> Option<Said> {
        self.said.iter().find(|it| it.0 == duty).map(|it| it.1)
    }

    /// The duties on a side.
    pub fn on(&self, side: Said) -> impl Iterator<Item = DutyIx> {
        self.said.iter().filter(move |it| it.1 == side).map(|it| it.0)
    }
}

impl SortQuestion {
    /// The question that a seed draws of a deployment; none where no two sides can be told apart.
    pub fn of(
        catalogue: &Catalogue,
        deployment: DeploymentIx,
        seed: u32,
        today: Date,
    ) -> Option<SortQuestion> {
        let mut rng = StdRng::seed_from_u64(u64::from(seed));
        let asked = |duty: &DutyIx| catalogue.asked(Cell { deployment, duty: *duty }, today);
        let duties: Vec<DutyIx> = catalogue.duty_ixs().filter(asked).collect();
        let halves: Vec<(ControlIx, Vec<DutyIx>)> = controls(catalogue, &duties)
            .filter(|(_, duties)| duties.len() >= LEAST_HALVES)
            .filter(|(_, duties)| is_split(catalogue, deployment, duties))
            .collect();
        let of_one_control = rng.random_bool(0.5);
        let (control, duties) = match halves.choose(&mut rng) {
            Some((control, halves)) if of_one_control => (Some(*control), halves.clone()),
            _ => (None, duties),
        };
        let enough = control.is_some() || duties.len() >= LEAST;
        (enough && is_split(catalogue, deployment, &duties)).then(|| {
            let cards = draw(catalogue, deployment, duties, &mut rng);
            SortQuestion { deployment, control, cards }
        })
    }

    /// The reply that earns every point.
    pub fn key(&self, catalogue: &Catalogue) -> SortReply {
        let mut key = SortReply::default();
        for &duty in &self.cards {
            key.put(duty, ruled(catalogue, Cell { deployment: self.deployment, duty }));
        }
        key
    }

    /// Marks a reply: a point for each duty. None while a duty is on neither side.
    pub fn mark(&self, catalogue: &Catalogue, reply: &SortReply) -> Option<Marks> {
        let mut duties = self.cards.clone();
        duties.sort_unstable();
        let mark = |duty: DutyIx| {
            let cell = Cell { deployment: self.deployment, duty };
            Some(CellMark { cell, said: reply.side(duty)?, ruling: ruled(catalogue, cell) })
        };
        let cells = duties.into_iter().map(mark).collect::<Option<Vec<CellMark>>>()?;
        let part =
            |mark: &CellMark| Part { about: About::Duty(mark.cell.duty), right: mark.right() };
        Some(Marks { parts: cells.iter().map(part).collect(), cells })
    }
}

/// The controls among these duties, each with those that are part of it.
pub(super) fn controls(
    catalogue: &Catalogue,
    duties: &[DutyIx],
) -> impl Iterator<Item = (ControlIx, Vec<DutyIx>)> {
    let mut found: Vec<(ControlIx, Vec<DutyIx>)> = Vec::new();
    for &duty in duties {
        let Some(control) = catalogue.duty(duty).control else { continue };
        match found.iter_mut().find(|it| it.0 == control) {
            Some((_, duties)) => duties.push(duty),
            None => found.push((control, vec![duty])),
        }
    }
    found.into_iter()
}

/// Whether duties lie on both sides.
fn is_split(catalogue: &Catalogue, deployment: DeploymentIx, duties: &[DutyIx]) -> bool {
    let on = |side| {
        duties.iter().any(|&duty| ruled(catalogue, Cell { deployment, duty }) == side)
    };
    on(Said::Of) && on(Said::In)
}

/// At most [`MOST`] of the duties, some of each side. How many of each is chance, so that neither
/// side is the commoner because of the number; their order is no order of the stack.
fn draw(
    catalogue: &Catalogue,
    deployment: DeploymentIx,
    mut duties: Vec<DutyIx>,
    rng: &mut StdRng,
) -> Vec<DutyIx> {
    duties.shuffle(rng);
    let (mut of, mut r#in): (Vec<DutyIx>, Vec<DutyIx>) = duties
        .into_iter()
        .partition(|&duty| ruled(catalogue, Cell { deployment, duty }) == Said::Of);
    let cards = MOST.min(of.len() + r#in.len());
    let least = cards.saturating_sub(r#in.len()).max(1);
    let most = of.len().min(cards - 1);
    of.truncate(rng.random_range(least..=most));
    r#in.truncate(cards - of.len());
    of.append(&mut r#in);
    of.shuffle(rng);
    if of.is_sorted() || of.iter().rev().is_sorted() {
        of.swap(0, 1);
    }
    of
}
