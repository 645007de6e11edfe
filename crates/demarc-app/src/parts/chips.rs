//! Rows of things to choose, each on or off by itself.

use egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use crate::{
    model::Chip,
    theme::{Type, size, tokens},
    widgets::{
        focus,
        icon::{self, Icon},
        text,
    },
};

/// Shows chips under a name, if it has one; `picked` is told the id of one that was pressed.
pub fn chips(ui: &mut Ui, name: &str, chips: &[Chip], mut picked: impl FnMut(&str)) {
    let tokens = tokens(ui);
    if !name.is_empty() {
        text::text(ui, name, Type::SmallMedium, tokens.ink2);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(6.0, 6.0);
        for chip in chips {
            if self::chip(ui, &chip.name, chip.on) {
                picked(&chip.id);
            }
        }
    });
}

/// One of them; returns whether it was pressed.
pub fn chip(ui: &mut Ui, name: &str, on: bool) -> bool {
    let tokens = tokens(ui);
    let style = if on { Type::SmallBold } else { Type::Small };
    let galley =
        ui.painter().layout_no_wrap(name.to_owned(), style.font(), egui::Color32::PLACEHOLDER);
    let mark = if on { 18.0 } else { 0.0 };
    let extent = Vec2::new(galley.size().x + 20.0 + mark, 28.0);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(Role::CheckBox, true, on, name));
    let radius = CornerRadius::same(size::R_CONTROL);
    let (fill, edge) = match (on, response.hovered()) {
        (true, _) => (tokens.pressed, tokens.ink),
        (false, true) => (tokens.hover, tokens.edge),
        (false, false) => (tokens.surface, tokens.edge),
    };
    ui.painter().rect_filled(rect, radius, fill);
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, edge), StrokeKind::Inside);
    if on {
        let at = egui::pos2(rect.left() + 16.0, rect.center().y);
        icon::paint(ui.painter(), at, Icon::Right, 13.0, tokens.ink);
    }
    let at = egui::pos2(rect.left() + 10.0 + mark, rect.center().y - galley.size().y / 2.0);
    let ink = if on { tokens.ink } else { tokens.ink2 };
    ui.painter().galley_with_override_text_color(at, galley, ink);
    focus::ring(ui, &response, size::R_CONTROL);
    response.clicked()
}
