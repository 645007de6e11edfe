//! The cells of the matrix and the line through them.

use demarc_catalogue::Side;
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
            let recall = row.recall.get(column).copied().flatten();
            paint_recall(painter, rect, recall, &fade, tokens);
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

fn paint_recall(
    painter: &egui::Painter,
    rect: Rect,
    recall: Option<f32>,
    fade: &dyn Fn(Color32) -> Color32,
    tokens: &Tokens,
) {
    let radius = CornerRadius::same(size::R_CELL);
    let Some(recall) = recall else {
        let stroke = Stroke::new(1.0, fade(tokens.hair));
        painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        return;
    };
    let step = recall_step(recall);
    painter.rect_filled(rect, radius, fade(tokens.heat[step]));
    if step == 0 {
        let arm = 3.5;
        let middle = rect.center();
        let stroke = Stroke::new(1.2, fade(tokens.ink3));
        painter.line_segment([middle - Vec2::splat(arm), middle + Vec2::splat(arm)], stroke);
        let other = Vec2::new(arm, -arm);
        painter.line_segment([middle - other, middle + other], stroke);
    }
}

/// The step of the scale for a predicted recall: under 30 %, 50, 70, 88, and above.
pub fn recall_step(recall: f32) -> usize {
    [0.30, 0.50, 0.70, 0.88].iter().filter(|least| recall >= **least).count()
}
