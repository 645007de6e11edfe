//! Flip one setting: say of each duty whether it changes hands, say how sure, check.

use egui::Ui;

use super::{Widths, halves, heading};
use crate::{
    cx::Cx,
    model::{
        action::Action,
        asked::{
            ReplyStep,
            flip::{FlipStep, FlipView},
        },
        words,
    },
    theme::{Type, tokens},
    widgets::{
        flip_row::{self, FlipRow},
        text,
    },
};

const HOW: &str =
    "All else stays. Press each duty that goes to the other side; leave what stays where it is.";

/// Draws the duties that may change hands.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>, flip: &FlipView) {
    let question = flip.change.asked();
    let asked = |ui: &mut Ui, cx: &mut Cx<'_>| heading(ui, cx, Some(&flip.head), &question, HOW);
    let reply = |ui: &mut Ui, cx: &mut Cx<'_>| rows(ui, cx, flip);
    let tally = |ui: &mut Ui, _: &mut Cx<'_>| {
        let words = match flip.reply.moved.len() {
            0 => "Nothing changes hands".to_owned(),
            n => words::count(n, "duty changes hands", "duties change hands"),
        };
        text::text(ui, words, Type::SmallMedium, tokens(ui).ink);
    };
    halves(ui, cx, &Widths { usual: 352.0, small: 280.0 }, &asked, &reply, &tally);
}

fn rows(ui: &mut Ui, cx: &mut Cx<'_>, flip: &FlipView) {
    ui.spacing_mut().item_spacing.y = 8.0;
    let catalogue = cx.model.catalogue().clone();
    for (duty, label, about, before) in &flip.rows {
        let after = flip.question.said(&catalogue, &flip.reply, *duty);
        let row = FlipRow { label, about, before: before.side(), after: after.side() };
        if flip_row::flip_row(ui, &row) {
            cx.ask(Action::Reply(ReplyStep::Flip(FlipStep::Turn(*duty))));
        }
    }
}
