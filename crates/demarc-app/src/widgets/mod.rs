//! Things that draw one thing and return one thing; they know tokens, never the model.

pub mod answer_pane;
pub mod button;
pub mod charts;
pub mod field;
pub mod flip_row;
pub mod focus;
pub mod glyph;
pub mod hatch;
pub mod icon;
pub mod key_cap;
pub mod layer_stack;
pub mod line_board;
pub mod link;
pub mod matrix;
pub mod meter;
pub mod move_table;
pub mod option;
pub mod segmented;
pub mod session_bar;
pub mod sort_board;
pub mod switch;
pub mod tag;
pub mod text;
pub mod verdict;
pub mod way_table;
