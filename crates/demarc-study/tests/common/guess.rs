//! A guesser who cannot read: it knows a question by its form alone.

use std::collections::BTreeMap;

/// What such a guesser sees of an answer, and which answer is right. `draw` tells the questions apart.
pub struct Seen<K, A> {
    pub draw: usize,
    pub form: K,
    pub right: A,
}

/// How often the guesser is right on one half of the questions who learned from the other half which
/// answer is the commonest where the form is so.
pub fn guessed<K, A: Copy + Ord, G: Ord>(seen: &[Seen<K, A>], group: impl Fn(&K) -> G) -> f64 {
    let mut counts: BTreeMap<G, BTreeMap<A, u32>> = BTreeMap::new();
    let mut all: BTreeMap<A, u32> = BTreeMap::new();
    for it in seen.iter().filter(|it| it.draw.is_multiple_of(2)) {
        *counts.entry(group(&it.form)).or_default().entry(it.right).or_default() += 1;
        *all.entry(it.right).or_default() += 1;
    }
    let commonest = |counts: &BTreeMap<A, u32>| {
        counts.iter().max_by_key(|(_, count)| **count).map(|(answer, _)| *answer)
    };
    let told: Vec<&Seen<K, A>> = seen.iter().filter(|it| !it.draw.is_multiple_of(2)).collect();
    let right = told
        .iter()
        .filter(|it| commonest(counts.get(&group(&it.form)).unwrap_or(&all)) == Some(it.right));
    right.count() as f64 / told.len() as f64
}

/// How often the guesser picks the right one of several options who learned from half of the
/// questions how often an option of a form is right. Each question is its options, and the place of
/// the right one.
pub fn picked<K, G: Ord>(questions: &[(Vec<K>, usize)], group: impl Fn(&K) -> G) -> f64 {
    let mut counts: BTreeMap<G, (f64, f64)> = BTreeMap::new();
    for (options, right) in questions.iter().step_by(2) {
        for (at, option) in options.iter().enumerate() {
            let (hits, all) = counts.entry(group(option)).or_default();
            *hits += f64::from(u8::from(at == *right));
            *all += 1.0;
        }
    }
    let chance = |option: &K| counts.get(&group(option)).map_or(0.0, |(hits, all)| hits / all);
    let told: Vec<_> = questions.iter().skip(1).step_by(2).collect();
    let mut right = 0.0;
    for (options, answer) in &told {
        let best = options.iter().map(&chance).fold(f64::MIN, f64::max);
        let alike: Vec<usize> =
            (0..options.len()).filter(|&at| chance(&options[at]) >= best).collect();
        // Among those that are alike it can only guess.
        if alike.contains(answer) {
            right += 1.0 / alike.len() as f64;
        }
    }
    right / told.len() as f64
}
