//! Progress of a session: filled is right, outlined is wrong, a bar is where you are.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2};

use crate::theme::{size, tokens};

/// One question of a session, as the bar shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Answered right.
    Right,
    /// Answered wrong.
    Wrong,
    /// Answered, and not told yet.
    Given,
    /// Skipped.
    Skipped,
    /// Still to come.
    Ahead,
}

/// Shows the steps, with a mark before `position`, in at most `room` points.
pub fn session_bar(ui: &mut Ui, steps: &[Step], position: usize, room: f32) {
    let tokens = tokens(ui);
    let gap = 3.0;
    let count = steps.len().max(1) as f32;
    let width = ((room - 7.0) / count - gap).clamp(2.0, 16.0);
    let gap = if width < 4.0 { 1.0 } else { gap };
    let total = (width + gap) * count + 7.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(total, 14.0), Sense::hover());
    let right = steps.iter().filter(|step| **step == Step::Right).count();
    let done = steps.iter().filter(|step| **step != Step::Ahead).count();
    response.widget_info(|| {
        let told = steps.iter().any(|step| matches!(step, Step::Right | Step::Wrong));
        let told = if told { format!(", {right} right") } else { String::new() };
        let text = format!("Session progress: {done} of {} answered{told}", steps.len());
        egui::WidgetInfo::labeled(Role::ProgressIndicator, true, text)
    });
    if !ui.is_rect_visible(rect) {
        return;
    }
    let mut x = rect.left();
    let radius = CornerRadius::same(size::R_CELL);
    for (index, step) in steps.iter().enumerate() {
        if index == position {
            let bar = Rect::from_min_size(egui::pos2(x, rect.top()), Vec2::new(4.0, 14.0));
            ui.painter().rect_filled(bar, radius, tokens.ink);
            x += 4.0 + gap;
        }
        let part = Rect::from_min_size(egui::pos2(x, rect.top() + 3.0), Vec2::new(width, 8.0));
        match step {
            Step::Right | Step::Given => ui.painter().rect_filled(part, radius, tokens.ink),
            Step::Wrong => {
                ui.painter().rect_filled(part, radius, tokens.surface);
                let edge = Stroke::new(1.5, tokens.ink);
                ui.painter().rect_stroke(part, radius, edge, StrokeKind::Inside)
            }
            Step::Skipped => {
                ui.painter().hline(part.x_range(), part.center().y, Stroke::new(1.5, tokens.ink3))
            }
            Step::Ahead => ui.painter().rect_filled(part, radius, tokens.heat[1]),
        };
        x += width + gap;
    }
}
