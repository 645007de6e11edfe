//! Leeches are met in another form: a question with parts in which the cell is one, or else right
//! after the neighbour with which it is confused.
//!
//! Which forms there are is not known here. Whatever form of the crate draws a question in which the
//! cell is a part can take it, so a new form needs no line in this file.

use std::collections::HashMap;

use demarc_catalogue::{Cell, DeploymentIx};
use rand::{Rng, RngExt};

use crate::forms::{self, Form};
use crate::known::View;
use crate::leech::{Leech, leeches};
use crate::session::Item;

/// Leeches in another form at most in one session: they are long, and few are enough to learn from.
const MOST: usize = 3;
/// How many questions of a form are drawn of a deployment in search of one that holds the cell.
const DRAWS: usize = 24;

/// The questions of a session of single verdicts, leeches among them in another form.
pub(super) fn verdicts(view: &View<'_>, cells: Vec<Cell>, rng: &mut dyn Rng) -> Vec<Item> {
    met(view, cells, MOST, rng)
}

/// The leeches alone, at most `count` of them, each in another form.
pub(super) fn drill(view: &View<'_>, count: usize, rng: &mut dyn Rng) -> Vec<Item> {
    let cells = leeches(view).into_iter().take(count).map(|it| it.cell).collect();
    met(view, cells, count, rng)
}

/// The cells, each leech right after the neighbour with which it is confused, and at most `count`
/// of all: for sessions that have single verdicts only.
pub(super) fn beside_neighbours(view: &View<'_>, cells: Vec<Cell>, count: usize) -> Vec<Cell> {
    let leeches = by_cell(view);
    let mut row: Vec<Cell> = Vec::with_capacity(cells.len());
    for &cell in &cells {
        let leech = leeches.get(&cell);
        let neighbour = leech
            .and_then(|it| it.confused_with(view.catalogue, view.today))
            .filter(|it| !cells.contains(it));
        row.extend(neighbour.filter(|it| view.asked(*it) && !row.contains(it)));
        row.push(cell);
    }
    row.truncate(count);
    row
}

fn met(view: &View<'_>, cells: Vec<Cell>, most: usize, rng: &mut dyn Rng) -> Vec<Item> {
    let leeches = by_cell(view);
    let (mut items, mut turned) = (Vec::with_capacity(cells.len()), 0);
    for cell in cells {
        let verdict = Item::of_form(Form::Verdict, cell, 0);
        let Some(leech) = leeches.get(&cell).filter(|_| turned < most) else {
            items.push(verdict);
            continue;
        };
        turned += 1;
        if let Some(item) = otherwise(view, leech, rng) {
            items.push(item);
            continue;
        }
        let free = |it: &Cell| view.asked(*it) && items.iter().all(|item: &Item| item.cell != *it);
        let neighbour = leech.confused_with(view.catalogue, view.today).filter(free);
        items.extend(neighbour.map(|it| Item::of_form(Form::Verdict, it, 0)));
        items.push(verdict);
    }
    for (number, item) in (0..).zip(&mut items) {
        item.number = number;
    }
    items
}

fn by_cell(view: &View<'_>) -> HashMap<Cell, Leech> {
    leeches(view).into_iter().map(|it| (it.cell, it)).collect()
}

/// A question with parts, of another form than the cell was last met in, in which it is one. Which
/// form comes first changes from one lapse to the next.
fn otherwise(view: &View<'_>, leech: &Leech, rng: &mut dyn Rng) -> Option<Item> {
    let last = view.last(leech.cell).map(|answer| answer.form);
    let mut forms: Vec<Form> =
        Form::ALL.into_iter().filter(|form| form.has_parts() && Some(*form) != last).collect();
    let turn = leech.lapses as usize % forms.len().max(1);
    forms.rotate_left(turn);
    forms.into_iter().find_map(|form| drawn(view, form, leech.cell, rng))
}

/// A question of a form, drawn of the deployment or of another of its service, that holds a cell.
fn drawn(view: &View<'_>, form: Form, cell: Cell, rng: &mut dyn Rng) -> Option<Item> {
    let service = view.catalogue.service_of(cell.deployment);
    let others = service.deployments.iter().copied().filter(|&it| it != cell.deployment);
    let from: Vec<DeploymentIx> = [cell.deployment].into_iter().chain(others).collect();
    from.into_iter().find_map(|deployment| {
        (0..DRAWS).find_map(|_| {
            let here = Cell { deployment, duty: cell.duty };
            let item = Item::of_form(form, here, rng.random());
            let question = forms::question(view.catalogue, &item, view.today)?;
            let key = question.key(view.catalogue);
            let marks = question.mark(view.catalogue, &key)?;
            marks.cells.iter().any(|it| it.cell == cell).then_some(item)
        })
    })
}
