//! True retention: of what is asked again on a later day, how much is still right, by the time
//! that passed since the last answer. Questions that come back within their session do not count,
//! nor does what was learned under a ruling that no longer held.

use super::share::{ENOUGH, Share};
use super::walk::Step;
use crate::clock::Day;

/// The days since the last answer: from, and up to; the last has no end.
pub const GAPS: [(u32, Option<u32>); 4] =
    [(1, Some(6)), (7, Some(29)), (30, Some(179)), (180, None)];

/// How many points retention over time has at most.
const POINTS: usize = 24;

/// What was still right when it was asked again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retention {
    /// All reviews.
    pub all: Share,
    /// By the days since the last answer, as in [`GAPS`].
    pub gaps: [Share; GAPS.len()],
    /// All reviews over time, oldest first; each point has [`ENOUGH`] answers or more.
    pub points: Vec<SharePoint>,
}

/// A share of some answers that followed one another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SharePoint {
    /// The day of the first of them.
    pub from: Day,
    /// The day of the last of them.
    pub to: Day,
    /// The share.
    pub share: Share,
}

#[derive(Default)]
pub(super) struct Counting {
    gaps: [Share; GAPS.len()],
    reviews: Vec<(Day, bool)>,
}

impl Counting {
    pub(super) fn add(&mut self, step: &Step<'_>) {
        let Some(gap) = step.gap().filter(|_| step.within) else { return };
        let right = step.answer.right();
        let at = GAPS.iter().rposition(|(from, _)| gap >= *from).unwrap_or(0);
        self.gaps[at].add(right);
        self.reviews.push((step.day, right));
    }

    pub(super) fn told(self) -> Retention {
        let mut all = Share::default();
        self.reviews.iter().for_each(|&(_, right)| all.add(right));
        Retention { all, gaps: self.gaps, points: in_points(&self.reviews, POINTS) }
    }
}

/// Answers in the order given, as points of equally many, at least [`ENOUGH`] each; what is left at
/// the end belongs to the last point.
pub(super) fn in_points(answers: &[(Day, bool)], most: usize) -> Vec<SharePoint> {
    let each = (ENOUGH as usize).max(answers.len().div_ceil(most));
    let mut points: Vec<SharePoint> = Vec::new();
    for chunk in answers.chunks(each) {
        let (Some(first), Some(last)) = (chunk.first(), chunk.last()) else { continue };
        let mut share = Share::default();
        chunk.iter().for_each(|&(_, right)| share.add(right));
        match points.last_mut() {
            Some(point) if chunk.len() < each => {
                chunk.iter().for_each(|&(_, right)| point.share.add(right));
                point.to = last.0;
            }
            None if chunk.len() < ENOUGH as usize => {}
            _ => points.push(SharePoint { from: first.0, to: last.0, share }),
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::Tally;

    const DAY0: Day = Day::from_number(20_000);

    fn right(from: i32, count: i32) -> Vec<(Day, bool)> {
        (from..from + count).map(|day| (DAY0.plus(day), true)).collect()
    }

    #[test]
    fn too_few_answers_are_no_point_and_a_rest_joins_the_last() {
        assert!(in_points(&right(0, 19), 24).is_empty());
        let points = in_points(&right(0, 39), 24);
        assert_eq!(points.len(), 1);
        assert_eq!((points[0].from, points[0].to), (DAY0, DAY0.plus(38)));
        assert_eq!(points[0].share.tally, Tally { right: 39, wrong: 0 });
        assert_eq!(in_points(&right(0, 40), 24).len(), 2);
    }

    #[test]
    fn many_answers_make_few_points_of_more() {
        let points = in_points(&right(0, 1_000), 10);
        assert_eq!(points.len(), 10);
        assert!(points.iter().all(|it| it.share.n() == 100));
    }
}
