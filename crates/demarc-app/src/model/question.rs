//! The open question, and what is said after an answer, kept ready for the screen.

use demarc_catalogue::{Catalogue, Cell, Side};
use demarc_study::{Confidence, Moment, Phase, Said, Study};

use super::{
    ruling::{ContrastView, RulingView},
    stack::StackView,
    words,
};

/// A question as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// What it asks about.
    pub cell: Cell,
    /// The letters of the service.
    pub tile: String,
    /// The service's name.
    pub service: String,
    /// Its category.
    pub category: String,
    /// The settings, one tag each.
    pub tags: Vec<String>,
    /// The duty.
    pub prompt: String,
    /// "Seen 3 times, right 2", or that it is new.
    pub record: String,
    /// The story that the question belongs to.
    pub story: Option<Story>,
    /// Said where the ruling changed since it was learned.
    pub changed: Option<String>,
    /// Whether a private note exists.
    pub noted: bool,
    /// Whether it is flagged.
    pub flagged: bool,
}

/// The story of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Its title.
    pub title: String,
    /// The situation.
    pub text: String,
    /// "Question 2 of 3".
    pub place: String,
}

/// What is said after an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedbackView {
    /// Whether it was right.
    pub right: bool,
    /// "It is IN the cloud: you do it."
    pub verdict: String,
    /// "You said OF, sure. It comes back later in this session."
    pub next: String,
    /// What was asked.
    pub asked: String,
    /// The ruling with all that belongs to it.
    pub ruling: RulingView,
    /// The stack with the asked duty.
    pub stack: StackView,
    /// The line of the contrasting deployment.
    pub ghost: Option<GhostView>,
    /// Answers given to this cell, oldest first.
    pub history: Vec<PastView>,
}

/// The line of another deployment, dashed into the same picture.
#[derive(Clone, Debug, PartialEq)]
pub struct GhostView {
    /// In layers from the top; none where it would fall on the line of the picture.
    pub at: Option<f32>,
    /// "line for zip".
    pub label: String,
    /// What the dashed line means, in a sentence.
    pub note: String,
}

/// An earlier answer.
#[derive(Clone, Debug, PartialEq)]
pub struct PastView {
    /// Whether it was right.
    pub right: bool,
    /// "9 Nov, OF likely".
    pub text: String,
}

impl GhostView {
    /// The line of the contrasting deployment beside a stack. A layer that only the other divides
    /// has no height of its own here, so the dashed line runs along its upper edge.
    fn of(catalogue: &Catalogue, stack: &StackView, contrast: &ContrastView) -> Self {
        let other = StackView::of(catalogue, contrast.cell.deployment, None);
        let name = if contrast.same_service {
            catalogue.variant(contrast.cell.deployment).to_owned()
        } else {
            catalogue.service_of(contrast.cell.deployment).short.clone()
        };
        let there = match contrast.side {
            Side::Of => format!("there {} does it", catalogue.provider().name),
            _ => "there it is yours".to_owned(),
        };
        let at = other.line.floor();
        let same = (other.line - stack.line).abs() < 0.6;
        let note = if same {
            format!("On {name} the line runs near the same place, but {there}.")
        } else {
            format!("Dashed: the line for {name}; {there}.")
        };
        Self { at: (!same).then_some(at), label: format!("line for {name}"), note }
    }
}

impl QuestionView {
    /// The open question of the running session.
    pub fn of(study: &Study, now: Moment) -> Option<Self> {
        let asked = study.single()?;
        let cell = study.session()?.item()?.cell;
        let catalogue = study.catalogue();
        let record = study.record(cell);
        let story = asked.scenario().map(|asked| {
            let (story, verdict) = (asked.story(catalogue), asked.told.verdict);
            Story {
                title: story.title.clone(),
                text: story.text.clone(),
                place: format!("Question {} of {}", verdict + 1, story.verdicts.len()),
            }
        });
        let prompt = asked.prompt(catalogue);
        let changed =
            study.changed_rulings(now).iter().find(|changed| changed.cell == cell).map(|changed| {
                format!(
                    "This ruling changed since you learned it. It was {} before.",
                    side_word(changed.then)
                )
            });
        Some(Self {
            prompt,
            record: seen(record.seen, record.right),
            story,
            changed,
            noted: study.note(cell).is_some(),
            flagged: study.flagged(cell).is_some(),
            ..Self::bare(catalogue, cell)
        })
    }
}

impl QuestionView {
    /// The question about a cell alone, without what the learner did with it before.
    pub(super) fn bare(catalogue: &Catalogue, cell: Cell) -> Self {
        let service = catalogue.service_of(cell.deployment);
        Self {
            cell,
            tile: service.tile.clone(),
            service: service.name.clone(),
            category: catalogue.categories()[service.category.index()].name.clone(),
            tags: catalogue.tags(cell.deployment).iter().map(|tag| tag.value.to_string()).collect(),
            prompt: catalogue.prompt(cell),
            record: String::new(),
            story: None,
            changed: None,
            noted: false,
            flagged: false,
        }
    }
}

impl FeedbackView {
    /// What is said about the answer given last.
    pub fn of(study: &Study, now: Moment) -> Option<Self> {
        let session = study.session()?;
        if session.phase != Phase::Feedback {
            return None;
        }
        let marked = study.feedback()?;
        let catalogue = study.catalogue();
        let cell = marked.cell;
        let ruling = RulingView::of(study, cell, now);
        let said = format!("You said {}, {}.", said_word(marked.said), marked.confidence.as_str());
        let again = match (marked.comes_back_this_session, marked.next_due) {
            (true, Some(days)) => {
                format!("It comes back later in this session and again {}.", words::in_days(days))
            }
            (true, None) => "It comes back later in this session.".to_owned(),
            (false, Some(days)) => format!("Next time {}.", words::in_days(days)),
            (false, None) => String::new(),
        };
        let next = match (marked.right, marked.confidence) {
            (true, Confidence::Guess) => format!("{said} A lucky guess counts as hard. {again}"),
            _ => format!("{said} {again}"),
        };
        let stack = StackView::of(catalogue, cell.deployment, Some(cell));
        let ghost = ruling
            .contrast
            .as_ref()
            .filter(|contrast| contrast.flips)
            .map(|contrast| GhostView::of(catalogue, &stack, contrast));
        let asked = session
            .item()
            .and_then(|item| item.scenario)
            .and_then(|told| {
                catalogue.scenarios()[told.scenario.index()].verdicts.get(told.verdict)
            })
            .map_or_else(|| ruling.prompt.clone(), |verdict| verdict.prompt.clone());
        let record = study.record(cell);
        let last = record.answers.len();
        let history = record
            .answers
            .iter()
            .enumerate()
            .map(|(index, past)| PastView {
                right: past.right,
                text: format!(
                    "{}, {} {}",
                    if index + 1 == last {
                        "now".to_owned()
                    } else {
                        words::day_short(past.at.day())
                    },
                    said_word(past.said),
                    past.confidence.as_str()
                ),
            })
            .collect();
        Some(Self {
            right: marked.right,
            verdict: verdict(catalogue, ruling.side),
            next: next.trim().to_owned(),
            asked,
            stack,
            ruling,
            ghost,
            history,
        })
    }
}

fn seen(seen: usize, right: usize) -> String {
    match seen {
        0 => "New".to_owned(),
        1 => format!("Seen once, {}", if right == 1 { "right" } else { "wrong" }),
        n => format!("Seen {n} times, right {right}"),
    }
}

/// OF or IN as said.
pub fn said_word(said: Said) -> &'static str {
    side_word(said.side())
}

/// OF, IN, or what else a side is called in a sentence.
pub fn side_word(side: Side) -> &'static str {
    match side {
        Side::Of => "OF",
        Side::In => "IN",
        Side::None => "no duty",
        Side::Other => "someone else's",
    }
}

/// "It is IN the cloud: you do it."
pub fn verdict(catalogue: &Catalogue, side: Side) -> String {
    match side {
        Side::Of => format!("It is OF the cloud: {} does it.", catalogue.provider().name),
        Side::In => "It is IN the cloud: you do it.".to_owned(),
        Side::None => "There is no such duty here.".to_owned(),
        Side::Other => "Someone else does it.".to_owned(),
    }
}
