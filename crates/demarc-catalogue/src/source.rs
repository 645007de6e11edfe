//! Sources, controls and misconceptions: what rulings lean on and lead to.

use crate::place::Spots;

/// A page that a rule cites.
#[derive(Clone, Debug)]
pub struct Source {
    /// `lambda-runtime-management`
    pub id: String,
    /// The guide, and what the page is called.
    pub title: String,
    /// Always https.
    pub url: String,
    /// The guide it belongs to.
    pub guide: String,
    /// Which copy was read, if it was not the page itself.
    pub copy: Option<String>,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}

/// A named control of the model.
#[derive(Clone, Debug)]
pub struct Control {
    /// `patch-management`
    pub id: String,
    /// The name on screen.
    pub name: String,
    /// Whose control it is.
    pub kind: ControlKind,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}

/// Whose a control is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ControlKind {
    /// Wholly the provider's.
    Inherited,
    /// One name for duties on both sides.
    Shared,
    /// Wholly yours.
    CustomerSpecific,
}

impl ControlKind {
    /// The three kinds.
    pub const ALL: [ControlKind; 3] =
        [ControlKind::Inherited, ControlKind::Shared, ControlKind::CustomerSpecific];

    /// The word that stands in data.
    pub const fn as_str(self) -> &'static str {
        match self {
            ControlKind::Inherited => "inherited",
            ControlKind::Shared => "shared",
            ControlKind::CustomerSpecific => "customer-specific",
        }
    }
}

/// A named wrong belief.
#[derive(Clone, Debug)]
pub struct Misconception {
    /// `durable-means-backed-up`
    pub id: String,
    /// The belief, as one who holds it would say it.
    pub belief: String,
    /// Why it is wrong.
    pub refutation: String,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}
