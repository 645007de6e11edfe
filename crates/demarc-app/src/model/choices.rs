//! What can be chosen on the practice home, and how much of it there is.

use demarc_catalogue::Layer;
use demarc_study::{Choice, Moment, Study};

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// Its id, as a choice keeps it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is chosen.
    pub on: bool,
}

/// The practice home.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceView {
    /// The choice.
    pub choice: Choice,
    /// Categories.
    pub categories: Vec<Chip>,
    /// Services of the chosen categories.
    pub services: Vec<Chip>,
    /// Layers, from the top of the stack.
    pub layers: Vec<(Layer, bool)>,
    /// Duties of the chosen layers.
    pub duties: Vec<Chip>,
    /// Deployments of the chosen services; none listed while all services are chosen.
    pub deployments: Vec<Chip>,
    /// How many rulings match.
    pub matching: usize,
    /// How many scenarios there are.
    pub scenarios: usize,
}

/// The lengths to choose from.
pub const LENGTHS: [usize; 4] = [5, 10, 20, 40];

impl ChoiceView {
    /// As chosen last.
    pub fn of(study: &Study, now: Moment) -> Self {
        let catalogue = study.catalogue();
        let choice = study.settings().choice.clone();
        let has = |list: &[String], id: &str| list.iter().any(|it| it == id);
        let categories = catalogue
            .categories()
            .iter()
            .filter(|category| {
                catalogue.services().iter().any(|service| {
                    catalogue.categories()[service.category.index()].id == category.id
                })
            })
            .map(|category| Chip {
                id: category.id.clone(),
                name: category.name.clone(),
                on: has(&choice.categories, &category.id),
            })
            .collect();
        let services = catalogue
            .services()
            .iter()
            .filter(|service| {
                let category = &catalogue.categories()[service.category.index()].id;
                choice.categories.is_empty() || has(&choice.categories, category)
            })
            .map(|service| Chip {
                id: service.id.clone(),
                name: service.short.clone(),
                on: has(&choice.services, &service.id),
            })
            .collect();
        let layers =
            Layer::ALL.iter().rev().map(|layer| (*layer, choice.layers.contains(layer))).collect();
        let duties = catalogue
            .duties()
            .iter()
            .rev()
            .filter(|duty| choice.layers.is_empty() || choice.layers.contains(&duty.layer))
            .map(|duty| Chip {
                id: duty.id.clone(),
                name: duty.label.clone(),
                on: has(&choice.duties, &duty.id),
            })
            .collect();
        let deployments = catalogue
            .deployment_ixs()
            .filter(|deployment| has(&choice.services, &catalogue.service_of(*deployment).id))
            .map(|deployment| Chip {
                id: catalogue.deployment(deployment).id.clone(),
                name: super::ruling::short_name(catalogue, deployment),
                on: has(&choice.deployments, &catalogue.deployment(deployment).id),
            })
            .collect();
        // A choice whose ids are gone matches nothing.
        let matching = study.matching(&choice, now).map_or(0, |cells| cells.len());
        Self {
            choice,
            categories,
            services,
            layers,
            duties,
            deployments,
            matching,
            scenarios: catalogue.scenarios().len(),
        }
    }
}
