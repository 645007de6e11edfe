//! The navigation at the left: the sections that exist, find, settings, the rulings' version.

use egui::{CornerRadius, Frame, Margin, Panel, Role, Sense, Stroke, Ui, Vec2};

use super::{brand, region};
use crate::{
    commands::{self, Id},
    cx::Cx,
    model::{route::Route, words},
    theme::{Type, size, tokens},
    widgets::{
        focus,
        icon::{self, Icon},
        text,
    },
};

const SECTIONS: [(Id, &str, Icon, Route); 9] = [
    (Id::Today, "Today", Icon::Today, Route::Today),
    (Id::Lessons, "Lessons", Icon::Lessons, Route::Lessons),
    (Id::Practice, "Practice", Icon::Practice, Route::Practice),
    (Id::Draw, "Draw the line", Icon::Flip, Route::Draw),
    (Id::Explore, "Explore", Icon::Explore, Route::Explore),
    (Id::Compare, "Compare", Icon::Compare, Route::Compare),
    (Id::Needs, "Choose", Icon::Choose, Route::Needs),
    (Id::Insights, "Insights", Icon::Insights, Route::Insights),
    (Id::Exam, "Exam", Icon::Exam, Route::Exam),
];

/// Draws the navigation and leaves the rest of the window to the screen.
pub fn navigation(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    let rail = cx.narrow();
    let width = if rail { size::RAIL } else { size::NAV };
    let margin = Margin {
        left: if rail { 8 } else { 10 },
        right: if rail { 8 } else { 10 },
        top: 14,
        bottom: 12,
    };
    let frame = Frame::new().inner_margin(margin);
    Panel::left("navigation").frame(frame).exact_size(width).resizable(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            brand::brand(ui, 20.0, rail);
        });
        ui.add_space(14.0);
        let route = cx.model.route();
        for (id, name, mark, target) in SECTIONS {
            let on = route == target
                || (target == Route::Insights && matches!(route, Route::Report(_)))
                || (target == Route::Exam && matches!(route, Route::ExamResult(_)));
            let due = cx.model.today().due;
            let count = (target == Route::Today && due > 0).then_some(due);
            if item(ui, cx, id, name, mark, on, count, rail) {
                cx.ask_command(id);
            }
        }
        let foot = if rail { 64.0 } else { 122.0 };
        ui.add_space((ui.available_height() - foot).max(0.0));
        if item(ui, cx, Id::Find, "Find", Icon::Find, false, None, rail) {
            cx.ask_command(Id::Find);
        }
        let on = route == Route::Settings;
        if item(ui, cx, Id::Settings, "Settings", Icon::Settings, on, None, rail) {
            cx.ask_command(Id::Settings);
        }
        if !rail {
            ui.add_space(8.0);
            super::card::rule(ui);
            ui.add_space(8.0);
            let catalogue = cx.model.catalogue();
            let released = words::date_short(catalogue.released());
            for line in
                [format!("Rulings {}", catalogue.content_version()), format!("Released {released}")]
            {
                ui.horizontal(|ui| {
                    ui.add_space(8.0);
                    text::fixed(ui, line, Type::Micro, tokens.ink3);
                });
            }
        }
    });
    let edge = ui.available_rect_before_wrap().left();
    ui.painter().vline(edge, ui.max_rect().y_range(), Stroke::new(1.0, tokens.hair));
}

#[allow(clippy::too_many_arguments, reason = "a row of the navigation is made of these")]
fn item(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: Id,
    name: &str,
    mark: Icon,
    on: bool,
    count: Option<usize>,
    rail: bool,
) -> bool {
    let tokens = tokens(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 30.0), Sense::click());
    response.widget_info(|| {
        let label = match count {
            Some(count) => format!("{name}, {count} due"),
            None => name.to_owned(),
        };
        egui::WidgetInfo::selected(Role::Tab, true, on, label)
    });
    let radius = CornerRadius::same(size::R_CONTROL);
    if on {
        let fill = if tokens.dark { tokens.hover } else { tokens.sunken };
        ui.painter().rect_filled(rect, radius, fill);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, tokens.hover);
    }
    let (mark_ink, ink) = if on { (tokens.ink, tokens.ink) } else { (tokens.ink3, tokens.ink2) };
    let x = if rail { rect.center().x } else { rect.left() + 16.0 };
    icon::paint(ui.painter(), egui::pos2(x, rect.center().y), mark, 17.0, mark_ink);
    let key = commands::cap(cx.model, id);
    if rail {
        if on {
            region::region(&response);
        }
        let tip = if key.is_empty() { name.to_owned() } else { format!("{name} ({key})") };
        focus::ring_inside(ui, &response, size::R_CONTROL);
        return response.on_hover_text(tip).clicked();
    }
    let at = egui::pos2(rect.left() + 34.0, rect.center().y);
    let align = egui::Align2::LEFT_CENTER;
    ui.painter().text(at, align, name, Type::Label.font(), ink);
    let mut right = rect.right() - 8.0;
    let align = egui::Align2::RIGHT_CENTER;
    if !key.is_empty() {
        let at = egui::pos2(right, rect.center().y);
        let drawn = ui.painter().text(at, align, key, Type::Key.font(), tokens.ink3);
        right = drawn.left() - 14.0;
    }
    if let Some(count) = count {
        let at = egui::pos2(right, rect.center().y);
        ui.painter().text(at, align, count.to_string(), Type::Micro.font(), tokens.ink2);
    }
    focus::ring_inside(ui, &response, size::R_CONTROL);
    if on {
        region::region(&response);
    }
    response.clicked()
}
