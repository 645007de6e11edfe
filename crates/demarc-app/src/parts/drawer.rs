//! A drawer at the right: it stands beside the screen, and covers it where the window is narrow.

use egui::{Frame, Margin, Panel, Ui};

use crate::{
    cx::Cx,
    theme::{self, tokens},
};

const MARGIN: Margin = Margin { left: 20, right: 20, top: 18, bottom: 16 };

/// Shows a drawer that is `width` points wide, or as wide as the window if that is less.
pub fn drawer(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    name: &'static str,
    width: f32,
    add: impl FnOnce(&mut Ui, &mut Cx<'_>),
) {
    let tokens = tokens(ui);
    let frame = Frame::new().fill(tokens.surface).inner_margin(MARGIN);
    if !cx.narrow() {
        let panel = Panel::right(name).frame(frame).exact_size(width);
        panel.resizable(false).show(ui, |ui| add(ui, cx));
        return;
    }
    let width = width.min(cx.window.x);
    let area = egui::Area::new(egui::Id::unique(name))
        .order(egui::Order::Foreground)
        .fixed_pos(egui::pos2(cx.window.x - width, 0.0));
    area.show(ui.ctx(), |ui| {
        frame.shadow(theme::shadow(tokens)).show(ui, |ui| {
            ui.set_width(width - MARGIN.sum().x);
            ui.set_height(cx.window.y - MARGIN.sum().y);
            add(ui, cx);
        });
    });
}
