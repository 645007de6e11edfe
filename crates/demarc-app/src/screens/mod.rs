//! One file a screen. Screens read the model, draw, and ask; they never do, and never import each other.

pub mod asked;
pub mod compare;
pub mod draw;
pub mod exam;
pub mod explore;
pub mod feedback;
pub mod finished;
pub mod first_run;
pub mod insights;
pub mod lesson;
pub mod lessons;
pub mod needs;
pub mod placed;
pub mod practice;
pub mod question;
pub mod replied;
pub mod settings;
pub mod today;
pub mod trouble;
