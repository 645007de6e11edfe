//! What is due, in the order in which it should be asked, and what is weakest.

use demarc_catalogue::Cell;

use crate::known::View;

/// What is due: first rulings that changed since they were learned, then what was last answered
/// sure and wrong, then the most overdue relative to its stability.
pub(crate) fn due(view: &View<'_>) -> Vec<Cell> {
    let mut changed = Vec::new();
    let mut due: Vec<(bool, f32, Cell)> = Vec::new();
    for cell in view.met() {
        match view.memory(cell) {
            None => changed.push(cell),
            Some(memory) if memory.is_due(view.today) => {
                due.push((view.sure_and_wrong(cell), memory.overdue(view.today), cell));
            }
            Some(_) => {}
        }
    }
    changed.sort();
    due.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then_with(|| a.2.cmp(&b.2)));
    changed.extend(due.into_iter().map(|(_, _, cell)| cell));
    changed
}

/// What was met and is not due, the most nearly forgotten first.
pub(crate) fn not_due(view: &View<'_>, pool: &[Cell]) -> Vec<Cell> {
    let mut early: Vec<(f32, Cell)> = pool
        .iter()
        .filter_map(|&cell| Some((cell, view.memory(cell)?)))
        .filter(|(_, memory)| !memory.is_due(view.today))
        .map(|(cell, memory)| (memory.recall(view.today), cell))
        .collect();
    early.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    early.into_iter().map(|(_, cell)| cell).collect()
}

/// The cells met that are most likely to be answered wrong, the weakest first.
///
/// Weakness is the chance of recall times the share of the last eight answers that was right, with
/// one right and one wrong answer added so that a single slip does not weigh like eight.
pub(crate) fn weakest(view: &View<'_>, count: usize) -> Vec<Cell> {
    let mut spots: Vec<(f64, Cell)> = view
        .met()
        .filter_map(|cell| {
            let recall = f64::from(view.recall(cell)?);
            let lately = view.lately(cell);
            let share = (f64::from(lately.right) + 1.0) / (f64::from(lately.n()) + 2.0);
            Some((recall * share, cell))
        })
        .collect();
    spots.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    spots.into_iter().take(count).map(|(_, cell)| cell).collect()
}
