//! Reason: say whose the duty is and why, say how sure, check.

use demarc_study::Said;
use egui::Ui;

use super::{Widths, halves, heading};
use crate::{
    commands::{self, Id},
    cx::Cx,
    model::{
        action::Action,
        asked::{ReplyStep, reason::ReasonView},
    },
    parts::columns,
    theme::{Type, tokens},
    widgets::{
        option::{self, Choice},
        text,
    },
};

const HOW: &str = "Say whose it is, then why. Two of the reasons speak for each side.";

/// Draws the two sides and the four reasons.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>, reason: &ReasonView) {
    let asked = |ui: &mut Ui, cx: &mut Cx<'_>| {
        heading(ui, cx, Some(&reason.head), &reason.prompt, HOW);
    };
    let reply = |ui: &mut Ui, cx: &mut Cx<'_>| {
        sides(ui, cx, reason);
        ui.add_space(if cx.small() { 4.0 } else { 14.0 });
        text::text(ui, "Why?", Type::Heading, tokens(ui).ink);
        reasons(ui, cx, reason);
    };
    let tally = |ui: &mut Ui, _: &mut Cx<'_>| {
        text::text(ui, reason.tally(), Type::SmallMedium, tokens(ui).ink);
    };
    halves(ui, cx, &Widths { usual: 352.0, small: 280.0 }, &asked, &reply, &tally);
}

fn sides(ui: &mut Ui, cx: &mut Cx<'_>, reason: &ReasonView) {
    let provider = cx.model.catalogue().provider().name.clone();
    let does = [format!("{provider} does it"), "You do it".to_owned()];
    let least = if cx.small() { 56.0 } else { 72.0 };
    columns(ui, if cx.tiny() { 1 } else { 2 }, |ui, column| {
        let all = [(Said::Of, "OF the cloud", Id::PutOf), (Said::In, "IN the cloud", Id::PutIn)];
        let shown = if cx.tiny() { &all[..] } else { &all[column..=column] };
        for (side, words, id) in shown {
            let key = commands::cap(cx.model, *id);
            let about = does[usize::from(*side == Said::In)].as_str();
            let choice = Choice { words, about, side: Some(side.side()), key };
            if option::radio(ui, &choice, reason.reply.side == Some(*side), least) {
                cx.ask(Action::Reply(ReplyStep::Side(*side)));
            }
        }
    });
}

fn reasons(ui: &mut Ui, cx: &mut Cx<'_>, reason: &ReasonView) {
    ui.spacing_mut().item_spacing.y = if cx.small() { 6.0 } else { 10.0 };
    let least = if cx.small() { 44.0 } else { 56.0 };
    for (place, it) in reason.question.reasons.iter().enumerate() {
        let key = Id::PICKS.get(place).map_or("", |id| commands::cap(cx.model, *id));
        let choice = Choice { words: &it.text, about: "", side: None, key };
        if option::radio(ui, &choice, reason.reply.reason == Some(place), least) {
            cx.ask(Action::Reply(ReplyStep::Pick(place)));
        }
    }
}
