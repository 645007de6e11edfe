//! The names beside the matrix and the duties above it.

use egui::{Align2, Pos2, Rect, Stroke, Ui, epaint::TextShape};

use super::{GROUP, Layout, Matrix, PITCH};
use crate::theme::{Tokens, Type};

impl Matrix<'_> {
    #[allow(clippy::too_many_arguments, reason = "a strip is drawn from all of these")]
    pub(super) fn paint_names(
        &self,
        ui: &Ui,
        layout: &Layout,
        rect: Rect,
        body: Rect,
        offset: f32,
        hot: Option<(usize, usize)>,
        tokens: &Tokens,
    ) {
        let strip = self.names(rect, body);
        // The category of the first row in view, once its own heading has gone out of it.
        let first = layout.y.partition_point(|y| y + layout.row <= offset + 1.0);
        if let Some(row) = self.rows.get(first)
            && offset > 0.0
            && !(self.opens_group(first) && layout.y[first] - GROUP >= offset)
        {
            let at = Pos2::new(strip.left(), strip.top() - GROUP / 2.0);
            group_name(ui.painter(), at, row.group, tokens);
        }
        let painter = ui.painter_at(strip);
        for (index, row) in self.rows.iter().enumerate() {
            let y = strip.top() + layout.y[index] - offset;
            if y > strip.bottom() || y + layout.row < strip.top() - GROUP {
                continue;
            }
            if self.opens_group(index) {
                group_name(&painter, Pos2::new(strip.left(), y - GROUP / 2.0), row.group, tokens);
            }
            let is_hot = hot.is_some_and(|(hot, _)| hot == index);
            let style = if is_hot { Type::SmallBold } else { Type::SmallMedium };
            let ink = if row.dimmed { tokens.ink3 } else { tokens.ink };
            let name = painter.layout_no_wrap(row.name.to_owned(), style.font(), ink);
            let middle = y + layout.row / 2.0;
            let at = Pos2::new(strip.left() + 10.0, middle - name.size().y / 2.0);
            let end = at.x + name.size().x + 6.0;
            painter.galley(at, name, ink);
            painter.text(
                Pos2::new(end, middle + 0.5),
                Align2::LEFT_CENTER,
                row.variant,
                Type::Micro.font(),
                tokens.ink3,
            );
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a strip is drawn from all of these")]
    pub(super) fn paint_heads(
        &self,
        ui: &Ui,
        layout: &Layout,
        rect: Rect,
        body: Rect,
        offset: f32,
        hot: Option<(usize, usize)>,
        tokens: &Tokens,
    ) {
        let strip = self.heads(rect, body);
        let painter = ui.painter_at(strip);
        for (index, column) in self.columns.iter().enumerate() {
            let x = strip.left() + layout.x[index] - offset;
            if x > strip.right() || x + PITCH < strip.left() {
                continue;
            }
            let is_hot = hot.is_some_and(|(_, hot)| hot == index);
            let faint = column.dimmed;
            let (style, ink) = match (is_hot, faint) {
                (true, _) => (Type::MicroMedium, tokens.ink),
                (false, true) => (Type::Micro, tokens.ink3),
                (false, false) => (Type::Micro, tokens.ink2),
            };
            let galley = painter.layout_no_wrap(column.label.to_owned(), style.font(), ink);
            let at = Pos2::new(x + (PITCH - galley.size().y) / 2.0, strip.bottom() - 8.0);
            let quarter = std::f32::consts::FRAC_PI_2;
            painter.add(TextShape::new(at, galley, ink).with_angle(-quarter));
            let rule = egui::Rangef::new(x, x + PITCH);
            painter.hline(rule, strip.bottom() - 2.0, Stroke::new(1.0, tokens.edge));
        }
    }
}

fn group_name(painter: &egui::Painter, at: Pos2, name: &str, tokens: &Tokens) {
    painter.text(at, Align2::LEFT_CENTER, name, Type::MicroMedium.font(), tokens.ink3);
}
