//! A segmented control: a few choices in one frame, one of them on.

use egui::{Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::{focus, key_cap};
use crate::theme::{Type, size, tokens};

/// Shows `choices`; returns the index of the one that was picked now, if one was.
/// `key` is a cap shown in the last segment.
pub fn segmented(
    ui: &mut Ui,
    name: &str,
    choices: &[&str],
    on: usize,
    key: Option<&str>,
) -> Option<usize> {
    let tokens = tokens(ui);
    let height = 30.0;
    let galleys: Vec<_> = choices
        .iter()
        .map(|choice| {
            ui.painter().layout_no_wrap(
                (*choice).to_owned(),
                Type::SmallMedium.font(),
                Color32::PLACEHOLDER,
            )
        })
        .collect();
    let cap = key.map_or(0.0, |key| key_cap::width(ui, key) + 7.0);
    let widths: Vec<f32> = galleys
        .iter()
        .enumerate()
        .map(|(i, galley)| galley.size().x + 20.0 + if i + 1 == choices.len() { cap } else { 0.0 })
        .collect();
    let total: f32 = widths.iter().sum();
    let (rect, _) = ui.allocate_exact_size(Vec2::new(total, height), Sense::hover());
    let radius = CornerRadius::same(size::R_CONTROL);
    ui.painter().rect_filled(rect, radius, tokens.surface);
    let mut picked = None;
    let mut x = rect.left();
    for (index, (galley, width)) in galleys.into_iter().zip(widths).enumerate() {
        let part = Rect::from_min_size(egui::pos2(x, rect.top()), Vec2::new(width, height));
        let id = ui.scope_id().with((name, index));
        let response = ui.interact(part, id, Sense::click());
        let selected = index == on;
        response.widget_info(|| {
            let label = format!("{name}: {}", choices[index]);
            egui::WidgetInfo::selected(Role::RadioButton, true, selected, label)
        });
        let corners = CornerRadius {
            nw: if index == 0 { size::R_CONTROL } else { 0 },
            sw: if index == 0 { size::R_CONTROL } else { 0 },
            ne: if index + 1 == choices.len() { size::R_CONTROL } else { 0 },
            se: if index + 1 == choices.len() { size::R_CONTROL } else { 0 },
        };
        let fill = if selected {
            if tokens.dark { tokens.pressed } else { tokens.sunken }
        } else if response.hovered() {
            tokens.hover
        } else {
            tokens.surface
        };
        ui.painter().rect_filled(part, corners, fill);
        if index > 0 {
            ui.painter().vline(x, part.y_range(), Stroke::new(1.0, tokens.hair));
        }
        let ink = if selected { tokens.ink } else { tokens.ink2 };
        let at = egui::pos2(x + 10.0, part.center().y - galley.size().y / 2.0);
        ui.painter().galley_with_override_text_color(at, galley, ink);
        if let (Some(key), true) = (key, index + 1 == choices.len()) {
            let cap_rect = Rect::from_min_size(
                egui::pos2(part.right() - 7.0 - (cap - 7.0), part.center().y - 9.0),
                Vec2::new(cap - 7.0, 18.0),
            );
            key_cap::paint(ui.painter(), cap_rect, key, tokens.ink2, tokens.edge, None);
        }
        focus::ring_inside(ui, &response, size::R_TAG);
        if response.clicked() && !selected {
            picked = Some(index);
        }
        x += width;
    }
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
    picked
}
