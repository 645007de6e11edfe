//! What a release ruled, kept so that later content can be compared with it.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::{Cell, DeploymentIx};
use crate::lesson::Lesson;
use crate::side::Side;

/// The rulings of a release: a small table that reads well in a diff.
///
/// One line a deployment and side, with the duties that fall there; what is not listed is `none`.
/// Ids that progress and exports may name are kept beside them, one line a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// The version of the content.
    pub version: String,
    /// The day of the release.
    pub released: Date,
    /// Ids by kind, in the order of the catalogue.
    pub(crate) ids: Vec<(Kind, Vec<String>)>,
    /// For each deployment, in the order of the catalogue, its duties that are not `none`.
    pub(crate) rulings: Vec<(String, BTreeMap<String, Side>)>,
}

/// A line of a table of released rulings cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct NotReleased {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: &'static str,
}

/// Of what an id is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A category.
    Category,
    /// A service.
    Service,
    /// A deployment.
    Deployment,
    /// A duty.
    Duty,
    /// A stack.
    Stack,
    /// A need.
    Need,
    /// A misconception.
    Misconception,
    /// A scenario.
    Scenario,
    /// A lesson.
    Lesson,
    /// A question of a lesson: `control-kinds/guest-half`.
    Question,
}

impl Kind {
    /// The kinds that stand on a line of their own; deployments stand with their rulings.
    const LISTED: [Kind; 9] = [
        Kind::Category,
        Kind::Service,
        Kind::Duty,
        Kind::Stack,
        Kind::Need,
        Kind::Misconception,
        Kind::Scenario,
        Kind::Lesson,
        Kind::Question,
    ];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Category => "category",
            Kind::Service => "service",
            Kind::Deployment => "deployment",
            Kind::Duty => "duty",
            Kind::Stack => "stack",
            Kind::Need => "need",
            Kind::Misconception => "misconception",
            Kind::Scenario => "scenario",
            Kind::Lesson => "lesson",
            Kind::Question => "question",
        }
    }
}

impl Released {
    /// What a catalogue rules, as its release is kept.
    pub fn of(catalogue: &Catalogue) -> Released {
        let ids = Kind::LISTED.map(|kind| (kind, catalogue.ids_of(kind)));
        let row = |deployment: DeploymentIx| {
            let sides = catalogue.duty_ixs().filter_map(|duty| {
                let side = catalogue.ruling(Cell { deployment, duty }).side;
                (side != Side::None).then(|| (catalogue.duty(duty).id.clone(), side))
            });
            (catalogue.deployment(deployment).id.clone(), sides.collect())
        };
        Released {
            version: catalogue.content_version().to_owned(),
            released: catalogue.released(),
            ids: ids.to_vec(),
            rulings: catalogue.deployment_ixs().map(row).collect(),
        }
    }

    /// The duties there were.
    pub(crate) fn duties(&self) -> &[String] {
        let duties = self.ids.iter().find(|(kind, _)| *kind == Kind::Duty);
        duties.map_or(&[], |(_, ids)| ids)
    }
}

impl Catalogue {
    fn ids_of(&self, kind: Kind) -> Vec<String> {
        macro_rules! ids {
            ($table:ident) => {
                self.parts.$table.iter().map(|it| it.id.clone()).collect()
            };
        }
        match kind {
            Kind::Category => ids!(categories),
            Kind::Service => ids!(services),
            Kind::Deployment => ids!(deployments),
            Kind::Duty => ids!(duties),
            Kind::Stack => ids!(stacks),
            Kind::Need => ids!(needs),
            Kind::Misconception => ids!(misconceptions),
            Kind::Scenario => ids!(scenarios),
            Kind::Lesson => ids!(lessons),
            Kind::Question => {
                let of = |lesson: &Lesson| {
                    let ids = lesson.questions.iter().map(|it| format!("{}/{}", lesson.id, it.id));
                    ids.collect::<Vec<String>>()
                };
                self.lessons().iter().flat_map(of).collect()
            }
        }
    }
}

impl fmt::Display for Released {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "# What the last release ruled; duties that are not listed are `none`.")?;
        writeln!(f, "# Written by `demarc check questions --release VERSION`, never by hand.")?;
        writeln!(f, "release\t{}\t{}", self.version, self.released)?;
        for (kind, ids) in &self.ids {
            writeln!(f, "{}\t{}", kind.as_str(), ids.join(" "))?;
        }
        for (deployment, sides) in &self.rulings {
            for side in [Side::Of, Side::In, Side::Other] {
                let duties = self.duties().iter().filter(|&duty| sides.get(duty) == Some(&side));
                let duties: Vec<&str> = duties.map(String::as_str).collect();
                // A deployment stands there even if all of its duties are `none`.
                if !duties.is_empty() || (side == Side::Of && sides.is_empty()) {
                    writeln!(f, "{deployment}\t{side}\t{}", duties.join(" "))?;
                }
            }
        }
        Ok(())
    }
}

impl FromStr for Released {
    type Err = NotReleased;

    fn from_str(text: &str) -> Result<Released, NotReleased> {
        let mut release = None;
        let mut ids = Vec::new();
        let mut rulings: Vec<(String, BTreeMap<String, Side>)> = Vec::new();
        for (at, row) in text.lines().enumerate() {
            let wrong = |what| NotReleased { line: at + 1, what };
            if row.is_empty() || row.starts_with('#') {
                continue;
            }
            let fields: Vec<&str> = row.split('\t').collect();
            match fields[..] {
                ["release", version, day] if release.is_none() => {
                    let day = day.parse().map_err(|_| wrong("this is not a day"))?;
                    release = Some((version.to_owned(), day));
                }
                [kind, list] => {
                    let kind = Kind::LISTED.into_iter().find(|it| it.as_str() == kind);
                    let kind = kind.ok_or_else(|| wrong("this kind of id is not known"))?;
                    ids.push((kind, list.split_whitespace().map(str::to_owned).collect()));
                }
                [deployment, side, duties] => {
                    let side = Side::ALL.into_iter().find(|it| it.as_str() == side);
                    let side = side.ok_or_else(|| wrong("this is not a side"))?;
                    if rulings.last().is_none_or(|(last, _)| last != deployment) {
                        rulings.push((deployment.to_owned(), BTreeMap::new()));
                    }
                    if let Some((_, sides)) = rulings.last_mut() {
                        let duties = duties.split_whitespace();
                        sides.extend(duties.map(|duty| (duty.to_owned(), side)));
                    }
                }
                _ => return Err(wrong("this is not a row of released rulings")),
            }
        }
        let (version, released) = release
            .ok_or(NotReleased { line: 1, what: "the row of the release itself is missing" })?;
        let kept = Released { version, released, ids, rulings };
        // Without its duty a ruling would be compared with nothing, and could move unnoticed.
        let mut sides = kept.rulings.iter().flat_map(|(_, sides)| sides.keys());
        if kept.duties().is_empty() || sides.any(|duty| !kept.duties().contains(duty)) {
            return Err(NotReleased { line: 1, what: "the row of the duties is not whole" });
        }
        Ok(kept)
    }
}
