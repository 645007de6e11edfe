//! Insights: score over time, calibration, sessions, what is ahead, weakest duties.

mod cards;

use demarc_study::SessionSummary;
use egui::{CentralPanel, ComboBox, Frame, Margin, Role, ScrollArea, Sense, Stroke, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::{Action, Export, Start},
        insights::{InsightsView, PERIODS},
        route::Route,
        words,
    },
    parts::{at_most, at_right, card, region, shell, side_by_side},
    theme::{Type, tokens},
    widgets::{button::Button, focus, icon::Icon, segmented, text},
};

/// The screen; it remembers how many sessions are listed.
pub struct InsightsScreen {
    listed: usize,
}

impl Default for InsightsScreen {
    fn default() -> Self {
        Self { listed: LISTED }
    }
}

const LISTED: usize = 12;
const PAD: Margin = Margin { left: 16, right: 16, top: 12, bottom: 10 };

impl InsightsScreen {
    /// Draws Insights.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let side = if cx.narrow() { 20 } else { 28 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, 18));
        let model = cx.model;
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let Some(view) = model.insights() else { return };
            head(ui, cx, view);
            ui.add_space(10.0);
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                at_most(ui, 1240.0);
                let wide = !cx.tiny();
                two(ui, wide, 0.62, |ui| cards::score(ui, view), |ui| cards::calibration(ui, view));
                ui.add_space(14.0);
                if cx.narrow() {
                    two(
                        ui,
                        wide,
                        0.5,
                        |ui| cards::categories(ui, cx, view),
                        |ui| cards::ahead(ui, view),
                    );
                } else {
                    two(
                        ui,
                        wide,
                        0.40,
                        |ui| cards::categories(ui, cx, view),
                        |ui| cards::ahead(ui, view),
                    );
                }
                ui.add_space(14.0);
                duties(ui, cx, view);
                ui.add_space(14.0);
                self.sessions(ui, cx, view);
                ui.add_space(16.0);
            });
        });
    }

    fn sessions(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &InsightsView) {
        let tokens = tokens(ui);
        let sessions = &view.figures.sessions;
        card::card(ui, PAD, |ui| {
            let remark = words::count(sessions.len(), "session", "sessions");
            card::head(ui, "Past sessions", &remark);
            if sessions.is_empty() {
                text::text(ui, "Sessions appear here once you end one.", Type::Small, tokens.ink2);
                return;
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            for session in sessions.iter().take(self.listed) {
                if session_row(ui, session) {
                    cx.ask(Action::Go(Route::Report(session.id)));
                }
            }
            if sessions.len() > self.listed {
                ui.add_space(6.0);
                let more = format!("Show {} more", (sessions.len() - self.listed).min(50));
                if Button::quiet(&more).show(ui).clicked() {
                    self.listed += 50;
                }
            }
        });
    }
}

/// Two cards side by side, or one above the other.
fn two(
    ui: &mut Ui,
    wide: bool,
    share: f32,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    if !wide {
        left(ui);
        ui.add_space(14.0);
        right(ui);
        return;
    }
    let gap = 14.0;
    let width = ui.available_width() - gap;
    side_by_side(ui, (width * share, width * (1.0 - share)), gap, left, right);
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>, view: &InsightsView) {
    if cx.tiny() {
        ui.horizontal(|ui| card::title(ui, "Insights", ""));
        ui.horizontal_wrapped(|ui| choices(ui, cx, view));
        return;
    }
    ui.horizontal(|ui| {
        let remark = words::count(view.figures.answers, "answer", "answers");
        card::title(ui, "Insights", if cx.narrow() { "" } else { &remark });
        at_right(ui, "figures", |ui| choices(ui, cx, view));
    });
}

/// What the figures are about, how far back they go, and where they can be taken.
fn choices(ui: &mut Ui, cx: &mut Cx<'_>, view: &InsightsView) {
    let mut scope = view.scope.clone();
    let combo = ComboBox::from_id_salt("scope")
        .selected_text(text::rich(&view.scope_name, Type::SmallMedium, tokens(ui).ink))
        .width(150.0)
        .height(420.0);
    let response = combo.show_ui(ui, |ui| {
        for (choice, name) in &view.scopes {
            ui.selectable_value(&mut scope, choice.clone(), name);
        }
    });
    region::region(&response.response);
    let _ = response.response.accessible_name(format!("About: {}", view.scope_name));
    if scope != view.scope {
        cx.ask(Action::Insights(view.period, scope));
    }
    let names = PERIODS.map(|(_, name)| name);
    let on = PERIODS.iter().position(|(it, _)| *it == view.period).unwrap_or(3);
    if let Some(picked) = segmented::segmented(ui, "Period", &names, on, None) {
        cx.ask(Action::Insights(PERIODS[picked].0, view.scope.clone()));
    }
    let export = Button::secondary("Export CSV").icon(Icon::Download);
    let export = export.key(cx.cap(Id::ExportCsv)).show(ui);
    if export.clicked() {
        cx.ask(Action::Export(Export::Csv));
    }
}

fn duties(ui: &mut Ui, cx: &mut Cx<'_>, view: &InsightsView) {
    let tokens = tokens(ui);
    card::card(ui, PAD, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(32.0);
            text::fixed(ui, "Weakest duties", Type::Heading, tokens.ink);
            if !view.figures.duties.is_empty() {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let drill = Button::quiet("Drill weakest spots").key(cx.cap(Id::Weakest));
                    if drill.show(ui).clicked() {
                        cx.ask(Action::Start(Start::Weakest));
                    }
                });
            }
        });
        if view.figures.duties.is_empty() {
            text::text(ui, "Nothing was missed in this period.", Type::Small, tokens.ink2);
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let columns: [(&str, f32); 4] =
            [("Duty", 0.0), ("Seen", 70.0), ("Right", 70.0), ("Sure and wrong", 120.0)];
        table_row(ui, &columns.map(|(name, _)| name.to_owned()), &columns, true);
        for duty in view.figures.duties.iter().take(7) {
            let label = cx.model.catalogue().duty(duty.duty).label.clone();
            let right = duty.tally.score().unwrap_or(0.0);
            let cells = [
                label,
                duty.tally.n().to_string(),
                format!("{:.0}%", right * 100.0),
                duty.sure_and_wrong.to_string(),
            ];
            if table_row(ui, &cells, &columns, false) {
                cx.ask(Action::Start(Start::Duty(duty.duty)));
            }
        }
    });
}

/// A row of a table whose first column takes what the others leave.
fn table_row(ui: &mut Ui, cells: &[String; 4], columns: &[(&str, f32); 4], head: bool) -> bool {
    let tokens = tokens(ui);
    let sense = if head { Sense::hover() } else { Sense::click() };
    let height = if head { 22.0 } else { 29.0 };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), sense);
    if !head {
        response.widget_info(|| {
            let label = format!(
                "{}: seen {}, right {}, sure and wrong {}. Practise this duty",
                cells[0], cells[1], cells[2], cells[3]
            );
            egui::WidgetInfo::labeled(Role::Button, true, label)
        });
    }
    if response.hovered() && !head {
        ui.painter().rect_filled(rect, 4, tokens.hover);
    }
    let (style, ink) =
        if head { (Type::MicroMedium, tokens.ink3) } else { (Type::Cell, tokens.ink) };
    let mut right = rect.right();
    for index in (1..4).rev() {
        let at = egui::pos2(right, rect.center().y);
        let align = egui::Align2::RIGHT_CENTER;
        ui.painter().text(at, align, &cells[index], style.font(), ink);
        right -= columns[index].1;
    }
    let room = egui::Rect::from_min_max(rect.min, egui::pos2(right - 8.0, rect.bottom()));
    let at = egui::pos2(rect.left(), rect.center().y);
    let first = if head { style } else { Type::Label };
    let align = egui::Align2::LEFT_CENTER;
    ui.painter_at(room).text(at, align, &cells[0], first.font(), ink);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.hair));
    focus::ring_inside(ui, &response, 4);
    response.clicked()
}

fn session_row(ui: &mut Ui, session: &SessionSummary) -> bool {
    let tokens = tokens(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 32.0), Sense::click());
    let when = words::moment_short(session.started);
    let score = format!("{:.0}%", session.score * 100.0);
    let right = format!("{} of {} right", session.right, session.questions);
    response.widget_info(|| {
        let label = format!("{when}, {}: {right}, {score}. Open the session", session.title);
        egui::WidgetInfo::labeled(Role::Button, true, label)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, 4, tokens.hover);
    }
    let y = rect.center().y;
    let left = egui::Align2::LEFT_CENTER;
    let mut x = rect.left() + 4.0;
    ui.painter().text(egui::pos2(x, y), left, when, Type::Cell.font(), tokens.ink2);
    x += 116.0;
    let room = egui::Rect::from_min_max(
        egui::pos2(x, rect.top()),
        egui::pos2(rect.right() - 200.0, rect.bottom()),
    );
    ui.painter_at(room).text(
        egui::pos2(x, y),
        left,
        &session.title,
        Type::Label.font(),
        tokens.ink,
    );
    let align = egui::Align2::RIGHT_CENTER;
    let at = egui::pos2(rect.right() - 4.0, y);
    ui.painter().text(at, align, score, Type::LabelBold.font(), tokens.ink);
    let at = egui::pos2(rect.right() - 64.0, y);
    ui.painter().text(at, align, right, Type::Cell.font(), tokens.ink2);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.hair));
    focus::ring_inside(ui, &response, 4);
    response.clicked()
}
