//! What a placement finds out, against as many questions at random: `simulate --placement`.

use std::error::Error;
use std::fmt::Write as _;
use std::sync::Arc;

use demarc_study::{Choice, Learner, Moment, Plan, Study};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use crate::chance::right_side;
use crate::policy::Deck;
use crate::run::{Check, check, mean};
use crate::{Kind, START};

/// How the questions are chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Placement,
    Random,
}

/// What came of one learner.
struct Placed {
    asked: usize,
    check: Check,
    /// Of cells that learning new ones now leaves for last: how many, and what of them is known.
    skipped: (usize, f64),
}

/// The table, in Markdown.
pub fn table(deck: &Deck, seed: u64, learners: u64) -> Result<String, Box<dyn Error>> {
    let mut text = format!(
        "Seed {seed}; {learners} learners of each kind; content {}; {} cells of {} services.\n\n\
         | learners | questions | how many | truth | error | bias | truth within the interval | \
         its width | shown at all | left for last, of all | of it known |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
        deck.catalogue.content_version(),
        deck.cells.len(),
        deck.services.len(),
    );
    for kind in Kind::ALL {
        let mut groups = [Vec::new(), Vec::new()];
        for number in 0..learners {
            let own = seed.wrapping_mul(1_000_003).wrapping_add(number) * 4 + kind as u64;
            let one = place(deck, kind, own, Way::Placement, 0)?;
            // Each learner is asked as many at random as the placement asked.
            groups[1].push(place(deck, kind, own, Way::Random, one.asked)?);
            groups[0].push(one);
        }
        for (name, group) in ["placement", "random"].into_iter().zip(&groups) {
            let over = |f: &dyn Fn(&Placed) -> f64| mean(group.iter().map(f)).unwrap_or(0.0);
            let share = |is: bool| f64::from(u8::from(is));
            let skipped = |it: &&Placed| it.skipped.0 > 0;
            let known = group.iter().filter(skipped).map(|it| it.skipped.1 * it.skipped.0 as f64);
            let count: usize = group.iter().map(|it| it.skipped.0).sum();
            let of_it = if count > 0 { known.sum::<f64>() / count as f64 } else { 0.0 };
            writeln!(
                text,
                "| {} | {name} | {:.1} | {:.0} % | {:.1} | {:.1} | {:.0} % | {:.0} | {:.0} % | {:.0} % | {:.0} % |",
                kind.name(),
                over(&|it| it.asked as f64),
                100.0 * over(&|it| it.check.truth),
                100.0 * over(&|it| (it.check.known - it.check.truth).abs()),
                100.0 * over(&|it| it.check.known - it.check.truth),
                100.0 * over(&|it| share(it.check.covered())),
                100.0 * over(&|it| it.check.high - it.check.low),
                100.0 * over(&|it| share(it.check.enough)),
                100.0 * over(&|it| it.skipped.0 as f64 / deck.cells.len() as f64),
                100.0 * of_it,
            )?;
        }
    }
    Ok(text)
}

fn place(
    deck: &Deck,
    kind: Kind,
    own: u64,
    way: Way,
    count: usize,
) -> Result<Placed, Box<dyn Error>> {
    let mut learner = kind.learner(&deck.catalogue, &deck.cells, own);
    let rng = &mut StdRng::seed_from_u64(own ^ 0x91ace);
    let mut study = Study::in_memory(Arc::clone(&deck.catalogue), START);
    let plan = match way {
        Way::Placement => {
            let services = deck.services.clone();
            Plan::Placement(Choice { services, ..Choice::default() })
        }
        Way::Random => {
            let mut cells = deck.cells.clone();
            cells.shuffle(rng);
            cells.truncate(count);
            Plan::Cells(cells)
        }
    };
    study.start(&plan, START, rng)?;
    let (mut now, mut asked) = (START, Vec::new());
    while let Some(item) = study.session().and_then(|it| it.item()).copied()
        && !item.repeat
    {
        let (said, confidence) = learner.answer(item.cell, now, rng);
        study.answer(said, confidence, 8_000, now)?;
        study.advance();
        asked.push(item.cell);
        now = now.plus_ms(9_000);
    }
    study.finish(now)?;
    // The verdicts are told at the end.
    for &cell in &asked {
        learner.feedback(cell, right_side(&deck.catalogue, cell), now, rng);
    }
    let left = study.known_before_asked(now);
    let left: Vec<_> = left.into_iter().filter(|cell| deck.cells.contains(cell)).collect();
    Ok(Placed {
        asked: asked.len(),
        check: check(deck, &study, learner.as_ref(), now),
        skipped: (left.len(), known(learner.as_ref(), &left, now)),
    })
}

fn known(learner: &dyn Learner, cells: &[demarc_catalogue::Cell], now: Moment) -> f64 {
    let chance = mean(cells.iter().map(|&cell| learner.truth(cell, now)));
    (2.0 * chance.unwrap_or(0.5) - 1.0).clamp(0.0, 1.0)
}
