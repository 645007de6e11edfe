//! What a learner chose: the cells that a choice takes, and the verdicts of scenarios.

use std::collections::{BTreeSet, HashMap};

use demarc_catalogue::{Catalogue, Cell, DutyIx, ScenarioIx, Side};
use rand::{Rng, RngExt};

use crate::clock::Moment;
use crate::error::StudyError;
use crate::known::View;
use crate::plan::Choice;
use crate::session::{Item, ScenarioVerdict};

/// Every cell that a choice takes and that can be asked today.
pub(crate) fn pool(view: &View<'_>, choice: &Choice) -> Result<BTreeSet<Cell>, StudyError> {
    let choice = &todays(view.catalogue, choice)?;
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

/// The choice with every id as it is called today; an id that never existed is an error.
fn todays(catalogue: &Catalogue, choice: &Choice) -> Result<Choice, StudyError> {
    fn each(
        ids: &[String],
        kind: &'static str,
        find: impl Fn(&str) -> Option<String>,
    ) -> Result<Vec<String>, StudyError> {
        let found =
            |id: &String| find(id).ok_or_else(|| StudyError::Unknown { kind, id: id.clone() });
        ids.iter().map(found).collect()
    }
    Ok(Choice {
        services: each(&choice.services, "service", |id| {
            catalogue.find_service(id).map(|at| catalogue.service(at).id.clone())
        })?,
        categories: each(&choice.categories, "category", |id| {
            let named = |it: &&demarc_catalogue::Category| {
                it.id == id || it.was.iter().any(|was| was == id)
            };
            catalogue.categories().iter().find(named).map(|it| it.id.clone())
        })?,
        duties: each(&choice.duties, "duty", |id| {
            catalogue.find_duty(id).map(|at| catalogue.duty(at).id.clone())
        })?,
        deployments: each(&choice.deployments, "deployment", |id| {
            catalogue.find_deployment(id).map(|at| catalogue.deployment(at).id.clone())
        })?,
        ..choice.clone()
    })
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
