//! What a cell says on screen: names, tags, the question, the ruling.

use crate::catalogue::Catalogue;
use crate::ix::{Cell, DeploymentIx, DutyIx};
use crate::layer::Layer;
use crate::line::Line;
use crate::ruling::Ruling;
use crate::words::filled;

/// A setting and the value it has, as shown beside a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'c> {
    /// The setting's name.
    pub setting: &'c str,
    /// The value's text.
    pub value: &'c str,
}

impl Catalogue {
    /// The service with its settings: "AWS Lambda, zip package, automatic runtime updates".
    pub fn deployment_name(&self, at: DeploymentIx) -> &str {
        &self.names[at.index()]
    }

    /// The variant's caption, "zip, auto"; empty if the service has only one deployment.
    pub fn variant(&self, at: DeploymentIx) -> &str {
        &self.deployment(at).short
    }

    /// The settings that apply, with their values.
    pub fn tags(&self, at: DeploymentIx) -> Vec<Tag<'_>> {
        let service = self.service_of(at);
        let tags = self.deployment(at).set.iter().map(|chosen| {
            let setting = &service.settings[usize::from(chosen.setting)];
            Tag { setting: &setting.name, value: &setting.values[usize::from(chosen.value)].text }
        });
        tags.collect()
    }

    /// What stands in a layer of this deployment, in a few words.
    pub fn layer_words(&self, at: DeploymentIx, layer: Layer) -> Option<&str> {
        self.deployment(at).layers.get(layer).or_else(|| self.service_of(at).layers.get(layer))
    }

    /// The duty's sentence with the deployment's words.
    pub fn prompt(&self, cell: Cell) -> String {
        self.fill(&self.duty(cell.duty).text, cell.deployment)
    }

    /// The duty's sentence with the default words: it names no deployment.
    pub fn duty_text(&self, duty: DutyIx) -> String {
        filled(&self.duty(duty).text, |word| match word {
            "service" => Some("the service"),
            "provider" => Some(self.parts.provider.name.as_str()),
            _ => self.parts.words.get(word).map(|word| word.text.as_str()),
        })
    }

    /// What the rules give.
    pub fn ruling(&self, cell: Cell) -> &Ruling {
        &self.rulings[self.cell_number(cell)]
    }

    /// The boundary in the deployment's stack.
    pub fn line(&self, at: DeploymentIx) -> &Line {
        &self.lines[at.index()]
    }

    /// A sentence with the deployment's words, the service's and the default ones.
    pub(crate) fn fill(&self, text: &str, at: DeploymentIx) -> String {
        let deployment = self.deployment(at);
        let service = self.service_of(at);
        filled(text, |word| match word {
            "service" => Some(service.name.as_str()),
            "provider" => Some(self.parts.provider.name.as_str()),
            _ => deployment
                .words
                .get(word)
                .or_else(|| service.words.get(word))
                .map(String::as_str)
                .or_else(|| self.parts.words.get(word).map(|word| word.text.as_str())),
        })
    }
}
