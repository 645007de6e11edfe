//! A ruling with all that belongs to it: reason, contrast, sources, record.

use demarc_catalogue::{Basis, Catalogue, Cell, Level, Side, Source};
use demarc_study::{Moment, Study};

use super::{question, words};

/// A ruling as feedback and the drawer show it.
#[derive(Clone, Debug, PartialEq)]
pub struct RulingView {
    /// Which.
    pub cell: Cell,
    /// Whose duty.
    pub side: Side,
    /// Whether it is ever asked.
    pub asked: bool,
    /// The layer's name.
    pub layer: &'static str,
    /// The duty's short name.
    pub label: String,
    /// The duty in a sentence.
    pub prompt: String,
    /// The deployment's name.
    pub deployment: String,
    /// "IN the cloud".
    pub title: String,
    /// "You do it".
    pub who: String,
    /// The principle.
    pub principle: String,
    /// The reason.
    pub why: String,
    /// What stays with the other side.
    pub stays: String,
    /// A wrong belief, and why it is wrong.
    pub misconception: Option<(String, String)>,
    /// A deployment to compare with.
    pub contrast: Option<ContrastView>,
    /// More deployments where the duty flips.
    pub flips: Vec<(Side, String)>,
    /// The pages that it rests on.
    pub sources: Vec<SourceView>,
    /// "Checked 24 November 2026. Stated by the guide. Rulings 2026.11."
    pub checked: String,
    /// The chain of rules.
    pub proof: Vec<ProofView>,
    /// "Right 1 of 5. Last answer: OF, sure. Due today."
    pub record: String,
    /// The person's own note.
    pub note: String,
    /// The note of a flag, where it is flagged.
    pub flag: Option<String>,
}

/// A deployment in which the same duty falls differently, or the nearest where it does not.
#[derive(Clone, Debug, PartialEq)]
pub struct ContrastView {
    /// The other cell.
    pub cell: Cell,
    /// Whether its side is the opposite one.
    pub flips: bool,
    /// Whether it is another variant of the same service.
    pub same_service: bool,
    /// The name of this deployment beside the other.
    pub here: String,
    /// The name of the other.
    pub there: String,
    /// The side there.
    pub side: Side,
    /// Why it falls so there.
    pub why: String,
}

/// A source as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceView {
    /// Guide and page.
    pub title: String,
    /// Its address.
    pub url: String,
    /// What was read, where the page itself was not.
    pub copy: String,
}

impl SourceView {
    /// A source of the catalogue.
    pub fn of(source: &Source) -> Self {
        Self {
            title: source.title.clone(),
            url: source.url.clone(),
            copy: source.copy.clone().unwrap_or_default(),
        }
    }
}

/// A rule of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofView {
    /// Whether this rule decides.
    pub decides: bool,
    /// "service rule, services/lambda.toml line 120".
    pub place: String,
    /// What it rules.
    pub side: Side,
    /// Why.
    pub why: String,
}

impl RulingView {
    /// The ruling of a cell, with what the person knows of it.
    pub fn of(study: &Study, cell: Cell, now: Moment) -> Self {
        let catalogue = study.catalogue();
        let duty = catalogue.duty(cell.duty);
        let ruling = catalogue.ruling(cell);
        let explained = catalogue.explain(cell);
        let today = now.day().date();
        let newest = explained.sources.iter().map(|cited| cited.checked).max();
        let basis = match ruling.basis {
            Basis::Stated => "Stated by the service's own guide.",
            Basis::Follows => "Follows from the model.",
        };
        let checked = newest.map_or_else(String::new, |date| {
            let version = catalogue.content_version();
            format!("Checked {}. {basis} Rulings {version}.", words::date_long(date))
        });
        Self {
            cell,
            side: ruling.side,
            asked: catalogue.asked(cell, today),
            layer: duty.layer.name(),
            label: duty.label.clone(),
            prompt: catalogue.prompt(cell),
            deployment: catalogue.deployment_name(cell.deployment).to_owned(),
            title: title(ruling.side).to_owned(),
            who: who(catalogue, ruling.side, ruling.owner.as_deref()),
            principle: explained.principle,
            why: explained.why,
            stays: explained.stays.unwrap_or_default(),
            misconception: explained
                .misconception
                .map(|wrong| (wrong.belief.clone(), wrong.refutation.clone())),
            contrast: contrast(catalogue, cell, today),
            flips: flips(catalogue, cell, ruling.side),
            sources: explained.sources.iter().map(|cited| SourceView::of(cited.source)).collect(),
            checked,
            proof: explained
                .proof
                .iter()
                .map(|step| ProofView {
                    decides: step.decides,
                    place: format!("{} rule, {} line {}", level(step.level), step.file, step.line),
                    side: step.side,
                    why: step.why.to_string(),
                })
                .collect(),
            record: record(study, cell, now),
            note: study.note(cell).unwrap_or_default().to_owned(),
            flag: study.flagged(cell).map(|flag| flag.note.clone()),
        }
    }
}

/// "IN the cloud".
pub fn title(side: Side) -> &'static str {
    match side {
        Side::Of => "OF the cloud",
        Side::In => "IN the cloud",
        Side::None => "No such duty",
        Side::Other => "Someone else's",
    }
}

/// "You do it", "AWS does it".
pub fn who(catalogue: &Catalogue, side: Side, owner: Option<&str>) -> String {
    match side {
        Side::Of => format!("{} does it", catalogue.provider().name),
        Side::In => "You do it".to_owned(),
        Side::None => "Nothing to do here".to_owned(),
        Side::Other => match owner {
            Some(owner) => format!("Done by {owner}"),
            None => "Done by a third party".to_owned(),
        },
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Entry | Level::Provider => "general",
        Level::Class => "class",
        Level::Service => "service",
        Level::Setting => "setting",
    }
}

fn contrast(
    catalogue: &Catalogue,
    cell: Cell,
    today: demarc_catalogue::Date,
) -> Option<ContrastView> {
    let found = catalogue.contrast(cell, today)?;
    let other = found.cell;
    let explained = catalogue.explain(other);
    let side = catalogue.ruling(other).side;
    let (here, there) = (name(catalogue, cell), name(catalogue, other));
    Some(ContrastView {
        cell: other,
        flips: found.flips,
        same_service: found.same_service,
        here,
        there,
        side,
        why: explained.why,
    })
}

/// The short name of a cell's deployment: "Lambda, zip, auto".
fn name(catalogue: &Catalogue, cell: Cell) -> String {
    short_name(catalogue, cell.deployment)
}

/// The short name of a deployment: "Lambda, zip, auto".
pub fn short_name(catalogue: &Catalogue, deployment: demarc_catalogue::DeploymentIx) -> String {
    let service = &catalogue.service_of(deployment).short;
    match catalogue.variant(deployment) {
        "" => service.clone(),
        variant => format!("{service}, {variant}"),
    }
}

/// Up to four deployments in which the duty falls on the other side, the same service first.
fn flips(catalogue: &Catalogue, cell: Cell, side: Side) -> Vec<(Side, String)> {
    let Some(opposite) = side.opposite() else { return Vec::new() };
    let service = catalogue.deployment(cell.deployment).service;
    let category = catalogue.service(service).category;
    let mut found: Vec<_> = catalogue
        .deployment_ixs()
        .filter(|other| {
            catalogue.ruling(Cell { deployment: *other, duty: cell.duty }).side == opposite
        })
        .collect();
    found.sort_by_key(|other| {
        let theirs = catalogue.deployment(*other).service;
        (theirs != service, catalogue.service(theirs).category != category)
    });
    found
        .into_iter()
        .take(4)
        .map(|deployment| (opposite, name(catalogue, Cell { deployment, duty: cell.duty })))
        .collect()
}

fn record(study: &Study, cell: Cell, now: Moment) -> String {
    let record = study.record(cell);
    let Some(last) = record.answers.last() else { return "Not met yet.".to_owned() };
    let due = record
        .due()
        .map_or_else(String::new, |day| format!(" Due {}.", words::due(day, now.day())));
    format!(
        "Right {} of {}. Last answer: {}, {}.{due}",
        record.right,
        record.seen,
        question::said_word(last.said),
        last.confidence.as_str()
    )
}
