//! The end of a placement, or a past one: what is probably known, how certain that is, what waits
//! because of it, and the questions with their verdicts.

use demarc_catalogue::Side;
use demarc_study::SessionReport;
use egui::{Align, CentralPanel, Frame, Layout, Margin, ScrollArea, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        placed::{KnownRow, PlacedView},
        route::Route,
        words,
    },
    parts::{answered, at_right, card, centred, region, shell},
    theme::{Type, tokens},
    widgets::{button::Button, meter, text},
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct PlacedScreen;

impl PlacedScreen {
    /// Draws the placement that ended a moment ago.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.result(ui, cx, cx.model.finished());
    }

    /// Draws a past placement.
    pub fn past(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        self.result(ui, cx, cx.model.report());
    }

    fn result(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, report: Option<&SessionReport>) {
        let (Some(placed), Some(report)) = (cx.model.placed(), report) else { return };
        let side = if cx.narrow() { 20 } else { 28 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, 22));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                centred(ui, 1000.0, |ui| body(ui, cx, placed, report));
            });
        });
    }
}

fn body(ui: &mut Ui, cx: &mut Cx<'_>, placed: &PlacedView, report: &SessionReport) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
    if cx.narrow() {
        ui.horizontal(|ui| card::title(ui, "What you probably know", &placed.about));
        ui.horizontal_wrapped(|ui| what_next(ui, cx, report));
    } else {
        ui.horizontal(|ui| {
            card::title(ui, "What you probably know", &placed.about);
            at_right(ui, "what next", |ui| what_next(ui, cx, report));
        });
    }
    ui.add_space(14.0);
    card::card(ui, Margin::symmetric(22, 18), |ui| {
        let figure = placed.over.share.map(words::percent);
        let figure = figure.unwrap_or_else(|| "Not enough yet".to_owned());
        text::text(ui, figure, Type::Display, tokens.ink);
        ui.add_space(2.0);
        text::text(ui, placed.certainty.as_str(), Type::Body, tokens.ink);
        text::text(ui, placed.skipped.as_str(), Type::Body, tokens.ink2);
        ui.add_space(10.0);
        known(ui, cx, &placed.over, true);
        ui.add_space(4.0);
        card::rule(ui);
        ui.add_space(4.0);
        for layer in &placed.layers {
            known(ui, cx, layer, false);
        }
    });
    ui.add_space(16.0);
    let right = report.items.iter().filter(|item| item.answer.right).count();
    let asked = words::count(report.items.len(), "question", "questions");
    let remark = format!("{right} of {} right. Open one to read why", report.items.len());
    card::head(ui, &asked, &remark);
    ui.add_space(2.0);
    card::card(ui, Margin::symmetric(14, 6), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for item in &report.items {
            answered::answered(ui, cx, item);
        }
    });
}

/// One share with its interval: name, bar, figure.
fn known(ui: &mut Ui, cx: &Cx<'_>, row: &KnownRow, all: bool) {
    let tokens = tokens(ui);
    let style = if all { Type::Label } else { Type::Cell };
    let bar = |ui: &mut Ui, width: f32| {
        let name = (row.name.as_str(), row.value.as_str());
        let extent = Vec2::new(width.max(40.0), 13.0);
        meter::meter(ui, name, row.share, Some(row.between), Side::None, extent);
    };
    if cx.tiny() {
        text::text(ui, format!("{}: {}", row.name, row.value), style, tokens.ink);
        bar(ui, ui.available_width());
        ui.add_space(4.0);
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let name = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(130.0, 24.0), name, |ui| {
            ui.set_min_width(130.0);
            text::line(ui, row.name.as_str(), style, tokens.ink);
        });
        bar(ui, ui.available_width() - 250.0);
        text::line(ui, row.value.as_str(), Type::Small, tokens.ink2);
    });
}

fn what_next(ui: &mut Ui, cx: &mut Cx<'_>, report: &SessionReport) {
    let past = matches!(cx.model.route(), Route::Report(_));
    let mut next: Vec<(Id, String)> = Vec::new();
    if !past {
        next.push((Id::LearnNew, "Learn new".to_owned()));
        if cx.model.lessons().next().is_some() {
            next.push((Id::NextLesson, "Next lesson".to_owned()));
        }
    }
    if !report.missed.is_empty() {
        let words = words::count(report.missed.len(), "missed", "missed");
        next.push((Id::Again, format!("Again on {words}")));
    }
    next.push(if past { (Id::Back, "Back".to_owned()) } else { (Id::Done, "Done".to_owned()) });
    for (at, (id, label)) in next.iter().enumerate() {
        let button = if at == 0 { Button::primary(label) } else { Button::secondary(label) };
        let button = button.key(cx.cap(*id)).show(ui);
        region::region(&button);
        if button.clicked() {
            cx.ask_command(*id);
        }
    }
}
