//! Two deployments or stacks beside each other: what moves, what stays, what comes and goes.

use crate::catalogue::Catalogue;
use crate::ix::{Cell, DeploymentIx, DutyIx, StackIx};
use crate::layer::Layer;
use crate::line::{Line, line};
use crate::side::Side;

/// What can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// One deployment.
    Deployment(DeploymentIx),
    /// Several that work together.
    Stack(StackIx),
}

/// What becomes of a duty on the way from the left to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// From you to the provider.
    ToProvider,
    /// From the provider to you.
    ToYou,
    /// The same side, `of` or `in`.
    Stays,
    /// There was none, or another's.
    Appears,
    /// There is none any more, or another's.
    FallsAway,
    /// Neither has it, as a duty of the two sides.
    Absent,
}

impl Change {
    /// What becomes of a duty that has these sides.
    pub fn between(left: Side, right: Side) -> Change {
        match (left, right) {
            (Side::In, Side::Of) => Change::ToProvider,
            (Side::Of, Side::In) => Change::ToYou,
            (left, right) if left.is_askable() && right.is_askable() => Change::Stays,
            (left, right) if right.is_askable() && !left.is_askable() => Change::Appears,
            (left, _) if left.is_askable() => Change::FallsAway,
            _ => Change::Absent,
        }
    }

    /// Whether anything changes.
    pub fn changes(self) -> bool {
        !matches!(self, Change::Stays | Change::Absent)
    }
}

/// A duty in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The duty.
    pub duty: DutyIx,
    /// Its side on the left.
    pub left: Side,
    /// Its side on the right.
    pub right: Side,
    /// What becomes of it.
    pub change: Change,
}

/// Two subjects beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Every duty, from the building up.
    pub duties: Vec<Compared>,
    /// The line on the left.
    pub left: Line,
    /// The line on the right.
    pub right: Line,
}

impl Comparison {
    /// How many duties change so.
    pub fn count(&self, change: Change) -> usize {
        self.duties.iter().filter(|it| it.change == change).count()
    }

    /// How many duties stay on this side.
    pub fn stay(&self, side: Side) -> usize {
        self.duties.iter().filter(|it| it.change == Change::Stays && it.left == side).count()
    }
}

impl Catalogue {
    /// Sets two subjects beside each other.
    pub fn compare(&self, left: Subject, right: Subject) -> Comparison {
        let (left_sides, right_sides) = (self.sides_of(left), self.sides_of(right));
        let compared = |duty: DutyIx| {
            let (left, right) = (left_sides[duty.index()], right_sides[duty.index()]);
            Compared { duty, left, right, change: Change::between(left, right) }
        };
        Comparison {
            duties: self.duty_ixs().map(compared).collect(),
            left: line(self.duties(), &left_sides),
            right: line(self.duties(), &right_sides),
        }
    }

    /// The deployments that a subject is made of.
    pub fn parts_of(&self, subject: Subject) -> Vec<DeploymentIx> {
        match subject {
            Subject::Deployment(deployment) => vec![deployment],
            Subject::Stack(stack) => self.stacks()[stack.index()].parts.clone(),
        }
    }

    /// `stack:` and the id of a stack, or the id of a deployment: what [`Catalogue::find_subject`]
    /// finds again.
    pub fn subject_id(&self, subject: Subject) -> String {
        match subject {
            Subject::Deployment(deployment) => self.deployment(deployment).id.clone(),
            Subject::Stack(stack) => format!("stack:{}", self.stacks()[stack.index()].id),
        }
    }

    /// The subject that has or had this id; none if it is gone.
    pub fn find_subject(&self, id: &str) -> Option<Subject> {
        match id.strip_prefix("stack:") {
            Some(stack) => self.find_stack(stack).map(Subject::Stack),
            None => self.find_deployment(id).map(Subject::Deployment),
        }
    }

    /// The line of a deployment, or of the parts of a stack together.
    pub fn line_of(&self, subject: Subject) -> Line {
        line(self.duties(), &self.sides_of(subject))
    }

    /// For each layer, from the building up, the share of it that lies above the line: 1 is all
    /// IN, 0 all OF, and half where duties that count lie on both sides of it.
    pub fn layers_above(&self, subject: Subject) -> [f32; 9] {
        let sides = self.sides_of(subject);
        let position = line(self.duties(), &sides).position;
        Layer::ALL.map(|layer| {
            let within = || (0..sides.len()).filter(|&at| self.duties()[at].layer == layer);
            let counts = |at: &usize| self.duties()[*at].votes && sides[*at].is_askable();
            let above = within().filter(counts).any(|at| at >= position);
            let below = within().filter(counts).any(|at| at < position);
            match (below, above) {
                (true, true) => 0.5,
                (true, false) => 0.0,
                (false, true) => 1.0,
                (false, false) if within().all(|at| at < position) => 0.0,
                (false, false) => 1.0,
            }
        })
    }

    fn sides_of(&self, subject: Subject) -> Vec<Side> {
        let side = |duty| match subject {
            Subject::Deployment(deployment) => self.ruling(Cell { deployment, duty }).side,
            Subject::Stack(stack) => self.stack_ruling(&self.stacks()[stack.index()], duty).side,
        };
        self.duty_ixs().map(side).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Catalogue {
        Catalogue::shipped().unwrap()
    }

    #[test]
    fn every_pair_of_sides_has_one_change_and_the_way_back_is_its_mirror() {
        let sides = [Side::Of, Side::In, Side::None, Side::Other];
        for (left, right) in sides.iter().flat_map(|left| sides.map(|right| (*left, right))) {
            let mirror = match Change::between(left, right) {
                Change::ToProvider => Change::ToYou,
                Change::ToYou => Change::ToProvider,
                Change::Appears => Change::FallsAway,
                Change::FallsAway => Change::Appears,
                same => same,
            };
            assert_eq!(Change::between(right, left), mirror, "{left:?} {right:?}");
            assert!(left != right || !Change::between(left, right).changes());
        }
    }

    #[test]
    fn a_subject_beside_itself_changes_nothing_and_has_the_line_of_its_deployment() {
        let shipped = shipped();
        for deployment in shipped.deployment_ixs() {
            let subject = Subject::Deployment(deployment);
            let comparison = shipped.compare(subject, subject);
            assert!(comparison.duties.iter().all(|it| !it.change.changes()));
            assert_eq!(&comparison.left, shipped.line(deployment));
            assert_eq!(shipped.find_subject(&shipped.subject_id(subject)), Some(subject));
        }
    }

    #[test]
    fn the_essays_api_leaves_its_operating_system_with_ec2() {
        let shipped = shipped();
        let stack = |id| Subject::Stack(shipped.find_stack(id).unwrap());
        let (ec2, lambda) = (stack("rest-api-on-ec2"), stack("rest-api-on-lambda"));
        let comparison = shipped.compare(ec2, lambda);
        let of = |id| {
            let duty = shipped.find_duty(id).unwrap();
            comparison.duties.iter().find(|it| it.duty == duty).unwrap().change
        };
        assert_eq!(of("os.apply"), Change::ToProvider);
        assert_eq!(of("app.code"), Change::Stays);
        assert!(comparison.right.position > comparison.left.position, "the line goes up");
        let back = shipped.compare(lambda, ec2);
        assert_eq!(back.count(Change::ToYou), comparison.count(Change::ToProvider));
        assert_eq!(shipped.find_subject(&shipped.subject_id(ec2)), Some(ec2));
        assert_eq!(shipped.find_subject("stack:gone"), None);
    }
}
