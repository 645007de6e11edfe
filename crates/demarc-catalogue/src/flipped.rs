//! The same service with one setting flipped.

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::DeploymentIx;

impl Catalogue {
    /// Deployments of the same service that have not ended by this day and differ in a setting and
    /// in no other that applies to both; each with that setting's place in the service. In the
    /// order of the settings.
    pub fn flipped(&self, from: DeploymentIx, today: Date) -> Vec<(DeploymentIx, usize)> {
        let (here, service) = (self.deployment(from), self.service_of(from));
        let settings = 0..service.settings.len();
        let apart = |to: DeploymentIx| {
            let there = self.deployment(to);
            let mut differing = settings.clone().filter(|&at| {
                let both = here.value_of(at).zip(there.value_of(at));
                both.is_some_and(|(one, other)| one != other)
            });
            differing.next().filter(|_| differing.next().is_none())
        };
        let others = service.deployments.iter().copied();
        let others = others.filter(|&to| !self.has_ended(to, today));
        let mut found: Vec<_> = others.filter_map(|to| Some((to, apart(to)?))).collect();
        found.sort_by_key(|&(to, setting)| (setting, to));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_setting_of_lambda_is_flipped_at_a_time() {
        let shipped = Catalogue::shipped().unwrap();
        let from = shipped.find_deployment("lambda.zip.auto").unwrap();
        let found = shipped.flipped(from, shipped.released());
        let ids: Vec<&str> =
            found.iter().map(|&(to, _)| shipped.deployment(to).id.as_str()).collect();
        assert!(ids.contains(&"lambda.zip.manual") && ids.contains(&"lambda.image"), "{ids:?}");
        assert!(!ids.contains(&"lambda.zip.auto"));
        for (to, setting) in found {
            let back = shipped.flipped(to, shipped.released());
            assert!(back.contains(&(from, setting)), "the way back flips the same setting");
        }
    }
}
