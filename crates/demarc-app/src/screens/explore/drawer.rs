//! The drawer with one ruling: side, reason, record, sources, proof.

use demarc_catalogue::Side;
use egui::{CornerRadius, Frame, Margin, ScrollArea, Stroke, Ui};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::{Action, Start},
        mastery,
        route::Overlay,
        ruling::RulingView,
    },
    parts::{region, sources},
    theme::{Type, size, tokens},
    widgets::{button::Button, glyph, text},
};

/// The drawer; it remembers whether the proof is shown.
#[derive(Default)]
pub struct Drawer {
    proof: bool,
}

/// Its width in points.
pub const WIDTH: f32 = 296.0;

impl Drawer {
    /// Draws a ruling.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, ruling: &RulingView) {
        let tokens = tokens(ui);
        let askable = ruling.asked;
        let row = cx.model.row_in_view();
        let foot = 44.0 + if askable { 40.0 } else { 0.0 } + if row.is_some() { 36.0 } else { 0.0 };
        let height = (ui.available_height() - foot).max(100.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false; 2]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.horizontal(|ui| {
                text::fixed(ui, ruling.layer, Type::Micro, tokens.ink3);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let close = Button::quiet("Close").key(cx.cap(Id::Back)).show(ui);
                    region::region(&close);
                    if close.clicked() {
                        cx.ask(Action::Select(None));
                    }
                });
            });
            text::text(ui, ruling.label.as_str(), Type::Subtitle, tokens.ink);
            text::text(ui, ruling.deployment.as_str(), Type::Small, tokens.ink2);
            ui.add_space(6.0);
            side_card(ui, ruling);
            ui.add_space(8.0);
            text::text(ui, ruling.prompt.as_str(), Type::Cell, tokens.ink2);
            section(ui, "Why");
            text::paragraph(
                ui,
                &[
                    (ruling.principle.as_str(), Type::LabelBold, tokens.ink),
                    (" ", Type::Cell, tokens.ink),
                    (ruling.why.as_str(), Type::Cell, tokens.ink),
                    (" ", Type::Cell, tokens.ink),
                    (ruling.stays.as_str(), Type::Cell, tokens.ink2),
                ],
                WIDTH,
            );
            if !ruling.flips.is_empty() {
                section(ui, "Flips on");
                for (side, name) in &ruling.flips {
                    ui.horizontal(|ui| {
                        glyph::glyph(ui, *side, glyph::Size::Small);
                        let words = format!("{name}  {}", glyph::word(*side));
                        text::line(ui, words, Type::Small, tokens.ink);
                    });
                }
            }
            if let Some(it) = cx.model.explore().known(ruling.cell) {
                section(ui, "What you probably know");
                let (first, then) = mastery::in_words(&it);
                text::text(ui, first, Type::Small, tokens.ink);
                text::text(ui, then, Type::Small, tokens.ink2);
            }
            if askable {
                section(ui, "Your record");
                text::text(ui, ruling.record.as_str(), Type::Small, tokens.ink2);
            }
            if let Some((belief, refutation)) = &ruling.misconception {
                section(ui, "A common belief");
                let quoted = format!("\u{201c}{belief}\u{201d}");
                text::text(ui, quoted, Type::SmallMedium, tokens.ink);
                text::text(ui, refutation.as_str(), Type::Small, tokens.ink2);
            }
            section(ui, "Sources");
            sources::of_ruling(ui, cx, ruling, false, true);
            self.proof(ui, ruling);
            marks(ui, cx, ruling);
        });
        ui.add_space(8.0);
        if askable {
            let practise = Button::primary("Practise this ruling").wide();
            if practise.key(cx.cap(Id::PractiseCell)).show(ui).clicked() {
                cx.ask(Action::Start(Start::Cells(vec![ruling.cell])));
            }
            ui.add_space(4.0);
        }
        if let Some((_, asked)) = row {
            let label = match cx.model.explore().mastery {
                true => "Practise this row\u{2019}s weakest".to_owned(),
                false => format!("Practise this row, {asked}"),
            };
            let drill = Button::secondary(&label).wide().key(cx.cap(Id::DrillRow));
            if drill.show(ui).clicked() {
                cx.ask_command(Id::DrillRow);
            }
        }
        let drill = Button::secondary("Practise this duty everywhere").wide();
        if drill.key(cx.cap(Id::DrillColumn)).show(ui).clicked() {
            cx.ask_command(Id::DrillColumn);
        }
    }

    fn proof(&mut self, ui: &mut Ui, ruling: &RulingView) {
        let tokens = tokens(ui);
        ui.add_space(6.0);
        let words = if self.proof { "Hide the proof" } else { "Show the proof" };
        if Button::quiet(words).show(ui).clicked() {
            self.proof = !self.proof;
        }
        if self.proof {
            for step in &ruling.proof {
                ui.horizontal(|ui| {
                    glyph::glyph(ui, step.side, glyph::Size::Small);
                    let word = if step.decides { "decides" } else { "overruled" };
                    text::line(ui, format!("{word}: {}", step.place), Type::Micro, tokens.ink2);
                });
                text::text(ui, step.why.as_str(), Type::Micro, tokens.ink3);
                ui.add_space(4.0);
            }
        }
    }
}

fn section(ui: &mut Ui, title: &str) {
    ui.add_space(8.0);
    let tokens = tokens(ui);
    text::text(ui, title, Type::LabelBold, tokens.ink);
}

fn side_card(ui: &mut Ui, ruling: &RulingView) {
    let tokens = tokens(ui);
    let (fill, edge) = match ruling.side {
        Side::Of => (tokens.of_tint, tokens.of_edge),
        Side::In => (tokens.in_tint, tokens.in_edge),
        Side::None | Side::Other => (tokens.sunken, tokens.hair),
    };
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(CornerRadius::same(size::R_CARD))
        .inner_margin(Margin::symmetric(14, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                glyph::glyph(ui, ruling.side, glyph::Size::Large);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    text::text(ui, ruling.title.as_str(), Type::Heading, tokens.ink);
                    text::text(ui, ruling.who.as_str(), Type::Small, tokens.ink2);
                });
            });
        });
}

fn marks(ui: &mut Ui, cx: &mut Cx<'_>, ruling: &RulingView) {
    let tokens = tokens(ui);
    if !ruling.note.is_empty() {
        section(ui, "Your note");
        text::text(ui, ruling.note.as_str(), Type::Small, tokens.ink2);
    }
    if let Some(flag) = &ruling.flag {
        section(ui, "Flagged");
        text::text(ui, flag.as_str(), Type::Small, tokens.ink2);
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        let note = if ruling.note.is_empty() { "Note" } else { "Change note" };
        if Button::quiet(note).key(cx.cap(Id::Note)).show(ui).clicked() {
            cx.ask(Action::Open(Overlay::Note(ruling.cell)));
        }
        if ruling.flag.is_some() {
            if Button::quiet("Unflag").show(ui).clicked() {
                cx.ask(Action::Unflag(ruling.cell));
            }
        } else if Button::quiet("Flag").key(cx.cap(Id::Flag)).show(ui).clicked() {
            cx.ask(Action::Open(Overlay::Flag(ruling.cell)));
        }
        if Button::quiet("Copy").key(cx.cap(Id::CopyReport)).show(ui).clicked() {
            cx.ask(Action::CopyReport(ruling.cell));
        }
    });
}
