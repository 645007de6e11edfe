//! Times what stands between the start of the program and content that is ready, and what a check
//! costs beside a plain parse; before that, the memory that content takes:
//! `cargo run --release -p demarc-catalogue --example bench_load`.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use demarc_catalogue::{Catalogue, SourceFile, judge_files, shipped};

const RUNS: usize = 101;

fn main() -> ExitCode {
    // First of all, while nothing was freed yet that could be used again.
    let empty = resident();
    let Ok(catalogue) = Catalogue::shipped() else {
        eprintln!("the shipped content does not load: run the example `check`");
        return ExitCode::from(3);
    };
    let full = resident();
    let files = shipped::files();
    let bytes: usize = files.iter().map(|file| file.text.len()).sum();
    println!("{} files, {} KiB, {RUNS} runs", files.len(), bytes / 1024);
    println!("{} rulings, {} rules", catalogue.cells().count(), catalogue.rules().len());
    match (empty, full) {
        (Some((empty, _)), Some((full, peak))) => println!(
            "memory         {:>6.1} MB, {:.1} MB at its peak (goal: at most 15)",
            full - empty,
            peak - empty
        ),
        _ => println!("memory is told by /proc/self/status only"),
    }

    // In turn, so that what else the machine does bears on all of them alike.
    let [parse, ready, check, search] = times([
        &|| files.iter().for_each(|file| drop(black_box(plain(file)))),
        &|| drop(black_box(Catalogue::shipped())),
        &|| drop(black_box(judge_files(files.clone(), None))),
        &|| drop(black_box(catalogue.search("patch lambda"))),
    ]);
    println!("                 median     least  of plain parse");
    row("plain parse", parse, parse, "");
    row("content ready", ready, parse, "goal: at most 20 ms");
    row("load and check", check, parse, "goal: at most 10 x");
    row("one search", search, parse, "");
    ExitCode::SUCCESS
}

/// One figure beside the floor.
fn row(name: &str, [median, least]: [Duration; 2], floor: [Duration; 2], goal: &str) {
    let ratio = median.as_secs_f64() / floor[0].as_secs_f64();
    let (median, least) = (millis(median), millis(least));
    println!("{name:<14} {median:>6.3} ms {least:>6.3} ms  {ratio:>5.2} x  {goal}");
}

/// A plain parse of one file into TOML's own table.
fn plain(file: &SourceFile) -> Option<toml::Table> {
    file.text.parse().ok()
}

/// What this process has in memory now, and had at most, in MB: heap, stack, and the pages of the
/// program and its content that were touched.
fn resident() -> Option<(f64, f64)> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let megabytes = |name: &str| -> Option<f64> {
        let row = status.lines().find_map(|line| line.strip_prefix(name))?;
        let kib: f64 = row.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kib * 1024.0 / 1e6)
    };
    Some((megabytes("VmRSS:")?, megabytes("VmHWM:")?))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The median and the least time of each, run in turn.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn times<const N: usize>(runs: [&dyn Fn(); N]) -> [[Duration; 2]; N] {
    let mut times = [(); N].map(|()| Vec::with_capacity(RUNS));
    for _ in 0..RUNS {
        for (run, times) in runs.iter().zip(&mut times) {
            let start = Instant::now();
            run();
            times.push(start.elapsed());
        }
    }
    times.map(|mut times| {
        times.sort_unstable();
        [times[RUNS / 2], times[0]]
    })
}
