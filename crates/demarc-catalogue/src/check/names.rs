//! Names fit where they are shown, and tell things apart.

use std::collections::HashMap;

use super::Court;
use crate::place::Place;

/// Characters that fit under a column of the matrix.
const SERVICE_SHORT: usize = 14;
/// Characters that fit under a variant of a column.
const VARIANT: usize = 16;
/// Characters that fit into a tile.
const TILE: usize = 4;
/// Characters that fit into a tag and into a layer of the stack.
const TAG: usize = 32;

impl Court<'_> {
    pub(super) fn names(&mut self) {
        self.entry();
        self.services();
        self.deployments();
    }

    fn entry(&mut self) {
        let provider = self.catalogue.provider();
        let wide = self.catalogue.duties().iter().find(|duty| duty.provider_wide);
        match (provider.entry, wide) {
            (None, Some(duty)) => {
                let message = format!("`{}` is asked nowhere", duty.id);
                let problem = self.at(provider.spots.table, message).label("`entry` is missing");
                self.say(problem.other(
                    &self.catalogue.files,
                    duty.spots.at("provider_wide"),
                    "a provider-wide duty is asked of the provider's own entry",
                ));
            }
            (Some(entry), _) if self.catalogue.service(entry).deployments.len() > 1 => {
                let service = self.catalogue.service(entry);
                let message = format!("the provider's own entry `{}` has variants", service.id);
                let problem = self.at(service.spots.at("id"), message);
                self.say(problem.label("it has exactly one deployment"));
            }
            _ => {}
        }
    }

    fn services(&mut self) {
        for service in self.catalogue.services() {
            let spots = &service.spots;
            self.fits("short name", &service.short, SERVICE_SHORT, spots.at("short"));
            self.fits("tile", &service.tile, TILE, spots.at("tile"));
            for setting in &service.settings {
                for value in &setting.values {
                    self.fits("tag", &value.text, TAG, value.place);
                    self.reads_alone(&value.text, value.place);
                }
            }
            for (layer, words, place) in service.layers.iter() {
                self.fits(layer.name(), words, TAG, place);
            }
            self.told_apart(service.settings.iter().flat_map(|setting| {
                let values = setting.values.iter();
                values.map(move |value| ((&setting.name, &value.text), value.place))
            }));
        }
        let services = self.catalogue.services().iter();
        self.told_apart(services.clone().map(|it| (&it.name, it.spots.at("name"))));
        self.told_apart(services.map(|it| (&it.short, it.spots.at("short"))));
        let duties = self.catalogue.duties().iter();
        self.told_apart(duties.clone().map(|it| (&it.label, it.spots.at("label"))));
        self.told_apart(duties.map(|it| (&it.text, it.spots.at("text"))));
    }

    fn deployments(&mut self) {
        for deployment in self.catalogue.deployments() {
            let spots = &deployment.spots;
            self.fits("variant", &deployment.short, VARIANT, spots.at("short"));
            for (layer, words, place) in deployment.layers.iter() {
                self.fits(layer.name(), words, TAG, place);
            }
            let several = self.catalogue.service(deployment.service).deployments.len() > 1;
            if several == deployment.short.is_empty() {
                let message = if several {
                    format!("the variant `{}` has no caption", deployment.id)
                } else {
                    format!("`{}` is no variant: its service has no other", deployment.id)
                };
                let label = if several { "`short` is missing" } else { "take this out" };
                self.say(self.at(spots.at("short"), message).label(label));
            }
        }
        let all = self.catalogue.deployments().iter();
        self.told_apart(
            self.catalogue
                .names
                .iter()
                .zip(all.clone())
                .map(|(name, it)| (name, it.spots.at("set"))),
        );
        let variants = all.filter(|deployment| !deployment.short.is_empty());
        self.told_apart(variants.map(|it| ((it.service, &it.short), it.spots.at("short"))));
    }

    /// Says that a tag, which stands without the setting's name, begins with a word that means
    /// nothing without it.
    fn reads_alone(&mut self, text: &str, place: Place) {
        let first = text.split(|letter: char| !letter.is_alphanumeric()).next();
        let rest = text.strip_prefix(first.unwrap_or_default()).unwrap_or_default();
        let bare = ["on", "off", "yes", "no"].iter().any(|word| first == Some(*word));
        if bare && (rest.is_empty() || rest.starts_with(',')) {
            let problem = self.at(place, format!("\"{text}\" does not say of what"));
            self.say(problem.label("a question shows this tag without the setting's name"));
        }
    }

    /// Says that a text is longer than the place where it is shown.
    fn fits(&mut self, what: &str, text: &str, most: usize, place: Place) {
        let length = text.chars().count();
        if length > most {
            let message = format!("{what}: \"{text}\" is too long");
            self.say(self.at(place, message).label(format!("{length} characters, at most {most}")));
        }
    }

    /// Says that two things of a kind are shown by the same words.
    pub(super) fn told_apart<K>(&mut self, shown: impl Iterator<Item = (K, Place)>)
    where
        K: std::hash::Hash + Eq,
    {
        let mut seen: HashMap<K, Place> = HashMap::new();
        for (words, place) in shown {
            if let Some(first) = seen.insert(words, place) {
                self.say(
                    self.at(place, "nobody can tell these two apart")
                        .label("shown by the same words")
                        .other(&self.catalogue.files, first, "as this"),
                );
            }
        }
    }
}
