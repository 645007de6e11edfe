//! The line through one deployment's stack: of below, in above, with as few exceptions as can be.

use crate::duty::Duty;
use crate::ix::DutyIx;
use crate::layer::Layer;
use crate::side::Side;

/// The boundary in one deployment's stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How many duties lie below it, from none to all.
    pub position: usize,
    /// The voting duties that lie on the other side of it.
    pub exceptions: Vec<DutyIx>,
    /// The layer through which it runs.
    pub divided: Option<Layer>,
}

/// The place between two duties that leaves the fewest exceptions; ties go up. Only voting duties
/// that are `of` or `in` count. A layer is divided if such duties of it lie on both sides.
pub(crate) fn line(duties: &[Duty], sides: &[Side]) -> Line {
    let counted = |at: usize| duties[at].votes && sides[at].is_askable();
    let is = |at: usize, side: Side| counted(at) && sides[at] == side;
    let mut exceptions = (0..duties.len()).filter(|&at| is(at, Side::Of)).count();
    let (mut position, mut fewest) = (0, exceptions);
    for at in 0..duties.len() {
        if is(at, Side::Of) {
            exceptions -= 1;
        } else if is(at, Side::In) {
            exceptions += 1;
        }
        if exceptions <= fewest {
            (position, fewest) = (at + 1, exceptions);
        }
    }
    let crossed = |at: &usize| is(*at, if *at < position { Side::In } else { Side::Of });
    let holds = |layer: Layer, mut range: std::ops::Range<usize>| {
        range.any(|at| duties[at].layer == layer && counted(at))
    };
    Line {
        position,
        exceptions: (0..duties.len()).filter(crossed).map(DutyIx::at).collect(),
        divided: Layer::ALL
            .into_iter()
            .find(|&layer| holds(layer, 0..position) && holds(layer, position..duties.len())),
    }
}
