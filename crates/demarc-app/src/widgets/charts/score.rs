//! Scores over time.

use egui::{Align2, Pos2, Shape, Stroke, Ui, Vec2};

use super::{Plot, frame, label};
use crate::theme::tokens;

/// A score of one session or of a few that followed one another, 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct ScorePoint {
    /// The score.
    pub score: f32,
    /// The running mean.
    pub mean: f32,
    /// The running mean with luck taken out, where that is shown.
    pub corrected: Option<f32>,
    /// The version of the content, where it changed.
    pub version: Option<String>,
}

/// The score that the dashed line marks.
const TARGET: f32 = 0.8;

/// Scores over time; `dates` stand under the first and the last point.
pub fn score(ui: &mut Ui, name: &str, points: &[ScorePoint], dates: (&str, &str), extent: Vec2) {
    let tokens = tokens(ui);
    let (rect, painter) = frame(ui, name, extent);
    let values = points.iter().map(|it| it.score.min(it.mean).min(it.corrected.unwrap_or(1.0)));
    let plot = Plot::within(rect, Plot::floor(values, TARGET));
    plot.grid(&painter, tokens);
    plot.mark(&painter, TARGET, tokens);
    let last = points.len().max(2) - 1;
    let x = |index: usize| index as f32 / last as f32;
    for (index, version) in
        points.iter().enumerate().filter_map(|(i, it)| Some((i, it.version.as_ref()?)))
    {
        let top = plot.at(x(index), 1.0);
        painter.vline(top.x, plot.rect.y_range(), Stroke::new(1.0, tokens.edge));
        let (align, by) =
            if x(index) > 0.8 { (Align2::RIGHT_TOP, -4.0) } else { (Align2::LEFT_TOP, 4.0) };
        label(
            &painter,
            Pos2::new(top.x + by, plot.rect.bottom() - 14.0),
            align,
            version,
            tokens.ink3,
        );
    }
    for (index, point) in points.iter().enumerate() {
        painter.circle_filled(plot.at(x(index), point.score), 2.6, tokens.plot2);
    }
    let line = |value: fn(&ScorePoint) -> Option<f32>| -> Vec<Pos2> {
        let points = points.iter().enumerate();
        points.filter_map(|(i, it)| Some(plot.at(x(i), value(it)?))).collect()
    };
    painter.extend(Shape::dotted_line(&line(|it| it.corrected), tokens.ink2, 4.0, 1.0));
    let means = line(|it| Some(it.mean));
    if let Some(end) = means.last().copied() {
        painter.add(Shape::line(means, Stroke::new(2.0, tokens.ink)));
        painter.circle_filled(end, 4.0, tokens.ink);
        plot.ends(&painter, rect.bottom() - 2.0, dates, tokens);
    }
}
