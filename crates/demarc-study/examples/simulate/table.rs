//! The outcomes as tables in Markdown.

use std::fmt::Write as _;

use crate::Kind;
use crate::policy::{Deck, Policy};
use crate::run::{ANSWERS_A_DAY, CHECKS, Check, GOAL, Outcome, mean};

pub fn table(
    deck: &Deck,
    outcomes: &[(Kind, Policy, Vec<Outcome>)],
    seed: u64,
    learners: u64,
    days: i32,
) -> String {
    let mut text = format!(
        "Seed {seed}; {learners} learners of each kind; content {}; {} cells of {} services; \
         {ANSWERS_A_DAY} answers a day; at most {days} days.\n\n",
        deck.catalogue.content_version(),
        deck.cells.len(),
        deck.services.len(),
    );
    let mut line = |cells: &[String]| {
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    };
    let words = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    line(&words(&[
        "learners",
        "policy",
        "answers until 90 %, median (middle half)",
        "reached it",
        "accuracy never asked, after 400",
        "due in the morning, mean; highest 5 %",
        "of it asked",
    ]));
    line(&words(&["---"; 7]));
    for (kind, policy, group) in outcomes {
        let mut reached: Vec<usize> = group.iter().filter_map(|it| it.reached).collect();
        reached.sort_unstable();
        // Whoever never reached it counts as later than all who did.
        let at = |share: f64| {
            let place = (group.len() as f64 * share) as usize;
            reached.get(place).map_or("never".to_owned(), |it| it.to_string())
        };
        let load = |of: &dyn Fn(&(usize, usize)) -> usize| {
            let mut days: Vec<usize> =
                group.iter().flat_map(|it| it.due.iter().skip(1).map(of)).collect();
            days.sort_unstable();
            let high = days.get(days.len() * 95 / 100).copied().unwrap_or(0);
            format!("{:.0}; {high}", mean(days.iter().map(|&it| it as f64)).unwrap_or(0.0))
        };
        line(&[
            kind.name().to_owned(),
            policy.name().to_owned(),
            format!("{} ({} to {})", at(0.5), at(0.25), at(0.75)),
            format!("{} of {}", reached.len(), group.len()),
            percent(mean(group.iter().filter_map(|it| it.unasked))),
            load(&|it| it.0),
            load(&|it| it.1),
        ]);
    }
    text.push('\n');
    let mut line = |cells: &[String]| {
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    };
    line(&words(&[
        "learners",
        "policy",
        "answers",
        "truth, mean",
        "error of what is shown",
        "bias",
        "error of the guess-corrected rate",
        "truth within the interval",
        "its width",
        "shown at all",
        "layers: shown, error, within",
    ]));
    line(&words(&["---"; 11]));
    for (kind, policy, group) in outcomes {
        for (at, answers) in CHECKS.iter().enumerate() {
            let checks: Vec<&Check> = group.iter().filter_map(|it| it.checks.get(at)).collect();
            let over = |f: &dyn Fn(&Check) -> f64| mean(checks.iter().map(|it| f(it)));
            let layers = checks.iter().fold((0, 0, 0.0), |sum, it| {
                (sum.0 + it.layers.0, sum.1 + it.layers.1, sum.2 + it.layers.2)
            });
            let of_layers = |sum: f64| percent((layers.0 > 0).then(|| sum / layers.0 as f64));
            let share = |is: bool| f64::from(u8::from(is));
            line(&[
                kind.name().to_owned(),
                policy.name().to_owned(),
                answers.to_string(),
                percent(over(&|it| it.truth)),
                points(over(&|it| (it.known - it.truth).abs())),
                points(over(&|it| it.known - it.truth)),
                points(over(&|it| (it.rate - it.truth).abs())),
                percent(over(&|it| share(it.covered()))),
                points(over(&|it| it.high - it.low)),
                percent(over(&|it| share(it.enough))),
                format!(
                    "{:.1}, {}, {}",
                    layers.0 as f64 / checks.len().max(1) as f64,
                    of_layers(layers.2),
                    of_layers(layers.1 as f64)
                ),
            ]);
        }
    }
    let _ = writeln!(
        text,
        "\nThe goal: a mean chance of {:.0} % of being right, 30 days later.",
        GOAL * 100.0
    );
    text
}

fn percent(share: Option<f64>) -> String {
    share.map_or("-".to_owned(), |share| format!("{:.0} %", share * 100.0))
}

fn points(share: Option<f64>) -> String {
    share.map_or("-".to_owned(), |share| format!("{:.1}", share * 100.0))
}
