//! Where the content changed between sessions: what was asked then need not be what is asked now.

use uuid::Uuid;

use crate::clock::Day;
use crate::history::History;
use crate::today::ScorePoint;

/// The first session that was held with another version of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionMark {
    /// The session.
    pub session: Uuid,
    /// The day of its first answer.
    pub day: Day,
    /// The version that it was held with.
    pub version: String,
}

/// The marks among these sessions; the first of them is none, unless another version came before.
pub(super) fn marks(history: &History, points: &[ScorePoint]) -> Vec<VersionMark> {
    let mut before = None;
    let mut marks = Vec::new();
    for point in points {
        let first = history.session(point.session).and_then(|it| it.answers.first().copied());
        let Some(first) = first else { continue };
        let version = history.answers[first as usize].content_version;
        if before.replace(version).is_some_and(|before| before != version) {
            marks.push(VersionMark {
                session: point.session,
                day: point.day,
                version: history.word(version).to_owned(),
            });
        }
    }
    marks
}
