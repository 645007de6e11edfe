//! The first answers about each cell under a ruling, and what stood before an answer.

use super::{Answer, History};

impl History {
    /// The numbers of the answers that were the first about their cell under their ruling, in the
    /// order of the log; none of them was taken back.
    pub(crate) fn firsts(&self) -> &[u32] {
        &self.firsts
    }

    /// The answer before the one with this number about the same; none if that was the first, or
    /// was taken back.
    pub(crate) fn before(&self, number: u32) -> Option<&Answer> {
        let numbers = self.at_place(self.answers[number as usize].place);
        let at = numbers.binary_search(&number).ok()?;
        Some(&self.answers[numbers[at.checked_sub(1)?] as usize])
    }

    /// Works out anew which answers were first at one place.
    pub(super) fn settle_firsts(&mut self, place: u32) {
        let answers = &self.answers;
        self.firsts.retain(|&it| answers[it as usize].place != place);
        let mut before = None;
        for &number in &self.by_place[place as usize] {
            let ruling = answers[number as usize].ruling;
            if before.replace(ruling) != Some(ruling) {
                self.firsts.push(number);
            }
        }
        self.firsts.sort_unstable();
    }
}
