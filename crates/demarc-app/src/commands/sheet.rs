//! The table by group: for the sheet of keys and for README.

use super::{COMMANDS, Command};
use crate::model::route::Place;

/// The places of the table with their names, in the order of the sheet and of README.
pub const GROUPS: [(&str, Place); 23] = [
    ("Today", Place::Today),
    ("Question", Place::Question),
    ("Draw the line", Place::Draw),
    ("A question with parts", Place::Reply),
    ("A line", Place::Line),
    ("Cards", Place::Sort),
    ("A choice", Place::Choose),
    ("After an answer", Place::Feedback),
    ("End of a session", Place::Finished),
    ("Explore", Place::Explore),
    ("Compare", Place::Compare),
    ("Choose", Place::Needs),
    ("Insights", Place::Insights),
    ("Exam", Place::Exam),
    ("A running exam", Place::ExamRun),
    ("Before handing in", Place::ExamAll),
    ("Result of an exam", Place::ExamResult),
    ("Lessons", Place::Lessons),
    ("Lesson", Place::LessonText),
    ("Question of a lesson", Place::LessonAsk),
    ("End of a lesson", Place::LessonDone),
    ("Practice", Place::Practice),
    ("First start", Place::FirstRun),
];

/// The group of a command; none for one that is available nearly everywhere.
pub fn group(command: &Command) -> Option<usize> {
    if command.places.contains(&Place::Settings) {
        return None;
    }
    GROUPS.iter().position(|(_, place)| command.places.contains(place))
}

/// The commands by group: first those that are available everywhere.
pub fn grouped() -> Vec<(&'static str, Vec<&'static Command>)> {
    let mut blocks = vec![("Everywhere", Vec::new())];
    blocks.extend(GROUPS.iter().map(|(name, _)| (*name, Vec::new())));
    for command in COMMANDS.iter().filter(|c| !c.places.contains(&Place::Overlay)) {
        blocks[group(command).map_or(0, |group| group + 1)].1.push(command);
    }
    blocks
}

/// The table as README shows it.
pub fn markdown() -> String {
    let mut lines = vec!["| where | keys |".to_owned(), "|---|---|".to_owned()];
    for (name, commands) in grouped() {
        let keys: Vec<String> = commands
            .iter()
            .map(|command| {
                let caps: Vec<String> =
                    command.keys.iter().map(|key| format!("`{}`", key.cap)).collect();
                format!("{} {}", caps.join(" "), uncapitalised(command.words))
            })
            .collect();
        lines.push(format!("| {name} | {} |", keys.join(" \u{b7} ")));
    }
    lines.join("\n")
}

/// The words as they stand within a sentence; OF and IN stay as they are.
fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}
