//! Small handles into the catalogue's tables, and the cell that two of them make.

use serde::{Deserialize, Serialize};

macro_rules! handle {
    ($($(#[$doc:meta])* $name:ident($int:ty);)*) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub(crate) $int);

        impl $name {
            /// The place in the catalogue's table.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            pub(crate) const fn at(index: usize) -> Self {
                Self(index as $int)
            }
        }
    )*};
}

handle! {
    /// A duty; ordered from the building up.
    DutyIx(u16);
    /// A deployment; ordered as in the matrix.
    DeploymentIx(u16);
    /// A service; ordered by category.
    ServiceIx(u16);
    /// A rule.
    RuleIx(u32);
    /// A source.
    SourceIx(u16);
    /// A misconception.
    MisconceptionIx(u16);
    /// A category; ordered as shown.
    CategoryIx(u16);
    /// A class.
    ClassIx(u16);
    /// A control of the model.
    ControlIx(u16);
    /// A scenario.
    ScenarioIx(u16);
    /// A lesson; ordered as taught.
    LessonIx(u16);
    /// A stack.
    StackIx(u16);
    /// A need; ordered as offered.
    NeedIx(u16);
}

/// One duty in one deployment: what a question asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Where.
    pub deployment: DeploymentIx,
    /// What.
    pub duty: DutyIx,
}
