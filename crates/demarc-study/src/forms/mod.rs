//! The forms of questions. Each file makes its questions from rulings, marks a reply to them, and says
//! which side that reply put each cell on.
//!
//! Pure: a question follows from the catalogue and the item of the session alone, so a session that
//! was closed in the middle asks the same again.

pub mod compare;
pub mod flip;
pub mod kind;
pub mod line;
mod pick;
pub mod reason;
mod reply;
pub mod scenario;
pub mod sort;
pub mod verdict;
pub mod which;

use demarc_catalogue::{Catalogue, Cell, DutyIx, Layer, Side};
use serde::{Deserialize, Serialize};

use crate::clock::Day;
use crate::said::{Confidence, Said};
use crate::schedule::Grade;
use crate::session::Item;
pub use compare::{CompareQuestion, CompareReply};
pub use flip::{FlipQuestion, FlipReply};
pub use kind::{KindQuestion, KindReply};
pub use line::{LineQuestion, LineReply};
pub(crate) use pick::pick;
pub use reason::{ReasonQuestion, ReasonReply};
pub use reply::Reply;
pub use scenario::ScenarioQuestion;
pub use sort::{SortQuestion, SortReply};
pub use verdict::VerdictQuestion;
pub use which::{WhichQuestion, WhichReply};

/// What kind of question it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// One deployment, one duty: of or in.
    #[default]
    Verdict,
    /// The verdict of a scenario.
    Scenario,
    /// One deployment's stack: put the line, flip the exceptions.
    Line,
    /// One setting changes: which duties change hands.
    Flip,
    /// Several duties of one deployment, put onto the two sides.
    Sort,
    /// One duty, four deployments: which of them takes it off you, or leaves it with you.
    Which,
    /// Two deployments or stacks: what moves, stays, appears, falls away.
    Compare,
    /// One duty: whose, and why.
    Reason,
    /// One control of a deployment: inherited, shared or customer-specific there.
    Kind,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 9] = [
        Form::Verdict,
        Form::Scenario,
        Form::Line,
        Form::Flip,
        Form::Sort,
        Form::Which,
        Form::Compare,
        Form::Reason,
        Form::Kind,
    ];

    /// The word in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Form::Verdict => "verdict",
            Form::Scenario => "scenario",
            Form::Line => "line",
            Form::Flip => "flip",
            Form::Sort => "sort",
            Form::Which => "which",
            Form::Compare => "compare",
            Form::Reason => "reason",
            Form::Kind => "kind",
        }
    }

    /// The words for it in lists of sessions.
    pub const fn title(self) -> &'static str {
        match self {
            Form::Verdict => "Verdicts",
            Form::Scenario => "Scenarios",
            Form::Line => "Draw the line",
            Form::Flip => "Flip a setting",
            Form::Sort => "Sort the duties",
            Form::Which => "Which service",
            Form::Compare => "What moves",
            Form::Reason => "Give the reason",
            Form::Kind => "Name the control",
        }
    }

    /// Whether a question of this form has parts, each about a cell of its own.
    pub const fn has_parts(self) -> bool {
        !matches!(self, Form::Verdict | Form::Scenario)
    }

    /// Whether a question of this form is about one duty alone.
    pub(crate) const fn is_of_one_duty(self) -> bool {
        matches!(self, Form::Verdict | Form::Scenario | Form::Which | Form::Reason)
    }

    /// What an answer means to the memory model. A side said right for a wrong reason counts as hard,
    /// as a right guess does.
    pub(crate) const fn grade(self, right: bool, whole: bool, confidence: Confidence) -> Grade {
        match (self, right, whole) {
            (Form::Reason, true, false) => Grade::Hard,
            _ => Grade::of(right, confidence),
        }
    }

    pub(crate) fn named(word: &str) -> Option<Form> {
        Form::ALL.into_iter().find(|form| form.as_str() == word)
    }
}

/// A question with parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Where does your job end?
    Line(LineQuestion),
    /// What changes hands?
    Flip(FlipQuestion),
    /// Whose is which?
    Sort(SortQuestion),
    /// Which of these?
    Which(WhichQuestion),
    /// What moves, stays, appears, falls away?
    Compare(CompareQuestion),
    /// Whose is it, and why?
    Reason(ReasonQuestion),
    /// What kind of control is it here?
    Kind(KindQuestion),
}

/// The side on which a reply put a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellMark {
    /// The cell.
    pub cell: Cell,
    /// The side said.
    pub said: Said,
    /// The side of the ruling.
    pub ruling: Said,
}

impl CellMark {
    /// Whether the side said is that of the ruling.
    pub fn right(&self) -> bool {
        self.said == self.ruling
    }
}

/// What a part of a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// A layer that lies wholly on one side.
    Layer(Layer),
    /// A duty that does not follow from its layer.
    Duty(DutyIx),
    /// Why a duty falls as it does.
    Reason,
    /// How a control falls.
    Control,
}

/// A part of a question: it counts one point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is about.
    pub about: About,
    /// Whether the reply was right there.
    pub right: bool,
}

/// A reply, marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// What was said of each cell, in the catalogue's order: these are what is scheduled.
    pub cells: Vec<CellMark>,
    /// What was graded.
    pub parts: Vec<Part>,
}

impl Marks {
    /// How many parts were right.
    pub fn points(&self) -> usize {
        self.parts.iter().filter(|part| part.right).count()
    }

    /// How many parts there were.
    pub fn of(&self) -> usize {
        self.parts.len()
    }

    /// The cells of the parts about a single duty that were said right.
    pub fn duties_right(&self) -> Vec<Cell> {
        let right = |duty| self.parts.contains(&Part { about: About::Duty(duty), right: true });
        self.cells.iter().map(|mark| mark.cell).filter(|cell| right(cell.duty)).collect()
    }

    /// Whether every part was right.
    pub fn whole(&self) -> bool {
        self.parts.iter().all(|part| part.right)
    }
}

/// A question about one cell, which one key answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Single {
    /// The duty's own sentence.
    Verdict(VerdictQuestion),
    /// A verdict of a scenario.
    Scenario(ScenarioQuestion),
}

impl Single {
    /// The question that an item asks; none if it has parts.
    pub fn of(catalogue: &Catalogue, item: &Item) -> Option<Single> {
        match (item.form, item.scenario) {
            (Form::Scenario, Some(told)) => {
                ScenarioQuestion::of(catalogue, told).map(Single::Scenario)
            }
            (Form::Verdict, _) => VerdictQuestion::of(catalogue, item.cell).map(Single::Verdict),
            _ => None,
        }
    }

    /// The scenario that it is a part of.
    pub fn scenario(&self) -> Option<&ScenarioQuestion> {
        match self {
            Single::Verdict(_) => None,
            Single::Scenario(question) => Some(question),
        }
    }

    /// What is asked, in words.
    pub fn prompt(&self, catalogue: &Catalogue) -> String {
        match self {
            Single::Verdict(question) => question.prompt(catalogue),
            Single::Scenario(question) => question.prompt(catalogue),
        }
    }

    /// What was said, marked.
    pub fn mark(&self, said: Said) -> CellMark {
        match self {
            Single::Verdict(question) => question.mark(said),
            Single::Scenario(question) => question.mark(said),
        }
    }
}

/// The question that an item asks on a day; none for a single verdict, or if what it asks about can
/// no longer be asked in this form.
pub fn question(catalogue: &Catalogue, item: &Item, today: Day) -> Option<Question> {
    match item.form {
        Form::Verdict | Form::Scenario => None,
        Form::Line => LineQuestion::of(catalogue, item.cell.deployment, item.seed, today.date())
            .map(Question::Line),
        Form::Flip => FlipQuestion::of(catalogue, item.cell.deployment, item.seed, today.date())
            .map(Question::Flip),
        Form::Sort => SortQuestion::of(catalogue, item.cell.deployment, item.seed, today.date())
            .map(Question::Sort),
        Form::Which => {
            WhichQuestion::of(catalogue, item.cell, item.seed, today.date()).map(Question::Which)
        }
        Form::Compare => {
            CompareQuestion::of(catalogue, item.cell.deployment, item.seed, today.date())
                .map(Question::Compare)
        }
        Form::Reason => {
            ReasonQuestion::of(catalogue, item.cell, item.seed, today.date()).map(Question::Reason)
        }
        Form::Kind => KindQuestion::of(catalogue, item.cell.deployment, item.seed, today.date())
            .map(Question::Kind),
    }
}

/// The side of a cell that is asked.
fn ruled(catalogue: &Catalogue, cell: Cell) -> Said {
    match catalogue.ruling(cell).side {
        Side::Of => Said::Of,
        _ => Said::In,
    }
}

impl Question {
    /// The reply, marked; none if it is a reply to a question of another form, or not a whole one.
    pub fn mark(&self, catalogue: &Catalogue, reply: &Reply) -> Option<Marks> {
        match (self, reply) {
            (Question::Line(question), Reply::Line(reply)) => Some(question.mark(catalogue, reply)),
            (Question::Flip(question), Reply::Flip(reply)) => Some(question.mark(catalogue, reply)),
            (Question::Sort(question), Reply::Sort(reply)) => question.mark(catalogue, reply),
            (Question::Which(question), Reply::Which(reply)) => {
                Some(question.mark(catalogue, reply))
            }
            (Question::Compare(question), Reply::Compare(reply)) => {
                Some(question.mark(catalogue, reply))
            }
            (Question::Reason(question), Reply::Reason(reply)) => question.mark(catalogue, reply),
            (Question::Kind(question), Reply::Kind(reply)) => question.mark(catalogue, reply),
            _ => None,
        }
    }

    /// The reply that earns every point.
    pub fn key(&self, catalogue: &Catalogue) -> Reply {
        match self {
            Question::Line(question) => Reply::Line(question.key(catalogue)),
            Question::Flip(question) => Reply::Flip(question.key(catalogue)),
            Question::Sort(question) => Reply::Sort(question.key(catalogue)),
            Question::Which(question) => Reply::Which(question.key()),
            Question::Compare(question) => Reply::Compare(question.key()),
            Question::Reason(question) => Reply::Reason(question.key(catalogue)),
            Question::Kind(question) => Reply::Kind(question.key()),
        }
    }

    /// The cell that stands for it among the items of a session; none where any that is asked does,
    /// as what is shown need not be asked.
    pub(crate) fn first_cell(&self) -> Option<Cell> {
        let (deployment, duty) = match self {
            Question::Line(it) => (it.deployment, it.shown().next()?.1),
            Question::Flip(it) => (it.from, *it.duties.first()?),
            Question::Sort(it) => (it.deployment, *it.cards.first()?),
            Question::Which(it) => (*it.options.first()?, it.duty),
            Question::Compare(_) => return None,
            Question::Reason(it) => (it.cell.deployment, it.cell.duty),
            Question::Kind(it) => (it.deployment, *it.duties.first()?),
        };
        Some(Cell { deployment, duty })
    }
}
