//! Draw the line: put it between two layers, flip what does not follow, say how sure, check.

use demarc_study::Said;
use egui::Ui;

use super::{Widths, halves, heading};
use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::Action,
        asked::{
            ReplyStep,
            line::{LineStep, LineView},
        },
    },
    parts::region,
    theme::{Type, tokens},
    widgets::{
        button::Button,
        glyph, key_cap,
        line_board::{self, Chip, Row, Touch},
        text,
    },
};

const HOW: &str = "Put the line under the last layer that is yours. Then flip each duty that does not follow its layer.";

/// Draws the stack on which the line is put.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>, line: &LineView) {
    let provider = cx.model.catalogue().provider().name.clone();
    let question = format!("Where does your job end and {provider}\u{2019}s begin?");
    let asked = |ui: &mut Ui, cx: &mut Cx<'_>| {
        heading(ui, cx, Some(&line.head), &question, HOW);
        if cx.window.y >= 700.0 && !cx.tiny() {
            keys(ui, cx);
        }
    };
    let reply = |ui: &mut Ui, cx: &mut Cx<'_>| {
        let most = if cx.small() { 34.0 } else { 64.0 };
        let each = (ui.available_height() - 64.0) / line.layers.len() as f32;
        board(ui, cx, line, if cx.tiny() { 34.0 } else { each.clamp(34.0, most) });
    };
    let tally = |ui: &mut Ui, cx: &mut Cx<'_>| tally(ui, cx, line);
    halves(ui, cx, &Widths { usual: 316.0, small: 246.0 }, &asked, &reply, &tally);
}

/// The keys, in words.
fn keys(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = tokens(ui);
    ui.add_space(8.0);
    let rows: [(&[&str], &str); 4] = [
        (&[cx.cap(Id::LineUp), cx.cap(Id::LineDown)], "Move the line"),
        (&["Tab"], "Next duty"),
        (&["Space"], "Flip the duty in focus"),
        (&[cx.cap(Id::StartOver)], "Start over"),
    ];
    for (caps, words) in rows {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let left = ui.cursor().left();
            for cap in caps.iter().filter(|cap| !cap.is_empty()) {
                key_cap::key_cap(ui, cap);
            }
            ui.add_space((left + 76.0 - ui.cursor().left()).max(4.0));
            text::fixed(ui, words, Type::Small, tokens.ink2);
        });
        ui.add_space(4.0);
    }
}

/// What is on both sides.
fn tally(ui: &mut Ui, cx: &Cx<'_>, line: &LineView) {
    let tokens = tokens(ui);
    let provider = &cx.model.catalogue().provider().name;
    for (said, words) in [(Said::In, "IN: you".to_owned()), (Said::Of, format!("OF: {provider}"))] {
        ui.horizontal(|ui| {
            glyph::glyph(ui, said.side(), glyph::Size::Small);
            text::fixed(ui, words, Type::SmallBold, glyph::colour(tokens, said.side()));
            text::line(ui, line.tally(said), Type::Small, tokens.ink);
        });
    }
}

fn board(ui: &mut Ui, cx: &mut Cx<'_>, line: &LineView, row: f32) {
    let tokens = tokens(ui);
    let provider = cx.model.catalogue().provider().name.clone();
    let count = line.layers.len();
    ui.horizontal(|ui| {
        ui.set_min_height(32.0);
        glyph::glyph(ui, Said::In.side(), glyph::Size::Small);
        text::fixed(ui, "IN the cloud: you", Type::SmallBold, tokens.r#in);
        if count > line.reply.below {
            let up = Button::quiet("Line to the top").show(ui);
            region::region(&up);
            if up.clicked() {
                cx.ask(Action::Reply(ReplyStep::Line(LineStep::Put(count))));
            }
        }
    });
    let rows: Vec<Row<'_>> = line
        .layers
        .iter()
        .map(|layer| Row {
            name: layer.layer.name(),
            about: &layer.about,
            chips: layer
                .chips
                .iter()
                .map(|(duty, label)| Chip {
                    label,
                    side: line.reply.side(layer.layer, *duty).side(),
                    flipped: line.reply.flipped.contains(duty),
                })
                .collect(),
        })
        .collect();
    let time = if cx.model.settings().reduced_motion { 0.0 } else { 0.12 };
    match line_board::line_board(ui, &rows, count - line.reply.below, row, time) {
        Some(Touch::Put(above)) if count - above != line.reply.below => {
            cx.ask(Action::Reply(ReplyStep::Line(LineStep::Put(count - above))));
        }
        Some(Touch::Flip(at, number)) => {
            let duty = line.layers[at].chips[number].0;
            cx.ask(Action::Reply(ReplyStep::Line(LineStep::Flip(duty))));
        }
        _ => {}
    }
    ui.horizontal(|ui| {
        glyph::glyph(ui, Said::Of.side(), glyph::Size::Small);
        text::fixed(ui, format!("OF the cloud: {provider}"), Type::SmallBold, tokens.of);
    });
}
