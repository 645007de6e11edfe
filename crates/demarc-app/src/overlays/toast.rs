//! A message at the foot of the window; screen readers hear it.

use egui::{Align2, Area, CornerRadius, Frame, Margin, Order, Stroke, Ui};

use crate::{
    cx::Cx,
    model::action::Action,
    theme::{self, Type, size, tokens},
    widgets::{
        button::Button,
        icon::{self, Icon},
        text,
    },
};

/// How long a message stays, in milliseconds; an error stays until it is taken away.
pub const STAYS_MS: u64 = 5_000;

/// Draws the message, if there is one.
pub fn toast(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(message) = cx.model.toast().cloned() else { return };
    let tokens = tokens(ui);
    let area = Area::new(egui::Id::unique("toast"))
        .order(Order::Tooltip)
        .anchor(Align2::LEFT_BOTTOM, [20.0, -60.0]);
    area.show(ui.ctx(), |ui| {
        let edge = if message.error { tokens.bad } else { tokens.edge };
        Frame::new()
            .fill(tokens.surface)
            .stroke(Stroke::new(1.0, edge))
            .corner_radius(CornerRadius::same(size::R_CARD))
            .shadow(theme::shadow(tokens))
            .inner_margin(Margin::symmetric(12, 8))
            .show(ui, |ui| {
                ui.set_max_width((cx.window.x - 80.0).min(620.0));
                ui.horizontal(|ui| {
                    if message.error {
                        icon::icon(ui, Icon::Warning, Type::Icon, tokens.bad);
                    }
                    let room = (cx.window.x - 220.0).min(520.0);
                    let response = ui
                        .scope(|ui| {
                            ui.set_max_width(room);
                            text::text(ui, message.text.as_str(), Type::Small, tokens.ink)
                        })
                        .inner;
                    ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_live(if message.error {
                            egui::accesskit::Live::Assertive
                        } else {
                            egui::accesskit::Live::Polite
                        });
                    });
                    if message.error && Button::quiet("Dismiss").show(ui).clicked() {
                        cx.ask(Action::Dismiss);
                    }
                });
            });
    });
}
