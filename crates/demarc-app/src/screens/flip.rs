//! Flip one setting: say of each duty whether it changes hands, say how sure, check.

use demarc_study::Confidence;
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, Vec2};

use crate::{
    cx::Cx,
    model::{
        action::{Action, FlipStep},
        flip::FlipView,
        words,
    },
    parts::{session_frame, sure},
    theme::{Type, tokens},
    widgets::{
        flip_row::{self, FlipRow},
        line_board, tag, text,
    },
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct FlipScreen;

impl FlipScreen {
    /// Draws the duties that may change hands.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        line_board::enter_on_tab(ui);
        session_frame::bar(ui, cx);
        session_frame::foot(ui, "flip", |ui| sure::foot(ui, cx));
        let model = cx.model;
        let Some(flip) = model.flip() else { return };
        if cx.tiny() {
            let frame = Frame::new().inner_margin(Margin::symmetric(12, 8));
            CentralPanel::no_frame().frame(frame).show(ui, |ui| {
                ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                    asked(ui, cx, flip);
                    rows(ui, cx, flip);
                    ui.add_space(10.0);
                    answer(ui, cx, flip);
                });
            });
            return;
        }
        let (width, side) = if cx.small() { (280.0, 18) } else { (352.0, 32) };
        let top = if cx.small() { 12 } else { 26 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, top));
        Panel::left("flip asked").frame(frame).exact_size(width).resizable(false).show(ui, |ui| {
            let room = (ui.available_height() - 170.0).max(60.0);
            let scroll = ScrollArea::vertical().id_salt("flip asked").max_height(room);
            scroll.auto_shrink([false; 2]).show(ui, |ui| asked(ui, cx, flip));
            answer(ui, cx, flip);
        });
        let frame =
            Frame::new().inner_margin(Margin::symmetric(if cx.small() { 14 } else { 32 }, top));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().id_salt("rows").auto_shrink([false; 2]).show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(860.0));
                rows(ui, cx, flip);
            });
        });
    }
}

fn asked(ui: &mut Ui, cx: &Cx<'_>, flip: &FlipView) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        tag::tile(ui, &flip.tile, 36.0);
        ui.vertical(|ui| {
            text::line(ui, flip.service.as_str(), Type::BodyBold, tokens.ink);
            text::line(ui, flip.category.as_str(), Type::Small, tokens.ink2);
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(6.0, 4.0);
        for value in &flip.tags {
            tag::tag(ui, value);
        }
    });
    ui.add_space(if cx.small() { 4.0 } else { 14.0 });
    let question = flip.change.asked();
    let style = if cx.small() { Type::Subtitle } else { Type::QuestionSmall };
    let response = text::text(ui, question.as_str(), style, tokens.ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(question.as_str());
        node.set_level(1);
    });
    let how = "All else stays. Press each duty that goes to the other side; leave what stays where it is.";
    text::text(ui, how, if cx.small() { Type::Small } else { Type::Body }, tokens.ink2);
    ui.add_space(8.0);
}

fn rows(ui: &mut Ui, cx: &mut Cx<'_>, flip: &FlipView) {
    ui.spacing_mut().item_spacing.y = 8.0;
    let catalogue = cx.model.catalogue().clone();
    for (duty, label, about, before) in &flip.rows {
        let after = flip.question.said(&catalogue, &flip.reply, *duty);
        let row = FlipRow { label, about, before: before.side(), after: after.side() };
        if flip_row::flip_row(ui, &row) {
            cx.ask(Action::Flip(FlipStep::Turn(*duty)));
        }
    }
}

fn answer(ui: &mut Ui, cx: &mut Cx<'_>, flip: &FlipView) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 5.0;
    crate::parts::card::rule(ui);
    let moved = flip.reply.moved.len();
    let tally = match moved {
        0 => "Nothing changes hands".to_owned(),
        n => words::count(n, "duty changes hands", "duties change hands"),
    };
    text::text(ui, tally, Type::SmallMedium, tokens.ink);
    if let Some(confidence) = sure::sure(ui, cx, flip.confidence) {
        cx.ask(Action::Flip(FlipStep::Sure(Confidence::ALL[confidence])));
    }
}
