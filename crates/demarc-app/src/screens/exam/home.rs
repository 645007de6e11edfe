//! Where an exam is set up: what about, how long, when it is passed; and the exams of before.

use demarc_study::{Choice, ExamPlan};
use egui::{Margin, Role, Sense, Ui, Vec2};

use super::ask;
use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::Action,
        exam::{
            ExamAct,
            home::{HomeView, LENGTHS, MARKS, MINUTES, Past},
        },
        route::Route,
        words,
    },
    parts::{card, chips, region},
    theme::{Type, size, tokens},
    widgets::{button::Button, focus, line_board, segmented, text},
};

/// Draws the page.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let model = cx.model;
    let Some(home) = model.exam_home() else { return };
    ui.horizontal(|ui| card::title(ui, "Exam", "No feedback until you hand in"));
    ui.add_space(12.0);
    if !model.study().writable() {
        text::text(
            ui,
            "Opened only for reading: an exam would not be saved.",
            Type::Body,
            tokens(ui).ink2,
        );
    } else if let Some(open) = &home.open {
        left_open(ui, cx, open);
    } else {
        set_up(ui, cx, home);
    }
    ui.add_space(20.0);
    past(ui, cx, home);
}

fn left_open(ui: &mut Ui, cx: &mut Cx<'_>, open: &str) {
    card::card(ui, Margin::symmetric(22, 18), |ui| {
        let tokens = tokens(ui);
        ui.spacing_mut().item_spacing.y = 8.0;
        card::head(ui, "An exam is open", "");
        text::text(
            ui,
            format!("{open}. The clock stands still while you are away."),
            Type::Body,
            tokens.ink2,
        );
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(10.0, 8.0);
            let go_on = Button::primary("Go on").main().key(cx.cap(Id::StartExam)).show(ui);
            region::region(&go_on);
            if go_on.clicked() {
                cx.ask_command(Id::StartExam);
            }
            let throw = Button::secondary("Throw it away").main().key(cx.cap(Id::DiscardExam));
            if throw.show(ui).clicked() {
                cx.ask_command(Id::DiscardExam);
            }
        });
    });
}

fn set_up(ui: &mut Ui, cx: &mut Cx<'_>, home: &HomeView) {
    let plan = &home.plan;
    card::card(ui, Margin::symmetric(22, 18), |ui| {
        let tokens = tokens(ui);
        ui.spacing_mut().item_spacing.y = 6.0;
        about(ui, cx, home);
        ui.add_space(8.0);
        let settings = |ui: &mut Ui| settings(ui, cx, plan);
        if ui.available_width() < 640.0 {
            ui.vertical(settings);
        } else {
            ui.horizontal(settings);
        }
        ui.add_space(6.0);
        let drawn = plan.choice.length.min(home.matching);
        let words = match home.matching {
            0 => "No ruling matches that choice.".to_owned(),
            _ => format!(
                "{} drawn from {}. Somebody who guesses passes {}. You can change every answer until you hand in; what is left open counts as wrong. The clock can be extended while it runs.",
                words::count(drawn, "question", "questions"),
                words::count(home.matching, "ruling", "rulings"),
                home.luck,
            ),
        };
        text::text(ui, words, Type::Small, tokens.ink2);
        ui.add_space(6.0);
        let begin = Button::primary("Begin the exam").main().key(cx.cap(Id::StartExam));
        let begin = begin.enabled(home.matching > 0).show(ui);
        region::region(&begin);
        if begin.clicked() {
            cx.ask_command(Id::StartExam);
        }
    });
}

/// How many questions, how long, and when it is passed.
fn settings(ui: &mut Ui, cx: &mut Cx<'_>, plan: &ExamPlan) {
    ui.spacing_mut().item_spacing = Vec2::new(28.0, 12.0);
    let lengths = LENGTHS.map(|length| length.to_string());
    let on = LENGTHS.iter().position(|it| *it == plan.choice.length);
    if let Some(at) = setting(ui, "Questions", &lengths, on) {
        let choice = Choice { length: LENGTHS[at], ..plan.choice.clone() };
        ask(cx, set(ExamPlan { choice, ..plan.clone() }));
    }
    let minutes = MINUTES.map(|it| it.map_or("No limit".to_owned(), |it| format!("{it} min")));
    let on = MINUTES.iter().position(|it| *it == plan.minutes);
    if let Some(at) = setting(ui, "Time", &minutes, on) {
        ask(cx, set(ExamPlan { minutes: MINUTES[at], ..plan.clone() }));
    }
    let marks = MARKS.map(|it| format!("{it}%"));
    let on = MARKS.iter().position(|it| *it == plan.pass_percent);
    if let Some(at) = setting(ui, "Pass mark", &marks, on) {
        ask(cx, set(ExamPlan { pass_percent: MARKS[at], ..plan.clone() }));
    }
}

fn set(plan: ExamPlan) -> ExamAct {
    ExamAct::Set(Box::new(plan))
}

/// What it asks about: everything, what Practice has chosen, or categories.
fn about(ui: &mut Ui, cx: &mut Cx<'_>, home: &HomeView) {
    let tokens = tokens(ui);
    let plan = &home.plan;
    let with = |choice: Choice| set(ExamPlan { choice, ..plan.clone() });
    let length = plan.choice.length;
    text::text(ui, "About", Type::SmallMedium, tokens.ink2);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(6.0, 6.0);
        let everything = plan.choice == Choice { length, ..Choice::default() };
        if chips::chip(ui, "All services", everything) {
            ask(cx, with(Choice { length, ..Choice::default() }));
        }
        if let Some(practice) = &home.practice
            && chips::chip(ui, &format!("As in Practice: {practice}"), home.as_practice)
        {
            ask(cx, with(Choice { length, ..cx.model.settings().choice.clone() }));
        }
        let categories = plan.choice.categories.clone();
        let plain = Choice { length, categories, ..Choice::default() };
        if !home.as_practice && plan.choice != plain {
            chips::chip(ui, &cx.model.study().scope_of(&plan.choice), true);
        }
    });
    chips::chips(ui, "", &home.categories, |id| {
        let mut categories =
            if home.as_practice { Vec::new() } else { plan.choice.categories.clone() };
        match categories.iter().position(|it| it == id) {
            Some(at) => {
                categories.remove(at);
            }
            None => categories.push(id.to_owned()),
        }
        ask(cx, with(Choice { categories, length, ..Choice::default() }));
    });
}

/// A few values in a row under their name; returns the number of the one that was picked.
fn setting(ui: &mut Ui, name: &str, values: &[String], on: Option<usize>) -> Option<usize> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        text::fixed(ui, name, Type::SmallMedium, tokens(ui).ink2);
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        segmented::segmented(ui, name, &values, on.unwrap_or(values.len()), None)
    })
    .inner
}

fn past(ui: &mut Ui, cx: &mut Cx<'_>, home: &HomeView) {
    let tokens = tokens(ui);
    card::head(ui, "Exams of before", "");
    ui.add_space(4.0);
    if home.past.is_empty() {
        let words = "None yet. Each exam that you hand in stays here with its result.";
        text::text(ui, words, Type::Body, tokens.ink2);
        return;
    }
    card::card(ui, Margin::symmetric(14, 6), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for exam in &home.past {
            if row(ui, cx, exam) {
                cx.ask(Action::Go(Route::ExamResult(exam.id)));
            }
        }
    });
}

fn row(ui: &mut Ui, cx: &Cx<'_>, exam: &Past) -> bool {
    let tokens = tokens(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 36.0), Sense::click());
    let word = if exam.passed { "passed" } else { "not passed" };
    let score = format!("{:.0}%", exam.percent);
    let luck = format!("{:.0}% without luck", exam.without_luck);
    response.widget_info(|| {
        let label = format!(
            "{}, {}: {score}, {} right, {word}, {luck}. Open the result",
            exam.date, exam.scope, exam.right
        );
        egui::WidgetInfo::labeled(Role::Button, true, label)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, size::R_CONTROL, tokens.hover);
    }
    let inner = rect.shrink2(Vec2::new(6.0, 0.0));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(layout));
    ui.spacing_mut().item_spacing.x = 12.0;
    line_board::mark(&mut ui, exam.passed);
    text::fixed(&mut ui, score, Type::BodyBold, tokens.ink);
    text::fixed(&mut ui, exam.right.as_str(), Type::Small, tokens.ink2);
    if !cx.tiny() {
        text::fixed(&mut ui, luck, Type::Small, tokens.ink3);
    }
    text::line(&mut ui, exam.scope.as_str(), Type::Small, tokens.ink2);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        text::fixed(ui, exam.date.as_str(), Type::Small, tokens.ink3);
    });
    focus::ring_inside(&ui, &response, size::R_CONTROL);
    response.clicked()
}
