//! The open question with parts, with the reply as far as it was made. A form is a file: what is
//! shown of its question, the steps of a reply, and what is told of it afterwards.

pub mod compare;
pub mod flip;
mod ghost;
pub mod head;
pub mod kind;
pub mod line;
pub mod reason;
pub mod replied;
pub mod sort;
pub mod which;

use demarc_study::forms::{Question, Reply};
use demarc_study::{Confidence, Said, Study, StudyError};

use super::{Model, Tick, route::Place};
use compare::{MoveStep, MoveView};
use flip::{FlipStep, FlipView};
use kind::KindView;
use line::{LineStep, LineView};
use reason::ReasonView;
use replied::RepliedView;
use sort::{SortStep, SortView};
use which::WhichView;

/// The open question with parts.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedView {
    /// What is asked, and what was said so far.
    pub form: FormView,
    /// How sure; none until it is said.
    pub confidence: Option<Confidence>,
}

/// What is asked and said, by form.
#[derive(Clone, Debug, PartialEq)]
pub enum FormView {
    /// Draw the line.
    Line(LineView),
    /// Flip a setting.
    Flip(FlipView),
    /// Sort the duties.
    Sort(SortView),
    /// Which of these.
    Which(WhichView),
    /// What moves.
    Compare(MoveView),
    /// Whose, and why.
    Reason(ReasonView),
    /// What kind of control.
    Kind(KindView),
}

/// A step in replying to a question with parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyStep {
    /// Change the line that is drawn.
    Line(LineStep),
    /// Say what changes hands.
    Flip(FlipStep),
    /// Say where a duty lies on the right.
    Compare(MoveStep),
    /// Put a card on a side.
    Sort(SortStep),
    /// Say a side: of the card in hand, or of the duty that is asked about.
    Side(Said),
    /// Choose the answer with this number, from 0.
    Pick(usize),
    /// Choose the answer so many places further, or go on to the duty so many rows further.
    PickNext(isize),
    /// Say how sure.
    Sure(Confidence),
    /// Take back what was said.
    StartOver,
    /// See what was right.
    Check,
}

impl AskedView {
    /// The question, with nothing said yet.
    fn of(study: &Study, question: Question) -> Self {
        let form = match question {
            Question::Line(question) => FormView::Line(LineView::of(study, question)),
            Question::Flip(question) => FormView::Flip(FlipView::of(study, question)),
            Question::Sort(question) => FormView::Sort(SortView::of(study, question)),
            Question::Which(question) => FormView::Which(WhichView::of(study, question)),
            Question::Compare(question) => FormView::Compare(MoveView::of(study, question)),
            Question::Reason(question) => FormView::Reason(ReasonView::of(study, question)),
            Question::Kind(question) => FormView::Kind(KindView::of(study, question)),
        };
        Self { form, confidence: None }
    }
}

impl FormView {
    /// The place whose commands are available, within [`Place::Reply`].
    pub(super) fn place(&self) -> Place {
        match self {
            FormView::Line(_) => Place::Line,
            FormView::Flip(_) => Place::Flip,
            FormView::Sort(_) => Place::Sort,
            FormView::Which(_) | FormView::Compare(_) | FormView::Kind(_) => Place::Choose,
            FormView::Reason(_) => Place::Reason,
        }
    }

    /// Whether it is this that is asked.
    fn asks(&self, question: &Question) -> bool {
        match (self, question) {
            (FormView::Line(view), Question::Line(asked)) => view.question == *asked,
            (FormView::Flip(view), Question::Flip(asked)) => view.question == *asked,
            (FormView::Sort(view), Question::Sort(asked)) => view.question == *asked,
            (FormView::Which(view), Question::Which(asked)) => view.question == *asked,
            (FormView::Compare(view), Question::Compare(asked)) => view.question == *asked,
            (FormView::Reason(view), Question::Reason(asked)) => view.question == *asked,
            (FormView::Kind(view), Question::Kind(asked)) => view.question == *asked,
            _ => false,
        }
    }

    /// What was said so far.
    fn reply(&self) -> Reply {
        match self {
            FormView::Line(view) => Reply::Line(view.reply.clone()),
            FormView::Flip(view) => Reply::Flip(view.reply.clone()),
            FormView::Sort(view) => Reply::Sort(view.reply.clone()),
            FormView::Which(view) => Reply::Which(view.reply.clone()),
            FormView::Compare(view) => Reply::Compare(view.reply.clone()),
            FormView::Reason(view) => Reply::Reason(view.reply.clone()),
            FormView::Kind(view) => Reply::Kind(view.reply.clone()),
        }
    }

    /// What has still to be said before it can be checked; none once nothing has.
    pub fn lacks(&self) -> Option<&'static str> {
        match self {
            FormView::Sort(view) if view.left() > 0 => Some("Put every card on a side first."),
            FormView::Which(view) if view.reply.chosen.is_none() => Some("Choose one first."),
            FormView::Kind(view) if view.reply.kind.is_none() => Some("Choose one first."),
            FormView::Reason(view) => view.lacks(),
            _ => None,
        }
    }

    /// Takes back what was said.
    fn start_over(&mut self) {
        match self {
            FormView::Line(view) => view.reply = Default::default(),
            FormView::Flip(view) => view.reply = Default::default(),
            FormView::Sort(view) => (view.reply, view.at) = Default::default(),
            FormView::Which(view) => view.reply = Default::default(),
            FormView::Compare(view) => (view.reply, view.at) = Default::default(),
            FormView::Reason(view) => view.reply = Default::default(),
            FormView::Kind(view) => view.reply = Default::default(),
        }
    }
}

impl Model {
    /// The open question with parts.
    pub fn asked(&self) -> Option<&AskedView> {
        self.asked.as_ref()
    }

    /// What is said about the last reply to a question with parts.
    pub fn replied(&self) -> Option<&RepliedView> {
        self.replied.as_ref()
    }

    /// Puts the question with parts that is asked on the screen, or what is said about the last
    /// one. What was said so far of an open one stays.
    pub(super) fn refresh_asked(&mut self, tick: Tick) {
        self.replied = RepliedView::of(&self.study, tick.now);
        let question = self.study.question(tick.now);
        let open = |asked: &AskedView| question.as_ref().is_some_and(|it| asked.form.asks(it));
        if self.asked.as_ref().is_some_and(open) {
            return;
        }
        self.asked = question.map(|question| AskedView::of(&self.study, question));
        if self.asked.is_some() {
            self.asked_at_ms = tick.uptime_ms;
        }
    }

    /// Changes what is said to the open question, or checks it.
    pub(super) fn reply_step(&mut self, step: ReplyStep, tick: Tick) -> Result<(), StudyError> {
        let Some(asked) = &mut self.asked else { return Ok(()) };
        match (&mut asked.form, step) {
            (FormView::Line(view), ReplyStep::Line(step)) => view.take(step),
            (FormView::Flip(view), ReplyStep::Flip(step)) => view.take(step),
            (FormView::Sort(view), ReplyStep::Sort(step)) => view.take(step),
            (FormView::Sort(view), ReplyStep::Side(side)) => view.say(side),
            (FormView::Which(view), ReplyStep::Pick(place)) => view.pick(place),
            (FormView::Which(view), ReplyStep::PickNext(by)) => view.step(by),
            (FormView::Compare(view), ReplyStep::Compare(step)) => view.take(step),
            (FormView::Compare(view), ReplyStep::Pick(choice)) => {
                view.take(MoveStep::Say(view.at, choice));
            }
            (FormView::Compare(view), ReplyStep::PickNext(by)) => view.step(by),
            (FormView::Reason(view), ReplyStep::Side(side)) => view.reply.side = Some(side),
            (FormView::Reason(view), ReplyStep::Pick(place)) => view.pick(place),
            (FormView::Reason(view), ReplyStep::PickNext(by)) => {
                view.pick(further(view.reply.reason, by, view.question.reasons.len()));
            }
            (FormView::Kind(view), ReplyStep::Pick(place)) => view.pick(place),
            (FormView::Kind(view), ReplyStep::PickNext(by)) => {
                view.pick(further(view.on(), by, view.options.len()));
            }
            (_, ReplyStep::Sure(confidence)) => asked.confidence = Some(confidence),
            (form, ReplyStep::StartOver) => form.start_over(),
            (form, ReplyStep::Check) => {
                if let Some(lacks) = form.lacks() {
                    self.say(lacks, tick);
                    return Ok(());
                }
                let (reply, sure) = (form.reply(), asked.confidence);
                return self.check(&reply, sure, tick);
            }
            _ => {}
        }
        Ok(())
    }

    /// Replies to the question at hand, once it was said how sure.
    fn check(
        &mut self,
        reply: &Reply,
        sure: Option<Confidence>,
        tick: Tick,
    ) -> Result<(), StudyError> {
        let Some(confidence) = sure else {
            self.say("Say how sure you are first: guess, likely or sure.", tick);
            return Ok(());
        };
        let took = tick.uptime_ms.saturating_sub(self.asked_at_ms);
        let took = u32::try_from(took).unwrap_or(u32::MAX);
        self.study.reply(reply, confidence, took, tick.now)?;
        self.refresh_session(tick);
        Ok(())
    }
}

/// The place of the answer some places further; the first or the last if none was chosen.
fn further(on: Option<usize>, by: isize, count: usize) -> usize {
    let last = count.saturating_sub(1);
    match on {
        Some(at) => at.saturating_add_signed(by).min(last),
        None if by > 0 => 0,
        None => last,
    }
}

impl AskedView {
    /// The duty whose side and reason are asked.
    pub fn reason(&self) -> Option<&ReasonView> {
        match &self.form {
            FormView::Reason(view) => Some(view),
            _ => None,
        }
    }

    /// The control whose kind is asked.
    pub fn kind(&self) -> Option<&KindView> {
        match &self.form {
            FormView::Kind(view) => Some(view),
            _ => None,
        }
    }

    /// The line that is being drawn.
    pub fn line(&self) -> Option<&LineView> {
        match &self.form {
            FormView::Line(view) => Some(view),
            _ => None,
        }
    }

    /// The two that are compared.
    pub fn compare(&self) -> Option<&MoveView> {
        match &self.form {
            FormView::Compare(view) => Some(view),
            _ => None,
        }
    }

    /// The deployments of which one is chosen.
    pub fn which(&self) -> Option<&WhichView> {
        match &self.form {
            FormView::Which(view) => Some(view),
            _ => None,
        }
    }

    /// The setting that changes.
    pub fn flip(&self) -> Option<&FlipView> {
        match &self.form {
            FormView::Flip(view) => Some(view),
            _ => None,
        }
    }

    /// The cards that are sorted.
    pub fn sort(&self) -> Option<&SortView> {
        match &self.form {
            FormView::Sort(view) => Some(view),
            _ => None,
        }
    }
}
