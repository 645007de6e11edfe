//! Control kind: how a named control falls in one deployment. It is inherited where the provider does
//! all of it, customer-specific where all of it is yours, and shared where each has a half.
//!
//! The kind is that of this deployment, worked out from its rulings: patch management, which the
//! model calls shared, is inherited whole where the provider runs all that is patched. So the name
//! of a control alone does not tell.

use demarc_catalogue::{Catalogue, Cell, ControlIx, ControlKind, Date, DeploymentIx, DutyIx};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

use super::{About, CellMark, Marks, Part, ruled, sort};
use crate::said::Said;

/// A control of a deployment, whose kind is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindQuestion {
    /// Where.
    pub deployment: DeploymentIx,
    /// The control.
    pub control: ControlIx,
    /// Its duties that are asked here, from the building up.
    pub duties: Vec<DutyIx>,
    kind: ControlKind,
}

/// Which kind it was said to be; none until it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindReply {
    /// The kind.
    pub kind: Option<ControlKind>,
}

impl KindQuestion {
    /// The question that a seed draws of a deployment: first the kind among those that occur here,
    /// then a control of that kind, so that the kind that most controls are is not the usual answer.
    /// None where no part of any control is asked.
    pub fn of(
        catalogue: &Catalogue,
        deployment: DeploymentIx,
        seed: u32,
        today: Date,
    ) -> Option<KindQuestion> {
        let asked = |duty: &DutyIx| catalogue.asked(Cell { deployment, duty: *duty }, today);
        let duties: Vec<DutyIx> = catalogue.duty_ixs().filter(asked).collect();
        let controls: Vec<KindQuestion> = sort::controls(catalogue, &duties)
            .map(|(control, duties)| {
                let kind = kind(catalogue, deployment, &duties);
                KindQuestion { deployment, control, duties, kind }
            })
            .collect();
        let mut rng = StdRng::seed_from_u64(u64::from(seed));
        let kinds: Vec<Vec<&KindQuestion>> = ControlKind::ALL
            .into_iter()
            .map(|kind| controls.iter().filter(|it| it.kind == kind).collect())
            .filter(|of_kind: &Vec<_>| !of_kind.is_empty())
            .collect();
        kinds.choose(&mut rng)?.choose(&mut rng).map(|it| (*it).clone())
    }

    /// The reply that earns the point.
    pub fn key(&self) -> KindReply {
        KindReply { kind: Some(self.kind) }
    }

    /// The sides on which a kind puts duties here. Inherited puts each on the provider's side, and
    /// customer-specific each on yours. Shared says only that both sides occur: that the lowest duty
    /// of the provider's half is there, and the highest of yours; where a half is missing, it is the
    /// lowest, or the highest, of all that is said to be in it.
    pub fn said(&self, catalogue: &Catalogue, kind: ControlKind) -> Vec<CellMark> {
        let mark = |duty: DutyIx, said: Said| {
            let cell = Cell { deployment: self.deployment, duty };
            CellMark { cell, said, ruling: ruled(catalogue, cell) }
        };
        let all = |said: Said| self.duties.iter().map(|&duty| mark(duty, said)).collect();
        let on = |side: Said| {
            let ruling =
                |duty: DutyIx| ruled(catalogue, Cell { deployment: self.deployment, duty });
            move |duty: &&DutyIx| ruling(**duty) == side
        };
        match kind {
            ControlKind::Inherited => all(Said::Of),
            ControlKind::CustomerSpecific => all(Said::In),
            ControlKind::Shared => {
                let low = self.duties.iter().find(on(Said::Of)).or(self.duties.first());
                let high = self.duties.iter().rfind(on(Said::In)).or(self.duties.last());
                let (low, high) =
                    (low.map(|it| mark(*it, Said::Of)), high.map(|it| mark(*it, Said::In)));
                let mut marks: Vec<CellMark> = low.into_iter().chain(high).collect();
                // Of a single duty only that counts which is wrong.
                if self.duties.len() == 1 {
                    marks.retain(|mark| !mark.right());
                }
                marks.sort_unstable_by_key(|mark| mark.cell);
                marks
            }
        }
    }

    /// Marks a reply: one point, for the kind. None while no kind was said.
    pub fn mark(&self, catalogue: &Catalogue, reply: &KindReply) -> Option<Marks> {
        let kind = reply.kind?;
        let part = Part { about: About::Control, right: kind == self.kind };
        Some(Marks { cells: self.said(catalogue, kind), parts: vec![part] })
    }
}

/// How these duties of a control fall in a deployment.
fn kind(catalogue: &Catalogue, deployment: DeploymentIx, duties: &[DutyIx]) -> ControlKind {
    let on = |side| duties.iter().any(|&duty| ruled(catalogue, Cell { deployment, duty }) == side);
    match (on(Said::Of), on(Said::In)) {
        (true, false) => ControlKind::Inherited,
        (false, _) => ControlKind::CustomerSpecific,
        (true, true) => ControlKind::Shared,
    }
}
