//! Plots drawn by hand from a few lines, with their text for screen readers.

use egui::{Align2, Color32, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2};

use crate::theme::{Tokens, Type, tokens};

/// A score of one session, 0 to 1, and the mean of the last five.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScorePoint {
    /// The session's score.
    pub score: f32,
    /// The running mean.
    pub mean: f32,
}

/// The score that the dashed line marks.
pub const TARGET: f32 = 0.8;

fn frame(ui: &mut Ui, name: &str, extent: Vec2) -> (Rect, Painter) {
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Figure, true, name));
    (rect, ui.painter_at(rect))
}

fn label(painter: &Painter, at: Pos2, align: Align2, text: &str, colour: Color32) {
    painter.text(at, align, text, Type::Micro.font(), colour);
}

/// Scores of sessions over time; `dates` stand under the first and the last point.
pub fn score(ui: &mut Ui, name: &str, points: &[ScorePoint], dates: (&str, &str), extent: Vec2) {
    let tokens = tokens(ui);
    let (rect, painter) = frame(ui, name, extent);
    let lowest = points.iter().map(|p| p.score.min(p.mean)).fold(TARGET, f32::min);
    let floor = ((lowest * 10.0).floor() / 10.0 - 0.05).clamp(0.0, 0.6);
    let plot = Rect::from_min_max(rect.min + Vec2::new(6.0, 8.0), rect.max - Vec2::new(40.0, 22.0));
    let y = |value: f32| plot.bottom() - (value - floor) / (1.0 - floor) * plot.height();
    grid(&painter, plot, rect, floor, &y, tokens);
    dashed(&painter, plot, y(TARGET), tokens);
    if points.is_empty() {
        return;
    }
    let step = plot.width() / (points.len().max(2) - 1) as f32;
    let x = |index: usize| plot.left() + step * index as f32;
    for (index, point) in points.iter().enumerate() {
        painter.circle_filled(Pos2::new(x(index), y(point.score)), 2.6, tokens.plot2);
    }
    let means: Vec<Pos2> =
        points.iter().enumerate().map(|(i, p)| Pos2::new(x(i), y(p.mean))).collect();
    if let Some(last) = means.last().copied() {
        painter.add(Shape::line(means, Stroke::new(2.0, tokens.ink)));
        painter.circle_filled(last, 4.0, tokens.ink);
    }
    let foot = rect.bottom() - 2.0;
    label(&painter, Pos2::new(plot.left(), foot), Align2::LEFT_BOTTOM, dates.0, tokens.ink3);
    if points.len() > 1 {
        let at = Pos2::new(plot.right(), foot);
        label(&painter, at, Align2::RIGHT_BOTTOM, dates.1, tokens.ink3);
    }
}

fn grid(
    painter: &Painter,
    plot: Rect,
    rect: Rect,
    floor: f32,
    y: &dyn Fn(f32) -> f32,
    tokens: &Tokens,
) {
    let step = if floor < 0.35 { 20 } else { 10 };
    for percent in (0..=100).step_by(step) {
        let value = percent as f32 / 100.0;
        if value < floor {
            continue;
        }
        let at = y(value);
        painter.hline(plot.x_range(), at, Stroke::new(1.0, tokens.grid));
        let place = Pos2::new(rect.right() - 30.0, at);
        label(painter, place, Align2::LEFT_CENTER, &percent.to_string(), tokens.ink3);
    }
}

fn dashed(painter: &Painter, plot: Rect, y: f32, tokens: &Tokens) {
    let ends = [Pos2::new(plot.left(), y), Pos2::new(plot.right(), y)];
    painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, tokens.edge), 5.0, 4.0));
}

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

/// Fewest answers of a level that make its point solid.
pub const ENOUGH: usize = 20;

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
    painter: &Painter,
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

/// Counts as columns, the first in ink; `labels` stand under them.
pub fn columns(ui: &mut Ui, name: &str, counts: &[usize], labels: &[String], extent: Vec2) {
    let tokens = tokens(ui);
    let (rect, painter) = frame(ui, name, extent);
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let slot = rect.width() / counts.len().max(1) as f32;
    let base = rect.bottom() - 20.0;
    let room = base - rect.top() - 18.0;
    for (index, count) in counts.iter().enumerate() {
        let height = room * *count as f32 / most as f32;
        let left = rect.left() + slot * index as f32;
        let width = (slot - 5.0).max(3.0);
        let ink = if index == 0 { tokens.ink } else { tokens.plot2 };
        let bar = Rect::from_min_max(
            Pos2::new(left, base - height.max(if *count > 0 { 2.0 } else { 0.0 })),
            Pos2::new(left + width, base),
        );
        painter.rect_filled(bar, egui::CornerRadius::same(2), ink);
        if *count > 0 && (index == 0 || *count == most) {
            let at = Pos2::new(bar.center().x, bar.top() - 3.0);
            label(&painter, at, Align2::CENTER_BOTTOM, &count.to_string(), tokens.ink);
        }
        if let Some(text) = labels.get(index) {
            let at = Pos2::new(bar.center().x, rect.bottom() - 2.0);
            label(&painter, at, Align2::CENTER_BOTTOM, text, tokens.ink3);
        }
    }
    painter.hline(rect.x_range(), base, Stroke::new(1.0, tokens.grid));
}
