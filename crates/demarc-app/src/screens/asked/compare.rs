//! Compare as a question: say of each duty what becomes of it, say how sure, check.

use egui::Ui;

use super::{Widths, halves, heading};
use crate::{
    commands::{self, Id},
    cx::Cx,
    model::{
        action::Action,
        asked::{
            ReplyStep,
            compare::{MoveStep, MoveView},
        },
        compare::SubjectView,
        words,
    },
    theme::{Type, tokens},
    widgets::{
        fate_row::{self, FateRow, Touch},
        tag, text,
    },
};

const QUESTION: &str = "What becomes of these duties?";
const HOW: &str = "Each shows its side on the left. All else that you leave stays as it is.";

/// Draws the two, and the duties.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &MoveView) {
    let asked = |ui: &mut Ui, cx: &mut Cx<'_>| {
        for (at, it) in view.subjects.iter().enumerate() {
            subject(ui, if at == 0 { "From" } else { "To" }, it);
        }
        ui.add_space(if cx.small() { 2.0 } else { 10.0 });
        heading(ui, cx, None, QUESTION, HOW);
    };
    let reply = |ui: &mut Ui, cx: &mut Cx<'_>| rows(ui, cx, view);
    let tally = |ui: &mut Ui, _: &mut Cx<'_>| {
        let words = match view.changed() {
            0 => "All stay as they are".to_owned(),
            n => words::count(n, "duty changes", "duties change"),
        };
        text::text(ui, words, Type::SmallMedium, tokens(ui).ink);
    };
    halves(ui, cx, &Widths { usual: 352.0, small: 280.0 }, &asked, &reply, &tally);
}

/// One of the two: its letters, its name, and what it is made of.
fn subject(ui: &mut Ui, word: &str, it: &SubjectView) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        tag::tile(ui, &it.tile, 36.0);
        ui.vertical(|ui| {
            let name = format!("{word}: {}", it.name);
            text::text(ui, name, Type::BodyBold, tokens.ink);
            text::text(ui, it.about.as_str(), Type::Small, tokens.ink2);
        });
    });
    ui.add_space(4.0);
}

fn rows(ui: &mut Ui, cx: &mut Cx<'_>, view: &MoveView) {
    ui.spacing_mut().item_spacing.y = 8.0;
    let keys = [0, 1, 2].map(|at| commands::cap(cx.model, Id::PICKS[at]));
    // Where the arrows lead out of sight the row in hand is brought into view, once.
    let place = ui.scope_id().with("row in hand");
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<usize>(place);
        data.insert_temp(place, view.at);
        before
    });
    for (at, row) in view.rows.iter().enumerate() {
        let drawn = FateRow {
            label: &row.label,
            about: &row.about,
            before: row.before,
            choices: row.choices.each_ref().map(|(_, words)| words.as_str()),
            on: view.on(row),
            keys: (at == view.at).then_some(keys),
            reveal: at == view.at && before.is_some_and(|before| before != at),
        };
        let step = match fate_row::fate_row(ui, &drawn) {
            Some(Touch::Say(choice)) => MoveStep::Say(at, choice),
            Some(Touch::Here) if at != view.at => MoveStep::At(at),
            _ => continue,
        };
        cx.ask(Action::Reply(ReplyStep::Compare(step)));
    }
}
