//! One answer among a few: its key, perhaps the glyph of a side, its words, all of it a button, or
//! one that stays chosen until another is.

use demarc_catalogue::Side;
use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::{focus, glyph, key_cap, line_board, text};
use crate::theme::{Type, size, tokens};

/// What an option says.
pub struct Choice<'a> {
    /// The choice, or "OF the cloud".
    pub words: &'a str,
    /// A quieter line below; may be empty.
    pub about: &'a str,
    /// The side, where it is one.
    pub side: Option<Side>,
    /// The key that does the same; may be empty.
    pub key: &'a str,
}

/// Shows the option as wide as there is room and as high as its words need, at least `least`
/// points; returns whether it was chosen.
pub fn option(ui: &mut Ui, choice: &Choice<'_>, least: f32) -> bool {
    shown(ui, choice, None, least)
}

/// The same as one of a group of which one is `on`; whether it was chosen now.
pub fn radio(ui: &mut Ui, choice: &Choice<'_>, on: bool, least: f32) -> bool {
    shown(ui, choice, Some(on), least) && !on
}

fn shown(ui: &mut Ui, choice: &Choice<'_>, on: Option<bool>, least: f32) -> bool {
    let tokens = tokens(ui);
    let width = ui.available_width();
    let mark = if choice.side.is_some() { 34.0 + 14.0 } else { 0.0 };
    let cap = if choice.key.is_empty() { 0.0 } else { 28.0 + 14.0 };
    let dot = if on.is_some() { 30.0 } else { 0.0 };
    let style = match (choice.side, on) {
        (Some(_), _) => Type::Subtitle,
        (None, Some(_)) => Type::BodyMedium,
        (None, None) => Type::Body,
    };
    let room = (width - 32.0 - mark - cap - dot).max(40.0);
    let lay = |words: &str, style: Type, ink: egui::Color32| {
        egui::WidgetText::from(text::rich(words, style, ink)).into_galley(
            ui,
            Some(egui::TextWrapMode::Wrap),
            room,
            egui::TextStyle::Body,
        )
    };
    let head = lay(choice.words, style, tokens.ink);
    let below = (!choice.about.is_empty()).then(|| lay(choice.about, Type::Body, tokens.ink2));
    let high = head.size().y + below.as_ref().map_or(0.0, |it| it.size().y + 2.0);
    let extent = Vec2::new(width, (high + 20.0).max(least));
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| {
        let about = if choice.about.is_empty() { "" } else { ": " };
        let key = if choice.key.is_empty() { "" } else { ", key " };
        let label = format!("{}{about}{}{key}{}", choice.words, choice.about, choice.key);
        match on {
            Some(on) => egui::WidgetInfo::selected(Role::RadioButton, true, on, label),
            None => egui::WidgetInfo::labeled(Role::Button, true, label),
        }
    });
    if on.is_some() {
        line_board::hold(ui, &response, true);
    }
    let (edge, tint) = match choice.side {
        Some(Side::Of) => (tokens.of_edge, tokens.of_tint),
        Some(Side::In) => (tokens.in_edge, tokens.in_tint2),
        _ => (tokens.edge, tokens.hover),
    };
    let radius = CornerRadius::same(size::R_CARD);
    let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => tokens.pressed,
        (false, true) => tint,
        (false, false) => tokens.surface,
    };
    let stroke = match (on, choice.side) {
        (Some(true), _) => Stroke::new(2.0, tokens.ink),
        (_, side) => Stroke::new(if side.is_some() { 1.5 } else { 1.0 }, edge),
    };
    ui.painter().rect_filled(rect, radius, fill);
    ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    let middle = rect.center().y;
    let mut x = rect.left() + 16.0;
    if !choice.key.is_empty() {
        let at = egui::pos2(x + 14.0, middle);
        key_cap::paint_big(ui, at, choice.key, tokens.ink, tokens.edge, tokens.surface);
        x += cap;
    }
    if let Some(side) = choice.side {
        let large = glyph::Size::Large;
        let corner = egui::pos2(x, middle - large.edge() / 2.0);
        let painter = ui.painter().clone();
        let square = Rect::from_min_size(corner, Vec2::splat(large.edge()));
        glyph::paint(ui, &painter, square, side, large);
        x += mark;
    }
    if let Some(on) = on {
        let at = egui::pos2(rect.right() - 16.0 - 8.0, middle);
        let ink = if on { tokens.ink } else { tokens.edge };
        ui.painter().circle_stroke(at, 8.0, Stroke::new(1.5, ink));
        if on {
            ui.painter().circle_filled(at, 4.5, tokens.ink);
        }
    }
    let top = middle - high / 2.0;
    let under = top + head.size().y + 2.0;
    ui.painter().galley(egui::pos2(x, top), head, tokens.ink);
    if let Some(below) = below {
        ui.painter().galley(egui::pos2(x, under), below, tokens.ink2);
    }
    focus::ring(ui, &response, size::R_CARD);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
