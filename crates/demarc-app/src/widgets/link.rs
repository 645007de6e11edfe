//! A link to a source: its title, and the host to which it leads.

use egui::{Response, Role, Sense, Stroke, Ui};

use super::{focus, text};
use crate::theme::{Type, size, tokens};

/// Shows a title as a link; `clicked()` means that the person asks to open it.
pub fn link(ui: &mut Ui, title: &str, host: &str) -> Response {
    let tokens = tokens(ui);
    let rich = text::rich(title, Type::Cell, tokens.ink);
    let galley = egui::WidgetText::from(rich).into_galley(
        ui,
        Some(egui::TextWrapMode::Truncate),
        ui.available_width(),
        egui::TextStyle::Body,
    );
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(Role::Link, true, format!("{title}, opens {host}"))
    });
    if ui.is_rect_visible(rect) {
        let ink = if response.hovered() { tokens.ink } else { tokens.edge };
        ui.painter().galley(rect.min, galley, tokens.ink);
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, ink));
    }
    focus::ring(ui, &response, size::R_TAG);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The host of a web address, as shown beside a link.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}
