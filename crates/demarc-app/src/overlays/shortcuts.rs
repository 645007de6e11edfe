//! The sheet of all keys, from the one table.

use egui::{ScrollArea, Ui};

use crate::{
    commands::{COMMANDS, Command},
    cx::Cx,
    model::{action::Action, route::Place},
    parts::card,
    theme::{Type, tokens},
    widgets::{button::Button, key_cap, text},
};

const GROUPS: [(&str, Place); 8] = [
    ("Today", Place::Today),
    ("Question", Place::Question),
    ("After an answer", Place::Feedback),
    ("End of a session", Place::Finished),
    ("Explore", Place::Explore),
    ("Insights", Place::Insights),
    ("Practice", Place::Practice),
    ("First start", Place::FirstRun),
];

/// The group under which the sheet lists a command.
fn group(command: &Command) -> Option<usize> {
    if command.places.len() > 4 {
        return None;
    }
    GROUPS.iter().position(|(_, place)| command.places.contains(place))
}

/// Draws the sheet.
pub fn ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    let width = (cx.window.x - 120.0).min(860.0);
    ui.set_width(width);
    ui.horizontal(|ui| {
        text::fixed(ui, "All keys", Type::Title, tokens.ink);
        if !cx.model.single_keys() {
            text::fixed(ui, "Single-character keys are off (Settings).", Type::Small, tokens.ink3);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if Button::quiet("Close").key("Esc").show(ui).clicked() {
                cx.ask(Action::Close);
            }
        });
    });
    ui.add_space(8.0);
    let columns = if width > 700.0 { 3 } else { 2 };
    let mut blocks: Vec<(&str, Vec<&Command>)> = vec![("Everywhere", Vec::new())];
    blocks.extend(GROUPS.iter().map(|(name, _)| (*name, Vec::new())));
    for command in COMMANDS.iter().filter(|c| !c.places.contains(&Place::Overlay)) {
        let at = group(command).map_or(0, |group| group + 1);
        blocks[at].1.push(command);
    }
    let total: usize = blocks.iter().map(|(_, list)| list.len() + 2).sum();
    let share = total.div_ceil(columns);
    ScrollArea::vertical().max_height((cx.window.y - 160.0).max(200.0)).show(ui, |ui| {
        ui.columns(columns, |uis| {
            let mut filled = 0;
            for (name, list) in &blocks {
                let column = (filled / share.max(1)).min(columns - 1);
                filled += list.len() + 2;
                block(&mut uis[column], name, list);
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
