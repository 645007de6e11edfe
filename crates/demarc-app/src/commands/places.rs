//! Where commands are available.

use crate::model::route::Place as P;

/// Where the navigation is shown.
pub(super) const SHELL: &[P] =
    &[P::Today, P::Lessons, P::Practice, P::Draw, P::Explore, P::Insights, P::Report, P::Settings];
/// All places but what lies over them.
pub(super) const EVERYWHERE: &[P] = &[
    P::FirstRun,
    P::Today,
    P::Practice,
    P::Question,
    P::Feedback,
    P::Finished,
    P::Explore,
    P::Insights,
    P::Report,
    P::Settings,
    P::Lessons,
    P::LessonText,
    P::LessonAsk,
    P::LessonSaid,
    P::LessonDone,
    P::Draw,
    P::Line,
];
/// Where Esc leads one step back.
pub(super) const WITHIN: &[P] = &[
    P::Today,
    P::Lessons,
    P::Practice,
    P::Draw,
    P::Explore,
    P::Insights,
    P::Report,
    P::Settings,
    P::LessonText,
    P::LessonAsk,
    P::LessonSaid,
    P::LessonDone,
];
/// Where a question of a session is open.
pub(super) const ASKED: &[P] = &[P::Question, P::Line];
/// Where a session runs.
pub(super) const IN_SESSION: &[P] = &[P::Question, P::Line, P::Feedback];
/// Where an answer can be taken back.
pub(super) const TAKEN_BACK: &[P] =
    &[P::Question, P::Line, P::Feedback, P::LessonAsk, P::LessonSaid];
/// Where sources are shown.
pub(super) const SOURCES: &[P] = &[P::Feedback, P::LessonText, P::LessonSaid];
