//! The learner's day against the calendar: it ends at 4:00 on the clock on the wall.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests stop where they fail"
)]

use demarc_study::{Day, Moment};
use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ZonedDateTime};

fn at(zone: &str, when: DateTime) -> Moment {
    let zone = TimeZone::get(zone).unwrap();
    Moment::from_zoned(&when.to_zoned_datetime(zone).unwrap())
}

/// The day by the book: the date on the wall, or the one before until 4:00.
fn oracle(zoned: &ZonedDateTime) -> Date {
    let today = zoned.date();
    if zoned.hour() < 4 { today.yesterday().unwrap() } else { today }
}

#[test]
fn a_day_lasts_until_four_in_the_morning() {
    let day = |when| at("Europe/Madrid", when).day().to_string();
    assert_eq!(day(date(2026, 11, 24).at(3, 59, 59, 999_000_000)), "2026-11-23");
    assert_eq!(day(date(2026, 11, 24).at(4, 0, 0, 0)), "2026-11-24");
    assert_eq!(day(date(2026, 11, 24).at(23, 59, 59, 0)), "2026-11-24");
    assert_eq!(day(date(2026, 11, 25).at(0, 0, 0, 0)), "2026-11-24");
}

#[test]
fn every_hour_of_two_years_has_the_day_of_the_wall_clock_wherever_one_lives() {
    for name in [
        "UTC",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Antarctica/Troll",
        "America/New_York",
        "Europe/Madrid",
    ] {
        let zone = TimeZone::get(name).unwrap();
        // Samoa left out 30 December 2011.
        for start in ["2011-06-01T00:00:00Z", "2026-01-01T00:30:00Z"] {
            let start: Timestamp = start.parse().unwrap();
            for half_hour in 0..2 * 24 * 365 {
                let now = start + SignedDuration::from_mins(half_hour * 30);
                let zoned = now.to_zoned_datetime(zone.clone());
                let day = Moment::from_zoned(&zoned).day();
                assert_eq!(day.civil(), oracle(&zoned), "{zoned}");
            }
        }
    }
}

#[test]
fn the_days_around_a_clock_change_are_one_day_apart() {
    // Forward on 29 March at 2:00, back on 25 October at 3:00.
    for (before, after) in [
        (date(2026, 3, 28).at(12, 0, 0, 0), date(2026, 3, 29).at(12, 0, 0, 0)),
        (date(2026, 10, 24).at(12, 0, 0, 0), date(2026, 10, 25).at(12, 0, 0, 0)),
        (date(2026, 3, 29).at(1, 59, 0, 0), date(2026, 3, 29).at(4, 0, 0, 0)),
        (date(2026, 10, 25).at(2, 30, 0, 0), date(2026, 10, 25).at(4, 0, 0, 0)),
    ] {
        let (before, after) = (at("Europe/Madrid", before).day(), at("Europe/Madrid", after).day());
        assert_eq!(after.since(before), 1);
    }
}

#[test]
fn an_answer_keeps_its_day_wherever_the_log_is_read() {
    let tokyo = at("Asia/Tokyo", date(2026, 11, 24).at(8, 0, 0, 0));
    assert_eq!(tokyo.day().to_string(), "2026-11-24");
    assert_eq!(Moment::new(tokyo.utc_ms, -480).day().to_string(), "2026-11-23");
    assert_eq!(tokyo.to_string(), "2026-11-24T08:00:00.000+09:00");
}

#[test]
fn the_rollover_is_as_far_as_the_clock_says() {
    let ms = |when| at("Europe/Madrid", when).until_rollover_ms();
    assert_eq!(ms(date(2026, 11, 24).at(3, 59, 59, 0)), 1_000);
    assert_eq!(ms(date(2026, 11, 24).at(4, 0, 0, 0)), 86_400_000);
    assert_eq!(ms(date(2026, 11, 24).at(22, 0, 0, 0)), 6 * 3_600_000);
}

#[test]
fn a_clock_set_back_gives_no_negative_count() {
    let (early, late) = (Day::from_number(20_000), Day::from_number(20_400));
    assert_eq!(late.since(early), 400);
    assert_eq!(early.since(late), 0);
}

#[test]
fn days_are_dates_and_dates_are_days() {
    for number in (-3_000..3_000).map(|it| it * 97) {
        let day = Day::from_number(number);
        if let Some(back) = Day::from_date(day.date()) {
            assert_eq!(back, day);
        }
    }
    assert_eq!(Day::from_date("2026-11-24".parse().unwrap()).unwrap().number(), 20_781);
    assert_eq!(Day::from_number(20_781).weekday(), 1, "a Tuesday");
    assert_eq!(Day::from_number(-4).weekday(), 6, "a Sunday");
}

#[test]
fn no_clock_however_wrong_is_a_panic() {
    for utc_ms in [i64::MIN, -1, 0, 2_147_483_648_000, 253_402_300_799_999, i64::MAX] {
        for offset_min in [i32::MIN, -720, 0, 840, i32::MAX] {
            let moment = Moment::new(utc_ms, offset_min);
            let day = moment.day();
            assert!(!day.to_string().is_empty());
            assert!(moment.until_rollover_ms() >= 1);
            assert!(moment.to_string().contains('T'));
            assert_eq!(
                day.plus(i32::MAX).since(day.plus(i32::MIN)),
                day.plus(i32::MAX).number().abs_diff(day.plus(i32::MIN).number())
            );
            let _ = (day.date(), moment.plus_days(i32::MAX).day(), moment.plus_ms(i64::MAX).day());
        }
    }
}
