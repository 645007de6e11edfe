//! What a placement found out.

use demarc_catalogue::{Cell, Layer};

use crate::history::Sitting;
use crate::knowing::{Estimate, Knowing};
use crate::known::View;
use crate::picker;
use crate::plan::{self, Choice};

/// How much is probably known of a layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedLayer {
    /// The layer.
    pub layer: Layer,
    /// The estimate; see `Estimate::enough`.
    pub estimate: Estimate,
}

/// What a placement found out, as it stood right after its last answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// What it was about.
    pub choice: Choice,
    /// How much is probably known of all that.
    pub over: Estimate,
    /// The same by layer, of the layers that have a cell.
    pub layers: Vec<PlacedLayer>,
    /// Cells never met that are probably known: they are given as new only when nothing else is
    /// left.
    pub skipped: Vec<Cell>,
}

/// What a placement found out, by the log as it stood after it; none if it is another session.
pub(crate) fn placed(view: &View<'_>, sitting: &Sitting) -> Option<Placed> {
    let choice = plan::placed(&sitting.row.plan)?.still_there(view.catalogue);
    let pool = picker::pool(view, &choice).ok()?;
    let knowing = Knowing::of(*view);
    let of = |layer| {
        let cells = pool.iter().copied().filter(|it| view.catalogue.duty(it.duty).layer == layer);
        PlacedLayer { layer, estimate: knowing.over(cells) }
    };
    let skipped =
        pool.iter().copied().filter(|&cell| picker::waits_as_known(view, &knowing, cell)).collect();
    Some(Placed {
        over: knowing.over(pool.iter().copied()),
        layers: Layer::ALL.map(of).into_iter().filter(|it| it.estimate.cells > 0).collect(),
        skipped,
        choice,
    })
}
