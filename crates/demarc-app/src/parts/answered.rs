//! A row for an answer in a report: what was asked, the ruling, what was said, and whether it was
//! right. It opens the ruling.

use demarc_study::ReportItem;
use egui::{Role, Sense, Ui, Vec2};

use crate::{
    cx::Cx,
    model::{action::Action, question, ruling},
    theme::{Type, tokens},
    widgets::{
        focus, glyph,
        icon::{self, Icon},
        text,
    },
};

/// Draws the row.
pub fn answered(ui: &mut Ui, cx: &mut Cx<'_>, item: &ReportItem) {
    let tokens = tokens(ui);
    let catalogue = cx.model.catalogue();
    let (place, duty) = match item.cell {
        Some(cell) => (
            ruling::short_name(catalogue, cell.deployment),
            catalogue.duty(cell.duty).label.clone(),
        ),
        None => (item.deployment.clone(), item.duty.clone()),
    };
    let said = format!(
        "said {}, {}",
        question::said_word(item.answer.said),
        item.answer.confidence.as_str()
    );
    let extent = Vec2::new(ui.available_width(), 36.0);
    let sense = if item.cell.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(extent, sense);
    let word = if item.answer.right { "right" } else { "wrong" };
    response.widget_info(|| {
        let ruling = glyph::word(item.answer.ruling);
        let label = format!("{place}, {duty}: {ruling}, {said}, {word}.");
        match item.cell {
            Some(_) => {
                egui::WidgetInfo::labeled(Role::Button, true, format!("{label} Open the ruling"))
            }
            None => egui::WidgetInfo::labeled(Role::Label, true, label),
        }
    });
    if response.hovered() && item.cell.is_some() {
        ui.painter().rect_filled(rect, 6, tokens.hover);
    }
    let mut inner = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(Vec2::new(6.0, 0.0)))
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    let (mark, ink) =
        if item.answer.right { (Icon::Right, tokens.ok) } else { (Icon::Wrong, tokens.bad) };
    icon::icon(&mut inner, mark, Type::IconSmall, ink);
    let width = (rect.width() - 190.0) / 2.0;
    for (words, style, colour) in
        [(place.as_str(), Type::Label, tokens.ink), (duty.as_str(), Type::Cell, tokens.ink)]
    {
        inner.allocate_ui_with_layout(
            Vec2::new(width - 8.0, 20.0),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(width - 8.0);
                text::line(ui, words, style, colour);
            },
        );
    }
    glyph::tagged(&mut inner, item.answer.ruling);
    if !cx.tiny() {
        text::line(&mut inner, said, Type::Small, tokens.ink3);
    }
    focus::ring_inside(ui, &response, 6);
    if let (true, Some(cell)) = (response.clicked(), item.cell) {
        cx.ask(Action::Reveal(cell));
    }
}
