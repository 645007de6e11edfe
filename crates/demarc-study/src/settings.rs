//! A learner's settings. One that cannot be read falls back to its default and stops nothing.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::exam::ExamPlan;
use crate::plan::Choice;
use crate::target::Target;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Everything that a learner can set; the defaults are in `Default`.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Size of text in percent, 80 to 200.
    pub text_size: u16,
    /// Whether nothing moves.
    pub reduced_motion: bool,
    /// How many new cells a day brings by itself.
    pub daily_new: u16,
    /// How many reviews a day asks at most by itself, 5 or more; none if there is no limit.
    pub daily_reviews: Option<u16>,
    /// By when something should be known; none if there is no such day.
    pub target: Option<Box<Target>>,
    /// Whether single keys are shortcuts.
    pub single_keys: bool,
    /// The last choice of what to practise.
    pub choice: Choice,
    /// What the next exam is made of.
    pub exam: ExamPlan,
    /// Comparisons that were kept: what stood left and right, by the catalogue's ids.
    pub comparisons: Vec<(String, String)>,
    /// The window's width and height in points.
    pub window: Option<(f32, f32)>,
    /// Whether the first run is over.
    pub first_run_done: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            theme: Theme::System,
            text_size: 100,
            reduced_motion: false,
            daily_new: 20,
            daily_reviews: Some(40),
            target: None,
            single_keys: true,
            choice: Choice::default(),
            exam: ExamPlan::default(),
            comparisons: Vec::new(),
            window: None,
            first_run_done: false,
        }
    }
}

impl Settings {
    /// The settings with every value within its range.
    pub fn kept_in_range(mut self) -> Settings {
        self.text_size = self.text_size.clamp(80, 200);
        self.daily_reviews = self.daily_reviews.map(|it| it.max(5));
        self.exam.pass_percent = self.exam.pass_percent.clamp(1, 100);
        self.window = self.window.filter(|(width, height)| {
            [width, height].iter().all(|it| it.is_finite() && **it > 0.0)
        });
        self
    }

    /// The settings as rows of names and values in JSON.
    pub(crate) fn to_rows(&self) -> Vec<(String, String)> {
        fn row(name: &str, value: &impl Serialize) -> Option<(String, String)> {
            serde_json::to_string(value).ok().map(|value| (name.to_owned(), value))
        }
        [
            row("theme", &self.theme),
            row("text_size", &self.text_size),
            row("reduced_motion", &self.reduced_motion),
            row("daily_new", &self.daily_new),
            row("daily_reviews", &self.daily_reviews),
            row("target", &self.target),
            row("single_keys", &self.single_keys),
            row("choice", &self.choice),
            row("exam", &self.exam),
            row("comparisons", &self.comparisons),
            row("window", &self.window),
            row("first_run_done", &self.first_run_done),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The settings that rows name; what is missing or unreadable has its default.
    pub(crate) fn from_rows(rows: &[(String, String)]) -> Settings {
        fn read<T: DeserializeOwned>(rows: &[(String, String)], name: &str, into: &mut T) {
            let row = rows.iter().find(|row| row.0 == name);
            if let Some(value) = row.and_then(|row| serde_json::from_str(&row.1).ok()) {
                *into = value;
            }
        }
        let mut settings = Settings::default();
        read(rows, "theme", &mut settings.theme);
        read(rows, "text_size", &mut settings.text_size);
        read(rows, "reduced_motion", &mut settings.reduced_motion);
        read(rows, "daily_new", &mut settings.daily_new);
        read(rows, "daily_reviews", &mut settings.daily_reviews);
        read(rows, "target", &mut settings.target);
        read(rows, "single_keys", &mut settings.single_keys);
        read(rows, "choice", &mut settings.choice);
        read(rows, "exam", &mut settings.exam);
        read(rows, "comparisons", &mut settings.comparisons);
        read(rows, "window", &mut settings.window);
        read(rows, "first_run_done", &mut settings.first_run_done);
        settings.kept_in_range()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn settings_are_read_as_they_were_written() {
        let mut settings = Settings { theme: Theme::Dark, text_size: 140, ..Settings::default() };
        settings.choice.services.push("lambda".to_owned());
        settings.comparisons.push(("stack:one".to_owned(), "lambda.image".to_owned()));
        settings.window = Some((1280.0, 800.0));
        assert_eq!(Settings::from_rows(&settings.to_rows()), settings);
    }

    #[test]
    fn a_setting_that_cannot_be_read_has_its_default_and_the_others_stay() {
        let read = Settings::from_rows(&rows(&[
            ("theme", "\"sepia\""),
            ("daily_new", "{{{"),
            ("text_size", "120"),
            ("window", "[1e999, 3]"),
            ("of a later version", "1"),
        ]));
        assert_eq!(read, Settings { text_size: 120, ..Settings::default() });
    }

    #[test]
    fn values_out_of_range_are_brought_into_it() {
        assert_eq!(Settings::from_rows(&rows(&[("text_size", "900")])).text_size, 200);
        assert_eq!(Settings::from_rows(&rows(&[("text_size", "1")])).text_size, 80);
        assert_eq!(Settings::from_rows(&rows(&[("window", "[-5.0, 3.0]")])).window, None);
    }
}
