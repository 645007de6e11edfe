//! The question about one duty: what is asked, and two panes that answer it.

use demarc_catalogue::Side;
use demarc_study::{Confidence, Said};
use egui::{Margin, Rect, Ui, Vec2};

use super::card;
use crate::{
    commands::Id,
    cx::Cx,
    model::{question::QuestionView, ruling},
    theme::{Type, tokens},
    widgets::{
        answer_pane::{self, Pane},
        icon::{self, Icon},
        tag, text,
    },
};

/// Shows the question in the middle of the room that there is, with what was said to it so far;
/// returns what was said now.
pub fn asking(
    ui: &mut Ui,
    cx: &Cx<'_>,
    question: &QuestionView,
    said: Option<(Said, Confidence)>,
) -> Option<(Said, Confidence)> {
    let scroll = egui::ScrollArea::vertical().auto_shrink([false; 2]);
    let shown = scroll.show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        let width = room.width().min(1000.0);
        let height = height(ui, cx, question, width);
        let left = room.left() + (room.width() - width) / 2.0;
        let top = room.top() + ((room.height() - height) / 2.0 - 6.0).max(0.0);
        let place = Rect::from_min_size(egui::pos2(left, top), Vec2::new(width, height));
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(place));
        let picked = body(&mut inner, cx, question, said);
        ui.advance_cursor_after_rect(place);
        picked
    });
    shown.inner
}

fn statement(cx: &Cx<'_>) -> (Type, f32) {
    if cx.small() { (Type::QuestionSmall, 28.0) } else { (Type::Question, 36.0) }
}

fn panes_height(cx: &Cx<'_>) -> f32 {
    match (cx.tiny(), cx.small()) {
        (true, _) => 2.0 * 210.0 + 12.0,
        (false, true) => 212.0,
        (false, false) => 271.0,
    }
}

/// Two lines are kept for the statement, so that the panes do not jump.
fn height(ui: &Ui, cx: &Cx<'_>, question: &QuestionView, width: f32) -> f32 {
    let (style, line) = statement(cx);
    let galley =
        ui.painter().layout(question.prompt.clone(), style.font(), egui::Color32::WHITE, width);
    let lines = galley.rows.len().max(2) as f32;
    let story = question.story.as_ref().map_or(0.0, |story| {
        let galley = ui.painter().layout(
            story.text.clone(),
            Type::Body.font(),
            egui::Color32::WHITE,
            width - 36.0,
        );
        galley.rows.len() as f32 * Type::Body.line() + 70.0
    });
    let changed = if question.changed.is_some() { 26.0 } else { 0.0 };
    let tags = if tags_below(ui, question, width) { 30.0 } else { 0.0 };
    44.0 + tags + story + changed + 18.0 + lines * line + 50.0 + panes_height(cx) + 4.0
}

fn body(
    ui: &mut Ui,
    cx: &Cx<'_>,
    question: &QuestionView,
    said: Option<(Said, Confidence)>,
) -> Option<(Said, Confidence)> {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width();
    let below = tags_below(ui, question, width);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        tag::tile(ui, &question.tile, 36.0);
        // A long name makes room for the record, and never widens the question.
        let room = width - 48.0 - wide(ui, &question.record, Type::Small) - 48.0;
        ui.vertical(|ui| {
            ui.set_max_width(room.max(60.0));
            text::line(ui, question.service.as_str(), Type::BodyBold, tokens.ink);
            text::line(ui, question.category.as_str(), Type::Small, tokens.ink2);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            text::fixed(ui, question.record.as_str(), Type::Small, tokens.ink3);
            if question.noted {
                icon::icon(ui, Icon::Note, Type::IconSmall, tokens.ink3)
                    .on_hover_text("You have a note on this ruling.");
            }
            if question.flagged {
                icon::icon(ui, Icon::Flag, Type::IconSmall, tokens.ink3)
                    .on_hover_text("You flagged this ruling.");
            }
            if !below {
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    tags(ui, question);
                });
            }
        });
    });
    if below {
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| tags(ui, question));
    }
    if let Some(story) = &question.story {
        ui.add_space(12.0);
        card::card(ui, Margin::symmetric(16, 10), |ui| {
            card::head(ui, &story.title, &story.place);
            text::text(ui, story.text.as_str(), Type::Body, tokens.ink);
        });
    }
    let (style, line) = statement(cx);
    ui.add_space(18.0);
    let top = ui.cursor().top();
    let response = text::text(ui, question.prompt.as_str(), style, tokens.ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(question.prompt.as_str());
        node.set_level(1);
    });
    let used = ui.cursor().top() - top;
    ui.add_space((2.0 * line - used).max(0.0));
    if let Some(changed) = &question.changed {
        ui.add_space(6.0);
        text::text(ui, changed.as_str(), Type::SmallMedium, tokens.ink2);
    }
    ui.add_space(14.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        text::fixed(ui, "Whose job is it?", Type::BodyBold, tokens.ink);
        if !cx.tiny() {
            let hint = if cx.model.single_keys() {
                "One key gives your answer and how sure you are. The outer key is \u{201c}sure\u{201d}."
            } else {
                "One click gives your answer and how sure you are."
            };
            text::line(ui, hint, Type::Small, tokens.ink2);
        }
    });
    ui.add_space(10.0);
    panes(ui, cx, width, said)
}

fn panes(
    ui: &mut Ui,
    cx: &Cx<'_>,
    width: f32,
    was: Option<(Said, Confidence)>,
) -> Option<(Said, Confidence)> {
    let mut picked = None;
    let catalogue = cx.model.catalogue().clone();
    let gap = if cx.small() { 12.0 } else { 20.0 };
    let extent = Vec2::new(width, panes_height(cx));
    let (all, _) = ui.allocate_exact_size(extent, egui::Sense::hover());
    let (left, right) = if cx.tiny() {
        let half = (all.height() - gap) / 2.0;
        let size = Vec2::new(all.width(), half);
        (
            Rect::from_min_size(all.min, size),
            Rect::from_min_size(all.min + Vec2::new(0.0, half + gap), size),
        )
    } else {
        let half = (all.width() - gap) / 2.0;
        let size = Vec2::new(half, all.height());
        (
            Rect::from_min_size(all.min, size),
            Rect::from_min_size(all.min + Vec2::new(half + gap, 0.0), size),
        )
    };
    let ids = [[Id::OfSure, Id::OfLikely, Id::OfGuess], [Id::InGuess, Id::InLikely, Id::InSure]];
    let sure_first = [Confidence::Sure, Confidence::Likely, Confidence::Guess];
    let guess_first = [Confidence::Guess, Confidence::Likely, Confidence::Sure];
    for (rect, said, order, ids) in
        [(left, Said::Of, sure_first, ids[0]), (right, Said::In, guess_first, ids[1])]
    {
        let side = said.side();
        let who = ruling::who(&catalogue, side, None);
        let pane = Pane {
            side,
            chosen: was.filter(|it| it.0 == said).map(|it| it.1),
            title: ruling::title(side),
            who: &who,
            segments: [
                (order[0], cx.cap(ids[0])),
                (order[1], cx.cap(ids[1])),
                (order[2], cx.cap(ids[2])),
            ],
            small: cx.small() || side == Side::None,
        };
        if let Some(confidence) = answer_pane::answer_pane(ui, rect, &pane) {
            picked = Some((said, confidence));
        }
    }
    picked
}

/// Whether the tags need a row of their own: beside the name and the record there is no room.
fn tags_below(ui: &Ui, question: &QuestionView, width: f32) -> bool {
    let name = wide(ui, &question.service, Type::BodyBold);
    let name = name.max(wide(ui, &question.category, Type::Small));
    let record = wide(ui, &question.record, Type::Small) + 48.0;
    48.0 + name + 24.0 + tag::width(ui, &question.tags) + record > width
}

/// How wide words are on one line, in points.
fn wide(ui: &Ui, words: &str, style: Type) -> f32 {
    let colour = egui::Color32::PLACEHOLDER;
    ui.painter().layout_no_wrap(words.to_owned(), style.font(), colour).size().x
}

fn tags(ui: &mut Ui, question: &QuestionView) {
    ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
    for value in &question.tags {
        tag::tag(ui, value);
    }
}
