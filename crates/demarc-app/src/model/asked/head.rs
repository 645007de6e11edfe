//! What stands over a question with parts: the deployment that it is about.

use demarc_catalogue::{Catalogue, DeploymentIx};

/// A deployment, as it is shown over a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The letters of the service.
    pub tile: String,
    /// The service's name.
    pub service: String,
    /// Its category.
    pub category: String,
    /// The settings, one tag each.
    pub tags: Vec<String>,
}

impl Head {
    /// The head of a deployment.
    pub fn of(catalogue: &Catalogue, deployment: DeploymentIx) -> Self {
        let service = catalogue.service_of(deployment);
        Self {
            tile: service.tile.clone(),
            service: service.name.clone(),
            category: catalogue.categories()[service.category.index()].name.clone(),
            tags: catalogue.tags(deployment).iter().map(|tag| tag.value.to_string()).collect(),
        }
    }
}
