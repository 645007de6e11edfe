//! The bar above and the foot below a session.

use egui::{Frame, Margin, Panel, Stroke, Ui};

use super::region;
use crate::{
    commands::Id,
    cx::Cx,
    model::Model,
    theme::{Type, size, tokens},
    widgets::{
        icon::{self, Icon},
        key_cap,
        session_bar::{self, Step},
        text,
    },
};
use demarc_study::{Outcome, PLACEMENT, Session};

/// Draws the bar with progress and the time that is left.
pub fn bar(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    let frame = Frame::new().inner_margin(Margin::symmetric(20, 0));
    let panel = Panel::top("session bar").frame(frame).exact_size(size::SESSION_BAR);
    let inner = panel.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            if hint(ui, cx, Id::End, "End") {
                cx.ask_command(Id::End);
            }
            let Some(session) = cx.model.study().session() else { return };
            let steps = steps(session);
            let position = session.position;
            let count = Model::count_of(session);
            let room = (ui.max_rect().width() * 0.42).max(120.0);
            let width = ((19.0 * steps.len() as f32) + 7.0).min(room);
            let left = ui.max_rect().center().x - width / 2.0 - 40.0;
            ui.add_space((left - ui.cursor().left()).max(8.0));
            let ahead = session.phase != demarc_study::Phase::Question;
            session_bar::session_bar(ui, &steps, position + usize::from(ahead), room);
            ui.add_space(8.0);
            text::fixed(ui, count, Type::SmallMedium, tokens.ink);
            if cx.tiny() {
                return;
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                text::fixed(ui, cx.model.time_left(), Type::Small, tokens.ink2);
                icon::icon(ui, Icon::Clock, Type::IconSmall, tokens.ink2);
            });
        });
    });
    let rect = inner.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.hair));
}

/// The questions as the bar shows them. A placement tells no verdict before its end, and shows how
/// many questions it has at most.
fn steps(session: &Session) -> Vec<Step> {
    let placement = session.placement.is_some();
    let step = |outcome| match outcome {
        Some(Outcome::Right | Outcome::Wrong) if placement => Step::Given,
        Some(Outcome::Right) => Step::Right,
        Some(Outcome::Wrong) => Step::Wrong,
        Some(Outcome::Skipped) => Step::Skipped,
        None => Step::Ahead,
    };
    let mut steps: Vec<Step> = session.items.iter().map(|item| step(item.outcome)).collect();
    if placement {
        steps.resize((*PLACEMENT.end()).max(steps.len()), Step::Ahead);
    }
    steps
}

/// Draws the foot of a screen; `add` fills it from the left. Its buttons are the screen's own, so
/// that the focus does not pass to whatever stands in the same place on the next screen.
pub fn foot(ui: &mut Ui, screen: &str, add: impl FnOnce(&mut Ui)) {
    let tokens = tokens(ui);
    let frame = Frame::new().inner_margin(Margin::symmetric(20, 0));
    let panel = Panel::bottom(egui::Id::unique(("session foot", screen)))
        .frame(frame)
        .exact_size(size::SESSION_FOOT);
    let inner = panel.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            add(ui);
        });
    });
    let rect = inner.response.rect;
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.hair));
}

/// A key and what it does, which can be clicked; returns whether it was.
pub fn hint(ui: &mut Ui, cx: &Cx<'_>, id: Id, words: &str) -> bool {
    let tokens = tokens(ui);
    let cap = cx.cap(id);
    let galley = ui.painter().layout_no_wrap(
        words.to_owned(),
        Type::Small.font(),
        egui::Color32::PLACEHOLDER,
    );
    let key = if cap.is_empty() { 0.0 } else { key_cap::width(ui, cap) + 7.0 };
    let extent = egui::Vec2::new((key + galley.size().x).max(24.0), 24.0);
    let (rect, response) = ui.allocate_exact_size(extent, egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    let ink = if response.hovered() { tokens.ink } else { tokens.ink2 };
    if key > 0.0 {
        let cap_rect = egui::Rect::from_min_size(
            egui::pos2(rect.left(), rect.center().y - 10.0),
            egui::Vec2::new(key - 7.0, 20.0),
        );
        let fill = Some(tokens.surface);
        key_cap::paint(ui.painter(), cap_rect, cap, tokens.ink2, tokens.edge, fill);
    }
    let at = egui::pos2(rect.left() + key, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    crate::widgets::focus::ring(ui, &response, size::R_TAG);
    if matches!(id, Id::End | Id::Flag | Id::Back) {
        region::region(&response);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
