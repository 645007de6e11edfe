//! A duty that may change hands: its side before, its side after, and whether it was said to move.

use demarc_catalogue::Side;
use egui::{CornerRadius, CursorIcon, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::{focus, glyph, line_board};
use crate::theme::{Type, size, tokens};

/// A duty as drawn.
pub struct FlipRow<'a> {
    /// Its short name.
    pub label: &'a str,
    /// The duty in a sentence.
    pub about: &'a str,
    /// Its side before the change.
    pub before: Side,
    /// Its side after, as it was said.
    pub after: Side,
}

/// Shows the row; whether it was pressed.
pub fn flip_row(ui: &mut Ui, row: &FlipRow<'_>) -> bool {
    let tokens = tokens(ui);
    let width = ui.available_width();
    let wide = width >= 420.0;
    let sides = if wide { 216.0 } else { 132.0 };
    let cut = |words: &str, style: Type, ink| {
        let mut job = egui::text::LayoutJob::simple(
            words.to_owned(),
            style.font(),
            ink,
            width - sides - 28.0,
        );
        job.wrap.max_rows = 2;
        ui.painter().layout_job(job)
    };
    let label = cut(row.label, Type::Label, tokens.ink);
    let about = cut(row.about, Type::Small, tokens.ink2);
    let height = label.size().y + about.size().y + 14.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    let moved = row.before != row.after;
    response.widget_info(|| {
        let word = if moved { "moves to" } else { "stays" };
        let words = format!(
            "{}, {} before, {word} {}",
            row.label,
            glyph::word(row.before),
            glyph::word(row.after)
        );
        egui::WidgetInfo::selected(Role::CheckBox, true, moved, words)
    });
    line_board::hold(ui, &response, false);
    let radius = CornerRadius::same(size::R_CARD);
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    let edge = match (moved, row.after) {
        (false, _) => Stroke::new(1.0, tokens.hair),
        (true, Side::Of) => Stroke::new(2.0, tokens.of_edge),
        (true, _) => Stroke::new(2.0, tokens.in_edge),
    };
    let painter = ui.painter();
    painter.rect_filled(rect, radius, fill);
    painter.rect_stroke(rect, radius, edge, StrokeKind::Inside);
    let at = rect.min + Vec2::new(14.0, 7.0);
    let below = at + Vec2::new(0.0, label.size().y);
    painter.galley(at, label, tokens.ink);
    painter.galley(below, about, tokens.ink2);
    let mut x = rect.right() - sides;
    let y = rect.center().y;
    let left = egui::Align2::LEFT_CENTER;
    for (number, side) in [row.before, row.after].into_iter().enumerate() {
        if number == 1 {
            let ink = if moved { tokens.ink } else { tokens.ink3 };
            painter.arrow(Pos2::new(x, y), Vec2::new(16.0, 0.0), Stroke::new(1.5, ink));
            x += 26.0;
        }
        let square = Rect::from_center_size(Pos2::new(x + 7.0, y), Vec2::splat(14.0));
        glyph::paint(ui, painter, square, side, glyph::Size::Small);
        let ink = glyph::colour(tokens, side);
        painter.text(Pos2::new(x + 20.0, y), left, glyph::word(side), Type::SmallBold.font(), ink);
        x += 48.0;
    }
    if wide {
        let (word, ink) = if moved { ("moves", tokens.ink) } else { ("stays", tokens.ink3) };
        painter.text(Pos2::new(x + 8.0, y), left, word, Type::SmallMedium.font(), ink);
    }
    focus::ring(ui, &response, size::R_CARD);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
