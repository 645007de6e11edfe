//! A bar that shows a share, neutral or in the colours of a side.

use demarc_catalogue::Side;
use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::hatch;
use crate::theme::{size, tokens};

/// Shows `share` (0 to 1; none where nothing is known yet) named `name`.
/// A side gives the bar its colour and pattern; `Side::None` stays neutral.
///
/// `between` are the ends of the interval in which it lies, drawn as a whisker; `value` are the
/// words for it.
pub fn meter(
    ui: &mut Ui,
    (name, value): (&str, &str),
    share: Option<f32>,
    between: Option<(f32, f32)>,
    side: Side,
    extent: Vec2,
) {
    let tokens = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    response
        .widget_info(|| egui::WidgetInfo::labeled(Role::Meter, true, format!("{name}: {value}")));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let radius = CornerRadius::same(size::R_CELL);
    let ground = if tokens.dark { tokens.pressed } else { tokens.sunken };
    ui.painter().rect_filled(rect, radius, ground);
    if let Some(share) = share {
        let width = rect.width() * share.clamp(0.0, 1.0);
        let filled = Rect::from_min_size(rect.min, Vec2::new(width, rect.height()));
        match side {
            Side::In => {
                ui.painter().rect_filled(filled, radius, tokens.in_fill);
            }
            Side::Of => {
                ui.painter().rect_filled(filled, radius, tokens.of_tint);
                let painter = ui.painter().clone();
                hatch::hatch(ui, &painter, filled, tokens.of_fill, hatch::Density::Cell);
                ui.painter().vline(
                    filled.right() - 1.0,
                    filled.y_range(),
                    Stroke::new(2.0, tokens.of_fill),
                );
            }
            Side::None | Side::Other => {
                ui.painter().rect_filled(filled, radius, tokens.plot2);
            }
        }
    }
    if let Some((low, high)) = between {
        let at = |share: f32| rect.left() + rect.width() * share.clamp(0.0, 1.0);
        let stroke = Stroke::new(1.5, tokens.ink);
        let half = rect.height() / 4.0;
        ui.painter().hline(at(low)..=at(high), rect.center().y, stroke);
        for end in [at(low), at(high)] {
            let end = end.clamp(rect.left() + 1.0, rect.right() - 1.0);
            let reach = rect.center().y - half..=rect.center().y + half;
            ui.painter().vline(end, reach, stroke);
        }
    }
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, tokens.hair), StrokeKind::Inside);
}
