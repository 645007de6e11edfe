//! Which of these: choose one of four deployments, say how sure, check.

use egui::{Margin, Ui};

use super::{Widths, halves, heading};
use crate::{
    commands::{self, Id},
    cx::Cx,
    model::{
        action::Action,
        asked::{ReplyStep, which::WhichView},
    },
    parts::card,
    theme::{Type, tokens},
    widgets::{
        option::{self, Choice},
        text,
    },
};

/// Draws the duty and the four deployments.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>, which: &WhichView) {
    let asked = |ui: &mut Ui, cx: &mut Cx<'_>| {
        heading(ui, cx, None, &which.asked, &which.rest);
        card::card(ui, Margin::symmetric(14, 10), |ui| {
            let tokens = tokens(ui);
            text::text(ui, which.layer, Type::Small, tokens.ink3);
            text::text(ui, which.label.as_str(), Type::BodyBold, tokens.ink);
            text::text(ui, which.about.as_str(), Type::Body, tokens.ink);
        });
    };
    let reply = |ui: &mut Ui, cx: &mut Cx<'_>| options(ui, cx, which);
    let tally = |ui: &mut Ui, _: &mut Cx<'_>| {
        let chosen = which.on().map(|at| &which.options[at].1);
        let words = chosen.map_or("Nothing chosen yet", |head| head.service.as_str());
        text::line(ui, words, Type::SmallMedium, tokens(ui).ink);
    };
    halves(ui, cx, &Widths { usual: 352.0, small: 280.0 }, &asked, &reply, &tally);
}

fn options(ui: &mut Ui, cx: &mut Cx<'_>, which: &WhichView) {
    ui.spacing_mut().item_spacing.y = if cx.small() { 8.0 } else { 12.0 };
    for (place, (_, head)) in which.options.iter().enumerate() {
        let settings = head.tags.join(" \u{b7} ");
        let key = Id::PICKS.get(place).map_or("", |id| commands::cap(cx.model, *id));
        let choice = Choice { words: &head.service, about: &settings, side: None, key };
        let least = if cx.small() { 56.0 } else { 76.0 };
        if option::radio(ui, &choice, which.on() == Some(place), least) {
            cx.ask(Action::Reply(ReplyStep::Pick(place)));
        }
    }
}
