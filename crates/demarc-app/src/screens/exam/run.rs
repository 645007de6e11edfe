//! The running exam: one question at a time, or all of them before handing in.

use egui::{
    CentralPanel, CornerRadius, Frame, Margin, Panel, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, Vec2,
};

use super::ask;
use crate::{
    commands::Id,
    cx::Cx,
    model::exam::{ADDED, ExamAct, result, run::RunView},
    parts::{asking, at_most, card, region, session_frame},
    theme::{Type, size, tokens},
    widgets::{
        button::Button,
        focus,
        icon::{self, Icon},
        session_bar::{self, Step},
        text,
    },
};

/// Below this time left, in milliseconds, the clock offers more.
const SOON_MS: u64 = 60_000;

/// Draws the exam.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let model = cx.model;
    bar(ui, cx);
    session_frame::foot(ui, "exam", |ui| foot(ui, cx));
    let side = if cx.small() { 24 } else { 40 };
    let frame = Frame::new().inner_margin(Margin::symmetric(side, 8));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        let Some(run) = model.exam_run() else {
            text::text(ui, "There is no open exam.", Type::Body, tokens(ui).ink2);
            return;
        };
        if run.all {
            all(ui, cx, run);
        } else if let Some((said, confidence)) = asking::asking(ui, cx, &run.question, run.said) {
            ask(cx, ExamAct::Say(said, confidence));
        }
    });
}

fn bar(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    let frame = Frame::new().inner_margin(Margin::symmetric(20, 0));
    let panel = Panel::top("exam bar").frame(frame).exact_size(size::SESSION_BAR);
    let inner = panel.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            if session_frame::hint(ui, cx, Id::Back, "Leave") {
                cx.ask_command(Id::Back);
            }
            let Some(run) = cx.model.exam_run() else { return };
            let step = |item: &crate::model::exam::run::ItemView| match item.answered {
                true => Step::Given,
                false => Step::Ahead,
            };
            let steps: Vec<Step> = run.items.iter().map(step).collect();
            let room = (ui.max_rect().width() * 0.42).max(100.0);
            let width = ((19.0 * steps.len() as f32) + 7.0).min(room);
            let left = ui.max_rect().center().x - width / 2.0 - 40.0;
            ui.add_space((left - ui.cursor().left()).max(8.0));
            session_bar::session_bar(ui, &steps, run.at, room);
            ui.add_space(8.0);
            let count = format!("{} of {}", run.at + 1, steps.len());
            text::fixed(ui, count, Type::SmallMedium, tokens.ink);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                clock(ui, cx);
            });
        });
    });
    let rect = inner.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.hair));
}

/// The time left, and more of it where there is little.
fn clock(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    let Some(left) = cx.model.exam_left_ms(cx.uptime_ms) else { return };
    let soon = left <= SOON_MS;
    let (style, ink) =
        if soon { (Type::SmallBold, tokens.bad) } else { (Type::Small, tokens.ink2) };
    if soon && !cx.tiny() {
        let words = format!("Add {ADDED} minutes");
        if session_frame::hint(ui, cx, Id::AddTime, &words) {
            cx.ask_command(Id::AddTime);
        }
    }
    text::fixed(ui, result::left(Some(left)), style, ink);
    icon::icon(ui, Icon::Clock, Type::IconSmall, ink);
}

/// All questions, what handing in means, and the button for it.
fn all(ui: &mut Ui, cx: &mut Cx<'_>, run: &RunView) {
    let tokens = tokens(ui);
    ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
        at_most(ui, 1000.0);
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.add_space(14.0);
        let title = if run.over { "The time is up" } else { "Hand in?" };
        ui.horizontal(|ui| card::title(ui, title, ""));
        let open = run.open();
        let words = match open {
            0 => format!("All {} questions have an answer.", run.items.len()),
            1 => format!(
                "{} of {} have an answer. One is open and counts as wrong.",
                run.answered,
                run.items.len()
            ),
            _ => format!(
                "{} of {} have an answer. {open} are open and count as wrong.",
                run.answered,
                run.items.len()
            ),
        };
        text::text(ui, words, Type::Body, tokens.ink2);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(10.0, 8.0);
            let hand_in = Button::primary("Hand in").main().key(cx.cap(Id::HandIn)).show(ui);
            region::region(&hand_in);
            if hand_in.clicked() {
                cx.ask_command(Id::HandIn);
            }
            if !run.over {
                let back = Button::secondary("Back to the question").main();
                if back.key(cx.cap(Id::OneQuestion)).show(ui).clicked() {
                    cx.ask_command(Id::OneQuestion);
                }
            }
            if cx.model.exam_left_ms(cx.uptime_ms).is_some() {
                let words = format!("Add {ADDED} minutes");
                let add = Button::secondary(&words).main().key(cx.cap(Id::AddTime));
                if add.show(ui).clicked() {
                    cx.ask_command(Id::AddTime);
                }
                if Button::quiet("Go on without a limit").main().show(ui).clicked() {
                    ask(cx, ExamAct::NoLimit);
                }
            }
        });
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(8.0, 8.0);
            for (at, item) in run.items.iter().enumerate() {
                if number(ui, at, item.answered, item.marked, &item.about) {
                    ask(cx, ExamAct::Go(at));
                }
            }
        });
        let words = "Filled: answered. Flag: marked to come back to.";
        text::text(ui, words, Type::Micro, tokens.ink3);
    });
}

/// A question as a number; returns whether it was pressed.
fn number(ui: &mut Ui, at: usize, answered: bool, marked: bool, about: &str) -> bool {
    let tokens = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(52.0, 40.0), Sense::click());
    let state = if answered { "answered" } else { "open" };
    let come_back = if marked { ", marked" } else { "" };
    let label = format!("Question {}, {state}{come_back}: {about}", at + 1);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, label.as_str()));
    let radius = CornerRadius::same(size::R_CONTROL);
    let fill = match (answered, response.hovered()) {
        (true, _) => tokens.pressed,
        (false, true) => tokens.hover,
        (false, false) => tokens.surface,
    };
    ui.painter().rect_filled(rect, radius, fill);
    let edge = if answered { tokens.ink2 } else { tokens.edge };
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, edge), StrokeKind::Inside);
    let align = egui::Align2::CENTER_CENTER;
    let style = if answered { Type::BodyBold } else { Type::Body };
    ui.painter().text(rect.center(), align, (at + 1).to_string(), style.font(), tokens.ink);
    if marked {
        let corner = rect.right_top() + Vec2::new(-9.0, 10.0);
        icon::paint(ui.painter(), corner, Icon::Flag, 12.0, tokens.ink);
    }
    focus::ring(ui, &response, size::R_CONTROL);
    response.on_hover_text(about).clicked()
}

fn foot(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(run) = cx.model.exam_run() else { return };
    let hints: &[(Id, &str)] = match (run.all, cx.tiny()) {
        (true, _) => &[(Id::HandIn, "Hand in")],
        (false, true) => {
            &[(Id::MarkQuestion, "Mark"), (Id::ClearAnswer, "Clear"), (Id::AllQuestions, "All")]
        }
        (false, false) if run.marked => &[
            (Id::PreviousQuestion, "Before"),
            (Id::NextQuestion, "Next"),
            (Id::MarkQuestion, "Marked to come back to"),
            (Id::ClearAnswer, "Take answer back"),
            (Id::AllQuestions, "All questions, hand in"),
        ],
        (false, false) => &[
            (Id::PreviousQuestion, "Before"),
            (Id::NextQuestion, "Next"),
            (Id::MarkQuestion, "Mark to come back to"),
            (Id::ClearAnswer, "Take answer back"),
            (Id::AllQuestions, "All questions, hand in"),
        ],
    };
    for (id, words) in hints {
        if session_frame::hint(ui, cx, *id, words) {
            cx.ask_command(*id);
        }
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        if session_frame::hint(ui, cx, Id::Keys, "All keys") {
            cx.ask_command(Id::Keys);
        }
    });
}
