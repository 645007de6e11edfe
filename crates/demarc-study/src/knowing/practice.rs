//! What was asked so far about a duty in a class and in a service: what practice may have taught.

use std::collections::HashMap;

use demarc_catalogue::{Catalogue, Cell, ClassIx, DutyIx, Layer, ServiceIx};

/// Right and wrong answers about something.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    right: f64,
    all: f64,
}

impl Count {
    fn add(&mut self, right: bool) {
        self.all += 1.0;
        self.right += f64::from(u8::from(right));
    }

    /// How much practice there was; it helps less and less.
    pub(super) fn practice(self) -> f64 {
        self.all.ln_1p()
    }

    /// How much one more answer adds to `practice`.
    pub(super) fn next(self) -> f64 {
        (1.0 / (1.0 + self.all)).ln_1p()
    }

    /// How it went, -1 to 1, held back while there is little.
    pub(super) fn went(self) -> f64 {
        (2.0 * self.right - self.all) / (self.all + 2.0)
    }
}

/// Counts of all answers up to some point of the log.
#[derive(Clone, Debug, Default)]
pub(super) struct Practice {
    all: f64,
    by_layer: HashMap<(Option<ClassIx>, Layer), Count>,
    by_class: HashMap<(Option<ClassIx>, DutyIx), Count>,
    by_service: HashMap<(ServiceIx, DutyIx), Count>,
}

impl Practice {
    pub(super) fn add(&mut self, catalogue: &Catalogue, cell: Cell, right: bool) {
        let deployment = catalogue.deployment(cell.deployment);
        self.all += 1.0;
        let layer = catalogue.duty(cell.duty).layer;
        self.by_layer.entry((deployment.class, layer)).or_default().add(right);
        self.by_class.entry((deployment.class, cell.duty)).or_default().add(right);
        self.by_service.entry((deployment.service, cell.duty)).or_default().add(right);
    }

    /// How much practice there was of everything.
    pub(super) fn all(&self) -> f64 {
        (self.all / 20.0).ln_1p()
    }

    pub(super) fn in_layer(&self, catalogue: &Catalogue, cell: Cell) -> Count {
        let key = (catalogue.deployment(cell.deployment).class, catalogue.duty(cell.duty).layer);
        self.by_layer.get(&key).copied().unwrap_or_default()
    }

    pub(super) fn in_class(&self, catalogue: &Catalogue, cell: Cell) -> Count {
        let class = catalogue.deployment(cell.deployment).class;
        self.by_class.get(&(class, cell.duty)).copied().unwrap_or_default()
    }

    pub(super) fn in_service(&self, catalogue: &Catalogue, cell: Cell) -> Count {
        let service = catalogue.deployment(cell.deployment).service;
        self.by_service.get(&(service, cell.duty)).copied().unwrap_or_default()
    }
}
