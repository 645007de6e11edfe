//! What the day asks, what waits and until when: in words.

use demarc_study::{Moment, Today};

use super::{today::DUE, words};

/// The headline of Today, and what is said below it.
pub(super) fn words(today: &Today, answers: usize, now: Moment) -> (String, String) {
    let (due, over) = (today.due.len(), today.over.len());
    match (due, over) {
        (0, 0) if answers == 0 => (
            "Nothing learned yet.".to_owned(),
            "Start with a few new rulings. Each answer is explained.".to_owned(),
        ),
        (0, 0) if today.reviewed > 0 => {
            ("Today\u{2019}s reviews are done.".to_owned(), upcoming(today, now))
        }
        (0, 0) => ("Nothing is due.".to_owned(), upcoming(today, now)),
        (0, over) => (
            "Today\u{2019}s reviews are done.".to_owned(),
            format!("{}: {}.", words::count(over, "more waits", "more wait"), rest(today)),
        ),
        (due, 0) => (
            format!("{} due", words::count(due, "review", "reviews")),
            format!("{}{}", session(today), waiting(today)),
        ),
        (due, over) => (
            format!("{} today", words::count(due, "review", "reviews")),
            format!(
                "{} wait: {due} today, the rest {}. {}",
                due + over,
                rest(today),
                session(today)
            ),
        ),
    }
}

/// "over about 2 days".
fn rest(today: &Today) -> String {
    match today.caught_up_in {
        Some(1) => "tomorrow".to_owned(),
        Some(days) => format!("over about {days} days"),
        None => "bit by bit, as more comes due each day than a day asks".to_owned(),
    }
}

/// How long a session takes.
fn session(today: &Today) -> String {
    let due = today.due.len();
    let minutes = |questions: usize| {
        let part = today.minutes as usize * questions / due.max(1);
        words::count(part.max(1), "minute", "minutes")
    };
    if due > DUE {
        format!("A session takes the {DUE} most urgent, in about {}.", minutes(DUE))
    } else {
        format!("About {}.", minutes(due))
    }
}

/// What is due and may wait.
fn waiting(today: &Today) -> String {
    match today.may_wait {
        0 => String::new(),
        1 => " One more you probably know, so it waits.".to_owned(),
        n => format!(" {n} more you probably know, so they wait."),
    }
}

fn upcoming(today: &Today, now: Moment) -> String {
    match (today.due_tomorrow, today.next_due) {
        (0, Some((day, count))) => next_reviews(count, &words::due(day, now.day())),
        (0, None) => "Learn something new, or look around.".to_owned(),
        (count, _) => next_reviews(count, "tomorrow"),
    }
}

fn next_reviews(count: usize, day: &str) -> String {
    match count {
        1 => format!("Your next review comes {day}."),
        _ => format!("Your next {count} reviews come {day}."),
    }
}
