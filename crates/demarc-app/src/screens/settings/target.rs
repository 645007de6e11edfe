//! By when it should be known: a day, what of, and what that takes.

use demarc_study::{Choice, Settings, Target};
use egui::Ui;

use super::row;
use crate::{
    cx::Cx,
    model::{action::Action, goal, words},
    theme::{Type, tokens},
    widgets::{button::Button, segmented, text},
};

/// Days ahead that one press names.
const AHEAD: [i32; 3] = [14, 30, 90];
/// Steps by which the day is moved.
const STEPS: [(&str, i32); 4] =
    [("A week sooner", -7), ("A day sooner", -1), ("A day later", 1), ("A week later", 7)];

/// Draws the rows.
pub fn ui(ui: &mut Ui, cx: &mut Cx<'_>, settings: &Settings) {
    let (today, stacked) = (cx.model.day(), cx.tiny());
    let ask = |cx: &mut Cx<'_>, target: Option<Target>| {
        let target = target.map(Box::new);
        cx.ask(Action::Settings(Settings { target, ..settings.clone() }));
    };
    let set = settings.target.as_deref();
    row(ui, stacked, "Know it by", "Each day leads up to it.", |ui| {
        let names = ["No day", "In 2 weeks", "In 30 days", "In 90 days"];
        let on = match set {
            None => 0,
            Some(it) => {
                let ahead = AHEAD.iter().position(|days| today.plus(*days) == it.by);
                ahead.map_or(names.len(), |at| at + 1)
            }
        };
        if let Some(picked) = segmented::segmented(ui, "Know it by", &names, on, None) {
            let of = set.map_or_else(Choice::default, |it| it.of.clone());
            let ahead = picked.checked_sub(1).and_then(|at| AHEAD.get(at));
            ask(cx, ahead.map(|days| Target { by: today.plus(*days), of }));
        }
    });
    let Some(target) = set else { return };
    row(ui, stacked, &words::weekday_long(target.by), "", |ui| {
        ui.horizontal_wrapped(|ui| {
            for (name, days) in STEPS {
                if Button::secondary(name).show(ui).clicked() {
                    let by = goal::moved(target.by, days, today);
                    ask(cx, Some(Target { by, of: target.of.clone() }));
                }
            }
        });
    });
    let chosen = Choice { length: Choice::default().length, ..settings.choice.clone() };
    let narrowed = chosen != Choice::default() || target.of != Choice::default();
    let what_of = |ui: &mut Ui| {
        let on = usize::from(target.of != Choice::default());
        let names = ["All rulings", "What Practice is set to"];
        if let Some(picked) = segmented::segmented(ui, "What of", &names, on, None) {
            let of = if picked == 0 { Choice::default() } else { chosen };
            ask(cx, Some(Target { by: target.by, of }));
        }
    };
    if narrowed {
        row(ui, stacked, "What of", "", what_of);
    }
    let tokens = tokens(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let passed = "That day has come. Name another, or none.".to_owned();
        let lines = match &cx.model.today().goal {
            Some(goal) => vec![&goal.left, &goal.takes, &goal.forecast],
            None => vec![&passed],
        };
        for line in lines {
            text::text(ui, line.as_str(), Type::Small, tokens.ink2);
        }
    });
}
