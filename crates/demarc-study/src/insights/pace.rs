//! How long answers take, by form. A question that stood open longer than the cap counts as the
//! cap: whoever thinks that long is somewhere else.

use super::share::ENOUGH;
use super::walk::Step;
use crate::forms::Form;

/// The longest time that counts, in milliseconds: of a single verdict, and of a question with parts.
const CAPS: [u32; 2] = [60_000, 300_000];

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
    forms: Vec<(Form, Vec<u32>)>,
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
                *sum += answer.took_ms;
            }
            _ => times.push(answer.took_ms),
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

fn pace(form: Form, mut times: Vec<u32>) -> Pace {
    let n = times.len();
    let cap = CAPS[usize::from(form.has_parts())];
    let idle = times.iter().filter(|&&it| it >= cap).count() as u32;
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
        let times: Vec<u32> = (1..=20).rev().map(|it| it * 1_000).collect();
        assert_eq!(pace(Form::Verdict, times).quartiles, Some([5_000, 10_000, 15_000]));
        assert_eq!(pace(Form::Verdict, vec![1_000; 19]).quartiles, None);
    }

    #[test]
    fn one_who_went_for_a_walk_does_not_move_the_middle() {
        let mut times = vec![8_000; 30];
        times.extend([60_000; 5]);
        let it = pace(Form::Verdict, times);
        assert_eq!((it.idle, it.quartiles), (5, Some([8_000; 3])));
    }
}
