//! Insights: what was answered, in cards; each as a chart or as a table.

mod cards;
mod charts;
mod head;
pub mod picture;
mod sessions;

use std::collections::{BTreeMap, BTreeSet};

use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::{Action, Start},
        insights::{Card, Figures},
    },
    parts::{at_most, shell, side_by_side},
    widgets::button::Button,
};
use cards::{Pressed, Shown};

/// The screen; it remembers which cards show their table, and how many sessions are listed.
pub struct InsightsScreen {
    tables: BTreeSet<Card>,
    /// How high each card is by itself: those side by side are made as high as the highest.
    heights: BTreeMap<Card, f32>,
    listed: usize,
}

impl Default for InsightsScreen {
    fn default() -> Self {
        Self { tables: BTreeSet::new(), heights: BTreeMap::new(), listed: sessions::LISTED }
    }
}

const PAD: Margin = Margin { left: 16, right: 16, top: 10, bottom: 10 };
/// The room between two cards, in points.
const GAP: f32 = 14.0;
/// How high a chart is, in points.
const CHART: f32 = 176.0;
/// How many rows the table of weakest duties has.
const DUTIES: usize = 7;

/// Cards side by side: three rows of the wide screen, or two columns. The numbers share out the
/// width.
const WIDE: [&[(Card, f32)]; 6] = [
    &[(Card::Score, 0.62), (Card::Calibration, 0.38)],
    &[(Card::Days, 0.33), (Card::Categories, 0.35), (Card::Ahead, 0.32)],
    &[(Card::Duties, 0.66), (Card::Retention, 0.34)],
    &[(Card::Transfer, 0.34), (Card::Forecast, 0.33), (Card::Predicted, 0.33)],
    &[(Card::Confusion, 0.42), (Card::Beliefs, 0.58)],
    &[(Card::Pace, 0.42), (Card::Sure, 0.58)],
];
const NARROW: [&[(Card, f32)]; 8] = [
    &[(Card::Score, 0.6), (Card::Calibration, 0.4)],
    &[(Card::Categories, 0.5), (Card::Ahead, 0.5)],
    &[(Card::Days, 0.5), (Card::Retention, 0.5)],
    &[(Card::Duties, 1.0)],
    &[(Card::Transfer, 0.5), (Card::Forecast, 0.5)],
    &[(Card::Predicted, 0.5), (Card::Confusion, 0.5)],
    &[(Card::Pace, 0.42), (Card::Sure, 0.58)],
    &[(Card::Beliefs, 1.0)],
];

impl InsightsScreen {
    /// Draws Insights.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let side = if cx.narrow() { 20 } else { 28 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, 18));
        let model = cx.model;
        if cx.pressed(Id::Tables) {
            self.turn_all();
        }
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let Some(view) = model.insights() else { return };
            head::head(ui, cx, view, self.all_tables());
            ui.add_space(10.0);
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                at_most(ui, 1240.0);
                self.scroll(ui, cx);
                if let Some(figures) = &view.figures {
                    self.all(ui, cx, figures);
                }
            });
        });
    }

    fn all_tables(&self) -> bool {
        Card::ALL.iter().filter(|it| it.has_chart()).all(|it| self.tables.contains(it))
    }

    /// Shows every table, or every chart if all tables are shown.
    fn turn_all(&mut self) {
        if self.all_tables() {
            self.tables.clear();
        } else {
            self.tables = Card::ALL.into_iter().filter(|it| it.has_chart()).collect();
        }
    }

    /// A page up or down by key.
    fn scroll(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let page = ui.clip_rect().height() * 0.85;
        if cx.pressed(Id::ScrollDown) {
            ui.scroll_with_delta(Vec2::new(0.0, -page));
        }
        if cx.pressed(Id::ScrollUp) {
            ui.scroll_with_delta(Vec2::new(0.0, page));
        }
    }

    fn all(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, figures: &Figures) {
        let rows: &[&[(Card, f32)]] = if cx.narrow() { &NARROW } else { &WIDE };
        for row in rows {
            if cx.tiny() {
                for (card, _) in *row {
                    self.card(ui, cx, figures, *card, 0.0);
                    ui.add_space(GAP);
                }
            } else {
                let heights = row.iter().filter_map(|(card, _)| self.heights.get(card));
                let least = heights.copied().fold(0.0, f32::max);
                self.row(ui, cx, figures, row, least);
                ui.add_space(GAP);
            }
        }
        sessions::sessions(ui, cx, figures, &mut self.listed);
        ui.add_space(16.0);
    }

    /// Cards side by side.
    fn row(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        figures: &Figures,
        row: &[(Card, f32)],
        least: f32,
    ) {
        let Some(((first, share), rest)) = row.split_first() else { return };
        let whole: f32 = row.iter().map(|it| it.1).sum();
        if rest.is_empty() {
            self.card(ui, cx, figures, *first, least);
            return;
        }
        let width = ui.available_width() - GAP;
        let left = width * share / whole;
        let halves = std::cell::RefCell::new((self, cx));
        side_by_side(
            ui,
            (left, width - left),
            GAP,
            |ui| {
                let (screen, cx) = &mut *halves.borrow_mut();
                screen.card(ui, cx, figures, *first, least);
            },
            |ui| {
                let (screen, cx) = &mut *halves.borrow_mut();
                screen.row(ui, cx, figures, rest, least);
            },
        );
    }

    fn card(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, figures: &Figures, card: Card, least: f32) {
        let mut shown = Shown::usual(self.tables.contains(&card), CHART);
        shown.least = least;
        let press = match card {
            Card::Duties => Some("Practise this duty"),
            Card::Sure => Some("Practise this ruling"),
            _ => None,
        };
        if !card.has_chart() {
            shown.rows = DUTIES;
        }
        let drill = card == Card::Duties && !figures.insights.duties.is_empty();
        let mut drilled = false;
        let cap = cx.cap(Id::Weakest);
        let (height, pressed) = cards::card(ui, figures, card, shown, press, |ui| {
            if drill {
                drilled = Button::quiet("Drill weakest spots").key(cap).show(ui).clicked();
            }
        });
        if self.heights.insert(card, height).is_none_or(|it| (it - height).abs() > 0.5) {
            ui.ctx().request_discard("the height of a card was not known");
        }
        if drilled {
            cx.ask(Action::Start(Start::Weakest));
        }
        match pressed {
            Some(Pressed::Turn) if !self.tables.remove(&card) => {
                self.tables.insert(card);
            }
            Some(Pressed::Row(row)) => {
                let start = match card {
                    Card::Duties => figures.insights.duties.get(row).map(|it| Start::Duty(it.duty)),
                    Card::Sure => {
                        let cell = figures.insights.sure_and_wrong.get(row);
                        cell.map(|(cell, _)| Start::Cells(vec![*cell]))
                    }
                    _ => None,
                };
                if let Some(start) = start {
                    cx.ask(Action::Start(start));
                }
            }
            _ => {}
        }
    }
}
