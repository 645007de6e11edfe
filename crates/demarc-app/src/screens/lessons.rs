//! Lessons: what there is to learn about the model itself, and what of it is done.

use egui::{
    CentralPanel, CornerRadius, Frame, Margin, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    Vec2,
};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::{Action, LessonStep},
        lessons::{LessonRow, LessonsView},
    },
    parts::{at_most, card, region, shell},
    theme::{Type, size, tokens},
    widgets::{
        button::Button,
        focus,
        icon::{self, Icon},
        text,
    },
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct LessonsScreen;

impl LessonsScreen {
    /// Draws the list.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let side = if cx.narrow() { 20 } else { 28 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, 22));
        let model = cx.model;
        let view = model.lessons();
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                at_most(ui, 860.0);
                head(ui, cx, view);
                ui.add_space(12.0);
                ui.spacing_mut().item_spacing.y = 8.0;
                for row in &view.rows {
                    if lesson(ui, row) {
                        cx.ask(Action::Lesson(LessonStep::Open(row.lesson)));
                    }
                }
            });
        });
    }
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>, view: &LessonsView) {
    let tokens = tokens(ui);
    let remark = format!("{} of {} done", view.done(), view.rows.len());
    ui.horizontal(|ui| card::title(ui, "Lessons", &remark));
    if view.rows.is_empty() {
        text::text(ui, "There are no lessons in this content.", Type::Body, tokens.ink2);
        return;
    }
    let about = match view.next() {
        Some(_) => "One screen each on the model behind the questions, then a few questions.",
        None => "All lessons are done. Read any of them again, or practise.",
    };
    text::text(ui, about, Type::Body, tokens.ink2);
    if !cx.model.study().writable() {
        let kept = "Your progress is opened only for reading, so what you answer is not kept.";
        text::text(ui, kept, Type::SmallMedium, tokens.ink);
    }
    ui.add_space(10.0);
    if let Some(next) = view.next() {
        let words = if next.number == 1 { "Start the first lesson" } else { "Next lesson" };
        let open = Button::primary(words).main().key(cx.cap(Id::OpenLesson)).show(ui);
        region::region(&open);
        if open.clicked() {
            cx.ask_command(Id::OpenLesson);
        }
    } else {
        let practise = Button::primary("Practise").main().key(cx.cap(Id::Practice)).show(ui);
        region::region(&practise);
        if practise.clicked() {
            cx.ask_command(Id::Practice);
        }
    }
}

/// A lesson in the list: all of it is one button.
fn lesson(ui: &mut Ui, row: &LessonRow) -> bool {
    let tokens = tokens(ui);
    let width = ui.available_width();
    let room = (width - 60.0 - 120.0).max(120.0);
    let lead = egui::WidgetText::from(text::rich(row.lead.as_str(), Type::Small, tokens.ink2))
        .into_galley(ui, Some(egui::TextWrapMode::Wrap), room, egui::TextStyle::Body);
    let title =
        egui::WidgetText::from(text::rich(row.title.as_str(), Type::BodyMedium, tokens.ink))
            .into_galley(ui, Some(egui::TextWrapMode::Wrap), room, egui::TextStyle::Body);
    let high = title.size().y + 2.0 + lead.size().y;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, high + 22.0), Sense::click());
    response.widget_info(|| {
        let label = format!("Lesson {}: {}, {}", row.number, row.title, row.state);
        egui::WidgetInfo::labeled(Role::Button, true, label)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(row.lead.as_str()));
    let radius = CornerRadius::same(size::R_CARD);
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    ui.painter().rect_filled(rect, radius, fill);
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, tokens.hair), StrokeKind::Inside);
    let mark = egui::pos2(rect.left() + 28.0, rect.center().y);
    if row.done {
        icon::paint(ui.painter(), mark, Icon::Right, 18.0, tokens.ink);
    } else {
        let align = egui::Align2::CENTER_CENTER;
        let number = row.number.to_string();
        ui.painter().text(mark, align, number, Type::Heading.font(), tokens.ink3);
    }
    let top = rect.center().y - high / 2.0;
    let left = rect.left() + 56.0;
    let below = top + title.size().y + 2.0;
    ui.painter().galley(egui::pos2(left, top), title, tokens.ink);
    ui.painter().galley(egui::pos2(left, below), lead, tokens.ink2);
    let at = egui::pos2(rect.right() - 16.0, rect.center().y);
    let align = egui::Align2::RIGHT_CENTER;
    ui.painter().text(at, align, row.state.as_str(), Type::Small.font(), tokens.ink2);
    focus::ring(ui, &response, size::R_CARD);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
