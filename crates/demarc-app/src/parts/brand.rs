//! The mark of Demarc: a block above the line, a hatched block below it.

use egui::{CornerRadius, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2};

use crate::{
    theme::{Type, tokens},
    widgets::{hatch, text},
};

/// The mark, and the name beside it unless `mark_only`.
pub fn brand(ui: &mut Ui, edge: f32, mark_only: bool) {
    let tokens = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 9.0;
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(edge), Sense::hover());
        let unit = edge / 20.0;
        let part = |x: f32, y: f32, w: f32, h: f32| {
            Rect::from_min_size(
                Pos2::new(rect.left() + x * unit, rect.top() + y * unit),
                Vec2::new(w * unit, h * unit),
            )
        };
        let painter = ui.painter().clone();
        painter.rect_filled(part(2.5, 1.5, 15.0, 6.5), CornerRadius::same(1), tokens.in_fill);
        painter.rect_filled(part(0.0, 9.0, 20.0, 2.0), CornerRadius::same(1), tokens.ink);
        let lower = part(2.5, 12.0, 15.0, 6.5);
        hatch::hatch(ui, &painter, lower, tokens.of_fill, hatch::Density::Cell);
        let stroke = Stroke::new(1.4 * unit, tokens.of_fill);
        painter.rect_stroke(lower, CornerRadius::same(1), stroke, StrokeKind::Inside);
        if !mark_only {
            text::fixed(ui, "Demarc", Type::BodyBold, tokens.ink);
        }
    });
}
