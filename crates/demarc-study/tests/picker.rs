//! What is asked, and in which order.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

mod common;

use std::collections::{BTreeSet, HashMap};

use common::{NOW, answer_all, in_memory, right, rng, wrong};
use demarc_catalogue::{Cell, Layer, Side};
use demarc_study::{Choice, Confidence, Moment, Plan, Settings, Study, StudyError};

fn cells(study: &Study) -> Vec<Cell> {
    study.session().unwrap().items.iter().map(|item| item.cell).collect()
}

fn start(study: &mut Study, plan: &Plan, now: Moment, seed: u64) -> Vec<Cell> {
    study.start(plan, now, &mut rng(seed)).unwrap();
    cells(study)
}

fn service(study: &Study, cell: Cell) -> String {
    study.catalogue().service_of(cell.deployment).id.clone()
}

/// Answers the whole session, each question as `says` tells by its cell.
fn answer(study: &mut Study, now: Moment, says: impl Fn(Cell) -> (bool, Confidence)) {
    while let Some(item) = study.session().unwrap().item().copied() {
        let (is_right, confidence) =
            if item.repeat { (true, Confidence::Likely) } else { says(item.cell) };
        let said = if is_right { right(study) } else { wrong(study) };
        study.answer(said, confidence, 4_000, now).unwrap();
        study.advance();
    }
}

#[test]
fn the_first_questions_are_about_duties_that_move_on_several_services() {
    for seed in 0..20 {
        let mut study = in_memory();
        let asked = start(&mut study, &Plan::Mixed { count: 10 }, NOW, seed);
        let catalogue = study.catalogue();
        for &cell in &asked {
            let duty = catalogue.duty(cell.duty);
            assert!(duty.votes && !duty.provider_wide, "{}", duty.id);
            assert!(catalogue.contrast(cell, NOW.day().date()).unwrap().flips, "{}", duty.id);
        }
        let services: BTreeSet<_> = asked.iter().map(|&cell| service(&study, cell)).collect();
        let layers: BTreeSet<Layer> =
            asked.iter().map(|it| catalogue.duty(it.duty).layer).collect();
        let of = asked.iter().filter(|&&cell| catalogue.ruling(cell).side == Side::Of).count();
        assert!(services.len() >= 5, "{services:?}");
        assert!(layers.len() >= 4, "{layers:?}");
        assert!((3..=7).contains(&of), "{of} of 10 are OF");
    }
}

#[test]
fn the_very_first_question_is_on_one_of_the_services_that_stories_tell_most_of() {
    let mut stories: HashMap<String, usize> = HashMap::new();
    let study = in_memory();
    for verdict in study.catalogue().scenarios().iter().flat_map(|it| &it.verdicts) {
        *stories.entry(service(&study, verdict.cell)).or_default() += 1;
    }
    let mut most: Vec<_> = stories.into_iter().collect();
    most.sort_by_key(|it| std::cmp::Reverse(it.1));
    for seed in 0..20 {
        let mut study = in_memory();
        let first = start(&mut study, &Plan::Mixed { count: 10 }, NOW, seed)[0];
        let first = service(&study, first);
        assert!(most[..6].iter().any(|it| it.0 == first), "{first} is not among {:?}", &most[..6]);
    }
}

#[test]
fn a_contrast_follows_soon() {
    for seed in 0..10 {
        let mut study = in_memory();
        let asked = start(&mut study, &Plan::Learn { count: 20 }, NOW, seed);
        let side = |cell: Cell| study.catalogue().ruling(cell).side;
        let paired = asked.iter().enumerate().filter(|&(at, &cell)| {
            let near = at.saturating_sub(3)..(at + 4).min(asked.len());
            asked[near].iter().any(|it| it.duty == cell.duty && side(*it) != side(cell))
        });
        assert!(paired.count() >= 14, "seed {seed}");
    }
}

#[test]
fn the_same_generator_gives_the_same_questions() {
    let (mut a, mut b) = (in_memory(), in_memory());
    let plan = Plan::Mixed { count: 40 };
    assert_eq!(start(&mut a, &plan, NOW, 5), start(&mut b, &plan, NOW, 5));
    let lists: BTreeSet<_> = (0..10).map(|seed| start(&mut a, &plan, NOW, seed)).collect();
    assert!(lists.len() > 1, "chance has a say");
}

#[test]
fn no_duty_comes_thrice_running_and_no_cell_twice() {
    for seed in 0..10 {
        let mut study = in_memory();
        let mut now = NOW;
        for day in 0..6 {
            let plan = match day % 3 {
                0 => Plan::Mixed { count: 60 },
                1 => Plan::Weakest { count: 30 },
                _ => Plan::Choice(Choice { length: 50, ..Choice::default() }),
            };
            let asked = start(&mut study, &plan, now, seed);
            let thrice =
                asked.windows(3).any(|it| it[0].duty == it[1].duty && it[1].duty == it[2].duty);
            assert!(!thrice, "seed {seed}, day {day}");
            assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), asked.len());
            answer_all(&mut study, now, |number| number % 3 > 0);
            now = now.plus_days(1);
        }
    }
}

#[test]
fn what_is_due_comes_back_sure_errors_first_then_the_most_overdue() {
    let mut study = in_memory();
    let asked = start(&mut study, &Plan::Mixed { count: 6 }, NOW, 1);
    answer(&mut study, NOW, |cell| match asked.iter().position(|it| *it == cell).unwrap() {
        3 => (false, Confidence::Sure),
        4 => (false, Confidence::Guess),
        5 => (true, Confidence::Guess),
        _ => (true, Confidence::Likely),
    });
    assert!(study.due(NOW).is_empty());
    let tomorrow = study.due(NOW.plus_days(1));
    assert_eq!(tomorrow.len(), 3);
    assert_eq!(tomorrow[0], asked[3], "although it was put right in the same session");
    let overdue = study.due(NOW.plus_days(4));
    assert_eq!(overdue.len(), 6);
    let place = |at: usize| overdue.iter().position(|it| *it == asked[at]).unwrap();
    assert!(place(3) == 0 && place(4) < place(5) && place(5) < place(0));

    let mut study = in_memory();
    let asked = start(&mut study, &Plan::Mixed { count: 3 }, NOW, 1);
    for (is_right, confidence) in
        [(false, Confidence::Guess), (false, Confidence::Sure), (true, Confidence::Sure)]
    {
        let said = if is_right { right(&study) } else { wrong(&study) };
        study.answer(said, confidence, 0, NOW).unwrap();
        study.advance();
    }
    study.end(NOW).unwrap();
    assert_eq!(study.due(NOW.plus_days(1)), [asked[1], asked[0]]);
}

#[test]
fn the_day_limits_what_is_new_by_itself_and_a_number_that_was_asked_for_is_kept() {
    let mut study = in_memory();
    study.set_settings(Settings { daily_new: 5, ..Settings::default() }, NOW).unwrap();
    assert_eq!(study.today(NOW).new_left, 5);
    let asked = start(&mut study, &Plan::Learn { count: 10 }, NOW, 1);
    assert_eq!(asked.len(), 5);
    answer_all(&mut study, NOW, |_| true);
    study.end(NOW).unwrap();
    assert_eq!(study.today(NOW).new_left, 0);
    let none = study.start(&Plan::Learn { count: 10 }, NOW, &mut rng(1));
    assert!(matches!(none, Err(StudyError::NothingToAsk)));

    let mixed = start(&mut study, &Plan::Mixed { count: 8 }, NOW, 1);
    assert_eq!(mixed.len(), 8);
    let met: BTreeSet<Cell> = asked.into_iter().collect();
    assert!(mixed[..5].iter().all(|it| met.contains(it)), "what was met comes before what is new");
    assert!(mixed[5..].iter().all(|it| !met.contains(it)));
    study.end(NOW).unwrap();
    let tomorrow = NOW.plus_days(1);
    assert_eq!(study.today(tomorrow).new_left, 5);
}

#[test]
fn what_is_due_comes_before_what_is_new() {
    let mut study = in_memory();
    let first = start(&mut study, &Plan::Mixed { count: 4 }, NOW, 1);
    answer_all(&mut study, NOW, |_| true);
    study.end(NOW).unwrap();
    let later = NOW.plus_days(5);
    let mixed = start(&mut study, &Plan::Mixed { count: 10 }, later, 1);
    let due: BTreeSet<_> = first.iter().collect();
    assert!(mixed[..4].iter().all(|it| due.contains(it)));
    study.end(later).unwrap();
    assert_eq!(start(&mut study, &Plan::Due { limit: 3 }, later, 1).len(), 3);
}

#[test]
fn nothing_due_and_nothing_weak_is_said() {
    let mut study = in_memory();
    for plan in [
        Plan::Due { limit: 10 },
        Plan::Weakest { count: 10 },
        Plan::Cells(vec![]),
        Plan::Mixed { count: 0 },
    ] {
        let none = study.start(&plan, NOW, &mut rng(1));
        assert!(matches!(none, Err(StudyError::NothingToAsk)), "{plan:?}");
    }
    assert!(study.session().is_none() && study.sessions().is_empty());
}

#[test]
fn the_weakest_are_those_that_were_wrong() {
    let mut study = in_memory();
    let asked = start(&mut study, &Plan::Mixed { count: 12 }, NOW, 1);
    answer(&mut study, NOW, |cell| (cell.duty != asked[0].duty, Confidence::Likely));
    study.end(NOW).unwrap();
    let wrong: BTreeSet<_> = asked.iter().filter(|it| it.duty == asked[0].duty).collect();
    let weakest = start(&mut study, &Plan::Weakest { count: wrong.len() }, NOW.plus_days(1), 1);
    assert_eq!(weakest.iter().collect::<BTreeSet<_>>(), wrong);
}

#[test]
fn a_choice_asks_what_was_chosen_and_no_more() {
    let mut study = in_memory();
    let choice = Choice {
        services: vec!["lambda".to_owned(), "ec2".to_owned()],
        layers: vec![Layer::Platform, Layer::GuestOs],
        length: 12,
        ..Choice::default()
    };
    for cell in start(&mut study, &Plan::Choice(choice.clone()), NOW, 1) {
        assert!(["lambda", "ec2"].contains(&service(&study, cell).as_str()));
        let layer = study.catalogue().duty(cell.duty).layer;
        assert!([Layer::Platform, Layer::GuestOs].contains(&layer));
    }
    let differing = Choice { differing_only: true, length: 1_000, ..choice };
    let asked = start(&mut study, &Plan::Choice(differing), NOW, 1);
    for cell in &asked {
        let other = |it: &&Cell| {
            it.duty == cell.duty && {
                let side = |cell: Cell| study.catalogue().ruling(cell).side;
                side(**it) != side(*cell)
            }
        };
        assert!(asked.iter().any(|it| other(&it)));
    }
    assert_eq!(study.session().unwrap().title, "Lambda, EC2 and 2 more");
}

#[test]
fn a_choice_of_what_does_not_exist_is_an_error_that_names_it() {
    let mut study = in_memory();
    for (choice, says) in [
        (
            Choice { services: vec!["lambada".to_owned()], ..Choice::default() },
            "no service `lambada`",
        ),
        (Choice { categories: vec!["x".to_owned()], ..Choice::default() }, "no category `x`"),
        (Choice { duties: vec!["x".to_owned()], ..Choice::default() }, "no duty `x`"),
        (Choice { deployments: vec!["x".to_owned()], ..Choice::default() }, "no deployment `x`"),
    ] {
        let error = study.start(&Plan::Choice(choice), NOW, &mut rng(1)).unwrap_err();
        assert!(error.to_string().contains(says), "{error}");
    }
    let plan = Plan::Scenarios { ids: vec!["x".to_owned()], count: 1 };
    assert!(
        study.start(&plan, NOW, &mut rng(1)).unwrap_err().to_string().contains("no scenario `x`")
    );
}

#[test]
fn scenarios_come_whole_and_those_not_met_first() {
    let mut study = in_memory();
    let mut seen = BTreeSet::new();
    for seed in 0..5 {
        study.start(&Plan::Scenarios { ids: vec![], count: 2 }, NOW, &mut rng(seed)).unwrap();
        let items = study.session().unwrap().items.clone();
        for item in items
            .chunk_by(|a, b| a.scenario.map(|it| it.scenario) == b.scenario.map(|it| it.scenario))
        {
            let at = item[0].scenario.unwrap().scenario;
            let scenario = &study.catalogue().scenarios()[at.index()];
            assert!(seen.insert(scenario.id.clone()), "{} came twice", scenario.id);
            let verdicts: Vec<Cell> = scenario.verdicts.iter().map(|it| it.cell).collect();
            assert_eq!(item.iter().map(|it| it.cell).collect::<Vec<_>>(), verdicts);
        }
        answer_all(&mut study, NOW.plus_ms(seed as i64 * 600_000), |_| true);
        study.end(NOW).unwrap();
    }
    let report = study.report(study.sessions()[0].id).unwrap();
    assert!(report.items.iter().all(|it| it.scenario.as_ref().is_some_and(|it| seen.contains(it))));
    assert!(
        study.record(report.items[0].cell.unwrap()).memory.is_some(),
        "the cell is learned too"
    );
}

#[test]
fn given_cells_are_asked_in_their_order() {
    let mut study = in_memory();
    let mut chosen = start(&mut study, &Plan::Mixed { count: 6 }, NOW, 1);
    chosen.reverse();
    assert_eq!(start(&mut study, &Plan::Cells(chosen.clone()), NOW, 1), chosen);
}
