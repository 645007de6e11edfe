//! Dates, spans and counts in words.

use demarc_catalogue::Date;
use demarc_study::{Day, Known, Moment};

/// "24 Nov".
pub fn day_short(day: Day) -> String {
    day.civil().strftime("%-d %b").to_string()
}

/// "Tuesday 24 November".
pub fn weekday_long(day: Day) -> String {
    day.civil().strftime("%A %-d %B").to_string()
}

/// "24 November 2026".
pub fn date_long(date: Date) -> String {
    Day::from_date(date)
        .map_or_else(|| date.to_string(), |day| day.civil().strftime("%-d %B %Y").to_string())
}

/// "24 Nov 2026".
pub fn date_short(date: Date) -> String {
    Day::from_date(date)
        .map_or_else(|| date.to_string(), |day| day.civil().strftime("%-d %b %Y").to_string())
}

/// "24 Nov, 14:05" on the clock of that moment.
pub fn moment_short(moment: Moment) -> String {
    moment.local().strftime("%-d %b, %H:%M").to_string()
}

/// When something is due, seen from `today`: "today", "tomorrow", "Fri 27", "3 Jan".
pub fn due(day: Day, today: Day) -> String {
    match day.number() - today.number() {
        i32::MIN..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..=6 => day.civil().strftime("%a %-d").to_string(),
        _ => day_short(day),
    }
}

/// "in 21 days".
pub fn in_days(days: u32) -> String {
    match days {
        0 => "later today".to_owned(),
        1 => "tomorrow".to_owned(),
        n => format!("in {n} days"),
    }
}

/// "1 review", "18 reviews".
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// "about 4 min", "under a minute".
pub fn minutes(seconds: u32) -> String {
    match seconds {
        0..=45 => "under a minute".to_owned(),
        _ => format!("about {} min", seconds.div_ceil(60)),
    }
}

/// With a capital first.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A share as whole percent.
pub fn percent(share: f32) -> String {
    format!("{:.0}%", share * 100.0)
}

/// "72%, between 60 and 82", or that it cannot be told yet.
pub fn known(known: Option<Known>) -> String {
    let whole = |share: f64| format!("{:.0}", share * 100.0);
    known.map_or_else(
        || "not enough answers yet".to_owned(),
        |it| format!("{}%, between {} and {}", whole(it.share), whole(it.low), whole(it.high)),
    )
}

/// The same where there is little room: "72%, 60 to 82".
pub fn known_short(it: Option<Known>) -> String {
    it.map_or_else(
        || "too few answers".to_owned(),
        |_| known(it).replace("between ", "").replace(" and ", " to "),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_days_read_as_a_person_would_say_them() {
        let today = Day::from_date(Date { year: 2026, month: 11, day: 24 }).unwrap();
        assert_eq!(due(today.plus(-3), today), "today");
        assert_eq!(due(today.plus(1), today), "tomorrow");
        assert_eq!(due(today.plus(3), today), "Fri 27");
        assert_eq!(due(today.plus(40), today), "3 Jan");
        assert_eq!(weekday_long(today), "Tuesday 24 November");
    }

    #[test]
    fn one_is_not_a_plural() {
        assert_eq!(count(1, "review", "reviews"), "1 review");
        assert_eq!(count(0, "review", "reviews"), "0 reviews");
    }

    #[test]
    fn what_is_known_is_said_with_its_interval_or_not_at_all() {
        let it = Some(Known { share: 0.724, low: 0.6, high: 0.818 });
        assert_eq!(known(it), "72%, between 60 and 82");
        assert_eq!(known_short(it), "72%, 60 to 82");
        assert_eq!(known(None), "not enough answers yet");
        assert_eq!(known_short(None), "too few answers");
    }
}
