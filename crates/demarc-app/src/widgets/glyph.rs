//! The side glyph: a square cut by the line. OF fills its lower half, IN the upper.

use demarc_catalogue::Side;
use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::{hatch, text};
use crate::theme::{Tokens, Type, tokens};

/// Sizes of the glyph, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 14 points: beside text.
    Small,
    /// 22 points: in a verdict.
    Medium,
    /// 34 points: in the drawer and small panes.
    Large,
    /// 40 points: in answer panes.
    Huge,
}

impl Size {
    /// Edge length in points.
    pub fn edge(self) -> f32 {
        match self {
            Self::Small => 14.0,
            Self::Medium => 22.0,
            Self::Large => 34.0,
            Self::Huge => 40.0,
        }
    }
}

/// The glyph as decoration beside a word.
pub fn glyph(ui: &mut Ui, side: Side, size: Size) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(size.edge()), Sense::hover());
    if ui.is_rect_visible(rect) {
        let painter = ui.painter().clone();
        paint(ui, &painter, rect, side, size);
    }
}

/// Glyph and word, as in `◧ IN`.
pub fn tagged(ui: &mut Ui, side: Side) {
    let tokens = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        glyph(ui, side, Size::Small);
        text::fixed(ui, word(side), Type::SmallBold, colour(tokens, side));
    });
}

/// The word for a side, in capitals where it is one of the two.
pub fn word(side: Side) -> &'static str {
    match side {
        Side::Of => "OF",
        Side::In => "IN",
        Side::None => "no such duty",
        Side::Other => "someone else",
    }
}

/// The text colour of a side.
pub fn colour(tokens: &Tokens, side: Side) -> Color32 {
    match side {
        Side::Of => tokens.of,
        Side::In => tokens.r#in,
        Side::None | Side::Other => tokens.ink3,
    }
}

/// Paints the glyph into a square.
pub fn paint(ui: &Ui, painter: &Painter, rect: Rect, side: Side, size: Size) {
    let tokens = tokens(ui);
    let (edge, radius) = match size {
        Size::Small => (1.5, 3),
        Size::Medium => (2.0, 4),
        Size::Large => (2.2, 6),
        Size::Huge => (2.5, 7),
    };
    let fill = match side {
        Side::Of => tokens.of_fill,
        Side::In => tokens.in_fill,
        Side::None | Side::Other => {
            let middle = rect.center();
            let half = Vec2::new(rect.width() * 0.22, 0.0);
            painter.line_segment([middle - half, middle + half], Stroke::new(1.5, tokens.ink3));
            return;
        }
    };
    let middle = rect.center().y;
    let large = matches!(size, Size::Large | Size::Huge);
    let half = match side {
        Side::Of => Rect::from_min_max(Pos2::new(rect.left(), middle), rect.max),
        _ => Rect::from_min_max(rect.min, Pos2::new(rect.right(), middle)),
    };
    if side == Side::Of && large {
        hatch::hatch(ui, painter, half.shrink(edge * 0.6), fill, hatch::Density::Band);
    } else {
        let corners = if side == Side::Of {
            CornerRadius { nw: 0, ne: 0, sw: radius, se: radius }
        } else {
            CornerRadius { nw: radius, ne: radius, sw: 0, se: 0 }
        };
        painter.rect_filled(half, corners, fill);
    }
    painter.rect_stroke(
        rect,
        CornerRadius::same(radius),
        Stroke::new(edge, fill),
        StrokeKind::Inside,
    );
}
