//! What a learner sets out to practise.

use demarc_catalogue::{Catalogue, Category, Cell, Layer};
use serde::{Deserialize, Serialize};

use crate::error::StudyError;
use crate::forms::Form;

/// What a session asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// What is due, new rulings of old questions first.
    Due {
        /// At most so many questions.
        limit: usize,
    },
    /// New cells, within the day's limit.
    Learn {
        /// At most so many questions.
        count: usize,
    },
    /// The cells met that are most likely to be answered wrong.
    Weakest {
        /// At most so many questions.
        count: usize,
    },
    /// What is missed again and again, each in another form than last time.
    Leeches {
        /// At most so many of them.
        count: usize,
    },
    /// What the learner chose.
    Choice(Choice),
    /// These cells, in this order; those that cannot be asked are left out.
    Cells(Vec<Cell>),
    /// Scenarios with all their verdicts, those longest not met first.
    Scenarios {
        /// Only these; empty means all.
        ids: Vec<String>,
        /// At most so many scenarios.
        count: usize,
    },
    /// Questions of one form, about what the learner chose.
    Form(Form, Choice),
    /// The questions whose answers tell most about what is known of a choice, one at a time: 12 to
    /// 20 of them, whatever `Choice::length` says.
    Placement(Choice),
    /// What is due, then new cells within the day's limit, then what was met and is most nearly
    /// forgotten, then new cells beyond the limit: it always asks as many as it is told to.
    Mixed {
        /// So many questions.
        count: usize,
    },
}

impl Plan {
    /// The words for it in lists of sessions.
    pub fn title(&self, catalogue: &Catalogue) -> String {
        match self {
            Plan::Due { .. } => "Reviews due".to_owned(),
            Plan::Learn { .. } => "New rulings".to_owned(),
            Plan::Weakest { .. } => "Weakest spots".to_owned(),
            Plan::Leeches { .. } => "What keeps slipping".to_owned(),
            Plan::Choice(choice) => choice.title(catalogue),
            Plan::Cells(_) => "Chosen rulings".to_owned(),
            Plan::Scenarios { .. } => Form::Scenario.title().to_owned(),
            Plan::Form(form, _) => form.title().to_owned(),
            Plan::Placement(_) => "Placement".to_owned(),
            Plan::Mixed { .. } => "Quiz".to_owned(),
        }
    }

    /// The word for it in the database.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Plan::Due { .. } => "due",
            Plan::Learn { .. } => "learn",
            Plan::Weakest { .. } => "weakest",
            Plan::Leeches { .. } => "leeches",
            Plan::Choice(_) => "choice",
            Plan::Cells(_) => "cells",
            Plan::Scenarios { .. } => "scenarios",
            Plan::Form(form, _) => form.as_str(),
            Plan::Placement(_) => PLACEMENT,
            Plan::Mixed { .. } => "mixed",
        }
    }

    /// As it is kept in the database: its kind; of a placement, which grows after the start, also
    /// what was chosen, as JSON.
    pub(crate) fn kept(&self) -> String {
        match self {
            Plan::Placement(choice) => {
                let choice = serde_json::to_string(choice).unwrap_or_default();
                format!("{PLACEMENT} {choice}")
            }
            _ => self.kind().to_owned(),
        }
    }
}

/// The word for a placement in the database.
const PLACEMENT: &str = "placement";

/// Whether a plan as it is kept is a placement.
pub(crate) fn is_placement(kept: &str) -> bool {
    kept.starts_with(PLACEMENT)
}

/// What a placement is about, by its plan as it is kept; none if that is another plan.
pub(crate) fn placed(kept: &str) -> Option<Choice> {
    serde_json::from_str(kept.strip_prefix(PLACEMENT)?.trim_start()).ok()
}

/// What to practise, by what it is about; an empty list means all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Ids of services.
    pub services: Vec<String>,
    /// Ids of categories.
    pub categories: Vec<String>,
    /// Layers.
    pub layers: Vec<Layer>,
    /// Ids of duties.
    pub duties: Vec<String>,
    /// Ids of deployments.
    pub deployments: Vec<String>,
    /// Only duties that fall on different sides within the choice.
    pub differing_only: bool,
    /// At most so many questions.
    pub length: usize,
}

impl Default for Choice {
    fn default() -> Choice {
        Choice {
            services: Vec::new(),
            categories: Vec::new(),
            layers: Vec::new(),
            duties: Vec::new(),
            deployments: Vec::new(),
            differing_only: false,
            length: 10,
        }
    }
}

impl Choice {
    /// Whether a cell is chosen, before `differing_only`.
    pub fn takes(&self, catalogue: &Catalogue, cell: Cell) -> bool {
        let deployment = catalogue.deployment(cell.deployment);
        let service = catalogue.service_of(cell.deployment);
        let duty = catalogue.duty(cell.duty);
        let named = |list: &[String], id: &str| list.is_empty() || list.iter().any(|it| it == id);
        named(&self.services, &service.id)
            && named(&self.categories, &catalogue.categories()[service.category.index()].id)
            && (self.layers.is_empty() || self.layers.contains(&duty.layer))
            && named(&self.duties, &duty.id)
            && named(&self.deployments, &deployment.id)
    }

    /// The choice with every id as it is called today; an id that never existed is an error.
    pub(crate) fn todays(&self, catalogue: &Catalogue) -> Result<Choice, StudyError> {
        self.renamed(catalogue, |kind, id| Err(StudyError::Unknown { kind, id: id.to_owned() }))
    }

    /// The choice with every id as it is called today, without those that are gone.
    pub(crate) fn still_there(&self, catalogue: &Catalogue) -> Choice {
        self.renamed(catalogue, |_, _| Ok(None)).unwrap_or_default()
    }

    fn renamed(
        &self,
        catalogue: &Catalogue,
        gone: impl Fn(&'static str, &str) -> Result<Option<String>, StudyError>,
    ) -> Result<Choice, StudyError> {
        let each = |ids: &[String], kind, find: &dyn Fn(&str) -> Option<String>| {
            let found = |id: &String| match find(id) {
                Some(id) => Ok(Some(id)),
                None => gone(kind, id),
            };
            ids.iter().filter_map(|id| found(id).transpose()).collect::<Result<Vec<String>, _>>()
        };
        Ok(Choice {
            services: each(&self.services, "service", &|id| {
                catalogue.find_service(id).map(|at| catalogue.service(at).id.clone())
            })?,
            categories: each(&self.categories, "category", &|id| {
                let named = |it: &&Category| it.id == id || it.was.iter().any(|was| was == id);
                catalogue.categories().iter().find(named).map(|it| it.id.clone())
            })?,
            duties: each(&self.duties, "duty", &|id| {
                catalogue.find_duty(id).map(|at| catalogue.duty(at).id.clone())
            })?,
            deployments: each(&self.deployments, "deployment", &|id| {
                catalogue.find_deployment(id).map(|at| catalogue.deployment(at).id.clone())
            })?,
            ..self.clone()
        })
    }

    /// The words for it in lists of sessions.
    pub fn title(&self, catalogue: &Catalogue) -> String {
        let mut names: Vec<&str> = Vec::new();
        let service =
            |id: &String| catalogue.find_service(id).map(|at| catalogue.service(at).short.as_str());
        names.extend(self.services.iter().filter_map(service));
        let category = |id: &String| {
            catalogue.categories().iter().find(|it| it.id == *id).map(|it| it.name.as_str())
        };
        names.extend(self.categories.iter().filter_map(category));
        names.extend(self.layers.iter().map(|layer| layer.name()));
        match names.as_slice() {
            [] => "Practice".to_owned(),
            [one] => (*one).to_owned(),
            [one, two] => format!("{one}, {two}"),
            [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
        }
    }
}
