//! The four reasons of a question: the ruling's own, one more for its side, and two for the other.

use std::collections::HashSet;

use demarc_catalogue::{Catalogue, Cell, DutyIx, MisconceptionIx, Scope};
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use super::{From, Reason};
use crate::forms::ruled;
use crate::said::Said;

/// By how many letters a wrong reason may be longer or shorter than the right one.
const FAR: usize = 12;
/// How many letters of that a step in fitting better is worth.
const FIT: usize = 2;
/// Letters of the longest reason.
const LONGEST: usize = 92;

/// A wrong reason with how well it fits; less is better.
struct Wrong {
    fit: u8,
    reason: Reason,
}

/// The four reasons in an order that tells nothing. How many of the wrong ones are shorter than the
/// right one is chance; none if the texts that there are do not allow it.
pub(super) fn draw(catalogue: &Catalogue, cell: Cell, rng: &mut StdRng) -> Option<Vec<Reason>> {
    let side = ruled(catalogue, cell);
    let mut wrong = wrong(catalogue, cell, side);
    wrong.shuffle(rng);
    wrong.sort_by_key(|it| it.fit);
    let mut said = HashSet::new();
    wrong.retain(|it| said.insert(it.reason.text.clone()));
    let mut right = own(catalogue, cell);
    right.shuffle(rng);
    let rank = rng.random_range(0..4);
    let (text, others) = right.iter().find_map(|text| {
        let near = Near::of(&wrong, side, text);
        // Where not every rank can be had, the rank would tell.
        let all = (0..4).map(|rank| near.three(rank)).collect::<Option<Vec<_>>>()?;
        all.into_iter().nth(rank).map(|others| (text, others))
    })?;
    let mut four: Vec<Reason> = others.into_iter().cloned().collect();
    four.push(Reason { text: text.clone(), argues: side, from: From::Ruling });
    four.shuffle(rng);
    Some(four)
}

/// The ruling's own reason: its principle, or why, where that is short enough to be given whole.
fn own(catalogue: &Catalogue, cell: Cell) -> Vec<String> {
    catalogue
        .reason(cell)
        .into_iter()
        .filter(|text| !text.is_empty() && text.len() <= LONGEST)
        .collect()
}

/// The wrong reasons of about one length with the right one, those first that are most alike in length
/// and fit best: for the right side and for the other, and of each the longer and the shorter ones.
struct Near<'w> {
    same: [Vec<(usize, &'w Reason)>; 2],
    other: [Vec<(usize, &'w Reason)>; 2],
}

impl<'w> Near<'w> {
    fn of(wrong: &'w [Wrong], side: Said, text: &str) -> Near<'w> {
        let of = |argues: Said, shorter: bool| {
            let mut found: Vec<(usize, &Reason)> = wrong
                .iter()
                .map(|it| (it.reason.text.len().abs_diff(text.len()), it))
                .filter(|(apart, it)| (1..=FAR).contains(apart) && it.reason.argues == argues)
                .filter(|(_, it)| (it.reason.text.len() < text.len()) == shorter)
                .map(|(apart, it)| (apart + FIT * usize::from(it.fit), &it.reason))
                .collect();
            found.sort_by_key(|(cost, _)| *cost);
            found
        };
        let both = |argues| [of(argues, false), of(argues, true)];
        Near { same: both(side), other: both(side.other()) }
    }

    /// One wrong reason for the right side and two for the other, of which `rank` are shorter than
    /// the right one.
    fn three(&self, rank: usize) -> Option<[&'w Reason; 3]> {
        let mut best: Option<(usize, [&Reason; 3])> = None;
        for same in rank.saturating_sub(2)..=rank.min(1) {
            let shorter = rank - same;
            let from = [
                &self.same[same],
                &self.other[usize::from(shorter > 0)],
                &self.other[usize::from(shorter > 1)],
            ];
            let mut three: Vec<(usize, &Reason)> = Vec::with_capacity(3);
            for list in from {
                // No two are of one length: a tie would tell that neither is the right one.
                let apart = |it: &&(usize, &Reason)| {
                    three.iter().all(|(_, other)| other.text.len() != it.1.text.len())
                };
                three.extend(list.iter().find(apart));
            }
            let [first, one, two] = three[..] else { continue };
            let sum = first.0 + one.0 + two.0;
            if best.as_ref().is_none_or(|(least, _)| sum < *least) {
                best = Some((sum, [first.1, one.1, two.1]));
            }
        }
        best.map(|(_, found)| found)
    }
}

/// All that could be said wrongly about a cell.
fn wrong(catalogue: &Catalogue, cell: Cell, side: Said) -> Vec<Wrong> {
    let mut found = beliefs(catalogue, cell, side);
    found.extend(principles(catalogue, cell));
    found
}

/// Beliefs about this duty, about a neighbour, or about another of this service. One that
/// names another service is not held here; and one about this same duty speaks for the wrong side
/// only, since for the right one it would be nearly true.
fn beliefs(catalogue: &Catalogue, cell: Cell, side: Said) -> Vec<Wrong> {
    let home = catalogue.deployment(cell.deployment).service;
    let own = catalogue.rule(catalogue.ruling(cell).rule).misconception;
    let mut found: Vec<(MisconceptionIx, Wrong)> = Vec::new();
    for rule in catalogue.rules() {
        let Some(at) = rule.misconception else { continue };
        let Some(argues) = Said::right_for(rule.side).map(Said::other) else { continue };
        let here = rule.scope == Scope::Service(home);
        let same_duty = rule.duties.contains(&cell.duty);
        let near = |duty: &DutyIx| are_neighbours(catalogue, *duty, cell.duty);
        let fit = match (same_duty, argues == side) {
            (true, true) => continue,
            (true, false) if own == Some(at) => 0,
            (true, false) => 1,
            (false, _) if rule.duties.iter().any(near) => 2,
            (false, _) if here => 3,
            _ => continue,
        };
        let belief = &catalogue.misconception(at).belief;
        match rule.scope {
            Scope::Service(it) if !here && belief.contains(&catalogue.service(it).short) => {
                continue;
            }
            _ => {}
        }
        if found.iter().any(|(known, it)| *known == at && it.fit <= fit) {
            continue;
        }
        let reason = Reason { text: addressed(belief), argues, from: From::Belief(at) };
        match found.iter_mut().find(|it| it.0 == at) {
            // What some rule makes a belief about this duty is one, whatever else it is about.
            Some((_, known)) => *known = Wrong { fit, reason },
            None => found.push((at, Wrong { fit, reason })),
        }
    }
    found.into_iter().map(|(_, wrong)| wrong).collect()
}

/// The principle that this duty has on the other side, and those that neighbours have where they do
/// not fall on the same side as here: none of them holds in this deployment.
fn principles(catalogue: &Catalogue, cell: Cell) -> Vec<Wrong> {
    let mut found = Vec::new();
    for duty in catalogue.duty_ixs() {
        let it = catalogue.duty(duty);
        let far = it.layer.index().abs_diff(catalogue.duty(cell.duty).layer.index());
        let near = are_neighbours(catalogue, duty, cell.duty);
        if it.principle_of == it.principle_in || (far > 1 && !near) {
            continue;
        }
        let there = catalogue.ruling(Cell { deployment: cell.deployment, duty }).side;
        for argues in Said::ALL.into_iter().filter(|said| said.side() != there) {
            let text = it.principle(argues.side()).unwrap_or_default();
            if !text.is_empty() && !holds_anywhere(text) {
                let fit = if duty == cell.duty {
                    1
                } else if near {
                    2
                } else {
                    3
                };
                let reason = Reason { text: text.to_owned(), argues, from: From::Principle(duty) };
                found.push(Wrong { fit, reason });
            }
        }
    }
    found
}

/// Whether two duties are the same, of one control, or on one layer.
fn are_neighbours(catalogue: &Catalogue, one: DutyIx, other: DutyIx) -> bool {
    let (one, other) = (catalogue.duty(one), catalogue.duty(other));
    (one.control.is_some() && one.control == other.control) || one.layer == other.layer
}

/// Whether a principle says no more than that each does what is his, or has a word to fill: such a
/// one would not be wrong anywhere.
fn holds_anywhere(text: &str) -> bool {
    ["Who ", "Whose ", "Each "].iter().any(|word| text.starts_with(word))
        || text.contains('{')
        || (text.contains("theirs") && text.contains("yours"))
}

/// A belief as it is said to you, so that it reads like the other reasons.
fn addressed(belief: &str) -> String {
    let mut text = String::with_capacity(belief.len() + 8);
    for word in belief.split_inclusive(|it: char| !it.is_alphanumeric()) {
        let end = word.trim_end_matches(|it: char| !it.is_alphanumeric()).len();
        let (bare, rest) = word.split_at(end);
        text.push_str(match bare {
            "I" if text.is_empty() => "You",
            "I" | "me" => "you",
            "my" => "your",
            "My" => "Your",
            "mine" => "yours",
            "myself" => "yourself",
            other => other,
        });
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_belief_is_said_to_you() {
        let said = "If I make something public by mistake, AWS closes it on me.";
        assert_eq!(
            addressed(said),
            "If you make something public by mistake, AWS closes it on you."
        );
        assert_eq!(addressed("My keys are mine."), "Your keys are yours.");
        let catalogue = Catalogue::shipped().unwrap();
        for misconception in catalogue.misconceptions() {
            let text = addressed(&misconception.belief);
            let first = |it: &&str| ["I", "I'm", "my", "My", "me", "mine", "am"].contains(it);
            let word = |it: char| !it.is_alphanumeric() && it != '\'';
            assert_eq!(text.split(word).find(first), None, "{text}");
        }
    }
}
