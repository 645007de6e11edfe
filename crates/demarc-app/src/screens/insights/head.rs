//! The head: what the figures are about, how far back they go, and where they can be taken.

use egui::{ComboBox, Ui};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::Action,
        insights::{InsightsStep, InsightsView, PERIODS},
        words,
    },
    parts::{at_right, card, region},
    theme::{Type, tokens},
    widgets::{button::Button, icon::Icon, segmented, text},
};

/// Draws the head; `tables` says whether every card shows its table.
pub fn head(ui: &mut Ui, cx: &mut Cx<'_>, view: &InsightsView, tables: bool) {
    if cx.tiny() {
        ui.horizontal(|ui| card::title(ui, "Insights", &remark(view)));
        ui.horizontal_wrapped(|ui| choices(ui, cx, view, tables));
        return;
    }
    ui.horizontal(|ui| {
        card::title(ui, "Insights", &if cx.narrow() { counting(view) } else { remark(view) });
        at_right(ui, "figures", |ui| choices(ui, cx, view, tables));
    });
}

/// How many answers there are, or that they are still being counted.
fn remark(view: &InsightsView) -> String {
    let counting = counting(view);
    if !counting.is_empty() {
        return counting;
    }
    let answers = view.figures.as_ref().map(|it| it.insights.answers);
    answers.map_or_else(String::new, |it| words::count(it, "answer", "answers"))
}

fn counting(view: &InsightsView) -> String {
    match view.counting {
        Some(counting) if counting.says_so => "Counting your answers\u{2026}".to_owned(),
        _ => String::new(),
    }
}

fn choices(ui: &mut Ui, cx: &mut Cx<'_>, view: &InsightsView, tables: bool) {
    let show = |period, scope| Action::Insights(InsightsStep::Show(period, scope));
    let mut scope = view.scope.clone();
    let combo = ComboBox::from_id_salt("scope")
        .selected_text(text::rich(&view.scope_name, Type::SmallMedium, tokens(ui).ink))
        .width(140.0)
        .height(420.0);
    let response = combo.show_ui(ui, |ui| {
        for (choice, name) in &view.scopes {
            ui.selectable_value(&mut scope, choice.clone(), name);
        }
    });
    region::region(&response.response);
    let _ = response.response.accessible_name(format!("About: {}", view.scope_name));
    if scope != view.scope {
        cx.ask(show(view.period, scope));
    }
    let names = PERIODS.map(|(_, name)| name);
    let on = PERIODS.iter().position(|(it, _)| *it == view.period).unwrap_or(3);
    if let Some(picked) = segmented::segmented(ui, "Period", &names, on, None) {
        cx.ask(show(PERIODS[picked].0, view.scope.clone()));
    }
    let cap = cx.cap(Id::Tables);
    let forms = ["Charts", "Tables"];
    if segmented::segmented(ui, "Show", &forms, usize::from(tables), Some(cap)).is_some() {
        cx.ask_eye(Id::Tables);
    }
    let export = Button::secondary("Export").icon(Icon::Download);
    if export.key(cx.cap(Id::ExportFigures)).show(ui).clicked() {
        cx.ask(Action::Insights(InsightsStep::Export));
    }
}
