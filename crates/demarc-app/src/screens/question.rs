//! Whose job is it? Two panes, three segments each; one key or one click answers.

use egui::{CentralPanel, Frame, Margin, Ui};

use crate::{
    commands::Id,
    cx::Cx,
    model::action::Action,
    parts::{asking, session_frame},
    theme::{Type, tokens},
    widgets::text,
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct QuestionScreen;

impl QuestionScreen {
    /// Draws the open question.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        session_frame::bar(ui, cx);
        session_frame::foot(ui, "question", |ui| foot(ui, cx));
        let tokens = tokens(ui);
        let side = if cx.small() { 24 } else { 40 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, 8));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let Some(question) = cx.model.question() else {
                text::text(ui, "There is no open question.", Type::Body, tokens.ink2);
                return;
            };
            if let Some((said, confidence)) = asking::asking(ui, cx, question, None) {
                cx.ask(Action::Answer(said, confidence));
            }
        });
    }
}

fn foot(ui: &mut Ui, cx: &mut Cx<'_>) {
    let (skip, undo) =
        if cx.tiny() { ("Skip", "Undo") } else { ("Skip for now", "Undo last answer") };
    for (id, words) in [(Id::Flag, "Flag"), (Id::Note, "Note"), (Id::Skip, skip), (Id::Undo, undo)]
    {
        if session_frame::hint(ui, cx, id, words) {
            cx.ask_command(id);
        }
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        if session_frame::hint(ui, cx, Id::Keys, "All keys") {
            cx.ask_command(Id::Keys);
        }
    });
}
