//! A one-line field with an icon and, while it is empty, the key that leads to it.

use egui::{CornerRadius, Frame, Margin, Response, Stroke, StrokeKind, TextEdit, Ui};

use super::{
    icon::{self, Icon},
    key_cap, text,
};
use crate::theme::{Type, size, tokens};

/// How a field looks and what it is called.
pub struct Look<'a> {
    /// Its name for screen readers.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// An icon before the text.
    pub icon: Option<Icon>,
    /// The key that leads to it.
    pub key: Option<&'a str>,
    /// Its width in points.
    pub width: f32,
    /// Whether to move the cursor into it now.
    pub focus: bool,
}

/// Shows the field; `changed()` of the response says that something was typed.
pub fn field(ui: &mut Ui, content: &mut String, look: &Look<'_>) -> Response {
    let &Look { name, hint, icon: mark, key, width, focus } = look;
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.edge))
        .corner_radius(CornerRadius::same(size::R_CONTROL))
        .inner_margin(Margin { left: 10, right: 8, top: 5, bottom: 5 });
    let inner = frame.show(ui, |ui| {
        ui.set_width(width - 20.0);
        ui.set_height(20.0);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.with_layout(layout, |ui| {
            if let Some(mark) = mark {
                icon::icon(ui, mark, Type::IconSmall, tokens.ink3);
            }
            let cap = key.map_or(0.0, |key| key_cap::width(ui, key) + 8.0);
            let edit = TextEdit::singleline(content)
                .frame(Frame::NONE)
                .margin(Margin::ZERO)
                .font(Type::Cell.font())
                .hint_text(text::rich(hint, Type::Cell, tokens.ink3))
                .desired_width(ui.available_width() - cap);
            let response = ui.add(edit).accessible_name(name);
            if let (Some(key), true) = (key, content.is_empty() && !response.has_focus()) {
                key_cap::key_cap(ui, key);
            }
            response
        })
        .inner
    });
    let response = inner.inner;
    if focus {
        response.request_focus();
    }
    if response.has_focus() {
        ui.painter().rect_stroke(
            inner.response.rect,
            CornerRadius::same(size::R_CONTROL),
            Stroke::new(2.0, tokens.ink),
            StrokeKind::Outside,
        );
    }
    response
}
