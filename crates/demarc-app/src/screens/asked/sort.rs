//! Sort: put each card on its side, say how sure, check.

use demarc_catalogue::Side;
use demarc_study::Said;
use egui::Ui;

use super::{Widths, halves, heading};
use crate::{
    cx::Cx,
    model::{
        action::Action,
        asked::{
            ReplyStep,
            sort::{SortStep, SortView},
        },
    },
    theme::{Type, tokens},
    widgets::{
        sort_board::{self, Card, Touch},
        text,
    },
};

/// Draws the cards between the two sides.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>, sort: &SortView) {
    let provider = &cx.model.catalogue().provider().name;
    let how = format!(
        "Put each card on its side: left is {provider}\u{2019}s, right is yours. Each side has at least one."
    );
    let asked = |ui: &mut Ui, cx: &mut Cx<'_>| {
        heading(ui, cx, Some(&sort.head), &sort.asked, &how);
    };
    let reply = |ui: &mut Ui, cx: &mut Cx<'_>| board(ui, cx, sort);
    let tally = |ui: &mut Ui, _: &mut Cx<'_>| {
        text::text(ui, sort.tally(), Type::SmallMedium, tokens(ui).ink);
    };
    halves(ui, cx, &Widths { usual: 352.0, small: 280.0 }, &asked, &reply, &tally);
}

fn board(ui: &mut Ui, cx: &mut Cx<'_>, sort: &SortView) {
    let provider = cx.model.catalogue().provider().name.clone();
    let cards: Vec<Card<'_>> = sort
        .cards
        .iter()
        .map(|card| Card {
            label: &card.label,
            about: &card.about,
            side: sort.reply.side(card.duty).map(Said::side),
        })
        .collect();
    let time = if cx.model.settings().reduced_motion { 0.0 } else { 0.12 };
    let heads = [format!("OF: {provider}"), "IN: you".to_owned()];
    let Some(touch) = sort_board::sort_board(ui, &heads, &cards, sort.at, time) else { return };
    let duty = |at: usize| sort.cards[at].duty;
    let step = match touch {
        Touch::Put(at, Side::Of) => SortStep::Put(duty(at), Said::Of),
        Touch::Put(at, _) => SortStep::Put(duty(at), Said::In),
        Touch::Take(at) => SortStep::Take(duty(at)),
        Touch::At(at) => SortStep::At(duty(at)),
    };
    cx.ask(Action::Reply(ReplyStep::Sort(step)));
}
