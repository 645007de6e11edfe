//! What can be done from the names and the heads of the matrix by pointer: a small menu.

use egui::{Popup, Response, SetOpenCommand, Ui};

use crate::{
    cx::Cx,
    model::{
        action::{Action, Start},
        explore::ExploreView,
        words,
    },
    theme::{Type, tokens},
    widgets::{button::Button, matrix::Event, text},
};

/// The row and the column whose menu was opened last.
#[derive(Default)]
pub struct Heads {
    row: Option<usize>,
    column: Option<usize>,
}

impl Heads {
    /// Shows the menu of the head that was clicked.
    pub fn ui(&mut self, cx: &mut Cx<'_>, explore: &ExploreView, event: &Event) {
        if let Some(names) = &event.names.response {
            if names.clicked() {
                self.row = event.names.at;
            }
            let row = self.row;
            menu(names).show(|ui| match row {
                Some(row) => of_row(ui, cx, explore, row),
                None => ui.close(),
            });
        }
        if let Some(heads) = &event.heads.response {
            if heads.clicked() {
                self.column = event.heads.at;
            }
            let column = self.column;
            menu(heads).show(|ui| match column {
                Some(column) => of_column(ui, cx, explore, column),
                None => ui.close(),
            });
        }
    }
}

/// A menu where the pointer was when it clicked. One that toggles would not know that place.
fn menu(strip: &Response) -> Popup<'_> {
    let open = strip.clicked().then_some(SetOpenCommand::Bool(true));
    Popup::menu(strip).at_pointer_fixed().open_memory(open)
}

fn of_row(ui: &mut Ui, cx: &mut Cx<'_>, explore: &ExploreView, place: usize) {
    let Some(row) = explore.row(place) else { return };
    let name = match row.variant.as_str() {
        "" => row.name.clone(),
        variant => format!("{}, {variant}", row.name),
    };
    text::fixed(ui, name, Type::SmallBold, tokens(ui).ink);
    let today = cx.model.day().date();
    let cells = explore.columns.iter().enumerate().filter_map(|(at, _)| explore.cell(place, at));
    let asked = cells.filter(|cell| cx.model.catalogue().asked(*cell, today)).count();
    let label = format!("Practise this row, {}", words::count(asked, "ruling", "rulings"));
    act(ui, cx, &label, asked > 0, Action::Start(Start::Row(row.deployment)));
    let weakest = Action::Start(Start::WeakestOf(row.deployment));
    act(ui, cx, "Practise this row\u{2019}s weakest", asked > 0, weakest);
}

fn of_column(ui: &mut Ui, cx: &mut Cx<'_>, explore: &ExploreView, place: usize) {
    let Some(column) = explore.columns.get(place) else { return };
    text::fixed(ui, column.label.as_str(), Type::SmallBold, tokens(ui).ink);
    let duty = Action::Start(Start::Duty(column.duty));
    act(ui, cx, "Practise this duty everywhere", true, duty);
}

fn act(ui: &mut Ui, cx: &mut Cx<'_>, label: &str, enabled: bool, action: Action) {
    if Button::quiet(label).enabled(enabled).show(ui).clicked() {
        ui.close();
        cx.ask(action);
    }
}
