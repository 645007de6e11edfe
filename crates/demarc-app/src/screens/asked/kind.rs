//! Control kind: say how the control falls here, say how sure, check.

use egui::Ui;

use super::{Widths, halves, heading};
use crate::{
    commands::{self, Id},
    cx::Cx,
    model::{
        action::Action,
        asked::{ReplyStep, kind::KindView},
    },
    theme::{Type, tokens},
    widgets::{
        option::{self, Choice},
        text,
    },
};

const HOW: &str = "What counts is how its duties fall in this deployment, not what the control is called in general.";

/// Draws the three kinds.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>, kind: &KindView) {
    let asked = |ui: &mut Ui, cx: &mut Cx<'_>| {
        heading(ui, cx, Some(&kind.head), &kind.asked, HOW);
    };
    let reply = |ui: &mut Ui, cx: &mut Cx<'_>| options(ui, cx, kind);
    let tally = |ui: &mut Ui, _: &mut Cx<'_>| {
        let words = kind.on().map_or("Nothing chosen yet", |at| kind.options[at].0);
        text::text(ui, words, Type::SmallMedium, tokens(ui).ink);
    };
    halves(ui, cx, &Widths { usual: 352.0, small: 280.0 }, &asked, &reply, &tally);
}

fn options(ui: &mut Ui, cx: &mut Cx<'_>, kind: &KindView) {
    ui.spacing_mut().item_spacing.y = if cx.small() { 8.0 } else { 12.0 };
    let least = if cx.small() { 56.0 } else { 76.0 };
    for (place, (words, about)) in kind.options.iter().enumerate() {
        let key = Id::PICKS.get(place).map_or("", |id| commands::cap(cx.model, *id));
        let choice = Choice { words, about, side: None, key };
        if option::radio(ui, &choice, kind.on() == Some(place), least) {
            cx.ask(Action::Reply(ReplyStep::Pick(place)));
        }
    }
}
