//! What you see: the window and the command line of Demarc.

pub mod app;
pub mod cli;
pub mod commands;
pub mod cx;
pub mod keys;
pub mod model;
pub mod overlays;
pub mod parts;
pub mod raster;
pub mod rescue;
pub mod screens;
pub mod theme;
pub mod widgets;
pub mod window;
mod worker;
