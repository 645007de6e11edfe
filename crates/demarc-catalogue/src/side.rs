//! Which side of the line a duty falls on.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Who owns a duty in one deployment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Security of the cloud: the provider does it.
    Of,
    /// Security in the cloud: you do it.
    In,
    /// The duty does not exist here.
    None,
    /// A named third party does it.
    Other,
}

impl Side {
    /// The four sides, as they are written in data.
    pub const ALL: [Side; 4] = [Side::Of, Side::In, Side::None, Side::Other];

    /// The word that stands in data and in exports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Side::Of => "of",
            Side::In => "in",
            Side::None => "none",
            Side::Other => "other",
        }
    }

    /// The side across the line; none for a duty that lies on neither.
    pub const fn opposite(self) -> Option<Side> {
        match self {
            Side::Of => Some(Side::In),
            Side::In => Some(Side::Of),
            Side::None | Side::Other => None,
        }
    }

    /// Whether a learner can be asked about it: `of` or `in`.
    pub const fn is_askable(self) -> bool {
        matches!(self, Side::Of | Side::In)
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
