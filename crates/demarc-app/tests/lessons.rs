//! Lessons in the window: every shipped one fits on the smallest screen, keys and pointer lead
//! through, and what was answered is remembered.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use demarc_app::model::{
    Model,
    lesson::Stage,
    route::{Place, Route},
};
use demarc_catalogue::{Asks, LessonIx};
use demarc_study::Said;
use egui::{Key, Modifiers, Vec2, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use window::{USUAL, Window, model, press, shows, study, window};

/// 900 by 600, and the margin of 8 points that the harness keeps around the app.
const SMALL: Vec2 = Vec2::new(916.0, 616.0);
const MARGIN: f32 = 8.0;

/// A window past the first screen.
fn opened(folder: &std::path::Path, size: Vec2) -> Window<'static> {
    let mut window = window(folder, size);
    press(&mut window, Key::Escape);
    window
}

/// Opens the lesson with this number, from 1, out of the list.
fn open(window: &mut Window<'_>, number: usize) {
    press(window, Key::L);
    let row = model(window).unwrap().lessons().rows[number - 1].clone();
    let name = format!("Lesson {number}: {}, {}", row.title, row.state);
    window.get_by_label(&name).click();
    window.run_ok();
}

fn place(window: &Window<'_>) -> Place {
    model(window).unwrap().place()
}

/// The key that answers the question at hand right, or wrong.
fn key(window: &Window<'_>, right: bool) -> Key {
    let model = model(window).unwrap();
    let lesson = model.lesson().unwrap();
    let catalogue = model.catalogue();
    match &catalogue.lesson(lesson.lesson).questions[lesson.asked().unwrap().number].asks {
        Asks::Verdict(cell) => {
            let side = Said::right_for(catalogue.ruling(*cell).side).unwrap();
            if (side == Said::Of) == right { Key::A } else { Key::L }
        }
        Asks::Choice(choices) => {
            let at = choices.iter().position(|choice| choice.right == right).unwrap();
            [Key::Num1, Key::Num2, Key::Num3, Key::Num4][at]
        }
    }
}

/// What of the screen lies below the bar or beyond the edges, as far as it says anything.
fn outside(window: &Window<'_>, size: Vec2) -> Vec<String> {
    let says = |role| {
        matches!(
            role,
            Role::Label | Role::Link | Role::Button | Role::Figure | Role::Heading | Role::Status
        )
    };
    window
        .query_all_by(|node| says(node.role()))
        .filter(|node| {
            let rect = node.rect();
            let foot = size.y - MARGIN - 44.0;
            let bottom = if rect.top() >= foot { size.y } else { foot };
            rect.bottom() > bottom + 0.5 || rect.right() > size.x + 0.5 || rect.left() < -0.5
        })
        .map(|node| {
            format!("{:?} {:?}", node.value().or(node.accesskit_node().label()), node.rect())
        })
        .collect()
}

#[test]
fn every_lesson_fits_on_one_screen_of_the_smallest_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path(), SMALL);
    let lessons = study(&window).catalogue().lessons().len();
    for number in 1..=lessons {
        press(&mut window, Key::L);
        press(&mut window, Key::Enter);
        let id = study(&window).catalogue().lessons()[number - 1].id.clone();
        assert_eq!(outside(&window, SMALL), Vec::<String>::new(), "the text of `{id}`");
        press(&mut window, Key::Space);
        let mut asked = 0;
        while place(&window) == Place::LessonAsk && asked < 8 {
            assert_eq!(outside(&window, SMALL), Vec::<String>::new(), "question {asked} of `{id}`");
            let right = asked > 0;
            press_key(&mut window, right);
            assert_eq!(outside(&window, SMALL), Vec::<String>::new(), "answer {asked} of `{id}`");
            press(&mut window, Key::Space);
            asked += 1;
        }
        assert_eq!(place(&window), Place::LessonDone, "`{id}`");
        press(&mut window, Key::Escape);
    }
    assert!(shows(&window, "All lessons are done. Read any of them again, or practise."));
    assert_eq!(study(&window).next_lesson(), None);
    press(&mut window, Key::Num1);
    assert!(!shows(&window, &format!("Lesson 1 of {lessons}")), "Today offers a lesson still");
}

fn press_key(window: &mut Window<'_>, right: bool) {
    let key = key(window, right);
    press(window, key);
}

#[test]
fn someone_new_is_led_to_the_first_lesson_and_on_to_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::T);
    let first = LessonIx::clone(&study(&window).next_lesson().unwrap());
    assert_eq!(model(&window).map(Model::route), Some(Route::Lesson(first)));
    press(&mut window, Key::Space);
    press_key(&mut window, false);
    assert!(!study(&window).lesson_progress(first).right[0]);
    press(&mut window, Key::Space);
    while place(&window) == Place::LessonAsk {
        press_key(&mut window, true);
        press(&mut window, Key::Enter);
    }
    assert!(study(&window).lesson_progress(first).is_done(), "the wrong one came again");
    press(&mut window, Key::Enter);
    let next = study(&window).next_lesson().unwrap();
    assert_eq!(model(&window).map(Model::route), Some(Route::Lesson(next)));
    assert_ne!(next, first);
    drop(window);
    let window = window::window(folder.path(), USUAL);
    assert!(shows(&window, "Today"), "a newcomer who read a lesson is no newcomer");
    assert_eq!(study(&window).next_lesson(), Some(next));
}

#[test]
fn an_answer_is_taken_back_from_its_explanation_and_from_the_next_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path(), USUAL);
    open(&mut window, 1);
    press(&mut window, Key::Space);
    let progress = |window: &Window<'_>| {
        let lesson = model(window).unwrap().lesson().unwrap();
        (lesson.asked().map(|it| it.number), study(window).lesson_progress(lesson.lesson).count())
    };
    press_key(&mut window, true);
    assert_eq!(progress(&window), (None, 1));
    press(&mut window, Key::Backspace);
    assert_eq!(progress(&window), (Some(0), 0));
    press_key(&mut window, true);
    press(&mut window, Key::Space);
    assert_eq!(progress(&window), (Some(1), 1));
    press(&mut window, Key::Backspace);
    assert_eq!(progress(&window), (Some(0), 0));
    press(&mut window, Key::Backspace);
    assert!(model(&window).unwrap().toast().unwrap().text.contains("no answer to take back"));
}

#[test]
fn a_lesson_is_gone_through_by_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    window.get_by_label("Read the first lesson").click();
    window.run_ok();
    window.get_by_label("To the questions").click();
    window.run_ok();
    for _ in 0..12 {
        let model = model(&window).unwrap();
        let Some(asked) = model.lesson().and_then(|it| it.asked()) else { break };
        let lesson = model.catalogue().lesson(model.lesson().unwrap().lesson);
        let name = match &lesson.questions[asked.number].asks {
            Asks::Verdict(cell) => {
                let of = Said::right_for(model.catalogue().ruling(*cell).side) == Some(Said::Of);
                let (words, key) = if of {
                    ("OF the cloud: AWS does it", "A")
                } else {
                    ("IN the cloud: You do it", "L")
                };
                format!("{words}, key {key}")
            }
            Asks::Choice(choices) => {
                let at = choices.iter().position(|choice| choice.right).unwrap();
                format!("{}, key {}", choices[at].text, at + 1)
            }
        };
        window.get_by_label(&name).click();
        window.run_ok();
        window.get_by_label("Next").click();
        window.run_ok();
    }
    assert_eq!(place(&window), Place::LessonDone);
    window.get_by_label("Practise its rulings").click();
    window.run_ok();
    let session = study(&window).session().expect("its rulings are practised");
    let first = study(&window).catalogue().lesson_ixs().next().unwrap();
    let cells = study(&window).lesson_cells(first, demarc_app::app::now());
    let asked: Vec<_> = session.items.iter().map(|item| item.cell).collect();
    assert_eq!(asked, cells);
}

#[test]
fn a_lesson_is_found_by_its_words_and_by_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path(), USUAL);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_ok();
    window.event(egui::Event::Text("lesson owner".to_owned()));
    window.run_ok();
    press(&mut window, Key::Enter);
    let wanted = study(&window).catalogue().find_lesson("owner-actor-trigger").unwrap();
    assert_eq!(model(&window).map(Model::route), Some(Route::Lesson(wanted)));
    press(&mut window, Key::Escape);
    assert_eq!(model(&window).map(Model::route), Some(Route::Lessons));
    press(&mut window, Key::Enter);
    let first = study(&window).catalogue().lesson_ixs().next().unwrap();
    assert_eq!(model(&window).map(Model::route), Some(Route::Lesson(first)));
    for key in [Key::Space, Key::R] {
        press(&mut window, key);
    }
    let stage = model(&window).and_then(Model::lesson).map(|lesson| lesson.stage.clone());
    assert_eq!(stage, Some(Stage::Text), "R reads it again");
}

#[test]
fn what_is_only_read_can_be_tried_and_says_why_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let held = opened(folder.path(), USUAL);
    let mut second = window(folder.path(), USUAL);
    second.get_by_label("Open without saving").click();
    second.run_ok();
    press(&mut second, Key::L);
    let kept = "Your progress is opened only for reading, so what you answer is not kept.";
    assert!(shows(&second, kept));
    open(&mut second, 1);
    press(&mut second, Key::Space);
    let kept = "Your progress is opened only for reading, so this answer is not kept.";
    assert!(shows(&second, kept));
    press_key(&mut second, true);
    assert_eq!(place(&second), Place::LessonSaid);
    assert_eq!(study(&second).lesson_progress(study(&second).next_lesson().unwrap()).answers, 0);
    press(&mut second, Key::Backspace);
    assert_eq!(place(&second), Place::LessonAsk);
    while place(&second) == Place::LessonAsk {
        press_key(&mut second, true);
        press(&mut second, Key::Space);
    }
    assert!(shows(&second, "Nothing is kept, since your progress is opened only for reading."));
    assert!(!shows(&second, "All lessons are done."));
    press(&mut second, Key::Space);
    let next = study(&second).catalogue().lesson_ixs().nth(1).unwrap();
    assert_eq!(model(&second).map(Model::route), Some(Route::Lesson(next)), "there is a way on");
    drop(held);
}

#[test]
fn lessons_fit_a_small_window_with_large_text_from_side_to_side() {
    let folder = tempfile::tempdir().unwrap();
    let smallest = Vec2::new(450.0, 300.0);
    let mut window = opened(folder.path(), smallest);
    let beyond = |window: &Window<'_>| -> Vec<String> {
        window
            .query_all_by(|node| matches!(node.role(), Role::Button | Role::Link | Role::Figure))
            .filter(|node| node.rect().left() < -0.5 || node.rect().right() > smallest.x + 0.5)
            .map(|node| format!("{:?} {:?}", node.accesskit_node().label(), node.rect()))
            .collect()
    };
    for key in [Key::L, Key::Enter, Key::Space] {
        press(&mut window, key);
        assert_eq!(beyond(&window), Vec::<String>::new(), "after {key:?}");
    }
    while place(&window) != Place::LessonDone {
        press_key(&mut window, true);
        assert_eq!(beyond(&window), Vec::<String>::new());
        press(&mut window, Key::Space);
        assert_eq!(beyond(&window), Vec::<String>::new());
    }
}
