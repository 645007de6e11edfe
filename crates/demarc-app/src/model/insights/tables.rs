//! Each card's figures as a table.

use demarc_catalogue::Catalogue;
use demarc_study::{CalendarDay, GAPS, Insights, Kept, Said, Share, SharePoint};

use super::super::{ruling::short_name, words};
use super::{Card, Table, Value};

/// The table of a card.
pub fn table(it: &Insights, card: Card, catalogue: &Catalogue) -> Table {
    match card {
        Card::Score => score(it),
        Card::Calibration => calibration(it),
        Card::Days => days(&it.calendar),
        Card::Categories => categories(it, catalogue),
        Card::Ahead => ahead(it),
        Card::Duties => duties(it, catalogue),
        Card::Retention => retention(it),
        Card::Transfer => transfer(&it.transfer.points),
        Card::Forecast => forecast(it),
        Card::Predicted => predicted(it),
        Card::Confusion => confusion(it, catalogue),
        Card::Beliefs => beliefs(it, catalogue),
        Card::Pace => pace(it),
        Card::Sure => sure(it, catalogue),
    }
}

fn made(head: &[&'static str], words: usize, rows: impl Iterator<Item = Vec<Value>>) -> Table {
    Table { head: head.to_vec(), words, rows: rows.collect() }
}

fn name(said: Said) -> &'static str {
    match said {
        Said::Of => "OF",
        Said::In => "IN",
    }
}

fn score(it: &Insights) -> Table {
    let mut marks = it.versions.iter().peekable();
    let mut rows: Vec<Vec<Value>> = it
        .scores
        .iter()
        .map(|point| {
            let mark = marks.next_if(|mark| mark.session == point.session);
            vec![
                Value::Day(point.day),
                Value::count(point.questions),
                Value::Part(point.score),
                Value::Part(point.guess_corrected),
                Value::Part(point.mean5),
                Value::Part(point.corrected5),
                mark.map_or(Value::Nothing(String::new()), |mark| Value::text(&mark.version)),
            ]
        })
        .collect();
    rows.reverse();
    let head = [
        "Session",
        "Questions",
        "Right",
        "Luck taken out",
        "Mean of 5",
        "Luck taken out of 5",
        "New rulings",
    ];
    made(&head, 1, rows.into_iter())
}

fn calibration(it: &Insights) -> Table {
    let rows = it.calibration.levels.iter().map(|level| {
        vec![
            Value::text(words::capital(level.confidence.as_str())),
            Value::Part(level.claims),
            Value::count(level.n),
            Value::part(level.share),
            Value::between(level.interval),
        ]
    });
    made(&["You said", "Stands for", "Answers", "Right", "Between"], 1, rows)
}

/// One row a week, from Monday.
fn days(calendar: &[CalendarDay]) -> Table {
    let mut weeks: Vec<Vec<Value>> = Vec::new();
    let mut monday = None;
    for day in calendar {
        let first = day.day.plus(-i32::from(day.day.weekday()));
        if monday.replace(first) != Some(first) {
            let mut week = vec![Value::Nothing(String::new()); 8];
            week[0] = Value::Day(first);
            weeks.push(week);
        }
        let Some(week) = weeks.last_mut() else { continue };
        week[1 + usize::from(day.day.weekday())] = match day.kept {
            Kept::Practised => Value::count(day.answers),
            kept => Value::text(kept_in_words(kept)),
        };
    }
    weeks.reverse();
    made(&["Week", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], 1, weeks.into_iter())
}

/// What a day without an answer was.
pub fn kept_in_words(kept: Kept) -> &'static str {
    match kept {
        Kept::Practised => "practised",
        Kept::NothingDue => "free",
        Kept::Rest => "rest",
        Kept::Missed => "none",
        Kept::Open => "open",
        Kept::Before => "",
    }
}

fn categories(it: &Insights, catalogue: &Catalogue) -> Table {
    let rows = it.categories.iter().map(|(category, mastery)| {
        let [share, between] = Value::known(mastery.known);
        let name = &catalogue.categories()[category.index()].name;
        vec![Value::text(name), Value::Count(mastery.met), Value::Count(mastery.of), share, between]
    });
    made(&["Category", "Met", "Of", "Known", "Between"], 1, rows)
}

fn ahead(it: &Insights) -> Table {
    let today = it.foretold.first().map(|it| it.day);
    let rows = it.due_ahead.iter().enumerate().map(|(ahead, count)| {
        let day = today.map(|today| Value::Day(today.plus(ahead as i32)));
        vec![day.unwrap_or(Value::Count(ahead)), Value::Count(*count)]
    });
    made(&["Day", "Due"], 1, rows)
}

fn duties(it: &Insights, catalogue: &Catalogue) -> Table {
    let rows = it.duties.iter().map(|duty| {
        let slip = duty.slip.map_or_else(String::new, |(said, deployment)| {
            format!("says {} on {}", name(said), short_name(catalogue, deployment))
        });
        let last = duty.last.iter().map(|right| if *right { '\u{2713}' } else { '\u{d7}' });
        vec![
            Value::text(&catalogue.duty(duty.duty).label),
            Value::text(slip),
            Value::count(duty.tally.n()),
            Value::part(duty.tally.score()),
            Value::count(duty.sure_and_wrong),
            Value::text(last.collect::<String>()),
        ]
    });
    made(&["Duty", "Usual slip", "Seen", "Right", "Sure and wrong", "Last 8"], 2, rows)
}

/// "7 to 29 days".
pub fn gap_in_words((from, to): (u32, Option<u32>)) -> String {
    match to {
        Some(to) => format!("{from} to {to} days"),
        None => format!("{from}+ days"),
    }
}

fn shared(name: Value, share: Share) -> Vec<Value> {
    vec![name, Value::count(share.n()), Value::share(share), Value::between(share.between())]
}

fn retention(it: &Insights) -> Table {
    let all = shared(Value::text("All"), it.retention.all);
    let gaps = GAPS.iter().zip(it.retention.gaps);
    let gaps = gaps.map(|(gap, share)| shared(Value::text(gap_in_words(*gap)), share));
    made(
        &["Since the last answer", "Reviews", "Right", "Between"],
        1,
        [all].into_iter().chain(gaps),
    )
}

fn transfer(points: &[SharePoint]) -> Table {
    let rows = points.iter().rev().map(|point| {
        let mut row = shared(Value::Day(point.to), point.share);
        row.insert(0, Value::Day(point.from));
        row
    });
    made(&["From", "To", "Rulings", "Right", "Between"], 1, rows)
}

fn forecast(it: &Insights) -> Table {
    let rows = it.foretold.iter().map(|it| {
        let [go, go_between] = Value::known(it.reviewing);
        let [stop, stop_between] = Value::known(it.stopping);
        vec![Value::Day(it.day), go, go_between, stop, stop_between]
    });
    made(&["Day", "With reviews", "Between", "Without", "Between"], 1, rows)
}

fn predicted(it: &Insights) -> Table {
    let rows = it.predicted.bins.iter().map(|bin| {
        vec![
            Value::text(format!("{:.0} to {:.0}%", bin.low * 100.0, bin.high * 100.0)),
            Value::part(bin.said),
            Value::count(bin.share.n()),
            Value::share(bin.share),
            Value::between(bin.share.between()),
        ]
    });
    made(&["Recall", "Predicted", "Reviews", "Right", "Between"], 1, rows)
}

fn confusion(it: &Insights, catalogue: &Catalogue) -> Table {
    let row = |what: String, said: &'static str, wrong: u32, all: u32, share: Option<f64>| {
        let share = match share {
            Some(right) => Value::Part(1.0 - right),
            None => Value::Nothing("\u{2013}".to_owned()),
        };
        vec![Value::text(what), Value::text(said), Value::count(wrong), Value::count(all), share]
    };
    let all = [(it.confusion.when_of, Said::In), (it.confusion.when_in, Said::Of)];
    let all = all.into_iter().map(|(share, said)| {
        row("All".to_owned(), name(said), share.tally.wrong, share.n(), share.told())
    });
    let duties = it.confusion.duties.iter().map(|duty| {
        let label = catalogue.duty(duty.duty).label.clone();
        let share = Share { tally: duty.tally };
        row(label, name(duty.said), duty.tally.wrong, share.n(), share.told())
    });
    made(&["Duty", "Said", "Wrongly", "Asked", "Share"], 2, all.chain(duties))
}

fn beliefs(it: &Insights, catalogue: &Catalogue) -> Table {
    let rows = it.beliefs.iter().map(|belief| {
        vec![
            Value::text(&catalogue.misconception(belief.misconception).belief),
            Value::count(belief.slips),
            Value::count(belief.asked),
            Value::Day(belief.last),
            belief.cured.map_or(Value::text("not yet"), Value::Day),
        ]
    });
    made(&["Belief", "Slips", "Asked", "Last", "Cured"], 1, rows)
}

fn pace(it: &Insights) -> Table {
    let rows = it.pace.iter().map(|pace| {
        let times = match pace.quartiles {
            Some(times) => times.map(|ms| Value::Seconds(f64::from(ms) / 1_000.0)),
            None => {
                let dash = || Value::Nothing("\u{2013}".to_owned());
                let needs = format!("Needs {} answers", demarc_study::ENOUGH);
                [dash(), Value::Nothing(needs), dash()]
            }
        };
        let mut row = vec![Value::text(pace.form.title()), Value::count(pace.n)];
        row.extend(times);
        row.push(Value::count(pace.idle));
        row
    });
    made(&["Form", "Answers", "A quarter", "Half", "Three quarters", "Idle"], 1, rows)
}

fn sure(it: &Insights, catalogue: &Catalogue) -> Table {
    let rows = it.sure_and_wrong.iter().map(|(cell, answer)| {
        vec![
            Value::text(short_name(catalogue, cell.deployment)),
            Value::text(&catalogue.duty(cell.duty).label),
            Value::text(name(answer.said)),
            Value::Day(answer.at.day()),
        ]
    });
    made(&["Where", "Duty", "You said", "Day"], 3, rows)
}
