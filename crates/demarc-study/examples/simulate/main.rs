//! Virtual learners against policies: prints one table in Markdown. See `docs/simulation.md`.
//!
//! `cargo run --release -p demarc-study --example simulate -- --seed N [--learners 200] [--placement]`

mod chance;
mod forgetters;
mod memories;
mod placement;
mod policy;
mod rules;
mod run;
mod table;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use demarc_catalogue::{Catalogue, Cell};
use demarc_study::{Learner, Moment};
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::policy::{Deck, Policy};
use crate::run::{Outcome, run};

/// The services of the track: what is in nearly every account.
const TRACK: [&str; 9] = ["ec2", "ecs", "lambda", "s3", "rds", "dynamodb", "vpc", "iam", "kms"];
/// 24 November 2026, 09:00 in Madrid.
const START: Moment = Moment::new(1_795_507_200_000, 60);
/// Days after which a learner who has not reached the goal counts as one who never does.
const MOST_DAYS: i32 = 200;

/// A kind of learner. Another one is a type that implements `Learner`, and a line here.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Memories,
    Rules,
    Forgetters,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Memories, Kind::Rules, Kind::Forgetters];

    const fn name(self) -> &'static str {
        match self {
            Kind::Memories => "independent memories",
            Kind::Rules => "rule learners",
            Kind::Forgetters => "slip-and-guess forgetters",
        }
    }

    fn learner(self, catalogue: &Arc<Catalogue>, track: &[Cell], seed: u64) -> Box<dyn Learner> {
        let rng = &mut StdRng::seed_from_u64(seed);
        match self {
            Kind::Memories => Box::new(memories::Memories::new(catalogue, track, START, rng)),
            Kind::Rules => Box::new(rules::Rules::new(catalogue, track, START, rng)),
            Kind::Forgetters => Box::new(forgetters::Forgetters::new(catalogue, track, START, rng)),
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let at = arguments.iter().position(|it| it == name)?;
        arguments.get(at + 1)?.parse::<u64>().ok()
    };
    let only =
        arguments.iter().position(|it| it == "--policy").and_then(|at| arguments.get(at + 1));
    let policies: Vec<Policy> = Policy::ALL
        .into_iter()
        .filter(|policy| only.is_none_or(|only| policy.name().starts_with(only.as_str())))
        .collect();
    let Some(seed) = value("--seed") else {
        eprintln!(
            "Usage: simulate --seed N [--learners 200] [--days 200] [--policy ours] [--placement]"
        );
        return ExitCode::from(2);
    };
    let learners = value("--learners").unwrap_or(200);
    let days = value("--days").and_then(|it| i32::try_from(it).ok()).unwrap_or(MOST_DAYS);
    let Ok(catalogue) = Catalogue::shipped() else {
        eprintln!("The content does not load.");
        return ExitCode::FAILURE;
    };
    let deck = Deck::of(Arc::new(catalogue), &TRACK, START);
    if arguments.iter().any(|it| it == "--placement") {
        return match placement::table(&deck, seed, learners) {
            Ok(table) => {
                print!("{table}");
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        };
    }
    let outcomes = all(&deck, &policies, seed, learners, days);
    print!("{}", table::table(&deck, &outcomes, seed, learners, days));
    ExitCode::SUCCESS
}

/// The outcomes of every kind under every policy; the same learner, by its seed, meets each policy.
fn all(
    deck: &Deck,
    policies: &[Policy],
    seed: u64,
    learners: u64,
    days: i32,
) -> Vec<(Kind, Policy, Vec<Outcome>)> {
    let jobs: Vec<(Kind, Policy, u64)> = Kind::ALL
        .into_iter()
        .flat_map(|kind| policies.iter().map(move |&policy| (kind, policy)))
        .flat_map(|(kind, policy)| (0..learners).map(move |number| (kind, policy, number)))
        .collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&(kind, policy, number)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let own = seed.wrapping_mul(1_000_003).wrapping_add(number) * 4 + kind as u64;
            let mut learner = kind.learner(&deck.catalogue, &deck.cells, own);
            let rng = &mut StdRng::seed_from_u64(own ^ 0x5eed << 32 ^ (policy as u64) << 60);
            match run(deck, policy, learner.as_mut(), START, days, rng) {
                Ok(outcome) => done.push((kind, policy, number, outcome)),
                Err(error) => eprintln!("{} under {}: {error}", kind.name(), policy.name()),
            }
        }
        done
    };
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let mut done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|it| it.join().ok()).flatten().collect()
    });
    done.sort_by_key(|it| (it.0 as usize, it.1 as usize, it.2));
    let mut groups: Vec<(Kind, Policy, Vec<Outcome>)> = Vec::new();
    for (kind, policy, _, outcome) in done {
        match groups.last_mut() {
            Some(last) if last.0 as usize == kind as usize && last.1 == policy => {
                last.2.push(outcome)
            }
            _ => groups.push((kind, policy, vec![outcome])),
        }
    }
    groups
}
