//! Time as a value: a moment with its offset, and the learner's day, which ends at 4:00.

use std::fmt;

use demarc_catalogue::Date;
use serde::{Deserialize, Serialize};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 86_400_000;
/// The local hour at which a day ends.
pub const ROLLOVER_HOUR: i64 = 4;

/// A point in time and the local clock's offset from UTC there, as the caller read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 in UTC.
    pub utc_ms: i64,
    /// Minutes that the local clock is ahead of UTC.
    pub offset_min: i32,
}

impl Moment {
    /// A moment from milliseconds in UTC and the local offset in minutes.
    pub const fn new(utc_ms: i64, offset_min: i32) -> Moment {
        Moment { utc_ms, offset_min }
    }

    /// The moment that a zoned time names; seconds of an offset are dropped.
    pub fn from_zoned(zoned: &jiff::ZonedDateTime) -> Moment {
        Moment::new(zoned.timestamp().as_millisecond(), zoned.offset().seconds().div_euclid(60))
    }

    /// The learner's day: it begins and ends at 4:00 on the local clock.
    pub const fn day(self) -> Day {
        let shifted = self.local_ms().saturating_sub(ROLLOVER_HOUR * 60 * MINUTE_MS);
        Day::clamped(shifted.div_euclid(DAY_MS))
    }

    /// Milliseconds until the learner's day ends, if the offset stays; 1 to 86,400,000.
    pub const fn until_rollover_ms(self) -> i64 {
        let shifted = self.local_ms().saturating_sub(ROLLOVER_HOUR * 60 * MINUTE_MS);
        DAY_MS - shifted.rem_euclid(DAY_MS)
    }

    /// The same local clock time some milliseconds later.
    pub const fn plus_ms(self, ms: i64) -> Moment {
        Moment::new(self.utc_ms.saturating_add(ms), self.offset_min)
    }

    /// The same local clock time some days of 24 hours later.
    pub const fn plus_days(self, days: i32) -> Moment {
        self.plus_ms(days as i64 * DAY_MS)
    }

    /// Date and time on the local clock, kept within the years -9999 to 9999.
    pub fn local(self) -> jiff::civil::DateTime {
        let ms = self.local_ms();
        let (days, rest) = (ms.div_euclid(DAY_MS), ms.rem_euclid(DAY_MS));
        let time =
            jiff::civil::Time::midnight().wrapping_add(jiff::SignedDuration::from_millis(rest));
        Day::clamped(days).civil().to_datetime(time)
    }

    const fn local_ms(self) -> i64 {
        self.utc_ms.saturating_add(self.offset_min as i64 * MINUTE_MS)
    }
}

/// `2026-11-24T07:59:30.120+01:00`
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.local();
        let (sign, minutes) =
            (if self.offset_min < 0 { '-' } else { '+' }, self.offset_min.unsigned_abs());
        write!(
            f,
            "{}{sign}{:02}:{:02}",
            local.strftime("%Y-%m-%dT%H:%M:%S%.3f"),
            minutes / 60,
            minutes % 60
        )
    }
}

/// A day of the learner's, counted from 1970-01-01; it lasts from 4:00 to 4:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// The first and the last day that a calendar can show.
const FIRST: i32 = -4_371_587;
const LAST: i32 = 2_932_896;

impl Day {
    /// The day with this number, kept within the years -9999 to 9999.
    pub const fn from_number(number: i32) -> Day {
        Day::clamped(number as i64)
    }

    /// Days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The calendar date on which the day begins, kept within the years 0 to 9999.
    pub fn date(self) -> Date {
        let civil = self.civil();
        let year = u16::try_from(civil.year()).unwrap_or(0);
        Date { year, month: civil.month().unsigned_abs(), day: civil.day().unsigned_abs() }
    }

    /// The day that begins on a calendar date; none if there is no such date.
    pub fn from_date(date: Date) -> Option<Day> {
        let part = |part: u8| i8::try_from(part).ok();
        let year = i16::try_from(date.year).ok()?;
        jiff::civil::Date::new(year, part(date.month)?, part(date.day)?).ok().map(Day::from_civil)
    }

    /// The day some days later, or earlier if negative.
    pub const fn plus(self, days: i32) -> Day {
        Day::clamped(self.0 as i64 + days as i64)
    }

    /// Days from an earlier day to this one; 0 if that one is later, as after a clock set back.
    pub const fn since(self, earlier: Day) -> u32 {
        if self.0 > earlier.0 { self.0.abs_diff(earlier.0) } else { 0 }
    }

    /// The weekday, Monday 0 to Sunday 6.
    pub const fn weekday(self) -> u8 {
        (self.0 + 3).rem_euclid(7) as u8
    }

    /// The calendar date, for formatting.
    pub fn civil(self) -> jiff::civil::Date {
        let days = jiff::SignedDuration::from_hours(i64::from(self.0) * 24);
        jiff::civil::date(1970, 1, 1).saturating_add(days)
    }

    fn from_civil(date: jiff::civil::Date) -> Day {
        let epoch = jiff::civil::date(1970, 1, 1);
        Day::clamped((date.duration_since(epoch)).as_hours() / 24)
    }

    const fn clamped(number: i64) -> Day {
        if number < FIRST as i64 {
            Day(FIRST)
        } else if number > LAST as i64 {
            Day(LAST)
        } else {
            Day(number as i32)
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.civil().strftime("%Y-%m-%d").to_string())
    }
}

/// A day is read from its date.
impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        let date = String::deserialize(from)?;
        date.parse().map(Day::from_civil).map_err(serde::de::Error::custom)
    }
}

/// A day is written as its date.
impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
