//! What asking a cell is expected to be worth later: how much more will be right a month from now,
//! of the cell itself and of what it teaches about others.
//!
//! The estimate of what is known says both. What is probably known gains little and is skipped;
//! what was learned well and is fresh gains little and can wait; a duty that the learner carries
//! over from one service to the next is asked where most depends on it. To choose by expected
//! recall at a set time does better in simulation and in class than to choose by what is due now
//! (Khajah, Lindsey and Mozer 2014; Lindsey et al. 2014).

use std::collections::HashMap;

use demarc_catalogue::{Cell, ClassIx, DutyIx, Layer, ServiceIx};
use rand::{Rng, RngExt};

use super::worth::Candidate;
use crate::clock::Day;
use crate::knowing::{Carried, Knowing};
use crate::known::View;
use crate::said::Confidence;
use crate::schedule::{Grade, Memory, Schedule};

/// The day for which it should be known, counted from today, where the learner named none.
const LATER: i32 = 30;
/// A day that the learner named counts as being so far ahead at most.
const LONGEST: i32 = 90;
/// One more right answer a month from now, in the units of worth.
const WORTH: f64 = 10.0;

/// Cells of a pool with what asking them is worth: met or not, but not those answered today.
pub(super) fn candidates(
    view: &View<'_>,
    knowing: &Knowing<'_>,
    pool: &[Cell],
    rng: &mut dyn Rng,
) -> Vec<Candidate> {
    let gain = Gain::of(view, knowing, pool);
    let today = |cell: Cell| view.memory(cell).is_some_and(|it| it.last == view.today);
    let mut candidate = |&cell: &Cell| Candidate {
        cell,
        service: view.catalogue.deployment(cell.deployment).service,
        layer: view.catalogue.duty(cell.duty).layer,
        side: view.catalogue.ruling(cell).side,
        // Which of equals comes first is the generator's.
        worth: WORTH * gain.own(cell) + rng.random_range(0.0..0.1),
        spreads: WORTH * gain.carried(cell),
    };
    pool.iter().filter(|&&cell| !today(cell)).map(&mut candidate).collect()
}

/// What asking a cell is worth.
pub(super) struct Gain<'a> {
    view: &'a View<'a>,
    knowing: &'a Knowing<'a>,
    schedule: Schedule,
    later: Day,
    /// What is remembered of a new cell after a right and after a wrong answer.
    new: [Memory; 2],
    /// How much is open about others of the kind: by class and duty, service and duty, class and
    /// layer.
    by_class: HashMap<(Option<ClassIx>, DutyIx), f64>,
    by_service: HashMap<(ServiceIx, DutyIx), f64>,
    by_layer: HashMap<(Option<ClassIx>, Layer), f64>,
}

impl<'a> Gain<'a> {
    pub(super) fn of(view: &'a View<'a>, knowing: &'a Knowing<'a>, pool: &[Cell]) -> Gain<'a> {
        let schedule = Schedule::default();
        let grades = [Grade::of(true, Confidence::Likely), Grade::Again];
        let mut gain = Gain {
            view,
            knowing,
            later: view
                .target()
                .map_or(view.today.plus(LATER), |it| it.by.min(view.today.plus(LONGEST))),
            new: grades.map(|grade| schedule.after(None, grade, view.today)),
            schedule,
            by_class: HashMap::new(),
            by_service: HashMap::new(),
            by_layer: HashMap::new(),
        };
        for &cell in pool {
            let chance = knowing.chance_with(cell, view.memory(cell), gain.later);
            let open = chance * (1.0 - chance);
            let (class, service, layer) = gain.kinds(cell);
            *gain.by_class.entry((class, cell.duty)).or_default() += open;
            *gain.by_service.entry((service, cell.duty)).or_default() += open;
            *gain.by_layer.entry((class, layer)).or_default() += open;
        }
        gain
    }

    /// How much likelier the cell itself is right later if it is asked today.
    pub(super) fn own(&self, cell: Cell) -> f64 {
        let memory = self.view.memory(cell);
        let now = self.knowing.chance_with(cell, memory, self.view.today);
        let [right, wrong] = match memory {
            None => self.new,
            Some(_) => [Grade::Good, Grade::Again]
                .map(|grade| self.schedule.after(memory, grade, self.view.today)),
        };
        let then = |memory| self.knowing.chance_with(cell, memory, self.later);
        now * then(Some(right)) + (1.0 - now) * then(Some(wrong)) - then(memory)
    }

    /// How many more of the other cells are right later, by what carries over.
    fn carried(&self, cell: Cell) -> f64 {
        let (class, service, layer) = self.kinds(cell);
        let Carried { by_class, by_service, by_layer } = self.knowing.carried(cell);
        let open = |open: Option<&f64>| open.copied().unwrap_or(0.0);
        by_class * open(self.by_class.get(&(class, cell.duty)))
            + by_service * open(self.by_service.get(&(service, cell.duty)))
            + by_layer * open(self.by_layer.get(&(class, layer)))
    }

    fn kinds(&self, cell: Cell) -> (Option<ClassIx>, ServiceIx, Layer) {
        let deployment = self.view.catalogue.deployment(cell.deployment);
        (deployment.class, deployment.service, self.view.catalogue.duty(cell.duty).layer)
    }
}
