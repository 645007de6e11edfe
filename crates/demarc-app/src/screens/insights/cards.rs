//! The cards with pictures: score, calibration, categories, what is ahead.

use demarc_catalogue::Side;
use demarc_study::Confidence;
use egui::{Ui, Vec2};

use super::PAD;
use crate::{
    cx::Cx,
    model::{insights::InsightsView, words},
    parts::card,
    theme::{Type, tokens},
    widgets::{
        answer_pane,
        charts::{self, Calibrated, ENOUGH, ScorePoint},
        meter, text,
    },
};

/// How wide a card must be for its legend to stand beside its head, in points.
const LEGEND_BESIDE: f32 = 430.0;

/// Scores of sessions.
pub fn score(ui: &mut Ui, view: &InsightsView) {
    let tokens = tokens(ui);
    card::card(ui, PAD, |ui| {
        let scores = &view.figures.scores;
        let legend = "points: sessions \u{b7} line: mean of 5 \u{b7} dashed: target 80%";
        let beside = ui.available_width() > LEGEND_BESIDE;
        ui.horizontal(|ui| {
            text::fixed(ui, "Score over time", Type::Heading, tokens.ink);
            if beside {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    text::fixed(ui, legend, Type::Micro, tokens.ink2);
                });
            }
        });
        if !beside {
            text::text(ui, legend, Type::Micro, tokens.ink2);
        }
        let tally = view.figures.tally;
        let about = match (tally.score(), tally.guess_corrected(), scores.last()) {
            (Some(score), Some(corrected), Some(last)) => format!(
                "Mean now {:.0}%. Over {} {:.0}%, {:.0}% with luck taken out.",
                last.mean5 * 100.0,
                words::count(tally.n() as usize, "first answer", "first answers"),
                score * 100.0,
                corrected * 100.0
            ),
            _ => "Finish one session and your first point appears here.".to_owned(),
        };
        text::text(ui, about.as_str(), Type::Small, tokens.ink2);
        let points: Vec<ScorePoint> = scores
            .iter()
            .map(|p| ScorePoint { score: p.score as f32, mean: p.mean5 as f32 })
            .collect();
        let date = |point: Option<&demarc_study::ScorePoint>| {
            point.map_or_else(String::new, |point| words::day_short(point.day))
        };
        let (first, last) = (date(scores.first()), date(scores.last()));
        let extent = Vec2::new(ui.available_width(), 186.0);
        charts::score(ui, &about, &points, (&first, &last), extent);
    });
}

/// Confidence against accuracy.
pub fn calibration(ui: &mut Ui, view: &InsightsView) {
    let tokens = tokens(ui);
    card::card(ui, PAD, |ui| {
        let calibration = &view.figures.calibration;
        text::text(ui, "Sure, and right?", Type::Heading, tokens.ink);
        let levels: Vec<Calibrated<'_>> = calibration
            .levels
            .iter()
            .map(|level| Calibrated {
                name: answer_pane::word(level.confidence),
                said: level.claims as f32,
                was: level.share.map(|share| share as f32),
                interval: level
                    .interval
                    .map_or((0.0, 1.0), |between| (between.low as f32, between.high as f32)),
                answers: level.n as usize,
            })
            .collect();
        let about = verdict(&levels, calibration.brier);
        text::text(ui, about.as_str(), Type::Small, tokens.ink2);
        let spoken: Vec<String> = levels
            .iter()
            .map(|level| match level.was {
                Some(was) => {
                    format!("{}: {:.0}% right of {}", level.name, was * 100.0, level.answers)
                }
                None => format!("{}: no answers", level.name),
            })
            .collect();
        let name = format!("{about} {}", spoken.join(", "));
        charts::calibration(ui, &name, &levels, Vec2::new(ui.available_width(), 186.0));
    });
}

/// What the calibration says in a sentence.
fn verdict(levels: &[Calibrated<'_>], brier: Option<f64>) -> String {
    let Some(brier) = brier else {
        return "What you said against what was so, once you answered.".to_owned();
    };
    let sure = levels.iter().find(|level| level.name == answer_pane::word(Confidence::Sure));
    let judged = match sure.and_then(|sure| sure.was.map(|was| (sure, was))) {
        Some((sure, _)) if sure.answers < ENOUGH => {
            format!("\u{201c}Sure\u{201d} needs {ENOUGH} answers.")
        }
        Some((sure, _)) if sure.interval.1 < sure.said => {
            "You say \u{201c}sure\u{201d} too early.".to_owned()
        }
        Some((_, was)) if was >= 0.95 => "When you are sure, you are right.".to_owned(),
        Some(_) => "You say \u{201c}sure\u{201d} about when you should.".to_owned(),
        None => "You have not said \u{201c}sure\u{201d} yet.".to_owned(),
    };
    format!("{judged} Brier score {brier:.2} (0 is best).")
}

/// Mastery of the categories of which something was met.
pub fn categories(ui: &mut Ui, cx: &Cx<'_>, view: &InsightsView) {
    let tokens = tokens(ui);
    card::card(ui, PAD, |ui| {
        text::text(ui, "Mastery by category", Type::Heading, tokens.ink);
        ui.add_space(2.0);
        let catalogue = cx.model.catalogue();
        let mut rest = 0;
        for (category, mastery) in &view.figures.categories {
            if mastery.met == 0 {
                rest += usize::from(mastery.of > 0);
                continue;
            }
            let known = mastery.known;
            let name = &catalogue.categories()[category.index()].name;
            ui.horizontal(|ui| {
                ui.set_height(21.0);
                ui.allocate_ui_with_layout(
                    Vec2::new(NAME, 20.0),
                    egui::Layout::left_to_right(egui::Align::Center),
                    |ui| {
                        ui.set_min_width(NAME);
                        text::line(ui, name.as_str(), Type::Small, tokens.ink);
                    },
                );
                let width = (ui.available_width() - 104.0).max(30.0);
                let extent = Vec2::new(width, 8.0);
                let value = words::known(known);
                let share = known.map(|it| it.share as f32);
                let between = known.map(|it| (it.low as f32, it.high as f32));
                meter::meter(ui, (name, &value), share, between, Side::None, extent);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    text::fixed(ui, words::known_short(known), Type::Micro, tokens.ink);
                });
            });
        }
        let words = match (rest, rest == view.figures.categories.len()) {
            (0, _) => return,
            (_, true) => {
                "Nothing met yet: answer a question, and its category stands here.".to_owned()
            }
            (1, false) => "One category is not started.".to_owned(),
            (n, false) => format!("{n} categories are not started."),
        };
        text::text(ui, words, Type::Small, tokens.ink2);
    });
}

/// Room for the longest name of a category, in points.
const NAME: f32 = 176.0;

/// Reviews of the coming 14 days.
pub fn ahead(ui: &mut Ui, view: &InsightsView) {
    let tokens = tokens(ui);
    card::card(ui, PAD, |ui| {
        ui.horizontal(|ui| {
            text::fixed(ui, "Reviews ahead", Type::Heading, tokens.ink);
            text::fixed(ui, "14 days", Type::Small, tokens.ink3);
        });
        let retention = view.figures.retention.all.tally;
        let about = match retention.score() {
            Some(share) => {
                format!("{:.0}% of {} reviews were right. Aim: 90%.", share * 100.0, retention.n())
            }
            None => "What you learn today comes back here.".to_owned(),
        };
        text::text(ui, about, Type::Small, tokens.ink2);
        let counts = &view.figures.due_ahead;
        let total: usize = counts.iter().sum();
        let name = format!("{} due in the next 14 days, {} of them today", total, counts[0]);
        charts::columns(ui, &name, counts, &view.days, Vec2::new(ui.available_width(), 184.0));
    });
}
