//! Choose: the ways to meet a need, by keys alone and by pointer alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop where they fail"
)]

mod window;

use demarc_app::model::{Model, needs::NeedsView, route::Route};
use egui::{Key, Modifiers, Vec2, accesskit::Role};
use egui_kittest::kittest::Queryable;
use window::{USUAL, Window, model, press, shows, study, window};

fn view<'a>(window: &'a Window<'_>) -> &'a NeedsView {
    model(window).and_then(Model::needs).expect("a need")
}

fn route(window: &Window<'_>) -> Option<Route> {
    model(window).map(Model::route)
}

fn names(window: &Window<'_>) -> [String; 2] {
    let view = model(window).and_then(Model::compare).expect("a comparison");
    view.subjects.each_ref().map(|it| it.name.clone())
}

#[test]
fn a_need_is_looked_at_compared_and_practised_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    press(&mut window, Key::H);
    assert_eq!((route(&window), view(&window).name.as_str()), (Some(Route::Needs), "Run an API"));
    press(&mut window, Key::CloseBracket);
    assert_eq!(view(&window).name, "Run containers");
    press(&mut window, Key::OpenBracket);
    press(&mut window, Key::OpenBracket);
    let needs = model(&window).unwrap().catalogue().needs();
    assert_eq!(view(&window).name, needs.last().unwrap().name, "round and round");
    press(&mut window, Key::N);
    window.event(egui::Event::Text("rows".to_owned()));
    window.run_ok();
    press(&mut window, Key::Enter);
    assert_eq!(view(&window).name, "Keep rows");
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::Space] {
        press(&mut window, key);
    }
    assert_eq!((view(&window).selected, view(&window).marked.as_slice()), (Some(2), &[2][..]));
    assert!(!view(&window).yours.is_empty() && !view(&window).changes.is_empty());
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    let pair = [2, 4].map(|row| view(&window).ways[row].subject.name.clone());
    press(&mut window, Key::C);
    assert_eq!((route(&window), names(&window)), (Some(Route::Compare), pair));
    press(&mut window, Key::H);
    assert_eq!(view(&window).selected, Some(4), "Choose is as it was left");
    let wanted = view(&window).differing.clone();
    press(&mut window, Key::D);
    let session = study(&window).session().expect("a session was started");
    assert!(session.items.iter().all(|item| wanted.contains(&item.cell)));
    press(&mut window, Key::Escape);
    assert_eq!(route(&window), Some(Route::Needs), "a session that is left leads back");
    press(&mut window, Key::Escape);
    assert_eq!(view(&window).selected, None);
    press(&mut window, Key::Enter);
    let wanted = view(&window).cells.clone();
    press(&mut window, Key::P);
    let session = study(&window).session().expect("a session was started");
    assert!(session.items.iter().all(|item| wanted.contains(&item.cell)));
}

#[test]
fn a_need_is_looked_at_and_compared_by_pointer() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    window.get_by_label("Choose").click();
    window.run_ok();
    for name in ["A REST API on EC2", "A REST API on Lambda"] {
        window.get_by_label(&format!("Mark {name} to compare")).click();
        window.run_ok();
    }
    assert_eq!(view(&window).marked.len(), 2);
    assert_eq!(view(&window).selected, None, "a mark selects nothing");
    window.get_by_label_contains("A REST API on Lambda: 13 yours").click();
    window.run_ok();
    assert!(shows(&window, "A REST API on Lambda, instead of A REST API on EC2"));
    window.get_by_label("Compare the two").click();
    window.run_ok();
    assert_eq!(names(&window), ["A REST API on EC2", "A REST API on Lambda"]);
    window.get_by_label("Choose").click();
    window.run_ok();
    window.get_by_label("Apply OS updates, OF. Open the ruling").click();
    window.run_ok();
    assert_eq!(route(&window), Some(Route::Explore));
    let ruling = model(&window).and_then(Model::drawer).expect("the ruling");
    assert_eq!(ruling.label, "Apply OS updates");
    window.get_by_label("Choose").click();
    window.run_ok();
    window.get_by_label("Need: Run an API. Pick another").click();
    window.run_ok();
    window.get_by_role_and_label(Role::ListBoxOption, "Run Kubernetes").click();
    window.run_ok();
    assert_eq!(view(&window).name, "Run Kubernetes");
}

#[test]
fn find_leads_to_a_need_and_every_need_draws_at_every_size() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run_ok();
    window.event(egui::Event::Text("warehouse".to_owned()));
    window.run_ok();
    window.get_by_role_and_label(Role::ListBoxOption, "Query a warehouse").click();
    window.run_ok();
    assert_eq!(view(&window).name, "Query a warehouse");
    drop(window);
    for size in [USUAL, Vec2::new(900.0, 600.0), Vec2::new(450.0, 300.0)] {
        let mut window = window::window(folder.path(), size);
        press(&mut window, Key::H);
        for _ in model(&window).unwrap().catalogue().needs().to_vec() {
            press(&mut window, Key::CloseBracket);
            press(&mut window, Key::Enter);
            assert!(!view(&window).yours.is_empty() || view(&window).ways[0].yours == 0);
            press(&mut window, Key::Escape);
        }
        assert_eq!(view(&window).name, "Run an API");
    }
}

#[test]
fn a_setting_of_a_compared_service_is_flipped_one_after_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Num5);
    let before = names(&window);
    press(&mut window, Key::F);
    assert_eq!(names(&window), before, "a stack has no setting of its own");
    press(&mut window, Key::OpenBracket);
    window.event(egui::Event::Text("lambda zip automatic".to_owned()));
    window.run_ok();
    press(&mut window, Key::Enter);
    assert_eq!(names(&window)[0], "Lambda, zip, auto");
    let mut met = Vec::new();
    for _ in 0..10 {
        press(&mut window, Key::F);
        let view = model(&window).and_then(Model::compare).unwrap();
        assert!(view.setting.contains(": ") && view.rows.iter().any(|row| row.change.changes()));
        let [left, right] = names(&window);
        assert_eq!(left, "Lambda, zip, auto");
        met.push(right);
    }
    assert!(met.contains(&"Lambda, zip, pinned".to_owned()), "{met:?}");
    assert!(met.contains(&"Lambda, image".to_owned()), "{met:?}");
    window.get_by_label("Flip a setting").click();
    window.run_ok();
    assert_ne!(names(&window)[1], met[9]);
}
