//! Find anything: commands, services, deployments, duties. Type, arrows, Enter.

use egui::{CornerRadius, Key, Modifiers, Role, ScrollArea, Sense, Ui, Vec2};

use crate::{
    cx::Cx,
    model::{
        action::Action,
        palette::{self, Entry},
    },
    theme::{Type, size, tokens},
    widgets::{field, icon::Icon, key_cap, text},
};

/// What is typed, and which entry is chosen.
#[derive(Default)]
pub struct Palette {
    typed: String,
    at: usize,
    entries: Vec<Entry>,
}

/// The height of an entry, in points.
pub const ROW: f32 = 34.0;

impl Palette {
    /// Draws the palette.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, opened: bool) {
        let tokens = tokens(ui);
        ui.set_width((cx.window.x - 160.0).min(620.0));
        if opened {
            self.typed.clear();
            self.at = 0;
            self.entries = palette::entries(cx.model, crate::commands::offered(cx.model), "");
        }
        let (down, up, enter) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        let width = ui.available_width();
        let response = field::field(
            ui,
            &mut self.typed,
            &field::Look {
                name: "Find",
                hint: "A command, a service, a duty",
                icon: Some(Icon::Find),
                key: None,
                width,
                focus: opened,
            },
        );
        if response.changed() {
            let offered = crate::commands::offered(cx.model);
            self.entries = palette::entries(cx.model, offered, &self.typed);
            self.at = 0;
        }
        if down {
            self.at = (self.at + 1).min(self.entries.len().saturating_sub(1));
        }
        if up {
            self.at = self.at.saturating_sub(1);
        }
        ui.add_space(8.0);
        if self.entries.is_empty() {
            let words = format!("Nothing matches \u{201c}{}\u{201d}.", self.typed);
            text::text(ui, words, Type::Body, tokens.ink2);
        }
        let mut chosen = enter.then_some(self.at);
        let height = (cx.window.y - 260.0).clamp(120.0, ROW * 10.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, entry) in self.entries.iter().enumerate() {
                let response = row(ui, entry, index == self.at, down || up);
                if response.gained_focus() {
                    self.at = index;
                }
                if response.clicked() {
                    chosen = Some(index);
                }
            }
        });
        if let Some(entry) = chosen.and_then(|index| self.entries.get(index)) {
            cx.ask(Action::Close);
            match &entry.does {
                palette::Does::Act(action) => cx.ask((**action).clone()),
                palette::Does::Command(name) => {
                    if let Some(id) = crate::commands::named(name) {
                        match crate::commands::action(id, cx.model) {
                            Some(action) => cx.ask(action),
                            None => cx.ask_eye(id),
                        }
                    }
                }
            }
        }
    }
}

/// An entry of a list to choose from.
pub fn row(ui: &mut Ui, entry: &Entry, on: bool, moved: bool) -> egui::Response {
    let tokens = tokens(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(Role::ListBoxOption, true, on, entry.title.as_str())
    });
    let radius = CornerRadius::same(size::R_CONTROL);
    if on {
        ui.painter().rect_filled(rect, radius, tokens.pressed);
        if moved {
            response.scroll_to_me(None);
        }
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, tokens.hover);
    }
    let middle = rect.center().y;
    let mut right = rect.right() - 10.0;
    if !entry.key.is_empty() {
        let width = key_cap::width(ui, entry.key);
        let cap = egui::Rect::from_min_size(
            egui::pos2(right - width, middle - 10.0),
            Vec2::new(width, 20.0),
        );
        let fill = Some(tokens.surface);
        key_cap::paint(ui.painter(), cap, entry.key, tokens.ink2, tokens.edge, fill);
        right = cap.left() - 10.0;
    }
    let left = rect.left() + 10.0;
    let words =
        egui::Rect::from_min_max(egui::pos2(left, rect.top()), egui::pos2(right, rect.bottom()));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(words).layout(layout));
    text::line(&mut inner, entry.title.as_str(), Type::Label, tokens.ink);
    if inner.available_width() > 40.0 {
        text::line(&mut inner, entry.about.as_str(), Type::Small, tokens.ink3);
    }
    response
}
