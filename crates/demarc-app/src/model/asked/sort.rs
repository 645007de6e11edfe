//! Sort: the open question with the cards as far as they were put on a side.

use demarc_catalogue::DutyIx;
use demarc_study::forms::{Form, SortQuestion, SortReply};
use demarc_study::{Choice, Said, Study};

use super::{
    head::Head,
    replied::{Replied, Told},
};
use crate::model::{action::Start, words};

/// How many questions a session of them has.
const SORTS: usize = 5;

/// A step in sorting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortStep {
    /// Put a card on a side.
    Put(DutyIx, Said),
    /// Take a card off its side.
    Take(DutyIx),
    /// Take a card in hand.
    At(DutyIx),
    /// Take the card in hand that is so many further down.
    Move(isize),
}

/// Duties to be put on their sides.
#[derive(Clone, Debug, PartialEq)]
pub struct SortView {
    /// What is asked.
    pub question: SortQuestion,
    /// Where the cards were put.
    pub reply: SortReply,
    /// What it is about.
    pub head: Head,
    /// "Patch management: whose is which?"
    pub asked: String,
    /// The cards from the top.
    pub cards: Vec<Card>,
    /// The card in hand: its place among them.
    pub at: usize,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The duty.
    pub duty: DutyIx,
    /// Its short name.
    pub label: String,
    /// Its sentence.
    pub about: String,
}

impl SortView {
    /// The question, with nothing put yet.
    pub(super) fn of(study: &Study, question: SortQuestion) -> Self {
        let catalogue = study.catalogue();
        let deployment = question.deployment;
        let card = |&duty: &DutyIx| Card {
            duty,
            label: catalogue.duty(duty).label.clone(),
            about: catalogue.prompt(demarc_catalogue::Cell { deployment, duty }),
        };
        Self {
            reply: SortReply::default(),
            head: Head::of(catalogue, deployment),
            asked: asked(study, &question),
            cards: question.cards.iter().map(card).collect(),
            at: 0,
            question,
        }
    }

    /// How many cards are on neither side.
    pub fn left(&self) -> usize {
        self.cards.iter().filter(|card| self.reply.side(card.duty).is_none()).count()
    }

    pub(super) fn take(&mut self, step: SortStep) {
        let place = |duty| self.cards.iter().position(|card| card.duty == duty);
        match step {
            SortStep::Put(duty, side) => {
                self.at = place(duty).unwrap_or(self.at);
                self.reply.put(duty, side);
            }
            SortStep::Take(duty) => self.reply.take(duty),
            SortStep::At(duty) => self.at = place(duty).unwrap_or(self.at),
            SortStep::Move(by) => {
                self.at = self.at.saturating_add_signed(by).min(self.cards.len().max(1) - 1);
            }
        }
    }

    /// Puts the card in hand on a side, and takes the next that is on neither.
    pub(super) fn say(&mut self, side: Said) {
        let Some(card) = self.cards.get(self.at) else { return };
        self.reply.put(card.duty, side);
        let count = self.cards.len();
        let further = (1..count).map(|by| (self.at + by) % count);
        let open = |at: &usize| self.reply.side(self.cards[*at].duty).is_none();
        if let Some(next) = further.into_iter().find(open) {
            self.at = next;
        }
    }

    /// "2 OF, 3 IN, 1 to go".
    pub fn tally(&self) -> String {
        let on = |side| self.reply.on(side).count();
        let said = format!("{} OF, {} IN", on(Said::Of), on(Said::In));
        match self.left() {
            0 => said,
            left => format!("{said}, {} to go", words::count(left, "card", "cards")),
        }
    }
}

fn asked(study: &Study, question: &SortQuestion) -> String {
    match question.control {
        Some(control) => {
            format!("{}: whose is which?", study.catalogue().control(control).name)
        }
        None => "Whose is which?".to_owned(),
    }
}

/// What is told of it once it was checked: every duty, for each has its own reason.
pub(super) fn told(study: &Study, question: &SortQuestion, replied: &Replied) -> Told {
    Told {
        right_head: "Right, and why",
        right: replied.marks.duties_right(),
        ..Told::of(study.catalogue(), question.deployment, asked(study, question))
    }
}

/// A session of them.
pub fn start(choice: Choice) -> Start {
    Start::Form(Form::Sort, Choice { length: SORTS, ..choice })
}
