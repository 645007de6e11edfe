//! The first start: the line explained on one stack, and one key to the first question.

use egui::{
    CentralPanel, CornerRadius, Frame, Margin, Panel, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, Vec2,
};

use crate::{
    commands::Id,
    cx::Cx,
    model::action::{Action, Start},
    parts::{at_most, brand, region, stack},
    theme::{Tokens, Type, size, tokens},
    widgets::{button::Button, focus, key_cap, segmented, text},
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct FirstRunScreen;

impl FirstRunScreen {
    /// Draws the first screen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tokens = tokens(ui);
        let compact = cx.small();
        let width = (cx.window.x * 0.406).clamp(300.0, 520.0);
        let margin = if compact {
            Margin { left: 28, right: 28, top: 20, bottom: 16 }
        } else {
            Margin { left: 56, right: 64, top: 40, bottom: 30 }
        };
        let frame = Frame::new().fill(tokens.surface).inner_margin(margin);
        if !cx.tiny() {
            Panel::left("explained")
                .frame(frame)
                .exact_size(width)
                .resizable(false)
                .show(ui, |ui| explained(ui, cx, compact));
        }
        let margin = if compact {
            Margin { left: 28, right: 28, top: 20, bottom: 16 }
        } else {
            Margin { left: 64, right: 72, top: 84, bottom: 30 }
        };
        let frame = Frame::new().inner_margin(margin);
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| begin(ui, cx));
        });
    }
}

fn explained(ui: &mut Ui, cx: &mut Cx<'_>, compact: bool) {
    let tokens = tokens(ui);
    let provider = cx.model.catalogue().provider().name.clone();
    brand::brand(ui, 22.0, false);
    ui.add_space(if compact { 10.0 } else { 28.0 });
    let style = if compact { Type::QuestionSmall } else { Type::Question };
    text::text(
        ui,
        format!("Every {provider} service has a line. Learn where it runs."),
        style,
        tokens.ink,
    );
    ui.add_space(6.0);
    let below = format!(" the cloud. Below it {provider} does: security ");
    text::paragraph(
        ui,
        &[
            ("Above the line you secure it: that is security ", Type::Body, tokens.ink2),
            ("IN", Type::Heading, tokens.r#in),
            (below.as_str(), Type::Body, tokens.ink2),
            ("OF", Type::Heading, tokens.of),
            (" the cloud.", Type::Body, tokens.ink2),
        ],
        420.0,
    );
    ui.add_space(if compact { 8.0 } else { 14.0 });
    let view = cx.model.first_run();
    let names: Vec<&str> = view.examples.iter().map(|e| e.name.as_str()).collect();
    let shown = view.shown;
    if let Some(index) = segmented::segmented(ui, "Service", &names, shown, None) {
        cx.ask(Action::Explain(index));
    }
    ui.add_space(if compact { 8.0 } else { 14.0 });
    if let Some(example) = cx.model.first_run().examples.get(shown) {
        let spare = ui.available_height() - 90.0;
        let row = (spare / 9.0).clamp(20.0, 38.0);
        stack::stack(ui, cx, &example.stack, None, row);
    }
    if ui.available_height() > 26.0 {
        ui.add_space(ui.available_height() - 26.0);
        ui.horizontal(|ui| {
            key_cap::key_cap(ui, cx.cap(Id::PreviousService));
            key_cap::key_cap(ui, cx.cap(Id::NextService));
            text::line(ui, "Switch service, watch the line move", Type::Small, tokens.ink2);
        });
    }
}

fn begin(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    at_most(ui, 760.0);
    text::text(ui, "Where do you want to start?", Type::Title, tokens.ink);
    ui.add_space(10.0);
    Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(2.0, tokens.ink))
        .corner_radius(CornerRadius::same(size::R_CARD))
        .inner_margin(Margin::symmetric(20, 18))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let room = (ui.available_width() - 150.0).max(120.0);
                ui.allocate_ui(Vec2::new(room, 44.0), |ui| {
                    ui.vertical(|ui| {
                        text::line(ui, "Find out what you know", Type::BodyBold, tokens.ink);
                        let about =
                            "12 to 20 questions, under 3 minutes. What you know is skipped.";
                        text::text(ui, about, Type::Cell, tokens.ink2);
                    });
                });
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let start = Button::primary("Start").main().key(cx.cap(Id::Placement));
                    let start = start.show(ui);
                    region::region(&start);
                    if start.clicked() {
                        cx.ask_command(Id::Placement);
                    }
                });
            });
        });
    ui.add_space(8.0);
    let about = "About 3 minutes. Each answer is explained at once, with its source.";
    if choice(ui, "Start with ten questions", about, cx.cap(Id::StartTen), tokens) {
        cx.ask_command(Id::StartTen);
    }
    ui.add_space(14.0);
    text::text(ui, "Or pick what you run", Type::SmallMedium, tokens.ink2);
    ui.add_space(6.0);
    let ids = [Id::Group1, Id::Group2, Id::Group3, Id::Group4];
    for (index, id) in ids.into_iter().enumerate() {
        let Some(group) = cx.model.first_run().groups.get(index) else { continue };
        if choice(ui, &group.name, &group.about, cx.cap(id), tokens) {
            cx.ask(Action::Start(Start::Group(index)));
        }
        ui.add_space(4.0);
    }
    ui.add_space(12.0);
    ui.horizontal_wrapped(|ui| {
        if !cx.model.lessons().rows.is_empty() {
            let read = Button::quiet("Read the first lesson").key(cx.cap(Id::NextLesson));
            if read.show(ui).clicked() {
                cx.ask_command(Id::NextLesson);
            }
        }
        let look = Button::quiet("Look around first").key(cx.cap(Id::LookAround));
        if look.show(ui).clicked() {
            cx.ask_command(Id::LookAround);
        }
    });
    ui.add_space(16.0);
    let promise = "Your answers stay on this computer. No account is needed.";
    text::text(ui, promise, Type::Small, tokens.ink3);
}

/// A row that is one large button.
fn choice(ui: &mut Ui, name: &str, about: &str, key: &str, tokens: &Tokens) -> bool {
    let extent = Vec2::new(ui.available_width(), 70.0);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, name));
    let radius = CornerRadius::same(size::R_CARD);
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    ui.painter().rect_filled(rect, radius, fill);
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, tokens.hair), StrokeKind::Inside);
    let mut inner =
        ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(Vec2::new(16.0, 13.0))));
    inner.set_max_width(rect.width() - 80.0);
    inner.spacing_mut().item_spacing.y = 2.0;
    text::line(&mut inner, name, Type::BodyMedium, tokens.ink);
    text::line(&mut inner, about, Type::Small, tokens.ink2);
    if !key.is_empty() {
        let width = key_cap::width(ui, key);
        let cap = egui::Rect::from_min_size(
            egui::pos2(rect.right() - 16.0 - width, rect.center().y - 10.0),
            Vec2::new(width, 20.0),
        );
        key_cap::paint(ui.painter(), cap, key, tokens.ink2, tokens.edge, Some(tokens.surface));
    }
    focus::ring(ui, &response, size::R_CARD);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
