//! A duty with its side on the left, and three things of which one becomes of it on the right.

use demarc_catalogue::Side;
use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::{focus, glyph, key_cap, line_board};
use crate::theme::{Tokens, Type, size, tokens};

/// A duty as drawn.
pub struct FateRow<'a> {
    /// Its short name.
    pub label: &'a str,
    /// The duty in a sentence.
    pub about: &'a str,
    /// Its side on the left.
    pub before: Side,
    /// What can become of it; the first if it stays as it is.
    pub choices: [&'a str; 3],
    /// Which of them was said.
    pub on: usize,
    /// The keys that say each, where this row is in hand.
    pub keys: Option<[&'a str; 3]>,
    /// Whether it is to be brought into view.
    pub reveal: bool,
}

/// What was asked of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Say what becomes of the duty.
    Say(usize),
    /// Take it in hand.
    Here,
}

const PART: f32 = 32.0;
/// Width of the glyph and the word of the side.
const SIDE: f32 = 50.0;
/// From this width on the choices stand beside the duty, in points.
const WIDE: f32 = 720.0;

/// Shows the row, as high as its words need.
pub fn fate_row(ui: &mut Ui, row: &FateRow<'_>) -> Option<Touch> {
    let tokens = tokens(ui);
    let width = ui.available_width();
    let wide = width >= WIDE;
    let choices = if wide { 400.0 } else { (width - 28.0).min(440.0) };
    let room = width - 28.0 - SIDE - if wide { choices + 16.0 } else { 0.0 };
    let lay = |words: &str, style: Type, ink| {
        ui.painter().layout(words.to_owned(), style.font(), ink, room.max(60.0))
    };
    let label = lay(row.label, Type::Label, tokens.ink);
    let about = lay(row.about, Type::Small, tokens.ink2);
    let words = label.size().y + about.size().y;
    let high = if wide { words.max(PART) } else { words + 6.0 + PART };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, high + 16.0), Sense::CLICK);
    if row.reveal {
        response.scroll_to_me(None);
    }
    let held = row.keys.is_some();
    let edge = if held { Stroke::new(2.0, tokens.ink) } else { Stroke::new(1.0, tokens.hair) };
    let radius = CornerRadius::same(size::R_CARD);
    ui.painter().rect_filled(rect, radius, tokens.surface);
    ui.painter().rect_stroke(rect, radius, edge, StrokeKind::Inside);
    let inner = rect.shrink2(Vec2::new(14.0, 8.0));
    let middle = if wide { inner.center().y } else { inner.top() + words / 2.0 };
    paint_side(ui, Pos2::new(inner.left(), middle), row.before, tokens);
    let top = middle - words / 2.0;
    let x = inner.left() + SIDE;
    let under = top + label.size().y;
    ui.painter().galley(Pos2::new(x, top), label, tokens.ink);
    ui.painter().galley(Pos2::new(x, under), about, tokens.ink2);
    let corner = if wide {
        Pos2::new(inner.right() - choices, inner.center().y - PART / 2.0)
    } else {
        Pos2::new(inner.left(), inner.bottom() - PART)
    };
    let parts = Rect::from_min_size(corner, Vec2::new(choices, PART));
    let said = choose(ui, row, parts, tokens);
    said.or_else(|| response.clicked().then_some(Touch::Here))
}

fn paint_side(ui: &Ui, at: Pos2, side: Side, tokens: &Tokens) {
    let left = egui::Align2::LEFT_CENTER;
    if !side.is_askable() {
        ui.painter().text(at, left, "none", Type::Small.font(), tokens.ink2);
        return;
    }
    let square = Rect::from_center_size(at + Vec2::new(7.0, 0.0), Vec2::splat(14.0));
    glyph::paint(ui, ui.painter(), square, side, glyph::Size::Small);
    let ink = glyph::colour(tokens, side);
    let at = at + Vec2::new(20.0, 0.0);
    ui.painter().text(at, left, glyph::word(side), Type::SmallBold.font(), ink);
}

/// The three, one of them on.
fn choose(ui: &Ui, row: &FateRow<'_>, rect: Rect, tokens: &Tokens) -> Option<Touch> {
    let mut touch = None;
    let radius = CornerRadius::same(size::R_CONTROL);
    let width = rect.width() / 3.0;
    for (number, words) in row.choices.into_iter().enumerate() {
        let corner = rect.min + Vec2::new(width * number as f32, 0.0);
        let part = Rect::from_min_size(corner, Vec2::new(width - 4.0, rect.height()));
        let id = ui.scope_id().with((row.label, number));
        let response = ui.interact(part, id, Sense::click());
        let on = number == row.on;
        response.widget_info(|| {
            let side = if row.before.is_askable() { glyph::word(row.before) } else { "none" };
            let name = format!("{}, {side} on the left: {words}", row.label);
            egui::WidgetInfo::selected(Role::RadioButton, true, on, name)
        });
        line_board::hold(ui, &response, true);
        let fill = match (on, response.hovered()) {
            (true, _) if tokens.dark => tokens.pressed,
            (true, _) => tokens.sunken,
            (false, true) => tokens.hover,
            (false, false) => tokens.surface,
        };
        let stroke = if on { Stroke::new(1.5, tokens.ink) } else { Stroke::new(1.0, tokens.edge) };
        ui.painter().rect_filled(part, radius, fill);
        ui.painter().rect_stroke(part, radius, stroke, StrokeKind::Inside);
        let (style, ink) =
            if on { (Type::SmallBold, tokens.ink) } else { (Type::SmallMedium, tokens.ink2) };
        let cap = row.keys.map_or("", |keys| keys[number]);
        let cap_width = if cap.is_empty() { 0.0 } else { key_cap::width(ui, cap) + 6.0 };
        let galley = ui.painter().layout_no_wrap(words.to_owned(), style.font(), ink);
        // A cap for which there is no room beside the words is left out.
        let fits = galley.size().x + cap_width + 10.0 <= part.width();
        let cap_width = if fits { cap_width } else { 0.0 };
        let start = part.center().x - (galley.size().x + cap_width) / 2.0;
        if cap_width > 0.0 {
            let at = Pos2::new(start, part.center().y - 9.0);
            let cap_rect = Rect::from_min_size(at, Vec2::new(cap_width - 6.0, 18.0));
            key_cap::paint(ui.painter(), cap_rect, cap, tokens.ink2, tokens.edge, None);
        }
        let at = Pos2::new(start + cap_width, part.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, ink);
        focus::ring(ui, &response, size::R_CONTROL);
        if response.clicked() {
            touch = Some(Touch::Say(number));
        } else if response.gained_focus() {
            touch = touch.or(Some(Touch::Here));
        }
    }
    touch
}
