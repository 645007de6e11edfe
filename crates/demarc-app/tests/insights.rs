//! Insights: cards as charts and as tables, by keys and by pointer; long logs are counted off the
//! frame; figures leave as files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop where they fail")]

mod window;

use std::{fs, sync::Arc};

use demarc_app::model::{
    Model, Tick,
    action::Action,
    insights::{Card, Count, InsightsStep, InsightsView},
    route::Route,
};
use demarc_catalogue::Catalogue;
use demarc_study::{Confidence, InsightFilter, Moment, Plan, Range, Said, Study};
use egui::{Key, Vec2, accesskit::Role};
use egui_kittest::kittest::Queryable;
use rand::{SeedableRng, rngs::StdRng};
use window::{USUAL, Window, press, shows, window};

const NOW: Moment = Moment::new(1_795_507_200_000, 60);

fn tick(uptime_ms: u64) -> Tick {
    Tick { now: NOW, uptime_ms }
}

/// Answers of so many questions, the first of each four wrong.
fn practised(questions: usize) -> Study {
    let catalogue = Arc::new(Catalogue::shipped().unwrap());
    let cells: Vec<_> =
        catalogue.asked_cells(NOW.day().date()).into_iter().take(questions).collect();
    let mut study = Study::in_memory(catalogue, NOW);
    let mut rng = StdRng::seed_from_u64(1);
    study.start(&Plan::Cells(cells), NOW, &mut rng).unwrap();
    let mut number = 0;
    while let Some(item) = study.session().and_then(|it| it.item()) {
        let truth = Said::right_for(study.catalogue().ruling(item.cell).side).unwrap();
        let other = if truth == Said::Of { Said::In } else { Said::Of };
        let said = if number % 4 == 0 { other } else { truth };
        study.answer(said, Confidence::Likely, 5_000, NOW).unwrap();
        study.advance();
        number += 1;
    }
    study.finish(NOW).unwrap();
    study
}

/// A model whose log is too long to be counted at once.
fn long(questions: usize) -> Model {
    let mut rng = StdRng::seed_from_u64(1);
    let mut model =
        Model::new(practised(questions), String::new(), StdRng::from_rng(&mut rng), tick(0));
    model.count_at_once(0);
    model
}

fn view(model: &Model) -> &InsightsView {
    model.insights().unwrap()
}

fn show(model: &mut Model, period: Range, uptime_ms: u64) -> Count {
    let step = InsightsStep::Show(period, InsightFilter::All);
    model.apply(Action::Insights(step), tick(uptime_ms));
    model.take_count().unwrap()
}

fn counted(model: &mut Model, count: &Count) {
    model.apply(Action::Insights(InsightsStep::Counted(count.run())), tick(9_000));
}

#[test]
fn a_long_log_is_counted_off_the_frame_and_the_screen_says_so_late() {
    let mut model = long(8);
    model.apply(Action::Go(Route::Insights), tick(1_000));
    let count = model.take_count().unwrap();
    assert!(view(&model).figures.is_none() && !view(&model).counting.unwrap().says_so);
    model.apply(Action::Insights(InsightsStep::Waiting), tick(1_300));
    assert!(view(&model).counting.unwrap().says_so);
    counted(&mut model, &count);
    assert!(view(&model).counting.is_none());
    assert_eq!(view(&model).figures.as_ref().unwrap().insights.tally.n(), 8);
    assert!(model.take_count().is_none(), "nothing is counted twice");
}

#[test]
fn what_was_asked_for_before_is_dropped_when_it_comes() {
    let mut model = long(8);
    let year = show(&mut model, Range::Year, 0);
    counted(&mut model, &year);
    let slow = show(&mut model, Range::Days30, 10);
    let wanted = show(&mut model, Range::All, 20);
    counted(&mut model, &slow);
    assert_eq!(view(&model).figures.as_ref().unwrap().period, Range::Year, "the figures of before");
    assert!(view(&model).counting.is_some());
    counted(&mut model, &wanted);
    assert_eq!(view(&model).figures.as_ref().unwrap().period, Range::All);
    counted(&mut model, &slow);
    assert_eq!(view(&model).figures.as_ref().unwrap().period, Range::All);
}

#[test]
fn work_that_breaks_off_leaves_the_figures_of_before() {
    let mut model = long(8);
    let year = show(&mut model, Range::Year, 0);
    counted(&mut model, &year);
    let all = show(&mut model, Range::All, 10);
    model.apply(Action::Insights(InsightsStep::Counted(all.broken())), tick(20));
    assert!(view(&model).counting.is_none());
    assert_eq!(view(&model).figures.as_ref().unwrap().period, Range::Year);
}

#[test]
fn answers_given_meanwhile_do_not_change_what_is_being_counted() {
    let mut model = long(8);
    let count = show(&mut model, Range::All, 0);
    let cell = model.catalogue().asked_cells(NOW.day().date())[20];
    let start = demarc_app::model::action::Start::Cells(vec![cell]);
    model.apply(Action::Start(start), tick(10));
    model.apply(Action::Answer(Said::Of, Confidence::Sure), tick(20));
    assert_eq!(model.study().answers(), 11);
    counted(&mut model, &count);
    assert_eq!(view(&model).figures.as_ref().unwrap().insights.answers, 10, "two came back");
}

#[test]
fn insights_that_are_open_when_the_day_ends_are_counted_anew() {
    let mut model = long(8);
    model.apply(Action::Go(Route::Insights), tick(0));
    let count = model.take_count().unwrap();
    counted(&mut model, &count);
    let tomorrow = Tick { now: NOW.plus_days(1), uptime_ms: 50_000 };
    model.apply(Action::NewDay, tomorrow);
    let again = model.take_count().unwrap();
    model.apply(Action::Insights(InsightsStep::Counted(again.run())), tomorrow);
    let figures = view(&model).figures.as_ref().unwrap();
    assert_eq!(figures.now.day(), NOW.day().plus(1));
    assert_eq!(figures.insights.calendar.len(), 2);
    model.apply(Action::Go(Route::Today), tomorrow);
    model.apply(Action::NewDay, Tick { now: NOW.plus_days(2), uptime_ms: 60_000 });
    assert!(model.take_count().is_none(), "what is not looked at is not counted");
}

/// The rows of tables that a screen reader finds.
fn rows(window: &Window<'_>) -> usize {
    window.query_all_by(|node| node.role() == Role::Row).count()
}

#[test]
fn each_chart_has_a_table_by_key_and_by_pointer() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), Vec2::new(1280.0, 3_000.0));
    press(&mut window, Key::Escape);
    press(&mut window, Key::Num6);
    let figures =
        |window: &Window<'_>| window.query_all_by(|node| node.role() == Role::Figure).count();
    let (charts, before) = (figures(&window), rows(&window));
    assert!(charts >= 7, "{charts} charts");
    for card in Card::ALL.into_iter().filter(|card| card.has_chart()) {
        let name = format!("{} as a table", card.title());
        window.get_by_label(&name).click();
        window.run_ok();
        window.get_by_label(&format!("{} as a chart", card.title()));
    }
    assert_eq!(figures(&window), 0);
    assert!(rows(&window) > before + 11);
    press(&mut window, Key::T);
    assert_eq!(figures(&window), charts, "all are charts again");
    press(&mut window, Key::T);
    assert_eq!(figures(&window), 0);
}

#[test]
fn without_answers_each_card_says_what_it_needs() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), Vec2::new(1280.0, 3_000.0));
    press(&mut window, Key::Escape);
    press(&mut window, Key::Num6);
    for text in [
        "Finish one session and your first point appears here.",
        "Needs 20 answers: reviews of what you met on an earlier day.",
        "Needs 20 answers to rulings that were new to you.",
        "Not enough answers yet to say what you will know.",
        "Nothing was missed in this period.",
        "No answer spoke of one in this period.",
    ] {
        assert!(shows(&window, text), "{text}");
    }
}

#[test]
fn the_export_has_a_table_for_each_card_and_a_picture_for_each_chart() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path(), USUAL);
    for key in [Key::Enter, Key::A, Key::Space, Key::L, Key::Space, Key::Escape, Key::Escape] {
        press(&mut window, key);
    }
    press(&mut window, Key::Num6);
    press(&mut window, Key::E);
    let exports = folder.path().join("exports");
    let made: Vec<_> = fs::read_dir(&exports).unwrap().map(|it| it.unwrap().path()).collect();
    assert_eq!(made.len(), 1);
    // Pictures are drawn on a thread of their own.
    let toast = |window: &Window<'_>| {
        let toast = window::model(window).and_then(Model::toast);
        toast.map(|toast| toast.text.clone()).unwrap_or_default()
    };
    for _ in 0..1_800 {
        if toast(&window).contains("Tables and pictures") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
        window.run_ok();
    }
    assert!(toast(&window).contains("Tables and pictures"), "{}", toast(&window));
    for card in Card::ALL {
        let csv = fs::read_to_string(made[0].join(format!("{}.csv", card.file()))).unwrap();
        let columns = csv.lines().next().unwrap().split(',').count();
        assert!(columns >= 2, "{card:?}");
        let png = fs::read(made[0].join(format!("{}.png", card.file())));
        assert_eq!(png.is_ok(), card.has_chart(), "{card:?}");
        if let Ok(png) = png {
            assert_eq!(png[1..4], *b"PNG");
            let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
            assert_eq!(width, 1_440, "two pixels a point");
        }
    }
    let answers = fs::read_to_string(made[0].join("answers.csv")).unwrap();
    assert_eq!(answers.lines().count(), 3);
}
