//! The first screen: four services that show where the line runs, and four ways to begin.

use demarc_catalogue::{Catalogue, DeploymentIx, ServiceIx};

use super::stack::StackView;

/// A service that the first screen explains.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its short name.
    pub name: String,
    /// Its stack.
    pub stack: StackView,
}

/// A group of services to begin with.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// "Serverless".
    pub name: String,
    /// "Lambda, API Gateway, DynamoDB".
    pub about: String,
    /// Its services; empty means all.
    pub services: Vec<ServiceIx>,
}

/// What the first screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstRunView {
    /// The services to look at.
    pub examples: Vec<Example>,
    /// Which of them is shown.
    pub shown: usize,
    /// The groups to begin with.
    pub groups: Vec<Group>,
}

/// The deployments that explain the line best, from most to least that is yours.
const EXAMPLES: [&str; 4] =
    ["ec2.amazon-ami", "rds.auto-minor", "lambda.zip.auto", "s3.since-2023"];
const GROUPS: [(&str, &[&str]); 3] = [
    ("Servers and databases", &["compute", "database"]),
    ("Containers", &["containers"]),
    ("Serverless and edge", &["serverless", "network"]),
];

impl FirstRunView {
    /// From the catalogue; an example that it does not have is left out.
    pub fn of(catalogue: &Catalogue) -> Self {
        let named = EXAMPLES.iter().filter_map(|id| catalogue.find_deployment(id));
        let mut deployments: Vec<DeploymentIx> = named.collect();
        if deployments.is_empty() {
            let all = catalogue.deployment_ixs();
            deployments = all.filter(|d| !catalogue.is_entry(*d)).take(4).collect();
        }
        let examples = deployments
            .into_iter()
            .map(|deployment| Example {
                name: catalogue.service_of(deployment).short.clone(),
                stack: StackView::of(catalogue, deployment, None),
            })
            .collect();
        let mut groups: Vec<Group> =
            GROUPS.iter().filter_map(|(name, ids)| group(catalogue, name, ids)).collect();
        let services = catalogue.services().len().saturating_sub(1);
        groups.push(Group {
            name: "Everything".to_owned(),
            about: format!("All {services} services, at your own pace."),
            services: Vec::new(),
        });
        Self { examples, shown: 0, groups }
    }

    /// The example after the one shown.
    pub fn next(&self) -> usize {
        (self.shown + 1) % self.examples.len().max(1)
    }

    /// The example before the one shown.
    pub fn previous(&self) -> usize {
        let count = self.examples.len().max(1);
        (self.shown + count - 1) % count
    }
}

fn group(catalogue: &Catalogue, name: &str, categories: &[&str]) -> Option<Group> {
    let services: Vec<ServiceIx> = catalogue
        .service_ixs()
        .filter(|service| {
            let category = catalogue.service(*service).category;
            categories.contains(&catalogue.categories()[category.index()].id.as_str())
        })
        .collect();
    let names: Vec<&str> =
        services.iter().map(|service| catalogue.service(*service).short.as_str()).collect();
    (!services.is_empty()).then(|| Group {
        name: name.to_owned(),
        about: format!("{}.", names.join(", ")),
        services,
    })
}
