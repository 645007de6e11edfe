//! The day by which it should be known: what it takes and what will be known then.

use egui::{Margin, Ui};

use crate::{
    model::{goal::GoalView, today::TodayView},
    parts::card,
    theme::{Type, tokens},
    widgets::text,
};

/// Draws the card; nothing where no day was named.
pub fn ui(ui: &mut Ui, today: &TodayView) {
    let Some(goal) = &today.goal else { return };
    ui.add_space(16.0);
    shown(ui, goal);
}

fn shown(ui: &mut Ui, goal: &GoalView) {
    let tokens = tokens(ui);
    card::card(ui, Margin::symmetric(18, 14), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        card::head(ui, &goal.head, &goal.left);
        let ink = if goal.suffices { tokens.ink2 } else { tokens.ink };
        text::text(ui, goal.takes.as_str(), Type::Body, ink);
        text::text(ui, goal.forecast.as_str(), Type::Small, tokens.ink2);
    });
}
