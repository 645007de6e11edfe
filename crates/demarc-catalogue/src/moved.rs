//! What is otherwise than in a release: rulings that moved, ids that are gone.

use std::fmt;

use crate::catalogue::Catalogue;
use crate::ix::Cell;
use crate::released::{Kind, Released};
use crate::side::Side;

/// A ruling whose side is not what the release said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moved {
    /// The duty in the deployment, by the names they have today.
    pub cell: Cell,
    /// The side in the release.
    pub was: Side,
    /// The side today.
    pub is: Side,
}

/// What is otherwise than in a release. Deployments and duties that are new are no change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Rulings whose side changed, in the catalogue's order.
    pub moved: Vec<Moved>,
    /// Ids that stand for nothing any more, not even by `was`.
    pub gone: Vec<(Kind, String)>,
}

/// "`runtime.apply` in `lambda.image`: of, now in"
#[derive(Clone, Copy, Debug)]
pub struct MovedWords<'c>(pub &'c Catalogue, pub Moved);

impl fmt::Display for MovedWords<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let MovedWords(catalogue, moved) = self;
        let duty = &catalogue.duty(moved.cell.duty).id;
        let deployment = &catalogue.deployment(moved.cell.deployment).id;
        write!(f, "`{duty}` in `{deployment}`: {}, now {}", moved.was, moved.is)
    }
}

impl Catalogue {
    /// What moved since a release, and which of its ids are gone.
    pub fn changes_since(&self, released: &Released) -> Changes {
        let mut gone = Vec::new();
        let mut lose = |kind, id: &String| gone.push((kind, id.clone()));
        for (kind, ids) in &released.ids {
            ids.iter().filter(|id| !self.knows(*kind, id)).for_each(|id| lose(*kind, id));
        }
        let mut moved = Vec::new();
        for (id, sides) in &released.rulings {
            let Some(deployment) = self.find_deployment(id) else {
                lose(Kind::Deployment, id);
                continue;
            };
            for name in released.duties() {
                let Some(duty) = self.find_duty(name) else { continue };
                let cell = Cell { deployment, duty };
                let was = sides.get(name).copied().unwrap_or(Side::None);
                let is = self.ruling(cell).side;
                if was != is {
                    moved.push(Moved { cell, was, is });
                }
            }
        }
        moved.sort();
        Changes { moved, gone }
    }

    /// Whether a lesson has, or had, the question `lesson/question`.
    fn has_question(&self, id: &str) -> bool {
        let Some((lesson, question)) = id.split_once('/') else { return false };
        self.find_lesson(lesson).is_some_and(|at| {
            let mut questions = self.lesson(at).questions.iter();
            questions.any(|it| it.id == question || it.was.iter().any(|old| old == question))
        })
    }

    fn knows(&self, kind: Kind, id: &str) -> bool {
        let ids = &self.parts.ids;
        let known = match kind {
            Kind::Category => &ids.categories,
            Kind::Service => &ids.services,
            Kind::Deployment => &ids.deployments,
            Kind::Duty => &ids.duties,
            Kind::Stack => &ids.stacks,
            Kind::Need => &ids.needs,
            Kind::Misconception => &ids.misconceptions,
            Kind::Scenario => &ids.scenarios,
            Kind::Lesson => &ids.lessons,
            Kind::Question => return self.has_question(id),
        };
        known.contains_key(id)
    }
}
