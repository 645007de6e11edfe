//! Choose what stands on one side of a comparison, or a need. Type, arrows, Enter.

use egui::{Key, Modifiers, ScrollArea, Ui};

use super::palette::{ROW, row};
use crate::{
    cx::Cx,
    model::{
        Model,
        palette::{self, Does, Entry},
    },
    theme::{Type, tokens},
    widgets::{field, icon::Icon, text},
};

/// What is typed, and which entry is chosen.
#[derive(Default)]
pub struct Pick {
    typed: String,
    at: usize,
    entries: Vec<Entry>,
}

/// What is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The left side of a comparison.
    Left,
    /// The right side.
    Right,
    /// A need.
    Need,
}

impl What {
    fn entries(self, model: &Model, typed: &str) -> Vec<Entry> {
        match self {
            What::Left => palette::subjects(model, typed, false),
            What::Right => palette::subjects(model, typed, true),
            What::Need => palette::needs(model, typed),
        }
    }

    /// The field's name, and what can be typed there.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            What::Left => ("Left side", "A service, a setting, a stack"),
            What::Right => ("Right side", "A service, a setting, a stack"),
            What::Need => ("Need", "What you want to do, or a service"),
        }
    }
}

impl Pick {
    /// Draws the choice.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, what: What, opened: bool) {
        let tokens = tokens(ui);
        ui.set_width((cx.window.x - 160.0).min(560.0));
        if opened {
            self.typed.clear();
            self.at = 0;
            self.entries = what.entries(cx.model, "");
        }
        let (down, up, enter) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        let (name, hint) = what.words();
        let look = field::Look {
            name,
            hint,
            icon: Some(Icon::Find),
            key: None,
            width: ui.available_width(),
            focus: opened,
        };
        if field::field(ui, &mut self.typed, &look).changed() {
            self.entries = what.entries(cx.model, &self.typed);
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
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show_rows(
            ui,
            ROW - ui.spacing().item_spacing.y,
            self.entries.len(),
            |ui, range| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for index in range {
                    let response = row(ui, &self.entries[index], index == self.at, down || up);
                    if response.gained_focus() {
                        self.at = index;
                    }
                    if response.clicked() {
                        chosen = Some(index);
                    }
                }
            },
        );
        let chosen = chosen.and_then(|index| self.entries.get(index));
        if let Some(Entry { does: Does::Act(action), .. }) = chosen {
            cx.ask((**action).clone());
        }
    }
}
