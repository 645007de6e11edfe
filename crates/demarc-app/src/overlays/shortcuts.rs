//! The sheet of all keys, from the one table.

use egui::{ScrollArea, Ui};

use crate::{
    commands::{Command, grouped},
    cx::Cx,
    model::action::Action,
    parts::{card, columns},
    theme::{Type, tokens},
    widgets::{button::Button, key_cap, text},
};

/// Draws the sheet.
pub fn ui(ui: &mut Ui, cx: &mut Cx<'_>, opened: bool) {
    let tokens = tokens(ui);
    let width = (cx.window.x - 120.0).min(860.0);
    ui.set_width(width);
    ui.horizontal(|ui| {
        text::fixed(ui, "All keys", Type::Title, tokens.ink);
        if !cx.model.single_keys() {
            text::fixed(ui, "Single-character keys are off (Settings).", Type::Small, tokens.ink3);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let close = Button::quiet("Close").key("Esc").show(ui);
            if opened {
                close.request_focus();
            }
            if close.clicked() {
                cx.ask(Action::Close);
            }
        });
    });
    ui.add_space(8.0);
    let count = match width {
        ..=480.0 => 1,
        ..=700.0 => 2,
        _ => 3,
    };
    let blocks = grouped();
    let total: usize = blocks.iter().map(|(_, list)| list.len() + 2).sum();
    let share = total.div_ceil(count).max(1);
    let height = (cx.window.y - 160.0).max(200.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        columns(ui, count, |ui, column| {
            let mut filled = 0;
            for (name, list) in &blocks {
                if (filled / share).min(count - 1) == column {
                    block(ui, name, list);
                }
                filled += list.len() + 2;
            }
        });
    });
}

fn block(ui: &mut Ui, name: &str, commands: &[&Command]) {
    if commands.is_empty() {
        return;
    }
    let tokens = tokens(ui);
    card::head(ui, name, "");
    for command in commands {
        ui.horizontal(|ui| {
            ui.set_min_height(24.0);
            let caps: f32 = command.keys.iter().map(|key| key_cap::width(ui, key.cap) + 4.0).sum();
            for key in command.keys {
                key_cap::key_cap(ui, key.cap);
            }
            ui.add_space((96.0 - caps).max(4.0));
            text::line(ui, command.words, Type::Small, tokens.ink2);
        });
    }
    ui.add_space(12.0);
}
