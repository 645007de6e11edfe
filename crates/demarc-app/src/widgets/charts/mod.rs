//! Plots drawn by hand from a few lines, with their text for screen readers.

mod bins;
mod calibration;
mod columns;
mod curve;
mod heat;
mod score;
mod spans;

use egui::{Align2, Color32, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2};

use crate::theme::{Tokens, Type};

pub use bins::{Bin, bins};
pub use calibration::{Calibrated, calibration};
pub use columns::columns;
pub use curve::{Curve, CurvePoint, curves};
pub use heat::{HEAT, HeatDay, heat};
pub use score::{ScorePoint, score};
pub use spans::{Span, spans};

/// Fewest answers that make a point solid.
pub const ENOUGH: usize = 20;

fn frame(ui: &mut Ui, name: &str, extent: Vec2) -> (Rect, Painter) {
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Figure, true, name));
    (rect, ui.painter_at(rect))
}

fn label(painter: &Painter, at: Pos2, align: Align2, text: &str, colour: Color32) {
    painter.text(at, align, text, Type::Micro.font(), colour);
}

/// A plot whose vertical axis goes from `floor` to 1 and is labelled in percent at the right.
struct Plot {
    rect: Rect,
    floor: f32,
}

impl Plot {
    /// Within a frame, with room for the labels at the right and below.
    fn within(rect: Rect, floor: f32) -> Self {
        let rect =
            Rect::from_min_max(rect.min + Vec2::new(6.0, 8.0), rect.max - Vec2::new(40.0, 22.0));
        Self { rect, floor: floor.clamp(0.0, 0.9) }
    }

    /// The floor that leaves the least of some values above it, at a whole ten and at most 0.6.
    fn floor(values: impl Iterator<Item = f32>, least: f32) -> f32 {
        let lowest = values.fold(least, f32::min);
        ((lowest * 10.0).floor() / 10.0 - 0.05).clamp(0.0, 0.6)
    }

    fn y(&self, value: f32) -> f32 {
        self.rect.bottom() - (value - self.floor) / (1.0 - self.floor) * self.rect.height()
    }

    /// A place, `x` from 0 at the left to 1 at the right.
    fn at(&self, x: f32, value: f32) -> Pos2 {
        Pos2::new(self.rect.left() + x * self.rect.width(), self.y(value))
    }

    fn grid(&self, painter: &Painter, tokens: &Tokens) {
        // Labels need so much room that they do not touch.
        let ten = self.y(0.0) - self.y(0.1);
        let step = [10, 20, 50].into_iter().find(|it| ten * *it as f32 >= 240.0).unwrap_or(50);
        for percent in (0..=100).step_by(step) {
            let value = percent as f32 / 100.0;
            if value < self.floor {
                continue;
            }
            painter.hline(self.rect.x_range(), self.y(value), Stroke::new(1.0, tokens.grid));
            let place = Pos2::new(self.rect.right() + 10.0, self.y(value));
            label(painter, place, Align2::LEFT_CENTER, &percent.to_string(), tokens.ink3);
        }
    }

    /// A dashed line across at a value.
    fn mark(&self, painter: &Painter, value: f32, tokens: &Tokens) {
        let ends = [self.at(0.0, value), self.at(1.0, value)];
        painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, tokens.edge), 5.0, 4.0));
    }

    /// What stands below the left and the right end.
    fn ends(&self, painter: &Painter, foot: f32, words: (&str, &str), tokens: &Tokens) {
        let left = Pos2::new(self.rect.left(), foot);
        label(painter, left, Align2::LEFT_BOTTOM, words.0, tokens.ink3);
        let right = Pos2::new(self.rect.right(), foot);
        label(painter, right, Align2::RIGHT_BOTTOM, words.1, tokens.ink3);
    }
}
