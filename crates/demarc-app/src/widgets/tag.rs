//! Tags that name settings, and the tile with a service's letters.

use egui::{CornerRadius, Sense, Stroke, StrokeKind, Ui, Vec2};

use crate::theme::{Type, size, tokens};

/// How much room tags take in one row, in points.
pub fn width(ui: &Ui, labels: &[String]) -> f32 {
    let wide = |label: &String| {
        let galley = ui.painter().layout_no_wrap(
            label.clone(),
            Type::Small.font(),
            egui::Color32::PLACEHOLDER,
        );
        galley.size().x + 24.0
    };
    labels.iter().map(wide).sum()
}

/// A framed word, 22 points high.
pub fn tag(ui: &mut Ui, label: &str) {
    let tokens = tokens(ui);
    let galley = ui.painter().layout_no_wrap(label.to_owned(), Type::Small.font(), tokens.ink2);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(galley.size().x + 16.0, 22.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, label));
    if ui.is_rect_visible(rect) {
        let radius = CornerRadius::same(size::R_TAG);
        ui.painter().rect_filled(rect, radius, tokens.surface);
        ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, tokens.hair), StrokeKind::Inside);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.ink2);
    }
}

/// The letters of a service in a square frame.
pub fn tile(ui: &mut Ui, letters: &str, edge: f32) {
    let tokens = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(edge), Sense::hover());
    if ui.is_rect_visible(rect) {
        let radius = CornerRadius::same(size::R_CONTROL);
        ui.painter().rect_filled(rect, radius, tokens.surface);
        ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
        let mut font = Type::Key.font();
        font.size = if letters.chars().count() > 4 { 8.5 } else { 10.5 };
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, letters, font, tokens.ink);
    }
}
