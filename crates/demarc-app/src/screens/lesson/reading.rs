//! The text of a lesson: lead and points, beside them the picture and the sources.

use egui::{ScrollArea, Ui};

use super::{compact, picture};
use crate::{
    cx::Cx,
    model::lesson::{LessonView, PictureView},
    parts::{at_most, card, side_by_side, sources},
    theme::{Type, tokens},
    widgets::text,
};

/// Draws the text.
pub fn ui(ui: &mut Ui, cx: &mut Cx<'_>, lesson: &LessonView) {
    ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
        at_most(ui, 1240.0);
        head(ui, cx, lesson);
        ui.add_space(if compact(cx) { 8.0 } else { 18.0 });
        if cx.tiny() {
            points(ui, cx, lesson);
            ui.add_space(14.0);
            beside(ui, cx, lesson);
            return;
        }
        let gap = if compact(cx) { 28.0 } else { 48.0 };
        let width = ui.available_width();
        let share = match &lesson.picture {
            Some(PictureView::Stacks(stacks)) if stacks.len() > 2 => 0.52,
            Some(_) => 0.46,
            None => 0.34,
        };
        let right = (width * share).round();
        let widths = (width - gap - right, right);
        // Both columns ask for things, one after the other.
        let cx = std::cell::RefCell::new(cx);
        side_by_side(
            ui,
            widths,
            gap,
            |ui| points(ui, *cx.borrow_mut(), lesson),
            |ui| beside(ui, *cx.borrow_mut(), lesson),
        );
    });
}

fn head(ui: &mut Ui, cx: &Cx<'_>, lesson: &LessonView) {
    let tokens = tokens(ui);
    let (title, lead) =
        if compact(cx) { (Type::Title, Type::Body) } else { (Type::Question, Type::Why) };
    let response = text::text(ui, lesson.title.as_str(), title, tokens.ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(lesson.title.as_str());
        node.set_level(1);
    });
    text::paragraph(ui, &[(lesson.lead.as_str(), lead, tokens.ink2)], 860.0);
}

fn points(ui: &mut Ui, cx: &mut Cx<'_>, lesson: &LessonView) {
    let tokens = tokens(ui);
    let (head, body, gap) = if compact(cx) {
        (Type::LabelBold, Type::Cell, 7.0)
    } else {
        (Type::Heading, Type::Why, 14.0)
    };
    ui.spacing_mut().item_spacing.y = 1.0;
    for (index, (title, words)) in lesson.points.iter().enumerate() {
        if index > 0 {
            ui.add_space(gap);
        }
        text::text(ui, title.as_str(), head, tokens.ink);
        text::paragraph(ui, &[(words.as_str(), body, tokens.ink)], 640.0);
    }
}

fn beside(ui: &mut Ui, cx: &mut Cx<'_>, lesson: &LessonView) {
    if let Some(shown) = &lesson.picture {
        let sources = 40.0 + 22.0 * lesson.sources.len() as f32;
        picture::ui(ui, cx, shown, sources);
        ui.add_space(if compact(cx) { 10.0 } else { 18.0 });
    }
    ui.spacing_mut().item_spacing.y = 3.0;
    card::head(ui, "Sources", &lesson.checked);
    sources::sources(ui, cx, &lesson.sources, None, false);
}
