//! Draw the line: put it between two layers, flip what does not follow, say how sure, check.

use demarc_study::{Confidence, Said};
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::{Action, LineStep},
        line::LineView,
    },
    parts::{region, session_frame, sure},
    theme::{Type, tokens},
    widgets::{
        button::Button,
        glyph, key_cap,
        line_board::{self, Chip, Row, Touch},
        tag, text,
    },
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct LineScreen;

impl LineScreen {
    /// Draws the stack on which the line is put.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        line_board::enter_on_tab(ui);
        session_frame::bar(ui, cx);
        session_frame::foot(ui, "line", |ui| sure::foot(ui, cx));
        let model = cx.model;
        let Some(line) = model.line() else { return };
        if cx.tiny() {
            let frame = Frame::new().inner_margin(Margin::symmetric(12, 8));
            CentralPanel::no_frame().frame(frame).show(ui, |ui| {
                ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                    asked(ui, cx, line);
                    board(ui, cx, line, 34.0);
                    ui.add_space(10.0);
                    answer(ui, cx, line);
                });
            });
            return;
        }
        let (width, side) = if cx.small() { (246.0, 18) } else { (316.0, 32) };
        let frame =
            Frame::new().inner_margin(Margin::symmetric(side, if cx.small() { 12 } else { 26 }));
        Panel::left("asked").frame(frame).exact_size(width).resizable(false).show(ui, |ui| {
            let below = if cx.small() { 190.0 } else { 210.0 };
            let room = (ui.available_height() - below).max(60.0);
            ScrollArea::vertical().id_salt("asked").max_height(room).auto_shrink([false; 2]).show(
                ui,
                |ui| {
                    asked(ui, cx, line);
                    if cx.window.y >= 700.0 {
                        keys(ui, cx);
                    }
                },
            );
            answer(ui, cx, line);
        });
        let frame =
            Frame::new().inner_margin(Margin::symmetric(if cx.small() { 14 } else { 32 }, 12));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let most = if cx.small() { 34.0 } else { 64.0 };
            let row = ((ui.available_height() - 64.0) / line.layers.len() as f32).clamp(34.0, most);
            ScrollArea::vertical().id_salt("board").auto_shrink([false; 2]).show(ui, |ui| {
                board(ui, cx, line, row);
            });
        });
    }
}

/// What is asked, and about what.
fn asked(ui: &mut Ui, cx: &Cx<'_>, line: &LineView) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        tag::tile(ui, &line.tile, 36.0);
        ui.vertical(|ui| {
            text::line(ui, line.service.as_str(), Type::BodyBold, tokens.ink);
            text::line(ui, line.category.as_str(), Type::Small, tokens.ink2);
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(6.0, 4.0);
        for value in &line.tags {
            tag::tag(ui, value);
        }
    });
    ui.add_space(if cx.small() { 4.0 } else { 14.0 });
    let provider = &cx.model.catalogue().provider().name;
    let question = format!("Where does your job end and {provider}\u{2019}s begin?");
    let style = if cx.small() { Type::Subtitle } else { Type::QuestionSmall };
    let response = text::text(ui, question.as_str(), style, tokens.ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(question.as_str());
        node.set_level(1);
    });
    let how = "Put the line under the last layer that is yours. Then flip each duty that does not follow its layer.";
    text::text(ui, how, if cx.small() { Type::Small } else { Type::Body }, tokens.ink2);
    ui.add_space(8.0);
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

/// The tally of both sides, the confidence, and Check.
fn answer(ui: &mut Ui, cx: &mut Cx<'_>, line: &LineView) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 5.0;
    crate::parts::card::rule(ui);
    let provider = cx.model.catalogue().provider().name.clone();
    for (said, words) in [(Said::In, "IN: you".to_owned()), (Said::Of, format!("OF: {provider}"))] {
        ui.horizontal(|ui| {
            glyph::glyph(ui, said.side(), glyph::Size::Small);
            text::fixed(ui, words, Type::SmallBold, glyph::colour(tokens, said.side()));
            text::line(ui, line.tally(said), Type::Small, tokens.ink);
        });
    }
    if let Some(picked) = sure::sure(ui, cx, line.confidence) {
        cx.ask(Action::Line(LineStep::Sure(Confidence::ALL[picked])));
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
                cx.ask(Action::Line(LineStep::Put(count)));
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
            cx.ask(Action::Line(LineStep::Put(count - above)));
        }
        Some(Touch::Flip(at, number)) => {
            let duty = line.layers[at].chips[number].0;
            cx.ask(Action::Line(LineStep::Flip(duty)));
        }
        _ => {}
    }
    ui.horizontal(|ui| {
        glyph::glyph(ui, Said::Of.side(), glyph::Size::Small);
        text::fixed(ui, format!("OF the cloud: {provider}"), Type::SmallBold, tokens.of);
    });
}
