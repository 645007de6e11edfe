//! A table of values: what a chart shows, to be read, heard, or taken along.

use demarc_study::{Day, Interval, Known, Share};

use super::super::words;

/// A value in a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// How many.
    Count(usize),
    /// A share, 0 to 1.
    Part(f64),
    /// The ends of an interval of shares, 0 to 1.
    Between(f64, f64),
    /// A day.
    Day(Day),
    /// Seconds.
    Seconds(f64),
    /// Nothing is known, and why or since when in words; empty in a file.
    Nothing(String),
}

impl Value {
    /// Words of any kind.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// How many.
    pub fn count(count: u32) -> Self {
        Self::Count(count as usize)
    }

    /// A share, or that there is none.
    pub fn part(share: Option<f64>) -> Self {
        share.map_or_else(|| Self::Nothing("\u{2013}".to_owned()), Self::Part)
    }

    /// An interval, or that there is none.
    pub fn between(it: Option<Interval>) -> Self {
        it.map_or_else(|| Self::Nothing("\u{2013}".to_owned()), |it| Self::Between(it.low, it.high))
    }

    /// The share that was right, or how many answers it needs.
    pub fn share(share: Share) -> Self {
        share.told().map_or_else(|| Self::Nothing(needs(share)), Self::Part)
    }

    /// What is known and its interval, or that it cannot be told.
    pub fn known(known: Option<Known>) -> [Self; 2] {
        match known {
            Some(it) => [Self::Part(it.share), Self::Between(it.low, it.high)],
            None => ["too few answers", "\u{2013}"].map(|it| Self::Nothing(it.to_owned())),
        }
    }

    /// As it is read on the screen.
    pub fn shown(&self) -> String {
        match self {
            Value::Text(text) | Value::Nothing(text) => text.clone(),
            Value::Count(count) => count.to_string(),
            Value::Part(share) => format!("{:.0}%", share * 100.0),
            Value::Between(low, high) => format!("{:.0} to {:.0}", low * 100.0, high * 100.0),
            Value::Day(day) => words::day_short(*day),
            Value::Seconds(seconds) => format!("{seconds:.1} s"),
        }
    }

    /// As it stands in a file: numbers as numbers, days as dates.
    fn written(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Nothing(_) => String::new(),
            Value::Count(count) => count.to_string(),
            Value::Part(share) => format!("{share:.4}"),
            Value::Between(low, high) => format!("{low:.4} to {high:.4}"),
            Value::Day(day) => day.to_string(),
            Value::Seconds(seconds) => format!("{seconds:.3}"),
        }
    }
}

/// "Needs 20 answers, has 3".
pub fn needs(share: Share) -> String {
    match share.n() {
        0 => format!("Needs {} answers", demarc_study::ENOUGH),
        n => format!("Needs {} answers, has {n}", demarc_study::ENOUGH),
    }
}

/// What a chart shows, as a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The heads of its columns; the first says what a row is about.
    pub head: Vec<&'static str>,
    /// How many columns from the left hold words; numbers stand at the right.
    pub words: usize,
    /// Its rows.
    pub rows: Vec<Vec<Value>>,
}

impl Table {
    /// As CSV, with heads.
    pub fn csv(&self) -> Vec<u8> {
        let mut out = csv::Writer::from_writer(Vec::new());
        // Memory takes whatever is written to it.
        let _ = out.write_record(&self.head);
        for row in &self.rows {
            let _ = out.write_record(row.iter().map(Value::written));
        }
        out.into_inner().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_numbers_and_dates_where_the_screen_has_words() {
        let table = Table {
            head: vec!["Day", "Right", "Time", "Between"],
            words: 1,
            rows: vec![
                vec![
                    Value::Day(Day::from_number(20_781)),
                    Value::Part(0.856),
                    Value::Seconds(7.25),
                    Value::Between(0.8, 0.9),
                ],
                vec![
                    Value::text("a, \"b\""),
                    Value::share(Share::default()),
                    Value::Count(3),
                    Value::part(None),
                ],
            ],
        };
        let csv = String::from_utf8(table.csv()).unwrap();
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[0], "Day,Right,Time,Between");
        assert_eq!(lines[1], "2026-11-24,0.8560,7.250,0.8000 to 0.9000");
        assert_eq!(lines[2], "\"a, \"\"b\"\"\",,3,");
        let shown: Vec<String> = table.rows.concat().iter().map(Value::shown).collect();
        let expected =
            ["24 Nov", "86%", "7.2 s", "80 to 90", "a, \"b\"", "Needs 20 answers", "3", "\u{2013}"];
        assert_eq!(shown, expected);
    }
}
