//! Times what stands between the start of the program and content that is ready, and what a check
//! costs beside a plain parse: `cargo run --release -p demarc-catalogue --example bench_load`.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use demarc_catalogue::{Catalogue, SourceFile, judge_files, shipped};

const RUNS: usize = 101;

fn main() -> ExitCode {
    let files = shipped::files();
    let bytes: usize = files.iter().map(|file| file.text.len()).sum();
    println!("{} files, {} KiB, median of {RUNS} runs", files.len(), bytes / 1024);
    let Ok(catalogue) = Catalogue::shipped() else {
        eprintln!("the shipped content does not load: run the example `check`");
        return ExitCode::from(3);
    };
    println!("{} rulings, {} rules", catalogue.cells().count(), catalogue.rules().len());

    let parse = median(|| files.iter().for_each(|file| drop(black_box(plain(file)))));
    let ready = median(|| drop(black_box(Catalogue::shipped())));
    let check = median(|| drop(black_box(judge_files(files.clone(), None))));
    let search = median(|| drop(black_box(catalogue.search("patch lambda"))));
    let ratio = |time: Duration| time.as_secs_f64() / parse.as_secs_f64();
    println!("plain parse    {:>8.3} ms", millis(parse));
    println!("content ready  {:>8.3} ms  {:>5.2} x plain parse", millis(ready), ratio(ready));
    println!("load and check {:>8.3} ms  {:>5.2} x plain parse", millis(check), ratio(check));
    println!("one search     {:>8.3} ms", millis(search));
    ExitCode::SUCCESS
}

/// A plain parse of one file into TOML's own table.
fn plain(file: &SourceFile) -> Option<toml::Table> {
    file.text.parse().ok()
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
