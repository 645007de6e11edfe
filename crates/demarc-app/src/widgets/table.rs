//! A table of text, each row with its words for screen readers.

use egui::{Align2, Color32, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2};

use super::focus;
use crate::theme::{Type, tokens};

/// The room between two columns, in points.
const GAP: f32 = 14.0;
/// The least that is left of a column of words, in points.
const LEAST: f32 = 110.0;
/// How high a row is, in points.
const ROW: f32 = 25.0;

/// What is shown.
pub struct Table<'a> {
    /// The heads of the columns.
    pub head: &'a [&'a str],
    /// How many columns from the left hold words; the others stand at the right.
    pub words: usize,
    /// The rows, each as long as the head.
    pub rows: &'a [Vec<String>],
    /// What pressing a row does, in words; none if it does nothing.
    pub press: Option<&'a str>,
}

/// Shows a table as wide as there is room; returns the index of the row that was pressed.
pub fn table(ui: &mut Ui, table: &Table<'_>) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let measure = |text: &str, style: Type| {
        ui.painter().layout_no_wrap(text.to_owned(), style.font(), Color32::PLACEHOLDER).size().x
    };
    let mut widths: Vec<f32> =
        table.head.iter().map(|head| measure(head, Type::MicroMedium)).collect();
    for row in table.rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = width.max(measure(cell, Type::Cell));
        }
    }
    let gap = fit(&mut widths, table.words, ui.available_width());
    let layout = Layout { widths, gap };
    row(ui, table, &layout, table.head, None);
    let mut pressed = None;
    for (index, cells) in table.rows.iter().enumerate() {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        if row(ui, table, &layout, &cells, Some(index)) {
            pressed = Some(index);
        }
    }
    pressed
}

/// The widths of the columns, and the room between them.
struct Layout {
    widths: Vec<f32>,
    gap: f32,
}

/// Takes what is too much from the columns of words, the last first, and gives what is left over to
/// the first. Gives the room between columns.
fn fit(widths: &mut [f32], words: usize, room: f32) -> f32 {
    let between = widths.len().saturating_sub(1) as f32;
    let whole = |widths: &[f32], gap: f32| widths.iter().sum::<f32>() + gap * between;
    let words = words.clamp(1, widths.len().max(1));
    for (column, least) in (0..words).rev().zip([LEAST; 8]) {
        let over = whole(widths, GAP) - room;
        if let Some(width) = widths.get_mut(column).filter(|it| over > 0.0 && **it > least) {
            *width = (*width - over).max(least);
        }
    }
    let left = room - whole(widths, GAP);
    if let Some(first) = widths.first_mut().filter(|_| left > 0.0) {
        *first += left;
    }
    if left < -0.5 { (GAP + left / between.max(1.0)).max(4.0) } else { GAP }
}

/// A row, the head if it has no index; whether it was pressed.
fn row(
    ui: &mut Ui,
    table: &Table<'_>,
    layout: &Layout,
    cells: &[&str],
    index: Option<usize>,
) -> bool {
    let tokens = tokens(ui);
    let press = table.press.filter(|_| index.is_some());
    let sense = if press.is_some() { Sense::click() } else { Sense::hover() };
    let extent = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(extent, sense);
    let spoken = || {
        let named = table.head.iter().zip(cells).skip(1).filter(|(_, cell)| !cell.is_empty());
        let named: Vec<String> = named.map(|(head, cell)| format!("{head} {cell}")).collect();
        let first = cells.first().copied().unwrap_or_default();
        format!("{first}: {}", named.join(", "))
    };
    response.widget_info(|| match (index, press) {
        (None, _) => egui::WidgetInfo::labeled(Role::Row, true, cells.join(", ")),
        (Some(_), None) => egui::WidgetInfo::labeled(Role::Row, true, spoken()),
        (Some(_), Some(press)) => {
            egui::WidgetInfo::labeled(Role::Button, true, format!("{}. {press}", spoken()))
        }
    });
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    if press.is_some() && response.hovered() {
        ui.painter().rect_filled(rect, 4, tokens.hover);
    }
    let (style, ink) =
        if index.is_none() { (Type::MicroMedium, tokens.ink3) } else { (Type::Cell, tokens.ink) };
    let mut left = rect.left();
    for (at, (cell, width)) in cells.iter().zip(&layout.widths).enumerate() {
        let room =
            Rect::from_min_max(Pos2::new(left, rect.top()), Pos2::new(left + width, rect.bottom()));
        let ink = if at == 0 || index.is_none() { ink } else { tokens.ink2 };
        let job = egui::text::LayoutJob::simple_singleline((*cell).to_owned(), style.font(), ink);
        let mut job = job;
        job.wrap = egui::text::TextWrapping::truncate_at_width(*width);
        let galley = ui.painter().layout_job(job);
        let align = if at < table.words { Align2::LEFT_CENTER } else { Align2::RIGHT_CENTER };
        let place = align.align_size_within_rect(galley.size(), room);
        ui.painter().galley(place.min, galley, ink);
        left += width + layout.gap;
    }
    let hair = Stroke::new(1.0, tokens.hair);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, hair);
    focus::ring_inside(ui, &response, 4);
    response.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_give_way_before_numbers_do_and_take_what_is_left() {
        let mut wide = [100.0, 50.0];
        assert_eq!(fit(&mut wide, 1, 300.0), GAP);
        assert_eq!(wide, [300.0 - GAP - 50.0, 50.0]);
        let mut narrow = [200.0, 160.0, 50.0];
        assert_eq!(fit(&mut narrow, 2, 400.0), GAP);
        assert_eq!(narrow, [200.0, 400.0 - 250.0 - 2.0 * GAP, 50.0], "the last first");
        let mut narrower = [200.0, 160.0, 50.0];
        fit(&mut narrower, 2, 320.0);
        assert_eq!(narrower, [320.0 - LEAST - 50.0 - 2.0 * GAP, LEAST, 50.0]);
    }

    #[test]
    fn where_nothing_can_give_way_the_columns_draw_together() {
        let mut numbers = [50.0, 60.0, 60.0];
        let gap = fit(&mut numbers, 1, 190.0);
        assert_eq!((gap, numbers), (10.0, [50.0, 60.0, 60.0]));
    }
}
