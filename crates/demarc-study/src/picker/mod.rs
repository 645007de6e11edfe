//! What to ask next: a plan becomes a list of questions. Pure; the same generator, the same list.

mod arrange;
mod choose;
mod due;
mod fresh;
mod gain;
mod load;
mod otherwise;
pub(crate) mod placement;
mod worth;

use std::collections::BTreeSet;

use demarc_catalogue::Cell;
use rand::{Rng, RngExt};

use crate::allowance::Allowance;
use crate::error::StudyError;
use crate::forms::{self, Form};
use crate::knowing::Knowing;
use crate::known::View;
use crate::plan::{Choice, Plan};
use crate::session::{Item, ScenarioVerdict};

pub(crate) use arrange::arrange;
pub(crate) use choose::pool;
pub(crate) use due::{due, weakest};
pub(crate) use fresh::waits_as_known;
pub(crate) use load::{Load, waits_until};

/// The questions of a plan, in their order. `left` is what the day still allows.
pub(crate) fn pick(
    view: &View<'_>,
    plan: &Plan,
    left: Allowance,
    rng: &mut dyn Rng,
) -> Result<Vec<Item>, StudyError> {
    let cells = match plan {
        Plan::Due { limit } => {
            let mut cells = Load::of(view, &Knowing::of(*view), left).ask;
            cells.truncate(*limit);
            return Ok(otherwise::verdicts(view, arrange(view, cells), rng));
        }
        Plan::Leeches { count } => return Ok(otherwise::drill(view, *count, rng)),
        Plan::Learn { count } => {
            let knowing = Knowing::of(*view);
            fresh::fresh(view, &knowing, &view.asked_cells(), (*count).min(left.new), rng)
        }
        Plan::Weakest { count } => arrange(view, weakest(view, *count)),
        Plan::Choice(choice) => chosen(view, choice, rng)?,
        Plan::Cells(cells) => cells.iter().copied().filter(|&cell| view.asked(cell)).collect(),
        Plan::Form(form, choice) if form.has_parts() => {
            return forms::pick(view, *form, choice, rng);
        }
        Plan::Form(_, choice) => chosen(view, choice, rng)?,
        Plan::Scenarios { ids, count } => return choose::scenarios(view, ids, *count, rng),
        Plan::Placement(choice) => {
            let pool: Vec<Cell> = pool(view, choice)?.into_iter().collect();
            let first = placement::next(view, &Knowing::of(*view), &pool, &[], rng.random());
            return Ok(first.into_iter().collect());
        }
        Plan::Mixed { count } => mixed(view, *count, left, rng),
    };
    Ok((0..).zip(cells).map(|(number, cell)| Item::planned(number, cell, None)).collect())
}

impl Item {
    fn planned(number: u32, cell: Cell, scenario: Option<ScenarioVerdict>) -> Item {
        let form = if scenario.is_some() { Form::Scenario } else { Form::Verdict };
        Item { number, scenario, ..Item::of_form(form, cell, 0) }
    }

    /// An item that is not yet numbered.
    pub(crate) const fn of_form(form: Form, cell: Cell, seed: u32) -> Item {
        Item {
            cell,
            form,
            seed,
            scenario: None,
            outcome: None,
            repeat: false,
            answer: None,
            number: 0,
        }
    }
}

/// What is asked of what is due, then what is new, then what else is due, then what is most nearly
/// forgotten, then new beyond the limit.
fn mixed(view: &View<'_>, count: usize, left: Allowance, rng: &mut dyn Rng) -> Vec<Cell> {
    let knowing = Knowing::of(*view);
    let load = Load::of(view, &knowing, left);
    let asked = view.asked_cells();
    let new = fresh::fresh(view, &knowing, &asked, count, rng);
    let (within, beyond) = new.split_at(new.len().min(left.new));
    let mut cells = load.ask;
    cells.truncate(count);
    let mut cells = arrange(view, cells);
    let early = due::not_due(view, &asked);
    let rest =
        within.iter().chain(&load.over).chain(&load.waits).chain(&early).chain(beyond).copied();
    cells.extend(rest.take(count - cells.len()));
    arrange::part(&mut cells);
    otherwise::beside_neighbours(view, cells, count)
}

/// What the learner chose: of what is due, rulings that changed, what was sure and wrong, and what is
/// probably forgotten; then what is worth most a month from now; then, of what was answered today, the most nearly forgotten.
fn chosen(view: &View<'_>, choice: &Choice, rng: &mut dyn Rng) -> Result<Vec<Cell>, StudyError> {
    let pool = pool(view, choice)?;
    let knowing = Knowing::of(*view);
    let first = |cell: &Cell| pool.contains(cell) && !load::may_wait(view, &knowing, *cell);
    let mut first: Vec<Cell> = due(view).into_iter().filter(first).collect();
    first.truncate(choice.length);
    let mut cells = arrange(view, first);
    let pool: Vec<Cell> = pool.into_iter().filter(|cell| !cells.contains(cell)).collect();
    let worth = gain::candidates(view, &knowing, &pool, rng);
    cells.extend(fresh::row(view, worth, choice.length - cells.len()));
    let left = choice.length - cells.len();
    if left > 0 {
        let taken: BTreeSet<Cell> = cells.iter().copied().collect();
        let early = due::not_due(view, &pool).into_iter().filter(|cell| !taken.contains(cell));
        cells.extend(early.take(left));
    }
    arrange::part(&mut cells);
    Ok(cells)
}
