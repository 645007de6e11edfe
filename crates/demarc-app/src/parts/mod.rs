//! Pieces that several screens show: they know the model's views, and draw them with widgets.

pub mod brand;
pub mod card;
pub mod session_frame;
pub mod shell;
pub mod sources;
pub mod stack;
