//! The cells of the matrix and the line through them.

use demarc_catalogue::Side;
use demarc_study::CellEstimate;
use egui::{Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2};

use super::{GAP, GROUP, Layout, Matrix, PITCH, Row};
use crate::{
    theme::{Tokens, size},
    widgets::hatch,
};

impl Matrix<'_> {
    pub(super) fn paint_cells(
        &self,
        ui: &Ui,
        layout: &Layout,
        origin: Vec2,
        viewport: Rect,
        hovered: Option<(usize, usize)>,
        tokens: &Tokens,
    ) {
        let painter = ui.painter().clone();
        if let Some((row, column)) = self.selected {
            let cell = self.cell(layout, row, column).translate(origin);
            let across = Rect::from_x_y_ranges(painter.clip_rect().x_range(), cell.y_range());
            let down = Rect::from_x_y_ranges(cell.x_range(), painter.clip_rect().y_range());
            painter.rect_filled(across, 0, tokens.sunken);
            painter.rect_filled(down, 0, tokens.sunken);
        }
        let mut stairs: Vec<Vec<Pos2>> = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let y = layout.y[index];
            let near = y + layout.row + GROUP >= viewport.top() && y - GROUP <= viewport.bottom();
            if near {
                for column in 0..self.columns.len() {
                    let x = layout.x[column];
                    if x + PITCH >= viewport.left() && x <= viewport.right() {
                        let cell = self.cell(layout, index, column).translate(origin);
                        let faint = row.dimmed || self.columns[column].dimmed;
                        self.paint_cell(ui, &painter, cell, row, column, faint, tokens);
                    }
                }
            }
            let x = self.line_x(layout, row.line);
            let top = Pos2::new(x, y) + origin;
            let foot = Pos2::new(x, y + layout.row) + origin;
            match stairs.last_mut() {
                Some(path) if !self.opens_group(index) => path.extend([top, foot]),
                _ => stairs.push(vec![top, foot]),
            }
        }
        for path in stairs {
            painter.add(Shape::line(path.clone(), Stroke::new(5.0, tokens.canvas)));
            painter.add(Shape::line(path, Stroke::new(2.5, tokens.ink)));
        }
        for (cell, width) in [(hovered, 1.5), (self.selected, 2.0)] {
            if let Some((row, column)) = cell {
                let cell = self.cell(layout, row, column).translate(origin);
                painter.rect_stroke(
                    cell.expand(0.5),
                    CornerRadius::same(3),
                    Stroke::new(width, tokens.ink),
                    StrokeKind::Inside,
                );
            }
        }
    }

    fn line_x(&self, layout: &Layout, line: usize) -> f32 {
        match layout.x.get(line) {
            Some(x) if self.columns[line].opens_layer && line > 0 => x - GAP / 2.0,
            Some(x) => *x,
            None => layout.extent.x,
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a cell is drawn from all of these")]
    fn paint_cell(
        &self,
        ui: &Ui,
        painter: &egui::Painter,
        cell: Rect,
        row: &Row<'_>,
        column: usize,
        faint: bool,
        tokens: &Tokens,
    ) {
        let side = row.sides[column];
        let rect = cell.shrink2(Vec2::new(1.0, 1.6));
        let radius = CornerRadius::same(size::R_CELL);
        let fade = |colour: Color32| if faint { colour.gamma_multiply(0.3) } else { colour };
        if !matches!(side, Side::Of | Side::In) {
            let dash = Vec2::new(2.5, 0.0);
            let middle = rect.center();
            let stroke = Stroke::new(1.5, fade(tokens.ink3));
            painter.line_segment([middle - dash, middle + dash], stroke);
            return;
        }
        if self.mastery {
            let known = row.known.get(column).copied().flatten();
            paint_known(painter, rect, Step::of(known), &fade, tokens);
            return;
        }
        let middle = rect.center().y;
        if side == Side::In {
            painter.rect_filled(rect, radius, fade(tokens.in_tint));
            let upper = Rect::from_min_max(rect.min, Pos2::new(rect.right(), middle));
            painter.rect_filled(upper, radius, fade(tokens.in_fill));
        } else {
            painter.rect_filled(rect, radius, fade(tokens.of_tint));
            let lower = Rect::from_min_max(Pos2::new(rect.left(), middle), rect.max);
            hatch::hatch(ui, painter, lower, fade(tokens.of_fill), hatch::Density::Cell);
            let stroke = Stroke::new(1.0, fade(tokens.of_fill));
            painter.rect_stroke(lower, radius, stroke, StrokeKind::Inside);
        }
    }
}

/// How a cell shows what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is never asked.
    Unasked,
    /// There is too little evidence to say.
    Unsure,
    /// Never met, inferred from others; the step of the scale.
    Inferred(usize),
    /// It has a memory of its own; the step of the scale.
    Met(usize),
}

impl Step {
    /// The step of what is believed: under 30 % known, 50, 70, 88, and above.
    pub fn of(known: Option<CellEstimate>) -> Step {
        let Some(it) = known else { return Step::Unasked };
        let step = [0.30, 0.50, 0.70, 0.88].iter().filter(|least| it.known >= **least).count();
        match (it.enough, it.met) {
            (false, _) => Step::Unsure,
            (true, true) => Step::Met(step),
            (true, false) => Step::Inferred(step),
        }
    }
}

/// Paints a cell of the mastery overlay: what was met fills it, what is inferred only its middle.
pub fn paint_known(
    painter: &egui::Painter,
    rect: Rect,
    step: Step,
    fade: &dyn Fn(Color32) -> Color32,
    tokens: &Tokens,
) {
    let radius = CornerRadius::same(size::R_CELL);
    let outline = |rect: Rect, ink: Color32| {
        painter.rect_stroke(rect, radius, Stroke::new(1.0, fade(ink)), StrokeKind::Inside);
    };
    match step {
        Step::Unasked => {
            painter.circle_filled(rect.center(), 1.5, fade(tokens.ink3));
        }
        Step::Unsure => {
            // There may be thousands of them beside the few that say something.
            let stroke = Stroke::new(1.0, fade(tokens.edge.gamma_multiply(0.75)));
            let (middle, arm) = (rect.center(), Vec2::splat(2.5));
            painter.line_segment([middle - arm, middle + arm], stroke);
            let other = Vec2::new(arm.x, -arm.y);
            painter.line_segment([middle - other, middle + other], stroke);
        }
        Step::Met(step) => {
            painter.rect_filled(rect, radius, fade(tokens.heat[step]));
            if step == 0 {
                outline(rect, tokens.edge);
            }
        }
        Step::Inferred(step) => {
            let inner = Rect::from_center_size(rect.center(), Vec2::splat(9.0));
            painter.rect_filled(inner, radius, fade(tokens.heat[step]));
            if step == 0 {
                outline(inner, tokens.edge);
            }
        }
    }
}
