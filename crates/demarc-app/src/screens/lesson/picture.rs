//! What a lesson draws: stacks side by side with their lines, or controls with their halves.

use demarc_catalogue::Side;
use egui::{Margin, Ui};

use super::compact;
use crate::{
    cx::Cx,
    model::{
        lesson::{ControlView, PictureView},
        stack::StackView,
    },
    parts::{card, columns, stack},
    theme::{Type, tokens},
    widgets::{glyph, text},
};

/// Draws the picture above `below` points of something else.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, picture: &PictureView, below: f32) {
    match picture {
        PictureView::Stacks(stacks) => side_by_side(ui, cx, stacks, below),
        PictureView::Controls { on, rows } => table(ui, cx, on, rows),
    }
}

fn side_by_side(ui: &mut Ui, cx: &Cx<'_>, stacks: &[StackView], below: f32) {
    // Where the window is very small they stand one below the other.
    let count = if cx.tiny() { 1 } else { stacks.len() };
    // Name, variant and the two sides stand around the rows.
    let room = ui.clip_rect().bottom() - ui.cursor().top() - below - 96.0;
    let row = (room / 9.0).clamp(22.0, if compact(cx) { 30.0 } else { 40.0 });
    ui.spacing_mut().item_spacing.x = 10.0;
    columns(ui, count, |ui, column| {
        for (index, view) in stacks.iter().enumerate().skip(column).step_by(count) {
            ui.push_id(index, |ui| one(ui, cx, view, row));
        }
    });
}

fn one(ui: &mut Ui, cx: &Cx<'_>, view: &StackView, row: f32) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    text::line(ui, view.title.as_str(), Type::LabelBold, tokens.ink);
    let variant = if view.variant.is_empty() { "\u{a0}" } else { view.variant.as_str() };
    text::line(ui, variant, Type::Micro, tokens.ink3);
    stack::stack(ui, cx, view, None, row);
}

fn table(ui: &mut Ui, cx: &Cx<'_>, on: &str, controls: &[ControlView]) {
    let tokens = tokens(ui);
    let provider = cx.model.catalogue().provider().name.clone();
    let pad = if compact(cx) { 8 } else { 14 };
    card::card(ui, Margin::symmetric(14, pad), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        text::text(ui, on, Type::Small, tokens.ink3);
        ui.add_space(4.0);
        for (index, control) in controls.iter().enumerate() {
            if index > 0 {
                ui.add_space(4.0);
                card::rule(ui);
                ui.add_space(4.0);
            }
            ui.horizontal_wrapped(|ui| {
                text::fixed(ui, control.name.as_str(), Type::SmallBold, tokens.ink);
                text::fixed(ui, control.kind, Type::Small, tokens.ink3);
            });
            for (side, duties) in control.halves.iter().filter(|(_, duties)| !duties.is_empty()) {
                let who = if *side == Side::Of { provider.as_str() } else { "You" };
                half(ui, *side, who, duties);
            }
        }
    });
}

fn half(ui: &mut Ui, side: Side, who: &str, duties: &str) {
    let tokens = tokens(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        glyph::glyph(ui, side, glyph::Size::Small);
        let ink = glyph::colour(tokens, side);
        let who = format!("{who}: ");
        let runs = [(who.as_str(), Type::SmallBold, ink), (duties, Type::Small, tokens.ink2)];
        text::paragraph(ui, &runs, ui.available_width());
    });
}
