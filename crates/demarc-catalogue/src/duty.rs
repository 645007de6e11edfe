//! The duties: atomic security tasks, in one order from the building up.

use crate::ix::ControlIx;
use crate::layer::Layer;
use crate::place::Spots;
use crate::side::Side;

/// One security task on one layer, with exactly one doer in each deployment.
#[derive(Clone, Debug)]
pub struct Duty {
    /// `runtime.apply`
    pub id: String,
    /// The layer it lies on.
    pub layer: Layer,
    /// The control of the model that it is a part of.
    pub control: Option<ControlIx>,
    /// Ruled everywhere, asked on the provider's own entry.
    pub provider_wide: bool,
    /// Whether it counts when the line is drawn.
    pub votes: bool,
    /// The short name for matrix and chips.
    pub label: String,
    /// The question's sentence; `{words}` are still to be filled.
    pub text: String,
    /// Why it falls on the provider where it does, in a few words.
    pub principle_of: String,
    /// Why it falls on you where it does, in a few words.
    pub principle_in: String,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}

impl Duty {
    /// The principle for a side; there is none for `none` and `other`.
    pub fn principle(&self, side: Side) -> Option<&str> {
        match side {
            Side::Of => Some(&self.principle_of),
            Side::In => Some(&self.principle_in),
            Side::None | Side::Other => None,
        }
    }
}
