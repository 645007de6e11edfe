//! The matrix, kept ready: rows, columns, the line, the filter and the selected cell.

use demarc_catalogue::{Catalogue, Cell, DeploymentIx, DutyIx, Side};
use demarc_study::{Moment, Study};

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
    /// The category, where it begins here.
    pub opens_group: Option<String>,
    /// The ruling of each column.
    pub sides: Vec<Side>,
    /// Predicted recall of each column, where it was met.
    pub recall: Vec<Option<f32>>,
    /// Columns left of the line.
    pub line: usize,
    /// Whether the filter leaves it out.
    pub dimmed: bool,
}

/// The matrix and what the person does in it.
#[derive(Clone, Debug)]
pub struct ExploreView {
    /// Columns from the top of the stack.
    pub columns: Vec<ColumnView>,
    /// Rows by category.
    pub rows: Vec<RowView>,
    /// The selected cell.
    pub selected: Option<Cell>,
    /// The filter as typed.
    pub filter: String,
    /// Recall instead of rulings.
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
        let duties: Vec<DutyIx> = catalogue.duty_ixs().collect();
        for duty in duties.iter().rev() {
            let layer = catalogue.duty(*duty).layer;
            let opens_layer =
                columns.last().is_none_or(|last| catalogue.duty(last.duty).layer != layer);
            let label = catalogue.duty(*duty).label.clone();
            columns.push(ColumnView { duty: *duty, label, opens_layer, dimmed: false });
        }
        let mut rows: Vec<RowView> = Vec::new();
        let mut deployments: Vec<DeploymentIx> =
            catalogue.deployment_ixs().filter(|d| !catalogue.is_entry(*d)).collect();
        deployments.sort_by_key(|d| catalogue.service_of(*d).category);
        let mut category = None;
        for deployment in deployments {
            let service = catalogue.service_of(deployment);
            let opens_group = (category != Some(service.category))
                .then(|| catalogue.categories()[service.category.index()].name.clone());
            category = Some(service.category);
            rows.push(RowView {
                deployment,
                name: service.short.clone(),
                variant: catalogue.variant(deployment).to_owned(),
                opens_group,
                sides: columns
                    .iter()
                    .map(|column| catalogue.ruling(Cell { deployment, duty: column.duty }).side)
                    .collect(),
                recall: vec![None; columns.len()],
                line: duties.len() - catalogue.line(deployment).position,
                dimmed: false,
            });
        }
        let services = catalogue.services().len().saturating_sub(1);
        Self {
            columns,
            rows,
            selected: None,
            filter: String::new(),
            mastery: false,
            services,
            empty: false,
        }
    }

    /// Fills in what the person probably knows now.
    pub fn remember(&mut self, study: &Study, now: Moment) {
        for row in &mut self.rows {
            for (column, recall) in self.columns.iter().zip(&mut row.recall) {
                let cell = Cell { deployment: row.deployment, duty: column.duty };
                *recall = study.recall(cell, now);
            }
        }
    }

    /// Dims what does not match the filter: rows or columns that have all of its words; where none
    /// has, as in "lambda runtime", rows that have those words which rows have, and columns alike.
    pub fn set_filter(&mut self, catalogue: &Catalogue, text: String) {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let rows: Vec<String> =
            self.rows.iter().map(|row| row_words(catalogue, row).to_lowercase()).collect();
        let columns: Vec<String> = self
            .columns
            .iter()
            .map(|column| column_words(catalogue, column).to_lowercase())
            .collect();
        let has = |hay: &String, words: &[&String]| words.iter().all(|word| hay.contains(*word));
        let any = |hays: &[String], words: &[&String]| hays.iter().any(|hay| has(hay, words));
        let all: Vec<&String> = words.iter().collect();
        let (mut of_rows, mut of_columns) = (all.clone(), all);
        if !any(&rows, &of_rows) && !any(&columns, &of_columns) {
            of_rows.retain(|word| any(&rows, &[word]));
            of_columns.retain(|word| !of_rows.contains(word));
        }
        let (any_row, any_column) = (any(&rows, &of_rows), any(&columns, &of_columns));
        let both = of_rows.len() < words.len() || of_columns.len() < words.len();
        self.empty = if both { !(any_row && any_column) } else { !(any_row || any_column) };
        let empty = self.empty;
        for (row, hay) in self.rows.iter_mut().zip(&rows) {
            row.dimmed = empty || any_row && !has(hay, &of_rows);
        }
        for (column, hay) in self.columns.iter_mut().zip(&columns) {
            column.dimmed = empty || any_column && !has(hay, &of_columns);
        }
        self.filter = text;
    }

    /// Row and column of the selected cell.
    pub fn place(&self) -> Option<(usize, usize)> {
        let cell = self.selected?;
        let row = self.rows.iter().position(|row| row.deployment == cell.deployment)?;
        let column = self.columns.iter().position(|column| column.duty == cell.duty)?;
        Some((row, column))
    }

    /// Row and column of the first cell that the filter shows.
    pub fn first(&self) -> Option<(usize, usize)> {
        let row = self.rows.iter().position(|row| !row.dimmed)?;
        let column = self.columns.iter().position(|column| !column.dimmed)?;
        Some((row, column))
    }

    /// The cell at a row and a column.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        let deployment = self.rows.get(row)?.deployment;
        let duty = self.columns.get(column)?.duty;
        Some(Cell { deployment, duty })
    }

    /// The next cell down and right that the filter shows; the first if none is selected.
    pub fn moved(&self, down: isize, right: isize) -> Option<Cell> {
        let rows: Vec<usize> =
            (0..self.rows.len()).filter(|index| !self.rows[*index].dimmed).collect();
        let columns: Vec<usize> =
            (0..self.columns.len()).filter(|index| !self.columns[*index].dimmed).collect();
        let step = |list: &[usize], at: Option<usize>, by: isize| {
            let place = at.and_then(|at| list.iter().position(|index| *index == at));
            let next = match place {
                Some(place) => place.saturating_add_signed(by).min(list.len().saturating_sub(1)),
                None => 0,
            };
            list.get(next).copied()
        };
        let at = self.place();
        let row = step(&rows, at.map(|at| at.0), down)?;
        let column = step(&columns, at.map(|at| at.1), right)?;
        self.cell(row, column)
    }
}

/// The words by which a row is found.
fn row_words(catalogue: &Catalogue, row: &RowView) -> String {
    let service = catalogue.service_of(row.deployment);
    let category = &catalogue.categories()[service.category.index()].name;
    let name = catalogue.deployment_name(row.deployment);
    format!("{name} {} {} {category}", row.name, row.variant)
}

/// The words by which a column is found.
fn column_words(catalogue: &Catalogue, column: &ColumnView) -> String {
    let duty = catalogue.duty(column.duty);
    format!("{} {} {}", duty.label, duty.text, duty.layer.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(filter: &str) -> (Vec<String>, Vec<String>, bool) {
        let catalogue = Catalogue::shipped().unwrap();
        let mut view = ExploreView::of(&catalogue);
        view.set_filter(&catalogue, filter.to_owned());
        let rows = view.rows.iter().filter(|row| !row.dimmed).map(|row| row.name.clone());
        let columns = view.columns.iter().filter(|column| !column.dimmed);
        (rows.collect(), columns.map(|column| column.label.clone()).collect(), view.empty)
    }

    #[test]
    fn a_service_and_a_duty_can_be_looked_for_together() {
        let (rows, columns, empty) = shown("lambda hypervisor");
        assert!(!empty);
        assert!(!rows.is_empty() && rows.iter().all(|name| name == "Lambda"), "{rows:?}");
        assert_eq!(columns, ["Patch the hypervisor"]);
    }

    #[test]
    fn one_word_leaves_the_other_side_whole_and_nonsense_finds_nothing() {
        let (all_rows, all_columns, _) = shown("");
        let (rows, columns, _) = shown("lambda");
        assert!(rows.len() < all_rows.len());
        assert_eq!(columns, all_columns);
        assert_eq!(shown("hypervisor").0, all_rows);
        for nonsense in ["xyzzy", "lambda xyzzy"] {
            assert_eq!(shown(nonsense), (Vec::new(), Vec::new(), true));
        }
    }
}
