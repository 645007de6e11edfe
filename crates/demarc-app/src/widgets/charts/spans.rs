//! Times as bars from the first to the third quarter, with the middle marked.

use egui::{Align2, CornerRadius, Pos2, Rect, Stroke, Ui, Vec2};

use super::{frame, label};
use crate::theme::{Type, tokens};

/// How long something takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// What.
    pub name: String,
    /// A quarter, the half and three quarters take at most so long, in seconds; none where there is
    /// too little to tell.
    pub quartiles: Option<[f32; 3]>,
    /// What is said where there is none.
    pub needs: String,
}

/// Bars on one axis from 0.
pub fn spans(ui: &mut Ui, name: &str, spans: &[Span], extent: Vec2) {
    let tokens = tokens(ui);
    let (rect, painter) = frame(ui, name, extent);
    let longest = spans.iter().filter_map(|it| Some(it.quartiles?[2])).fold(5.0, f32::max);
    let step =
        [2.0, 5.0, 10.0, 20.0, 60.0].into_iter().find(|it| longest / it <= 5.0).unwrap_or(60.0);
    let most = (longest / step).ceil() * step;
    let left = rect.left() + 116.0;
    let plot =
        Rect::from_min_max(Pos2::new(left, rect.top() + 4.0), rect.max - Vec2::new(14.0, 22.0));
    let x = |seconds: f32| plot.left() + seconds / most * plot.width();
    let mut at = 0.0;
    while at <= most + 0.1 {
        painter.vline(x(at), plot.y_range(), Stroke::new(1.0, tokens.grid));
        let foot = Pos2::new(x(at), rect.bottom() - 2.0);
        label(&painter, foot, Align2::CENTER_BOTTOM, &format!("{at:.0} s"), tokens.ink3);
        at += step;
    }
    let row = (plot.height() / spans.len().max(1) as f32).min(34.0);
    for (index, span) in spans.iter().enumerate() {
        let y = plot.top() + row * (index as f32 + 0.5);
        let name = Pos2::new(rect.left(), y);
        painter.text(name, Align2::LEFT_CENTER, &span.name, Type::Small.font(), tokens.ink);
        match span.quartiles {
            Some([low, middle, high]) => {
                let bar =
                    Rect::from_min_max(Pos2::new(x(low), y - 6.0), Pos2::new(x(high), y + 6.0));
                painter.rect_filled(bar, CornerRadius::same(2), tokens.plot2);
                painter.vline(x(middle), y - 9.0..=y + 9.0, Stroke::new(3.0, tokens.ink));
            }
            None => {
                let at = Pos2::new(plot.left() + 6.0, y);
                label(&painter, at, Align2::LEFT_CENTER, &span.needs, tokens.ink3);
            }
        }
    }
}
