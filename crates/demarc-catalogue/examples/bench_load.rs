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
    println!("{} files, {} KiB, median of {RUNS} runs", files.len(), bytes / 1024);
    println!("{} rulings, {} rules", catalogue.cells().count(), catalogue.rules().len());
    match (empty, full) {
        (Some((empty, _)), Some((full, peak))) => println!(
            "memory         {:>6.1} MB, {:.1} MB at its peak (goal: at most 15)",
            full - empty,
            peak - empty
        ),
        _ => println!("memory is told by /proc/self/status only"),
    }

    let parse = median(|| files.iter().for_each(|file| drop(black_box(plain(file)))));
    let ready = median(|| drop(black_box(Catalogue::shipped())));
    let check = median(|| drop(black_box(judge_files(files.clone(), None))));
    let search = median(|| drop(black_box(catalogue.search("patch lambda"))));
    let ratio = |time: Duration| time.as_secs_f64() / parse.as_secs_f64();
    println!("plain parse    {:>8.3} ms", millis(parse));
    let (ready_ms, check_ms) = (millis(ready), millis(check));
    println!(
        "content ready  {ready_ms:>8.3} ms  {:>5.2} x plain parse (goal: at most 20 ms)",
        ratio(ready)
    );
    println!(
        "load and check {check_ms:>8.3} ms  {:>5.2} x plain parse (goal: at most 10 x)",
        ratio(check)
    );
    println!("one search     {:>8.3} ms", millis(search));
    ExitCode::SUCCESS
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

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn median(run: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}
