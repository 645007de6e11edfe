//! Counts as columns.

use egui::{Align2, Pos2, Rect, Stroke, Ui, Vec2};

use super::{frame, label};
use crate::theme::tokens;

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
            // The first is longer than its column.
            let (x, align) = match index {
                0 => (bar.left(), Align2::LEFT_BOTTOM),
                _ => (bar.center().x, Align2::CENTER_BOTTOM),
            };
            label(&painter, Pos2::new(x, rect.bottom() - 2.0), align, text, tokens.ink3);
        }
    }
    painter.hline(rect.x_range(), base, Stroke::new(1.0, tokens.grid));
}
