//! What is probably known of each cell of the matrix today, and the drills that follow from it.

use demarc_catalogue::{Catalogue, Cell, DeploymentIx};
use demarc_study::{CellEstimate, Moment, Study};

use super::{Model, explore::ExploreView};

/// How many of the weakest cells a drill asks.
const WEAKEST: usize = 10;

impl ExploreView {
    /// Works out what the person probably knows of each cell now, where that is shown.
    pub fn remember(&mut self, study: &Study, now: Moment) {
        if !self.mastery {
            return;
        }
        let (catalogue, today) = (study.catalogue(), now.day().date());
        let mut places = Vec::new();
        let mut cells = Vec::new();
        for (at, row) in self.rows.iter_mut().enumerate() {
            row.known.fill(None);
            for (column, view) in self.columns.iter().enumerate() {
                let cell = Cell { deployment: row.deployment, duty: view.duty };
                if catalogue.asked(cell, today) {
                    places.push((at, column));
                    cells.push(cell);
                }
            }
        }
        let each = study.knowing(now).each(&cells);
        for ((row, column), it) in places.into_iter().zip(each) {
            self.rows[row].known[column] = Some(it);
        }
    }

    /// What is believed of a cell; none if it is not asked, or mastery is not shown.
    pub fn known(&self, cell: Cell) -> Option<CellEstimate> {
        let row = self.rows.iter().find(|row| row.deployment == cell.deployment)?;
        let column = self.columns.iter().position(|column| column.duty == cell.duty)?;
        row.known.get(column).copied().flatten().filter(|_| self.mastery)
    }
}

impl Model {
    /// The deployment whose row is selected in the matrix, with how many of its duties are asked.
    pub fn row_in_view(&self) -> Option<(DeploymentIx, usize)> {
        let cell = self.explore().selected?;
        let asked = row(self.catalogue(), cell.deployment, self.day().date()).count();
        (asked > 0).then_some((cell.deployment, asked))
    }

    /// The asked cells of a row that are least probably known, the weakest first.
    pub(super) fn weakest_of(&self, deployment: DeploymentIx, now: Moment) -> Vec<Cell> {
        let mut cells: Vec<Cell> = row(self.catalogue(), deployment, now.day().date()).collect();
        let each = self.study().knowing(now).each(&cells);
        let mut weak: Vec<(CellEstimate, Cell)> = each.into_iter().zip(cells.drain(..)).collect();
        weak.sort_by(|one, other| one.0.chance.total_cmp(&other.0.chance));
        weak.into_iter().take(WEAKEST).map(|it| it.1).collect()
    }
}

/// The cells of a deployment that are asked on a day.
fn row(
    catalogue: &Catalogue,
    deployment: DeploymentIx,
    today: demarc_catalogue::Date,
) -> impl Iterator<Item = Cell> {
    let cells = catalogue.duty_ixs().map(move |duty| Cell { deployment, duty });
    cells.filter(move |cell| catalogue.asked(*cell, today))
}

/// What is believed of a cell in words: a sentence, and how sure that is.
pub fn in_words(it: &CellEstimate) -> (String, String) {
    if !it.enough {
        let so = "Not enough answers yet to tell.".to_owned();
        return (so, "You never met it, and little that is like it.".to_owned());
    }
    let percent = |share: f32| format!("{:.0}", share * 100.0);
    let chance = percent(it.chance);
    let first = if it.met {
        format!("You would answer right with a chance of {chance}% today.")
    } else {
        format!("Never met. From others like it: right with a chance of {chance}% today.")
    };
    let (low, high) = (percent(it.low), percent(it.high));
    (first, format!("Luck taken out, {}% known, between {low} and {high}.", percent(it.known)))
}
