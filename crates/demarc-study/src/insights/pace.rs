//! How long answers take, by form. A question that stood open longer than the cap counts as the
//! cap: whoever thinks that long is somewhere else.

use super::share::ENOUGH;
use super::walk::Step;
use crate::forms::Form;

/// The longest time that counts of one answer, and of all parts of a reply, in milliseconds.
const LONGEST: u32 = 60_000;
const LONGEST_REPLY: u32 = 300_000;

/// What one question took, in milliseconds, and how many answers it has in the log.
type Took = (u32, u32);

/// How long answers of one form took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The form.
    pub form: Form,
    /// How many questions were answered.
    pub n: u32,
    /// How many of them stood open longer than the cap.
    pub idle: u32,
    /// A quarter took at most so long, a half, three quarters, in milliseconds (by nearest rank);
    /// none while there are fewer than 20.
    pub quartiles: Option<[u32; 3]>,
}

#[derive(Default)]
pub(super) struct Counting {
    forms: Vec<(Form, Vec<Took>)>,
    /// The reply whose parts are being summed up.
    reply: Option<u32>,
}

impl Counting {
    /// First answers only: to read the same again says nothing about thinking.
    pub(super) fn add(&mut self, step: &Step<'_>) {
        if !step.scores() {
            return;
        }
        let answer = step.answer;
        let at = self.forms.iter().position(|(form, _)| *form == answer.form);
        let at = at.unwrap_or_else(|| {
            self.forms.push((answer.form, Vec::new()));
            self.forms.len() - 1
        });
        let times = &mut self.forms[at].1;
        match times.last_mut() {
            // The parts of a reply share its time and stand together in the log.
            Some(sum) if answer.reply.is_some() && answer.reply == self.reply => {
                sum.0 += answer.took_ms;
                sum.1 += 1;
            }
            _ => times.push((answer.took_ms, 1)),
        }
        self.reply = answer.reply;
    }

    /// In the order of the forms.
    pub(super) fn told(mut self) -> Vec<Pace> {
        let order = |form: Form| Form::ALL.iter().position(|it| *it == form);
        self.forms.sort_by_key(|it| order(it.0));
        self.forms.into_iter().map(|(form, times)| pace(form, times)).collect()
    }
}

fn pace(form: Form, times: Vec<Took>) -> Pace {
    let n = times.len();
    // The log holds a reply's time in equal shares, rounded down, none above what counts of one.
    let cap = |parts: u32| match form.has_parts() {
        true => (LONGEST * parts).min(LONGEST_REPLY),
        false => LONGEST,
    };
    let idle = times.iter().filter(|&&(ms, parts)| ms + parts > cap(parts)).count() as u32;
    let mut times: Vec<u32> = times.into_iter().map(|(ms, _)| ms).collect();
    let mut rank = |quarter: usize| {
        let at = (n * quarter).div_ceil(4).max(1) - 1;
        *times.select_nth_unstable(at).1
    };
    let quartiles = (n >= ENOUGH as usize).then(|| [rank(1), rank(2), rank(3)]);
    Pace { form, n: n as u32, idle, quartiles }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_are_those_of_the_sorted_row() {
        let times: Vec<Took> = (1..=20).rev().map(|it| (it * 1_000, 1)).collect();
        assert_eq!(pace(Form::Verdict, times).quartiles, Some([5_000, 10_000, 15_000]));
        assert_eq!(pace(Form::Verdict, vec![(1_000, 1); 19]).quartiles, None);
    }

    #[test]
    fn one_who_went_for_a_walk_does_not_move_the_middle() {
        let mut times = vec![(8_000, 1); 30];
        times.extend([(60_000, 1); 5]);
        let it = pace(Form::Verdict, times);
        assert_eq!((it.idle, it.quartiles), (5, Some([8_000; 3])));
    }

    #[test]
    fn a_question_of_few_parts_left_open_is_idle_too() {
        // Two cells hold a minute each, seven hold five minutes in shares that are rounded down.
        let it = pace(Form::Which, vec![(120_000, 2), (40_000, 1), (60_000, 1)]);
        assert_eq!(it.idle, 2);
        let it = pace(Form::Sort, vec![(300_000 / 7 * 7, 7), (299_000, 7), (90_000, 3)]);
        assert_eq!(it.idle, 1);
    }
}
