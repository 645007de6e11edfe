//! A running session: its questions, where it stands, and what each step does to it. Pure.

use demarc_catalogue::{Catalogue, Cell, ScenarioIx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::Moment;
use crate::forms::Form;
use crate::places::{cell_of, ids};
use crate::plan::{self, Choice};
use crate::store::session::SessionRow;

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Answered right.
    Right,
    /// Answered wrong.
    Wrong,
    /// Left out.
    Skipped,
}

/// A verdict of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScenarioVerdict {
    /// The scenario.
    pub scenario: ScenarioIx,
    /// The verdict's place in it, from 0.
    pub verdict: usize,
}

/// One question of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it asks about; the first of its cells where it has parts.
    pub cell: Cell,
    /// How it asks.
    pub form: Form,
    /// Chance that settles what the form leaves open, such as which duties are shown.
    pub seed: u32,
    /// The verdict it is, if it belongs to a scenario.
    pub scenario: Option<ScenarioVerdict>,
    /// What became of it; none while it is to come.
    pub outcome: Option<Outcome>,
    /// Whether it comes back because it was answered wrong before.
    pub repeat: bool,
    /// The answer in the log that was given to it, the first of its parts' where it has parts.
    pub answer: Option<Uuid>,
    /// Its number among the questions as planned; a repeat has that of the first time.
    pub number: u32,
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// A question waits for its answer.
    Question,
    /// An answer was given and is explained.
    Feedback,
    /// No question is left.
    Finished,
}

/// A session: questions in their order, and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id in the log.
    pub id: Uuid,
    /// The words for its plan.
    pub title: String,
    /// When it was started.
    pub started: Moment,
    /// The questions; those answered wrong are added once more at the end.
    pub items: Vec<Item>,
    /// The place of the question at hand; `items.len()` once it is finished.
    pub position: usize,
    /// Where it stands.
    pub phase: Phase,
    /// What it finds out about, if it is a placement: then it grows by one question after each
    /// answer, nothing is explained in between, and what was wrong does not come back.
    pub placement: Option<Choice>,
}

impl Session {
    /// The question at hand.
    pub fn item(&self) -> Option<&Item> {
        self.items.get(self.position)
    }

    /// How many questions have an answer or were skipped.
    pub fn done(&self) -> usize {
        self.items.iter().filter(|item| item.outcome.is_some()).count()
    }

    /// How many questions have an answer.
    pub fn answered(&self) -> usize {
        self.items.iter().filter(|item| item.answer.is_some()).count()
    }

    /// How many questions are to come, the one at hand among them.
    pub fn left(&self) -> usize {
        self.items.len() - self.done()
    }

    pub(crate) fn new(row: &SessionRow, items: Vec<Item>) -> Session {
        Session {
            id: row.id,
            title: row.title.clone(),
            started: row.started,
            items,
            position: 0,
            phase: Phase::Question,
            placement: plan::placed(&row.plan),
        }
    }

    /// Writes down the answer to the question at hand; a first wrong one comes back at the end.
    pub(crate) fn mark(&mut self, right: bool, answer: Uuid) {
        let Some(item) = self.items.get_mut(self.position) else { return };
        item.outcome = Some(if right { Outcome::Right } else { Outcome::Wrong });
        item.answer = Some(answer);
        if !right && !item.repeat && self.placement.is_none() {
            let again = Item { outcome: None, repeat: true, answer: None, ..*item };
            self.items.push(again);
        }
        self.phase = Phase::Feedback;
    }

    /// Goes on from feedback to the next question.
    pub(crate) fn advance(&mut self) {
        if self.phase == Phase::Feedback {
            self.step();
        }
    }

    /// Leaves the question at hand out.
    pub(crate) fn skip(&mut self) {
        if let Some(item) = self.items.get_mut(self.position) {
            item.outcome = Some(Outcome::Skipped);
            self.step();
        }
    }

    /// Whether what an undo would bring back was skipped, not answered.
    pub fn last_was_skipped(&self) -> bool {
        let item = self.last_done().and_then(|at| self.items.get(at));
        item.is_some_and(|item| item.answer.is_none())
    }

    /// The place of the question that an undo would bring back.
    pub(crate) fn last_done(&self) -> Option<usize> {
        match self.phase {
            Phase::Feedback => Some(self.position),
            Phase::Question | Phase::Finished => self.position.checked_sub(1),
        }
    }

    /// Brings the last question back as if it had not been answered or skipped.
    pub(crate) fn step_back(&mut self) {
        let Some(at) = self.last_done() else { return };
        let number = self.items[at].number;
        let was_first = !self.items[at].repeat;
        self.items[at].outcome = None;
        self.items[at].answer = None;
        if was_first {
            // Its repeat, if it has one, is still to come.
            self.items.retain(|item| !(item.repeat && item.number == number));
        }
        if self.placement.is_some() {
            // What came after was chosen by this answer.
            self.items.truncate(at + 1);
        }
        self.position = at;
        self.phase = Phase::Question;
    }

    /// The numbers of the planned questions that were skipped, and of repeats that were.
    pub(crate) fn skipped(&self) -> Skipped {
        let skipped = |repeat| {
            let left_out =
                |item: &&Item| item.outcome == Some(Outcome::Skipped) && item.repeat == repeat;
            self.items.iter().filter(left_out).map(|item| item.number).collect()
        };
        Skipped { first: skipped(false), repeats: skipped(true) }
    }

    fn step(&mut self) {
        self.position += 1;
        self.phase =
            if self.position < self.items.len() { Phase::Question } else { Phase::Finished };
    }
}

/// A question as it is kept in the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptItem {
    deployment: String,
    duty: String,
    #[serde(default, skip_serializing_if = "is_usual")]
    form: Form,
    #[serde(default, skip_serializing_if = "is_usual")]
    seed: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scenario: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    verdict: Option<usize>,
}

impl KeptItem {
    pub(crate) fn deployment(&self) -> &str {
        &self.deployment
    }

    pub(crate) fn duty(&self) -> &str {
        &self.duty
    }
}

/// Whether a value is the one that need not be written.
fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Which questions were skipped, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Skipped {
    first: Vec<u32>,
    repeats: Vec<u32>,
}

/// An answer as far as a session needs it to find its place again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given {
    pub answer: Uuid,
    pub number: u32,
    pub repeat: bool,
    pub right: bool,
}

/// The questions as they are kept.
pub(crate) fn keep(catalogue: &Catalogue, items: &[Item]) -> Vec<KeptItem> {
    let kept = |item: &Item| {
        let (deployment, duty) = ids(catalogue, item.cell);
        let scenario =
            item.scenario.map(|it| catalogue.scenarios()[it.scenario.index()].id.clone());
        KeptItem {
            deployment: deployment.to_owned(),
            duty: duty.to_owned(),
            form: if item.form.has_parts() { item.form } else { Form::default() },
            seed: item.seed,
            scenario,
            verdict: item.scenario.map(|it| it.verdict),
        }
    };
    items.iter().filter(|item| !item.repeat).map(kept).collect()
}

/// The session as it stood after the answers and skips that were kept. Questions that can no
/// longer be asked are left out.
pub(crate) fn restore(
    catalogue: &Catalogue,
    mut session: Session,
    kept: &[KeptItem],
    skipped: &Skipped,
    given: &[Given],
    asked: impl Fn(&Item) -> bool,
) -> Session {
    let planned = (0..).zip(kept).filter_map(|(number, kept)| {
        let cell = cell_of(catalogue, &kept.deployment, &kept.duty)?;
        let scenario = match (&kept.scenario, kept.verdict) {
            (Some(id), Some(verdict)) => {
                let scenario = catalogue.find_scenario(id)?;
                let it = catalogue.scenarios()[scenario.index()].verdicts.get(verdict)?;
                (it.cell == cell).then_some(ScenarioVerdict { scenario, verdict }).map(Some)?
            }
            _ => None,
        };
        let form = if scenario.is_some() { Form::Scenario } else { kept.form };
        let item = Item {
            cell,
            form,
            seed: kept.seed,
            scenario,
            outcome: None,
            repeat: false,
            answer: None,
            number,
        };
        asked(&item).then_some(item)
    });
    session.items = planned.collect();
    for given in given {
        let place = session.place(given.number, given.repeat);
        if let Some(place) = place {
            session.position = place;
            session.mark(given.right, given.answer);
        }
    }
    for (numbers, repeat) in [(&skipped.first, false), (&skipped.repeats, true)] {
        for &number in numbers {
            if let Some(place) = session.place(number, repeat) {
                session.items[place].outcome = Some(Outcome::Skipped);
            }
        }
    }
    let next = session.items.iter().position(|item| item.outcome.is_none());
    session.position = next.unwrap_or(session.items.len());
    session.phase = if next.is_some() { Phase::Question } else { Phase::Finished };
    session
}

impl Session {
    fn place(&self, number: u32, repeat: bool) -> Option<usize> {
        self.items.iter().position(|item| {
            item.number == number && item.repeat == repeat && item.outcome.is_none()
        })
    }
}
