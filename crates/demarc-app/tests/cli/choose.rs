//! What each way to meet a need leaves to you: `choose`.

use demarc_catalogue::Subject;

use crate::terminal::{Machine, Run, catalogue, finished};

fn run(arguments: &[&str]) -> Run {
    finished(&mut Machine::new().bare(arguments), "")
}

#[test]
fn without_a_need_it_lists_them() {
    let (catalogue, found) = (catalogue(), run(&["choose"]));
    assert_eq!((found.code, found.err.as_str()), (0, ""));
    assert_eq!(found.out.lines().count(), catalogue.needs().len());
    for (at, line) in catalogue.need_ixs().zip(found.out.lines()) {
        let (need, ways) = (catalogue.need(at), catalogue.ways(at, catalogue.released()));
        assert!(line.starts_with(&format!("{} ", need.id)), "{line}");
        assert!(line.contains(&need.name), "{line}");
        let (first, last) = (ways.first().unwrap(), ways.last().unwrap());
        let left = format!("{} down to {} duties", first.yours.len(), last.yours.len());
        assert!(line.contains(&left), "{line}");
    }
}

#[test]
fn a_need_is_printed_from_most_control_to_most_taken_off_you() {
    let (catalogue, found) = (catalogue(), run(&["choose", "api"]));
    assert_eq!((found.code, found.err.as_str()), (0, ""));
    let need = catalogue.find_need("api").unwrap();
    let ways = catalogue.ways(need, catalogue.released());
    let mut rows = found.out.lines().skip_while(|line| !line.starts_with("yours ")).skip(1);
    for way in &ways {
        let row = rows.next().unwrap();
        let mut numbers = row.split_whitespace();
        assert_eq!(numbers.next(), Some(way.yours.len().to_string().as_str()), "{row}");
        let layers = numbers.take(9).map(|it| it.trim_start_matches('|').parse().unwrap_or(0));
        assert_eq!(layers.sum::<usize>(), way.yours.len(), "{row}");
        if let Subject::Stack(at) = way.subject {
            assert!(row.ends_with(&catalogue.stacks()[at.index()].name), "{row}");
        }
    }
    let off = ways.last().unwrap().instead_of(&ways[0]);
    let words: Vec<&str> = found.out.split_whitespace().collect();
    let said = format!("AWS takes over ({} duties):", off.taken_over.len());
    assert!(words.join(" ").contains(&said), "{said} is not in {}", found.out);
}

#[test]
fn a_slip_is_helped_on() {
    let wrong = run(&["choose", "conteiners"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
    assert!(wrong.err.contains("did you mean `containers`?"), "{}", wrong.err);
    assert!(run(&["choose", "qqqqqqqq"]).err.contains("`demarc choose` lists them all"));
}
