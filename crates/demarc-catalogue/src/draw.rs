//! Draws the rulings that a blind audit looks up.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::Cell;
use crate::ruling::Level;

impl Catalogue {
    /// Whether a ruling depends on a setting: a rule with conditions decides it, or the duty is
    /// ruled otherwise in another deployment of the service that has not ended by this day.
    pub fn depends_on_setting(&self, cell: Cell, today: Date) -> bool {
        let ruling = self.ruling(cell);
        let moved = |&deployment: &_| {
            !self.has_ended(deployment, today)
                && self.ruling(Cell { deployment, ..cell }).side != ruling.side
        };
        ruling.level == Level::Setting
            || self.service_of(cell.deployment).deployments.iter().any(moved)
    }

    /// Draws `count` of the cells that are asked on this day, none of them in `not`: half of them
    /// dependent on a setting, each half spread over the categories by how much is asked there,
    /// with at least one of each category while there is room. A half that runs short is filled
    /// from the other. Within a category chance decides, by the seed and the ids alone, so that
    /// one seed gives one draw. In the catalogue's order; fewer only if no more are left.
    pub fn draw(&self, seed: u64, count: usize, not: &HashSet<Cell>, today: Date) -> Vec<Cell> {
        let mut left = self.asked_cells(today);
        left.retain(|cell| !not.contains(cell));
        let (moving, still): (Vec<Cell>, Vec<Cell>) =
            left.into_iter().partition(|&cell| self.depends_on_setting(cell, today));
        let half = count.div_ceil(2).min(moving.len()).max(count.saturating_sub(still.len()));
        let mut drawn = self.spread(seed, moving, half);
        drawn.extend(self.spread(seed, still, count - half.min(count)));
        drawn.sort_unstable();
        drawn
    }

    /// Takes `count` of the cells, spread over the categories.
    fn spread(&self, seed: u64, cells: Vec<Cell>, count: usize) -> Vec<Cell> {
        let mut strata = vec![Vec::new(); self.categories().len()];
        for cell in cells {
            strata[self.service_of(cell.deployment).category.index()].push(cell);
        }
        let sizes: Vec<usize> = strata.iter().map(Vec::len).collect();
        let mut taken = Vec::new();
        for (mut stratum, share) in strata.into_iter().zip(shares(&sizes, count)) {
            stratum.sort_by_cached_key(|&cell| self.lot(seed, cell));
            taken.extend(stratum.into_iter().take(share));
        }
        taken
    }

    /// A cell's number in the lottery of a seed: it hangs on nothing but the seed and the ids.
    fn lot(&self, seed: u64, cell: Cell) -> u64 {
        let ids = [&self.deployment(cell.deployment).id, &self.duty(cell.duty).id];
        let bytes = seed.to_le_bytes().into_iter();
        let bytes = bytes.chain(ids.into_iter().flat_map(|id| id.bytes().chain([0])));
        // FNV-1a, then the finalizer of SplitMix64, so that like ids lie far apart.
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
        });
        let hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        hash ^ hash >> 31
    }
}

/// How many to take of each stratum: in proportion to its size, the largest remainders rounded up,
/// but at least one of each that is not empty while `count` allows it; never more than there are.
fn shares(sizes: &[usize], count: usize) -> Vec<usize> {
    let total: usize = sizes.iter().sum();
    let count = count.min(total);
    let mut shares: Vec<usize> = sizes.iter().map(|size| size * count / total.max(1)).collect();
    let strata = sizes.iter().filter(|&&size| size > 0).count();
    if count >= strata {
        for (share, &size) in shares.iter_mut().zip(sizes) {
            *share = (*share).max(size.min(1));
        }
    }
    let mut by_remainder: Vec<usize> = (0..sizes.len()).collect();
    by_remainder.sort_by_key(|&at| Reverse(sizes[at] * count % total.max(1)));
    while shares.iter().sum::<usize>() < count {
        for &at in &by_remainder {
            if shares.iter().sum::<usize>() < count && shares[at] < sizes[at] {
                shares[at] += 1;
            }
        }
    }
    // The one of a small category is taken from the largest share.
    while shares.iter().sum::<usize>() > count {
        if let Some(most) = shares.iter_mut().max() {
            *most -= 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_in_proportion_and_leave_none_out() {
        assert_eq!(shares(&[500, 300, 200], 10), [5, 3, 2]);
        assert_eq!(shares(&[970, 20, 10, 0], 10), [8, 1, 1, 0]);
        assert_eq!(shares(&[5, 4, 0], 20), [5, 4, 0]);
        assert_eq!(shares(&[3, 3, 3], 2).iter().sum::<usize>(), 2);
        assert_eq!(shares(&[0, 0], 7), [0, 0]);
        assert_eq!(shares(&[], 7), Vec::<usize>::new());
        for count in 0..40 {
            let shares = shares(&[17, 1, 1, 9, 6], count);
            assert_eq!(shares.iter().sum::<usize>(), count.min(34));
            assert!(shares.iter().zip([17, 1, 1, 9, 6]).all(|(share, size)| *share <= size));
            assert!(count < 5 || shares.iter().all(|&share| share > 0), "{count}: {shares:?}");
        }
    }
}
