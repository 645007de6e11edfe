//! The end of a session, or a past one: score, what changed, what was missed.

use demarc_study::{Confidence, ReportItem, SessionReport};
use egui::{CentralPanel, Frame, Margin, Role, ScrollArea, Sense, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{action::Action, question, route::Route, ruling, words},
    parts::{at_right, card, columns, region, shell},
    theme::{Type, tokens},
    widgets::{
        button::Button,
        focus, glyph,
        icon::{self, Icon},
        text,
    },
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
                let width = ui.available_width().min(1000.0);
                let left = (ui.available_width() - width) / 2.0;
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.add_space(left);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        body(ui, cx, report, title);
                    });
                });
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
                row(ui, cx, item);
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

fn row(ui: &mut Ui, cx: &mut Cx<'_>, item: &ReportItem) {
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
