//! The days of practice, and what was due as each of them ended: what the streak needs.

use std::collections::BTreeMap;

use super::History;
use crate::clock::Day;

/// A day on which something was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PracticeDay {
    pub day: Day,
    /// The earliest due day of all cells as this day ended.
    pub next_due: Option<Day>,
}

impl History {
    /// The days on which something was answered, in order.
    pub(crate) fn days(&self) -> &[PracticeDay] {
        &self.days
    }

    /// How many askable cells are due on each day, after the last answer.
    #[cfg(test)]
    pub(crate) fn dues(&self) -> &BTreeMap<Day, u32> {
        &self.dues
    }

    /// Counts the day of the answer that was just added.
    pub(super) fn count_day(&mut self) {
        let Some(answer) = self.answers.last() else { return };
        let (place, day) = (answer.place, answer.at.day());
        match self.days.last() {
            Some(last) if last.day > day => self.settle_days(),
            _ => {
                self.move_due(place);
                let next_due = self.dues.keys().next().copied();
                match self.days.last_mut() {
                    Some(last) if last.day == day => {
                        last.next_due = next_due;
                    }
                    _ => self.days.push(PracticeDay { day, next_due }),
                }
            }
        }
    }

    /// Works out anew the days of practice and the dues as each ended.
    pub(super) fn settle_days(&mut self) {
        let mut order: Vec<(Day, u32)> = (0..)
            .zip(&self.answers)
            .filter(|(_, answer)| !answer.retracted)
            .map(|(number, answer)| (answer.at.day(), number))
            .collect();
        order.sort_by_key(|&(day, _)| day);
        self.days.clear();
        self.dues.clear();
        let mut due_at: Vec<Option<Day>> = vec![None; self.by_place.len()];
        for (day, number) in order {
            let answer = &self.answers[number as usize];
            let place = answer.place as usize;
            if self.places.get(answer.place).asked {
                take_one(&mut self.dues, due_at[place].replace(answer.after.due));
                *self.dues.entry(answer.after.due).or_default() += 1;
            }
            let next_due = self.dues.keys().next().copied();
            match self.days.last_mut() {
                Some(last) if last.day == day => {
                    last.next_due = next_due;
                }
                _ => self.days.push(PracticeDay { day, next_due }),
            }
        }
    }

    /// Moves a place's due day from where the answers before its newest had put it. Of those the
    /// one of the latest day counts, as in `settle_days`; after a clock was set back that need not
    /// be the last one.
    fn move_due(&mut self, place: u32) {
        let Some((newest, before)) = self.by_place[place as usize].split_last() else { return };
        if !self.places.get(place).asked {
            return;
        }
        let answer = |number: &u32| &self.answers[*number as usize];
        let before = before.iter().map(answer).max_by_key(|it| it.at.day());
        let (before, now) = (before.map(|it| it.after.due), answer(newest).after.due);
        take_one(&mut self.dues, before);
        *self.dues.entry(now).or_default() += 1;
    }
}

fn take_one(dues: &mut BTreeMap<Day, u32>, day: Option<Day>) {
    let Some(day) = day else { return };
    if let Some(count) = dues.get_mut(&day) {
        *count -= 1;
        if *count == 0 {
            dues.remove(&day);
        }
    }
}
