//! What a day still allows: so many new cells, and so many reviews.

use crate::history::Answer;
use crate::known::View;
use crate::plan;
use crate::settings::Settings;
use crate::target::{self, MOST_NEW};

/// What is left of the day's limits. Answers that were taken back do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Allowance {
    /// New cells.
    pub new: usize,
    /// Reviews: cells that were met on an earlier day.
    pub reviews: usize,
    /// How many of them were answered today.
    pub reviewed: usize,
}

impl Allowance {
    /// What is left on the day of the view.
    pub(crate) fn of(view: &View<'_>, settings: &Settings) -> Allowance {
        let (met, reviewed) = answered_on(view);
        Allowance {
            new: new_on(view, settings).saturating_sub(met),
            reviews: most(settings).saturating_sub(reviewed),
            reviewed,
        }
    }

    /// The whole of a day on which nothing was answered yet.
    pub(crate) fn whole(view: &View<'_>, settings: &Settings) -> Allowance {
        Allowance { new: new_on(view, settings), reviews: most(settings), reviewed: 0 }
    }
}

/// How many new cells a day brings: as Settings say, or as many as the target needs if that is more.
fn new_on(view: &View<'_>, settings: &Settings) -> usize {
    target::needed(view).min(MOST_NEW).max(usize::from(settings.daily_new))
}

/// How many reviews a day has at most.
fn most(settings: &Settings) -> usize {
    settings.daily_reviews.map_or(usize::MAX, usize::from)
}

/// How many cells were first met on the day of the view, and how many others were answered. What
/// a placement asked counts for neither: it finds out, and uses up no day.
fn answered_on(view: &View<'_>) -> (usize, usize) {
    let (mut met, mut reviewed) = (0, 0);
    let at = |&number: &u32| -> &Answer { &view.history.answers[number as usize] };
    let placed = |answer: &Answer| {
        plan::is_placement(&view.history.sessions[answer.session as usize].row.plan)
    };
    for place in 0..view.history.places.all().len() as u32 {
        let answers = view.history.at_place(place);
        let mut late = answers.iter().rev().map(at).take_while(|it| it.day() >= view.today);
        if !late.any(|it| it.day() == view.today && !placed(it)) {
            continue;
        }
        match answers.first().map(at) {
            Some(first) if first.day() == view.today => met += usize::from(!placed(first)),
            _ => reviewed += 1,
        }
    }
    (met, reviewed)
}
