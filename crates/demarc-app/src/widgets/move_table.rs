//! The table of a comparison: a duty a row, its side left and right, and the line that steps from
//! one to the other.

use demarc_catalogue::{Change, Side};
use egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rangef, Rect, Role, Sense, Shape, Stroke, Ui,
    Vec2,
};

use super::{focus, glyph, hatch};
use crate::theme::{Tokens, Type, size, tokens};

/// A row: a duty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<'a> {
    /// The layer's name, where it begins here.
    pub layer: Option<&'a str>,
    /// The duty's short name.
    pub label: &'a str,
    /// Its sides, left and right.
    pub sides: [Side; 2],
    /// What stands in the cells beside the side; empty for nothing.
    pub notes: [&'a str; 2],
    /// What becomes of it.
    pub change: Change,
    /// Whether it lies above the line, left and right.
    pub above: [bool; 2],
    /// Whether it is selected.
    pub selected: bool,
}

/// Names of the two sides, for a screen reader.
pub type Names<'a> = [&'a str; 2];

const ROW: f32 = 27.0;
const GAP: f32 = 6.0;
const TICK: f32 = 6.0;

/// Where the columns stand, in points.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    /// The left side's cells.
    pub left: Rangef,
    /// The duties' names.
    pub duty: Rangef,
    /// The right side's cells.
    pub right: Rangef,
}

impl Columns {
    /// The columns in this much room.
    pub fn within(range: Rangef) -> Self {
        let layers = (range.span() * 0.12).clamp(98.0, 124.0);
        let rest = range.span() - layers - 10.0;
        let cell = rest * 0.31;
        let left = range.min + layers;
        Self {
            left: Rangef::new(left, left + cell),
            duty: Rangef::new(left + cell, range.max - 10.0 - cell),
            right: Rangef::new(range.max - 10.0 - cell, range.max - 10.0),
        }
    }
}

/// Draws the rows; returns the row that was clicked. `reveal` brings the selected row into view.
pub fn move_table(
    ui: &mut Ui,
    rows: &[Row<'_>],
    names: Names<'_>,
    columns: Columns,
    reveal: bool,
) -> Option<usize> {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let painter = ui.painter().clone();
    let (mut clicked, mut tops) = (None, Vec::new());
    for (index, row) in rows.iter().enumerate() {
        if row.layer.is_some() && index > 0 {
            ui.add_space(GAP);
        }
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| {
            egui::WidgetInfo::selected(Role::ListItem, true, row.selected, spoken(row, names))
        });
        if response.clicked() {
            clicked = Some(index);
        }
        if row.selected && reveal {
            response.scroll_to_me(None);
        }
        tops.push(rect.y_range());
        if ui.is_rect_visible(rect) {
            let hot = row.selected || response.hovered();
            paint_row(ui, &painter, rect, columns, row, hot, tokens);
        }
        focus::ring_inside(ui, &response, size::R_TAG);
    }
    ui.add_space(TICK + 2.0);
    paint_line(&painter, columns, rows, &tops, tokens);
    clicked
}

fn paint_row(
    ui: &Ui,
    painter: &Painter,
    rect: Rect,
    columns: Columns,
    row: &Row<'_>,
    hot: bool,
    tokens: &Tokens,
) {
    let y = rect.center().y;
    if let Some(layer) = row.layer {
        let room =
            Rect::from_x_y_ranges(Rangef::new(rect.left(), columns.left.min - 8.0), rect.y_range());
        let at = Pos2::new(rect.left(), y);
        let font = Type::Micro.font();
        painter.with_clip_rect(room.intersect(painter.clip_rect())).text(
            at,
            Align2::LEFT_CENTER,
            layer,
            font,
            tokens.ink3,
        );
    }
    let ground = match (row.selected, hot) {
        (true, _) => tokens.pressed,
        (false, true) => tokens.hover,
        (false, false) => tokens.canvas,
    };
    painter.rect_filled(Rect::from_x_y_ranges(columns.duty, rect.y_range()), 0, ground);
    for (range, at) in [(columns.left, 0), (columns.right, 1)] {
        let cell = Rect::from_x_y_ranges(range, rect.y_range());
        paint_cell(ui, painter, cell, row.sides[at], row.notes[at], tokens);
    }
    let changes = row.change.changes();
    let (style, ink) =
        if changes { (Type::LabelBold, tokens.ink) } else { (Type::Small, tokens.ink2) };
    let room = Rect::from_x_y_ranges(columns.duty.shrink(14.0), rect.y_range());
    let painter = painter.with_clip_rect(room.intersect(painter.clip_rect()));
    painter.text(Pos2::new(room.left(), y), Align2::LEFT_CENTER, row.label, style.font(), ink);
    paint_change(&painter, Pos2::new(room.right(), y), row.change, ground, tokens);
}

/// An arrow for what changes hands, a word for what comes or goes.
fn paint_change(painter: &Painter, at: Pos2, change: Change, ground: Color32, tokens: &Tokens) {
    let word = match change {
        Change::Appears => "appears",
        Change::FallsAway => "falls away",
        Change::Stays | Change::Absent => return,
        Change::ToProvider | Change::ToYou => {
            let (from, to) = (at - Vec2::new(15.0, 0.0), at);
            let (from, to) = if change == Change::ToProvider { (from, to) } else { (to, from) };
            let back = (from - to).normalized() * 5.0;
            let stroke = Stroke::new(1.8, tokens.ink);
            painter.line_segment([from, to], stroke);
            painter.line_segment([to, to + back + back.rot90()], stroke);
            painter.line_segment([to, to + back - back.rot90()], stroke);
            return;
        }
    };
    let ink = tokens.ink2;
    let galley = painter.layout_no_wrap(word.to_owned(), Type::Micro.font(), ink);
    let rect = Align2::RIGHT_CENTER.anchor_size(at, galley.size());
    painter.rect_filled(rect.expand(4.0), 0, ground);
    painter.galley(rect.min, galley, ink);
}

fn paint_cell(ui: &Ui, painter: &Painter, cell: Rect, side: Side, note: &str, tokens: &Tokens) {
    let (fill, edge) = match side {
        Side::In => (tokens.in_tint, tokens.in_edge),
        Side::Of => (tokens.of_tint, tokens.of_edge),
        Side::None | Side::Other => (tokens.surface, tokens.hair),
    };
    painter.rect_filled(cell, 0, fill);
    if side == Side::Of {
        hatch::hatch(ui, painter, cell, tokens.of_hatch, hatch::Density::Layer);
    }
    for x in [cell.left(), cell.right()] {
        painter.vline(x, cell.y_range(), Stroke::new(1.0, edge));
    }
    let painter =
        painter.with_clip_rect(cell.shrink2(Vec2::new(6.0, 0.0)).intersect(painter.clip_rect()));
    let middle = cell.center().y;
    let mark = Rect::from_center_size(Pos2::new(cell.left() + 17.0, middle), Vec2::splat(14.0));
    if side.is_askable() {
        glyph::paint(ui, &painter, mark, side, glyph::Size::Small);
    }
    let word = match side {
        Side::None => "\u{2013}",
        side => glyph::word(side),
    };
    let x = if side.is_askable() { cell.left() + 31.0 } else { cell.left() + 13.0 };
    let ink = glyph::colour(tokens, side);
    let end = written(&painter, Pos2::new(x, middle), word, Type::SmallBold, ink, fill);
    if !note.is_empty() {
        written(&painter, Pos2::new(end + 8.0, middle), note, Type::Small, tokens.ink2, fill);
    }
}

/// Text on a ground of its own, so that the hatch does not run through it; returns where it ends.
fn written(
    painter: &Painter,
    at: Pos2,
    words: &str,
    style: Type,
    ink: Color32,
    ground: Color32,
) -> f32 {
    let galley = painter.layout_no_wrap(words.to_owned(), style.font(), ink);
    let rect = Rect::from_min_size(at - Vec2::new(0.0, galley.size().y / 2.0), galley.size());
    painter.rect_filled(rect.expand2(Vec2::new(3.0, 0.0)), CornerRadius::same(2), ground);
    painter.galley(rect.min, galley, ink);
    rect.right()
}

/// The line: from the left side's boundary, up or down beside the names, to the right side's.
fn paint_line(
    painter: &Painter,
    columns: Columns,
    rows: &[Row<'_>],
    tops: &[Rangef],
    tokens: &Tokens,
) {
    let Some((first, last)) = tops.first().zip(tops.last()) else { return };
    let boundary = |side: usize| {
        let below = rows.iter().position(|row| !row.above[side]);
        match below {
            Some(0) => first.min,
            Some(at) => f32::midpoint(tops[at - 1].max, tops[at].min),
            None => last.max,
        }
    };
    let (left, right) = (boundary(0), boundary(1));
    let (start, turn, end) =
        (columns.left.min - 8.0, columns.left.max + 6.0, columns.right.max + 8.0);
    let path = vec![
        Pos2::new(start, left),
        Pos2::new(turn, left),
        Pos2::new(turn, right),
        Pos2::new(end, right),
    ];
    painter.add(Shape::line(path.clone(), Stroke::new(7.0, tokens.canvas)));
    let stroke = Stroke::new(3.0, tokens.ink);
    painter.add(Shape::line(path, stroke));
    painter.vline(start, Rangef::new(left - TICK, left + TICK), stroke);
    painter.vline(end, Rangef::new(right - TICK, right + TICK), stroke);
}

fn spoken(row: &Row<'_>, names: Names<'_>) -> String {
    let change = match row.change {
        Change::ToProvider | Change::ToYou => "changes hands",
        Change::Stays => "stays",
        Change::Appears => "appears",
        Change::FallsAway => "falls away",
        Change::Absent => "on neither side",
    };
    let [left, right] = row.sides.map(glyph::word);
    format!("{}: {left} in {}, {right} in {}, {change}", row.label, names[0], names[1])
}
