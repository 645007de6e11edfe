//! The log as it stood at a moment, to be counted elsewhere while answers go on.

use std::sync::Arc;

use demarc_catalogue::Catalogue;

use super::Study;
use crate::clock::Moment;
use crate::history::History;
use crate::insights::{InsightFilter, Insights, Range, insights};
use crate::known::View;
use crate::shared::Shared;
use crate::target::Target;

/// The log as it stood. It may go to another thread; to take it costs nothing, and as long as it is
/// kept the next answer copies the log once.
#[derive(Clone, Debug)]
pub struct Snapshot {
    catalogue: Arc<Catalogue>,
    history: Shared<History>,
    target: Option<Box<Target>>,
}

impl Study {
    /// The log as it stands.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            catalogue: Arc::clone(&self.catalogue),
            history: self.history.clone(),
            target: self.settings.target.clone(),
        }
    }
}

impl Snapshot {
    /// The catalogue that was studied.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// What `Study::insights` would have said.
    pub fn insights(&self, now: Moment, range: Range, filter: &InsightFilter) -> Insights {
        let view = View {
            catalogue: &self.catalogue,
            history: &self.history,
            today: now.day(),
            upto: u32::MAX,
            wanted: self.target.as_deref(),
        };
        insights(&view, range, filter)
    }
}
