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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::{Place, Spots};

    /// Duties on layers, each with its side: `o` of, `i` in, `-` none, `x` another's; in capitals
    /// those without a vote. The line as position, exceptions and divided layer.
    fn drawn(stack: &[(Layer, &str)]) -> (usize, Vec<usize>, Option<Layer>) {
        let mut duties = Vec::new();
        let mut sides = Vec::new();
        for &(layer, letters) in stack {
            for letter in letters.chars() {
                duties.push(duty(layer, letter.is_lowercase() || letter == '-'));
                sides.push(match letter.to_ascii_lowercase() {
                    'o' => Side::Of,
                    'i' => Side::In,
                    'x' => Side::Other,
                    _ => Side::None,
                });
            }
        }
        let line = line(&duties, &sides);
        (line.position, line.exceptions.iter().map(|duty| duty.index()).collect(), line.divided)
    }

    fn duty(layer: Layer, votes: bool) -> Duty {
        let place = Place { file: 0, start: 0, end: 0 };
        Duty {
            id: String::new(),
            layer,
            control: None,
            provider_wide: false,
            votes,
            label: String::new(),
            text: String::new(),
            principle_of: String::new(),
            principle_in: String::new(),
            was: Vec::new(),
            spots: Spots { table: place, values: Vec::new() },
        }
    }

    #[test]
    fn the_line_stands_between_of_and_in() {
        assert_eq!(drawn(&[(Layer::Hardware, "oo"), (Layer::Data, "iii")]), (2, vec![], None));
        assert_eq!(drawn(&[(Layer::Hardware, "oo"), (Layer::Data, "oo")]), (4, vec![], None));
        assert_eq!(drawn(&[(Layer::Hardware, "ii"), (Layer::Data, "ii")]), (0, vec![], None));
        assert_eq!(drawn(&[]), (0, vec![], None));
    }

    #[test]
    fn what_lies_on_the_other_side_is_an_exception() {
        assert_eq!(
            drawn(&[(Layer::Hardware, "oio"), (Layer::Data, "ioi")]),
            (5, vec![1, 3], Some(Layer::Data))
        );
        assert_eq!(drawn(&[(Layer::Hardware, "ooo"), (Layer::Data, "iioi")]), (3, vec![5], None));
    }

    #[test]
    fn ties_go_up() {
        assert_eq!(drawn(&[(Layer::Hardware, "o"), (Layer::Data, "io")]), (3, vec![1], None));
        // Duties that do not count are passed by.
        assert_eq!(drawn(&[(Layer::Hardware, "o--"), (Layer::Data, "-xi")]), (5, vec![], None));
    }

    #[test]
    fn only_voting_duties_count() {
        assert_eq!(drawn(&[(Layer::Hardware, "oI"), (Layer::Data, "iOOO")]), (2, vec![], None));
    }

    #[test]
    fn a_layer_with_counted_duties_on_both_sides_is_divided() {
        assert_eq!(
            drawn(&[(Layer::Platform, "ooi"), (Layer::Data, "i")]),
            (2, vec![], Some(Layer::Platform))
        );
        // What stands below the line in its layer does not count, so the layer is whole.
        assert_eq!(drawn(&[(Layer::GuestOs, "o"), (Layer::Platform, "O-ii")]), (3, vec![], None));
    }
}
