//! After an answer: verdict, why, contrast, misconception, sources, and the line on the stack.

use egui::{CentralPanel, CornerRadius, Frame, Margin, Panel, ScrollArea, Stroke, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::Action,
        question::FeedbackView,
        route::Overlay,
        ruling::{ContrastView, RulingView},
    },
    parts::{at_most, at_right, card, region, session_frame, sources, stack, why},
    theme::{Type, size, tokens},
    widgets::{
        button::Button,
        glyph,
        icon::{self, Icon},
        tag, text, verdict,
    },
};

/// The screen; it remembers whether more is shown in small windows.
#[derive(Default)]
pub struct FeedbackScreen {
    more: bool,
}

const TEXT: f32 = 700.0;

impl FeedbackScreen {
    /// Draws what is said about the last answer.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if cx.pressed(Id::More) {
            self.more = !self.more;
        }
        session_frame::bar(ui, cx);
        session_frame::foot(ui, "feedback", |ui| foot(ui, cx));
        let model = cx.model;
        let Some(feedback) = model.feedback() else { return };
        let compact = cx.narrow() || cx.window.y < 700.0;
        if !cx.tiny() {
            self.picture(ui, cx, feedback, compact);
        }
        let margin = if compact {
            Margin { left: 20, right: 18, top: 14, bottom: 10 }
        } else {
            Margin { left: 40, right: 32, top: 22, bottom: 16 }
        };
        let frame = Frame::new().inner_margin(margin);
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                at_most(ui, 980.0);
                self.text(ui, cx, feedback, compact);
                if cx.tiny() {
                    ui.add_space(16.0);
                    card::head(ui, &feedback.stack.title, &feedback.stack.variant);
                    stack::stack(ui, cx, &feedback.stack, feedback.ghost.as_ref(), 36.0);
                }
            });
        });
    }

    fn picture(&self, ui: &mut Ui, cx: &mut Cx<'_>, feedback: &FeedbackView, compact: bool) {
        let tokens = tokens(ui);
        let (width, margin) = if compact {
            (268.0, Margin { left: 22, right: 24, top: 14, bottom: 10 })
        } else {
            (388.0, Margin { left: 28, right: 34, top: 24, bottom: 20 })
        };
        let frame = Frame::new().fill(tokens.surface).inner_margin(margin);
        let panel = Panel::right("picture").frame(frame).exact_size(width).resizable(false);
        panel.show(ui, |ui| {
            ui.horizontal(|ui| {
                text::line(ui, feedback.stack.title.as_str(), Type::Heading, tokens.ink);
            });
            if !feedback.stack.variant.is_empty() {
                text::line(ui, feedback.stack.variant.as_str(), Type::Small, tokens.ink3);
            }
            ui.add_space(if compact { 4.0 } else { 10.0 });
            let spare = ui.available_height() - if compact { 96.0 } else { 150.0 };
            let row = (spare / 9.0).clamp(26.0, if compact { 36.0 } else { 50.0 });
            stack::stack(ui, cx, &feedback.stack, feedback.ghost.as_ref(), row);
            let mut notes: Vec<String> = Vec::new();
            if let Some(ghost) = &feedback.ghost {
                notes.push(ghost.note.clone());
            }
            if !feedback.stack.exceptions.is_empty() {
                notes.push(format!("Across the line: {}.", feedback.stack.exceptions));
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

    fn text(&self, ui: &mut Ui, cx: &mut Cx<'_>, feedback: &FeedbackView, compact: bool) {
        let tokens = tokens(ui);
        let ruling = &feedback.ruling;
        let gap = if compact { 10.0 } else { 16.0 };
        ui.spacing_mut().item_spacing.y = 4.0;
        asked(ui, cx, feedback, compact);
        ui.add_space(gap - 4.0);
        verdict::verdict(
            ui,
            feedback.right,
            Some(ruling.side),
            &feedback.verdict,
            &feedback.next,
            compact,
        );
        ui.add_space(gap);
        why::why(ui, ruling, feedback.right, gap, TEXT);
        if let Some(contrast) = &ruling.contrast {
            ui.add_space(gap);
            card::head(ui, if contrast.flips { "Contrast" } else { "Also" }, "");
            ui.add_space(2.0);
            contrast_card(ui, ruling, contrast, compact);
        }
        ui.add_space(gap);
        card::head(ui, "Sources", "");
        sources::of_ruling(ui, cx, ruling, true, !compact || self.more);
        if !compact || self.more {
            ui.add_space(gap);
            history(ui, feedback);
            if let Some(flag) = &ruling.flag {
                ui.add_space(gap);
                card::head(ui, "Flagged", "");
                let words = if flag.is_empty() { "Without a note." } else { flag.as_str() };
                text::text(ui, words, Type::Body, tokens.ink2);
            }
            ui.add_space(gap);
            note_row(ui, cx, ruling);
        }
        ui.add_space(8.0);
    }
}

fn asked(ui: &mut Ui, cx: &Cx<'_>, feedback: &FeedbackView, compact: bool) {
    let tokens = tokens(ui);
    let ruling = &feedback.ruling;
    let catalogue = cx.model.catalogue();
    let service = catalogue.service_of(ruling.cell.deployment);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
        text::fixed(ui, service.name.as_str(), Type::SmallBold, tokens.ink);
        let category = catalogue.categories()[service.category.index()].name.as_str();
        text::fixed(ui, category, Type::Small, tokens.ink3);
        for setting in catalogue.tags(ruling.cell.deployment) {
            tag::tag(ui, setting.value);
        }
    });
    let style = if compact { Type::BodyBold } else { Type::Asked };
    text::text(ui, feedback.asked.as_str(), style, tokens.ink);
}

fn contrast_card(ui: &mut Ui, ruling: &RulingView, contrast: &ContrastView, compact: bool) {
    let tokens = tokens(ui);
    let pad = if compact { 9 } else { 13 };
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.hair))
        .corner_radius(CornerRadius::same(size::R_CARD));
    let inner = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let middle = 44.0;
        let half = (ui.available_width() - middle) / 2.0;
        ui.horizontal_top(|ui| {
            contrast_half(ui, half, pad, ruling.side, &contrast.here, &ruling.why);
            ui.add_space(middle);
            let why =
                if contrast.why == ruling.why { "For the same reason." } else { &contrast.why };
            contrast_half(ui, half, pad, contrast.side, &contrast.there, why);
        });
        half
    });
    let rect = inner.response.rect;
    let (left, right) = (rect.left() + inner.inner, rect.right() - inner.inner);
    for x in [left, right] {
        ui.painter().vline(x, rect.y_range(), Stroke::new(1.0, tokens.hair));
    }
    let centre = egui::pos2((left + right) / 2.0, rect.center().y);
    icon::paint(ui.painter(), centre, Icon::Flip, 16.0, tokens.ink2);
}

fn contrast_half(
    ui: &mut Ui,
    width: f32,
    pad: i8,
    side: demarc_catalogue::Side,
    name: &str,
    why: &str,
) {
    let tokens = tokens(ui);
    let layout = egui::Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(Vec2::new(width, 0.0), layout, |ui| {
        Frame::new().inner_margin(Margin::symmetric(16, pad)).show(ui, |ui| {
            ui.set_width(width - 32.0);
            ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
            ui.horizontal(|ui| {
                glyph::tagged(ui, side);
                text::line(ui, name, Type::BodyMedium, tokens.ink);
            });
            text::text(ui, why, Type::Small, tokens.ink2);
        });
    });
}

fn history(ui: &mut Ui, feedback: &FeedbackView) {
    let tokens = tokens(ui);
    card::head(ui, "Your answers", "");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(6.0, 4.0);
        let from = feedback.history.len().saturating_sub(6);
        for past in &feedback.history[from..] {
            let (mark, ink) =
                if past.right { (Icon::Right, tokens.ok) } else { (Icon::Wrong, tokens.bad) };
            let word = if past.right { "right" } else { "wrong" };
            let words = format!("{}, {word}", past.text);
            // A mark never ends a line without its words.
            let font = Type::Small.font();
            let galley = ui.painter().layout_no_wrap(words.clone(), font, tokens.ink2);
            if ui.available_width() < galley.size().x + 30.0 {
                ui.end_row();
            }
            icon::icon(ui, mark, Type::IconSmall, ink);
            text::fixed(ui, words, Type::Small, tokens.ink2);
            ui.add_space(10.0);
        }
    });
}

fn note_row(ui: &mut Ui, cx: &mut Cx<'_>, ruling: &RulingView) {
    let tokens = tokens(ui);
    if ruling.note.is_empty() {
        let add = Button::secondary("Add a note for yourself").icon(Icon::Note);
        if add.key(cx.cap(Id::Note)).show(ui).clicked() {
            cx.ask(Action::Open(Overlay::Note(ruling.cell)));
        }
        return;
    }
    card::head(ui, "Your note", "");
    text::text(ui, ruling.note.as_str(), Type::Body, tokens.ink);
    let edit = Button::quiet("Change the note").key(cx.cap(Id::Note));
    if edit.show(ui).clicked() {
        cx.ask(Action::Open(Overlay::Note(ruling.cell)));
    }
}

fn foot(ui: &mut Ui, cx: &mut Cx<'_>) {
    let next = Button::primary("Next").key(cx.cap(Id::Next)).show(ui);
    region::region(&next);
    if next.clicked() {
        cx.ask_command(Id::Next);
    }
    let mut hints = if cx.tiny() {
        vec![(Id::Flag, "Flag")]
    } else {
        vec![(Id::Flag, "Flag this ruling"), (Id::Note, "Note"), (Id::Source1, "Open source")]
    };
    if cx.narrow() || cx.window.y < 700.0 {
        hints.push((Id::More, "More"));
    }
    if cx.window.x > 1000.0 {
        hints.push((Id::CopyReport, "Copy as report"));
    }
    for (id, words) in hints {
        if session_frame::hint(ui, cx, id, words) {
            if id == Id::More {
                cx.ask_eye(id);
            } else {
                cx.ask_command(id);
            }
        }
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
