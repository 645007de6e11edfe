//! A question with parts: what is asked and the answer at the left, what it is about at the right.
//! One file a form; here is what they have in common.

mod compare;
mod flip;
mod kind;
mod line;
mod reason;
mod sort;
mod which;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, Vec2};

use crate::{
    cx::Cx,
    model::{
        action::Action,
        asked::{FormView, ReplyStep, head::Head},
    },
    parts::{card, session_frame, sure},
    theme::{Type, tokens},
    widgets::{line_board, tag, text},
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct AskedScreen;

impl AskedScreen {
    /// Draws the open question.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        line_board::enter_on_tab(ui);
        session_frame::bar(ui, cx);
        session_frame::foot(ui, "asked", |ui| sure::foot(ui, cx));
        let model = cx.model;
        match model.asked().map(|asked| &asked.form) {
            Some(FormView::Line(view)) => line::ui(ui, cx, view),
            Some(FormView::Flip(view)) => flip::ui(ui, cx, view),
            Some(FormView::Sort(view)) => sort::ui(ui, cx, view),
            Some(FormView::Which(view)) => which::ui(ui, cx, view),
            Some(FormView::Compare(view)) => compare::ui(ui, cx, view),
            Some(FormView::Reason(view)) => reason::ui(ui, cx, view),
            Some(FormView::Kind(view)) => kind::ui(ui, cx, view),
            None => {}
        }
    }
}

/// A part of the screen.
type Piece<'p> = &'p dyn Fn(&mut Ui, &mut Cx<'_>);

/// The widths of the left half and of the margins at its sides: in a usual window and in a small one.
struct Widths {
    usual: f32,
    small: f32,
}

/// Lays the three pieces out: what is asked and below it the answer at the left, the reply at the
/// right, which is given the room that it has; one below the other where the window is tiny.
fn halves(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    widths: &Widths,
    asked: Piece<'_>,
    reply: Piece<'_>,
    tally: Piece<'_>,
) {
    if cx.tiny() {
        let frame = Frame::new().inner_margin(Margin::symmetric(12, 8));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                asked(ui, cx);
                reply(ui, cx);
                ui.add_space(10.0);
                answer(ui, cx, tally);
            });
        });
        return;
    }
    let (width, side) = if cx.small() { (widths.small, 18) } else { (widths.usual, 32) };
    let top = if cx.small() { 12 } else { 26 };
    let frame = Frame::new().inner_margin(Margin::symmetric(side, top));
    Panel::left("asked").frame(frame).exact_size(width).resizable(false).show(ui, |ui| {
        let below = if cx.small() { 190.0 } else { 210.0 };
        let room = (ui.available_height() - below).max(60.0);
        let scroll = ScrollArea::vertical().id_salt("asked").max_height(room);
        scroll.auto_shrink([false; 2]).show(ui, |ui| asked(ui, cx));
        answer(ui, cx, tally);
    });
    let side = if cx.small() { 14 } else { 32 };
    let frame = Frame::new().inner_margin(Margin::symmetric(side, top.min(20)));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        let room = ui.available_height();
        ScrollArea::vertical().id_salt("reply").auto_shrink([false; 2]).show(ui, |ui| {
            ui.set_min_height(room - 1.0);
            ui.set_max_width(ui.available_width().min(900.0));
            reply(ui, cx);
        });
    });
}

/// What was said so far in words, how sure, and Check.
fn answer(ui: &mut Ui, cx: &mut Cx<'_>, tally: Piece<'_>) {
    ui.spacing_mut().item_spacing.y = 5.0;
    card::rule(ui);
    tally(ui, cx);
    let asked = cx.model.asked();
    let said = asked.and_then(|asked| asked.confidence);
    let whole = asked.is_some_and(|asked| asked.form.lacks().is_none());
    if let Some(confidence) = sure::sure(ui, cx, said, whole) {
        cx.ask(Action::Reply(ReplyStep::Sure(confidence)));
    }
}

/// The deployment, the question, and how to reply.
fn heading(ui: &mut Ui, cx: &Cx<'_>, head: Option<&Head>, question: &str, how: &str) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    if let Some(head) = head {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            tag::tile(ui, &head.tile, 36.0);
            ui.vertical(|ui| {
                text::line(ui, head.service.as_str(), Type::BodyBold, tokens.ink);
                text::line(ui, head.category.as_str(), Type::Small, tokens.ink2);
            });
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(6.0, 4.0);
            for value in &head.tags {
                tag::tag(ui, value);
            }
        });
        ui.add_space(if cx.small() { 4.0 } else { 14.0 });
    }
    let style = if cx.small() { Type::Subtitle } else { Type::QuestionSmall };
    let response = text::text(ui, question, style, tokens.ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(question);
        node.set_level(1);
    });
    text::text(ui, how, if cx.small() { Type::Small } else { Type::Body }, tokens.ink2);
    ui.add_space(8.0);
}
