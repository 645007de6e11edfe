//! The verdict: right or wrong in a word, an icon and a colour, and whose job it is.

use demarc_catalogue::Side;
use egui::{CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::{
    glyph,
    icon::{self, Icon},
    text,
};
use crate::theme::{Type, size, tokens};

/// Shows the banner, with the glyph of a side if it was asked for; `ruling` reads as in "It is IN the cloud: you do it."
pub fn verdict(
    ui: &mut Ui,
    right: bool,
    side: Option<Side>,
    ruling: &str,
    next: &str,
    small: bool,
) {
    banner(ui, right, if right { "Right." } else { "Wrong." }, side, ruling, next, small);
}

/// The banner with a word of its own, as where only some of it was right.
#[allow(clippy::too_many_arguments, reason = "a banner is made of these")]
pub fn banner(
    ui: &mut Ui,
    right: bool,
    word: &str,
    side: Option<Side>,
    ruling: &str,
    next: &str,
    small: bool,
) {
    let tokens = tokens(ui);
    let (edge, ground, mark) = if right {
        (tokens.ok, tokens.ok_tint, Icon::Right)
    } else {
        (tokens.bad, tokens.bad_tint, Icon::Wrong)
    };
    let (height, badge) = if small { (54.0, 30.0) } else { (70.0, 36.0) };
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Status, true, format!("{word} {ruling} {next}"))
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
    let radius = CornerRadius::same(size::R_CARD);
    ui.painter().rect_filled(rect, radius, ground);
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.5, edge), StrokeKind::Inside);
    let pad = if small { 12.0 } else { 18.0 };
    let badge_rect = Rect::from_min_size(
        egui::pos2(rect.left() + pad, rect.center().y - badge / 2.0),
        Vec2::splat(badge),
    );
    ui.painter().rect_filled(badge_rect, CornerRadius::same(size::R_CARD), edge);
    icon::paint(ui.painter(), badge_rect.center(), mark, 20.0, tokens.surface);
    let big = if small { glyph::Size::Medium } else { glyph::Size::Huge };
    let glyph_rect = Rect::from_min_size(
        egui::pos2(rect.right() - pad - big.edge(), rect.center().y - big.edge() / 2.0),
        Vec2::splat(big.edge()),
    );
    let painter = ui.painter().clone();
    if let Some(side) = side {
        glyph::paint(ui, &painter, glyph_rect, side, big);
    }
    let room = glyph_rect.left() - badge_rect.right() - 28.0;
    let style = if small { Type::BodyBold } else { Type::Subtitle };
    let mut job = egui::text::LayoutJob::default();
    for (part, colour) in [(word, edge), (" ", edge), (ruling, tokens.ink)] {
        job.append(part, 0.0, egui::TextFormat::simple(style.font(), colour));
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let head = ui.painter().layout_job(job);
    let rich = text::rich(next, Type::Small, tokens.ink2);
    let next = egui::WidgetText::from(rich).into_galley(
        ui,
        Some(egui::TextWrapMode::Truncate),
        room,
        egui::TextStyle::Body,
    );
    let x = badge_rect.right() + 16.0;
    let top = rect.center().y - (head.size().y + next.size().y + 2.0) / 2.0;
    let top = if next.is_empty() { rect.center().y - head.size().y / 2.0 } else { top };
    let below = top + head.size().y + 2.0;
    ui.painter().galley(egui::pos2(x, top), head, tokens.ink);
    ui.painter().galley(egui::pos2(x, below), next, tokens.ink2);
}

/// A small badge: passed or not, in a word, an icon and a colour.
pub fn badge(ui: &mut Ui, right: bool, word: &str) {
    let tokens = tokens(ui);
    let (ink, ground, mark) = if right {
        (tokens.ok, tokens.ok_tint, Icon::Right)
    } else {
        (tokens.bad, tokens.bad_tint, Icon::Wrong)
    };
    let font = Type::BodyBold.font();
    let galley = ui.painter().layout_no_wrap(word.to_owned(), font, ink);
    let extent = Vec2::new(galley.size().x + 46.0, 34.0);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, word));
    let radius = CornerRadius::same(size::R_CONTROL);
    ui.painter().rect_filled(rect, radius, ground);
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.5, ink), StrokeKind::Inside);
    icon::paint(ui.painter(), egui::pos2(rect.left() + 19.0, rect.center().y), mark, 16.0, ink);
    let at = egui::pos2(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
}
