//! A key cap: the label of a key in a small frame.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2};

use crate::theme::{Type, size, tokens};

/// Width of a cap in points, for layouts made by hand.
pub fn width(ui: &Ui, label: &str) -> f32 {
    measure(ui.painter(), label, Type::Key, 20.0)
}

/// A cap in the flow of a layout.
pub fn key_cap(ui: &mut Ui, label: &str) {
    let wide = width(ui, label);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(wide, 20.0), Sense::hover());
    if ui.is_rect_visible(rect) {
        let tokens = tokens(ui);
        paint(ui.painter(), rect, label, tokens.ink2, tokens.edge, Some(tokens.surface));
    }
}

/// Paints a cap into a rectangle.
pub fn paint(
    painter: &Painter,
    rect: Rect,
    label: &str,
    ink: Color32,
    edge: Color32,
    fill: Option<Color32>,
) {
    let radius = CornerRadius::same(size::R_TAG);
    if let Some(fill) = fill {
        painter.rect_filled(rect, radius, fill);
    }
    painter.rect_stroke(rect, radius, Stroke::new(1.0, edge), StrokeKind::Inside);
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, label, Type::Key.font(), ink);
}

/// Paints the large cap of an answer, 28 points high, centred on a point.
pub fn paint_big(ui: &Ui, centre: Pos2, label: &str, ink: Color32, edge: Color32, fill: Color32) {
    let wide = measure(ui.painter(), label, Type::KeyBig, 28.0);
    let rect = Rect::from_center_size(centre, Vec2::new(wide, 28.0));
    let radius = CornerRadius::same(size::R_CONTROL);
    ui.painter().rect_filled(rect, radius, fill);
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, edge), StrokeKind::Inside);
    let font = Type::KeyBig.font();
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, label, font, ink);
}

fn measure(painter: &Painter, label: &str, style: Type, least: f32) -> f32 {
    let galley = painter.layout_no_wrap(label.to_owned(), style.font(), Color32::WHITE);
    (galley.size().x + 10.0).max(least)
}
