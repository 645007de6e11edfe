//! What the duties that change hands between two deployments or stacks have in common.

use std::cmp::Reverse;

use crate::catalogue::Catalogue;
use crate::compare::{Change, Comparison, Subject};
use crate::ix::{Cell, DutyIx};
use crate::layer::Layer;
use crate::side::Side;

/// Which way most duties change hands, where most of them lie, and the principle behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principle {
    /// To the provider, or to you.
    pub change: Change,
    /// How many duties change hands that way.
    pub count: usize,
    /// The layer on which most of them lie.
    pub layer: Layer,
    /// How many of them lie there.
    pub in_layer: usize,
    /// The principle of most of the rulings there, in a few words.
    pub text: String,
}

impl Catalogue {
    /// The principle behind what changes hands from one subject to the other. It is that of the
    /// rulings on the right: the one that most duties share on the layer where most change hands;
    /// of equals, the nearest to the building. None where no duty changes hands.
    pub fn principle(&self, comparison: &Comparison, right: Subject) -> Option<Principle> {
        let count = |change| comparison.count(change);
        let (up, down) = (count(Change::ToProvider), count(Change::ToYou));
        let change = if up >= down { Change::ToProvider } else { Change::ToYou };
        let moved = comparison.duties.iter().filter(|it| it.change == change);
        let moved: Vec<(DutyIx, Side)> = moved.map(|it| (it.duty, it.right)).collect();
        let on = |layer: Layer| {
            moved.iter().filter(move |(duty, _)| self.duty(*duty).layer == layer).copied()
        };
        let layer = Layer::ALL.into_iter().min_by_key(|layer| Reverse(on(*layer).count()))?;
        let texts: Vec<String> =
            on(layer).filter_map(|(duty, side)| self.principle_of(right, duty, side)).collect();
        let times = |text: &&String| texts.iter().filter(|it| it == text).count();
        let text = texts.iter().min_by_key(|text| Reverse(times(text)))?.clone();
        Some(Principle { change, count: moved.len(), layer, in_layer: on(layer).count(), text })
    }

    /// The principle of the part that rules a duty so.
    fn principle_of(&self, subject: Subject, duty: DutyIx, side: Side) -> Option<String> {
        let cells = self.parts_of(subject).into_iter().map(|deployment| Cell { deployment, duty });
        let cell = cells.into_iter().find(|cell| self.ruling(*cell).side == side)?;
        Some(self.explain(cell).principle).filter(|text| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_essays_api_moves_duties_to_the_provider_for_a_principle_of_its_rulings() {
        let shipped = Catalogue::shipped().unwrap();
        let stack = |id| Subject::Stack(shipped.find_stack(id).unwrap());
        let (ec2, lambda) = (stack("rest-api-on-ec2"), stack("rest-api-on-lambda"));
        let comparison = shipped.compare(ec2, lambda);
        let principle = shipped.principle(&comparison, lambda).unwrap();
        assert_eq!(principle.change, Change::ToProvider);
        assert_eq!(principle.count, comparison.count(Change::ToProvider));
        let there = comparison.duties.iter().filter(|it| {
            it.change == Change::ToProvider && shipped.duty(it.duty).layer == principle.layer
        });
        assert_eq!(there.clone().count(), principle.in_layer);
        assert!(there.into_iter().any(|it| shipped.duty(it.duty).principle_of == principle.text));
        let back = shipped.principle(&shipped.compare(lambda, ec2), ec2).unwrap();
        assert_eq!((back.change, back.count), (Change::ToYou, principle.count));
    }

    #[test]
    fn what_is_the_same_on_both_sides_has_no_principle() {
        let shipped = Catalogue::shipped().unwrap();
        for deployment in shipped.deployment_ixs().take(20) {
            let subject = Subject::Deployment(deployment);
            let comparison = shipped.compare(subject, subject);
            assert_eq!(shipped.principle(&comparison, subject), None);
        }
    }
}
