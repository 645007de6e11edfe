//! The focus ring: 2 points of ink with a gap of 2, for keyboard focus only.

use egui::{CornerRadius, Response, Stroke, StrokeKind, Ui};

use crate::theme::tokens;

/// Draws the ring around a widget that has the focus.
pub fn ring(ui: &Ui, response: &Response, radius: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            CornerRadius::same(radius + 2),
            Stroke::new(2.0, tokens(ui).ink),
            StrokeKind::Outside,
        );
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
    }
}

/// Draws the ring inside a widget whose neighbours touch it.
pub fn ring_inside(ui: &Ui, response: &Response, radius: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.shrink(2.0),
            CornerRadius::same(radius),
            Stroke::new(2.0, tokens(ui).ink),
            StrokeKind::Inside,
        );
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
    }
}
