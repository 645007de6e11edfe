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
    widgets::{glyph, tag, text},
};

/// Draws the picture.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, picture: &PictureView) {
    match picture {
        PictureView::Stacks(stacks) => side_by_side(ui, cx, stacks),
        PictureView::Controls(controls) => table(ui, cx, controls),
    }
}

fn side_by_side(ui: &mut Ui, cx: &Cx<'_>, stacks: &[StackView]) {
    // Where the window is very small they stand one below the other.
    let count = if cx.tiny() { 1 } else { stacks.len() };
    let row = if compact(cx) { 27.0 } else { 38.0 };
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

fn table(ui: &mut Ui, cx: &Cx<'_>, controls: &[ControlView]) {
    let tokens = tokens(ui);
    let provider = cx.model.catalogue().provider().name.clone();
    let pad = if compact(cx) { 8 } else { 14 };
    card::card(ui, Margin::symmetric(14, pad), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (index, control) in controls.iter().enumerate() {
            if index > 0 {
                ui.add_space(4.0);
                card::rule(ui);
                ui.add_space(4.0);
            }
            ui.horizontal_wrapped(|ui| {
                text::fixed(ui, control.name.as_str(), Type::SmallBold, tokens.ink);
                tag::tag(ui, control.kind);
            });
            for (side, duties) in control.halves.iter().filter(|(_, duties)| !duties.is_empty()) {
                let (who, ink) = match side {
                    Side::Of => (provider.as_str(), tokens.of),
                    Side::In => ("You", tokens.r#in),
                    Side::None | Side::Other => ("By service", tokens.ink2),
                };
                half(ui, *side, who, ink, duties);
            }
        }
    });
}

fn half(ui: &mut Ui, side: Side, who: &str, ink: egui::Color32, duties: &str) {
    let tokens = tokens(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if side == Side::None {
            ui.add_space(14.0 + 6.0);
        } else {
            glyph::glyph(ui, side, glyph::Size::Small);
        }
        let who = format!("{who}: ");
        let runs = [(who.as_str(), Type::SmallBold, ink), (duties, Type::Small, tokens.ink2)];
        text::paragraph(ui, &runs, ui.available_width());
    });
}
