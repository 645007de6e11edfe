//! On which side the duties of a control fall.

use crate::catalogue::Catalogue;
use crate::ix::{Cell, ControlIx, DeploymentIx};
use crate::lesson::Halves;
use crate::side::Side;

impl Catalogue {
    /// On which side the duties of a control fall in a deployment, from the building up. Those that
    /// it does not have, and those of third parties, are left out.
    pub fn halves(&self, control: ControlIx, deployment: DeploymentIx) -> Halves {
        let mut halves = Halves::default();
        for duty in self.duty_ixs().filter(|&duty| self.duty(duty).control == Some(control)) {
            match self.ruling(Cell { deployment, duty }).side {
                Side::Of => halves.of.push(duty),
                Side::In => halves.r#in.push(duty),
                Side::None | Side::Other => {}
            }
        }
        halves
    }
}
