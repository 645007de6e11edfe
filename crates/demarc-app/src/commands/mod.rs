//! One table of what can be done by key: it feeds the keys, the palette, the help sheet and README.

mod action;
mod places;
mod sheet;

pub use action::action;
use places::{ASKED, EVERYWHERE, IN_SESSION, SHELL, SOURCES, TAKEN_BACK, WITHIN};
pub use sheet::{grouped, markdown};

use egui::Key;

use crate::model::{Model, route::Place};

/// A key with what must be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key, by its meaning.
    pub key: Key,
    /// Whether Ctrl (Command on macOS) is held.
    pub ctrl: bool,
    /// What the cap shows.
    pub cap: &'static str,
}

const fn key(key: Key, cap: &'static str) -> Shortcut {
    Shortcut { key, ctrl: false, cap }
}

const fn ctrl(key: Key, cap: &'static str) -> Shortcut {
    Shortcut { key, ctrl: true, cap }
}

/// A row of the table.
#[derive(Debug)]
pub struct Command {
    /// Which it is.
    pub id: Id,
    /// What it does, in words.
    pub words: &'static str,
    /// Its keys, the shown one first.
    pub keys: &'static [Shortcut],
    /// Where it is available.
    pub places: &'static [Place],
}

/// The commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the table gives each its words")]
pub enum Id {
    Today,
    Practice,
    Draw,
    Explore,
    Insights,
    Settings,
    Find,
    Keys,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Region,
    StartReview,
    LearnNew,
    Weakest,
    Resume,
    StartTen,
    Group1,
    Group2,
    Group3,
    Group4,
    PreviousService,
    NextService,
    LookAround,
    StartChoice,
    Lessons,
    NextLesson,
    OpenLesson,
    AskLesson,
    Option1,
    Option2,
    Option3,
    Option4,
    LessonOf,
    LessonIn,
    ReadLesson,
    AfterLesson,
    PractiseLesson,
    StartLines,
    LineUp,
    LineDown,
    LineGuess,
    LineLikely,
    LineSure,
    CheckLine,
    StartOver,
    OfSure,
    OfLikely,
    OfGuess,
    InGuess,
    InLikely,
    InSure,
    Flag,
    Note,
    Skip,
    Undo,
    End,
    Next,
    Source1,
    Source2,
    CopyReport,
    More,
    Again,
    Done,
    Left,
    Right,
    Up,
    Down,
    PreviousCategory,
    NextCategory,
    OpenCell,
    Filter,
    Mastery,
    PractiseCell,
    ExportCsv,
    Back,
    CloseOverlay,
}

use Place as P;

macro_rules! table {
    ($($id:ident, $words:literal, [$($key:expr),*], $places:expr;)*) => {
        /// The table, in the order of the palette and the sheet.
        pub const COMMANDS: &[Command] = &[
            $(Command { id: Id::$id, words: $words, keys: &[$($key),*], places: $places },)*
        ];
    };
}

table! {
    StartReview, "Start review", [key(Key::Enter, "Enter")], &[P::Today];
    LearnNew, "Learn new rulings", [key(Key::N, "N")], &[P::Today];
    Weakest, "Drill weakest spots", [key(Key::W, "W")], &[P::Today, P::Insights];
    Resume, "Resume the session you left", [key(Key::R, "R")], &[P::Today];
    StartTen, "Start with ten questions", [key(Key::Enter, "Enter")], &[P::FirstRun];
    Group1, "Start with the first group", [key(Key::Num1, "1")], &[P::FirstRun];
    Group2, "Start with the second group", [key(Key::Num2, "2")], &[P::FirstRun];
    Group3, "Start with the third group", [key(Key::Num3, "3")], &[P::FirstRun];
    Group4, "Start with the fourth group", [key(Key::Num4, "4")], &[P::FirstRun];
    PreviousService, "Previous service", [key(Key::ArrowLeft, "\u{2190}")], &[P::FirstRun];
    NextService, "Next service", [key(Key::ArrowRight, "\u{2192}")], &[P::FirstRun];
    LookAround, "Look around first", [key(Key::Escape, "Esc")], &[P::FirstRun];
    StartChoice, "Start what you chose", [key(Key::Enter, "Enter")], &[P::Practice];
    NextLesson, "Start the next lesson", [key(Key::T, "T")], &[P::Today, P::FirstRun];
    OpenLesson, "Open the next lesson", [key(Key::Enter, "Enter")], &[P::Lessons];
    AskLesson, "To the questions", [key(Key::Space, "Space"), key(Key::Enter, "Enter")],
        &[P::LessonText];
    Option1, "First choice", [key(Key::Num1, "1")], &[P::LessonAsk];
    Option2, "Second choice", [key(Key::Num2, "2")], &[P::LessonAsk];
    Option3, "Third choice", [key(Key::Num3, "3")], &[P::LessonAsk];
    Option4, "Fourth choice", [key(Key::Num4, "4")], &[P::LessonAsk];
    LessonOf, "OF the cloud", [key(Key::A, "A"), key(Key::S, "S"), key(Key::D, "D")],
        &[P::LessonAsk];
    LessonIn, "IN the cloud", [key(Key::L, "L"), key(Key::K, "K"), key(Key::J, "J")],
        &[P::LessonAsk];
    ReadLesson, "Read the lesson again", [key(Key::R, "R")],
        &[P::LessonAsk, P::LessonSaid, P::LessonDone];
    AfterLesson, "On to the next lesson", [key(Key::Space, "Space"), key(Key::Enter, "Enter")],
        &[P::LessonDone];
    PractiseLesson, "Practise the lesson's rulings", [key(Key::P, "P")], &[P::LessonDone];
    StartLines, "Draw four lines", [key(Key::Enter, "Enter")], &[P::Draw];
    LineUp, "Move the line up", [key(Key::ArrowUp, "\u{2191}")], &[P::Line];
    LineDown, "Move the line down", [key(Key::ArrowDown, "\u{2193}")], &[P::Line];
    LineGuess, "It is a guess", [key(Key::Num1, "1")], &[P::Line];
    LineLikely, "It is likely", [key(Key::Num2, "2")], &[P::Line];
    LineSure, "You are sure", [key(Key::Num3, "3")], &[P::Line];
    CheckLine, "Check the line", [key(Key::Enter, "Enter")], &[P::Line];
    StartOver, "Start over", [key(Key::R, "R")], &[P::Line];
    OfSure, "OF the cloud, sure", [key(Key::A, "A")], &[P::Question];
    OfLikely, "OF the cloud, likely", [key(Key::S, "S")], &[P::Question];
    OfGuess, "OF the cloud, guess", [key(Key::D, "D")], &[P::Question];
    InGuess, "IN the cloud, guess", [key(Key::J, "J")], &[P::Question];
    InLikely, "IN the cloud, likely", [key(Key::K, "K")], &[P::Question];
    InSure, "IN the cloud, sure", [key(Key::L, "L")], &[P::Question];
    Next, "Next question", [key(Key::Space, "Space"), key(Key::Enter, "Enter")],
        &[P::Feedback, P::LessonSaid];
    Source1, "Open the first source", [key(Key::Num1, "1")], SOURCES;
    Source2, "Open the second source", [key(Key::Num2, "2")], SOURCES;
    Flag, "Flag this ruling", [key(Key::F, "F")], &[P::Question, P::Feedback, P::Explore];
    Note, "Add a note", [key(Key::M, "M")], &[P::Question, P::Feedback, P::Explore];
    CopyReport, "Copy as report", [key(Key::Y, "Y")], &[P::Feedback, P::Explore];
    More, "Show more or less", [key(Key::I, "I")], &[P::Feedback];
    Skip, "Skip for now", [key(Key::X, "X")], ASKED;
    Undo, "Undo last answer", [key(Key::Backspace, "Bksp")], TAKEN_BACK;
    End, "End the session", [key(Key::Escape, "Esc")], IN_SESSION;
    Again, "Again on what was missed", [key(Key::A, "A")], &[P::Finished, P::Report];
    Done, "Done", [key(Key::Enter, "Enter"), key(Key::Escape, "Esc")], &[P::Finished];
    Left, "One duty up the stack", [key(Key::ArrowLeft, "\u{2190}")], &[P::Explore];
    Right, "One duty down the stack", [key(Key::ArrowRight, "\u{2192}")], &[P::Explore];
    Up, "Previous deployment", [key(Key::ArrowUp, "\u{2191}")], &[P::Explore];
    Down, "Next deployment", [key(Key::ArrowDown, "\u{2193}")], &[P::Explore];
    PreviousCategory, "Previous category", [key(Key::PageUp, "PgUp")], &[P::Explore];
    NextCategory, "Next category", [key(Key::PageDown, "PgDn")], &[P::Explore];
    OpenCell, "Open the ruling", [key(Key::Enter, "Enter")], &[P::Explore];
    Filter, "Filter services and duties", [key(Key::Slash, "/")], &[P::Explore];
    Mastery, "Rulings or mastery", [key(Key::V, "V")], &[P::Explore];
    PractiseCell, "Practise this ruling", [key(Key::P, "P")], &[P::Explore];
    ExportCsv, "Export CSV", [key(Key::E, "E")], &[P::Insights];
    Today, "Go to Today", [key(Key::Num1, "1")], SHELL;
    Lessons, "Go to Lessons", [key(Key::L, "L")], SHELL;
    Practice, "Go to Practice", [key(Key::Num2, "2")], SHELL;
    Draw, "Go to Draw the line", [key(Key::Num3, "3")], SHELL;
    Explore, "Go to Explore", [key(Key::Num4, "4")], SHELL;
    Insights, "Go to Insights", [key(Key::Num6, "6")], SHELL;
    Settings, "Open settings", [key(Key::Comma, ",")], SHELL;
    Find, "Find", [ctrl(Key::K, "Ctrl K")], EVERYWHERE;
    Keys, "All keys", [key(Key::Questionmark, "?")], EVERYWHERE;
    ZoomIn, "Larger text", [ctrl(Key::Plus, "Ctrl +"), ctrl(Key::Equals, "Ctrl =")], EVERYWHERE;
    ZoomOut, "Smaller text", [ctrl(Key::Minus, "Ctrl -")], EVERYWHERE;
    ZoomReset, "Normal text", [ctrl(Key::Num0, "Ctrl 0")], EVERYWHERE;
    Region, "Next region", [key(Key::F6, "F6")], EVERYWHERE;
    Back, "Back", [key(Key::Escape, "Esc")], WITHIN;
    CloseOverlay, "Close", [key(Key::Escape, "Esc")], &[P::Overlay];
}

/// The row of a command.
pub fn row(id: Id) -> &'static Command {
    COMMANDS.iter().find(|command| command.id == id).unwrap_or(&COMMANDS[0])
}

/// What the cap of a command shows; empty where single keys are off.
pub fn cap(model: &Model, id: Id) -> &'static str {
    row(id)
        .keys
        .first()
        .filter(|key| model.single_keys() || !key.is_character())
        .map_or("", |k| k.cap)
}

impl Shortcut {
    /// Whether it is a letter, digit or mark typed without Ctrl, which a person may turn off.
    pub fn is_character(self) -> bool {
        !self.ctrl
            && !matches!(
                self.key,
                Key::Enter
                    | Key::Escape
                    | Key::Space
                    | Key::Backspace
                    | Key::F6
                    | Key::PageUp
                    | Key::PageDown
                    | Key::ArrowLeft
                    | Key::ArrowRight
                    | Key::ArrowUp
                    | Key::ArrowDown
            )
    }
}

/// The command that a key means in a place, if any.
pub fn find(place: Place, pressed: Key, held_ctrl: bool, single_keys: bool) -> Option<Id> {
    COMMANDS
        .iter()
        .filter(|command| command.places.contains(&place))
        .find(|command| {
            command.keys.iter().any(|shortcut| {
                shortcut.key == pressed
                    && shortcut.ctrl == held_ctrl
                    && (single_keys || !shortcut.is_character())
            })
        })
        .map(|command| command.id)
}

/// The commands that the palette offers now: name, words, key.
pub fn offered(model: &Model) -> Vec<(String, &'static str, &'static str)> {
    let place = model.place_below();
    COMMANDS
        .iter()
        .filter(|command| command.places.contains(&place) && command.id != Id::Find)
        .filter(|command| !matches!(command.id, Id::Left | Id::Right | Id::Up | Id::Down))
        .filter(|command| !matches!(command.id, Id::LineUp | Id::LineDown))
        .filter(|command| of_eye(command.id) || action(command.id, model).is_some())
        .map(|command| (format!("{:?}", command.id), command.words, cap(model, command.id)))
        .collect()
}

/// Whether only a screen does it, because it changes nothing but what the eye sees.
pub fn of_eye(id: Id) -> bool {
    matches!(id, Id::More | Id::Filter | Id::Region)
}

/// Whether holding the key down does it again and again. An answer is given once per press.
pub fn repeats(id: Id) -> bool {
    use Id::{
        Down, Left, LineDown, LineUp, NextCategory, PreviousCategory, Right, Up, ZoomIn, ZoomOut,
    };
    matches!(id, Left | Right | Up | Down | PreviousCategory | NextCategory | ZoomIn | ZoomOut)
        || matches!(id, LineUp | LineDown)
}

/// The command with a name from [`offered`].
pub fn named(name: &str) -> Option<Id> {
    COMMANDS.iter().map(|command| command.id).find(|id| format!("{id:?}") == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places in which two commands answer to one key.
    fn clashes(commands: &[Command]) -> Vec<String> {
        let mut found = Vec::new();
        for (index, one) in commands.iter().enumerate() {
            for other in &commands[index + 1..] {
                let meet = one.places.iter().any(|place| other.places.contains(place));
                let same = one
                    .keys
                    .iter()
                    .any(|a| other.keys.iter().any(|b| (a.key, a.ctrl) == (b.key, b.ctrl)));
                if meet && same {
                    found.push(format!("{:?} and {:?}", one.id, other.id));
                }
            }
        }
        found
    }

    #[test]
    fn no_two_commands_share_a_key_where_both_are_available() {
        assert_eq!(clashes(COMMANDS), Vec::<String>::new());
    }

    #[test]
    fn a_planted_clash_is_found() {
        const F: &[Shortcut] = &[key(Key::F, "F")];
        let flag = Command { id: Id::Flag, words: "", keys: F, places: IN_SESSION };
        let filter = Command { id: Id::Filter, words: "", keys: F, places: &[P::Question] };
        let planted = [flag, filter];
        assert_eq!(clashes(&planted), ["Flag and Filter"]);
    }

    #[test]
    fn every_command_stands_in_the_table_once_with_words_and_a_key() {
        for (index, command) in COMMANDS.iter().enumerate() {
            assert!(!command.words.is_empty() && !command.keys.is_empty(), "{:?}", command.id);
            assert!(
                COMMANDS[index + 1..].iter().all(|other| other.id != command.id),
                "{:?} stands twice",
                command.id
            );
        }
    }

    #[test]
    fn characters_can_be_turned_off_and_the_rest_cannot() {
        assert_eq!(find(Place::Question, Key::A, false, true), Some(Id::OfSure));
        assert_eq!(find(Place::Question, Key::A, false, false), None);
        assert_eq!(find(Place::Feedback, Key::Space, false, false), Some(Id::Next));
        assert_eq!(find(Place::Today, Key::K, true, false), Some(Id::Find));
    }
}
