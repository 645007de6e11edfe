//! Confidence against accuracy.

use egui::{Align2, Pos2, Rect, Shape, Stroke, Ui, Vec2};

use super::{ENOUGH, frame, label};
use crate::theme::{Tokens, Type, tokens};

/// What was said against what was so, for one level of confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibrated<'a> {
    /// "Guess".
    pub name: &'a str,
    /// The share that the word stands for.
    pub said: f32,
    /// The share that was right, where there are answers.
    pub was: Option<f32>,
    /// The interval of that share.
    pub interval: (f32, f32),
    /// How many answers.
    pub answers: usize,
}

/// Confidence against accuracy.
pub fn calibration(ui: &mut Ui, name: &str, levels: &[Calibrated<'_>], extent: Vec2) {
    let tokens = tokens(ui);
    let (rect, painter) = frame(ui, name, extent);
    let plot =
        Rect::from_min_max(rect.min + Vec2::new(4.0, 10.0), rect.max - Vec2::new(40.0, 42.0));
    let floor = levels
        .iter()
        .filter_map(|level| level.was.map(|_| level.interval.0))
        .fold(0.4, f32::min)
        .max(0.0);
    let y = |value: f32| plot.bottom() - (value - floor) / (1.0 - floor) * plot.height();
    for percent in (0..=100).step_by(20) {
        let value = percent as f32 / 100.0;
        if value + 0.001 < floor {
            continue;
        }
        painter.hline(plot.x_range(), y(value), Stroke::new(1.0, tokens.grid));
        let at = Pos2::new(rect.right() - 30.0, y(value));
        label(&painter, at, Align2::LEFT_CENTER, &percent.to_string(), tokens.ink3);
    }
    let slot = plot.width() / levels.len().max(1) as f32;
    let x = |index: usize| plot.left() + slot * (index as f32 + 0.5);
    let said: Vec<Pos2> =
        levels.iter().enumerate().map(|(i, level)| Pos2::new(x(i), y(level.said))).collect();
    painter.extend(Shape::dashed_line(&said, Stroke::new(1.5, tokens.edge), 5.0, 4.0));
    let was: Vec<Pos2> = levels
        .iter()
        .enumerate()
        .filter_map(|(i, level)| level.was.map(|was| Pos2::new(x(i), y(was))))
        .collect();
    painter.add(Shape::line(was, Stroke::new(2.0, tokens.ink)));
    for (index, level) in levels.iter().enumerate() {
        paint_level(&painter, rect, (x(index), slot), &y, level, tokens);
    }
}

fn paint_level(
    painter: &egui::Painter,
    rect: Rect,
    (x, slot): (f32, f32),
    y: &dyn Fn(f32) -> f32,
    level: &Calibrated<'_>,
    tokens: &Tokens,
) {
    let tick = Pos2::new(x, y(level.said));
    let arm = Vec2::new(7.0, 0.0);
    painter.line_segment([tick - arm, tick + arm], Stroke::new(2.0, tokens.ink2));
    if let Some(was) = level.was {
        let ends = [Pos2::new(x, y(level.interval.0)), Pos2::new(x, y(level.interval.1))];
        painter.line_segment(ends, Stroke::new(1.5, tokens.plot2));
        let point = Pos2::new(x, y(was));
        if level.answers >= ENOUGH {
            painter.circle_filled(point, 4.5, tokens.ink);
        } else {
            painter.circle(point, 4.5, tokens.surface, Stroke::new(1.5, tokens.ink));
        }
        // Below the point, but above it where the names of the levels stand below.
        let down = if point.y + 18.0 > rect.bottom() - 36.0 { -10.0 } else { 10.0 };
        painter.text(
            point + Vec2::new(10.0, down),
            Align2::LEFT_CENTER,
            format!("{:.0}%", was * 100.0),
            Type::SmallBold.font(),
            tokens.ink,
        );
    }
    let font = Type::SmallMedium.font();
    let head = Pos2::new(x, rect.bottom() - 18.0);
    painter.text(head, Align2::CENTER_BOTTOM, level.name, font, tokens.ink);
    let count = match level.answers {
        0 => "no answers".to_owned(),
        1 => "1 answer".to_owned(),
        n if slot < 92.0 => n.to_string(),
        n => format!("{n} answers"),
    };
    let foot = Pos2::new(x, rect.bottom() - 2.0);
    label(painter, foot, Align2::CENTER_BOTTOM, &count, tokens.ink3);
}
