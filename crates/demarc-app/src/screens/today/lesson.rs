//! The next lesson on Today, as long as one is not done.

use egui::{Margin, Ui};

use crate::{
    commands::Id,
    cx::Cx,
    parts::{at_right, card},
    theme::{Type, tokens},
    widgets::{button::Button, text},
};

/// Draws the card, with room above and below it; nothing once all lessons are done.
pub fn ui(ui: &mut Ui, cx: &mut Cx<'_>, above: f32, below: f32) {
    let tokens = tokens(ui);
    let lessons = cx.model.lessons();
    let Some(next) = lessons.next() else { return };
    let (count, begun) = (lessons.rows.len(), next.right.0 > 0);
    let words = match (next.number, begun) {
        (_, true) => "Go on",
        (1, false) => "Start the first lesson",
        _ => "Next lesson",
    };
    let start = Button::secondary(words).key(cx.cap(Id::NextLesson));
    ui.add_space(above);
    let mut asked = false;
    card::card(ui, Margin::symmetric(18, 14), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let told = |ui: &mut Ui| {
            let place = format!("Lesson {} of {count}", next.number);
            text::text(ui, place, Type::Small, tokens.ink3);
            text::text(ui, next.title.as_str(), Type::BodyMedium, tokens.ink);
            text::text(ui, next.lead.as_str(), Type::Small, tokens.ink2);
        };
        if cx.tiny() {
            told(ui);
            ui.add_space(8.0);
            asked = start.show(ui).clicked();
            return;
        }
        ui.horizontal(|ui| {
            let room = (ui.available_width() - 210.0).max(160.0);
            ui.vertical(|ui| {
                ui.set_width(room);
                told(ui);
            });
            at_right(ui, "lesson", |ui| asked = start.show(ui).clicked());
        });
    });
    if asked {
        cx.ask_command(Id::NextLesson);
    }
    ui.add_space(below);
}
