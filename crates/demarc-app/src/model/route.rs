//! Where the person is: the section, the place in it, and what lies over it.

use demarc_catalogue::{Cell, LessonIx};
use uuid::Uuid;

/// A section or a full screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first start: the line explained, one key to a question.
    FirstRun,
    /// What is due, and how it goes.
    Today,
    /// The list of lessons.
    Lessons,
    /// One lesson: its text, its questions, its end.
    Lesson(LessonIx),
    /// Choose what to practise.
    Practice,
    /// Draw the line: where to begin.
    Draw,
    /// A running session: question, feedback, end.
    Session,
    /// The matrix.
    Explore,
    /// Two deployments or stacks beside each other.
    Compare,
    /// The ways to meet a need, and what each leaves to you.
    Needs,
    /// Scores over time.
    Insights,
    /// One past session.
    Report(Uuid),
    /// Exams: setting one up, and those of before.
    Exam,
    /// The running exam.
    ExamRun,
    /// What came of an exam.
    ExamResult(Uuid),
    /// Settings.
    Settings,
}

/// A place in which commands are available; finer than a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first start.
    FirstRun,
    /// Today.
    Today,
    /// The list of lessons.
    Lessons,
    /// The text of a lesson.
    LessonText,
    /// A question of a lesson is open.
    LessonAsk,
    /// It was answered.
    LessonSaid,
    /// No question of the lesson is left.
    LessonDone,
    /// The practice home.
    Practice,
    /// Draw the line: where to begin.
    Draw,
    /// A question is open.
    Question,
    /// A question with parts is open, of any form.
    Reply,
    /// A line is being drawn.
    Line,
    /// A setting changes.
    Flip,
    /// Cards are sorted.
    Sort,
    /// One of a few is chosen.
    Choose,
    /// A side is said, and one of a few reasons.
    Reason,
    /// An answer was given.
    Feedback,
    /// A session is over.
    Finished,
    /// A placement is over.
    Placed,
    /// The matrix.
    Explore,
    /// A comparison.
    Compare,
    /// The ways to meet a need.
    Needs,
    /// Insights.
    Insights,
    /// A past session.
    Report,
    /// Exams: setting one up.
    Exam,
    /// A question of a running exam.
    ExamRun,
    /// All questions of it, before handing in.
    ExamAll,
    /// What came of an exam.
    ExamResult,
    /// Settings.
    Settings,
    /// Something lies over the screen and takes the keys.
    Overlay,
}

impl Place {
    /// The wider place whose commands are available here too.
    pub const fn within(self) -> Option<Place> {
        match self {
            Place::Placed => Some(Place::Finished),
            Place::Line | Place::Flip | Place::Sort | Place::Choose | Place::Reason => {
                Some(Place::Reply)
            }
            _ => None,
        }
    }
}

/// What lies over the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Find anything: commands, services, duties.
    Palette,
    /// All keys.
    Shortcuts,
    /// Flag a ruling, with a note.
    Flag(Cell),
    /// A note for oneself.
    Note(Cell),
    /// Choose what stands left (`false`) or right (`true`) in a comparison.
    Pick(bool),
    /// Choose a need.
    PickNeed,
    /// Open a page in the browser?
    OpenSource(String),
    /// Throw the open exam away?
    ConfirmDiscard,
    /// Delete everything?
    ConfirmDelete,
}
