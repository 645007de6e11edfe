//! The section Draw the line: what it is, and where to begin.

use demarc_study::Choice;
use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{action::Action, asked::line},
    parts::{at_most, card, region, shell, stack},
    theme::{Type, tokens},
    widgets::{button::Button, text},
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct DrawScreen;

impl DrawScreen {
    /// Draws the section.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let side = if cx.narrow() { 20 } else { 28 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, 22));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                at_most(ui, 860.0);
                ui.horizontal(|ui| card::title(ui, "Draw the line", ""));
                ui.add_space(12.0);
                begin(ui, cx);
                ui.add_space(18.0);
                categories(ui, cx);
            });
        });
    }
}

fn begin(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    let model = cx.model;
    card::card(ui, Margin::symmetric(20, 16), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let how = "One stack at a time. Put the line under the last layer that is yours, then flip each duty that does not follow its layer. Each layer and each exception counts a point.";
        text::text(ui, how, Type::Body, tokens.ink);
        let button = Button::primary("Draw four lines").main().key(cx.cap(Id::StartLines)).show(ui);
        region::region(&button);
        if button.clicked() {
            cx.ask_command(Id::StartLines);
        }
        if let Some(shown) = model.first_run().examples.first().map(|example| &example.stack) {
            ui.add_space(4.0);
            card::head(ui, &shown.title, &shown.variant);
            stack::stack(ui, cx, shown, None, 28.0);
        }
    });
}

/// The same of one category alone.
fn categories(ui: &mut Ui, cx: &mut Cx<'_>) {
    card::head(ui, "Or of one category", "Find (Ctrl K) draws the line on any one service");
    ui.add_space(4.0);
    let chips = cx.model.choices().categories.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 8.0);
        let catalogue = cx.model.catalogue().clone();
        let drawn = |id: &str| {
            let Some(category) = catalogue.find_category(id) else { return false };
            let of = |at: &demarc_catalogue::DeploymentIx| {
                catalogue.service_of(*at).category == category && !catalogue.is_entry(*at)
            };
            catalogue.deployment_ixs().any(|at| of(&at))
        };
        for chip in chips.iter().filter(|chip| drawn(&chip.id)) {
            let button = Button::secondary(&chip.name).show(ui);
            let button = button.accessible_name(format!("Draw lines: {}", chip.name));
            if button.clicked() {
                let choice = Choice { categories: vec![chip.id.clone()], ..Choice::default() };
                cx.ask(Action::Start(line::start(choice)));
            }
        }
    });
}
