//! What the rules give for one cell.

use crate::ix::RuleIx;
use crate::side::Side;

/// What the rules give for one duty in one deployment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// Who owns the duty.
    pub side: Side,
    /// The third party's name, if the side is `other`.
    pub owner: Option<String>,
    /// The rule that decides.
    pub rule: RuleIx,
    /// How near to the deployment that rule stands.
    pub level: Level,
    /// Whether the service's own guide says it.
    pub basis: Basis,
}

/// How near to the deployment the deciding rule stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// No rule is needed: the provider's own entry leaves the duty to the services.
    Entry,
    /// Said of every service.
    Provider,
    /// Said of the class.
    Class,
    /// Said of the service.
    Service,
    /// Said of the service under some settings.
    Setting,
}

impl Level {
    /// The word for proofs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Entry => "entry",
            Level::Provider => "provider",
            Level::Class => "class",
            Level::Service => "service",
            Level::Setting => "setting",
        }
    }
}

/// Whether the service's own guide says it, or it follows from what is said of more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The deciding rule is the service's own and cites the service's own guide.
    Stated,
    /// It follows from a rule for the class or for the provider, or from another's guide.
    Follows,
}

impl Basis {
    /// The word that stands in exports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Follows => "follows",
        }
    }
}
