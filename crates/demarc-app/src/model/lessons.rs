//! The list of lessons, and how far each has come.

use demarc_catalogue::LessonIx;
use demarc_study::Study;

/// Every lesson, in the order in which they are taught.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LessonsView {
    /// One row a lesson.
    pub rows: Vec<LessonRow>,
}

/// A lesson in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonRow {
    /// Which.
    pub lesson: LessonIx,
    /// Its number, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// What it comes to.
    pub lead: String,
    /// How many of its questions were answered right once, and of how many.
    pub right: (usize, usize),
    /// Whether they all were.
    pub done: bool,
    /// "Done", "2 of 4 right", "4 questions".
    pub state: String,
}

impl LessonsView {
    /// The lessons as they are now.
    pub fn of(study: &Study) -> Self {
        let catalogue = study.catalogue();
        let row = |lesson: LessonIx| {
            let it = catalogue.lesson(lesson);
            let progress = study.lesson_progress(lesson);
            let (right, questions) = (progress.count(), it.questions.len());
            let state = if progress.is_done() {
                "Done".to_owned()
            } else if progress.answers > 0 {
                format!("{right} of {questions} right")
            } else {
                format!("{questions} questions")
            };
            LessonRow {
                lesson,
                number: lesson.index() + 1,
                title: it.title.clone(),
                lead: it.lead.clone(),
                right: (right, questions),
                done: progress.is_done(),
                state,
            }
        };
        Self { rows: catalogue.lesson_ixs().map(row).collect() }
    }

    /// How many are done.
    pub fn done(&self) -> usize {
        self.rows.iter().filter(|row| row.done).count()
    }

    /// The first that is not done; none once all are.
    pub fn next(&self) -> Option<&LessonRow> {
        self.rows.iter().find(|row| !row.done)
    }
}
