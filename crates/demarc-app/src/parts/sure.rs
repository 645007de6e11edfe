//! How sure, Check, and the foot below a question with parts.

use demarc_study::Confidence;
use egui::Ui;

use super::{region, session_frame};
use crate::{
    commands::Id,
    cx::Cx,
    theme::{Type, tokens},
    widgets::{button::Button, segmented, text},
};

/// Shows how sure it was said, and Check, which waits until the reply is whole; gives the confidence
/// that was picked now.
pub fn sure(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    said: Option<Confidence>,
    whole: bool,
) -> Option<Confidence> {
    text::text(ui, "How sure are you?", Type::Small, tokens(ui).ink2);
    let on = said.and_then(|sure| Confidence::ALL.iter().position(|it| *it == sure));
    let names = ["Guess", "Likely", "Sure"];
    let picked = segmented::segmented(ui, "How sure", &names, on.unwrap_or(names.len()), None);
    ui.add_space(2.0);
    let check = Button::primary("Check").main().key(cx.cap(Id::Check));
    let check = check.enabled(said.is_some() && whole).show(ui);
    region::region(&check);
    if check.clicked() {
        cx.ask_command(Id::Check);
    }
    picked.and_then(|number| Confidence::ALL.get(number).copied())
}

/// Fills the foot.
pub fn foot(ui: &mut Ui, cx: &mut Cx<'_>) {
    let mut hints = vec![(Id::Skip, "Skip for now"), (Id::Undo, "Undo last answer")];
    if !cx.tiny() {
        hints.insert(0, (Id::StartOver, "Start over"));
    }
    if cx.window.x >= 1000.0 {
        hints.extend([(Id::SayGuess, "Guess"), (Id::SayLikely, "Likely"), (Id::SaySure, "Sure")]);
    }
    for (id, words) in hints {
        let words = if cx.tiny() { words.split(' ').next().unwrap_or(words) } else { words };
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
