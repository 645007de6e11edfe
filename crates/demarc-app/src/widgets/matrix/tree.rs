//! The matrix for screen readers: a grid with the heads of its columns, the rows in view, and the
//! cells of the selected row, of which the selected one has the focus within the grid.

use egui::{
    AsIdSalt, Id, Rect, Response, Role, Sense, Ui, UiBuilder,
    accesskit::{self, Node},
};

use super::{Layout, Matrix, Step};
use crate::widgets::glyph;

impl Matrix<'_> {
    /// Adds the nodes; nothing is done while nobody reads them.
    pub(super) fn add_nodes(&self, ui: &mut Ui, grid: &Response, layout: &Layout, view: Rect) {
        let selected = self.selected.map(|(row, column)| cell_id(grid.id, row, column));
        let count = |it: usize| it.saturating_add(1);
        let read = ui.ctx().accesskit_node_builder(grid.id, |node| {
            node.set_row_count(count(self.rows.len()));
            node.set_column_count(self.columns.len());
            if let Some(selected) = selected {
                node.set_active_descendant(selected.accesskit_id());
            }
        });
        if read.is_none() {
            return;
        }
        let origin = grid.rect.min.to_vec2();
        let heads = row_ui(ui, grid, "heads", "Duties", grid.rect);
        for (index, column) in self.columns.iter().enumerate() {
            let id = grid.id.with(("head", index));
            let head = heads.interact(grid.rect, id, Sense::hover());
            describe(&head, Role::ColumnHeader, column.label, |node| {
                node.set_row_index(0);
                node.set_column_index(index);
            });
        }
        for (index, row) in self.rows.iter().enumerate() {
            let top = layout.y[index];
            let is_selected = self.selected.is_some_and(|(row, _)| row == index);
            let in_view = top + layout.row >= view.top() && top <= view.bottom();
            if !in_view && !is_selected {
                continue;
            }
            let rect = self.cell(layout, index, 0).translate(origin);
            let rect = Rect::from_x_y_ranges(grid.rect.x_range(), rect.y_range());
            let name = match row.variant {
                "" => row.name.to_owned(),
                variant => format!("{}, {variant}", row.name),
            };
            let cells = row_ui(ui, grid, ("row", index), &name, rect);
            if !is_selected {
                continue;
            }
            for (at, column) in self.columns.iter().enumerate() {
                let rect = self.cell(layout, index, at).translate(origin);
                let cell = cells.interact(rect, cell_id(grid.id, index, at), Sense::hover());
                let words = format!("{name}, {}, {}", column.label, self.said(index, at));
                describe(&cell, Role::GridCell, &words, |node| {
                    node.set_row_index(count(index));
                    node.set_column_index(at);
                    node.set_selected(self.selected == Some((index, at)));
                });
            }
        }
    }

    /// What a cell shows, in words.
    fn said(&self, row: usize, column: usize) -> String {
        let ruled = self.rows[row].sides[column];
        let side = glyph::word(ruled);
        if !self.mastery || !ruled.is_askable() {
            return side.to_owned();
        }
        let known = self.rows[row].known[column];
        let percent = known.map_or(0.0, |it| it.known * 100.0);
        match Step::of(known) {
            Step::Unasked => format!("{side}, never asked"),
            Step::Unsure => format!("{side}, not enough answers"),
            Step::Inferred(_) => format!("{side}, never met, {percent:.0}% known"),
            Step::Met(_) => format!("{side}, {percent:.0}% known"),
        }
    }
}

fn cell_id(grid: Id, row: usize, column: usize) -> Id {
    grid.with(("cell", row, column))
}

/// A row of the grid, in which its cells are put.
fn row_ui(ui: &mut Ui, grid: &Response, salt: impl AsIdSalt, name: &str, rect: Rect) -> Ui {
    let row = ui.new_child(
        UiBuilder::new()
            .id_salt(salt)
            .max_rect(rect)
            .accessibility_parent(grid.id)
            .accessibility_role(Role::Row)
            .accessibility_label(name),
    );
    row.ctx().accesskit_node_builder(row.unique_id(), |node| node.set_bounds(bounds(rect)));
    row
}

fn describe(response: &Response, role: Role, label: &str, more: impl FnOnce(&mut Node)) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(role);
        node.set_label(label);
        node.set_bounds(bounds(response.rect));
        more(node);
    });
}

fn bounds(rect: Rect) -> accesskit::Rect {
    let [x0, y0, x1, y1] = [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f64::from);
    accesskit::Rect { x0, y0, x1, y1 }
}
