//! The screen on which the window opens when it cannot open as usual.

use egui::{CentralPanel, Frame, Key, Margin, ScrollArea, Ui, Vec2};

use crate::{
    model::trouble::{Remedy, Trouble},
    parts::{brand, card, centred},
    theme::{Type, tokens},
    widgets::{
        button::Button,
        field,
        icon::{self, Icon},
        text,
    },
};

/// What the person chose to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Do this.
    Remedy(Remedy),
    /// Use the folder that was typed.
    Folder(String),
}

/// The screen; it remembers the folder that is half typed.
#[derive(Default)]
pub struct TroubleScreen {
    folder: String,
    copied: bool,
}

impl TroubleScreen {
    /// Draws what is wrong and what can be done; returns what was chosen.
    pub fn ui(&mut self, ui: &mut Ui, trouble: &Trouble) -> Option<Choice> {
        let mut chosen = None;
        let frame = Frame::new().inner_margin(Margin::same(28));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                centred(ui, 680.0, |ui| {
                    brand::brand(ui, 22.0, false);
                    ui.add_space(28.0);
                    card::error_card(ui, |ui| chosen = self.card(ui, trouble));
                });
            });
        });
        chosen
    }

    fn card(&mut self, ui: &mut Ui, trouble: &Trouble) -> Option<Choice> {
        let tokens = tokens(ui);
        let mut chosen = None;
        ui.horizontal(|ui| {
            icon::icon(ui, Icon::Wrong, Type::Icon, tokens.bad);
            text::text(ui, trouble.title.as_str(), Type::Subtitle, tokens.ink);
        });
        ui.add_space(4.0);
        text::text(ui, trouble.detail.as_str(), Type::Body, tokens.ink2);
        if let Some(failed) = &trouble.failed {
            ui.add_space(6.0);
            text::text(ui, failed.as_str(), Type::BodyMedium, tokens.bad);
        }
        ui.add_space(12.0);
        let no_focus = ui.ctx().memory(|memory| memory.focused().is_none());
        let enter = no_focus && ui.input(|input| input.key_pressed(Key::Enter));
        for (index, remedy) in trouble.remedies.iter().enumerate() {
            if *remedy == Remedy::OtherFolder {
                if let Some(folder) = self.folder(ui) {
                    chosen = Some(Choice::Folder(folder));
                }
                continue;
            }
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let first = index == 0;
                let button = if first {
                    Button::primary(remedy.label()).key("Enter")
                } else {
                    Button::secondary(remedy.label())
                };
                if button.show(ui).clicked() || (first && enter) {
                    chosen = Some(Choice::Remedy(remedy.clone()));
                }
                text::text(ui, remedy.about(), Type::Small, tokens.ink2);
            });
            ui.add_space(4.0);
        }
        ui.add_space(8.0);
        let words = if self.copied { "Copied" } else { "Copy details" };
        if Button::quiet(words).icon(Icon::Copy).show(ui).clicked() {
            ui.ctx().copy_text(format!("{}\n{}", trouble.title, trouble.detail));
            self.copied = true;
        }
        chosen
    }

    fn folder(&mut self, ui: &mut Ui) -> Option<String> {
        let tokens = tokens(ui);
        let mut given = None;
        ui.horizontal(|ui| {
            let response = field::field(
                ui,
                &mut self.folder,
                &field::Look {
                    name: "Another data folder",
                    hint: "Another data folder",
                    icon: Some(Icon::Folder),
                    key: None,
                    width: 300.0,
                    focus: false,
                },
            );
            let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let typed = !self.folder.trim().is_empty();
            let button = Button::secondary("Use this folder").enabled(typed);
            if (button.show(ui).clicked() || enter) && typed {
                given = Some(self.folder.trim().to_owned());
            }
        });
        let about = Remedy::OtherFolder.about();
        ui.allocate_ui(Vec2::new(ui.available_width(), 18.0), |ui| {
            text::text(ui, about, Type::Small, tokens.ink3);
        });
        ui.add_space(4.0);
        given
    }
}
