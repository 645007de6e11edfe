//! A reply to a question with parts, and how it is kept in the log: by ids.

use demarc_catalogue::{Catalogue, DutyIx};
use serde::Serialize;

use super::{
    CompareReply, FlipReply, KindReply, LineReply, Question, ReasonReply, SortReply, WhichReply,
};
use crate::said::Said;

/// What a learner replied to a question with parts. It is kept in the log by ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Where the line was put, and what was flipped.
    Line(LineReply),
    /// Which duties change hands.
    Flip(FlipReply),
    /// Which duty was put on which side.
    Sort(SortReply),
    /// Which deployment was chosen.
    Which(WhichReply),
    /// Where each duty lies afterwards.
    Compare(CompareReply),
    /// Which side, and why.
    Reason(ReasonReply),
    /// Which kind of control.
    Kind(KindReply),
}

/// A reply as it is kept in the log.
#[derive(Serialize)]
#[serde(untagged)]
enum KeptReply<'c> {
    Line { below: usize, flipped: Vec<&'c str> },
    Flip { moved: Vec<&'c str> },
    Sort { of: Vec<&'c str>, r#in: Vec<&'c str> },
    Which { chosen: Option<&'c str> },
    Compare { said: Vec<(&'c str, &'c str)> },
    Reason { side: Option<&'c str>, reason: Option<String> },
    Kind { control: Option<&'c str>, kind: Option<&'c str> },
}

impl Reply {
    /// The reply to a question in JSON, by ids.
    pub(crate) fn kept(&self, catalogue: &Catalogue, question: &Question) -> String {
        let id = |duty: &DutyIx| catalogue.duty(*duty).id.as_str();
        let kept = match self {
            Reply::Flip(flip) => KeptReply::Flip { moved: flip.moved.iter().map(id).collect() },
            Reply::Compare(compare) => KeptReply::Compare {
                said: compare.said.iter().map(|(duty, side)| (id(duty), side.as_str())).collect(),
            },
            Reply::Sort(sort) => {
                let on = |side| sort.on(side).map(|duty| id(&duty)).collect();
                KeptReply::Sort { of: on(Said::Of), r#in: on(Said::In) }
            }
            Reply::Which(which) => {
                let deployment = |at| catalogue.deployment(at).id.as_str();
                KeptReply::Which { chosen: which.chosen.map(deployment) }
            }
            Reply::Line(line) => KeptReply::Line {
                below: line.below,
                flipped: line.flipped.iter().map(id).collect(),
            },
            Reply::Reason(reason) => {
                let chosen = match question {
                    Question::Reason(it) => reason.reason.and_then(|at| it.reasons.get(at)),
                    _ => None,
                };
                let reason_kept = chosen.map(|it| it.from.kept(catalogue));
                KeptReply::Reason { side: reason.side.map(Said::as_str), reason: reason_kept }
            }
            Reply::Kind(kind) => {
                let control = match question {
                    Question::Kind(it) => Some(catalogue.control(it.control).id.as_str()),
                    _ => None,
                };
                KeptReply::Kind { control, kind: kind.kind.map(|it| it.as_str()) }
            }
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }
}
