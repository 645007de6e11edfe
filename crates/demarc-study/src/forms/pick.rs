//! Which deployments a session of a form asks about.

use std::collections::{HashMap, HashSet};

use demarc_catalogue::{Cell, DeploymentIx, ServiceIx};
use rand::{Rng, RngExt};

use super::Form;
use crate::error::StudyError;
use crate::known::View;
use crate::picker::pool;
use crate::plan::Choice;
use crate::session::Item;

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
        if let Some(item) = item(view, form, deployment, seed) {
            let again = if drawn.contains(&deployment) { -10.0 } else { 0.0 };
            ranked.push((worth(view, deployment, cells) + chance + again, item));
        }
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cell.cmp(&b.1.cell)));
    let mut turns: HashMap<ServiceIx, usize> = HashMap::new();
    let mut ordered: Vec<(usize, Item)> = Vec::new();
    for (_, item) in ranked {
        let turn = turns.entry(view.catalogue.deployment(item.cell.deployment).service);
        let turn = turn.and_modify(|turn| *turn += 1).or_insert(0);
        ordered.push((*turn, item));
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

fn item(view: &View<'_>, form: Form, deployment: DeploymentIx, seed: u32) -> Option<Item> {
    // Which of its duties stands for it follows from the question itself.
    let any = Cell { deployment, duty: view.catalogue.duty_ixs().next()? };
    let question = super::question(view.catalogue, &Item::of_form(form, any, seed), view.today)?;
    Some(Item::of_form(form, question.first_cell()?, seed))
}
