//! Today: what is due, the weakest spots, mastery by layer, the score.

mod aside;
mod goal;
mod lesson;
mod slipping;

use demarc_study::Kept;
use egui::{
    CentralPanel, CornerRadius, Frame, Margin, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    Vec2,
};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::{Action, Start},
        today::{SpotView, TodayView},
        words,
    },
    parts::{at_most, at_right, card, region, shell, side_by_side},
    theme::{Type, tokens},
    widgets::{button::Button, focus, glyph, text},
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct TodayScreen;

impl TodayScreen {
    /// Draws Today.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let narrow = cx.narrow();
        let margin = if narrow { Margin::symmetric(20, 16) } else { Margin::symmetric(28, 22) };
        let frame = Frame::new().inner_margin(margin);
        let model = cx.model;
        let today = model.today();
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                at_most(ui, 1240.0);
                head(ui, cx, today);
                ui.add_space(12.0);
                let (side, gap) = if narrow { (292.0, 16.0) } else { (372.0, 24.0) };
                if cx.tiny() {
                    left(ui, cx, today);
                    ui.add_space(16.0);
                    aside::ui(ui, today);
                    return;
                }
                let width = ui.available_width() - side - gap;
                side_by_side(
                    ui,
                    (width, side),
                    gap,
                    |ui| left(ui, cx, today),
                    |ui| aside::ui(ui, today),
                );
            });
        });
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>, today: &TodayView) {
    if cx.tiny() {
        ui.horizontal(|ui| card::title(ui, "Today", &today.date));
        ui.horizontal(|ui| streak(ui, today));
        return;
    }
    ui.horizontal(|ui| {
        card::title(ui, "Today", &today.date);
        at_right(ui, "streak", |ui| streak(ui, today));
    });
}

fn streak(ui: &mut Ui, today: &TodayView) {
    let days = today.streak.days;
    let words = if days == 1 { "1-day streak".to_owned() } else { format!("{days}-day streak") };
    text::fixed(ui, words, Type::SmallBold, tokens(ui).ink);
    ui.add_space(4.0);
    self::days(ui, &today.streak.last);
}

/// The last eight days, today at the right.
fn days(ui: &mut Ui, kept: &[Kept; 8]) {
    let tokens = tokens(ui);
    let width = 8.0 * 16.0 + 7.0 * 4.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 16.0), Sense::hover());
    let counted = kept.iter().filter(|day| day.counts()).count();
    response.widget_info(|| {
        let label = format!("{counted} of the last 8 days count for the streak");
        egui::WidgetInfo::labeled(Role::Figure, true, label)
    });
    for (index, day) in kept.iter().enumerate() {
        let square = egui::Rect::from_min_size(
            egui::pos2(rect.left() + 20.0 * index as f32, rect.top()),
            Vec2::splat(16.0),
        );
        let radius = CornerRadius::same(3);
        if *day == Kept::Practised {
            ui.painter().rect_filled(square, radius, tokens.ink);
        } else {
            let ink = if day.counts() || index == 7 { tokens.ink } else { tokens.edge };
            let width = if index == 7 { 2.0 } else { 1.5 };
            let stroke = Stroke::new(width, ink);
            ui.painter().rect_stroke(square, radius, stroke, StrokeKind::Inside);
            if day.counts() && index != 7 {
                ui.painter().circle_filled(square.center(), 2.0, tokens.ink);
            }
        }
    }
    response.on_hover_text(
        "Filled: you practised. A dot: nothing was due, or a rest day. The last square is today.",
    );
}

fn left(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    // Someone new is led to the first lesson; later the next one stands below what is due.
    if today.answers == 0 {
        lesson::ui(ui, cx, 0.0, 16.0);
    }
    due(ui, cx, today);
    goal::ui(ui, today);
    if today.answers > 0 {
        lesson::ui(ui, cx, 16.0, 0.0);
    }
    if let Some((title, left)) = &today.left_open {
        ui.add_space(16.0);
        resume(ui, cx, title, *left);
    }
    if !today.changed.is_empty() {
        ui.add_space(16.0);
        changed(ui, cx, today);
    }
    slipping::ui(ui, cx, today);
    ui.add_space(18.0);
    weakest(ui, cx, today);
}

fn due(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    let tokens = tokens(ui);
    let margin = if cx.narrow() { Margin::symmetric(16, 14) } else { Margin::symmetric(22, 18) };
    card::card(ui, margin, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let style = if cx.narrow() { Type::Question } else { Type::Display };
        let response = text::text(ui, today.headline.as_str(), style, tokens.ink);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_label(today.headline.as_str());
            node.set_level(2);
        });
        text::text(ui, today.about.as_str(), Type::Body, tokens.ink2);
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(10.0, 8.0);
            let learn = format!("Learn {} new", today.learn);
            if today.due > 0 {
                let start = Button::primary("Start review").main().key(cx.cap(Id::StartReview));
                let start = start.show(ui);
                region::region(&start);
                if start.clicked() {
                    cx.ask(Action::Start(Start::Due));
                }
                if today.learn > 0 {
                    let button = Button::secondary(&learn).main().key(cx.cap(Id::LearnNew));
                    if button.show(ui).clicked() {
                        cx.ask(Action::Start(Start::New));
                    }
                }
            } else if today.learn > 0 {
                let button = Button::primary(&learn).main().key(cx.cap(Id::StartReview));
                let button = button.show(ui);
                region::region(&button);
                if button.clicked() {
                    cx.ask(Action::Start(Start::New));
                }
            } else {
                let more = Button::primary("Practise ten more").main().key(cx.cap(Id::StartReview));
                let more = more.show(ui);
                region::region(&more);
                if more.clicked() {
                    cx.ask(Action::Start(Start::Ten));
                }
            }
            if !today.weakest.is_empty() && !cx.narrow() {
                let drill = Button::quiet("Drill weakest spots").main().key(cx.cap(Id::Weakest));
                if drill.show(ui).clicked() {
                    cx.ask(Action::Start(Start::Weakest));
                }
            }
        });
    });
}

fn resume(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, left: usize) {
    let tokens = tokens(ui);
    card::card(ui, Margin::symmetric(18, 14), |ui| {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                text::text(ui, "You left a session in the middle", Type::BodyMedium, tokens.ink);
                let words =
                    format!("{title}: {} left.", words::count(left, "question", "questions"));
                text::text(ui, words, Type::Small, tokens.ink2);
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let button = Button::secondary("Resume").key(cx.cap(Id::Resume));
                if button.show(ui).clicked() {
                    cx.ask(Action::Start(Start::Resume));
                }
            });
        });
    });
}

fn changed(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    let tokens = tokens(ui);
    let count = words::count(today.changed.len(), "ruling changed", "rulings changed");
    card::head(ui, &format!("{count} since you learned them"), "Your scores for them start fresh");
    ui.add_space(4.0);
    card::card(ui, Margin::symmetric(18, 12), |ui| {
        for changed in today.changed.iter().take(6) {
            ui.horizontal(|ui| {
                glyph::glyph(ui, changed.sides.0, glyph::Size::Small);
                text::fixed(ui, "then", Type::Micro, tokens.ink3);
                glyph::tagged(ui, changed.sides.1);
                text::line(ui, changed.what.as_str(), Type::Label, tokens.ink);
            });
            text::text(ui, changed.why.as_str(), Type::Small, tokens.ink2);
            ui.add_space(6.0);
        }
        if Button::secondary("Ask me these first").show(ui).clicked() {
            cx.ask(Action::Start(Start::Changed));
        }
    });
}

fn weakest(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    let tokens = tokens(ui);
    card::head(ui, "Weakest spots", "last 30 days");
    ui.add_space(4.0);
    if today.weakest.is_empty() {
        let words = if today.answers == 0 {
            "What you miss appears here, so that you can drill it."
        } else {
            "Nothing was missed in the last 30 days."
        };
        text::text(ui, words, Type::Body, tokens.ink2);
        return;
    }
    let narrow = cx.narrow();
    let width = ui.available_width();
    let next = if narrow { 0.0 } else { 76.0 };
    let fixed = 66.0 + 62.0 + next;
    let service = ((width - fixed) * 0.42).min(210.0);
    let duty = width - fixed - service;
    let columns = [service, duty, 66.0, 62.0, next];
    ui.spacing_mut().item_spacing.y = 0.0;
    heads(ui, &columns);
    for spot in &today.weakest {
        if row(ui, spot, &columns, narrow) {
            cx.ask(Action::Reveal(spot.cell));
        }
    }
}

fn heads(ui: &mut Ui, columns: &[f32; 5]) {
    let tokens = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 24.0), Sense::hover());
    let mut x = rect.left();
    for (index, name) in ["Service", "Duty", "Ruling", "Right", "Next"].iter().enumerate() {
        if columns[index] > 0.0 {
            let (at, align) = if index > 2 {
                (x + columns[index], egui::Align2::RIGHT_CENTER)
            } else {
                (x, egui::Align2::LEFT_CENTER)
            };
            let at = egui::pos2(at, rect.center().y);
            ui.painter().text(at, align, name, Type::MicroMedium.font(), tokens.ink3);
        }
        x += columns[index];
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.hair));
}

fn row(ui: &mut Ui, spot: &SpotView, columns: &[f32; 5], narrow: bool) -> bool {
    let tokens = tokens(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 34.0), Sense::click());
    response.widget_info(|| {
        let label = format!(
            "{} {}, {}: {}, right {}, next {}. Open the ruling",
            spot.service,
            spot.variant,
            spot.duty,
            glyph::word(spot.side),
            spot.right,
            spot.next
        );
        egui::WidgetInfo::labeled(Role::Button, true, label)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, 4, tokens.hover);
    }
    let y = rect.center().y;
    let mut x = rect.left();
    let cell = egui::Rect::from_min_size(rect.min, Vec2::new(columns[0] - 10.0, rect.height()));
    let painter = ui.painter_at(cell);
    let left = egui::Align2::LEFT_CENTER;
    let at = egui::pos2(x, y);
    let name = painter.text(at, left, &spot.service, Type::Label.font(), tokens.ink);
    if !narrow {
        let at = egui::pos2(name.right() + 5.0, y);
        painter.text(at, left, &spot.variant, Type::Small.font(), tokens.ink3);
    }
    x += columns[0];
    let cell = egui::Rect::from_min_size(
        egui::pos2(x, rect.top()),
        Vec2::new(columns[1] - 8.0, rect.height()),
    );
    let mut inner = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(cell)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    text::line(&mut inner, spot.duty.as_str(), Type::Cell, tokens.ink);
    x += columns[1];
    let square = egui::Rect::from_min_size(egui::pos2(x, y - 7.0), Vec2::splat(14.0));
    let painter = ui.painter().clone();
    glyph::paint(ui, &painter, square, spot.side, glyph::Size::Small);
    let ink = glyph::colour(tokens, spot.side);
    let at = egui::pos2(x + 20.0, y);
    painter.text(at, left, glyph::word(spot.side), Type::SmallBold.font(), ink);
    x += columns[2] + columns[3];
    let right = egui::Align2::RIGHT_CENTER;
    painter.text(egui::pos2(x, y), right, &spot.right, Type::Cell.font(), tokens.ink);
    if columns[4] > 0.0 {
        let at = egui::pos2(x + columns[4], y);
        painter.text(at, right, &spot.next, Type::Cell.font(), tokens.ink2);
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.hair));
    focus::ring_inside(ui, &response, 4);
    response.clicked()
}
