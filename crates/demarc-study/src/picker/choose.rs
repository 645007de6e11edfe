//! What a learner chose: the cells that a choice takes, and the verdicts of scenarios.

use std::collections::{BTreeSet, HashMap};

use demarc_catalogue::{Cell, DutyIx, ScenarioIx, Side};
use rand::{Rng, RngExt};

use crate::clock::Moment;
use crate::error::StudyError;
use crate::known::View;
use crate::plan::Choice;
use crate::session::{Item, ScenarioVerdict};

/// Every cell that a choice takes and that can be asked today.
pub(crate) fn pool(view: &View<'_>, choice: &Choice) -> Result<BTreeSet<Cell>, StudyError> {
    let choice = &choice.todays(view.catalogue)?;
    let takes = |cell: &Cell| choice.takes(view.catalogue, *cell);
    let mut pool: BTreeSet<Cell> = view.asked_cells().into_iter().filter(takes).collect();
    if choice.differing_only {
        let mut sides: HashMap<DutyIx, (bool, bool)> = HashMap::new();
        for &cell in &pool {
            let seen = sides.entry(cell.duty).or_default();
            match view.catalogue.ruling(cell).side {
                Side::Of => seen.0 = true,
                Side::In => seen.1 = true,
                Side::None | Side::Other => {}
            }
        }
        pool.retain(|cell| sides.get(&cell.duty) == Some(&(true, true)));
    }
    Ok(pool)
}

/// Scenarios with all their verdicts: those never met first, then those longest not met; which of
/// equals comes first is the generator's.
pub(crate) fn scenarios(
    view: &View<'_>,
    ids: &[String],
    count: usize,
    rng: &mut dyn Rng,
) -> Result<Vec<Item>, StudyError> {
    let catalogue = view.catalogue;
    let chosen: Vec<ScenarioIx> = if ids.is_empty() {
        catalogue.scenarios().iter().filter_map(|it| catalogue.find_scenario(&it.id)).collect()
    } else {
        let found = |id: &String| {
            let unknown = || StudyError::Unknown { kind: "scenario", id: id.clone() };
            catalogue.find_scenario(id).ok_or_else(unknown)
        };
        ids.iter().map(found).collect::<Result<_, _>>()?
    };
    let mut met: HashMap<&str, Moment> = HashMap::new();
    for answer in view.history.live() {
        if let Some(scenario) = answer.scenario {
            met.insert(view.history.word(scenario), answer.at);
        }
    }
    let mut order: Vec<(Option<Moment>, u32, ScenarioIx)> = chosen
        .into_iter()
        .map(|at| {
            let id = catalogue.scenarios()[at.index()].id.as_str();
            (met.get(id).copied(), rng.random(), at)
        })
        .collect();
    order.sort();
    let verdicts = order.into_iter().take(count).flat_map(|(_, _, scenario)| {
        let verdicts = catalogue.scenarios()[scenario.index()].verdicts.iter().enumerate();
        verdicts.map(move |(verdict, it)| (it.cell, ScenarioVerdict { scenario, verdict }))
    });
    let asked = verdicts.filter(|(cell, _)| view.asked(*cell));
    Ok((0..).zip(asked).map(|(number, (cell, it))| Item::planned(number, cell, Some(it))).collect())
}
