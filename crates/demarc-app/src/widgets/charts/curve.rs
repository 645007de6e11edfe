//! Shares along time as lines, each with the band in which it probably lies.

use egui::{Color32, Mesh, Pos2, Shape, Stroke, Ui, Vec2};

use super::{Plot, frame};
use crate::theme::tokens;

/// A place on a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Where, from 0 at the left to 1 at the right.
    pub x: f32,
    /// The share, 0 to 1.
    pub y: f32,
    /// The ends of its interval.
    pub between: Option<(f32, f32)>,
}

/// A line with its band.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// From left to right.
    pub points: Vec<CurvePoint>,
    /// Drawn dashed.
    pub dashed: bool,
}

/// Curves in one plot, the first on top; a dashed line marks `target`, and `ends` stand below.
pub fn curves(
    ui: &mut Ui,
    name: &str,
    curves: &[Curve],
    target: Option<f32>,
    ends: (&str, &str),
    extent: Vec2,
) {
    let tokens = tokens(ui);
    let (rect, painter) = frame(ui, name, extent);
    let lows = curves.iter().flat_map(|it| &it.points).map(|it| it.between.map_or(it.y, |it| it.0));
    let plot = Plot::within(rect, Plot::floor(lows, target.unwrap_or(0.8)));
    plot.grid(&painter, tokens);
    if let Some(target) = target {
        plot.mark(&painter, target, tokens);
    }
    for curve in curves.iter().rev() {
        let band = tokens.plot2.gamma_multiply(if curve.dashed { 0.14 } else { 0.26 });
        painter.add(Shape::mesh(strip(&plot, curve, band)));
    }
    for curve in curves.iter().rev() {
        let line: Vec<Pos2> = curve.points.iter().map(|it| plot.at(it.x, it.y)).collect();
        let Some(end) = line.last().copied() else { continue };
        if curve.dashed {
            painter.extend(Shape::dashed_line(&line, Stroke::new(2.0, tokens.ink2), 6.0, 4.0));
        } else {
            painter.add(Shape::line(line, Stroke::new(2.0, tokens.ink)));
        }
        let (ink, ground) = (if curve.dashed { tokens.ink2 } else { tokens.ink }, tokens.surface);
        if curve.dashed {
            painter.circle(end, 3.5, ground, Stroke::new(1.5, ink));
        } else {
            painter.circle_filled(end, 4.0, ink);
        }
    }
    if curves.iter().any(|it| !it.points.is_empty()) {
        plot.ends(&painter, rect.bottom() - 2.0, ends, tokens);
    }
}

fn strip(plot: &Plot, curve: &Curve, fill: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    let sides = curve.points.iter().filter_map(|it| Some((it.x, it.between?)));
    for (number, (x, (low, high))) in (0_u32..).zip(sides) {
        mesh.colored_vertex(plot.at(x, low.max(plot.floor)), fill);
        mesh.colored_vertex(plot.at(x, high.max(plot.floor)), fill);
        if let Some(at) = (2 * number).checked_sub(2) {
            mesh.add_triangle(at, at + 1, at + 2);
            mesh.add_triangle(at + 1, at + 2, at + 3);
        }
    }
    mesh
}
