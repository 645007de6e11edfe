//! What a screen may look at, and the tray into which it lays what it asks for.

use crate::{
    commands::{self, Id},
    model::{Model, action::Action},
    theme::size,
};

/// Handed to every screen while it draws.
pub struct Cx<'a> {
    /// All that there is to show.
    pub model: &'a Model,
    /// The window's extent in points.
    pub window: egui::Vec2,
    /// Milliseconds since the app started.
    pub uptime_ms: u64,
    pressed: &'a [Id],
    asked: Vec<Action>,
    asked_of_eye: Vec<Id>,
}

impl<'a> Cx<'a> {
    /// For one frame.
    pub fn new(model: &'a Model, window: egui::Vec2, pressed: &'a [Id], uptime_ms: u64) -> Self {
        Self { model, window, uptime_ms, pressed, asked: Vec::new(), asked_of_eye: Vec::new() }
    }

    /// Asks for something; it is done after the frame is drawn.
    pub fn ask(&mut self, action: Action) {
        self.asked.push(action);
    }

    /// Asks for what a command does.
    pub fn ask_command(&mut self, id: Id) {
        if let Some(action) = commands::action(id, self.model) {
            self.ask(action);
        }
    }

    /// Asks a screen for what a command of the eye does, in the next frame.
    pub fn ask_eye(&mut self, id: Id) {
        self.asked_of_eye.push(id);
    }

    /// Whether a command of the eye was given in this frame.
    pub fn pressed(&self, id: Id) -> bool {
        self.pressed.contains(&id)
    }

    /// What the cap of a command shows.
    pub fn cap(&self, id: Id) -> &'static str {
        commands::cap(self.model, id)
    }

    /// Under 1100 points wide: the navigation is a rail, tables lose columns.
    pub fn narrow(&self) -> bool {
        self.window.x < size::NARROW
    }

    /// Under 660 points high or 1000 wide: the small question.
    pub fn small(&self) -> bool {
        self.window.y < 660.0 || self.window.x < 1000.0
    }

    /// Under 700 points wide: panes stand above one another.
    pub fn tiny(&self) -> bool {
        self.window.x < 700.0
    }

    /// What was asked in this frame: actions, and commands of the eye.
    pub fn into_asked(self) -> (Vec<Action>, Vec<Id>) {
        (self.asked, self.asked_of_eye)
    }
}
