//! What changes what Choose shows.

use std::sync::Arc;

use demarc_catalogue::NeedIx;

use super::{Model, Tick, action::NeedStep, needs::NeedsView, route::Route};

impl Model {
    /// The ways to meet a need, once Choose was opened.
    pub fn needs(&self) -> Option<&NeedsView> {
        self.needs.as_ref()
    }

    /// Does what was asked for in Choose, and goes there.
    pub(super) fn need_step(&mut self, step: NeedStep, tick: Tick) {
        if self.route != Route::Needs {
            self.go(Route::Needs, tick);
        }
        self.overlay = None;
        let today = tick.now.day().date();
        let catalogue = Arc::clone(self.study.catalogue());
        let Some(view) = &mut self.needs else { return };
        match step {
            NeedStep::Open(need) => *view = NeedsView::of(&catalogue, need, today),
            NeedStep::Next(by) => {
                let count = isize::try_from(catalogue.needs().len()).unwrap_or(1).max(1);
                let at = isize::try_from(view.need.index()).unwrap_or(0);
                let next = usize::try_from((at + by).rem_euclid(count)).unwrap_or(0);
                if let Some(need) = catalogue.need_ixs().nth(next) {
                    *view = NeedsView::of(&catalogue, need, today);
                }
            }
            NeedStep::Select(row) => view.select(&catalogue, row, today),
            NeedStep::Mark(row) => view.mark(&catalogue, row, today),
        }
    }

    /// Makes the ways new, as on another day; what was selected and marked stays.
    pub(super) fn refresh_needs(&mut self, tick: Tick) {
        let today = tick.now.day().date();
        let catalogue = Arc::clone(self.study.catalogue());
        let before = self.needs.take();
        let need: Option<NeedIx> =
            before.as_ref().map(|it| it.need).or_else(|| catalogue.need_ixs().next());
        self.needs = need.map(|need| {
            let mut view = NeedsView::of(&catalogue, need, today);
            for row in before.iter().flat_map(|it| &it.marked) {
                view.mark(&catalogue, *row, today);
            }
            view.select(&catalogue, before.as_ref().and_then(|it| it.selected), today);
            view
        });
    }
}
