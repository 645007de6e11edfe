//! Finds what an id on the command line means, or says what may have been meant.

use demarc_catalogue::{Catalogue, DeploymentIx, DutyIx, Hit, LessonIx, NeedIx, ServiceIx, advice};

use super::failure::Failure;

/// At most this many characters of what was typed are repeated.
const SHOWN: usize = 60;
/// At most this many names are offered.
const OFFERED: usize = 6;

/// The service with this id.
pub(super) fn service(catalogue: &Catalogue, id: &str) -> Result<ServiceIx, Failure> {
    catalogue.find_service(id).ok_or_else(|| {
        let ids = catalogue.services().iter().map(|service| service.id.as_str());
        let found = found(catalogue, id, |hit| match hit {
            Hit::Service(at) => Some(&catalogue.service(at).id),
            Hit::Deployment(at) => Some(&catalogue.service_of(at).id),
            Hit::Duty(_) => None,
        });
        unknown("service", id, ids, found)
    })
}

/// The lesson with this id.
pub(super) fn lesson(catalogue: &Catalogue, id: &str) -> Result<LessonIx, Failure> {
    catalogue.find_lesson(id).ok_or_else(|| {
        let ids = catalogue.lessons().iter().map(|lesson| lesson.id.as_str());
        let near = advice(id, ids).filter(|advice| advice.starts_with("did you mean"));
        let help = near.unwrap_or_else(|| "`demarc lessons` lists them all.".to_owned());
        Failure::usage(format!("There is no lesson `{}`: {help}", shown(id)))
    })
}

/// The need with this id.
pub(super) fn need(catalogue: &Catalogue, id: &str) -> Result<NeedIx, Failure> {
    catalogue.find_need(id).ok_or_else(|| {
        let ids = catalogue.needs().iter().map(|need| need.id.as_str());
        let near = advice(id, ids).filter(|advice| advice.starts_with("did you mean"));
        let help = near.unwrap_or_else(|| "`demarc choose` lists them all.".to_owned());
        Failure::usage(format!("There is no need `{}`: {help}", shown(id)))
    })
}

/// The deployment with this id.
pub(super) fn deployment(catalogue: &Catalogue, id: &str) -> Result<DeploymentIx, Failure> {
    catalogue.find_deployment(id).ok_or_else(|| {
        let id_of = |at: DeploymentIx| catalogue.deployment(at).id.as_str();
        if let Some(service) = catalogue.find_service(id).map(|at| catalogue.service(at)) {
            let its: Vec<&str> = service.deployments.iter().map(|&at| id_of(at)).collect();
            return Failure::usage(format!(
                "`{id}` is a service; name one of its deployments: {}.",
                quoted(&its)
            ));
        }
        let found = found(catalogue, id, |hit| match hit {
            Hit::Deployment(at) => Some(id_of(at)),
            Hit::Service(at) => catalogue.service(at).deployments.first().map(|&at| id_of(at)),
            Hit::Duty(_) => None,
        });
        unknown("deployment", id, catalogue.deployment_ixs().map(id_of), found)
    })
}

/// The duty with this id.
pub(super) fn duty(catalogue: &Catalogue, id: &str) -> Result<DutyIx, Failure> {
    catalogue.find_duty(id).ok_or_else(|| {
        let ids = catalogue.duties().iter().map(|duty| duty.id.as_str());
        let found = found(catalogue, id, |hit| match hit {
            Hit::Duty(at) => Some(&catalogue.duty(at).id),
            Hit::Service(_) | Hit::Deployment(_) => None,
        });
        unknown("duty", id, ids, found)
    })
}

/// Ids of what contains the words that were typed.
fn found<'c>(
    catalogue: &'c Catalogue,
    typed: &str,
    id: impl Fn(Hit) -> Option<&'c str>,
) -> Vec<&'c str> {
    let words = typed.replace(|letter: char| !letter.is_alphanumeric(), " ");
    let mut ids: Vec<&str> = Vec::new();
    for id in catalogue.search(&words).into_iter().filter_map(id) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.truncate(OFFERED);
    ids
}

fn unknown<'c>(
    kind: &str,
    typed: &str,
    good: impl Iterator<Item = &'c str>,
    found: Vec<&str>,
) -> Failure {
    let near = advice(typed, good).filter(|advice| advice.starts_with("did you mean"));
    let help = match near {
        Some(near) => near,
        None if found.is_empty() => "`demarc catalogue --format csv` lists them all.".to_owned(),
        None => format!("did you mean {}?", quoted(&found)),
    };
    Failure::usage(format!("There is no {kind} `{}`: {help}", shown(typed)))
}

/// What was typed, without what could upset a terminal.
fn shown(typed: &str) -> String {
    let harmless = |letter: char| if letter.is_control() { '\u{fffd}' } else { letter };
    let mut shown: String = typed.chars().take(SHOWN).map(harmless).collect();
    if typed.chars().count() > SHOWN {
        shown.push('…');
    }
    shown
}

/// "`a`, `b` or `c`"
fn quoted(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T>(found: Result<T, Failure>) -> String {
        format!("{:?}", found.err().unwrap())
    }

    #[test]
    fn a_slip_a_service_and_words_are_helped_on() {
        let catalogue = Catalogue::shipped().unwrap();
        assert!(said(service(&catalogue, "lamda")).contains("did you mean `lambda`?"));
        let its = said(deployment(&catalogue, "lambda"));
        assert!(its.contains("is a service") && its.contains("`lambda.zip.auto`"), "{its}");
        let words = said(deployment(&catalogue, "container image on lambda"));
        assert!(!words.contains("lambda.image") || words.contains("did you mean"), "{words}");
        assert!(said(duty(&catalogue, "runtime-aply")).contains("did you mean `runtime.apply`?"));
        assert!(said(duty(&catalogue, "qqqqqqqq")).contains("catalogue --format csv"));
    }

    #[test]
    fn what_was_typed_cannot_write_on_the_terminal() {
        assert_eq!(shown("a\x1b[2Jb"), "a\u{fffd}[2Jb");
        assert_eq!(shown(&"x".repeat(1000)).chars().count(), SHOWN + 1);
    }
}
