//! The end of a session, or a past one: score, what changed, what was missed.

use demarc_study::{Confidence, ReportItem, SessionReport};
use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{route::Route, words},
    parts::{answered, at_right, card, centred, columns, region, shell},
    theme::{Type, tokens},
    widgets::{button::Button, text},
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct FinishedScreen;

impl FinishedScreen {
    /// Draws the session that ended a moment ago.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let model = cx.model;
        if let Some(report) = model.finished() {
            self.report(ui, cx, report, "Session over");
        }
    }

    /// Draws a past session.
    pub fn past(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let model = cx.model;
        match model.report() {
            Some(report) => {
                let title = words::moment_short(report.summary.started);
                self.report(ui, cx, report, &title);
            }
            None => {
                text::text(ui, "This session has no answers.", Type::Body, tokens(ui).ink2);
            }
        }
    }

    fn report(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, report: &SessionReport, title: &str) {
        let side = if cx.narrow() { 20 } else { 28 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, 22));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                centred(ui, 1000.0, |ui| body(ui, cx, report, title));
            });
        });
    }
}

fn body(ui: &mut Ui, cx: &mut Cx<'_>, report: &SessionReport, title: &str) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
    if cx.tiny() {
        ui.horizontal(|ui| card::title(ui, title, &report.summary.title));
        ui.horizontal_wrapped(|ui| what_next(ui, cx, report));
    } else {
        ui.horizontal(|ui| {
            card::title(ui, title, &report.summary.title);
            at_right(ui, "what next", |ui| what_next(ui, cx, report));
        });
    }
    ui.add_space(14.0);
    card::card(ui, Margin::symmetric(22, 18), |ui| figures(ui, cx, report));
    ui.add_space(16.0);
    if report.items.is_empty() {
        text::text(ui, "No question was answered.", Type::Body, tokens.ink2);
        return;
    }
    let first = |item: &&ReportItem| !item.repeat;
    let wrong = |item: &&ReportItem| !item.answer.right;
    let sure = |item: &&ReportItem| item.answer.confidence == Confidence::Sure;
    let items: Vec<&ReportItem> = report.items.iter().filter(first).collect();
    let sure_wrong: Vec<&ReportItem> =
        items.iter().copied().filter(|i| wrong(i) && sure(i)).collect();
    let missed: Vec<&ReportItem> = items.iter().copied().filter(|i| wrong(i) && !sure(i)).collect();
    let right: Vec<&ReportItem> = items.iter().copied().filter(|i| !wrong(i)).collect();
    for (head, remark, list) in [
        ("Sure, and wrong", "These come back first", sure_wrong),
        ("Missed", "", missed),
        ("Right", "", right),
    ] {
        if list.is_empty() {
            continue;
        }
        card::head(ui, head, remark);
        ui.add_space(2.0);
        card::card(ui, Margin::symmetric(14, 6), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for item in list {
                answered::answered(ui, cx, item);
            }
        });
        ui.add_space(14.0);
    }
}

fn what_next(ui: &mut Ui, cx: &mut Cx<'_>, report: &SessionReport) {
    if !report.missed.is_empty() {
        let words = format!("Again on {}", words::count(report.missed.len(), "missed", "missed"));
        let again = Button::primary(&words).key(cx.cap(Id::Again)).show(ui);
        region::region(&again);
        if again.clicked() {
            cx.ask_command(Id::Again);
        }
    }
    let past = matches!(cx.model.route(), Route::Report(_));
    let (id, label) = if past { (Id::Back, "Back") } else { (Id::Done, "Done") };
    let button =
        if report.missed.is_empty() { Button::primary(label) } else { Button::secondary(label) };
    let button = button.key(cx.cap(id)).show(ui);
    if report.missed.is_empty() {
        region::region(&button);
    }
    if button.clicked() {
        cx.ask_command(id);
    }
}

fn figures(ui: &mut Ui, cx: &Cx<'_>, report: &SessionReport) {
    let tokens = tokens(ui);
    let summary = &report.summary;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let score = words::percent(summary.score as f32);
        text::fixed(ui, score, Type::Display, tokens.ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let line = format!("{} of {} right the first time", summary.right, summary.questions);
            text::text(ui, line, Type::BodyMedium, tokens.ink);
            let corrected = words::percent(summary.guess_corrected as f32);
            let line = format!(
                "{corrected} with luck taken out: half of all guesses on two sides are right."
            );
            text::text(ui, line, Type::Small, tokens.ink2);
        });
    });
    ui.add_space(12.0);
    card::rule(ui);
    ui.add_space(10.0);
    let met = |mastery: demarc_study::Mastery| words::known(mastery.known);
    let sure = report.sure_and_wrong.len();
    let average = report.took_ms / 1000 / report.items.len().max(1) as u64;
    let facts = [
        ("Mastery before", met(report.mastery_before)),
        ("Mastery after", met(report.mastery_after)),
        ("Sure and wrong", words::count(sure, "answer", "answers")),
        ("Time per answer", format!("{average} s")),
    ];
    let count = if cx.tiny() { 2 } else { facts.len() };
    columns(ui, count, |ui, column| {
        for (name, value) in facts.iter().skip(column).step_by(count) {
            text::text(ui, *name, Type::Micro, tokens.ink3);
            text::text(ui, value.as_str(), Type::BodyMedium, tokens.ink);
        }
    });
}
