//! Draw the line: put it between two layers of a deployment's stack, and flip what does not follow.

use demarc_catalogue::{Catalogue, Cell, Date, DeploymentIx, DutyIx, Layer, Side};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use super::{About, CellMark, Marks, Part};
use crate::said::Said;

/// Duties shown on a layer at most. It is the same for every layer, so that their number tells
/// nothing about where the line runs.
const MOST: usize = 3;
/// Layers with duties that a stack needs for the line to be worth drawing.
const LEAST_LAYERS: usize = 3;

/// A deployment's stack with some of its duties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineQuestion {
    /// Whose stack.
    pub deployment: DeploymentIx,
    /// The duties shown on each layer, from the building up; in no order that tells anything.
    pub chips: [Vec<DutyIx>; Layer::ALL.len()],
}

/// Where the line was put.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineReply {
    /// How many layers lie below it, 0 to 9.
    pub below: usize,
    /// Duties that were put on the other side than their layer, in the catalogue's order.
    pub flipped: Vec<DutyIx>,
}

/// What a layer is to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lies {
    /// It holds no duty that counts.
    Nowhere,
    /// All of it on one side, its exceptions aside.
    On(Said),
    /// The line runs through it.
    Divided,
}

impl LineReply {
    /// The side on which the line alone puts a layer.
    pub fn side_of(&self, layer: Layer) -> Said {
        if layer.index() < self.below { Said::Of } else { Said::In }
    }

    /// The side on which line and flips put a duty of a layer.
    pub fn side(&self, layer: Layer, duty: DutyIx) -> Said {
        match (self.side_of(layer), self.flipped.contains(&duty)) {
            (side, false) => side,
            (Said::Of, true) => Said::In,
            (Said::In, true) => Said::Of,
        }
    }

    /// Puts a duty on the other side, or back.
    pub fn flip(&mut self, duty: DutyIx) {
        match self.flipped.binary_search(&duty) {
            Ok(at) => {
                self.flipped.remove(at);
            }
            Err(at) => self.flipped.insert(at, duty),
        }
    }
}

impl LineQuestion {
    /// The question about a deployment that a seed draws; none on the provider's own entry, and none
    /// where too little is asked for a line. Exceptions are shown before other duties.
    pub fn of(
        catalogue: &Catalogue,
        deployment: DeploymentIx,
        seed: u32,
        today: Date,
    ) -> Option<LineQuestion> {
        if catalogue.is_entry(deployment) {
            return None;
        }
        let mut rng = StdRng::seed_from_u64(u64::from(seed));
        let line = catalogue.line(deployment);
        let chips = Layer::ALL.map(|layer| {
            let shown = |duty: &DutyIx| {
                let it = catalogue.duty(*duty);
                let cell = Cell { deployment, duty: *duty };
                it.layer == layer && it.votes && catalogue.asked(cell, today)
            };
            let mut chips: Vec<DutyIx> = catalogue.duty_ixs().filter(shown).collect();
            chips.shuffle(&mut rng);
            chips.sort_by_key(|duty| !line.exceptions.contains(duty));
            chips.truncate(MOST);
            chips.shuffle(&mut rng);
            chips
        });
        let layers = chips.iter().filter(|layer| !layer.is_empty()).count();
        (layers >= LEAST_LAYERS).then_some(LineQuestion { deployment, chips })
    }

    /// Every duty shown with its layer, from the building up.
    pub fn shown(&self) -> impl Iterator<Item = (Layer, DutyIx)> {
        let on = |layer: Layer| self.chips[layer.index()].iter().map(move |duty| (layer, *duty));
        Layer::ALL.into_iter().flat_map(on)
    }

    /// The places for the line, as layers below it, that leave no layer on the wrong side; either
    /// edge of a divided layer is one.
    pub fn edges(&self, catalogue: &Catalogue) -> Vec<usize> {
        let fits = |below: &usize| {
            let reply = LineReply { below: *below, flipped: Vec::new() };
            Layer::ALL.into_iter().all(|layer| match self.lies(catalogue, layer) {
                Lies::Nowhere | Lies::Divided => true,
                Lies::On(side) => reply.side_of(layer) == side,
            })
        };
        (0..=Layer::ALL.len()).filter(fits).collect()
    }

    /// The reply that earns every point, with the line at its lowest right place.
    pub fn key(&self, catalogue: &Catalogue) -> LineReply {
        let below = self.edges(catalogue).first().copied().unwrap_or_default();
        let mut key = LineReply { below, flipped: Vec::new() };
        for (layer, duty) in self.shown() {
            if key.side_of(layer) != self.ruling(catalogue, duty) {
                key.flip(duty);
            }
        }
        key
    }

    /// Marks a reply: a point for each whole layer with no duty flipped that follows it, for each
    /// exception, and for each duty of a divided layer.
    pub fn mark(&self, catalogue: &Catalogue, reply: &LineReply) -> Marks {
        let mut marks = Marks::default();
        for layer in Layer::ALL {
            let lies = self.lies(catalogue, layer);
            let mut whole = Lies::On(reply.side_of(layer)) == lies;
            let mut single = Vec::new();
            let mut chips = self.chips[layer.index()].clone();
            chips.sort_unstable();
            for duty in chips {
                let (said, ruling) = (reply.side(layer, duty), self.ruling(catalogue, duty));
                let cell = Cell { deployment: self.deployment, duty };
                marks.cells.push(CellMark { cell, said, ruling });
                if lies == Lies::On(ruling) {
                    whole &= said == ruling;
                } else {
                    single.push(Part { about: About::Duty(duty), right: said == ruling });
                }
            }
            if let Lies::On(_) = lies {
                marks.parts.push(Part { about: About::Layer(layer), right: whole });
            }
            marks.parts.extend(single);
        }
        marks
    }

    fn ruling(&self, catalogue: &Catalogue, duty: DutyIx) -> Said {
        match catalogue.ruling(Cell { deployment: self.deployment, duty }).side {
            Side::Of => Said::Of,
            _ => Said::In,
        }
    }

    fn lies(&self, catalogue: &Catalogue, layer: Layer) -> Lies {
        let line = catalogue.line(self.deployment);
        let mut counted = catalogue.duty_ixs().filter(|&duty| {
            let it = catalogue.duty(duty);
            let cell = Cell { deployment: self.deployment, duty };
            it.layer == layer && it.votes && catalogue.ruling(cell).side.is_askable()
        });
        match counted.next() {
            _ if line.divided == Some(layer) => Lies::Divided,
            None => Lies::Nowhere,
            Some(duty) if duty.index() < line.position => Lies::On(Said::Of),
            Some(_) => Lies::On(Said::In),
        }
    }
}
