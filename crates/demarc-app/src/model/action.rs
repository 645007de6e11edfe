//! What a screen can ask for. Names only ids and values of the crates below.

use demarc_catalogue::{Cell, DeploymentIx, DutyIx, LessonIx, NeedIx, ServiceIx, Subject};
use demarc_study::{Choice, Confidence, LessonSaid, Said, Settings, forms::Form};

use super::{
    asked::ReplyStep,
    exam::ExamAct,
    insights::{InsightsStep, Pictures},
    route::{Overlay, Route},
};

/// Something that a person asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go to a section.
    Go(Route),
    /// Leave where you are, one step.
    Back,
    /// Begin a session.
    Start(Start),
    /// Answer the open question.
    Answer(Said, Confidence),
    /// On to the next question.
    Next,
    /// Not now.
    Skip,
    /// Take the last answer back.
    Undo,
    /// End the session, or leave its report.
    End,
    /// Change what is said to a question with parts, or check it.
    Reply(ReplyStep),
    /// Go a step through a lesson.
    Lesson(LessonStep),
    /// Lay something over the screen.
    Open(Overlay),
    /// Take it away.
    Close,
    /// Flag a ruling with a note.
    Flag(Cell, String),
    /// Flags a ruling, and copies the report with the flag once that is saved.
    FlagAndCopy(Cell, String),
    /// Take a flag back.
    Unflag(Cell),
    /// Keep a private note.
    Note(Cell, String),
    /// Put ruling, proof, sources and note on the clipboard.
    CopyReport(Cell),
    /// Open a page in the browser.
    OpenSource(String),
    /// Select a cell of the matrix, or none.
    Select(Option<Cell>),
    /// Show the cell in the matrix.
    Reveal(Cell),
    /// Compare, or change the comparison.
    Compare(CompareStep),
    /// Choose a need, or one of the ways to meet it.
    Need(NeedStep),
    /// Something in the section of exams.
    Exam(ExamAct),
    /// Filter the matrix.
    Filter(String),
    /// Rulings or mastery.
    Mastery(bool),
    /// Which service the first screen explains.
    Explain(usize),
    /// What to practise.
    Choose(Choice),
    /// Look at figures, or take them along.
    Insights(InsightsStep),
    /// Change the settings.
    Settings(Settings),
    /// Write the answers or everything to a file in the exports folder.
    Export(Export),
    /// Copy the newest state of the database to the backups folder.
    Backup,
    /// Delete all data of the person.
    DeleteAll,
    /// The window is closed, at this size in points.
    Leave(f32, f32),
    /// The learner's day ended.
    NewDay,
    /// Take the message away.
    Dismiss,
}

/// What a session is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    /// What is due, most urgent first.
    Due,
    /// Cells not met before.
    New,
    /// The weakest spots.
    Weakest,
    /// What is missed again and again, in other forms.
    Slipping,
    /// Ten questions for someone new.
    Ten,
    /// One of the groups of services of the first screen.
    Group(usize),
    /// The choice of the practice home.
    Choice,
    /// A placement, about what a choice takes.
    Placement(Choice),
    /// Scenarios.
    Scenarios,
    /// Questions of one form, of what a choice takes.
    Form(Form, Choice),
    /// Rulings that changed since they were learned.
    Changed,
    /// Certain cells: practise this ruling, again on what was missed.
    Cells(Vec<Cell>),
    /// All that is asked of a service.
    Service(ServiceIx),
    /// All that is asked about a duty.
    Duty(DutyIx),
    /// All that is asked of a deployment.
    Row(DeploymentIx),
    /// What is least probably known of a deployment.
    WeakestOf(DeploymentIx),
    /// The session that was left in the middle.
    Resume,
}

/// A step through a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonStep {
    /// Open a lesson at its text.
    Open(LessonIx),
    /// On to its questions.
    Ask,
    /// Back to its text.
    Read,
    /// Answer the question at hand.
    Say(LessonSaid),
    /// On to the next question, or to the end.
    Next,
    /// Take the last answer back.
    Undo,
}

/// What is done in Compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareStep {
    /// Set these two beside each other.
    Open(Subject, Subject),
    /// Set a deployment beside the nearest that rules the duty otherwise.
    From(Cell),
    /// Put something else on the left (`false`) or on the right (`true`).
    Put(bool, Subject),
    /// Left becomes right.
    Swap,
    /// Set a deployment beside the same with one setting flipped; the next one each time.
    Flip,
    /// Show only what changes, or all.
    ChangesOnly(bool),
    /// Select a duty, or none.
    Select(Option<DutyIx>),
    /// Keep this comparison, or keep it no longer.
    Keep,
}

/// What is done in Choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedStep {
    /// Show the ways to meet this need.
    Open(NeedIx),
    /// The need so many further, round and round.
    Next(isize),
    /// Select a row, or none.
    Select(Option<usize>),
    /// Mark a row to be compared, or take the mark away.
    Mark(usize),
}

/// What is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Everything, as JSON.
    Json,
    /// The answers, as CSV.
    Csv,
}

/// What only the window can do; the model lays it out, the app does it.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Put text on the clipboard.
    Copy(String),
    /// Open a page in the browser.
    Open(String),
    /// Draw figures into a folder.
    Draw(Pictures),
}
