//! Whatever a learner does, what is kept up step by step is what the log alone would give.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;
#[path = "../../demarc-catalogue/tests/small/mod.rs"]
mod small;

use std::path::Path;
use std::sync::Arc;

use common::{NOW, right, rng, wrong};
use demarc_catalogue::{Asks, Catalogue};
use demarc_study::forms::{Form, LineReply, Reply};
use demarc_study::{
    Choice, Confidence, Estimate, InsightFilter, Insights, LessonProgress, LessonSaid, Moment,
    Plan, Range, Said, Stats, Study, Today,
};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Start(u8),
    Lines(u8),
    Answer(bool, usize),
    Skip,
    Undo,
    End,
    Pass(i32),
    Reopen,
    Lesson(usize, bool, bool),
    UndoLesson,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (1..6_u8).prop_map(Step::Start),
        1 => (1..4_u8).prop_map(Step::Lines),
        10 => (any::<bool>(), 0..3_usize).prop_map(|(right, sure)| Step::Answer(right, sure)),
        1 => Just(Step::Skip),
        3 => Just(Step::Undo),
        1 => Just(Step::End),
        // In hours, sometimes back.
        3 => (-30..200).prop_map(Step::Pass),
        1 => Just(Step::Reopen),
        2 => (0..2_usize, any::<bool>(), any::<bool>())
            .prop_map(|(lesson, second, right)| Step::Lesson(lesson, second, right)),
        1 => Just(Step::UndoLesson),
    ]
}

/// Everything that can be seen of a learner.
#[derive(Debug, PartialEq)]
struct Seen {
    export: String,
    stats: Stats,
    today: Today,
    insights: Insights,
    estimate: Estimate,
    chances: Vec<f64>,
    lessons: Vec<LessonProgress>,
}

fn seen(study: &Study, now: Moment) -> Seen {
    let mut export = Vec::new();
    study.export_json(&mut export).unwrap();
    let knowing = study.knowing(now);
    let asked = study.catalogue().asked_cells(now.day().date());
    Seen {
        export: String::from_utf8(export).unwrap(),
        stats: study.stats(now),
        today: study.today(now),
        insights: study.insights(now, Range::All, &InsightFilter::All),
        estimate: study.estimate(now, |_| true),
        chances: asked.into_iter().map(|cell| knowing.chance(cell)).collect(),
        lessons: study.catalogue().lesson_ixs().map(|it| study.lesson_progress(it)).collect(),
    }
}

fn take(study: &mut Study, step: &Step, now: Moment) {
    match step {
        Step::Start(count) => {
            let plan = Plan::Mixed { count: usize::from(*count) };
            study.start(&plan, now, &mut rng(now.utc_ms as u64)).unwrap();
        }
        Step::Lines(count) => {
            let choice = Choice { length: usize::from(*count), ..Choice::default() };
            study.start(&Plan::Form(Form::Line, choice), now, &mut rng(now.utc_ms as u64)).unwrap();
        }
        Step::Answer(is_right, sure) if study.question(now).is_some() => {
            let key = study.question(now).unwrap().key(study.catalogue());
            let slip = Reply::Line(LineReply { below: *sure * 3, flipped: Vec::new() });
            let reply = if *is_right { key } else { slip };
            study.reply(&reply, Confidence::ALL[*sure], 3_000, now).unwrap();
            study.advance();
        }
        Step::Answer(is_right, sure) => {
            if study.session().and_then(|it| it.item()).is_some() {
                let said = if *is_right { right(study) } else { wrong(study) };
                study.answer(said, Confidence::ALL[*sure], 3_000, now).unwrap();
                if *sure > 0 {
                    study.advance();
                } else {
                    // Left in feedback: the next answer is refused, as it should be.
                    assert!(study.answer(said, Confidence::Sure, 0, now).is_err());
                    study.advance();
                }
            }
        }
        Step::Skip if study.session().is_some() => study.skip(now).unwrap(),
        Step::Undo if study.session().is_some() => {
            study.undo(now).unwrap();
        }
        Step::End => {
            study.end(now).unwrap();
        }
        Step::Lesson(lesson, second, is_right) => {
            let lesson = study.catalogue().lesson_ixs().nth(*lesson).unwrap();
            let asked = &study.catalogue().lesson(lesson).questions[usize::from(*second)];
            let said = match asked.asks {
                Asks::Verdict(cell) => {
                    let side = study.catalogue().ruling(cell).side;
                    let right = Said::right_for(side).unwrap();
                    let wrong = if right == Said::Of { Said::In } else { Said::Of };
                    LessonSaid::Side(if *is_right { right } else { wrong })
                }
                // In the small cloud the first choice is the right one.
                Asks::Choice(_) => LessonSaid::Choice(usize::from(!is_right)),
            };
            let mut rng = rng(now.utc_ms as u64);
            let right =
                study.answer_lesson(lesson, usize::from(*second), said, 0, now, &mut rng).unwrap();
            assert_eq!(right, *is_right);
        }
        Step::UndoLesson => {
            study.undo_lesson(now, &mut rng(now.utc_ms as u64)).unwrap();
        }
        Step::Skip | Step::Undo | Step::Pass(_) | Step::Reopen => {}
    }
}

fn later(now: Moment, step: &Step) -> Moment {
    match step {
        Step::Pass(hours) => now.plus_ms(i64::from(*hours) * 3_600_000),
        _ => now.plus_ms(10_000),
    }
}

fn open(catalogue: &Arc<Catalogue>, file: &Path, now: Moment) -> Study {
    Study::open(Arc::clone(catalogue), file, now).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_up_is_what_the_log_gives(steps in prop::collection::vec(step(), 1..80)) {
        let catalogue = Arc::new(small::catalogue());
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("progress.sqlite3");
        let mut now = NOW;
        let mut kept = open(&catalogue, &file, now);
        let mut held = Study::in_memory(Arc::clone(&catalogue), now);
        // A lesson's answer can be taken back until the program ends.
        let mut taught = false;
        for step in &steps {
            taught = match step {
                Step::Lesson(..) => true,
                Step::UndoLesson if !taught => continue,
                Step::UndoLesson | Step::Reopen => false,
                _ => taught,
            };
            now = later(now, step);
            take(&mut kept, step, now);
            take(&mut held, step, now);
            if matches!(step, Step::Reopen) {
                let before = seen(&kept, now);
                let running = kept.session().cloned();
                drop(kept);
                kept = open(&catalogue, &file, now);
                kept.resume(now);
                if let Some(running) = running.filter(|it| it.item().is_some()) {
                    prop_assert_eq!(kept.session(), Some(&running));
                    prop_assert_eq!(seen(&kept, now), before);
                } else {
                    held.end(now).unwrap();
                }
            }
        }
        let before = seen(&kept, now);
        prop_assert_eq!(&before.stats, &held.stats(now), "in a file or in memory");
        kept.rebuild(now).unwrap();
        prop_assert_eq!(&seen(&kept, now), &before, "rebuilt from the file");
        let in_memory = seen(&held, now);
        held.rebuild(now).unwrap();
        prop_assert_eq!(&seen(&held, now), &in_memory, "rebuilt from memory");
        drop(kept);
        let read = Study::open_read_only(catalogue, &file, now).unwrap();
        prop_assert_eq!(&seen(&read, now), &before, "only read");
    }
}
