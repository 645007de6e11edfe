//! Why a ruling is as it is: principle, reason, what stays with the other side, and the belief that
//! a wrong answer follows.

use egui::Ui;

use super::card;
use crate::{
    model::ruling::RulingView,
    theme::{Type, tokens},
    widgets::text,
};

/// Draws it at most `width` points wide; the belief, `gap` below, only after a wrong answer.
pub fn why(ui: &mut Ui, ruling: &RulingView, right: bool, gap: f32, width: f32) {
    let tokens = tokens(ui);
    card::head(ui, "Why", "");
    let space = if ruling.stays.is_empty() { "" } else { " " };
    let runs = [
        (ruling.principle.as_str(), Type::WhyBold, tokens.ink),
        (" ", Type::Why, tokens.ink),
        (ruling.why.as_str(), Type::Why, tokens.ink),
        (space, Type::Why, tokens.ink),
        (ruling.stays.as_str(), Type::Why, tokens.ink2),
    ];
    text::paragraph(ui, &runs, width);
    if let (Some((belief, refutation)), false) = (&ruling.misconception, right) {
        ui.add_space(gap);
        card::head(ui, "A common belief, and why it is wrong", "");
        let quoted = format!("\u{201c}{belief}\u{201d} ");
        let runs = [
            (quoted.as_str(), Type::BodyMedium, tokens.ink),
            (refutation.as_str(), Type::Body, tokens.ink2),
        ];
        text::paragraph(ui, &runs, width);
    }
}
