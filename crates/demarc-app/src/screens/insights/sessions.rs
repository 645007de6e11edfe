//! The list of past sessions.

use demarc_study::SessionSummary;
use egui::{Role, Sense, Stroke, Ui, Vec2};

use super::PAD;
use crate::{
    cx::Cx,
    model::{action::Action, insights::Figures, route::Route, words},
    parts::card,
    theme::{Type, tokens},
    widgets::{button::Button, focus, text},
};

/// How many sessions are listed at first.
pub const LISTED: usize = 12;

/// Lists past sessions, as many as `listed` says, and more if asked for.
pub fn sessions(ui: &mut Ui, cx: &mut Cx<'_>, figures: &Figures, listed: &mut usize) {
    let tokens = tokens(ui);
    let sessions = &figures.insights.sessions;
    card::card(ui, PAD, |ui| {
        let remark = words::count(sessions.len(), "session", "sessions");
        card::head(ui, "Past sessions", &remark);
        if sessions.is_empty() {
            text::text(ui, "Sessions appear here once you end one.", Type::Small, tokens.ink2);
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for session in sessions.iter().take(*listed) {
            if session_row(ui, session) {
                cx.ask(Action::Go(Route::Report(session.id)));
            }
        }
        if sessions.len() > *listed {
            ui.add_space(6.0);
            let more = format!("Show {} more", (sessions.len() - *listed).min(50));
            if Button::quiet(&more).show(ui).clicked() {
                *listed += 50;
            }
        }
    });
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
