//! The stack of a deployment between its two sides, the line on its way to its place.

use demarc_catalogue::Side;
use egui::Ui;

use crate::{
    cx::Cx,
    model::{question::GhostView, stack::StackView},
    theme::{Type, tokens},
    widgets::{
        glyph,
        layer_stack::{self, Ghost, Row},
        text,
    },
};

/// Draws "IN: you", the stack with rows `row` points high, and "OF: AWS".
pub fn stack(ui: &mut Ui, cx: &Cx<'_>, view: &StackView, ghost: Option<&GhostView>, row: f32) {
    let provider = cx.model.catalogue().provider().name.clone();
    side(ui, Side::In, "IN: you");
    ui.add_space(3.0);
    let rows: Vec<Row<'_>> = view
        .layers
        .iter()
        .map(|layer| Row {
            name: layer.name,
            about: &layer.about,
            above: layer.above,
            exceptions: &layer.exceptions,
            asked: layer.asked.as_deref(),
        })
        .collect();
    let ghost =
        ghost.and_then(|ghost| ghost.at.map(|at| Ghost { at, label: ghost.label.as_str() }));
    let time = if cx.model.settings().reduced_motion { 0.0 } else { 0.24 };
    let id = ui.scope_id().with("line");
    let line = ui.ctx().animate_value_with_time(id, view.line, time);
    layer_stack::layer_stack(ui, &view.title, &rows, line, ghost.as_ref(), row);
    ui.add_space(3.0);
    side(ui, Side::Of, &format!("OF: {provider}"));
}

fn side(ui: &mut Ui, side: Side, words: &str) {
    let tokens = tokens(ui);
    ui.horizontal(|ui| {
        glyph::glyph(ui, side, glyph::Size::Small);
        text::fixed(ui, words, Type::SmallBold, glyph::colour(tokens, side));
    });
}
