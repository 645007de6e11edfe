//! The questions of a lesson: one asked, one explained, and the end.

use demarc_study::{LessonSaid, Said};
use egui::{ScrollArea, Ui, Vec2};

use super::compact;
use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::{Action, LessonStep},
        lesson::{AskedView, LessonView, SaidView},
        ruling,
    },
    parts::{card, columns, region, sources, why},
    theme::{Type, tokens},
    widgets::{
        button::Button,
        icon::{self, Icon},
        option::{self, Choice},
        text, verdict,
    },
};

const WIDTH: f32 = 860.0;
const TEXT: f32 = 700.0;
const OPTIONS: [Id; 4] = [Id::Option1, Id::Option2, Id::Option3, Id::Option4];

/// What is drawn stands in the middle of a wide window, and scrolls where there is no room.
fn centred(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
        let width = ui.available_width().min(WIDTH);
        let left = (ui.available_width() - width) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(left);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.x = 8.0;
                add(ui);
            });
        });
    });
}

/// Draws the question at hand.
pub fn asked(ui: &mut Ui, cx: &mut Cx<'_>, lesson: &LessonView, asked: &AskedView) {
    let tokens = tokens(ui);
    centred(ui, |ui| {
        ui.add_space(if compact(cx) { 8.0 } else { 60.0 });
        prompt(ui, cx, asked);
        ui.add_space(18.0);
        if asked.choices.is_empty() {
            sides(ui, cx);
        } else {
            ui.spacing_mut().item_spacing.y = 10.0;
            for (number, words) in asked.choices.iter().enumerate() {
                let key = OPTIONS.get(number).map_or("", |&id| cx.cap(id));
                let choice = Choice { words, about: "", side: None, key };
                if option::option(ui, &choice, 52.0) {
                    let said = LessonSaid::Choice(number);
                    cx.ask(Action::Lesson(LessonStep::Say(said)));
                }
            }
        }
        not_kept(ui, cx);
        if !lesson.right.is_empty() && lesson.right[asked.number] {
            ui.add_space(10.0);
            let again = "You answered this one right before.";
            text::text(ui, again, Type::Small, tokens.ink3);
        }
    });
}

fn prompt(ui: &mut Ui, cx: &Cx<'_>, asked: &AskedView) {
    let tokens = tokens(ui);
    text::text(ui, asked.place.as_str(), Type::SmallMedium, tokens.ink2);
    if !asked.about.is_empty() {
        text::text(ui, asked.about.as_str(), Type::Small, tokens.ink3);
    }
    ui.add_space(4.0);
    let style = if cx.small() { Type::QuestionSmall } else { Type::Question };
    let response = text::text(ui, asked.prompt.as_str(), style, tokens.ink);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(asked.prompt.as_str());
        node.set_level(1);
    });
}

/// The two sides, in their places: OF at the left, IN at the right.
fn sides(ui: &mut Ui, cx: &mut Cx<'_>) {
    let catalogue = cx.model.catalogue().clone();
    let count = if cx.tiny() { 1 } else { 2 };
    ui.spacing_mut().item_spacing = Vec2::new(16.0, 10.0);
    let all = [(Said::Of, Id::LessonOf), (Said::In, Id::LessonIn)];
    columns(ui, count, |ui, column| {
        for (said, id) in all.into_iter().skip(column).step_by(count) {
            let side = said.side();
            let who = ruling::who(&catalogue, side, None);
            let words = ruling::title(side);
            let key = cx.cap(id);
            let choice = Choice { words, about: &who, side: Some(side), key };
            if option::option(ui, &choice, 96.0) {
                cx.ask(Action::Lesson(LessonStep::Say(LessonSaid::Side(said))));
            }
        }
    });
}

fn not_kept(ui: &mut Ui, cx: &Cx<'_>) {
    if !cx.model.study().writable() {
        let words = "Your progress is opened only for reading, so this answer is not kept.";
        ui.add_space(10.0);
        text::text(ui, words, Type::SmallMedium, tokens(ui).ink2);
    }
}

/// Draws what is said after an answer.
pub fn said(ui: &mut Ui, cx: &mut Cx<'_>, lesson: &LessonView, said: &SaidView) {
    let tokens = tokens(ui);
    let small = compact(cx);
    let gap = if small { 10.0 } else { 16.0 };
    centred(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.add_space(if small { 0.0 } else { 24.0 });
        if !said.asked.about.is_empty() {
            text::text(ui, said.asked.about.as_str(), Type::Small, tokens.ink3);
        }
        let style = if small { Type::BodyBold } else { Type::Asked };
        text::text(ui, said.asked.prompt.as_str(), style, tokens.ink);
        ui.add_space(gap - 4.0);
        verdict::verdict(ui, said.right, said.side, &said.verdict, &said.next, small);
        not_kept(ui, cx);
        ui.add_space(gap);
        match &said.ruling {
            Some(ruling) => why::why(ui, ruling, said.right, gap, TEXT),
            None => why_choices(ui, said, gap),
        }
        ui.add_space(gap);
        card::head(ui, "Sources", "");
        match &said.ruling {
            Some(ruling) => sources::of_ruling(ui, cx, ruling, true, !small),
            None => {
                let checked = (!small).then_some(lesson.checked.as_str());
                sources::sources(ui, cx, &lesson.sources, checked, true);
            }
        }
    });
}

fn why_choices(ui: &mut Ui, said: &SaidView, gap: f32) {
    let tokens = tokens(ui);
    for (index, why) in said.whys.iter().enumerate() {
        if index > 0 {
            ui.add_space(gap);
        }
        let (mark, ink, word) = if why.right {
            (Icon::Right, tokens.ok, "The right answer")
        } else {
            (Icon::Wrong, tokens.bad, "Your answer")
        };
        ui.horizontal(|ui| {
            icon::icon(ui, mark, Type::IconSmall, ink);
            card::head(ui, word, "");
        });
        text::paragraph(ui, &[(why.choice.as_str(), Type::WhyBold, tokens.ink)], TEXT);
        text::paragraph(ui, &[(why.why.as_str(), Type::Why, tokens.ink)], TEXT);
    }
}

/// Draws the end of the lesson.
pub fn done(ui: &mut Ui, cx: &mut Cx<'_>, lesson: &LessonView) {
    let tokens = tokens(ui);
    let next = cx.model.lesson_after().cloned();
    let all = lesson.right.iter().all(|&right| right);
    centred(ui, |ui| {
        ui.add_space(if compact(cx) { 24.0 } else { 80.0 });
        let head = if all { "Lesson done" } else { "No question is left" };
        let response = text::text(ui, head, Type::Question, tokens.ink);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_label(head);
            node.set_level(1);
        });
        let words = if all {
            format!("You have answered all {} questions right.", lesson.right.len())
        } else {
            "Nothing is kept, since your progress is opened only for reading.".to_owned()
        };
        text::text(ui, words, Type::Body, tokens.ink2);
        let after = match &next {
            Some(next) => format!("Next: {}. {}", next.title, next.lead),
            None if all => "All lessons are done.".to_owned(),
            None => String::new(),
        };
        if !after.is_empty() {
            text::text(ui, after, Type::Body, tokens.ink2);
        }
        if !lesson.cells.is_empty() {
            let apart =
                "Lessons are not scored and not scheduled. Practise their rulings to keep them.";
            text::text(ui, apart, Type::Small, tokens.ink3);
        }
        ui.add_space(16.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(10.0, 8.0);
            let words = if next.is_some() { "Next lesson" } else { "To the list" };
            let on = Button::primary(words).main().key(cx.cap(Id::AfterLesson)).show(ui);
            region::region(&on);
            if on.clicked() {
                cx.ask_command(Id::AfterLesson);
            }
            if !lesson.cells.is_empty() && cx.model.study().writable() {
                let practise = Button::secondary("Practise its rulings").main();
                if practise.key(cx.cap(Id::PractiseLesson)).show(ui).clicked() {
                    cx.ask_command(Id::PractiseLesson);
                }
            }
        });
    });
}
