//! Reading TOML tables so that every mistake is kept with its place.

mod fields;
mod names;
mod report;
mod values;

pub(crate) use fields::Fields;
pub(crate) use names::Names;
pub(crate) use report::Report;
pub(crate) use values::{Item, date, in_order, kind, place_of, string, strings};
