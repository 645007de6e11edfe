//! The days of practice as a calendar: a column a week, a square a day.

use egui::{Align2, Color32, CornerRadius, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2};

use super::{frame, label};
use crate::theme::{Tokens, tokens};

/// How many answers make each step; the first is none.
pub const HEAT: [u32; 5] = [0, 1, 10, 20, 40];

/// A day.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatDay {
    /// Monday 0 to Sunday 6.
    pub weekday: u8,
    /// How many answers.
    pub answers: u32,
    /// A rest day, marked with a dot.
    pub rest: bool,
    /// The month's name, on its first day.
    pub month: Option<String>,
}

/// The colour of a number of answers.
fn step(answers: u32, tokens: &Tokens) -> Color32 {
    let at = HEAT.iter().rposition(|least| answers >= *least).unwrap_or(0);
    tokens.heat[at]
}

/// Days in a row, the last of them today; as many weeks as there is room for.
pub fn heat(ui: &mut Ui, name: &str, days: &[HeatDay], extent: Vec2) {
    let tokens = tokens(ui);
    let (rect, painter) = frame(ui, name, extent);
    let (left, top) = (30.0, 2.0);
    let pitch = ((extent.y - 20.0 - top) / 7.0).floor().clamp(10.0, 22.0);
    let side = pitch - 4.0;
    for (weekday, name) in [(0, "Mon"), (2, "Wed"), (4, "Fri")] {
        let y = rect.top() + top + pitch * weekday as f32 + side / 2.0;
        label(&painter, Pos2::new(rect.left(), y), Align2::LEFT_CENTER, name, tokens.ink3);
    }
    let first = days.first().map_or(0, |it| usize::from(it.weekday));
    let weeks = (first + days.len()).div_ceil(7);
    let room = (((extent.x - left) / pitch).floor() as usize).max(1);
    let skipped = weeks.saturating_sub(room);
    let mut named = f32::NEG_INFINITY;
    for (index, day) in days.iter().enumerate() {
        let Some(week) = ((first + index) / 7).checked_sub(skipped) else { continue };
        let at = Vec2::new(left + pitch * week as f32, top + pitch * f32::from(day.weekday));
        let square = Rect::from_min_size(rect.min + at, Vec2::splat(side));
        let radius = CornerRadius::same(2);
        painter.rect_filled(square, radius, step(day.answers, tokens));
        if day.rest {
            painter.circle_filled(square.center(), 2.0, tokens.ink2);
        }
        if index + 1 == days.len() {
            let stroke = Stroke::new(2.0, tokens.ink);
            painter.rect_stroke(square.expand(1.0), radius, stroke, StrokeKind::Outside);
        }
        if let Some(month) = day.month.as_ref().filter(|_| square.left() > named + 30.0) {
            named = square.left();
            let foot = Pos2::new(square.left(), rect.top() + top + 7.0 * pitch + 2.0);
            label(&painter, foot, Align2::LEFT_TOP, month, tokens.ink3);
        }
    }
}
