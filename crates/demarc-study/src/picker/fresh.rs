//! New cells, the most telling first: where the line moves, on services that people know, a
//! contrast soon after the cell it contrasts with, and never two alike in a row.

use demarc_catalogue::{Cell, DutyIx, Side};
use rand::Rng;

use super::worth::{Candidate, Worth};
use crate::knowing::Knowing;
use crate::known::View;

/// A new cell with at least this chance of a right answer is probably known: three in five that it
/// is known and no luck.
const KNOWN: f64 = 0.8;

/// Whether a cell was never met and is probably known, so that it is new only when nothing else is.
pub(crate) fn waits_as_known(view: &View<'_>, knowing: &Knowing<'_>, cell: Cell) -> bool {
    view.last(cell).is_none() && knowing.chance_with(cell, None, view.today) >= KNOWN
}

/// How many new cells of `pool` to ask, and in which order. What is probably known is among them
/// only when nothing else is left, and what is not wanted by the day that the learner named comes
/// after what is.
pub(crate) fn fresh(
    view: &View<'_>,
    knowing: &Knowing<'_>,
    pool: &[Cell],
    count: usize,
    rng: &mut dyn Rng,
) -> Vec<Cell> {
    let new = Worth::of(view).candidates(view, pool, rng);
    let (known, open): (Vec<_>, Vec<_>) =
        new.into_iter().partition(|it| waits_as_known(view, knowing, it.cell));
    let wanted =
        |it: &Candidate| view.target().is_none_or(|target| target.takes(view.catalogue, it.cell));
    let mut cells = Vec::new();
    for group in [open, known] {
        let (wanted, others): (Vec<_>, Vec<_>) = group.into_iter().partition(wanted);
        for part in [wanted, others] {
            let left = count - cells.len();
            if left > 0 {
                cells.extend(row(view, part, left));
            }
        }
    }
    cells
}

/// The candidates most worth asking, one after the other.
pub(super) fn row(view: &View<'_>, mut rest: Vec<Candidate>, count: usize) -> Vec<Cell> {
    let mut row = Row { view, done: Vec::new(), promised: Vec::new() };
    while row.done.len() < count && !rest.is_empty() {
        let contrast = row.promised(&rest);
        let Some(at) = contrast.or_else(|| row.best(&rest, |_| true)) else { break };
        let next = rest.swap_remove(at);
        if contrast.is_none() {
            row.promise(&next);
        }
        row.done.push(next);
    }
    row.done.into_iter().map(|candidate| candidate.cell).collect()
}

/// New cells in the order in which they are asked.
struct Row<'a> {
    view: &'a View<'a>,
    done: Vec<Candidate>,
    promised: Vec<Promise>,
}

/// A contrast with a cell just taken: the same duty on the other side.
#[derive(Clone, Copy, Debug)]
struct Promise {
    /// The place in the row from which it may come.
    from: usize,
    duty: DutyIx,
    side: Side,
    /// The nearest contrast, if it is another deployment of the same service.
    nearest: Option<Cell>,
}

impl Row<'_> {
    /// The place among `rest` of a contrast whose time has come: the same service's if it flips
    /// there, else the one most worth asking.
    fn promised(&mut self, rest: &[Candidate]) -> Option<usize> {
        let now = self.done.len();
        let ready = |it: &Promise| it.from <= now && !self.thrice(it.duty);
        let ready = self.promised.iter().position(ready)?;
        let promise = self.promised.remove(ready);
        let exact = rest.iter().position(|it| Some(it.cell) == promise.nearest);
        exact.or_else(|| {
            self.best(rest, |it| it.cell.duty == promise.duty && it.side == promise.side)
        })
    }

    /// The place among `rest` of the cell most worth asking after those just asked, of those that
    /// `takes` lets through.
    fn best(&self, rest: &[Candidate], takes: impl Fn(&Candidate) -> bool) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        for (at, candidate) in rest.iter().enumerate().filter(|(_, it)| takes(it)) {
            let worth = candidate.worth + self.spreads(candidate) - self.alike(candidate);
            if best.is_none_or(|best| worth > best.1) {
                best = Some((at, worth));
            }
        }
        best.map(|best| best.0)
    }

    /// Promises the contrast of a cell that is about to be taken: one question lies between them.
    fn promise(&mut self, taken: &Candidate) {
        let cell = taken.cell;
        let contrast = self.view.catalogue.contrast(cell, self.view.today.date());
        let (Some(contrast), Some(side)) = (contrast, taken.side.opposite()) else { return };
        if contrast.flips {
            self.promised.push(Promise {
                from: self.done.len() + 2,
                duty: cell.duty,
                side,
                nearest: contrast.same_service.then_some(contrast.cell),
            });
        }
    }

    /// What a candidate teaches about others, after what those just taken taught already.
    fn spreads(&self, candidate: &Candidate) -> f64 {
        if candidate.spreads == 0.0 {
            return 0.0;
        }
        let class = |cell: Cell| self.view.catalogue.deployment(cell.deployment).class;
        let same = |it: &&Candidate| {
            it.cell.duty == candidate.cell.duty && class(it.cell) == class(candidate.cell)
        };
        candidate.spreads / (1.0 + self.done.iter().filter(same).count() as f64)
    }

    /// How much a candidate is like those just taken, in the units of worth.
    fn alike(&self, candidate: &Candidate) -> f64 {
        if self.thrice(candidate.cell.duty) {
            return 1e6;
        }
        let mut cost = 0.0;
        for (before, weight) in self.done.iter().rev().zip([1.0, 0.5, 0.25]) {
            cost += weight
                * (1.5 * f64::from(before.cell.duty == candidate.cell.duty)
                    + 0.8 * f64::from(before.service == candidate.service)
                    + 0.5 * f64::from(before.layer == candidate.layer));
        }
        let same_duty = self.done.iter().filter(|it| it.cell.duty == candidate.cell.duty).count();
        let same_service = self.done.iter().filter(|it| it.service == candidate.service).count();
        cost += 0.3 * same_duty as f64 + 0.15 * same_service as f64;
        // Three of one side running, and the next had better be of the other.
        let run = self.done.iter().rev().take(3).filter(|it| it.side == candidate.side).count();
        if run == 3 { cost + 0.8 } else { cost }
    }

    fn thrice(&self, duty: DutyIx) -> bool {
        matches!(self.done.as_slice(), [.., a, b] if a.cell.duty == duty && b.cell.duty == duty)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use demarc_catalogue::Catalogue;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::clock::Moment;
    use crate::plan::{Choice, Plan};
    use crate::said::{Confidence, Said};
    use crate::study::Study;

    const NOW: Moment = Moment::new(1_795_507_200_000, 60);

    #[test]
    fn what_is_probably_known_comes_after_all_the_rest_and_then_it_does_come() {
        let catalogue = Arc::new(Catalogue::shipped().unwrap());
        let mut study = Study::in_memory(Arc::clone(&catalogue), NOW);
        let rng = &mut StdRng::seed_from_u64(4);
        let services = ["ec2", "rds", "s3"].map(str::to_owned).to_vec();
        let choice = Choice { services, ..Choice::default() };
        study.start(&Plan::Placement(choice.clone()), NOW, rng).unwrap();
        let mut number = 0;
        while let Some(item) = study.session().unwrap().item().copied() {
            let right = Said::right_for(catalogue.ruling(item.cell).side).unwrap();
            let wrong = if right == Said::Of { Said::In } else { Said::Of };
            let said = if number % 10 == 3 { wrong } else { right };
            study.answer(said, Confidence::Likely, 4_000, NOW).unwrap();
            number += 1;
        }
        let view = study.view(NOW.day());
        let knowing = Knowing::of(view);
        let pool: Vec<Cell> = crate::picker::pool(&view, &choice).unwrap().into_iter().collect();
        let cells = fresh(&view, &knowing, &pool, pool.len(), rng);
        assert_eq!(cells.len(), pool.len() - number, "none is kept back for good");
        let known: Vec<bool> =
            cells.iter().map(|&cell| waits_as_known(&view, &knowing, cell)).collect();
        assert!(known.is_sorted() && known.contains(&true) && known.contains(&false), "{known:?}");
    }
}
