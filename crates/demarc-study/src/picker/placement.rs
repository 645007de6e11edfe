//! The next question of a placement: the one whose answer tells most about all that is placed.
//!
//! - **Most telling**: by how much its answer is expected to narrow the estimate over the whole
//!   (`knowing/telling.rs`); less for each question already asked of its duty, layer, class and
//!   service, so that no corner speaks for all.
//! - **Balanced**: of each four questions two fall on either side, in an order left to chance, so
//!   that who always names one side, or waits for the other, gets half and no more.
//! - **It stops** once the interval is narrow enough, but not before twelve answers; and at twenty.

use demarc_catalogue::{Cell, Layer, Side};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

use crate::forms::Form;
use crate::knowing::Knowing;
use crate::known::View;
use crate::session::Item;

/// The fewest answers after which it may stop.
pub(crate) const LEAST: usize = 12;
/// So many questions at most.
pub(crate) const MOST: usize = 20;
/// It may stop once the interval is no wider than this, as a share.
const NARROW: f64 = 0.4;
/// So many of the most promising are weighed exactly.
const NEAR: usize = 64;
/// Of so many questions half fall on either side.
const BLOCK: usize = 4;
/// What is left of what a cell tells for each question asked of its duty, layer, class, service.
const AGAIN: [f64; 4] = [0.4, 0.75, 0.85, 0.6];

/// The next question after those asked; none if it is enough or nothing is left to ask. `seed` settles what is left to chance, and is the placement's own.
pub(crate) fn next(
    view: &View<'_>,
    knowing: &Knowing<'_>,
    pool: &[Cell],
    asked: &[Item],
    seed: u32,
) -> Option<Item> {
    let answered = asked.iter().filter(|it| it.answer.is_some()).count();
    if asked.len() >= MOST || (answered >= LEAST && narrow(knowing, pool)) {
        return None;
    }
    let number = asked.len();
    let telling = knowing.telling(pool);
    let rng = &mut StdRng::seed_from_u64(u64::from(seed) << 32 | number as u64);
    let free = |cell: &&Cell| {
        view.memory(**cell).is_none_or(|it| it.last < view.today)
            && asked.iter().all(|it| it.cell != **cell)
    };
    let side = side(seed, number);
    let mut rest: Vec<Cell> = pool.iter().filter(free).copied().collect();
    if rest.iter().any(|&cell| view.catalogue.ruling(cell).side == side) {
        rest.retain(|&cell| view.catalogue.ruling(cell).side == side);
    }
    // Which of those that tell nearly the same comes first is the generator's.
    let mut near: Vec<(f64, f64, Cell)> = rest
        .into_iter()
        .map(|cell| (again(view, asked, cell) * rng.random_range(0.9..1.1), cell))
        .map(|(left, cell)| (left * telling.at_most(cell), left, cell))
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    near.truncate(NEAR);
    let exact = near.into_iter().map(|(_, left, cell)| (left * telling.of(cell), cell));
    let (_, cell) = exact.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
    Some(Item { number: number as u32, ..Item::of_form(Form::Verdict, cell, seed) })
}

fn narrow(knowing: &Knowing<'_>, pool: &[Cell]) -> bool {
    let all = knowing.over(pool.iter().copied());
    all.high - all.low <= NARROW
}

/// The side on which the question of this number falls, if there is one.
fn side(seed: u32, number: usize) -> Side {
    let mut block = [Side::Of, Side::In, Side::Of, Side::In];
    let of = (number / BLOCK) as u64;
    block.shuffle(&mut StdRng::seed_from_u64(u64::from(seed) ^ of << 40));
    block[number % BLOCK]
}

/// What is left of what a cell tells after what was asked.
fn again(view: &View<'_>, asked: &[Item], cell: Cell) -> f64 {
    let kinds = |cell: Cell| {
        let deployment = view.catalogue.deployment(cell.deployment);
        let layer: Layer = view.catalogue.duty(cell.duty).layer;
        (cell.duty, layer, deployment.class, deployment.service)
    };
    let own = kinds(cell);
    asked.iter().map(|item| kinds(item.cell)).fold(1.0, |left, it| {
        let alike = [it.0 == own.0, it.1 == own.1, it.2 == own.2, it.3 == own.3];
        let each = alike.iter().zip(AGAIN).filter(|it| *it.0).map(|it| it.1);
        left * each.product::<f64>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_each_four_questions_two_fall_on_either_side_in_any_order() {
        let mut orders = std::collections::BTreeSet::new();
        for seed in 0..200 {
            let sides: Vec<Side> = (0..MOST).map(|number| side(seed, number)).collect();
            for block in sides.chunks(BLOCK) {
                assert_eq!(block.iter().filter(|it| **it == Side::Of).count(), 2);
                orders.insert(format!("{block:?}"));
            }
        }
        assert_eq!(orders.len(), 6);
    }
}
