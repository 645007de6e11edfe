//! One lesson: its text on one screen, then its questions one after another, then its end.

mod picture;
mod question;
mod reading;

use egui::{CentralPanel, Frame, Margin, Panel, Stroke, Ui};

use crate::{
    commands::Id,
    cx::Cx,
    model::lesson::{LessonView, Stage},
    parts::{at_right, region, session_frame},
    theme::{Type, size, tokens},
    widgets::{
        button::Button,
        session_bar::{self, Step},
        text,
    },
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct LessonScreen;

impl LessonScreen {
    /// Draws the open lesson.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let model = cx.model;
        let Some(lesson) = model.lesson() else { return };
        bar(ui, cx, lesson);
        session_frame::foot(ui, "lesson", |ui| foot(ui, cx, lesson));
        let (side, top) = if compact(cx) { (20, 12) } else { (40, 24) };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, top));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| match &lesson.stage {
            Stage::Text => reading::ui(ui, cx, lesson),
            Stage::Asked(asked) => question::asked(ui, cx, lesson, asked),
            Stage::Said(said) => question::said(ui, cx, lesson, said),
            Stage::Done => question::done(ui, cx, lesson),
        });
    }
}

/// Whether the window is too small for roomy text.
fn compact(cx: &Cx<'_>) -> bool {
    cx.narrow() || cx.window.y < 700.0
}

fn bar(ui: &mut Ui, cx: &mut Cx<'_>, lesson: &LessonView) {
    let tokens = tokens(ui);
    let frame = Frame::new().inner_margin(Margin::symmetric(20, 0));
    let panel = Panel::top("lesson bar").frame(frame).exact_size(size::SESSION_BAR);
    let inner = panel.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            if session_frame::hint(ui, cx, Id::Back, "Lessons") {
                cx.ask_command(Id::Back);
            }
            ui.add_space(16.0);
            text::fixed(ui, lesson.place.as_str(), Type::SmallMedium, tokens.ink);
            if !cx.tiny() && lesson.stage != Stage::Text {
                text::line(ui, lesson.title.as_str(), Type::Small, tokens.ink2);
            }
            at_right(ui, "progress", |ui| {
                let step = |&right: &bool| if right { Step::Right } else { Step::Ahead };
                let steps: Vec<Step> = lesson.right.iter().map(step).collect();
                let at = match &lesson.stage {
                    Stage::Asked(asked) => asked.number,
                    _ => steps.len(),
                };
                session_bar::session_bar(ui, &steps, at, 120.0);
                let count = format!("{} of {} right", lesson.count(), steps.len());
                text::fixed(ui, count, Type::Small, tokens.ink2);
            });
        });
    });
    let rect = inner.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.hair));
}

fn foot(ui: &mut Ui, cx: &mut Cx<'_>, lesson: &LessonView) {
    let begun = lesson.right.iter().any(|&right| right);
    let done = lesson.right.iter().all(|&right| right);
    let main = match &lesson.stage {
        Stage::Text if done => Some((Id::AskLesson, "Answer again")),
        Stage::Text if begun => Some((Id::AskLesson, "Go on with the questions")),
        Stage::Text => Some((Id::AskLesson, "To the questions")),
        Stage::Said(_) => Some((Id::Next, "Next")),
        Stage::Asked(_) | Stage::Done => None,
    };
    if let Some((id, words)) = main {
        let button = Button::primary(words).key(cx.cap(id)).show(ui);
        region::region(&button);
        if button.clicked() {
            cx.ask_command(id);
        }
    }
    let hints: &[(Id, &str)] = match &lesson.stage {
        Stage::Text => &[(Id::Source1, "Open source")],
        Stage::Asked(_) => &[(Id::ReadLesson, "Read again"), (Id::Undo, "Undo last answer")],
        Stage::Said(_) => {
            &[(Id::Undo, "Undo"), (Id::ReadLesson, "Read again"), (Id::Source1, "Open source")]
        }
        Stage::Done => &[(Id::ReadLesson, "Read again")],
    };
    for &(id, words) in hints.iter().take(if cx.tiny() { 2 } else { 3 }) {
        if session_frame::hint(ui, cx, id, words) {
            cx.ask_command(id);
        }
    }
    if cx.tiny() {
        return;
    }
    at_right(ui, "hints", |ui| {
        if session_frame::hint(ui, cx, Id::Keys, "All keys") {
            cx.ask_command(Id::Keys);
        }
    });
}
