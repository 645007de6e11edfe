//! Reading TOML tables so that every mistake is kept with its place.

mod fields;
mod names;
mod report;

pub(crate) use fields::{Fields, Item, date, in_order, place_of, string, strings};
pub(crate) use names::Names;
pub(crate) use report::Report;
