//! The matrix, kept ready: rows, columns, the line, the filter and the selected cell.

use demarc_catalogue::{Catalogue, CategoryIx, Cell, DeploymentIx, DutyIx, Side};
use demarc_study::CellEstimate;

use super::find::Index;

/// A column of the matrix.
#[derive(Clone, Debug)]
pub struct ColumnView {
    /// The duty.
    pub duty: DutyIx,
    /// Its short name.
    pub label: String,
    /// Whether a layer begins here, seen from the top of the stack.
    pub opens_layer: bool,
    /// Whether the filter leaves it out.
    pub dimmed: bool,
}

/// A row of the matrix.
#[derive(Clone, Debug)]
pub struct RowView {
    /// The deployment.
    pub deployment: DeploymentIx,
    /// The service's short name.
    pub name: String,
    /// The variant's caption.
    pub variant: String,
    /// The service's category; rows stand in the order of categories.
    pub category: CategoryIx,
    /// The ruling of each column.
    pub sides: Vec<Side>,
    /// What is believed of each column, where it is asked and was worked out.
    pub known: Vec<Option<CellEstimate>>,
    /// Columns left of the line.
    pub line: usize,
}

/// The matrix and what the person does in it. Places count the rows that the filter shows.
#[derive(Clone, Debug)]
pub struct ExploreView {
    /// Columns from the top of the stack.
    pub columns: Vec<ColumnView>,
    /// Rows by category.
    pub(super) rows: Vec<RowView>,
    /// The rows that the filter shows; all of them where it finds nothing.
    shown: Vec<usize>,
    index: Index,
    /// The selected cell.
    pub selected: Option<Cell>,
    /// The filter as typed.
    pub filter: String,
    /// What is probably known instead of rulings.
    pub mastery: bool,
    /// How many services there are.
    pub services: usize,
    /// Whether the filter finds nothing.
    pub empty: bool,
}

impl ExploreView {
    /// The whole matrix, nothing selected.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut columns: Vec<ColumnView> = Vec::new();
        let mut duties: Vec<DutyIx> = catalogue.duty_ixs().collect();
        duties.reverse();
        for duty in &duties {
            let layer = catalogue.duty(*duty).layer;
            let opens_layer =
                columns.last().is_none_or(|last| catalogue.duty(last.duty).layer != layer);
            let label = catalogue.duty(*duty).label.clone();
            columns.push(ColumnView { duty: *duty, label, opens_layer, dimmed: false });
        }
        let mut deployments: Vec<DeploymentIx> =
            catalogue.deployment_ixs().filter(|d| !catalogue.is_entry(*d)).collect();
        deployments.sort_by_key(|d| catalogue.service_of(*d).category);
        let rows: Vec<RowView> = deployments
            .iter()
            .map(|deployment| {
                let deployment = *deployment;
                let service = catalogue.service_of(deployment);
                let side = |duty: &DutyIx| catalogue.ruling(Cell { deployment, duty: *duty }).side;
                RowView {
                    deployment,
                    name: service.short.clone(),
                    variant: catalogue.variant(deployment).to_owned(),
                    category: service.category,
                    sides: duties.iter().map(side).collect(),
                    known: vec![None; duties.len()],
                    line: duties.len() - catalogue.line(deployment).position,
                }
            })
            .collect();
        Self {
            columns,
            shown: (0..rows.len()).collect(),
            index: Index::new(catalogue, &deployments, &duties),
            rows,
            selected: None,
            filter: String::new(),
            mastery: false,
            services: catalogue.services().len().saturating_sub(1),
            empty: false,
        }
    }

    /// Shows the rows that the filter finds and dims the columns that it does not; where it finds
    /// nothing, all stays and is dimmed.
    pub fn set_filter(&mut self, text: String) {
        let found = self.index.find(&text);
        self.filter = text;
        self.empty = found.is_none();
        let has = |list: Option<&Vec<bool>>, index: usize| list.is_none_or(|list| list[index]);
        let rows = found.as_ref().map(|found| &found.rows);
        self.shown = (0..self.rows.len()).filter(|index| has(rows, *index)).collect();
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.dimmed = found.as_ref().is_none_or(|found| !found.columns[index]);
        }
    }

    /// The rows that the filter shows, in order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &RowView> {
        self.shown.iter().map(|index| &self.rows[*index])
    }

    /// How many rows and columns the filter finds; none without a filter, or if it finds nothing.
    pub fn found(&self) -> Option<(usize, usize)> {
        let columns = self.columns.iter().filter(|column| !column.dimmed).count();
        (!self.filter.trim().is_empty() && !self.empty).then_some((self.shown.len(), columns))
    }

    /// The row at a place.
    pub fn row(&self, place: usize) -> Option<&RowView> {
        self.shown.get(place).map(|index| &self.rows[*index])
    }

    /// Row and column of the selected cell, where the filter shows it.
    pub fn place(&self) -> Option<(usize, usize)> {
        let cell = self.selected?;
        let row = self.rows().position(|row| row.deployment == cell.deployment)?;
        let column = self.columns.iter().position(|column| column.duty == cell.duty)?;
        Some((row, column))
    }

    /// Row and column of the first cell that the filter shows.
    pub fn first(&self) -> Option<(usize, usize)> {
        let column = self.columns.iter().position(|column| !column.dimmed)?;
        (!self.empty).then_some((0, column))
    }

    /// The cell at a row and a column.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        let deployment = self.row(row)?.deployment;
        let duty = self.columns.get(column)?.duty;
        Some(Cell { deployment, duty })
    }

    /// The next cell down and right that the filter shows; the first if none is selected.
    pub fn moved(&self, down: isize, right: isize) -> Option<Cell> {
        let columns: Vec<usize> =
            (0..self.columns.len()).filter(|index| !self.columns[*index].dimmed).collect();
        let Some((row, column)) = self.place() else {
            return self.first().and_then(|(row, column)| self.cell(row, column));
        };
        let row = row.saturating_add_signed(down).min(self.shown.len().saturating_sub(1));
        let at = columns.iter().position(|index| *index == column);
        let step = |at: usize| at.saturating_add_signed(right).min(columns.len().saturating_sub(1));
        self.cell(row, *columns.get(at.map_or(0, step))?)
    }

    /// The selected duty in the first row of the next category, or of the one before.
    pub fn other_category(&self, next: bool) -> Option<Cell> {
        let Some((row, column)) = self.place() else { return self.moved(0, 0) };
        let opens = |place: &usize| {
            let category = |place: usize| self.row(place).map(|row| row.category);
            *place == 0 || category(*place) != category(*place - 1)
        };
        let target = if next {
            (row + 1..self.shown.len()).find(opens).unwrap_or(self.shown.len() - 1)
        } else {
            (0..row).rev().find(opens).unwrap_or(0)
        };
        self.cell(target, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(filter: &str) -> ExploreView {
        let mut view = ExploreView::of(&Catalogue::shipped().unwrap());
        view.set_filter(filter.to_owned());
        view
    }

    #[test]
    fn a_service_leaves_its_rows_and_a_duty_dims_the_other_columns() {
        let lambda = view("lambda");
        assert!(lambda.rows().len() > 1 && lambda.rows().all(|row| row.name == "Lambda"));
        assert!(lambda.columns.iter().all(|column| !column.dimmed));
        let duty = view("hypervisor");
        assert_eq!(duty.rows().len(), view("").rows().len());
        assert_eq!(duty.columns.iter().filter(|column| !column.dimmed).count(), 1);
    }

    #[test]
    fn where_nothing_is_found_all_stays_and_is_dimmed() {
        let nothing = view("xyzzy");
        assert!(nothing.empty && nothing.columns.iter().all(|column| column.dimmed));
        assert_eq!(nothing.rows().len(), view("").rows().len());
        assert_eq!(nothing.moved(0, 0), None);
    }

    #[test]
    fn arrows_go_over_what_is_shown_and_page_keys_from_category_to_category() {
        let mut view = view("");
        view.selected = view.moved(0, 0);
        assert_eq!(view.place(), Some((0, 0)));
        let mut opened = Vec::new();
        loop {
            let cell = view.other_category(true).unwrap();
            if view.selected == Some(cell) {
                break;
            }
            view.selected = Some(cell);
            opened.push(view.row(view.place().unwrap().0).unwrap().category);
        }
        let last = opened.pop();
        assert_eq!(opened.last().copied(), last, "the last step goes to the last row");
        assert!(opened.is_sorted() && opened.len() > 15, "{opened:?}");
        view.set_filter("ec2".to_owned());
        view.selected = None;
        view.selected = view.moved(0, 0);
        view.selected = view.moved(99, 99);
        assert_eq!(view.place(), Some((view.rows().len() - 1, view.columns.len() - 1)));
        view.selected = view.other_category(false);
        assert_eq!(view.place(), Some((0, view.columns.len() - 1)));
    }
}
