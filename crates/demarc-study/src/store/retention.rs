//! Which backups stay: all of the last two days, then the newest of each of 12 days, 10 weeks and
//! 9 months with backups, as in Anki, and of those the newest that fit into 200 MB. Pure.

use crate::clock::Day;

const DAILY: u32 = 12;
const WEEKLY: u32 = 10;
const MONTHLY: u32 = 9;
/// How much room all backups may take together, in bytes.
const ROOM: u64 = 200 * 1024 * 1024;

/// A backup: the day in its name, and its size in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    pub day: Day,
    pub size: u64,
}

/// The places of the backups that may go, of a list with the newest first. The newest never goes.
/// One from the future, made before a clock was set back, counts as of today.
pub(crate) fn expired(newest_first: &[Kept], today: Day) -> Vec<usize> {
    let mut left = [DAILY, WEEKLY, MONTHLY];
    let mut last: Option<Day> = None;
    let (mut room, mut gone) = (ROOM, Vec::new());
    for (place, backup) in newest_first.iter().enumerate() {
        let day = backup.day.min(today);
        let stays = place == 0 || today.since(day) < 2 || {
            let step = left.iter().position(|&left| left > 0);
            let differs = |step| last.is_none_or(|last| period(step, last) != period(step, day));
            match step.filter(|&step| differs(step)) {
                Some(step) => {
                    left[step] -= 1;
                    true
                }
                None => false,
            }
        };
        if stays && (place == 0 || backup.size <= room) {
            room = room.saturating_sub(backup.size);
            last = Some(day);
        } else {
            gone.push(place);
        }
    }
    gone
}

/// The day, the week from Monday, or the month that a day lies in.
fn period(step: usize, day: Day) -> (i32, i32) {
    let civil = day.civil();
    match step {
        0 => (day.number(), 0),
        1 => (day.plus(-i32::from(day.weekday())).number(), 0),
        _ => (i32::from(civil.year()), i32::from(civil.month())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day::from_number(20_781);
    const SMALL: u64 = 1_000;

    fn stay(days_ago: &[i32]) -> Vec<i32> {
        let all: Vec<Kept> =
            days_ago.iter().map(|&ago| Kept { day: TODAY.plus(-ago), size: SMALL }).collect();
        let gone = expired(&all, TODAY);
        (0..).zip(days_ago).filter(|(place, _)| !gone.contains(place)).map(|it| *it.1).collect()
    }

    #[test]
    fn every_backup_of_the_last_two_days_stays() {
        assert_eq!(stay(&[0, 0, 0, 1, 1]), [0, 0, 0, 1, 1]);
    }

    #[test]
    fn of_each_earlier_day_the_newest_stays() {
        assert_eq!(stay(&[0, 2, 2, 2, 3, 3, 4]), [0, 2, 3, 4]);
    }

    #[test]
    fn the_newest_stays_however_old_it_is() {
        assert_eq!(stay(&[4_000]), [4_000]);
        assert_eq!(stay(&[]), Vec::<i32>::new());
    }

    #[test]
    fn two_years_of_daily_backups_thin_out_to_days_weeks_and_months() {
        let mut kept: Vec<Kept> = Vec::new();
        for number in 0..730 {
            let today = TODAY.plus(number);
            kept.insert(0, Kept { day: today, size: SMALL });
            let gone = expired(&kept, today);
            assert!(!gone.contains(&0));
            let mut place = 0;
            kept.retain(|_| {
                place += 1;
                !gone.contains(&(place - 1))
            });
        }
        let last = TODAY.plus(729);
        let ago: Vec<u32> = kept.iter().map(|it| last.since(it.day)).collect();
        assert_eq!(ago[..14], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
        assert_eq!(ago.len(), 2 + 12 + 10 + 9);
        assert!(ago[14..24].windows(2).all(|it| it[1] - it[0] == 7), "{ago:?}");
        assert!(ago[24..].windows(2).all(|it| (24..=38).contains(&(it[1] - it[0]))), "{ago:?}");
        assert!((300..400).contains(&ago[32]), "{ago:?}");
    }

    #[test]
    fn a_clock_set_back_deletes_nothing_recent() {
        assert_eq!(stay(&[-400, -3, 0, 1]), [-400, -3, 0, 1]);
    }

    #[test]
    fn the_oldest_go_when_room_runs_out_and_the_newest_never() {
        assert_eq!(ROOM, 209_715_200);
        let big = |ago: i32| Kept { day: TODAY.plus(-ago), size: ROOM / 2 };
        assert_eq!(expired(&[big(0), big(1), big(2)], TODAY), [2]);
        assert_eq!(expired(&[Kept { day: TODAY, size: 3 * ROOM }, big(1)], TODAY), [1]);
    }
}
