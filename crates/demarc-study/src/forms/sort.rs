//! Sort: the halves of a control, or several duties of one deployment, are put onto the two sides.

use demarc_catalogue::{Catalogue, Cell, ControlIx, Date, DeploymentIx, DutyIx};
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};

use super::{About, CellMark, Marks, Part, ruled};
use crate::said::Said;

/// Cards at most.
const MOST: usize = 6;
/// Cards at least.
const LEAST: usize = 3;

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
    /// The question that a seed draws of a deployment; none where not both sides occur.
    pub fn of(
        catalogue: &Catalogue,
        deployment: DeploymentIx,
        seed: u32,
        today: Date,
    ) -> Option<SortQuestion> {
        let mut rng = StdRng::seed_from_u64(u64::from(seed));
        let asked = |duty: &DutyIx| catalogue.asked(Cell { deployment, duty: *duty }, today);
        let duties: Vec<DutyIx> = catalogue.duty_ixs().filter(asked).collect();
        // How many of each is chance, and settled before it is known of what: so neither the number of
        // cards nor how they are shared out tells one control from another.
        let count = rng.random_range(LEAST..=MOST);
        let of = rng.random_range(1..count);
        let halves: Vec<(ControlIx, Sides)> = controls(catalogue, &duties)
            .map(|(control, duties)| (control, Sides::of(catalogue, deployment, &duties)))
            .filter(|(_, sides)| sides.have(of, count - of))
            .collect();
        let of_one_control = rng.random_bool(0.8);
        let (control, sides) = match halves.choose(&mut rng) {
            Some((control, sides)) if of_one_control => (Some(*control), sides.clone()),
            _ => (None, Sides::of(catalogue, deployment, &duties)),
        };
        let cards = sides.draw(catalogue, of, count - of, &mut rng)?;
        Some(SortQuestion { deployment, control, cards })
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

/// Duties by their side.
#[derive(Clone, Debug, Default)]
struct Sides {
    of: Vec<DutyIx>,
    r#in: Vec<DutyIx>,
}

impl Sides {
    fn of(catalogue: &Catalogue, deployment: DeploymentIx, duties: &[DutyIx]) -> Sides {
        let (of, r#in) = duties
            .iter()
            .partition(|&&duty| ruled(catalogue, Cell { deployment, duty }) == Said::Of);
        Sides { of, r#in }
    }

    fn have(&self, of: usize, r#in: usize) -> bool {
        self.of.len() >= of && self.r#in.len() >= r#in
    }

    /// So many of each side, fewer where there are not as many; none if a side is empty or if they
    /// are too few. How long the names are is drawn first, alike for both sides, so that it does not
    /// tell them apart; the order is no order of the stack.
    fn draw(
        mut self,
        catalogue: &Catalogue,
        of: usize,
        r#in: usize,
        rng: &mut StdRng,
    ) -> Option<Vec<DutyIx>> {
        let (of, r#in) = (of.min(self.of.len()), r#in.min(self.r#in.len()));
        if of == 0 || r#in == 0 || of + r#in < LEAST {
            return None;
        }
        let letters = |duty: &DutyIx| catalogue.duty(*duty).label.len();
        let lengths: Vec<usize> = self.of.iter().chain(&self.r#in).map(letters).collect();
        let mut cards = Vec::with_capacity(of + r#in);
        for (side, count) in [(&mut self.of, of), (&mut self.r#in, r#in)] {
            side.shuffle(rng);
            for _ in 0..count {
                let wanted = *lengths.choose(rng)?;
                let far = |at: &usize| letters(&side[*at]).abs_diff(wanted);
                cards.push(side.swap_remove((0..side.len()).min_by_key(far)?));
            }
        }
        cards.shuffle(rng);
        if cards.is_sorted() || cards.iter().rev().is_sorted() {
            cards.swap(0, 1);
        }
        Some(cards)
    }
}
