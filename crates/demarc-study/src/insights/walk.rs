//! One walk over the log, for every figure at once: each answer with what stood before it.

use demarc_catalogue::{Cell, MisconceptionIx};

use super::{InsightFilter, Range};
use crate::clock::Day;
use crate::history::Answer;
use crate::known::View;
use crate::said::Said;

/// An answer that the filter lets through.
pub(super) struct Step<'a> {
    pub answer: &'a Answer,
    /// Its learner's day.
    pub day: Day,
    /// What it was about; none if the catalogue no longer has it.
    pub cell: Option<Cell>,
    /// The answer before it about the same; none the first time.
    pub before: Option<&'a Answer>,
    /// Whether it lies within the range.
    pub within: bool,
}

impl Step<'_> {
    /// Whether it counts for scores, and lies within the range.
    pub(super) fn scores(&self) -> bool {
        self.within && self.answer.scores()
    }

    /// A review: the cell was last answered on an earlier day under the same ruling. In how many
    /// days; none if it is no review.
    pub(super) fn gap(&self) -> Option<u32> {
        let before = self.before.filter(|it| it.ruling == self.answer.ruling)?;
        let days = self.day.since(before.day());
        (days > 0 && self.answer.scores()).then_some(days)
    }
}

/// What is known of a place before the walk.
#[derive(Clone, Copy)]
pub(super) struct Known {
    /// Whether the filter lets it through.
    pub passes: bool,
    /// Today's ruling, and the wrong belief that it names.
    pub ruling: Option<Said>,
    pub misconception: Option<MisconceptionIx>,
}

/// By place, what is known of it.
pub(super) fn places(view: &View<'_>, filter: &InsightFilter) -> Vec<Known> {
    let places = view.history.places.all().iter();
    places
        .map(|place| match place.cell {
            Some(cell) => {
                let ruling = view.catalogue.ruling(cell);
                Known {
                    passes: filter.takes(view.catalogue, cell),
                    ruling: Said::right_for(ruling.side),
                    misconception: view.catalogue.rule(ruling.rule).misconception,
                }
            }
            None => {
                Known { passes: *filter == InsightFilter::All, ruling: None, misconception: None }
            }
        })
        .collect()
}

/// Hands every answer that the filter lets through to `take`, in the order of the log.
pub(super) fn walk<'a>(
    view: &View<'a>,
    range: Range,
    places: &[Known],
    mut take: impl FnMut(&Step<'a>),
) {
    let since = range.since(view.today);
    let mut last: Vec<Option<&Answer>> = vec![None; places.len()];
    for answer in view.live() {
        let before = last[answer.place as usize].replace(answer);
        if !places[answer.place as usize].passes {
            continue;
        }
        let day = answer.day();
        take(&Step {
            answer,
            day,
            cell: view.history.places.get(answer.place).cell,
            before,
            within: since.is_none_or(|since| day >= since),
        });
    }
}
