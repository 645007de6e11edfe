//! A card: its head, what it says, and its chart or its table.

use egui::Ui;

use super::{PAD, charts};
use crate::{
    model::insights::{Card, Figures, Value},
    parts::card,
    theme::{Type, tokens},
    widgets::{
        button::Button,
        table::{Table, table},
        text,
    },
};

/// How wide a card must be for its legend to stand beside its head, in points.
const LEGEND_BESIDE: f32 = 430.0;
/// How many rows of a table are shown.
const ROWS: usize = 14;

/// What was pressed in a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Show the table instead of the chart, or back.
    Turn,
    /// A row of its table.
    Row(usize),
}

/// How a card is shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// Its table, not its chart.
    pub as_table: bool,
    /// How high its chart is, in points.
    pub height: f32,
    /// How many rows its table has at most.
    pub rows: usize,
    /// How high the card is at least within its edge, in points.
    pub least: f32,
}

impl Shown {
    /// As it usually is.
    pub const fn usual(as_table: bool, height: f32) -> Self {
        Self { as_table, height, rows: ROWS, least: 0.0 }
    }
}

/// Shows a card and gives how high it would be by itself within its edge, and what was pressed;
/// `press` says what pressing a row does, in words, and `aside` adds to its head.
pub fn card(
    ui: &mut Ui,
    figures: &Figures,
    which: Card,
    shown: Shown,
    press: Option<&str>,
    aside: impl FnOnce(&mut Ui),
) -> (f32, Option<Pressed>) {
    let (mut pressed, mut reached) = (None, false);
    let height = card::card(ui, PAD, |ui| {
        let top = ui.cursor().top();
        ui.set_min_height(shown.least);
        let legend = if shown.as_table { String::new() } else { charts::legend(which, figures) };
        let beside = ui.available_width() > LEGEND_BESIDE;
        ui.horizontal(|ui| {
            ui.set_min_height(26.0);
            title(ui, which);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                aside(ui);
                if which.has_chart() {
                    let (word, other) =
                        if shown.as_table { ("Chart", "chart") } else { ("Table", "table") };
                    let turn = Button::quiet(word).small().show(ui);
                    let name = format!("{} as a {other}", which.title());
                    let turn = turn.accessible_name(name);
                    reached = turn.gained_focus();
                    if turn.clicked() {
                        pressed = Some(Pressed::Turn);
                    }
                }
                if beside {
                    text::line(ui, legend.as_str(), Type::Micro, tokens(ui).ink2);
                }
            });
        });
        let legend = if beside { "" } else { legend.as_str() };
        body(ui, figures, which, legend);
        let before = ui.cursor().top() - top;
        let chart = !shown.as_table && which.has_chart();
        // A chart takes the room that the card has beyond its own height.
        let stretch = if chart && which.stretches() {
            (shown.least - before - shown.height).max(0.0)
        } else {
            0.0
        };
        if chart {
            charts::chart(ui, figures, which, shown.height + stretch);
        } else if let Some(row) = rows(ui, figures, which, shown.rows, press) {
            pressed = Some(Pressed::Row(row));
        }
        let height = ui.cursor().top() - top - ui.spacing().item_spacing.y;
        height - stretch
    });
    if reached {
        // All of it comes into view, not its button alone.
        ui.scroll_to_rect(height.response.rect, None);
    }
    (height.inner, pressed)
}

/// A card as a picture: the same without anything to press.
pub fn picture(ui: &mut Ui, figures: &Figures, which: Card, height: f32) {
    card::card(ui, PAD, |ui| {
        title(ui, which);
        body(ui, figures, which, &charts::legend(which, figures));
        charts::chart(ui, figures, which, height);
    });
}

fn title(ui: &mut Ui, which: Card) {
    let title = text::fixed(ui, which.title(), Type::Heading, tokens(ui).ink);
    ui.ctx().accesskit_node_builder(title.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(which.title());
    });
}

fn body(ui: &mut Ui, figures: &Figures, which: Card, legend: &str) {
    let tokens = tokens(ui);
    if !legend.is_empty() {
        text::text(ui, legend, Type::Micro, tokens.ink2);
    }
    if !figures.about(which).is_empty() {
        text::text(ui, figures.about(which), Type::Small, tokens.ink2);
    }
}

fn rows(
    ui: &mut Ui,
    figures: &Figures,
    which: Card,
    most: usize,
    press: Option<&str>,
) -> Option<usize> {
    let it = figures.table(which);
    if it.rows.is_empty() {
        return None;
    }
    let rows: Vec<Vec<String>> =
        it.rows.iter().take(most).map(|row| row.iter().map(Value::shown).collect()).collect();
    let pressed = table(ui, &Table { head: &it.head, words: it.words, rows: &rows, press });
    if it.rows.len() > most {
        let rest = format!("{most} of {} rows; the export has all.", it.rows.len());
        ui.add_space(4.0);
        text::text(ui, rest, Type::Micro, tokens(ui).ink3);
    }
    pressed
}
