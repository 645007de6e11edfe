//! Services, their settings, and the deployments that fix every setting.

use std::collections::BTreeMap;

use crate::conditions::Conditions;
use crate::date::Date;
use crate::ix::{CategoryIx, ClassIx, DeploymentIx, ServiceIx};
use crate::layer::Layer;
use crate::place::{Place, Spots};

/// A group of services on screen.
#[derive(Clone, Debug)]
pub struct Category {
    /// `serverless`
    pub id: String,
    /// The heading.
    pub name: String,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}

/// What some services have in common.
#[derive(Clone, Debug)]
pub struct Class {
    /// `abstracted`
    pub id: String,
    /// The name on screen.
    pub name: String,
    /// What its services have in common, in a sentence or two.
    pub about: String,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}

/// A product of the provider.
#[derive(Clone, Debug)]
pub struct Service {
    /// `lambda`
    pub id: String,
    /// The full name.
    pub name: String,
    /// At most 14 characters, for the matrix.
    pub short: String,
    /// One to four letters.
    pub tile: String,
    /// Where it is shown.
    pub category: CategoryIx,
    /// Whether a newcomer meets it first: it is in nearly every account.
    pub first: bool,
    /// Whose rules hold where it has none of its own; the provider's entry has no class.
    pub class: Option<ClassIx>,
    /// The guides whose pages make a ruling `stated`.
    pub guides: Vec<String>,
    /// The choices that move the line, in the order of the file.
    pub settings: Vec<Setting>,
    /// What fills the duties' words.
    pub words: BTreeMap<String, String>,
    /// What stands in each layer.
    pub layers: LayerWords,
    /// The last day on which it is asked.
    pub until: Option<Date>,
    /// Its deployments.
    pub deployments: Vec<DeploymentIx>,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}

/// A choice you make that moves the line.
#[derive(Clone, Debug)]
pub struct Setting {
    /// `updates`
    pub id: String,
    /// The tag's title.
    pub name: String,
    /// What can be chosen, in the order of the file.
    pub values: Vec<SettingValue>,
    /// The other settings under which alone it exists.
    pub applies: Conditions,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}

/// One of the values a setting can have.
#[derive(Clone, Debug)]
pub struct SettingValue {
    /// `auto`
    pub id: String,
    /// What the tag shows, at most 32 characters.
    pub text: String,
    /// The last day on which it is asked.
    pub until: Option<Date>,
    pub(crate) place: Place,
}

/// A service with every setting that applies fixed.
#[derive(Clone, Debug)]
pub struct Deployment {
    /// `lambda.zip.auto`
    pub id: String,
    /// Of which service.
    pub service: ServiceIx,
    /// The caption of the variant in the matrix, at most 16 characters.
    pub short: String,
    /// The class that holds here: its own, or the service's.
    pub class: Option<ClassIx>,
    /// Every setting that applies, in the order of the service.
    pub set: Vec<Chosen>,
    /// What fills the duties' words here, before the service's.
    pub words: BTreeMap<String, String>,
    /// What stands in each layer here, before the service's.
    pub layers: LayerWords,
    /// The last day on which it is asked.
    pub until: Option<Date>,
    /// Ids it had before.
    pub was: Vec<String>,
    pub(crate) spots: Spots,
}

/// A setting of a service and the value it has, by their places in the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Index into `Service::settings`.
    pub setting: u8,
    /// Index into `Setting::values`.
    pub value: u8,
}

/// A few words for each layer that is worth one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LayerWords(pub(crate) [Option<(String, Place)>; Layer::ALL.len()]);

impl LayerWords {
    /// What stands in the layer.
    pub fn get(&self, layer: Layer) -> Option<&str> {
        self.0[layer.index()].as_ref().map(|(words, _)| words.as_str())
    }

    /// Each layer that has words, with them and where they stand.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Layer, &str, Place)> {
        Layer::ALL.into_iter().filter_map(|layer| {
            let (words, place) = self.0[layer.index()].as_ref()?;
            Some((layer, words.as_str(), *place))
        })
    }
}

impl Deployment {
    /// The value that a setting of the service has here; none if it does not apply.
    pub fn value_of(&self, setting: usize) -> Option<usize> {
        let chosen = self.set.iter().find(|chosen| usize::from(chosen.setting) == setting)?;
        Some(usize::from(chosen.value))
    }
}
