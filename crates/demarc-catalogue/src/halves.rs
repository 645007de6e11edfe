//! Where the duties of a control fall.

use crate::catalogue::Catalogue;
use crate::ix::{Cell, ControlIx, DutyIx};
use crate::lesson::Halves;
use crate::side::Side;

impl Catalogue {
    /// Where the duties of a control fall, from the building up: those that are provider-wide by
    /// what holds for every service, the others by every deployment that is asked about them. A
    /// duty that is asked nowhere is left out.
    pub fn halves(&self, control: ControlIx) -> Halves {
        let mut halves = Halves::default();
        for duty in self.duty_ixs().filter(|&duty| self.duty(duty).control == Some(control)) {
            match (self.falls(duty, Side::Of), self.falls(duty, Side::In)) {
                (true, true) => halves.either.push(duty),
                (true, false) => halves.of.push(duty),
                (false, true) => halves.r#in.push(duty),
                (false, false) => {}
            }
        }
        halves
    }

    /// Whether a deployment is asked about the duty, and it falls on this side there.
    fn falls(&self, duty: DutyIx, side: Side) -> bool {
        let wide = self.duty(duty).provider_wide;
        let counted = self.deployment_ixs().filter(|&at| !wide || self.is_entry(at));
        counted
            .map(|deployment| Cell { deployment, duty })
            .any(|cell| self.askable[self.cell_number(cell)] && self.ruling(cell).side == side)
    }
}
