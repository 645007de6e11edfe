//! The table: each command with its words, its keys and the places in which it is available.

use egui::Key;

use super::Id;
use crate::model::route::Place;

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

impl Command {
    /// Whether it is available in a place, or in the wider one around it.
    pub fn is_in(&self, place: Place) -> bool {
        let has = |place| self.places.contains(&place);
        has(place) || place.within().is_some_and(has)
    }
}

use Place as P;

const SHELL: &[Place] = &[
    P::Today,
    P::Lessons,
    P::Practice,
    P::Draw,
    P::Explore,
    P::Compare,
    P::Needs,
    P::Insights,
    P::Report,
    P::Exam,
    P::ExamResult,
    P::Settings,
];
const EVERYWHERE: &[Place] = &[
    P::FirstRun,
    P::Today,
    P::Practice,
    P::Question,
    P::Feedback,
    P::Finished,
    P::Explore,
    P::Compare,
    P::Needs,
    P::Insights,
    P::Report,
    P::Settings,
    P::Lessons,
    P::LessonText,
    P::LessonAsk,
    P::LessonSaid,
    P::LessonDone,
    P::Draw,
    P::Reply,
    P::Exam,
    P::ExamRun,
    P::ExamAll,
    P::ExamResult,
];
/// Where Esc leads one step back.
const WITHIN: &[Place] = &[
    P::Today,
    P::Lessons,
    P::Practice,
    P::Draw,
    P::Explore,
    P::Compare,
    P::Needs,
    P::Insights,
    P::Report,
    P::Settings,
    P::LessonText,
    P::LessonAsk,
    P::LessonSaid,
    P::LessonDone,
    P::Exam,
    P::ExamRun,
    P::ExamAll,
    P::ExamResult,
];
const ASKED: &[Place] = &[P::Question, P::Reply];
const IN_SESSION: &[Place] = &[P::Question, P::Reply, P::Feedback];
const TAKEN_BACK: &[Place] = &[P::Question, P::Reply, P::Feedback, P::LessonAsk, P::LessonSaid];
const EXAM: &[Place] = &[P::ExamRun, P::ExamAll];
const VERDICT: &[Place] = &[P::Question, P::ExamRun];
const CHOICE: &[Place] = &[P::Choose, P::Reason];
const SIDES: &[Place] = &[P::Sort, P::Reason];
const SOURCES: &[Place] = &[P::Feedback, P::LessonText, P::LessonSaid];

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
    LearnNew, "Learn new rulings", [key(Key::N, "N")], &[P::Today, P::Placed];
    Weakest, "Drill weakest spots", [key(Key::W, "W")], &[P::Today, P::Insights];
    Resume, "Resume the session you left", [key(Key::R, "R")], &[P::Today];
    Placement, "Find out what you know", [key(Key::Enter, "Enter")], &[P::FirstRun];
    StartTen, "Start with ten questions", [key(Key::Q, "Q")], &[P::FirstRun];
    Group1, "Start with the first group", [key(Key::Num1, "1")], &[P::FirstRun];
    Group2, "Start with the second group", [key(Key::Num2, "2")], &[P::FirstRun];
    Group3, "Start with the third group", [key(Key::Num3, "3")], &[P::FirstRun];
    Group4, "Start with the fourth group", [key(Key::Num4, "4")], &[P::FirstRun];
    PreviousService, "Previous service", [key(Key::ArrowLeft, "\u{2190}")], &[P::FirstRun];
    NextService, "Next service", [key(Key::ArrowRight, "\u{2192}")], &[P::FirstRun];
    LookAround, "Look around first", [key(Key::Escape, "Esc")], &[P::FirstRun];
    StartChoice, "Start what you chose", [key(Key::Enter, "Enter")], &[P::Practice];
    PlaceAgain, "Find out what you know", [key(Key::K, "K")],
        &[P::Today, P::Practice, P::Insights];
    NextLesson, "Start the next lesson", [key(Key::T, "T")], &[P::Today, P::FirstRun, P::Placed];
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
    PutOf, "OF the cloud", [key(Key::ArrowLeft, "\u{2190}")], SIDES;
    PutIn, "IN the cloud", [key(Key::ArrowRight, "\u{2192}")], SIDES;
    CardUp, "Card above", [key(Key::ArrowUp, "\u{2191}")], &[P::Sort];
    CardDown, "Card below", [key(Key::ArrowDown, "\u{2193}")], &[P::Sort];
    Pick1, "First answer", [key(Key::A, "A")], CHOICE;
    Pick2, "Second answer", [key(Key::S, "S")], CHOICE;
    Pick3, "Third answer", [key(Key::D, "D")], CHOICE;
    Pick4, "Fourth answer", [key(Key::F, "F")], CHOICE;
    PickAbove, "One up", [key(Key::ArrowUp, "\u{2191}")], CHOICE;
    PickBelow, "One down", [key(Key::ArrowDown, "\u{2193}")], CHOICE;
    SayGuess, "It is a guess", [key(Key::Num1, "1")], &[P::Reply];
    SayLikely, "It is likely", [key(Key::Num2, "2")], &[P::Reply];
    SaySure, "You are sure", [key(Key::Num3, "3")], &[P::Reply];
    Check, "Check", [key(Key::Enter, "Enter")], &[P::Reply];
    StartOver, "Start over", [key(Key::R, "R")], &[P::Reply];
    OfSure, "OF the cloud, sure", [key(Key::A, "A")], VERDICT;
    OfLikely, "OF the cloud, likely", [key(Key::S, "S")], VERDICT;
    OfGuess, "OF the cloud, guess", [key(Key::D, "D")], VERDICT;
    InGuess, "IN the cloud, guess", [key(Key::J, "J")], VERDICT;
    InLikely, "IN the cloud, likely", [key(Key::K, "K")], VERDICT;
    InSure, "IN the cloud, sure", [key(Key::L, "L")], VERDICT;
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
    DrillRow, "Practise this row, in mastery its weakest", [key(Key::W, "W")], &[P::Explore];
    DrillColumn, "Practise this duty everywhere", [key(Key::D, "D")], &[P::Explore];
    CompareThis, "Compare with where it differs", [key(Key::C, "C")], &[P::Explore];
    RowUp, "Duty above", [key(Key::ArrowUp, "\u{2191}")], &[P::Compare];
    RowDown, "Duty below", [key(Key::ArrowDown, "\u{2193}")], &[P::Compare];
    Why, "Why it falls so", [key(Key::Enter, "Enter")], &[P::Compare];
    PickLeft, "Pick the left side", [key(Key::OpenBracket, "[")], &[P::Compare];
    PickRight, "Pick the right side", [key(Key::CloseBracket, "]")], &[P::Compare];
    Swap, "Swap the sides", [key(Key::X, "X")], &[P::Compare];
    FlipCompared, "Flip a setting of one side", [key(Key::F, "F")], &[P::Compare];
    ChangesOnly, "Changes only, or all duties", [key(Key::T, "T")], &[P::Compare];
    KeepComparison, "Keep this comparison", [key(Key::K, "K")], &[P::Compare];
    PractiseChanges, "Practise what changes", [key(Key::P, "P")], &[P::Compare];
    WayUp, "Way above", [key(Key::ArrowUp, "\u{2191}")], &[P::Needs];
    WayDown, "Way below", [key(Key::ArrowDown, "\u{2193}")], &[P::Needs];
    OpenWay, "What it leaves to you", [key(Key::Enter, "Enter")], &[P::Needs];
    MarkWay, "Mark it to compare", [key(Key::Space, "Space")], &[P::Needs];
    CompareWays, "Compare the two", [key(Key::C, "C")], &[P::Needs];
    PractiseWay, "Practise this way", [key(Key::P, "P")], &[P::Needs];
    PractiseOdds, "Practise where the two differ", [key(Key::D, "D")], &[P::Needs];
    PickNeed, "Pick a need", [key(Key::N, "N")], &[P::Needs];
    PreviousNeed, "Previous need", [key(Key::OpenBracket, "[")], &[P::Needs];
    NextNeed, "Next need", [key(Key::CloseBracket, "]")], &[P::Needs];
    ExportFigures, "Export tables and pictures", [key(Key::E, "E")], &[P::Insights];
    Tables, "Charts or tables", [key(Key::T, "T")], &[P::Insights];
    ScrollUp, "Scroll up", [key(Key::PageUp, "PgUp")], &[P::Insights];
    ScrollDown, "Scroll down", [key(Key::PageDown, "PgDn")], &[P::Insights];
    Today, "Go to Today", [key(Key::Num1, "1")], SHELL;
    Lessons, "Go to Lessons", [key(Key::L, "L")], SHELL;
    Practice, "Go to Practice", [key(Key::Num2, "2")], SHELL;
    Draw, "Go to Draw the line", [key(Key::Num3, "3")], SHELL;
    Explore, "Go to Explore", [key(Key::Num4, "4")], SHELL;
    Compare, "Go to Compare", [key(Key::Num5, "5")], SHELL;
    Needs, "Go to Choose", [key(Key::H, "H")], SHELL;
    Insights, "Go to Insights", [key(Key::Num6, "6")], SHELL;
    Exam, "Go to Exam", [key(Key::Num8, "8")], SHELL;
    Settings, "Open settings", [key(Key::Comma, ",")], SHELL;
    Find, "Find", [ctrl(Key::K, "Ctrl K")], EVERYWHERE;
    Keys, "All keys", [key(Key::Questionmark, "?")], EVERYWHERE;
    ZoomIn, "Larger text", [ctrl(Key::Plus, "Ctrl +"), ctrl(Key::Equals, "Ctrl =")], EVERYWHERE;
    ZoomOut, "Smaller text", [ctrl(Key::Minus, "Ctrl -")], EVERYWHERE;
    ZoomReset, "Normal text", [ctrl(Key::Num0, "Ctrl 0")], EVERYWHERE;
    Region, "Next region", [key(Key::F6, "F6")], EVERYWHERE;
    StartExam, "Begin the exam, or go on with it", [key(Key::Enter, "Enter")], &[P::Exam];
    DiscardExam, "Throw the open exam away", [key(Key::X, "X")], &[P::Exam];
    PreviousQuestion, "Question before", [key(Key::ArrowLeft, "\u{2190}")], &[P::ExamRun];
    NextQuestion, "Question after", [key(Key::ArrowRight, "\u{2192}")], &[P::ExamRun];
    MarkQuestion, "Mark to come back to", [key(Key::M, "M")], &[P::ExamRun];
    ClearAnswer, "Take the answer back", [key(Key::Backspace, "Bksp")], &[P::ExamRun];
    AllQuestions, "All questions, and hand in", [key(Key::O, "O")], &[P::ExamRun];
    OneQuestion, "Back to the question", [key(Key::O, "O")], &[P::ExamAll];
    AddTime, "Add five minutes", [key(Key::T, "T")], EXAM;
    HandIn, "Hand in", [key(Key::Enter, "Enter")], &[P::ExamAll];
    ReviewMissed, "Practise what was missed", [key(Key::Enter, "Enter")], &[P::ExamResult];
    AllAnswers, "Every answer, or only the missed", [key(Key::A, "A")], &[P::ExamResult];
    ExportExam, "Export the result", [key(Key::E, "E")], &[P::ExamResult];
    Back, "Back", [key(Key::Escape, "Esc")], WITHIN;
    CloseOverlay, "Close", [key(Key::Escape, "Esc")], &[P::Overlay];
}
