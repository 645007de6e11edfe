//! The draw of a blind audit from the shipped content.
#![allow(clippy::expect_used, reason = "a test stops where it fails")]

use std::collections::HashSet;

use demarc_catalogue::{Catalogue, Cell, Level};

const SEEDS: std::ops::Range<u64> = 1..6;

fn shipped() -> Catalogue {
    Catalogue::shipped().expect("the shipped content loads")
}

fn draw(catalogue: &Catalogue, seed: u64, count: usize) -> Vec<Cell> {
    catalogue.draw(seed, count, &HashSet::new(), catalogue.released())
}

#[test]
fn one_seed_gives_one_draw_and_another_seed_another() {
    let catalogue = shipped();
    let again = shipped();
    for seed in SEEDS {
        assert_eq!(draw(&catalogue, seed, 300), draw(&again, seed, 300));
        let (mine, other) = (draw(&catalogue, seed, 300), draw(&catalogue, seed + 1, 300));
        let same = mine.iter().filter(|cell| other.contains(cell)).count();
        assert!(same < 100, "seeds {seed} and {} share {same} of 300", seed + 1);
    }
}

#[test]
fn what_is_drawn_is_asked_and_half_of_it_depends_on_a_setting() {
    let catalogue = shipped();
    let today = catalogue.released();
    for seed in SEEDS {
        for count in [10, 100, 300] {
            let drawn = draw(&catalogue, seed, count);
            let once: HashSet<Cell> = drawn.iter().copied().collect();
            assert_eq!((drawn.len(), once.len()), (count, count));
            assert!(drawn.iter().all(|&cell| catalogue.asked(cell, today)));
            let moving = drawn.iter().filter(|&&cell| catalogue.depends_on_setting(cell, today));
            assert_eq!(moving.count(), count / 2, "seed {seed}");
        }
    }
}

#[test]
fn every_category_has_its_share() {
    let catalogue = shipped();
    let category = |cell: &Cell| catalogue.service_of(cell.deployment).category.index();
    let asked = catalogue.asked_cells(catalogue.released());
    let drawn = draw(&catalogue, 1, 300);
    for (at, name) in catalogue.categories().iter().enumerate() {
        let of = |cells: &[Cell]| cells.iter().filter(|cell| category(cell) == at).count();
        let (there, mine) = (of(&asked), of(&drawn));
        assert_eq!(there > 0, mine > 0, "{}: {mine} of {there}", name.id);
        // By halves, so the shares of the whole are only near.
        let fair = there as f64 * 300.0 / asked.len() as f64;
        let near = (fair / 3.0 - 2.0)..=(fair * 3.0 + 2.0);
        assert!(near.contains(&(mine as f64)), "{}: {mine}, fair would be {fair}", name.id);
    }
}

#[test]
fn what_was_drawn_before_is_not_drawn_again() {
    let catalogue = shipped();
    let today = catalogue.released();
    let first: HashSet<Cell> = draw(&catalogue, 7, 300).into_iter().collect();
    let second = catalogue.draw(7, 100, &first, today);
    assert_eq!(second.len(), 100);
    assert!(second.iter().all(|cell| !first.contains(cell)));
    let all = catalogue.asked_cells(today);
    let but_three: HashSet<Cell> = all[3..].iter().copied().collect();
    assert_eq!(catalogue.draw(7, 100, &but_three, today), all[..3]);
}

#[test]
fn a_ruling_depends_on_a_setting_by_its_rule_or_by_its_neighbour() {
    let catalogue = shipped();
    let today = catalogue.released();
    let depends = |deployment, duty| {
        let cell = Cell {
            deployment: catalogue.find_deployment(deployment).expect(deployment),
            duty: catalogue.find_duty(duty).expect(duty),
        };
        (catalogue.depends_on_setting(cell, today), catalogue.ruling(cell).level == Level::Setting)
    };
    assert_eq!(depends("lambda.zip.auto", "runtime.apply"), (true, true));
    assert!(!depends("lambda.zip.auto", "iam.grant").0);
    assert!(!depends("aws", "facility.access").0);
    let by_neighbour = catalogue.asked_cells(today).into_iter().any(|cell| {
        catalogue.depends_on_setting(cell, today) && catalogue.ruling(cell).level != Level::Setting
    });
    assert!(by_neighbour, "some class's ruling is left by a setting of a service");
}
