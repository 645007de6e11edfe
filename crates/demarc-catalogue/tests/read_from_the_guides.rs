//! Answers that a reader wrote from the guides without having seen the rules, against the rulings.
//!
//! The table was drawn over all deployments. The reader agreed on 258 of 265 cells; the other
//! seven, all about having backups, are settled in `questions/OPEN.md`.

use demarc_catalogue::{Catalogue, Cell};

const TABLE: &str = include_str!("read_from_the_guides.tsv");

#[test]
fn rulings_agree_with_what_a_reader_of_the_guides_answered() {
    let catalogue = Catalogue::shipped().expect("the shipped content loads");
    let today = catalogue.released();
    let mut rows = 0;
    let mut wrong = Vec::new();
    for line in TABLE.lines().skip(1) {
        let [deployment, duty, side, page] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four columns: {line}");
        };
        let cell = Cell {
            deployment: catalogue.find_deployment(deployment).expect(deployment),
            duty: catalogue.find_duty(duty).expect(duty),
        };
        rows += 1;
        let ruled = catalogue.ruling(cell).side.as_str();
        if ruled != side || !catalogue.asked(cell, today) {
            wrong.push(format!("{deployment} {duty}: ruled {ruled}, read {side} in {page}"));
        }
    }
    assert!(rows >= 200, "only {rows} rows");
    assert_eq!(wrong, Vec::<String>::new());
}
