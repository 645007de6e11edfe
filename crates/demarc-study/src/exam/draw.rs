//! Which rulings an exam asks: drawn at random, spread over layers and services.

use std::collections::{BTreeMap, HashMap};

use demarc_catalogue::{Cell, Layer, ServiceIx};
use rand::Rng;
use rand::seq::SliceRandom;

use crate::error::StudyError;
use crate::known::View;
use crate::picker;
use crate::plan::Choice;

/// The cells of an exam, in the order in which they are asked. Every layer gets its share of what
/// the choice takes, at least one question where there is room; within a layer no service comes
/// twice before each had its turn. What the learner knows plays no part.
pub(crate) fn draw(
    view: &View<'_>,
    choice: &Choice,
    rng: &mut dyn Rng,
) -> Result<Vec<Cell>, StudyError> {
    let mut layers: BTreeMap<Layer, Vec<Cell>> = BTreeMap::new();
    for cell in picker::pool(view, choice)? {
        layers.entry(view.catalogue.duty(cell.duty).layer).or_default().push(cell);
    }
    let all: usize = layers.values().map(Vec::len).sum();
    let wanted = choice.length.min(all);
    let shares = shares(&layers.values().map(Vec::len).collect::<Vec<_>>(), wanted);
    let mut cells: Vec<Cell> = Vec::with_capacity(wanted);
    let mut turns: HashMap<ServiceIx, usize> = HashMap::new();
    for (pool, share) in layers.into_values().zip(shares) {
        cells.extend(taken(view, pool, share, &mut turns, rng));
    }
    cells.shuffle(rng);
    Ok(picker::arrange(view, cells))
}

/// `count` cells of a layer, those of services that had the fewest turns first.
fn taken(
    view: &View<'_>,
    mut pool: Vec<Cell>,
    count: usize,
    turns: &mut HashMap<ServiceIx, usize>,
    rng: &mut dyn Rng,
) -> Vec<Cell> {
    pool.shuffle(rng);
    let mut taken = Vec::with_capacity(count);
    while taken.len() < count {
        let service = |cell: &Cell| view.catalogue.deployment(cell.deployment).service;
        let had = |cell: &Cell| turns.get(&service(cell)).copied().unwrap_or(0);
        let Some(at) = (0..pool.len()).min_by_key(|&at| had(&pool[at])) else { break };
        let cell = pool.swap_remove(at);
        *turns.entry(service(&cell)).or_default() += 1;
        taken.push(cell);
    }
    taken
}

/// `wanted` shared out by size: the whole parts first, then one to each of the largest
/// remainders (Hamilton); none gets more than it has, and none is left empty while another could
/// spare one.
fn shares(sizes: &[usize], wanted: usize) -> Vec<usize> {
    let all: usize = sizes.iter().sum::<usize>().max(1);
    let mut shares: Vec<usize> = sizes.iter().map(|size| size * wanted / all).collect();
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(sizes[at] * wanted % all));
    let mut left = wanted - shares.iter().sum::<usize>();
    for &at in order.iter().cycle().take(order.len() * 2) {
        if left > 0 && shares[at] < sizes[at] {
            shares[at] += 1;
            left -= 1;
        }
    }
    for at in 0..shares.len() {
        let most = (0..shares.len()).max_by_key(|&it| shares[it]);
        if let Some(most) = most.filter(|&it| shares[it] > 1 && shares[at] == 0 && sizes[at] > 0) {
            shares[most] -= 1;
            shares[at] = 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn shares_add_up_follow_the_sizes_and_leave_nobody_out() {
        assert_eq!(shares(&[50, 30, 20], 10), [5, 3, 2]);
        assert_eq!(shares(&[98, 1, 1], 10), [8, 1, 1]);
        assert_eq!(shares(&[2, 1], 3), [2, 1]);
        assert_eq!(shares(&[10, 10, 10], 2).iter().sum::<usize>(), 2);
        assert_eq!(shares(&[], 0), Vec::<usize>::new());
        for wanted in 0..=40 {
            assert_eq!(shares(&[7, 13, 1, 19], wanted).iter().sum::<usize>(), wanted);
        }
    }
}
