//! One side of a question: its name, and three segments that say how sure you are.

use demarc_catalogue::Side;
use demarc_study::Confidence;
use egui::{Color32, CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::{focus, glyph, hatch, key_cap, text};
use crate::theme::{Tokens, Type, size, tokens};

/// What a pane says and which key answers what.
pub struct Pane<'a> {
    /// OF or IN.
    pub side: Side,
    /// "OF the cloud".
    pub title: &'a str,
    /// "AWS does it".
    pub who: &'a str,
    /// What was said on this side before, if it can still be changed.
    pub chosen: Option<Confidence>,
    /// Confidence and key of each segment, left to right.
    pub segments: [(Confidence, &'a str); 3],
    /// The layout of small windows.
    pub small: bool,
}

/// "Sure", as the head of a column or a segment.
pub fn word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Guess => "Guess",
        Confidence::Likely => "Likely",
        Confidence::Sure => "Sure",
    }
}

const BAND: f32 = 9.0;

/// Shows the pane in `rect`; returns how sure the person is, when they click.
pub fn answer_pane(ui: &mut Ui, rect: Rect, pane: &Pane<'_>) -> Option<Confidence> {
    let tokens = tokens(ui);
    let is_of = pane.side == Side::Of;
    let (edge, tint) =
        if is_of { (tokens.of_edge, tokens.of_tint) } else { (tokens.in_edge, tokens.in_tint) };
    let radius = CornerRadius::same(size::R_PANE);
    ui.painter().rect_filled(rect, radius, tokens.surface);
    let head_height = if pane.small { 66.0 } else { 93.0 };
    let head = Rect::from_min_size(rect.min, Vec2::new(rect.width(), head_height));
    let top = CornerRadius { nw: size::R_PANE, ne: size::R_PANE, sw: 0, se: 0 };
    ui.painter().rect_filled(head, top, tint);
    paint_head(ui, head, pane, tokens);
    let mut body = Rect::from_min_max(head.left_bottom(), rect.max);
    let painter = ui.painter_at(rect);
    if is_of {
        let band = Rect::from_min_max(Pos2::new(rect.left(), rect.bottom() - BAND), rect.max);
        body.max.y = band.top();
        let bottom = CornerRadius { nw: 0, ne: 0, sw: size::R_PANE, se: size::R_PANE };
        painter.rect_filled(band, bottom, tint);
        let strokes = hatch::Density::Band;
        hatch::rounded(ui, &painter, band, bottom, tokens.of_fill, strokes);
        painter.hline(band.x_range(), band.top(), Stroke::new(1.5, edge));
    } else {
        let band = Rect::from_min_size(rect.min, Vec2::new(rect.width(), BAND));
        painter.rect_filled(band, top, tokens.in_fill);
    }
    let mut said = None;
    let width = body.width() / 3.0;
    for (index, (confidence, key)) in pane.segments.iter().enumerate() {
        let part = Rect::from_min_size(
            Pos2::new(body.left() + width * index as f32, body.top()),
            Vec2::new(width, body.height()),
        );
        if segment(ui, part, pane, *confidence, key) {
            said = Some(*confidence);
        }
        if index > 0 {
            ui.painter().vline(part.left(), part.y_range(), Stroke::new(1.0, tokens.hair));
        }
    }
    ui.painter().hline(body.x_range(), body.top(), Stroke::new(1.5, edge));
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.5, edge), StrokeKind::Inside);
    said
}

fn paint_head(ui: &mut Ui, head: Rect, pane: &Pane<'_>, tokens: &Tokens) {
    let mark = if pane.small { glyph::Size::Large } else { glyph::Size::Huge };
    let shift = if pane.side == Side::In || !pane.small { 4.0 } else { 0.0 };
    let middle = head.center().y + shift;
    let left = head.left() + if pane.small { 14.0 } else { 20.0 };
    let square =
        Rect::from_min_size(Pos2::new(left, middle - mark.edge() / 2.0), Vec2::splat(mark.edge()));
    let painter = ui.painter().clone();
    glyph::paint(ui, &painter, square, pane.side, mark);
    let x = square.right() + if pane.small { 12.0 } else { 16.0 };
    let room = head.right() - x - 8.0;
    let (title, line) = if pane.small { (Type::Subtitle, 22.0) } else { (Type::Title, 26.0) };
    let rect = Rect::from_min_size(
        Pos2::new(x, middle - (line + 21.0) / 2.0),
        Vec2::new(room, line + 21.0),
    );
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text::line(ui, pane.title, title, tokens.ink);
        let place = if pane.side == Side::Of { "below the line" } else { "above the line" };
        let who =
            if pane.small { pane.who.to_owned() } else { format!("{} \u{b7} {place}", pane.who) };
        text::line(ui, who, Type::Body, tokens.ink2);
    });
}

fn segment(ui: &mut Ui, rect: Rect, pane: &Pane<'_>, confidence: Confidence, key: &str) -> bool {
    let tokens = tokens(ui);
    let id = ui.scope_id().with(("answer", pane.side.as_str(), confidence.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let name = glyph::word(pane.side);
    response.widget_info(|| {
        let key = if key.is_empty() { String::new() } else { format!(", key {key}") };
        let chosen = if pane.chosen == Some(confidence) { ", your answer" } else { "" };
        let label = format!("{name}, {}{key}{chosen}", confidence.as_str());
        egui::WidgetInfo::labeled(Role::Button, true, label)
    });
    let (solid, hover, ink, on) = if pane.side == Side::Of {
        (tokens.of, tokens.of_tint, tokens.of, tokens.on_of)
    } else {
        (tokens.r#in, tokens.in_tint2, tokens.r#in, tokens.on_in)
    };
    let pressed = response.is_pointer_button_down_on() || pane.chosen == Some(confidence);
    let inner = rect.shrink(1.0);
    if pressed {
        ui.painter().rect_filled(inner, 0, solid);
    } else if response.hovered() {
        ui.painter().rect_filled(inner, 0, hover);
    }
    let (ticks_ink, word_ink) = if pressed { (on, on) } else { (ink, tokens.ink) };
    let lift = if pane.side == Side::In { BAND / 2.0 } else { 0.0 };
    let middle = rect.center() - Vec2::new(0.0, lift);
    let step = if pane.small { 30.0 } else { 36.0 };
    paint_ticks(ui, Pos2::new(middle.x, middle.y - step), confidence, ticks_ink);
    ui.painter().text(
        middle,
        egui::Align2::CENTER_CENTER,
        word(confidence),
        Type::BodyBold.font(),
        word_ink,
    );
    let cap = Pos2::new(middle.x, middle.y + step);
    if !key.is_empty() {
        key_cap::paint_big(ui, cap, key, tokens.ink, tokens.edge, tokens.surface);
    }
    focus::ring_inside(ui, &response, size::R_CONTROL);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// One, two or three rising bars that are filled up to the confidence.
fn paint_ticks(ui: &Ui, centre: Pos2, confidence: Confidence, ink: Color32) {
    let filled = match confidence {
        Confidence::Guess => 1,
        Confidence::Likely => 2,
        Confidence::Sure => 3,
    };
    for index in 0..3u8 {
        let height = 6.0 + 5.0 * f32::from(index);
        let bar = Rect::from_min_size(
            Pos2::new(centre.x - 12.5 + 9.0 * f32::from(index), centre.y + 8.0 - height),
            Vec2::new(6.0, height),
        );
        if index < filled {
            ui.painter().rect_filled(bar, CornerRadius::same(1), ink);
        }
        let stroke = Stroke::new(1.0, ink);
        ui.painter().rect_stroke(bar, CornerRadius::same(1), stroke, StrokeKind::Inside);
    }
}
