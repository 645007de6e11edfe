//! The places that answers are about: ids as logged, and the cells that they mean today.

use std::collections::HashMap;

use demarc_catalogue::{Catalogue, Cell};

use crate::clock::Day;

/// A deployment and a duty as some answer logged them.
#[derive(Clone, Debug)]
pub(crate) struct Logged {
    pub deployment: Box<str>,
    pub duty: Box<str>,
    /// What it is today; several ids share a place once one has taken over from another.
    pub place: u32,
}

/// What answers are about, whatever it was called when they were given.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The cell; none if the catalogue no longer has it.
    pub cell: Option<Cell>,
    /// Whether it can be asked today.
    pub asked: bool,
    /// The ids of its deployment and duty: today's, or those logged if it is gone.
    pub ids: (Box<str>, Box<str>),
}

/// Every place that the log names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    logged: Vec<Logged>,
    by_ids: HashMap<Box<str>, HashMap<Box<str>, u32>>,
    places: Vec<Place>,
    /// By deployment and duty, the place: looked up for every cell of every screen.
    by_cell: Vec<Vec<Option<u32>>>,
}

impl Places {
    /// The ids' number, given to them when they are first seen.
    pub(crate) fn intern(
        &mut self,
        catalogue: &Catalogue,
        today: Day,
        deployment: &str,
        duty: &str,
    ) -> u32 {
        if let Some(&known) = self.by_ids.get(deployment).and_then(|duties| duties.get(duty)) {
            return known;
        }
        let number = self.logged.len() as u32;
        let cell = cell_of(catalogue, deployment, duty);
        let place = match cell.and_then(|cell| self.of(cell)) {
            Some(place) => place,
            None => {
                let place = self.places.len() as u32;
                let asked = cell.is_some_and(|cell| catalogue.asked(cell, today.date()));
                let now = cell.map_or((deployment, duty), |cell| ids(catalogue, cell));
                self.places.push(Place { cell, asked, ids: (now.0.into(), now.1.into()) });
                if let Some(cell) = cell {
                    self.put(cell, place);
                }
                place
            }
        };
        self.logged.push(Logged { deployment: deployment.into(), duty: duty.into(), place });
        self.by_ids.entry(deployment.into()).or_default().insert(duty.into(), number);
        number
    }

    /// The ids with this number.
    pub(crate) fn logged(&self, number: u32) -> &Logged {
        &self.logged[number as usize]
    }

    /// The place with this number.
    pub(crate) fn get(&self, place: u32) -> &Place {
        &self.places[place as usize]
    }

    /// Every place, numbered from 0.
    pub(crate) fn all(&self) -> &[Place] {
        &self.places
    }

    /// The place of a cell, if any answer was about it.
    pub(crate) fn of(&self, cell: Cell) -> Option<u32> {
        *self.by_cell.get(cell.deployment.index())?.get(cell.duty.index())?
    }

    fn put(&mut self, cell: Cell, place: u32) {
        let (deployment, duty) = (cell.deployment.index(), cell.duty.index());
        if self.by_cell.len() <= deployment {
            self.by_cell.resize_with(deployment + 1, Vec::new);
        }
        let row = &mut self.by_cell[deployment];
        if row.len() <= duty {
            row.resize(duty + 1, None);
        }
        row[duty] = Some(place);
    }
}

/// The cell that two ids mean today, also by names that have retired.
pub(crate) fn cell_of(catalogue: &Catalogue, deployment: &str, duty: &str) -> Option<Cell> {
    let deployment = catalogue.find_deployment(deployment)?;
    let duty = catalogue.find_duty(duty)?;
    Some(Cell { deployment, duty })
}

/// The ids of a cell, as they are logged.
pub(crate) fn ids(catalogue: &Catalogue, cell: Cell) -> (&str, &str) {
    (&catalogue.deployment(cell.deployment).id, &catalogue.duty(cell.duty).id)
}
