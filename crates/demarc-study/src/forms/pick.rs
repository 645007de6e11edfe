//! Which deployments a session of a form asks about.

use std::collections::{HashMap, HashSet};

use demarc_catalogue::{Cell, DeploymentIx, DutyIx, ServiceIx};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, RngExt, SeedableRng};

use super::{Form, WhichQuestion};
use crate::error::StudyError;
use crate::known::View;
use crate::picker::pool;
use crate::plan::Choice;
use crate::session::Item;

/// Seeds that are tried for a choice to which a cell that is due is the answer.
const SEEDS: u32 = 8;

/// The items of a session of one form, at most `choice.length`: deployments with much that is due
/// first, then services that a newcomer meets first; none again that was asked in this form today
/// while others are left, and no service twice before each had its turn.
pub(crate) fn pick(
    view: &View<'_>,
    form: Form,
    choice: &Choice,
    rng: &mut dyn Rng,
) -> Result<Vec<Item>, StudyError> {
    let mut cells: HashMap<DeploymentIx, Vec<Cell>> = HashMap::new();
    for cell in pool(view, choice)? {
        cells.entry(cell.deployment).or_default().push(cell);
    }
    let mut drawn: HashSet<DeploymentIx> = HashSet::new();
    for answer in view.history.live().rev().take_while(|it| it.at.day() == view.today) {
        if let (true, Some(cell)) =
            (answer.form == form, view.history.places.get(answer.place).cell)
        {
            drawn.insert(cell.deployment);
        }
    }
    let mut ranked: Vec<(f64, Item)> = Vec::new();
    for deployment in view.catalogue.deployment_ixs() {
        let Some(cells) = cells.get(&deployment) else { continue };
        let seed = rng.random();
        let chance: f64 = rng.random_range(0.0..0.5);
        if let Some(item) = item(view, form, cells, seed) {
            let again = if drawn.contains(&deployment) { -10.0 } else { 0.0 };
            ranked.push((worth(view, deployment, cells) + chance + again, item));
        }
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cell.cmp(&b.1.cell)));
    let mut turns: HashMap<ServiceIx, usize> = HashMap::new();
    let mut duties: HashMap<DutyIx, usize> = HashMap::new();
    let mut ordered: Vec<(usize, Item)> = Vec::new();
    for (_, item) in ranked {
        let turn = turns.entry(view.catalogue.deployment(item.cell.deployment).service);
        let mut turn = *turn.and_modify(|turn| *turn += 1).or_insert(0);
        if form.is_of_one_duty() {
            let again = duties.entry(item.cell.duty).and_modify(|turn| *turn += 1).or_insert(0);
            turn = turn.max(*again);
        }
        ordered.push((turn, item));
    }
    ordered.sort_by_key(|(turn, _)| *turn);
    let items = ordered.into_iter().take(choice.length).map(|(_, item)| item);
    Ok((0..).zip(items).map(|(number, item)| Item { number, ..item }).collect())
}

/// What is due in a deployment weighs most; for someone new, the usual deployments of well-known
/// services come first.
fn worth(view: &View<'_>, deployment: DeploymentIx, cells: &[Cell]) -> f64 {
    let due = |cell: &&Cell| view.memory(**cell).is_some_and(|memory| memory.is_due(view.today));
    let due = cells.iter().filter(due).count() as f64;
    let service = view.catalogue.service_of(deployment);
    let usual = service.deployments.first() == Some(&deployment);
    due + if service.first { 1.0 } else { 0.0 } + if usual { 0.5 } else { 0.0 }
}

/// The question of a form about a deployment, of which these cells are chosen.
fn item(view: &View<'_>, form: Form, cells: &[Cell], seed: u32) -> Option<Item> {
    if form == Form::Which {
        return in_turn(view, cells, seed).into_iter().find_map(|cell| which(view, cell, seed));
    }
    if form == Form::Reason {
        let asks = |cell: &Cell| {
            super::question(view.catalogue, &Item::of_form(form, *cell, seed), view.today).is_some()
        };
        return in_turn(view, cells, seed)
            .into_iter()
            .find(asks)
            .map(|it| Item::of_form(form, it, seed));
    }
    // Which of the duties stands for it follows from the question itself.
    let any = Item::of_form(form, *cells.first()?, seed);
    let question = super::question(view.catalogue, &any, view.today)?;
    Some(Item::of_form(form, question.first_cell().unwrap_or(any.cell), seed))
}

/// A choice about a cell. What is due is the answer if chance allows: only what is chosen, and the
/// answer, is an answer in the log.
fn which(view: &View<'_>, cell: Cell, seed: u32) -> Option<Item> {
    let today = view.today.date();
    let drawn = |seed| WhichQuestion::of(view.catalogue, cell, seed, today);
    drawn(seed)?;
    let due = view.memory(cell).is_some_and(|memory| memory.is_due(view.today));
    let answers =
        |seed: &u32| drawn(*seed).is_some_and(|it| it.key().chosen == Some(cell.deployment));
    let seed = (0..SEEDS).map(|by| seed.wrapping_add(by)).find(|seed| !due || answers(seed));
    Some(Item::of_form(Form::Which, cell, seed?))
}

/// Cells in the order in which a form of one duty asks about them: what is due first, then as
/// chance has it.
pub(super) fn in_turn(view: &View<'_>, cells: &[Cell], seed: u32) -> Vec<Cell> {
    let mut cells = cells.to_vec();
    cells.shuffle(&mut StdRng::seed_from_u64(u64::from(seed)));
    cells.sort_by_key(|&cell| !view.memory(cell).is_some_and(|it| it.is_due(view.today)));
    cells
}
