//! Conditions on settings: what a rule's `when` and a setting's `applies` say.

use crate::service::{Chosen, Setting};

/// At most this many values in a setting, since a set of them is one word of bits.
pub(crate) const MOST_VALUES: usize = 64;

/// For each setting named, the values allowed; all must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// Setting, and a bit for each value allowed; ordered by setting, no setting twice.
    allowed: Vec<(u8, u64)>,
}

impl Conditions {
    /// Whether nothing is demanded.
    pub fn is_empty(&self) -> bool {
        self.allowed.is_empty()
    }

    /// The settings named, each with the values it allows, by their places in the service.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Vec<usize>)> + '_ {
        self.allowed.iter().map(|&(setting, bits)| {
            (usize::from(setting), (0..MOST_VALUES).filter(|&at| bits >> at & 1 == 1).collect())
        })
    }

    /// Demands one of `values` for a setting, beside what is demanded of it already.
    pub(crate) fn demand(&mut self, setting: usize, values: impl IntoIterator<Item = usize>) {
        let bits = values.into_iter().fold(0, |bits, value| bits | 1 << value);
        self.demand_bits(setting as u8, bits);
    }

    fn demand_bits(&mut self, setting: u8, bits: u64) {
        match self.allowed.binary_search_by_key(&setting, |&(setting, _)| setting) {
            Ok(at) => self.allowed[at].1 &= bits,
            Err(at) => self.allowed.insert(at, (setting, bits)),
        }
    }

    /// Adds what `applies` of the settings named implies, and what that implies in turn.
    pub(crate) fn completed(&self, settings: &[Setting]) -> Conditions {
        let mut whole = self.clone();
        let mut open: Vec<u8> = self.allowed.iter().map(|&(setting, _)| setting).collect();
        let mut seen = 0_u64;
        while let Some(setting) = open.pop() {
            if seen >> setting & 1 == 1 {
                continue;
            }
            seen |= 1 << setting;
            for &(needed, bits) in &settings[usize::from(setting)].applies.allowed {
                whole.demand_bits(needed, bits);
                open.push(needed);
            }
        }
        whole
    }

    /// Whether a deployment with these values meets every condition.
    pub(crate) fn fit(&self, set: &[Chosen]) -> bool {
        self.allowed.iter().all(|&(setting, bits)| {
            set.iter().any(|chosen| chosen.setting == setting && bits >> chosen.value & 1 == 1)
        })
    }

    /// Whether for every setting that `broad` names, this allows a subset of its values.
    pub(crate) fn within(&self, broad: &Conditions) -> bool {
        broad.allowed.iter().all(|&(setting, bits)| {
            self.allowed.iter().any(|&(mine, allowed)| mine == setting && allowed & !bits == 0)
        })
    }

    /// Whether this is the narrower of the two: within `broad`, and not the other way round.
    pub(crate) fn beat(&self, broad: &Conditions) -> bool {
        self.within(broad) && !broad.within(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demands(list: &[(usize, &[usize])]) -> Conditions {
        let mut conditions = Conditions::default();
        for (setting, values) in list {
            conditions.demand(*setting, values.iter().copied());
        }
        conditions
    }

    #[test]
    fn a_superset_of_conditions_is_narrower() {
        let broad = demands(&[(0, &[1, 2])]);
        for narrow in [demands(&[(0, &[1])]), demands(&[(0, &[1, 2]), (3, &[0])])] {
            assert!(narrow.beat(&broad) && !broad.beat(&narrow));
        }
        assert!(broad.beat(&demands(&[])));
    }

    #[test]
    fn more_settings_alone_are_not_narrower() {
        let one = demands(&[(0, &[1])]);
        let two = demands(&[(0, &[1, 2]), (3, &[0])]);
        assert!(!one.beat(&two) && !two.beat(&one));
    }

    #[test]
    fn the_same_conditions_do_not_beat_each_other() {
        let (one, other) = (demands(&[(0, &[1]), (2, &[0])]), demands(&[(2, &[0]), (0, &[1])]));
        assert!(!one.beat(&other) && !other.beat(&one) && one.within(&other));
    }

    #[test]
    fn a_deployment_fits_if_every_setting_named_has_an_allowed_value() {
        let set = [Chosen { setting: 0, value: 63 }, Chosen { setting: 2, value: 0 }];
        assert!(demands(&[]).fit(&set));
        assert!(demands(&[(0, &[5, 63])]).fit(&set));
        assert!(!demands(&[(0, &[5])]).fit(&set));
        assert!(!demands(&[(1, &[0])]).fit(&set));
        assert_eq!(demands(&[(0, &[5, 63])]).iter().collect::<Vec<_>>(), [(0, vec![5, 63])]);
    }
}
