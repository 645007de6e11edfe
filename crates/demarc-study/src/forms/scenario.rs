//! The scenario: a short story with linked verdicts. Its words are authored; its keys are rulings.

use demarc_catalogue::{Catalogue, Scenario};

use super::{CellMark, VerdictQuestion};
use crate::said::Said;
use crate::session::ScenarioVerdict;

/// One verdict of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScenarioQuestion {
    /// Which verdict of which scenario.
    pub told: ScenarioVerdict,
    /// The ruling that it rests on, as a question.
    pub verdict: VerdictQuestion,
}

impl ScenarioQuestion {
    /// The question of a verdict; none if there is no such verdict, or if its ruling falls on neither side.
    pub fn of(catalogue: &Catalogue, told: ScenarioVerdict) -> Option<Self> {
        let cell = story(catalogue, told).verdicts.get(told.verdict)?.cell;
        let verdict = VerdictQuestion::of(catalogue, cell)?;
        Some(ScenarioQuestion { told, verdict })
    }

    /// The story.
    pub fn story<'c>(&self, catalogue: &'c Catalogue) -> &'c Scenario {
        story(catalogue, self.told)
    }

    /// The authored question.
    pub fn prompt(&self, catalogue: &Catalogue) -> String {
        self.story(catalogue).verdicts[self.told.verdict].prompt.clone()
    }

    /// The side of the ruling that it rests on.
    pub fn key(&self) -> Said {
        self.verdict.key()
    }

    /// What was said, marked.
    pub fn mark(&self, said: Said) -> CellMark {
        self.verdict.mark(said)
    }
}

fn story(catalogue: &Catalogue, told: ScenarioVerdict) -> &Scenario {
    &catalogue.scenarios()[told.scenario.index()]
}
