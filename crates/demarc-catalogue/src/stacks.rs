//! What a stack of deployments leaves to you.

use crate::catalogue::Catalogue;
use crate::ix::{Cell, DeploymentIx, DutyIx};
use crate::scenario::Stack;
use crate::side::Side;

/// What the parts of a stack give for one duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackRuling {
    /// `in` if any part leaves it to you; else `of`, `other` or `none`, the first that a part has.
    pub side: Side,
    /// The parts that leave it to you.
    pub parts_in: Vec<DeploymentIx>,
}

impl Catalogue {
    /// What the parts of a stack give for one duty.
    pub fn stack_ruling(&self, stack: &Stack, duty: DutyIx) -> StackRuling {
        let side_of = |&deployment: &DeploymentIx| self.ruling(Cell { deployment, duty }).side;
        let has = |side: Side| stack.parts.iter().any(|part| side_of(part) == side);
        let order = [Side::In, Side::Of, Side::Other, Side::None];
        StackRuling {
            side: order.into_iter().find(|&side| has(side)).unwrap_or(Side::None),
            parts_in: stack.parts.iter().copied().filter(|at| side_of(at) == Side::In).collect(),
        }
    }
}
