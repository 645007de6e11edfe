//! After a reply to a question with parts: how much was right, why part by part, and the true line.

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::Action,
        asked::replied::{Chosen, RepliedView},
        ruling::RulingView,
    },
    parts::{at_most, at_right, card, region, session_frame, sources, stack},
    theme::{Type, tokens},
    widgets::{button::Button, glyph, line_board, tag, text, verdict},
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct RepliedScreen;

const TEXT: f32 = 700.0;

impl RepliedScreen {
    /// Draws what is said about the last reply.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        session_frame::bar(ui, cx);
        session_frame::foot(ui, "replied", |ui| foot(ui, cx));
        let model = cx.model;
        let Some(view) = model.replied() else { return };
        let compact = cx.narrow() || cx.window.y < 700.0;
        if !cx.tiny() {
            picture(ui, cx, view, compact);
        }
        let margin = if compact { Margin::symmetric(20, 14) } else { Margin::symmetric(40, 22) };
        let frame = Frame::new().inner_margin(margin);
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                at_most(ui, 980.0);
                words(ui, cx, view, compact);
                if cx.tiny() {
                    ui.add_space(16.0);
                    card::head(ui, &view.stack.title, &view.stack.variant);
                    stack::stack(ui, cx, &view.stack, view.yours.as_ref(), 36.0);
                }
            });
        });
    }
}

fn picture(ui: &mut Ui, cx: &mut Cx<'_>, view: &RepliedView, compact: bool) {
    let tokens = tokens(ui);
    let (width, margin) = if compact {
        (268.0, Margin { left: 22, right: 24, top: 14, bottom: 10 })
    } else {
        (388.0, Margin { left: 28, right: 34, top: 24, bottom: 20 })
    };
    let frame = Frame::new().fill(tokens.surface).inner_margin(margin);
    Panel::right("true line").frame(frame).exact_size(width).resizable(false).show(ui, |ui| {
        text::line(ui, view.stack.title.as_str(), Type::Heading, tokens.ink);
        if !view.stack.variant.is_empty() {
            text::line(ui, view.stack.variant.as_str(), Type::Small, tokens.ink3);
        }
        ui.add_space(if compact { 4.0 } else { 10.0 });
        let spare = ui.available_height() - if compact { 96.0 } else { 150.0 };
        let row = (spare / 9.0).clamp(26.0, if compact { 36.0 } else { 50.0 });
        stack::stack(ui, cx, &view.stack, view.yours.as_ref(), row);
        let mut notes: Vec<String> = view.yours.iter().map(|yours| yours.note.clone()).collect();
        if !view.stack.exceptions.is_empty() {
            notes.push(format!("Across the line: {}.", view.stack.exceptions));
        }
        if !notes.is_empty() && ui.available_height() > 40.0 {
            ui.add_space(8.0);
            card::rule(ui);
            ui.add_space(6.0);
            ScrollArea::vertical().id_salt("notes").show(ui, |ui| {
                for note in notes {
                    text::text(ui, note, Type::Small, tokens.ink2);
                }
            });
        }
    });
}

fn words(ui: &mut Ui, cx: &mut Cx<'_>, view: &RepliedView, compact: bool) {
    let tokens = tokens(ui);
    let gap = if compact { 10.0 } else { 16.0 };
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
        text::fixed(ui, view.service.as_str(), Type::SmallBold, tokens.ink);
        for value in &view.tags {
            tag::tag(ui, value);
        }
    });
    let style = if compact { Type::BodyBold } else { Type::Asked };
    text::text(ui, view.asked.as_str(), style, tokens.ink);
    ui.add_space(gap - 4.0);
    verdict::banner(ui, view.whole, view.word, None, &view.verdict, &view.next, compact);
    if let Some(principle) = &view.principle {
        ui.add_space(gap - 4.0);
        card::head(ui, "The principle", "");
        text::paragraph(ui, &[(principle.as_str(), Type::WhyBold, tokens.ink)], TEXT);
    }
    options(ui, &view.options, gap - 4.0);
    if let Some((said, note)) = &view.note {
        ui.add_space(4.0);
        let quoted = format!("\u{201c}{said}\u{201d} ");
        let words = [
            (quoted.as_str(), Type::BodyMedium, tokens.ink),
            (note.as_str(), Type::Body, tokens.ink2),
        ];
        text::paragraph(ui, &words, TEXT);
    }
    for (right, layers) in [(false, &view.layers_wrong), (true, &view.layers_right)] {
        if layers.is_empty() {
            continue;
        }
        ui.add_space(gap - 4.0);
        ui.horizontal_top(|ui| {
            line_board::mark(ui, right);
            let said = if right { "Whole layers right" } else { "Whole layers not right" };
            text::text(ui, format!("{said}: {layers}."), Type::Body, tokens.ink);
        });
    }
    for (head, right, duties) in
        [(view.wrong_head, false, &view.wrong), (view.right_head, true, &view.right)]
    {
        if duties.is_empty() {
            continue;
        }
        ui.add_space(gap);
        card::head(ui, head, "");
        for (ruling, whose) in duties {
            ui.add_space(4.0);
            // Where one was chosen, the answer is told in full, right or not.
            let chosen = !view.options.is_empty();
            let named = if view.by_deployment { &ruling.deployment } else { &ruling.label };
            duty(ui, cx, ruling, [named, whose], (right, chosen || !right));
        }
    }
    ui.add_space(8.0);
}

/// What could be chosen, each with the side of the duty there.
fn options(ui: &mut Ui, options: &[Chosen], gap: f32) {
    let tokens = tokens(ui);
    ui.add_space(if options.is_empty() { 0.0 } else { gap });
    for option in options {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            glyph::glyph(ui, option.side, glyph::Size::Small);
            let word = glyph::word(option.side);
            text::fixed(ui, word, Type::SmallBold, glyph::colour(tokens, option.side));
            let style = if option.answer { Type::BodyBold } else { Type::Body };
            text::text(ui, option.name.as_str(), style, tokens.ink);
            if option.said {
                line_board::mark(ui, option.answer);
                text::fixed(ui, "your answer", Type::Small, tokens.ink2);
            }
        });
    }
}

/// One duty: whose it is, why, the belief behind the other answer, and the page it rests on.
fn duty(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    ruling: &RulingView,
    [named, whose]: [&str; 2],
    (right, full): (bool, bool),
) {
    let tokens = tokens(ui);
    card::card(ui, Margin::symmetric(14, 10), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            line_board::mark(ui, right);
            text::text(ui, named, Type::BodyBold, tokens.ink);
            glyph::glyph(ui, ruling.side, glyph::Size::Small);
            text::fixed(ui, whose, Type::SmallBold, glyph::colour(tokens, ruling.side));
        });
        text::text(ui, ruling.prompt.as_str(), Type::Small, tokens.ink2);
        text::paragraph(
            ui,
            &[
                (ruling.principle.as_str(), Type::WhyBold, tokens.ink),
                (" ", Type::Why, tokens.ink),
                (ruling.why.as_str(), Type::Why, tokens.ink),
                (if ruling.stays.is_empty() { "" } else { " " }, Type::Why, tokens.ink),
                (ruling.stays.as_str(), Type::Why, tokens.ink2),
            ],
            TEXT,
        );
        if let (Some((belief, refutation)), false) = (&ruling.misconception, !full) {
            let quoted = format!("\u{201c}{belief}\u{201d} ");
            text::paragraph(
                ui,
                &[
                    (quoted.as_str(), Type::BodyMedium, tokens.ink),
                    (refutation.as_str(), Type::Body, tokens.ink2),
                ],
                TEXT,
            );
        }
        if full {
            if let Some(contrast) = ruling.contrast.as_ref().filter(|contrast| contrast.flips) {
                let words = format!(
                    "On {} it is {}: {}",
                    contrast.there,
                    glyph::word(contrast.side),
                    contrast.why
                );
                text::text(ui, words, Type::Small, tokens.ink2);
            }
            sources::of_ruling(ui, cx, ruling, false, true);
        }
        let open = Button::quiet("Open the ruling").show(ui);
        if open.accessible_name(format!("Open the ruling: {named}")).clicked() {
            cx.ask(Action::Reveal(ruling.cell));
        }
    });
}

fn foot(ui: &mut Ui, cx: &mut Cx<'_>) {
    let next = Button::primary("Next").key(cx.cap(Id::Next)).show(ui);
    region::region(&next);
    if next.clicked() {
        cx.ask_command(Id::Next);
    }
    at_right(ui, "hints", |ui| {
        let last = [(Id::Undo, "Undo"), (Id::Keys, "All keys")];
        for (id, words) in last.into_iter().take(if cx.tiny() { 1 } else { 2 }) {
            if session_frame::hint(ui, cx, id, words) {
                cx.ask_command(id);
            }
        }
    });
}
