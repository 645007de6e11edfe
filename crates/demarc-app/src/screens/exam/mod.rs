//! Exams: setting one up, the running one, and what came of it.

mod home;
mod result;
mod run;

use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};

use crate::{
    cx::Cx,
    model::action::Action,
    model::exam::ExamAct,
    parts::{at_most, shell},
};

/// The screens of the section; they keep nothing of their own.
#[derive(Default)]
pub struct ExamScreen;

impl ExamScreen {
    /// Draws where an exam is set up.
    pub fn home(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        page(ui, cx, home::ui);
    }

    /// Draws the running exam.
    pub fn run(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        run::ui(ui, cx);
    }

    /// Draws what came of an exam.
    pub fn result(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        page(ui, cx, result::ui);
    }
}

/// A page beside the navigation.
fn page(ui: &mut Ui, cx: &mut Cx<'_>, add: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    shell::navigation(ui, cx);
    let side = if cx.narrow() { 20 } else { 28 };
    let frame = Frame::new().inner_margin(Margin::symmetric(side, 22));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
            at_most(ui, 1100.0);
            add(ui, cx);
        });
    });
}

fn ask(cx: &mut Cx<'_>, act: ExamAct) {
    cx.ask(Action::Exam(act));
}
