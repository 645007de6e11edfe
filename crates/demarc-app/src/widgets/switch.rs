//! A switch between off and on, with the word beside it.

use egui::{CornerRadius, Pos2, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::focus;
use crate::theme::{Type, tokens};

/// Shows a switch named `name`; returns whether it was flipped now.
pub fn switch(ui: &mut Ui, name: &str, on: bool) -> bool {
    let tokens = tokens(ui);
    let (rect, response): (_, Response) =
        ui.allocate_exact_size(Vec2::new(76.0, 24.0), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(Role::Switch, true, on, name));
    let track = egui::Rect::from_min_size(
        Pos2::new(rect.left(), rect.center().y - 10.0),
        Vec2::new(36.0, 20.0),
    );
    let fill = match (on, response.hovered()) {
        (true, false) => tokens.primary,
        (true, true) => tokens.primary_hover,
        (false, false) => tokens.surface,
        (false, true) => tokens.hover,
    };
    ui.painter().rect_filled(track, CornerRadius::same(10), fill);
    let edge = Stroke::new(1.0, if on { fill } else { tokens.edge });
    ui.painter().rect_stroke(track, CornerRadius::same(10), edge, StrokeKind::Inside);
    let x = if on { track.right() - 10.0 } else { track.left() + 10.0 };
    let knob = if on { tokens.on_primary } else { tokens.edge };
    ui.painter().circle_filled(Pos2::new(x, track.center().y), 6.0, knob);
    ui.painter().text(
        Pos2::new(track.right() + 10.0, rect.center().y),
        egui::Align2::LEFT_CENTER,
        if on { "On" } else { "Off" },
        Type::Label.font(),
        tokens.ink,
    );
    focus::ring(ui, &response, 10);
    response.clicked()
}
