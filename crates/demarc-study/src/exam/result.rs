//! What came of an exam: the score against the pass mark, and where the points were lost.

use std::collections::BTreeMap;

use demarc_catalogue::{Catalogue, CategoryIx, Cell, Layer, Side};
use uuid::Uuid;

use crate::clock::Moment;
use crate::said::{Confidence, Said};
use crate::scoring::guess_corrected;

/// One question of an exam that was handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamItemResult {
    /// What it asked about; none if the catalogue no longer has it.
    pub cell: Option<Cell>,
    /// The deployment's id as it was asked.
    pub deployment: String,
    /// The duty's id as it was asked.
    pub duty: String,
    /// What was said, how sure, and the side of the ruling as it was then; none without an answer.
    pub answer: Option<(Said, Confidence, Said)>,
    /// How long it was on the screen, in milliseconds, at most a minute.
    pub took_ms: u32,
}

impl ExamItemResult {
    /// Whether it earned its point.
    pub fn right(&self) -> bool {
        self.answer.is_some_and(|(said, _, ruling)| said == ruling)
    }

    /// Whether it was answered sure and wrong.
    pub fn sure_and_wrong(&self) -> bool {
        matches!(self.answer, Some((said, Confidence::Sure, ruling)) if said != ruling)
    }
}

/// How many of some questions were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// Right answers.
    pub right: u32,
    /// Questions, those without an answer among them.
    pub of: u32,
}

impl Points {
    fn add(&mut self, right: bool) {
        self.of += 1;
        self.right += u32::from(right);
    }
}

/// What came of an exam.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamResult {
    /// Its id, which is its session's.
    pub id: Uuid,
    /// What it asked about, in words.
    pub scope: String,
    /// When it was begun.
    pub started: Moment,
    /// When it was handed in.
    pub ended: Moment,
    /// The time it took on the screen, in milliseconds.
    pub used_ms: u32,
    /// The time that was set, in milliseconds; none without a limit.
    pub limit_ms: Option<u32>,
    /// The time that was added, in milliseconds.
    pub added_ms: u32,
    /// The share of right answers that passes, in percent.
    pub pass_percent: u32,
    /// The content that it was held on.
    pub content_version: String,
    /// Its questions in their order.
    pub items: Vec<ExamItemResult>,
}

impl ExamResult {
    /// Right answers of all questions; one without an answer is not right.
    pub fn share(&self) -> Points {
        self.over(|_| true)
    }

    /// The score in percent, 0 to 100.
    pub fn percent(&self) -> f64 {
        let Points { right, of } = self.share();
        100.0 * f64::from(right) / f64::from(of.max(1))
    }

    /// The score in percent with luck taken out, 0 to 100: `(right - wrong) / n`, where a question
    /// without an answer is neither (Frary 1988).
    pub fn guess_corrected_percent(&self) -> f64 {
        let answered = self.over(|item| item.answer.is_some());
        let of = f64::from(self.share().of.max(1));
        let share = guess_corrected(answered.right, answered.of - answered.right, 2);
        100.0 * share.unwrap_or(0.0) * f64::from(answered.of) / of
    }

    /// How many right answers pass.
    pub fn pass_at(&self) -> u32 {
        (self.share().of * self.pass_percent).div_ceil(100)
    }

    /// Whether the score reaches the pass mark.
    pub fn passed(&self) -> bool {
        self.share().right >= self.pass_at()
    }

    /// Whether the score with luck taken out reaches it too.
    pub fn passed_without_luck(&self) -> bool {
        self.guess_corrected_percent() + 1e-9 >= f64::from(self.pass_percent)
    }

    /// The chance, 0 to 1, that somebody who guesses every question passes.
    pub fn passes_by_luck(&self) -> f64 {
        by_luck(self.share().of, self.pass_at())
    }

    /// By category, in the catalogue's order; what the catalogue no longer has is left out.
    pub fn by_category(&self, catalogue: &Catalogue) -> Vec<(CategoryIx, Points)> {
        self.grouped(|item| Some(catalogue.service_of(item.cell?.deployment).category))
    }

    /// By layer, from the building up.
    pub fn by_layer(&self, catalogue: &Catalogue) -> Vec<(Layer, Points)> {
        self.grouped(|item| Some(catalogue.duty(item.cell?.duty).layer))
    }

    /// By the side that is right: of, in. Questions without an answer count by today's ruling.
    pub fn by_side(&self, catalogue: &Catalogue) -> [Points; 2] {
        let side = |item: &ExamItemResult| match item.answer {
            Some((_, _, ruling)) => Some(ruling),
            None => match catalogue.ruling(item.cell?).side {
                Side::Of => Some(Said::Of),
                Side::In => Some(Said::In),
                Side::None | Side::Other => None,
            },
        };
        [Said::Of, Said::In].map(|wanted| self.over(|item| side(item) == Some(wanted)))
    }

    /// By how sure it was said: guess, likely, sure.
    pub fn by_confidence(&self) -> [Points; 3] {
        Confidence::ALL.map(|wanted| {
            self.over(|item| item.answer.is_some_and(|(_, confidence, _)| confidence == wanted))
        })
    }

    /// The questions that earned no point: sure and wrong first, then those answered wrong, then
    /// those without an answer.
    pub fn missed(&self) -> Vec<&ExamItemResult> {
        let mut missed: Vec<_> = self.items.iter().filter(|item| !item.right()).collect();
        missed.sort_by_key(|item| (!item.sure_and_wrong(), item.answer.is_none()));
        missed
    }

    fn over(&self, takes: impl Fn(&ExamItemResult) -> bool) -> Points {
        let mut share = Points::default();
        self.items.iter().filter(|item| takes(item)).for_each(|item| share.add(item.right()));
        share
    }

    fn grouped<K: Ord>(&self, group: impl Fn(&ExamItemResult) -> Option<K>) -> Vec<(K, Points)> {
        let mut shares: BTreeMap<K, Points> = BTreeMap::new();
        for item in &self.items {
            if let Some(group) = group(item) {
                shares.entry(group).or_default().add(item.right());
            }
        }
        shares.into_iter().collect()
    }
}

/// The chance, 0 to 1, of at least `wanted` right of `n` two-way questions by guessing alone: the
/// upper tail of the binomial distribution with one half.
pub fn by_luck(n: u32, wanted: u32) -> f64 {
    // Each chance follows from the one before: of k right, C(n, k) / 2^n; kept as its logarithm.
    let mut ln = -f64::from(n) * std::f64::consts::LN_2;
    let mut tail: f64 = 0.0;
    for k in 0..=n {
        if k >= wanted {
            tail += ln.exp();
        }
        if k < n {
            ln += (f64::from(n - k) / f64::from(k + 1)).ln();
        }
    }
    tail.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(answers: &[Option<(Said, Confidence)>], pass_percent: u32) -> ExamResult {
        let item = |answer: &Option<(Said, Confidence)>| ExamItemResult {
            cell: None,
            deployment: String::new(),
            duty: String::new(),
            answer: answer.map(|(said, confidence)| (said, confidence, Said::In)),
            took_ms: 0,
        };
        ExamResult {
            id: Uuid::nil(),
            scope: String::new(),
            started: Moment::new(0, 0),
            ended: Moment::new(0, 0),
            used_ms: 0,
            limit_ms: None,
            added_ms: 0,
            pass_percent,
            content_version: String::new(),
            items: answers.iter().map(item).collect(),
        }
    }

    #[test]
    fn scores_worked_out_by_hand() {
        let (right, wrong) =
            (Some((Said::In, Confidence::Likely)), Some((Said::Of, Confidence::Sure)));
        // Seven right, two wrong, one left open.
        let mut answers = vec![right; 7];
        answers.extend([wrong, wrong, None]);
        let result = result(&answers, 70);
        assert_eq!((result.percent(), result.pass_at()), (70.0, 7));
        assert!((result.guess_corrected_percent() - 50.0).abs() < 1e-9);
        assert!(result.passed() && !result.passed_without_luck());
        let missed = result.missed();
        assert_eq!(missed.len(), 3);
        assert!(missed[0].sure_and_wrong() && missed[2].answer.is_none());
        assert_eq!(result.by_confidence().map(|it| (it.right, it.of)), [(0, 0), (7, 7), (0, 2)]);
    }

    #[test]
    fn what_is_above_half_a_point_below_the_mark_does_not_pass() {
        let right = Some((Said::In, Confidence::Sure));
        let mut answers = vec![right; 79];
        answers.extend(vec![None; 21]);
        assert!(!result(&answers, 80).passed());
        answers[80] = right;
        assert!(result(&answers, 80).passed());
        assert_eq!(result(&[right; 3], 80).pass_at(), 3, "2.4 of 3 is 3");
    }

    #[test]
    fn luck_is_the_tail_of_the_binomial_distribution() {
        let near = |n, wanted, chance: f64| assert!((by_luck(n, wanted) - chance).abs() < 1e-6);
        near(1, 1, 0.5);
        near(3, 2, 0.5);
        near(10, 8, 56.0 / 1024.0);
        near(20, 16, 6_196.0 / 1_048_576.0);
        near(5, 0, 1.0);
        near(6_783, 0, 1.0);
        assert!(by_luck(65, 52) < 1e-5);
    }
}
