//! The stack of nine layers with the line through it.

use demarc_catalogue::Side;
use egui::{CornerRadius, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2};

use super::{glyph, hatch, text};
use crate::theme::{Tokens, Type, size, tokens};

/// One layer as drawn, from the top of the stack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<'a> {
    /// "Guest OS".
    pub name: &'a str,
    /// What stands in it here; may be empty.
    pub about: &'a str,
    /// Share of the layer that lies above the line: 1 is all IN, 0 all OF.
    pub above: f32,
    /// Duties of this layer on the other side of the line.
    pub exceptions: &'a [Side],
    /// The label of the asked duty, where it is on this layer.
    pub asked: Option<&'a str>,
}

/// A second line, for comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ghost<'a> {
    /// Where it runs, in rows from the top.
    pub at: f32,
    /// "line for zip".
    pub label: &'a str,
}

/// How much higher a layer is drawn through which the line runs.
const DIVIDED: f32 = 1.6;
/// How high rows must be for the dashed line to bear its name, in points.
const LABELLED: f32 = 32.0;

/// Shows the stack named `name`, its rows about `row` points high, with the line at `line` rows
/// from the top (it may be on its way there).
pub fn layer_stack(
    ui: &mut Ui,
    name: &str,
    rows: &[Row<'_>],
    line: f32,
    ghost: Option<&Ghost<'_>>,
    row: f32,
) {
    let tokens = tokens(ui);
    let height = row * rows.len() as f32;
    let (outer, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Figure, true, spoken(name, rows)));
    let rect = outer.shrink2(Vec2::new(12.0, 0.0));
    let painter = ui.painter_at(outer.expand2(Vec2::new(2.0, 8.0)));
    let edges = edges(rows, rect.top(), height);
    let cut = height_at(&edges, line);
    paint_ground(ui, &painter, rect, cut, tokens);
    for edge in edges.iter().take(rows.len()).skip(1) {
        let ink = if *edge < cut { tokens.in_tint2 } else { tokens.of_hatch };
        painter.hline(rect.x_range(), *edge, Stroke::new(1.0, ink));
    }
    let dashed = ghost.map(|ghost| (ghost.label, height_at(&edges, ghost.at)));
    if let Some((_, y)) = dashed {
        let ends = [Pos2::new(outer.left(), y), Pos2::new(outer.right(), y)];
        painter.extend(Shape::dashed_line(&ends, Stroke::new(2.0, tokens.ink2), 6.0, 4.0));
    }
    for (index, layer) in rows.iter().enumerate() {
        let band = Rect::from_x_y_ranges(rect.x_range(), edges[index]..=edges[index + 1]);
        paint_row(ui, &painter, band, layer, cut, tokens);
    }
    // Where rows are low its words would cover theirs; what it means is said below the picture too.
    let least = edges.windows(2).map(|pair| pair[1] - pair[0]).fold(f32::INFINITY, f32::min);
    if let (Some((label, y)), true) = (dashed, least >= LABELLED) {
        paint_ghost_label(&painter, Pos2::new(rect.right() - 8.0, y), label, tokens);
    }
    paint_line(&painter, outer, cut, tokens);
}

/// The upper edge of each row, and the lower edge of the last.
fn edges(rows: &[Row<'_>], top: f32, height: f32) -> Vec<f32> {
    let weight = |row: &Row<'_>| if row.divided() { DIVIDED } else { 1.0 };
    let total: f32 = rows.iter().map(weight).sum();
    let mut edges = vec![top];
    let mut at = top;
    for row in rows {
        at += height * weight(row) / total.max(1.0);
        edges.push(at);
    }
    edges
}

/// The height of a place that is given in rows from the top.
fn height_at(edges: &[f32], rows: f32) -> f32 {
    let last = edges.len().saturating_sub(2);
    let index = (rows.max(0.0) as usize).min(last);
    let part = rows - index as f32;
    edges[index] + (edges[index + 1] - edges[index]) * part.clamp(0.0, 1.0)
}

pub(super) fn paint_ground(
    ui: &Ui,
    painter: &egui::Painter,
    rect: Rect,
    cut: f32,
    tokens: &Tokens,
) {
    let upper = Rect::from_min_max(rect.min, Pos2::new(rect.right(), cut));
    let lower = Rect::from_min_max(Pos2::new(rect.left(), cut), rect.max);
    let round = size::R_CONTROL;
    let top = CornerRadius { nw: round, ne: round, sw: 0, se: 0 };
    let bottom = CornerRadius { nw: 0, ne: 0, sw: round, se: round };
    if upper.height() > 0.5 {
        painter.rect_filled(upper, top, tokens.in_tint);
        let stroke = Stroke::new(1.0, tokens.in_edge);
        painter.rect_stroke(upper, top, stroke, StrokeKind::Inside);
    }
    if lower.height() > 0.5 {
        painter.rect_filled(lower, bottom, tokens.of_tint);
        let strokes = hatch::Density::Layer;
        hatch::rounded(ui, painter, lower, bottom, tokens.of_hatch, strokes);
        let stroke = Stroke::new(1.0, tokens.of_edge);
        painter.rect_stroke(lower, bottom, stroke, StrokeKind::Inside);
    }
}

fn paint_row(
    ui: &Ui,
    painter: &egui::Painter,
    band: Rect,
    layer: &Row<'_>,
    cut: f32,
    tokens: &Tokens,
) {
    // In a divided layer the name stands above the line, and what is in it below.
    let (middle, about_middle) = if layer.divided() {
        ((band.top() + cut) / 2.0, (cut + band.bottom()) / 2.0)
    } else {
        (band.center().y, band.center().y)
    };
    let plate = |rect: Rect, y: f32| {
        let ground = if y > cut { tokens.of_tint } else { tokens.in_tint };
        let rect = rect.expand2(Vec2::new(5.0, 1.0));
        painter.rect_filled(rect, CornerRadius::same(3), ground);
    };
    let name = painter.layout_no_wrap(layer.name.to_owned(), Type::Label.font(), tokens.ink);
    let at = Pos2::new(band.left() + 12.0, middle - name.size().y / 2.0);
    let name_rect = Rect::from_min_size(at, name.size());
    plate(name_rect, middle);
    painter.galley(at, name, tokens.ink);
    let mut right = band.right() - 10.0;
    if let Some(label) = layer.asked {
        let outline = band.expand2(Vec2::new(1.0, 0.0));
        let stroke = Stroke::new(2.0, tokens.ink);
        painter.rect_stroke(outline, CornerRadius::same(4), stroke, StrokeKind::Inside);
        let room = right - name_rect.right() - 16.0;
        right = paint_asked(painter, Pos2::new(right, middle), label, room, tokens) - 8.0;
    }
    for side in layer.exceptions.iter().take(4) {
        let edge = 12.0;
        // What has no room beside the name is not drawn over it.
        if right - edge < name_rect.right() + 6.0 {
            break;
        }
        let square =
            Rect::from_min_size(Pos2::new(right - edge, middle - edge / 2.0), Vec2::splat(edge));
        painter.rect_filled(square.expand(2.0), CornerRadius::same(3), tokens.surface);
        glyph::paint(ui, painter, square, *side, glyph::Size::Small);
        right -= edge + 6.0;
    }
    if layer.about.is_empty() {
        return;
    }
    let (x, room) = if layer.divided() {
        (band.left() + 12.0, band.width() - 24.0)
    } else {
        let x = name_rect.right() + 12.0;
        (x, right - x - 8.0)
    };
    if room > 40.0 {
        let rich = text::rich(layer.about, Type::Micro, tokens.ink2);
        let galley = egui::WidgetText::from(rich).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            room,
            egui::TextStyle::Body,
        );
        let at = Pos2::new(x, about_middle - galley.size().y / 2.0);
        plate(Rect::from_min_size(at, galley.size()), about_middle);
        painter.galley(at, galley, tokens.ink2);
    }
}

/// The label of the asked duty, or "asked" where it has no room, its right edge at `at`; returns its
/// left edge.
fn paint_asked(painter: &egui::Painter, at: Pos2, label: &str, room: f32, tokens: &Tokens) -> f32 {
    let font = Type::MicroMedium.font();
    let mut galley = painter.layout_no_wrap(label.to_owned(), font.clone(), tokens.ink);
    if galley.size().x + 14.0 > room {
        galley = painter.layout_no_wrap("asked".to_owned(), font, tokens.ink);
    }
    let extent = galley.size() + Vec2::new(14.0, 6.0);
    let chip = Rect::from_min_size(Pos2::new(at.x - extent.x, at.y - extent.y / 2.0), extent);
    let radius = CornerRadius::same(size::R_TAG);
    painter.rect_filled(chip, radius, tokens.surface);
    painter.rect_stroke(chip, radius, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
    painter.galley(chip.center() - galley.size() / 2.0, galley, tokens.ink);
    chip.left()
}

/// What the dashed line is, on the line, its right end at `at`.
fn paint_ghost_label(painter: &egui::Painter, at: Pos2, label: &str, tokens: &Tokens) {
    let galley = painter.layout_no_wrap(label.to_owned(), Type::Micro.font(), tokens.ink2);
    let corner = Pos2::new(at.x - galley.size().x, at.y - galley.size().y / 2.0);
    painter.rect_filled(
        Rect::from_min_size(corner, galley.size()).expand2(Vec2::new(4.0, 0.0)),
        CornerRadius::same(3),
        tokens.surface,
    );
    painter.galley(corner, galley, tokens.ink2);
}

/// The line with its end ticks, across `outer` at height `y`.
pub fn paint_line(painter: &egui::Painter, outer: Rect, y: f32, tokens: &Tokens) {
    let half = size::LINE / 2.0;
    let line =
        Rect::from_min_max(Pos2::new(outer.left(), y - half), Pos2::new(outer.right(), y + half));
    painter.rect_filled(line, CornerRadius::same(1), tokens.ink);
    for x in [outer.left(), outer.right() - size::LINE] {
        let tick = Rect::from_min_size(Pos2::new(x, y - 6.0), Vec2::new(size::LINE, 12.0));
        painter.rect_filled(tick, CornerRadius::same(1), tokens.ink);
    }
}

impl Row<'_> {
    /// Whether the line runs through this layer.
    fn divided(&self) -> bool {
        self.above > 0.0 && self.above < 1.0
    }
}

fn spoken(name: &str, rows: &[Row<'_>]) -> String {
    let side = |row: &Row<'_>| {
        if row.above >= 1.0 {
            "IN"
        } else if row.above <= 0.0 {
            "OF"
        } else {
            "divided by the line"
        }
    };
    let layers: Vec<String> =
        rows.iter().map(|row| format!("{} {}", row.name, side(row))).collect();
    format!("{name}. From the top: {}", layers.join(", "))
}
