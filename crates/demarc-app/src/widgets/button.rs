//! Buttons: a label, perhaps an icon, perhaps the key that does the same.

use egui::{Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::{
    focus,
    icon::{self, Icon},
    key_cap,
};
use crate::theme::{Type, size, tokens};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
}

/// A button to be added to a layout.
pub struct Button<'a> {
    label: &'a str,
    kind: Kind,
    key: Option<&'a str>,
    icon: Option<Icon>,
    main: bool,
    small: bool,
    wide: bool,
    enabled: bool,
    danger: bool,
}

impl<'a> Button<'a> {
    /// The one thing to do here.
    pub fn primary(label: &'a str) -> Self {
        Self::new(label, Kind::Primary)
    }

    /// Something else that can be done.
    pub fn secondary(label: &'a str) -> Self {
        Self::new(label, Kind::Secondary)
    }

    /// Something that can be done, without a frame.
    pub fn quiet(label: &'a str) -> Self {
        Self::new(label, Kind::Quiet)
    }

    fn new(label: &'a str, kind: Kind) -> Self {
        Self {
            label,
            kind,
            key: None,
            icon: None,
            main: false,
            small: false,
            wide: false,
            enabled: true,
            danger: false,
        }
    }

    /// Shows the key that does the same.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = (!key.is_empty()).then_some(key);
        self
    }

    /// Shows an icon before the label.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// 40 points high instead of 32.
    pub fn main(mut self) -> Self {
        self.main = true;
        self
    }

    /// 24 points high instead of 32, for the head of a card.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// As wide as there is room, the key at its right end.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// Cannot be pressed unless `enabled`.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Does something that cannot be taken back.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// Adds it; `clicked()` of the response is what counts.
    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let (style, pad, height) = match (self.main, self.small) {
            (true, _) => (Type::BodyMedium, 18.0, size::CONTROL_MAIN),
            (false, true) => (Type::SmallMedium, 8.0, 24.0),
            (false, false) => (Type::Label, 12.0, size::CONTROL),
        };
        let galley =
            ui.painter().layout_no_wrap(self.label.to_owned(), style.font(), Color32::PLACEHOLDER);
        let key_width = self.key.map_or(0.0, |key| key_cap::width(ui, key) + 10.0);
        let icon_width = if self.icon.is_some() { 22.0 } else { 0.0 };
        let end = if self.key.is_some() && self.main { 14.0 } else { pad };
        let natural = pad + icon_width + galley.size().x + key_width + end;
        let width = if self.wide { ui.available_width() } else { natural };
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), sense);
        let (label, enabled) = (self.label, self.enabled);
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, enabled, label));
        if ui.is_rect_visible(rect) {
            let pressed = response.is_pointer_button_down_on();
            let hovered = response.hovered();
            let (fill, edge, ink) = match self.kind {
                _ if !self.enabled => (Some(tokens.sunken), tokens.hair, tokens.ink3),
                Kind::Primary if pressed => (Some(tokens.ink2), tokens.ink2, tokens.on_primary),
                Kind::Primary if hovered => {
                    (Some(tokens.primary_hover), tokens.primary_hover, tokens.on_primary)
                }
                Kind::Primary => (Some(tokens.primary), tokens.primary, tokens.on_primary),
                Kind::Secondary if pressed => (Some(tokens.pressed), tokens.edge, tokens.ink),
                Kind::Secondary if hovered => (Some(tokens.hover), tokens.edge, tokens.ink),
                Kind::Secondary => (Some(tokens.surface), tokens.edge, tokens.ink),
                Kind::Quiet if pressed => (Some(tokens.pressed), Color32::TRANSPARENT, tokens.ink),
                Kind::Quiet if hovered => (Some(tokens.hover), Color32::TRANSPARENT, tokens.ink),
                Kind::Quiet => (None, Color32::TRANSPARENT, tokens.ink2),
            };
            let ink = if self.danger && self.enabled { tokens.bad } else { ink };
            let radius = CornerRadius::same(size::R_CONTROL);
            if let Some(fill) = fill {
                ui.painter().rect_filled(rect, radius, fill);
            }
            ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, edge), StrokeKind::Inside);
            let mut x = if self.wide && self.key.is_none() && self.icon.is_none() {
                rect.center().x - galley.size().x / 2.0
            } else {
                rect.left() + pad
            };
            if let Some(mark) = self.icon {
                icon::paint(ui.painter(), egui::pos2(x + 7.0, rect.center().y), mark, 15.0, ink);
                x += icon_width;
            }
            let at = egui::pos2(x, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley_with_override_text_color(at, galley, ink);
            if let Some(key) = self.key {
                let cap = key_width - 10.0;
                let right = rect.right() - end;
                let cap = Rect::from_min_size(
                    egui::pos2(right - cap, rect.center().y - 10.0),
                    Vec2::new(cap, 20.0),
                );
                let (cap_ink, cap_edge, cap_fill) = match self.kind {
                    Kind::Primary => (ink, ink.gamma_multiply(0.7), None),
                    _ if !self.enabled => (tokens.ink3, tokens.hair, None),
                    _ => (tokens.ink2, tokens.edge, Some(tokens.surface)),
                };
                key_cap::paint(ui.painter(), cap, key, cap_ink, cap_edge, cap_fill);
            }
        }
        focus::ring(ui, &response, size::R_CONTROL);
        response
    }
}
