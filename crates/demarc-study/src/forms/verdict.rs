//! The verdict: one deployment, one duty, of or in. Everybody meets this form first.

use demarc_catalogue::{Catalogue, Cell};

use super::CellMark;
use crate::said::Said;

/// A duty of a deployment, whose side is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerdictQuestion {
    /// What is asked about.
    pub cell: Cell,
    key: Said,
}

impl VerdictQuestion {
    /// The question about a cell; none if that falls on neither side. Whether it is asked today is
    /// for who plans a session to see: one that is open stays open.
    pub fn of(catalogue: &Catalogue, cell: Cell) -> Option<VerdictQuestion> {
        let key = Said::right_for(catalogue.ruling(cell).side)?;
        Some(VerdictQuestion { cell, key })
    }

    /// The duty's sentence in the deployment's words.
    pub fn prompt(&self, catalogue: &Catalogue) -> String {
        catalogue.prompt(self.cell)
    }

    /// The side of the ruling.
    pub fn key(&self) -> Said {
        self.key
    }

    /// What was said, marked.
    pub fn mark(&self, said: Said) -> CellMark {
        CellMark { cell: self.cell, said, ruling: self.key }
    }
}
