//! What is derived from the log is kept up with every answer and undo; made anew from the log it
//! gives the same screens. `DEMARC_REBUILD_ANSWERS` says how long the log is; `.ci/run` asks for
//! 100,000.

#![allow(clippy::unwrap_used, reason = "helpers of tests stop where they fail")]

use std::{path::Path, sync::Arc};

use demarc_app::model::{Model, Tick, action::Action, insights::InsightsStep, route::Route};
use demarc_catalogue::{Catalogue, Cell};
use demarc_study::{
    Choice, Confidence, InsightFilter, Moment, Plan, Range, Said, Study,
    forms::{Form, LineReply, Reply},
};
use rand::{RngExt, SeedableRng, rngs::StdRng};

const START: Moment = Moment::new(1_600_000_000_000, 60);
/// Seen on the day after the last answer.
const HOUR_MS: i64 = 3_600_000;

fn length() -> usize {
    let told = std::env::var("DEMARC_REBUILD_ANSWERS").ok();
    told.map_or(3_000, |it| it.parse().unwrap())
}

/// A folder on a disk in memory where there is one: a real one would be waited for at every answer.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

fn open(catalogue: &Arc<Catalogue>, file: &Path, now: Moment) -> Study {
    Study::open(Arc::clone(catalogue), file, now).unwrap()
}

/// Answers, two sessions a day, with lines to draw, wrong answers, skips, undos and days of rest.
fn practise(study: &mut Study, answers: usize) -> Moment {
    let mut rng = StdRng::seed_from_u64(5);
    let asked = study.catalogue().asked_cells(START.day().date());
    let (mut now, mut sitting) = (START, 0_usize);
    while study.answers() < answers {
        now = now.plus_ms(HOUR_MS * rng.random_range(6..30));
        sitting += 1;
        let met = (asked.len() * (study.answers() + 50) / answers).clamp(1, asked.len());
        let pick = |rng: &mut StdRng| asked[(rng.random::<f64>().powi(2) * met as f64) as usize];
        let cells: Vec<Cell> = (0..40).map(|_| pick(&mut rng)).collect();
        let lines = Plan::Form(Form::Line, Choice { length: 1, ..Choice::default() });
        let plan = if sitting % 25 == 0 { lines } else { Plan::Cells(cells) };
        study.start(&plan, now, &mut rng).unwrap();
        while let Some(cell) = study.session().and_then(|it| it.item()).map(|it| it.cell) {
            now = now.plus_ms(rng.random_range(3_000..40_000));
            say(study, cell, now, &mut rng);
        }
        study.finish(now).unwrap();
    }
    now.plus_ms(24 * HOUR_MS)
}

fn say(study: &mut Study, cell: Cell, now: Moment, rng: &mut StdRng) {
    let confidence = Confidence::ALL[rng.random_range(0..3)];
    if study.question(now).is_some() {
        let reply = Reply::Line(LineReply { below: rng.random_range(0..9), flipped: Vec::new() });
        study.reply(&reply, confidence, 9_000, now).unwrap();
        study.advance();
        return;
    }
    if rng.random_bool(0.02) {
        study.skip(now).unwrap();
        return;
    }
    let truth = Said::right_for(study.catalogue().ruling(cell).side).unwrap();
    let other = if truth == Said::Of { Said::In } else { Said::Of };
    let said = if rng.random_bool(0.85) { truth } else { other };
    study.answer(said, confidence, rng.random_range(2_000..70_000), now).unwrap();
    if rng.random_bool(0.01) {
        study.undo(now).unwrap();
    } else {
        study.advance();
    }
}

/// What every screen shows, as values.
fn seen(study: Study, now: Moment) -> Vec<(&'static str, String)> {
    let tick = Tick { now, uptime_ms: 0 };
    let last = study.sessions()[0].id;
    let mut model = Model::new(study, String::new(), StdRng::seed_from_u64(1), tick);
    model.count_at_once(usize::MAX);
    let mut seen = Vec::new();
    model.apply(Action::Go(Route::Today), tick);
    seen.push(("Today", format!("{:?}", model.today())));
    model.apply(Action::Go(Route::Practice), tick);
    seen.push(("Practice", format!("{:?}", model.choices())));
    model.apply(Action::Go(Route::Explore), tick);
    model.apply(Action::Mastery(true), tick);
    let cell = model.catalogue().asked_cells(now.day().date())[0];
    model.apply(Action::Select(Some(cell)), tick);
    seen.push(("Explore", format!("{:?} {:?}", model.explore(), model.drawer())));
    for (name, range) in [("Insights, 90 days", Range::Days90), ("Insights, all", Range::All)] {
        let show = InsightsStep::Show(range, InsightFilter::All);
        model.apply(Action::Insights(show), tick);
        seen.push((name, format!("{:?}", model.insights().unwrap().figures)));
    }
    let scope = InsightFilter::Service("lambda".to_owned());
    model.apply(Action::Insights(InsightsStep::Show(Range::Year, scope)), tick);
    seen.push(("Insights, Lambda", format!("{:?}", model.insights().unwrap().figures)));
    model.apply(Action::Go(Route::Report(last)), tick);
    seen.push(("Report", format!("{:?}", model.report())));
    model.apply(Action::Go(Route::Lessons), tick);
    seen.push(("Lessons", format!("{:?}", model.lessons())));
    seen
}

#[test]
fn every_screen_is_the_same_once_all_is_made_anew_from_the_log() {
    let answers = length();
    let catalogue = Arc::new(Catalogue::shipped().unwrap());
    let folder = folder();
    let file = folder.path().join("progress.sqlite3");
    let mut study = open(&catalogue, &file, START);
    let now = practise(&mut study, answers);
    assert!(study.answers() >= answers);
    let kept = seen(study, now);
    assert!(kept.iter().all(|(_, it)| it.len() > 100), "each screen shows something");
    let reopened = seen(open(&catalogue, &file, now), now);
    same(&kept, &reopened, "opened anew");
    let mut study = open(&catalogue, &file, now);
    study.rebuild(now).unwrap();
    same(&kept, &seen(study, now), "rebuilt");
}

fn same(kept: &[(&str, String)], other: &[(&str, String)], how: &str) {
    assert_eq!(kept.len(), other.len());
    for ((name, one), (_, other)) in kept.iter().zip(other) {
        let differs = one.bytes().zip(other.bytes()).position(|(a, b)| a != b);
        let around = |text: &str, at: usize| {
            text.chars().skip(at.saturating_sub(120)).take(240).collect::<String>()
        };
        assert!(
            one == other,
            "{name}, {how}:\n{}\n{}",
            around(one, differs.unwrap_or(0)),
            around(other, differs.unwrap_or(0))
        );
    }
}
