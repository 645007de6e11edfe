//! Explore: what is probably known of each cell, and the drills of a row and a column.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use demarc_app::model::Model;
use demarc_catalogue::Cell;
use egui::{Key, PointerButton, Pos2, accesskit::Role};
use egui_kittest::kittest::Queryable;
use window::{USUAL, Window, model, press, study, window};

fn explore(folder: &std::path::Path) -> Window<'static> {
    let mut window = window(folder, USUAL);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Num4);
    window
}

fn selected(window: &Window<'_>) -> Cell {
    model(window).unwrap().explore().selected.expect("a cell is selected")
}

fn asked_now(window: &Window<'_>) -> Vec<Cell> {
    let session = study(window).session().expect("a session was started");
    session.items.iter().map(|item| item.cell).collect()
}

fn click(window: &mut Window<'_>, pos: Pos2) {
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, egui::Modifiers::NONE);
        window.event(egui::Event::PointerMoved(pos));
        window.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
    }
    window.run_ok();
}

#[test]
fn mastery_says_of_each_asked_cell_what_the_estimate_says_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = explore(folder.path());
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    let cell = selected(&window);
    assert_eq!(model(&window).unwrap().explore().known(cell), None, "rulings say nothing of it");
    press(&mut window, Key::V);
    let known = model(&window).unwrap().explore().known(cell).expect("an estimate");
    assert!(!known.met && !known.enough, "nothing was answered yet");
    press(&mut window, Key::P);
    press(&mut window, Key::L);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Enter);
    press(&mut window, Key::Num4);
    let it = model(&window).unwrap();
    let known = it.explore().known(cell).expect("an estimate");
    assert!(known.met && known.enough, "it was met a moment ago");
    let today = demarc_app::app::now();
    let said = it.study().knowing(today).each(&[cell])[0];
    assert_eq!(known, said);
    let (words, then) = demarc_app::model::mastery::in_words(&known);
    assert!(window::shows(&window, &words) && window::shows(&window, &then), "{words} {then}");
    let asked = it.catalogue().asked_cells(today.day().date());
    let shown = asked.iter().filter(|cell| it.explore().known(**cell).is_some()).count();
    let entry =
        asked.iter().filter(|it| model(&window).unwrap().catalogue().is_entry(it.deployment));
    assert_eq!(shown, asked.len() - entry.count());
}

#[test]
fn a_row_its_weakest_and_a_column_are_practised_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = explore(folder.path());
    press(&mut window, Key::W);
    assert!(study(&window).session().is_none(), "no row is selected");
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    let cell = selected(&window);
    press(&mut window, Key::W);
    let asked = asked_now(&window);
    let (_, count) = model(&window).and_then(Model::row_in_view).unwrap();
    assert!(asked.len() == count && asked.iter().all(|it| it.deployment == cell.deployment));
    press(&mut window, Key::Escape);
    press(&mut window, Key::D);
    assert!(asked_now(&window).iter().all(|it| it.duty == cell.duty));
    press(&mut window, Key::Escape);
    press(&mut window, Key::V);
    press(&mut window, Key::W);
    let weakest = asked_now(&window);
    assert!(weakest.len() == 10 && weakest.iter().all(|it| it.deployment == cell.deployment));
    let today = demarc_app::app::now();
    let each = study(&window).knowing(today).each(&weakest);
    let rest: Vec<Cell> = asked.into_iter().filter(|it| !weakest.contains(it)).collect();
    let least =
        study(&window).knowing(today).each(&rest).iter().map(|it| it.chance).fold(1.0, f32::min);
    assert!(each.iter().all(|it| it.chance <= least), "none of the others is weaker");
}

#[test]
fn a_row_and_a_column_are_practised_from_their_heads_by_pointer() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = explore(folder.path());
    press(&mut window, Key::ArrowDown);
    let grid = window.get_by_role(Role::Grid).rect();
    press(&mut window, Key::Escape);
    // The names stand left of the cells, the heads above them.
    click(&mut window, grid.min + egui::vec2(-60.0, 30.0));
    let first = model(&window).unwrap().explore().row(0).unwrap().deployment;
    window.get_by_label_contains("Practise this row, ").click();
    window.run_ok();
    assert!(asked_now(&window).iter().all(|it| it.deployment == first));
    press(&mut window, Key::Escape);
    click(&mut window, grid.min + egui::vec2(30.0, -60.0));
    window.get_by_label("Practise this duty everywhere").click();
    window.run_ok();
    let duty = model(&window).unwrap().explore().columns[1].duty;
    assert!(asked_now(&window).iter().all(|it| it.duty == duty));
}
