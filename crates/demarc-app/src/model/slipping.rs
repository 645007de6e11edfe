//! What keeps slipping, in words: which rulings are missed again and again, and what confuses there.

use demarc_catalogue::{Catalogue, Cell, Side};
use demarc_study::{Day, Leech};

use super::{ruling, words};

/// So many are named; a drill takes more.
pub(super) const NAMED: usize = 3;

/// A ruling that is missed again and again.
#[derive(Clone, Debug)]
pub struct SlippingView {
    /// Which.
    pub cell: Cell,
    /// "Lambda, zip, auto: Patch the runtime".
    pub what: String,
    /// Whose it is.
    pub side: Side,
    /// "missed on 5 days".
    pub missed: String,
    /// What confuses: the belief behind the wrong answer, or where the duty falls otherwise.
    pub confuses: String,
}

impl SlippingView {
    pub(super) fn of(catalogue: &Catalogue, leech: &Leech, today: Day) -> Self {
        let duty = &catalogue.duty(leech.cell.duty).label;
        let belief = leech.belief.and_then(|at| catalogue.misconceptions().get(at.index()));
        let confuses = match (belief, leech.confused_with(catalogue, today)) {
            (Some(belief), _) => format!("A wrong answer says: \u{201c}{}\u{201d}", belief.belief),
            (None, Some(there)) => format!(
                "Easily taken for {}, where it is {}.",
                ruling::short_name(catalogue, there.deployment),
                catalogue.ruling(there).side.as_str().to_uppercase()
            ),
            (None, None) => String::new(),
        };
        Self {
            cell: leech.cell,
            what: format!("{}: {duty}", ruling::short_name(catalogue, leech.cell.deployment)),
            side: catalogue.ruling(leech.cell).side,
            missed: format!("missed on {}", words::count(leech.lapses as usize, "day", "days")),
            confuses,
        }
    }
}
