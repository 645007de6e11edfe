//! The matrix of deployments by duties, the line through it, and the drawer with a ruling.

mod drawer;
mod heads;

use demarc_catalogue::Side;
use egui::{CentralPanel, Frame, Margin, Stroke, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{action::Action, explore::ExploreView, mastery, words},
    parts::{at_right, card, drawer as part, region, shell},
    theme::{Type, tokens},
    widgets::{
        button::Button,
        field, glyph,
        icon::Icon,
        matrix::{self, Column, Matrix, Row},
        segmented, text,
    },
};

/// The room that the choice of what is shown needs beside the filter, in points.
const SHOW_WIDTH: f32 = 210.0;

/// The screen; it remembers what is half typed, and which cell and which find were shown last.
#[derive(Default)]
pub struct ExploreScreen {
    filter: String,
    revealed: Option<demarc_catalogue::Cell>,
    found: String,
    drawer: drawer::Drawer,
    heads: heads::Heads,
}

impl ExploreScreen {
    /// Draws the matrix and, where a cell is selected, its drawer.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        if let Some(ruling) = cx.model.drawer() {
            part::drawer(ui, cx, "drawer", drawer::WIDTH, |ui, cx| self.drawer.ui(ui, cx, ruling));
        }
        let frame = Frame::new().inner_margin(Margin { left: 20, right: 14, top: 18, bottom: 4 });
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            self.head(ui, cx);
            ui.add_space(6.0);
            if cx.model.explore().empty {
                self.nothing(ui, cx);
            }
            self.matrix(ui, cx);
        });
    }

    fn head(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let explore = cx.model.explore();
        if self.filter != explore.filter {
            self.filter.clone_from(&explore.filter);
        }
        ui.horizontal(|ui| {
            let remark = match explore.found() {
                Some((rows, duties)) => format!(
                    "{}, {}",
                    words::count(rows, "deployment", "deployments"),
                    words::count(duties, "duty", "duties")
                ),
                None => format!("{} services, {} duties", explore.services, explore.columns.len()),
            };
            let drawn = cx.model.drawer().is_some() && cx.window.x < 1200.0;
            card::title(ui, "Explore", if drawn || cx.tiny() { "" } else { &remark });
            let (least, show) = if cx.tiny() { (90.0, 160.0) } else { (120.0, SHOW_WIDTH) };
            let width = (ui.available_width() - show).clamp(least, 220.0);
            at_right(ui, "filter", |ui| {
                let key = |id| Some(cx.cap(id)).filter(|cap| !cap.is_empty() && !cx.tiny());
                let (filter, mastery) = (key(Id::Filter), key(Id::Mastery));
                let focus = cx.pressed(Id::Filter);
                let response = field::field(
                    ui,
                    &mut self.filter,
                    &field::Look {
                        name: "Filter services and duties",
                        hint: "Service or duty",
                        icon: Some(Icon::Find),
                        key: filter,
                        width,
                        focus,
                    },
                );
                region::region(&response);
                if response.changed() {
                    cx.ask(Action::Filter(self.filter.clone()));
                }
                let on = usize::from(explore.mastery);
                let choices = ["Rulings", "Mastery"];
                if let Some(picked) = segmented::segmented(ui, "Show", &choices, on, mastery) {
                    cx.ask(Action::Mastery(picked == 1));
                }
            });
        });
    }

    fn nothing(&self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tokens = tokens(ui);
        ui.horizontal(|ui| {
            let words = format!("No service or duty matches \u{201c}{}\u{201d}.", self.filter);
            text::fixed(ui, words, Type::BodyMedium, tokens.ink);
            if Button::quiet("Clear").key("Esc").show(ui).clicked() {
                cx.ask(Action::Filter(String::new()));
            }
        });
    }

    fn matrix(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let explore = cx.model.explore();
        let columns: Vec<Column<'_>> = explore
            .columns
            .iter()
            .map(|column| Column {
                label: &column.label,
                opens_layer: column.opens_layer,
                dimmed: column.dimmed,
            })
            .collect();
        let categories = cx.model.catalogue().categories();
        let rows: Vec<Row<'_>> = explore
            .rows()
            .map(|row| Row {
                name: &row.name,
                variant: &row.variant,
                group: &categories[row.category.index()].name,
                sides: &row.sides,
                known: &row.known,
                line: row.line,
                dimmed: explore.empty,
            })
            .collect();
        let reveal = if explore.selected != self.revealed {
            explore.place()
        } else if explore.filter != self.found && !explore.filter.is_empty() {
            explore.first()
        } else {
            None
        };
        self.revealed = explore.selected;
        self.found.clone_from(&explore.filter);
        let spoken = match cx.model.drawer() {
            Some(ruling) => {
                format!("{}, {}, {}", ruling.deployment, ruling.label, glyph::word(ruling.side))
            }
            None => "Matrix of rulings. Arrows move from cell to cell.".to_owned(),
        };
        let rect = ui.available_rect_before_wrap();
        let event = Matrix {
            columns: &columns,
            rows: &rows,
            selected: explore.place(),
            reveal,
            mastery: explore.mastery,
            spoken,
        }
        .show(ui);
        legend(ui, rect.min, explore.mastery, cx);
        if let Some((row, column)) = event.clicked {
            cx.ask(Action::Select(explore.cell(row, column)));
        }
        self.heads.ui(cx, explore, &event);
        if let Some((row, column)) = event.hovered {
            tip(ui, cx, explore, row, column);
        }
    }
}

/// What the marks mean, in the corner above the names.
fn legend(ui: &mut Ui, corner: egui::Pos2, known: bool, cx: &Cx<'_>) {
    let tokens = tokens(ui);
    let rect = egui::Rect::from_min_size(corner + Vec2::new(0.0, 6.0), Vec2::new(160.0, 120.0));
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    let ui = &mut ui;
    ui.spacing_mut().item_spacing.y = 5.0;
    if known {
        let steps = ["Under 30% known", "30 to 49%", "50 to 69%", "70 to 87%", "88% and up"];
        let met = |step| matrix::Step::Met(step);
        let marks = steps.into_iter().enumerate().map(|(step, words)| (met(step), words));
        let others = [
            (matrix::Step::Inferred(3), "small: never met"),
            (matrix::Step::Unsure, "not enough answers"),
        ];
        ui.spacing_mut().item_spacing.y = 3.0;
        for (step, words) in marks.chain(others) {
            ui.horizontal(|ui| {
                let (square, _) =
                    ui.allocate_exact_size(Vec2::new(17.0, 15.0), egui::Sense::hover());
                matrix::paint_known(ui.painter(), square, step, &|ink| ink, tokens);
                text::fixed(ui, words, Type::Micro, tokens.ink2);
            });
        }
        return;
    }
    let provider = &cx.model.catalogue().provider().name;
    for (side, words) in [
        (Side::In, "IN, you".to_owned()),
        (Side::Of, format!("OF, {provider}")),
        (Side::None, "no such duty".to_owned()),
    ] {
        ui.horizontal(|ui| {
            glyph::glyph(ui, side, glyph::Size::Small);
            text::fixed(ui, words, Type::Micro, tokens.ink2);
        });
    }
    ui.horizontal(|ui| {
        let (square, _) = ui.allocate_exact_size(Vec2::splat(14.0), egui::Sense::hover());
        let stroke = Stroke::new(2.5, tokens.ink);
        ui.painter().vline(square.center().x, square.y_range(), stroke);
        text::fixed(ui, "the line", Type::Micro, tokens.ink2);
    });
}

fn tip(ui: &mut Ui, cx: &Cx<'_>, explore: &ExploreView, row: usize, column: usize) {
    let Some(cell) = explore.cell(row, column) else { return };
    let catalogue = cx.model.catalogue();
    let side = catalogue.ruling(cell).side;
    let Some(row) = explore.row(row) else { return };
    let known = row.known[column];
    let column = &explore.columns[column];
    let name = if row.variant.is_empty() {
        row.name.clone()
    } else {
        format!("{}, {}", row.name, row.variant)
    };
    egui::Tooltip::always_open(
        ui.ctx().clone(),
        ui.layer_id(),
        egui::Id::unique("matrix tip"),
        egui::PopupAnchor::Pointer,
    )
    .gap(14.0)
    .show(|ui| {
        let tokens = tokens(ui);
        ui.set_max_width(380.0);
        ui.horizontal(|ui| {
            glyph::glyph(ui, side, glyph::Size::Small);
            let words = format!("{name} \u{b7} {}", column.label);
            text::fixed(ui, words, Type::SmallMedium, tokens.ink);
        });
        if explore.mastery {
            match known {
                Some(it) => {
                    let (first, then) = mastery::in_words(&it);
                    text::text(ui, first, Type::Small, tokens.ink);
                    text::text(ui, then, Type::Small, tokens.ink2);
                }
                None => {
                    text::text(ui, "Never asked", Type::Small, tokens.ink2);
                }
            }
        } else {
            let why = catalogue.explain(cell).why;
            let word =
                if side.is_askable() { format!("{}: ", glyph::word(side)) } else { String::new() };
            text::text(ui, format!("{word}{why}"), Type::Small, tokens.ink2);
        }
    });
}
