//! The right column of Today: mastery by layer, and the score.

use demarc_catalogue::Side;
use egui::{Margin, Sense, Stroke, Ui, Vec2};

use crate::{
    model::{
        today::{LayerMastery, TodayView},
        words,
    },
    parts::card,
    theme::{Type, tokens},
    widgets::{
        charts::{self, ScorePoint},
        glyph, meter, text,
    },
};

/// Draws the column.
pub fn ui(ui: &mut Ui, today: &TodayView) {
    mastery(ui, today);
    ui.add_space(18.0);
    score(ui, today);
}

fn mastery(ui: &mut Ui, today: &TodayView) {
    let tokens = tokens(ui);
    card::card(ui, Margin::symmetric(18, 16), |ui| {
        ui.horizontal(|ui| {
            text::fixed(ui, "Mastery", Type::Heading, tokens.ink);
            if let Some(known) = today.mastery.known {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    text::fixed(ui, words::percent(known.share as f32), Type::Number, tokens.ink);
                });
            }
        });
        let about = match today.mastery.known {
            Some(known) => format!(
                "What you probably know of {} rulings, luck taken out: {}. You have met {}. \
                 Between the marks the line moves from service to service.",
                today.mastery.of,
                words::known(Some(known)),
                today.mastery.met
            ),
            None => format!(
                "Not enough answers yet: you have met {} of {} rulings. Between the marks the line \
                 moves from service to service.",
                today.mastery.met, today.mastery.of
            ),
        };
        text::text(ui, about, Type::Small, tokens.ink2);
        ui.add_space(6.0);
        for (index, layer) in today.layers.iter().enumerate() {
            if index == today.zone.0 {
                mark(ui);
            }
            layer_row(ui, layer);
            if index == today.zone.1 {
                mark(ui);
            }
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            for (side, words) in [(Side::In, "usually IN, yours"), (Side::Of, "usually OF")] {
                glyph::glyph(ui, side, glyph::Size::Small);
                text::fixed(ui, words, Type::Micro, tokens.ink2);
                ui.add_space(8.0);
            }
        });
    });
}

/// A rule that marks an edge of the zone in which the line moves.
fn mark(ui: &mut Ui) {
    let tokens = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 3.0), Sense::hover());
    let span = rect.expand2(Vec2::new(8.0, 0.0)).x_range();
    ui.painter().hline(span, rect.center().y, Stroke::new(2.0, tokens.ink));
}

fn layer_row(ui: &mut Ui, layer: &LayerMastery) {
    let tokens = tokens(ui);
    ui.horizontal(|ui| {
        ui.set_height(23.0);
        let extent = Vec2::new(108.0, 20.0);
        let (rect, _) = ui.allocate_exact_size(extent, Sense::hover());
        let at = rect.left_center();
        let left = egui::Align2::LEFT_CENTER;
        ui.painter().text(at, left, layer.name, Type::Small.font(), tokens.ink);
        let width = (ui.available_width() - 42.0).max(40.0);
        let known = layer.mastery.known;
        let value = words::known(known);
        let share = known.map(|it| it.share as f32);
        let between = known.map(|it| (it.low as f32, it.high as f32));
        let extent = Vec2::new(width, 13.0);
        meter::meter(ui, (layer.name, &value), share, between, layer.side, extent);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = share.map_or_else(|| "\u{2013}".to_owned(), words::percent);
            text::fixed(ui, words, Type::Small, tokens.ink);
        });
    })
    .response
    .on_hover_text(format!(
        "{}; {} of {} rulings met",
        words::known(layer.mastery.known),
        layer.mastery.met,
        layer.mastery.of
    ));
}

fn score(ui: &mut Ui, today: &TodayView) {
    let tokens = tokens(ui);
    card::card(ui, Margin::symmetric(18, 16), |ui| {
        ui.horizontal(|ui| {
            text::fixed(ui, "Score", Type::Heading, tokens.ink);
            text::fixed(ui, "last 20 sessions", Type::Small, tokens.ink3);
            if let Some(mean) = today.mean {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    text::fixed(ui, words::percent(mean), Type::Number, tokens.ink);
                });
            }
        });
        let about = if today.scores.is_empty() {
            "Finish one session and your first point appears here."
        } else {
            "Mean of the last five. Target 80%."
        };
        text::text(ui, about, Type::Small, tokens.ink2);
        let points: Vec<ScorePoint> = today
            .scores
            .iter()
            .map(|p| ScorePoint {
                score: p.score as f32,
                mean: p.mean5 as f32,
                corrected: None,
                version: None,
            })
            .collect();
        let date = |point: Option<&demarc_study::ScorePoint>| {
            point.map_or_else(String::new, |point| words::day_short(point.day))
        };
        let (first, last) = (date(today.scores.first()), date(today.scores.last()));
        let name = today.mean.map_or_else(
            || "No scores yet".to_owned(),
            |mean| format!("Score over the last sessions, mean now {:.0}%", mean * 100.0),
        );
        let extent = Vec2::new(ui.available_width(), 168.0);
        charts::score(ui, &name, &points, (&first, &last), extent);
    });
}
