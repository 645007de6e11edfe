//! What keeps slipping: rulings missed again and again, what confuses, and a way to meet them anew.

use egui::{Margin, Ui};

use crate::{
    cx::Cx,
    model::{
        action::{Action, Start},
        today::TodayView,
        words,
    },
    parts::card,
    theme::{Type, tokens},
    widgets::{button::Button, glyph, link, text},
};

/// Draws the section; nothing where nothing keeps slipping.
pub fn ui(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    if today.slipping.is_empty() {
        return;
    }
    let tokens = tokens(ui);
    let count = words::count(today.slips, "ruling", "rulings");
    ui.add_space(16.0);
    card::head(ui, "Keeps slipping", &format!("{count} missed again and again"));
    ui.add_space(4.0);
    card::card(ui, Margin::symmetric(18, 12), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for it in &today.slipping {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                glyph::tagged(ui, it.side);
                if link::link(ui, &it.what, "open the ruling").clicked() {
                    cx.ask(Action::Reveal(it.cell));
                }
                text::fixed(ui, it.missed.as_str(), Type::Small, tokens.ink3);
            });
            if !it.confuses.is_empty() {
                text::text(ui, it.confuses.as_str(), Type::Small, tokens.ink2);
            }
            ui.add_space(8.0);
        }
        if Button::secondary("Meet them another way").show(ui).clicked() {
            cx.ask(Action::Start(Start::Slipping));
        }
    });
}
