//! The sentence below the title of each card: what it says, or what it still needs.

use demarc_catalogue::Catalogue;
use demarc_study::{Calibration, Confidence, ENOUGH, Insights, Kept, Predicted, Share};

use super::super::words;
use super::{Card, needs};

/// The sentence of a card.
pub fn about(it: &Insights, card: Card, catalogue: &Catalogue) -> String {
    match card {
        Card::Score => score(it),
        Card::Calibration => calibration(&it.calibration, it.sure_and_wrong.len()),
        Card::Days => days(it),
        Card::Categories => categories(it),
        Card::Ahead => ahead(it),
        Card::Duties if it.duties.is_empty() => "Nothing was missed in this period.".to_owned(),
        Card::Duties => String::new(),
        Card::Retention => retention(it.retention.all),
        Card::Transfer => transfer(it),
        Card::Forecast => forecast(it),
        Card::Predicted => predicted(&it.predicted, it.retention.all),
        Card::Confusion => confusion(it, catalogue),
        Card::Beliefs => beliefs(it),
        Card::Pace => pace(it),
        Card::Sure => sure(it),
    }
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

fn score(it: &Insights) -> String {
    match (it.tally.score(), it.tally.guess_corrected(), it.scores.last()) {
        (Some(score), Some(corrected), Some(last)) => format!(
            "Mean now {}, {} with luck taken out. Over {}: {} and {}.",
            percent(last.mean5),
            percent(last.corrected5),
            words::count(it.tally.n() as usize, "first answer", "first answers"),
            percent(score),
            percent(corrected)
        ),
        _ => "Finish one session and your first point appears here.".to_owned(),
    }
}

fn calibration(it: &Calibration, sure_and_wrong: usize) -> String {
    let Some(brier) = it.brier else {
        return "What you said against what was so, once you answered.".to_owned();
    };
    let sure = it.levels[Confidence::Sure as usize];
    let judged = match (sure.share, sure.interval) {
        (Some(_), _) if sure.n < ENOUGH => format!("\u{201c}Sure\u{201d} needs {ENOUGH} answers."),
        (Some(_), Some(between)) if between.high < sure.claims => {
            "You say \u{201c}sure\u{201d} too early.".to_owned()
        }
        (Some(was), _) if was >= sure.claims => "When you are sure, you are right.".to_owned(),
        (Some(_), _) => "You say \u{201c}sure\u{201d} about when you should.".to_owned(),
        (None, _) => "You have not said \u{201c}sure\u{201d} yet.".to_owned(),
    };
    format!("{judged} {sure_and_wrong} sure and wrong. Brier score {brier:.2} (0 is best).")
}

fn days(it: &Insights) -> String {
    let on = |kept: Kept| it.calendar.iter().filter(|day| day.kept == kept).count();
    if it.calendar.is_empty() {
        return "The days on which you answer are marked here.".to_owned();
    }
    let rest = match on(Kept::Rest) {
        0 => String::new(),
        rest => format!(", {}", words::count(rest, "rest day", "rest days")),
    };
    format!("{} of {}{rest}.", it.days.len(), words::count(it.calendar.len(), "day", "days"))
}

fn categories(it: &Insights) -> String {
    let rest = it.categories.iter().filter(|(_, mastery)| mastery.met == 0).count();
    match rest {
        _ if rest == it.categories.len() => {
            "Nothing met yet: answer a question, and its category stands here.".to_owned()
        }
        0 => "What you probably know today.".to_owned(),
        1 => "What you probably know today. One category is not started.".to_owned(),
        n => format!("What you probably know today. {n} categories are not started."),
    }
}

fn ahead(it: &Insights) -> String {
    let all: usize = it.due_ahead.iter().sum();
    match (all, it.due_ahead[0]) {
        (0, _) => "What you learn today comes back here.".to_owned(),
        (all, today) => {
            format!(
                "Due by memory alone: {all} in 14 days, {today} by today. What you know may wait."
            )
        }
    }
}

fn retention(all: Share) -> String {
    match all.told() {
        Some(share) => format!(
            "{} of {} were right. Aim: 90%.",
            percent(share),
            words::count(all.n() as usize, "review", "reviews")
        ),
        None => format!("{}: reviews of what you met on an earlier day.", needs(all)),
    }
}

fn transfer(it: &Insights) -> String {
    match it.transfer.all.told() {
        Some(share) => format!(
            "{} right of {}.",
            percent(share),
            words::count(it.transfer.all.n() as usize, "ruling asked first", "rulings asked first")
        ),
        None => format!("{} to rulings that were new to you.", needs(it.transfer.all)),
    }
}

fn forecast(it: &Insights) -> String {
    let Some(then) = it.foretold.iter().find(|it| it.stopping.is_some()).and(it.foretold.get(3))
    else {
        return "Not enough answers yet to say what you will know.".to_owned();
    };
    match (then.stopping, then.reviewing) {
        (Some(stop), Some(go)) => format!(
            "On {}: {} if you do your reviews, {} if you stop.",
            words::day_short(then.day),
            percent(go.share),
            percent(stop.share)
        ),
        _ => "Too uncertain to say what you will know in 30 days.".to_owned(),
    }
}

fn predicted(it: &Predicted, all: Share) -> String {
    match it.off {
        Some(off) => {
            format!("The model is off by {:.0} points. Dashed: as predicted.", off * 100.0)
        }
        None => format!("{} of about the same chance.", needs(all)),
    }
}

fn confusion(it: &Insights, catalogue: &Catalogue) -> String {
    let name = &catalogue.provider().name;
    let (of, within) = (it.confusion.when_of, it.confusion.when_in);
    match (of.told(), within.told()) {
        (None, None) => {
            format!("{} on one side.", needs(if of.n() > within.n() { of } else { within }))
        }
        (of, within) => {
            let of = of.map(|it| format!("Of what {name} does you say IN {}.", percent(1.0 - it)));
            let within =
                within.map(|it| format!("Of what you do you say OF {}.", percent(1.0 - it)));
            [of, within].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    }
}

fn beliefs(it: &Insights) -> String {
    let cured = it.beliefs.iter().filter(|belief| belief.cured.is_some()).count();
    match it.beliefs.len() {
        0 => "No answer spoke of one in this period.".to_owned(),
        all => format!(
            "{} cured of {all}. Cured: right twice running, on two days.",
            if cured == 0 { "None".to_owned() } else { cured.to_string() }
        ),
    }
}

fn pace(it: &Insights) -> String {
    let Some(most) = it.pace.iter().max_by_key(|pace| pace.n) else {
        return "How long you think, once you answered.".to_owned();
    };
    match most.quartiles {
        Some([low, middle, high]) => format!(
            "Half of your {} took {:.0} s or less, the middle half {:.0} to {:.0} s.",
            most.form.title().to_lowercase(),
            f64::from(middle) / 1_000.0,
            f64::from(low) / 1_000.0,
            f64::from(high) / 1_000.0
        ),
        None => format!("Needs {ENOUGH} answers of one form, has {}.", most.n),
    }
}

fn sure(it: &Insights) -> String {
    match it.sure_and_wrong.len() {
        0 => "Nothing was sure and wrong in this period.".to_owned(),
        n => format!("{}, the newest first.", words::count(n, "answer", "answers")),
    }
}
