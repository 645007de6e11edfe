//! A second line, dashed into the picture that follows a reply.

use crate::model::{question::GhostView, stack::StackView};

/// The line of another stack beside that of a picture, with what is said of it: where it runs
/// elsewhere, and where it runs near the same place and would only lie upon it.
pub(super) fn beside(
    stack: &StackView,
    other: &StackView,
    label: String,
    [apart, near]: [String; 2],
) -> GhostView {
    // A layer that only the other divides has no height of its own here: along its upper edge.
    let at = ((other.line - stack.line).abs() >= 0.6).then(|| other.line.floor());
    let note = if at.is_some() { apart } else { near };
    GhostView { at, label, note }
}
