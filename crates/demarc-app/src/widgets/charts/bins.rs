//! What was predicted against what was so.

use egui::{Align2, Pos2, Shape, Stroke, Ui, Vec2};

use super::{Plot, frame, label};
use crate::theme::tokens;

/// Answers of which about the same was predicted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// What was predicted, 0 to 1.
    pub said: f32,
    /// What was so, 0 to 1.
    pub was: f32,
    /// The ends of its interval; without it there are too few answers, and the point is hollow.
    pub between: Option<(f32, f32)>,
}

/// Points along the dashed diagonal on which a perfect prediction would lie.
pub fn bins(ui: &mut Ui, name: &str, bins: &[Bin], extent: Vec2) {
    let tokens = tokens(ui);
    let (rect, painter) = frame(ui, name, extent);
    let lows = bins.iter().map(|it| it.said.min(it.between.map_or(it.was, |it| it.0)));
    let floor = Plot::floor(lows, 0.7);
    let plot = Plot::within(rect, floor);
    plot.grid(&painter, tokens);
    let x = |said: f32| (said - floor) / (1.0 - floor);
    let diagonal = [plot.at(0.0, floor), plot.at(1.0, 1.0)];
    painter.extend(Shape::dashed_line(&diagonal, Stroke::new(1.5, tokens.edge), 5.0, 4.0));
    let solid: Vec<Pos2> = bins
        .iter()
        .filter(|it| it.between.is_some())
        .map(|it| plot.at(x(it.said), it.was))
        .collect();
    painter.add(Shape::line(solid, Stroke::new(2.0, tokens.ink)));
    for bin in bins {
        let at = plot.at(x(bin.said), bin.was.max(floor));
        match bin.between {
            Some((low, high)) => {
                let ends = [plot.at(x(bin.said), low.max(floor)), plot.at(x(bin.said), high)];
                painter.line_segment(ends, Stroke::new(1.5, tokens.plot2));
                painter.circle_filled(at, 4.5, tokens.ink);
            }
            None => {
                painter.circle(at, 3.5, tokens.surface, Stroke::new(1.5, tokens.edge));
            }
        }
    }
    let foot = rect.bottom() - 2.0;
    for percent in (0..=100).step_by(20).filter(|it| *it as f32 / 100.0 >= floor) {
        let at = Pos2::new(plot.at(x(percent as f32 / 100.0), floor).x, foot);
        let align = if percent == 100 { Align2::RIGHT_BOTTOM } else { Align2::CENTER_BOTTOM };
        label(&painter, at, align, &percent.to_string(), tokens.ink3);
    }
}
