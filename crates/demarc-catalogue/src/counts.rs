//! How much there is, without the provider's own entry where the matrix leaves it out.

use std::collections::HashSet;
use std::fmt;

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ruling::Basis;
use crate::side::Side;

/// Days after which a source should be read again.
const VERIFY_AFTER: i64 = 180;

/// How much a catalogue holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Services, without the provider's own entry.
    pub services: usize,
    /// Deployments, without the provider's own entry.
    pub deployments: usize,
    /// Duties.
    pub duties: usize,
    /// Rules written in data.
    pub rules: usize,
    /// Rulings that are asked.
    pub asked: usize,
    /// Those of them that the service's own guide states.
    pub stated: usize,
    /// Sources.
    pub sources: usize,
    /// Sources last read more than 180 days ago: to be verified.
    pub to_verify: usize,
    /// Scenarios.
    pub scenarios: usize,
    /// Verdicts of scenarios.
    pub verdicts: usize,
    /// Lessons.
    pub lessons: usize,
    /// Questions of lessons.
    pub lesson_questions: usize,
    /// Misconceptions.
    pub misconceptions: usize,
    /// Stacks.
    pub stacks: usize,
    /// Needs.
    pub needs: usize,
    /// Settings; each moves the line somewhere.
    pub live_settings: usize,
    /// Duties, neither provider-wide nor without a vote, that are asked on both sides; of how many.
    pub both_sides: (usize, usize),
}

/// How much there is on a day.
pub fn counts(catalogue: &Catalogue, today: Date) -> Counts {
    let asked = catalogue.asked_cells(today);
    let stated = asked.iter().filter(|&&cell| catalogue.ruling(cell).basis == Basis::Stated);
    let sides: HashSet<_> =
        asked.iter().map(|&cell| (cell.duty, catalogue.ruling(cell).side)).collect();
    let moves = |duty| {
        let duty = catalogue.duty(duty);
        !duty.provider_wide && duty.votes
    };
    let moving: Vec<_> = catalogue.duty_ixs().filter(|&duty| moves(duty)).collect();
    let both = |duty| sides.contains(&(duty, Side::Of)) && sides.contains(&(duty, Side::In));
    let entry = usize::from(catalogue.provider().entry.is_some());
    let mut read = vec![None; catalogue.sources().len()];
    for cite in catalogue.cites() {
        let last = &mut read[cite.source.index()];
        *last = (*last).max(Some(cite.checked));
    }
    let old = read.iter().flatten().filter(|last| last.days_until(today) > VERIFY_AFTER);
    Counts {
        services: catalogue.services().len() - entry,
        deployments: catalogue.deployment_ixs().filter(|&at| !catalogue.is_entry(at)).count(),
        duties: catalogue.duties().len(),
        rules: catalogue.rules().iter().filter(|rule| !rule.cites.is_empty()).count(),
        asked: asked.len(),
        stated: stated.count(),
        sources: catalogue.sources().len(),
        to_verify: old.count(),
        scenarios: catalogue.scenarios().len(),
        verdicts: catalogue.scenarios().iter().map(|scenario| scenario.verdicts.len()).sum(),
        lessons: catalogue.lessons().len(),
        lesson_questions: catalogue.lessons().iter().map(|lesson| lesson.questions.len()).sum(),
        misconceptions: catalogue.misconceptions().len(),
        stacks: catalogue.stacks().len(),
        needs: catalogue.needs().len(),
        live_settings: catalogue.services().iter().map(|service| service.settings.len()).sum(),
        both_sides: (moving.iter().filter(|&&duty| both(duty)).count(), moving.len()),
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = [
            ("services", self.services),
            ("deployments", self.deployments),
            ("duties", self.duties),
            ("rules", self.rules),
            ("asked rulings", self.asked),
            ("  stated", self.stated),
            ("settings", self.live_settings),
            ("sources", self.sources),
            ("  to verify", self.to_verify),
            ("scenarios", self.scenarios),
            ("  verdicts", self.verdicts),
            ("lessons", self.lessons),
            ("  questions", self.lesson_questions),
            ("misconceptions", self.misconceptions),
            ("stacks", self.stacks),
            ("needs", self.needs),
        ];
        for (name, count) in rows {
            writeln!(f, "{count:>6}  {name}")?;
        }
        let (both, of) = self.both_sides;
        write!(f, "{both:>6}  of {of} duties that can move are asked on both sides")
    }
}
