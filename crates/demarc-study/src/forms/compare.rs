//! Compare: two deployments or stacks; what moves, what stays, what appears, what falls away.

use demarc_catalogue::{Catalogue, Cell, Change, Comparison, Date, DeploymentIx, DutyIx, Side};
use demarc_catalogue::{Principle, Subject};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use super::{About, CellMark, Marks, Part};
use crate::said::Said;

/// Duties that a question needs at least to be worth asking.
const LEAST: usize = 4;
/// Of the duties shown, at most so many that move, and that fall away or appear. Beside each stands
/// one that stays, so there are at most twice as many.
const MOVING: usize = 2;
const COMING_AND_GOING: usize = 2;
/// By how many letters the names of a duty that changes and of the one beside it differ at most.
const ALIKE: usize = 2;
/// Where no need names what can be compared, so many of the most alike of the category.
const NEAR: usize = 6;

/// Two subjects, and some duties of which it is known where they lie on the left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareQuestion {
    /// On the left: as it is.
    pub from: Subject,
    /// On the right: what is asked about.
    pub to: Subject,
    /// The duties shown, in no order that tells anything.
    pub duties: Vec<DutyIx>,
    sides: Vec<Row>,
}

/// A duty with its sides, left and right: `of`, `in` or `none`.
type Row = (DutyIx, Side, Side);

/// On which side duties were said to lie on the right, in the catalogue's order; those not named
/// were said to stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareReply {
    /// The duties, each with `of`, `in` or `none`.
    pub said: Vec<(DutyIx, Side)>,
}

impl CompareReply {
    /// Says on which side a duty lies on the right.
    pub fn say(&mut self, duty: DutyIx, side: Side) {
        match self.said.binary_search_by_key(&duty, |(duty, _)| *duty) {
            Ok(at) => self.said[at].1 = side,
            Err(at) => self.said.insert(at, (duty, side)),
        }
    }
}

impl CompareQuestion {
    /// The question that a seed draws about a deployment, which is the right subject or a part of
    /// it. None where nothing that it could be compared with lets a duty move.
    pub fn of(
        catalogue: &Catalogue,
        deployment: DeploymentIx,
        seed: u32,
        today: Date,
    ) -> Option<CompareQuestion> {
        if catalogue.is_entry(deployment) {
            return None;
        }
        let mut rng = StdRng::seed_from_u64(u64::from(seed));
        let mut pairs = pairs(catalogue, deployment, today);
        pairs.shuffle(&mut rng);
        let (from, to, sides) = pairs.into_iter().find_map(|(from, to)| {
            let sides = drawn(catalogue, from, to, today, &mut rng)?;
            Some((from, to, sides))
        })?;
        let duties = sides.iter().map(|(duty, ..)| *duty).collect();
        Some(CompareQuestion { from, to, duties, sides })
    }

    /// The side of a duty on the left: `of`, `in` or `none`.
    pub fn before(&self, duty: DutyIx) -> Side {
        self.sides_of(duty).0
    }

    /// What can be said of a duty, the first if it stays as it is.
    pub fn choices(&self, duty: DutyIx) -> [Side; 3] {
        match self.before(duty) {
            Side::In => [Side::In, Side::Of, Side::None],
            Side::Of => [Side::Of, Side::In, Side::None],
            _ => [Side::None, Side::In, Side::Of],
        }
    }

    /// The side on which a reply puts a duty on the right.
    pub fn said(&self, reply: &CompareReply, duty: DutyIx) -> Side {
        let said = reply.said.iter().find(|(it, _)| *it == duty);
        said.map_or_else(|| self.before(duty), |(_, side)| *side)
    }

    /// The reply that earns every point.
    pub fn key(&self) -> CompareReply {
        let mut key = CompareReply::default();
        for &(duty, _, right) in &self.sides {
            key.say(duty, right);
        }
        key
    }

    /// What becomes of a duty by the rulings.
    pub fn change(&self, duty: DutyIx) -> Change {
        let (left, right) = self.sides_of(duty);
        Change::between(left, right)
    }

    /// The principle behind what moves, of all duties and not only of those shown.
    pub fn principle(&self, catalogue: &Catalogue) -> Option<Principle> {
        catalogue.principle(&catalogue.compare(self.from, self.to), self.to)
    }

    /// Marks a reply: a point for each duty. What was said is said of the right: of its cell, or of
    /// a stack of those of its parts on whose account the duty falls so.
    pub fn mark(&self, catalogue: &Catalogue, reply: &CompareReply) -> Marks {
        let mut marks = Marks::default();
        let mut sides = self.sides.clone();
        sides.sort_unstable_by_key(|(duty, ..)| *duty);
        for (duty, _, right) in sides {
            let said = self.said(reply, duty);
            marks.parts.push(Part { about: About::Duty(duty), right: said == right });
            let Some(ruling) = Said::right_for(right) else { continue };
            let Some(said) = in_the_log(said, ruling) else { continue };
            let cells = catalogue.parts_of(self.to).into_iter();
            let cells = cells.map(|deployment| Cell { deployment, duty });
            let ruled = cells.filter(|cell| catalogue.ruling(*cell).side == right);
            marks.cells.extend(ruled.map(|cell| CellMark { cell, said, ruling }));
        }
        marks.cells.sort_unstable_by_key(|mark| mark.cell);
        marks
    }

    fn sides_of(&self, duty: DutyIx) -> (Side, Side) {
        let found = self.sides.iter().find(|(it, ..)| *it == duty);
        found.map_or((Side::None, Side::None), |(_, left, right)| (*left, *right))
    }
}

/// What the log says, which knows two sides. Of a duty that is yours, "falls away" says that it is
/// not, which is the other side. Of one that is the provider's it says nothing about whose it is,
/// so nothing of it is logged: its part is wrong, and the question comes back.
fn in_the_log(said: Side, ruling: Said) -> Option<Said> {
    match (Said::right_for(said), ruling) {
        (Some(said), _) => Some(said),
        (None, Said::In) => Some(Said::Of),
        (None, Said::Of) => None,
    }
}

/// What a deployment can be compared with: other ways to meet a need that it meets, by itself or in a
/// stack; or else the most alike of its category, of other services.
fn pairs(catalogue: &Catalogue, deployment: DeploymentIx, today: Date) -> Vec<(Subject, Subject)> {
    let lasts = |subject: &Subject| {
        catalogue.parts_of(*subject).iter().all(|part| !catalogue.has_ended(*part, today))
    };
    let mut pairs = Vec::new();
    for need in catalogue.needs() {
        let ways: Vec<Subject> = need.ways.iter().copied().filter(lasts).collect();
        for &to in ways.iter().filter(|way| catalogue.parts_of(**way).contains(&deployment)) {
            let others = ways.iter().filter(|from| **from != to);
            pairs.extend(others.map(|from| (*from, to)));
        }
    }
    if pairs.is_empty() && !catalogue.has_ended(deployment, today) {
        let home = catalogue.service_of(deployment);
        let mut near: Vec<DeploymentIx> = catalogue
            .deployment_ixs()
            .filter(|&at| {
                let there = catalogue.service_of(at);
                there.category == home.category
                    && there.id != home.id
                    && !catalogue.is_entry(at)
                    && !catalogue.has_ended(at, today)
            })
            .collect();
        near.sort_by_key(|&at| catalogue.unlike(at, deployment));
        let pair = |at| (Subject::Deployment(at), Subject::Deployment(deployment));
        let moves = |pair: &(Subject, Subject)| {
            let comparison = catalogue.compare(pair.0, pair.1);
            comparison.count(Change::ToYou) + comparison.count(Change::ToProvider) > 0
        };
        pairs.extend(near.into_iter().map(pair).filter(moves).take(NEAR));
    }
    pairs
}

/// Some duties of two subjects. None if too few can be asked, or none of them moves.
fn drawn(
    catalogue: &Catalogue,
    from: Subject,
    to: Subject,
    today: Date,
    rng: &mut StdRng,
) -> Option<Vec<Row>> {
    let comparison = catalogue.compare(from, to);
    let mut all = shown(catalogue, &comparison, [from, to], today);
    all.shuffle(rng);
    let change = |it: &Row| Change::between(it.1, it.2);
    let moves = |it: &Row| matches!(change(it), Change::ToYou | Change::ToProvider);
    let comes_or_goes = |it: &Row| matches!(change(it), Change::Appears | Change::FallsAway);
    // Beside each duty that changes stands one from the same side that stays there, with as long a
    // name as can be had: else how long a name is would tell whether the duty moves.
    let length = |it: &Row| catalogue.duty(it.0).label.chars().count();
    let apart = |one: &Row, other: &Row| length(one).abs_diff(length(other));
    let beside = |it: &Row, taken: &[Row]| -> Option<Row> {
        let stay = all.iter().filter(|stay| stay.1 == it.1 && stay.1 == stay.2);
        let free = stay.filter(|stay| !taken.contains(stay));
        free.min_by_key(|stay| apart(stay, it)).copied()
    };
    let mut sides: Vec<Row> = Vec::new();
    for (most, wanted) in
        [(MOVING, &moves as &dyn Fn(&Row) -> bool), (COMING_AND_GOING, &comes_or_goes)]
    {
        let near = |it: &Row, sides: &[Row]| {
            beside(it, sides).is_some_and(|stay| apart(&stay, it) <= ALIKE)
        };
        for it in all.iter().filter(|it| wanted(it)) {
            let taken = sides.iter().filter(|it| wanted(it)).count();
            if taken < most && near(it, &sides) {
                sides.push(*it);
                sides.extend(beside(it, &sides));
            }
        }
    }
    let worth = sides.len() >= LEAST && sides.iter().any(moves);
    sides.shuffle(rng);
    worth.then_some(sides)
}

/// The duties that can be asked of two subjects, with their sides: on each of them a duty is asked,
/// or there is none. What a third party does is left out.
fn shown(
    catalogue: &Catalogue,
    comparison: &Comparison,
    subjects: [Subject; 2],
    today: Date,
) -> Vec<Row> {
    let parts = subjects.map(|subject| catalogue.parts_of(subject));
    let fits = |parts: &[DeploymentIx], duty, side: Side| {
        let cells = parts.iter().map(|&deployment| Cell { deployment, duty });
        match side {
            Side::None => true,
            Side::Other => false,
            side => cells
                .filter(|cell| catalogue.ruling(*cell).side == side)
                .all(|cell| catalogue.asked(cell, today)),
        }
    };
    let duties = comparison.duties.iter();
    let fitting =
        duties.filter(|it| fits(&parts[0], it.duty, it.left) && fits(&parts[1], it.duty, it.right));
    fitting.map(|it| (it.duty, it.left, it.right)).collect()
}
