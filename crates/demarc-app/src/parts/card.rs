//! Cards and the heads of sections.

use egui::{CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui};

use crate::{
    theme::{Type, size, tokens},
    widgets::text,
};

/// A card as wide as there is room.
pub fn card<R>(ui: &mut Ui, margin: Margin, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = tokens(ui);
    Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.hair))
        .corner_radius(CornerRadius::same(size::R_CARD))
        .inner_margin(margin)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
}

/// A card whose edge says that something is wrong.
pub fn error_card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = tokens(ui);
    Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.5, tokens.bad))
        .corner_radius(CornerRadius::same(size::R_CARD))
        .inner_margin(Margin::same(20))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
}

/// The head of a section, with a quieter remark beside it.
pub fn head(ui: &mut Ui, title: &str, remark: &str) {
    let tokens = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let response = text::fixed(ui, title, Type::Heading, tokens.ink);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_label(title);
        });
        if !remark.is_empty() {
            text::line(ui, remark, Type::Small, tokens.ink3);
        }
    });
}

/// The title of a screen, with a quieter remark beside it.
pub fn title(ui: &mut Ui, title: &str, remark: &str) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.x = 12.0;
    let response = text::fixed(ui, title, Type::Title, tokens.ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(title);
        node.set_level(1);
    });
    if !remark.is_empty() {
        text::fixed(ui, remark, Type::Small, tokens.ink3);
    }
}

/// A thin line across the layout.
pub fn rule(ui: &mut Ui) {
    let tokens = tokens(ui);
    let (rect, _) =
        ui.allocate_exact_size(egui::Vec2::new(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, tokens.hair));
}
