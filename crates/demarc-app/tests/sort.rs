//! Sort in the window: by keys alone, by pointer alone, at every size.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use demarc_app::model::asked::sort::SortView;
use demarc_study::{Confidence, Said, forms::Reply};
use egui::{Key, Modifiers, Vec2, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use window::{SMALLEST, USUAL, Window, find, model, press, shows, study, window};

fn opened(folder: &std::path::Path, size: Vec2) -> Window<'static> {
    let mut window = window(folder, size);
    press(&mut window, Key::Escape);
    find(&mut window, "sort lambda");
    assert!(model(&window).unwrap().asked().is_some_and(|it| it.sort().is_some()));
    window
}

fn sort<'a>(window: &'a Window<'_>) -> &'a SortView {
    model(window).unwrap().asked().unwrap().sort().unwrap()
}

fn key(window: &Window<'_>) -> demarc_study::forms::SortReply {
    let question = study(window).question(demarc_app::app::now()).unwrap();
    let Reply::Sort(key) = question.key(study(window).catalogue()) else { unreachable!() };
    key
}

#[test]
fn cards_are_sorted_checked_and_taken_back_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = opened(folder.path(), USUAL);
    let key = key(&window);
    press(&mut window, Key::Num2);
    press(&mut window, Key::Enter);
    assert!(study(&window).replied().is_none(), "cards are on neither side");
    let cards = sort(&window).cards.clone();
    for card in &cards {
        let right = key.side(card.duty) == Some(Said::Of);
        press(&mut window, if right { Key::ArrowLeft } else { Key::ArrowRight });
    }
    assert_eq!(sort(&window).reply, key, "each goes to its side, one after the other");
    // The last card is still in hand: back up, to the wrong side, and to the right one again.
    press(&mut window, Key::ArrowUp);
    let at = sort(&window).at;
    assert_eq!(at, cards.len() - 2);
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::ArrowRight);
    assert_eq!(sort(&window).reply.side(cards[at].duty), Some(Said::In));
    press(&mut window, Key::R);
    assert_eq!(sort(&window).left(), cards.len(), "start over");
    // Tab leads to the cards as well, and the arrows put the one in focus.
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    let at = sort(&window).at;
    press(&mut window, Key::ArrowRight);
    assert_eq!(sort(&window).reply.side(cards[at].duty), Some(Said::In));
    press(&mut window, Key::R);
    for card in &cards {
        let right = key.side(card.duty) == Some(Said::Of);
        press(&mut window, if right { Key::ArrowLeft } else { Key::ArrowRight });
    }
    press(&mut window, Key::Enter);
    let replied = study(&window).replied().unwrap();
    assert!(replied.marks.whole());
    assert_eq!(replied.confidence, Confidence::Likely);
    assert!(shows(&window, "Right, and why"));
    press(&mut window, Key::Backspace);
    assert_eq!(study(&window).stats(demarc_app::app::now()).answers, 0);
    assert_eq!(sort(&window).cards, cards, "the same is asked again");
}

#[test]
fn cards_are_sorted_by_pointer_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    window.get_by_label("Practice").click();
    window.run_ok();
    window.get_by_label("Start: Sort the duties").click();
    window.run_ok();
    let cards = sort(&window).cards.clone();
    for (number, card) in cards.iter().enumerate() {
        let side = if number % 2 == 0 { "OF" } else { "IN" };
        window.get_by_label(&format!("{side}: {}", card.label)).click();
        window.run_ok();
    }
    assert_eq!(sort(&window).left(), 0);
    let first = &cards[0];
    let card = |window: &Window<'_>, label: &str| {
        let begins = format!("{label}, ");
        window.get_by(|node| node.label().is_some_and(|it| it.starts_with(&begins))).rect()
    };
    // A card on its side goes back by a click, and follows a drag to the other side.
    let middle = card(&window, &first.label).center();
    drag(&mut window, middle, middle);
    assert_eq!(sort(&window).reply.side(first.duty), None);
    let middle = card(&window, &first.label).center();
    drag(&mut window, middle, middle + Vec2::new(240.0, 0.0));
    assert_eq!(sort(&window).reply.side(first.duty), Some(Said::In));
    window.get_by_label("How sure: Guess").click();
    window.run_ok();
    window.get_by_label("Check").click();
    window.run_ok();
    assert!(study(&window).replied().is_some());
    window.get_by_label("Next").click();
    window.run_ok();
    assert_eq!(sort(&window).left(), sort(&window).cards.len());
}

fn drag(window: &mut Window<'_>, from: egui::Pos2, to: egui::Pos2) {
    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
    window.event(egui::Event::PointerMoved(from));
    window.run_ok();
    window.event(egui::Event::PointerButton { pos: from, button, pressed: true, modifiers });
    if from != to {
        window.run_ok();
        window.event(egui::Event::PointerMoved(to));
        window.run_ok();
    }
    window.event(egui::Event::PointerButton { pos: to, button, pressed: false, modifiers });
    window.run_ok();
}

#[test]
fn find_sorts_the_duties_of_one_service() {
    let folder = tempfile::tempdir().unwrap();
    let window = opened(folder.path(), USUAL);
    assert_eq!(sort(&window).head.service, "AWS Lambda");
}

#[test]
fn all_that_can_be_pressed_lies_within_the_smallest_window_and_is_large_enough() {
    for size in [USUAL, Vec2::new(900.0, 600.0), SMALLEST] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = opened(folder.path(), size);
        for key in [Key::ArrowLeft, Key::ArrowRight, Key::ArrowLeft] {
            assert_eq!(beyond(&window, size.x), Vec::<String>::new(), "at {size:?}");
            press(&mut window, key);
        }
        for _ in 0..4 {
            press(&mut window, Key::ArrowRight);
        }
        assert_eq!(sort(&window).left(), 0, "at {size:?}, {:?}", sort(&window));
        press(&mut window, Key::Num1);
        press(&mut window, Key::Enter);
        assert!(study(&window).replied().is_some());
        assert_eq!(beyond(&window, size.x), Vec::<String>::new(), "at {size:?}");
    }
}

fn beyond(window: &Window<'_>, width: f32) -> Vec<String> {
    let pressable =
        |role| matches!(role, Role::Button | Role::Link | Role::RadioButton | Role::CheckBox);
    window
        .query_all_by(|node| pressable(node.role()))
        .filter(|node| {
            let rect = node.rect();
            rect.left() < -0.5 || rect.right() > width + 0.5 || rect.width() < 23.5
        })
        .map(|node| format!("{:?} {:?}", node.accesskit_node().label(), node.rect()))
        .collect()
}
