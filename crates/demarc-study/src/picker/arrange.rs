//! The order within a session: nearly as given, but interleaved over duties, services and layers.

use demarc_catalogue::{Cell, DutyIx};

use crate::known::View;

/// How far ahead a better neighbour is looked for.
const AHEAD: usize = 8;

/// Moves cells a little so that neighbours differ in service, layer and duty, and no duty comes
/// thrice running where that can be helped.
pub(crate) fn arrange(view: &View<'_>, mut rest: Vec<Cell>) -> Vec<Cell> {
    let mut done: Vec<Cell> = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let near = rest.len().min(AHEAD);
        let cost = |at: &usize| alike(view, &done, rest[*at]) * AHEAD + at;
        let best = (0..near).min_by_key(cost).unwrap_or(0);
        let thrice = thrice(&done, rest[best].duty);
        let best = if thrice {
            rest.iter().position(|cell| cell.duty != rest[best].duty).unwrap_or(best)
        } else {
            best
        };
        done.push(rest.remove(best));
    }
    part(&mut done);
    done
}

/// How much a cell is like the ones just before it.
fn alike(view: &View<'_>, done: &[Cell], cell: Cell) -> usize {
    let service = |cell: Cell| view.catalogue.deployment(cell.deployment).service;
    let layer = |cell: Cell| view.catalogue.duty(cell.duty).layer;
    let like = |before: &Cell| {
        3 * usize::from(before.duty == cell.duty)
            + 2 * usize::from(service(*before) == service(cell))
            + usize::from(layer(*before) == layer(cell))
    };
    let mut recent = done.iter().rev();
    2 * recent.next().map_or(0, like) + recent.next().map_or(0, like)
}

fn thrice(done: &[Cell], duty: DutyIx) -> bool {
    matches!(done, [.., a, b] if a.duty == duty && b.duty == duty)
}

/// Parts what still stands thrice running at the end: moves it to the first place between others.
pub(super) fn part(cells: &mut Vec<Cell>) {
    for at in 2..cells.len() {
        let cell = cells[at];
        if !thrice(&cells[..at], cell.duty) {
            continue;
        }
        let same = |place: usize| cells.get(place).is_some_and(|it| it.duty == cell.duty);
        let free = |place: &usize| {
            let before = (1..=2).take_while(|&n| place.checked_sub(n).is_some_and(same)).count();
            let after = (0..2).take_while(|&n| same(place + n)).count();
            before + after < 2
        };
        if let Some(place) = (0..at.saturating_sub(1)).find(free) {
            cells.remove(at);
            cells.insert(place, cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::part;
    use demarc_catalogue::{Catalogue, Cell, DeploymentIx, DutyIx};
    use proptest::prelude::*;

    fn cells(duties: &[usize]) -> Vec<Cell> {
        static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::shipped().unwrap());
        let catalogue = &*CATALOGUE;
        let all: Vec<DutyIx> = catalogue.duty_ixs().collect();
        let deployments: Vec<DeploymentIx> = catalogue.deployment_ixs().collect();
        duties.iter().map(|&duty| Cell { deployment: deployments[0], duty: all[duty] }).collect()
    }

    fn thrice_running(cells: &[Cell]) -> bool {
        cells.windows(3).any(|it| it[0].duty == it[1].duty && it[1].duty == it[2].duty)
    }

    #[test]
    fn what_stands_thrice_at_the_end_is_moved_between_others() {
        let mut row = cells(&[1, 2, 1, 2, 0, 0, 0]);
        part(&mut row);
        assert!(!thrice_running(&row), "{row:?}");
        assert_eq!(row.len(), 7);
    }

    #[test]
    fn one_duty_alone_stays_as_it_is() {
        let mut row = cells(&[0, 0, 0, 0]);
        part(&mut row);
        assert_eq!(row, cells(&[0, 0, 0, 0]));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_by_parting(duties in prop::collection::vec(0_usize..3, 0..30)) {
            let mut row = cells(&duties);
            let mut sorted = row.clone();
            part(&mut row);
            row.sort();
            sorted.sort();
            prop_assert_eq!(row, sorted);
        }
    }
}
