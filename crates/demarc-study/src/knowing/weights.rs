//! Which weights speak of a cell, how strongly, and what is believed of them beforehand.

use demarc_catalogue::{Catalogue, Cell, Layer};

use super::laplace::{Prior, Row};
use super::practice::Practice;
use crate::clock::Day;
use crate::schedule::Memory;

const BASE: u16 = 0;
const PRACTICE: u16 = 1;
const CLASS_PRACTICE: u16 = 2;
const SERVICE_PRACTICE: u16 = 3;
const LAYER_PRACTICE: u16 = 4;
const CLASS_WENT: u16 = 5;
const SERVICE_WENT: u16 = 6;
const MET: u16 = 7;
const RECALL: u16 = 8;
const MET_PRACTICE: u16 = 9;
const MET_WENT: u16 = 10;
/// How many weights come before those of layers, duties, classes and services.
const FIXED: usize = 11;

const fn prior(mean: f64, spread: f64) -> Prior {
    Prior { mean, spread }
}

/// A sort of learner, by how much carries over from one cell to others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sort {
    /// Of practice: of all, of a duty in a class, in a service, of a layer in a class; and of how
    /// it went.
    carries: [Prior; 5],
    met_practice: Prior,
    /// How much layers, duties, classes and services differ.
    spreads: [f64; 4],
}

/// The sorts that are weighed against one another: to whom nothing carries over, some, and much.
pub(super) const SORTS: [Sort; 3] = [
    Sort {
        carries: [
            prior(0.0, 0.05),
            prior(0.0, 0.08),
            prior(0.0, 0.08),
            prior(0.0, 0.05),
            prior(0.0, 0.1),
        ],
        met_practice: prior(0.0, 0.1),
        spreads: [0.35, 0.15, 0.15, 0.1],
    },
    Sort {
        carries: [
            prior(0.05, 0.1),
            prior(0.2, 0.25),
            prior(0.1, 0.25),
            prior(0.05, 0.1),
            prior(0.25, 0.25),
        ],
        met_practice: prior(0.1, 0.2),
        spreads: [0.3, 0.25, 0.2, 0.2],
    },
    Sort {
        carries: [
            prior(0.1, 0.15),
            prior(0.8, 0.4),
            prior(0.1, 0.3),
            prior(0.1, 0.15),
            prior(0.4, 0.3),
        ],
        met_practice: prior(0.3, 0.3),
        spreads: [0.4, 0.35, 0.25, 0.25],
    },
];

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

    /// What is believed before the first answer, if the learner is of one sort.
    pub(super) fn priors(&self, sort: Sort) -> Vec<Prior> {
        let [practice, by_class, by_service, by_layer, went] = sort.carries;
        let mut priors = vec![
            prior(0.467, 0.65),
            practice,
            by_class,
            by_service,
            by_layer,
            went,
            went,
            prior(0.0, 0.5),
            prior(1.0, 0.4),
            sort.met_practice,
            went,
        ];
        let [layer, duty, class, service] = sort.spreads.map(|spread| prior(0.0, spread));
        priors.extend([layer; Layer::ALL.len()]);
        priors.extend(self.catalogue.duties().iter().map(|_| duty));
        priors.extend(self.catalogue.classes().iter().map(|_| class));
        priors.extend(self.catalogue.services().iter().map(|_| service));
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
        let class = practice.in_class(self.catalogue, cell);
        if let Some(memory) = memory {
            // Recalled, or else a coin is tossed.
            let recall = f64::from(memory.recall(day)).clamp(0.0, 0.98);
            return vec![
                (MET, 1.0),
                (RECALL, ((1.0 + recall) / (1.0 - recall)).ln()),
                (MET_PRACTICE, class.practice()),
                (MET_WENT, class.went()),
            ];
        }
        let service = practice.in_service(self.catalogue, cell);
        let mut row = vec![
            (BASE, 1.0),
            (PRACTICE, practice.all()),
            (CLASS_PRACTICE, class.practice()),
            (SERVICE_PRACTICE, service.practice()),
            (LAYER_PRACTICE, practice.in_layer(self.catalogue, cell).practice()),
            (CLASS_WENT, class.went()),
            (SERVICE_WENT, service.went()),
        ];
        let at = |from: u16, index: usize| (from + u16::try_from(index).unwrap_or(0), 1.0);
        let deployment = self.catalogue.deployment(cell.deployment);
        row.push(at(FIXED as u16, self.catalogue.duty(cell.duty).layer.index()));
        row.push(at(self.duties, cell.duty.index()));
        row.extend(deployment.class.map(|class| at(self.classes, class.index())));
        row.push(at(self.services, deployment.service.index()));
        row
    }

    /// How much the practice weights of others of a cell's kinds grow by one more answer: of its
    /// duty in its class, of its duty in its service, of its layer in its class.
    pub(super) fn more_practice(&self, cell: Cell, practice: &Practice) -> [(u16, f64); 3] {
        [
            (CLASS_PRACTICE, practice.in_class(self.catalogue, cell).next()),
            (SERVICE_PRACTICE, practice.in_service(self.catalogue, cell).next()),
            (LAYER_PRACTICE, practice.in_layer(self.catalogue, cell).next()),
        ]
    }
}
