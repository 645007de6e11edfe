//! Which cells a learner is asked about.

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::{Cell, DeploymentIx};
use crate::load::Parts;
use crate::ruling::Ruling;
use crate::side::Side;

impl Catalogue {
    /// Whether the deployment is the provider's own entry.
    pub fn is_entry(&self, deployment: DeploymentIx) -> bool {
        self.parts.provider.entry == Some(self.deployment(deployment).service)
    }

    /// The last day of a deployment: its own, its service's or its settings' values', the first.
    pub fn ends(&self, deployment: DeploymentIx) -> Option<Date> {
        let home = self.deployment(deployment);
        let service = self.service(home.service);
        let values = home.set.iter().filter_map(|chosen| {
            let setting = &service.settings[usize::from(chosen.setting)];
            setting.values[usize::from(chosen.value)].until
        });
        values.chain(home.until).chain(service.until).min()
    }

    /// Whether a deployment has ended by this day: it is asked no more, and shown as ended.
    pub fn has_ended(&self, deployment: DeploymentIx, today: Date) -> bool {
        self.ends(deployment).is_some_and(|last| last < today)
    }

    /// Whether the cell is asked on this day: it is `of` or `in`, it has not ended, and a
    /// provider-wide duty stands on the provider's entry or where something differs from it.
    pub fn asked(&self, cell: Cell, today: Date) -> bool {
        self.askable[self.cell_number(cell)] && !self.has_ended(cell.deployment, today)
    }

    /// Every cell that is asked on this day, deployment by deployment.
    pub fn asked_cells(&self, today: Date) -> Vec<Cell> {
        let lasting = self.deployment_ixs().filter(|&at| !self.has_ended(at, today));
        let cells = lasting
            .flat_map(|deployment| self.duty_ixs().map(move |duty| Cell { deployment, duty }));
        cells.filter(|&cell| self.askable[self.cell_number(cell)]).collect()
    }
}

/// For each cell whether it can be asked, endings aside.
pub(crate) fn askable(parts: &Parts, rulings: &[Ruling]) -> Vec<bool> {
    let width = parts.duties.len().max(1);
    let rows: Vec<&[Ruling]> = rulings.chunks(width).collect();
    let entry = parts
        .deployments
        .iter()
        .position(|deployment| Some(deployment.service) == parts.provider.entry);
    let usual = |duty: usize| -> Option<Side> { Some(rows.get(entry?)?.get(duty)?.side) };
    let mut askable = Vec::with_capacity(rulings.len());
    for (at, row) in rows.iter().enumerate() {
        let differs = parts
            .duties
            .iter()
            .zip(row.iter())
            .enumerate()
            .any(|(at, (duty, ruling))| duty.provider_wide && usual(at) != Some(ruling.side));
        let wide = Some(at) == entry || (differs && entry.is_some());
        askable.extend(
            parts
                .duties
                .iter()
                .zip(row.iter())
                .map(|(duty, ruling)| ruling.side.is_askable() && (wide || !duty.provider_wide)),
        );
    }
    askable
}
