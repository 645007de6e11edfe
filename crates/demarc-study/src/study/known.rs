//! Looking: what is due, what is known, what was held. Nothing here changes anything.

use demarc_catalogue::Cell;
use uuid::Uuid;

use super::Study;
use crate::clock::Moment;
use crate::error::StudyError;
use crate::insights::{InsightFilter, Insights, Range, insights};
use crate::knowing::{Estimate, Knowing};
use crate::known::{Changed, Mastery, Record};
use crate::picker;
use crate::plan::Choice;
use crate::report::{self, SessionReport, SessionSummary};
use crate::stats::{Stats, stats};
use crate::today::{Today, today};

impl Study {
    /// What is due by the memory of each cell, in the order in which it should be asked: changed
    /// rulings first, then what was sure and wrong, then the most overdue. What of it the day asks
    /// is `Today::due`.
    pub fn due(&self, now: Moment) -> Vec<Cell> {
        picker::due(&self.view(now.day()))
    }

    /// Every cell that a choice takes and that can be asked, in the catalogue's order. An id that
    /// never existed is an error.
    pub fn matching(&self, choice: &Choice, now: Moment) -> Result<Vec<Cell>, StudyError> {
        Ok(picker::pool(&self.view(now.day()), choice)?.into_iter().collect())
    }

    /// How many answers were not taken back.
    pub fn answers(&self) -> usize {
        self.history.live_count()
    }

    /// When the last answer in the log was given. If that lies ahead, a clock was set back.
    pub fn last_answered(&self) -> Option<Moment> {
        self.history.live().next_back().map(|answer| answer.at)
    }

    /// What is known of a cell.
    pub fn record(&self, cell: Cell) -> Record {
        // Nothing in a record depends on the day until it is asked for a day's recall.
        self.view(crate::clock::Day::from_number(0)).record(cell)
    }

    /// The chance that a cell would be answered right, 0 to 1; none if it was never met or its
    /// ruling changed since. Cheap enough to colour a matrix with.
    pub fn recall(&self, cell: Cell, now: Moment) -> Option<f32> {
        self.view(now.day()).recall(cell)
    }

    /// Mastery of the cells that can be asked and that `takes` lets through.
    pub fn mastery(&self, now: Moment, takes: impl Fn(Cell) -> bool) -> Mastery {
        let view = self.view(now.day());
        view.mastery(view.asked_cells().into_iter().filter(|&cell| takes(cell)))
    }

    /// What is probably known, to be asked about any cells; made anew from the log of late.
    pub fn knowing(&self, now: Moment) -> Knowing<'_> {
        Knowing::of(self.view(now.day()))
    }

    /// How much is probably known of the cells that can be asked and that `takes` lets through.
    /// For more than one such question make `knowing` once.
    pub fn estimate(&self, now: Moment, takes: impl Fn(Cell) -> bool) -> Estimate {
        let cells = self.view(now.day()).asked_cells().into_iter().filter(|&cell| takes(cell));
        self.knowing(now).over(cells)
    }

    /// The cells never met that are probably known; as new they come only when nothing else is
    /// left. In the catalogue's order.
    pub fn known_before_asked(&self, now: Moment) -> Vec<Cell> {
        let view = self.view(now.day());
        let knowing = Knowing::of(view);
        let known = |cell: &Cell| picker::waits_as_known(&view, &knowing, *cell);
        view.asked_cells().into_iter().filter(known).collect()
    }

    /// What Today shows; `just measure --only long` says how long that takes.
    pub fn today(&self, now: Moment) -> Today {
        today(&self.view(now.day()), &self.settings)
    }

    /// What Insights shows: one walk over the log. With a long log this is more than a frame; see
    /// `snapshot`.
    pub fn insights(&self, now: Moment, range: Range, filter: &InsightFilter) -> Insights {
        insights(&self.view(now.day()), range, filter)
    }

    /// Every session with an answer, newest first.
    pub fn sessions(&self) -> Vec<SessionSummary> {
        let sittings = self.history.sessions.iter().rev();
        sittings.filter_map(|sitting| report::summary(&self.history, sitting)).collect()
    }

    /// A session looked at closely; none if there is none with this id or nothing was answered.
    pub fn report(&self, session: Uuid) -> Option<SessionReport> {
        let sitting = self.history.session(session)?;
        let last = sitting.answers.last()?;
        let day = self.history.answers[*last as usize].at.day();
        report::report(&self.view(day), sitting)
    }

    /// Cells that were last answered under another ruling than today's, in the catalogue's order.
    /// They are asked first, and drop out of this list once they are answered.
    pub fn changed_rulings(&self, now: Moment) -> Vec<Changed> {
        self.view(now.day()).changed_rulings()
    }

    /// The figures that scripts read.
    pub fn stats(&self, now: Moment) -> Stats {
        stats(&self.view(now.day()), &self.lessons, &self.settings)
    }
}
