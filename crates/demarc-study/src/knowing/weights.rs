//! Which weights speak of a cell, how strongly, and what is believed of them beforehand.

use demarc_catalogue::{Catalogue, Cell, Layer};

use super::laplace::{Prior, Row};
use super::practice::Practice;
use crate::clock::Day;
use crate::schedule::Memory;

const BASE: u16 = 0;
const MET: u16 = 1;
const RECALL: u16 = 2;
const PRACTICE: u16 = 3;
const CLASS_PRACTICE: u16 = 4;
const SERVICE_PRACTICE: u16 = 5;
const CLASS_WENT: u16 = 6;
const SERVICE_WENT: u16 = 7;
/// How many weights come before those of layers, duties, classes and services.
const FIXED: usize = 8;

const fn prior(mean: f64, spread: f64) -> Prior {
    Prior { mean, spread }
}

/// How much of what is believed of a layer, duty, class or service still speaks of a cell that was
/// met: its own memory says the rest.
const MET_SHARE: f64 = 0.5;

/// The weights of a catalogue: a few for all cells, and one for each layer, duty, class, service.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weights<'a> {
    catalogue: &'a Catalogue,
    duties: u16,
    classes: u16,
    services: u16,
}

impl<'a> Weights<'a> {
    pub(super) fn of(catalogue: &'a Catalogue) -> Weights<'a> {
        let duties = FIXED + Layer::ALL.len();
        let classes = duties + catalogue.duties().len();
        let services = classes + catalogue.classes().len();
        let [duties, classes, services] =
            [duties, classes, services].map(|at| u16::try_from(at).unwrap_or(u16::MAX));
        Weights { catalogue, duties, classes, services }
    }

    /// What is believed before the first answer. A newcomer is taken to be right six times in ten.
    pub(super) fn priors(&self) -> Vec<Prior> {
        let mut priors = vec![
            prior(0.4, 0.7),
            prior(0.0, 0.5),
            prior(1.0, 0.3),
            prior(0.1, 0.15),
            prior(0.15, 0.2),
            prior(0.15, 0.2),
            prior(0.5, 0.5),
            prior(0.5, 0.5),
        ];
        priors.extend([prior(0.0, 0.4); Layer::ALL.len()]);
        priors.extend(self.catalogue.duties().iter().map(|_| prior(0.0, 0.4)));
        priors.extend(self.catalogue.classes().iter().map(|_| prior(0.0, 0.3)));
        priors.extend(self.catalogue.services().iter().map(|_| prior(0.0, 0.3)));
        priors
    }

    /// The row of a cell, by what was practised before and what its own memory was, on a day.
    pub(super) fn row(
        &self,
        cell: Cell,
        practice: &Practice,
        memory: Option<Memory>,
        day: Day,
    ) -> Row {
        let deployment = self.catalogue.deployment(cell.deployment);
        let mut row = Row::with_capacity(12);
        let share = match memory {
            None => {
                row.push((BASE, 1.0));
                1.0
            }
            Some(memory) => {
                // Recalled, or else a coin is tossed.
                let recall = f64::from(memory.recall(day)).clamp(0.0, 0.98);
                row.push((MET, 1.0));
                row.push((RECALL, ((1.0 + recall) / (1.0 - recall)).ln()));
                MET_SHARE
            }
        };
        let class = practice.in_class(self.catalogue, cell);
        let service = practice.in_service(self.catalogue, cell);
        row.extend([
            (PRACTICE, share * practice.all()),
            (CLASS_PRACTICE, share * class.practice()),
            (SERVICE_PRACTICE, share * service.practice()),
            (CLASS_WENT, share * class.went()),
            (SERVICE_WENT, share * service.went()),
        ]);
        let at = |from: u16, index: usize| from + u16::try_from(index).unwrap_or(0);
        let layer = self.catalogue.duty(cell.duty).layer.index();
        row.push((at(FIXED as u16, layer), share));
        row.push((at(self.duties, cell.duty.index()), share));
        if let Some(class) = deployment.class {
            row.push((at(self.classes, class.index()), share));
        }
        row.push((at(self.services, deployment.service.index()), share));
        row
    }
}
