//! Finds services, deployments and duties by words.

use crate::catalogue::Catalogue;
use crate::ix::{DeploymentIx, DutyIx, ServiceIx};
use crate::load::Parts;

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hit {
    /// A service.
    Service(ServiceIx),
    /// A deployment of a service that has several.
    Deployment(DeploymentIx),
    /// A duty.
    Duty(DutyIx),
}

/// What can be found, with the folded words by which it is.
#[derive(Debug)]
pub(crate) struct Shelfmarks(Vec<Shelfmark>);

#[derive(Debug)]
struct Shelfmark {
    hit: Hit,
    title: String,
    more: String,
}

impl Shelfmarks {
    pub(crate) fn new(parts: &Parts, names: &[String]) -> Shelfmarks {
        let mut marks = Vec::new();
        for (at, service) in parts.services.iter().enumerate() {
            let category = parts.categories.get(service.category.index());
            let category = category.map_or("", |category| category.name.as_str());
            let more = [service.id.as_str(), service.tile.as_str(), category].join(" ");
            let title = format!("{} {}", service.short, service.name);
            marks.push(Shelfmark::new(Hit::Service(ServiceIx::at(at)), &title, &more));
        }
        for (at, (deployment, name)) in parts.deployments.iter().zip(names).enumerate() {
            let service = &parts.services[deployment.service.index()];
            if service.deployments.len() > 1 {
                let more = format!("{} {} {}", deployment.id, deployment.short, service.short);
                marks.push(Shelfmark::new(Hit::Deployment(DeploymentIx::at(at)), name, &more));
            }
        }
        for (at, duty) in parts.duties.iter().enumerate() {
            let text = crate::words::filled(&duty.text, |word| {
                parts.words.get(word).map(|word| word.text.as_str())
            });
            let control = duty.control.map_or("", |at| parts.controls[at.index()].name.as_str());
            let more = format!("{} {text} {} {control}", duty.id, duty.layer.name());
            marks.push(Shelfmark::new(Hit::Duty(DutyIx::at(at)), &duty.label, &more));
        }
        Shelfmarks(marks)
    }
}

impl Shelfmark {
    fn new(hit: Hit, title: &str, more: &str) -> Shelfmark {
        Shelfmark { hit, title: fold(title), more: fold(more) }
    }

    /// How well the words match, less is better; none if one of them does not.
    fn rank(&self, words: &[String]) -> Option<usize> {
        let rank = |word: &String| match (place(&self.title, word), place(&self.more, word)) {
            (Some(Match::Begins), _) => Some(0),
            (Some(Match::BeginsAWord), _) => Some(1),
            (_, Some(Match::Begins | Match::BeginsAWord)) => Some(2),
            (Some(Match::Inside), _) => Some(3),
            (None, Some(Match::Inside)) => Some(4),
            (None, None) => None,
        };
        words.iter().map(rank).sum()
    }
}

enum Match {
    Begins,
    BeginsAWord,
    Inside,
}

fn place(text: &str, word: &str) -> Option<Match> {
    let first = text.find(word)?;
    if first == 0 {
        return Some(Match::Begins);
    }
    let begins = text.match_indices(word).any(|(at, _)| {
        text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
    });
    Some(if begins { Match::BeginsAWord } else { Match::Inside })
}

fn fold(text: &str) -> String {
    text.to_lowercase()
}

impl Catalogue {
    /// Services, deployments and duties in which every word of the text occurs, whatever its case;
    /// the best match first; of equal ones the shorter name. Nothing is found for no words.
    pub fn search(&self, text: &str) -> Vec<Hit> {
        let words: Vec<String> = text.split_whitespace().map(fold).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let ranked = self.marks.0.iter();
        let ranked = ranked.filter_map(|it| Some((it.rank(&words)?, it.title.len(), it.hit)));
        let mut ranked: Vec<(usize, usize, Hit)> = ranked.collect();
        ranked.sort();
        ranked.into_iter().map(|(_, _, hit)| hit).collect()
    }
}
