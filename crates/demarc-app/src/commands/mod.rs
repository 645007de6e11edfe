//! One table of what can be done by key: it feeds the keys, the palette, the help sheet and README.

mod action;
mod id;
mod sheet;
mod table;

pub use action::action;
pub use id::Id;
pub use sheet::{grouped, markdown};
pub use table::{COMMANDS, Command, Shortcut};

use egui::Key;

use crate::model::{Model, route::Place};

/// The row of a command.
pub fn row(id: Id) -> &'static Command {
    COMMANDS.iter().find(|command| command.id == id).unwrap_or(&COMMANDS[0])
}

/// What the cap of a command shows; empty where single keys are off.
pub fn cap(model: &Model, id: Id) -> &'static str {
    row(id)
        .keys
        .first()
        .filter(|key| model.single_keys() || !key.is_character())
        .map_or("", |k| k.cap)
}

impl Shortcut {
    /// Whether it is a letter, digit or mark typed without Ctrl, which a person may turn off.
    pub fn is_character(self) -> bool {
        !self.ctrl
            && !matches!(
                self.key,
                Key::Enter
                    | Key::Escape
                    | Key::Space
                    | Key::Backspace
                    | Key::F6
                    | Key::PageUp
                    | Key::PageDown
                    | Key::ArrowLeft
                    | Key::ArrowRight
                    | Key::ArrowUp
                    | Key::ArrowDown
            )
    }
}

/// The command that a key means in a place, if any.
pub fn find(place: Place, pressed: Key, held_ctrl: bool, single_keys: bool) -> Option<Id> {
    COMMANDS
        .iter()
        .filter(|command| command.is_in(place))
        .find(|command| {
            command.keys.iter().any(|shortcut| {
                shortcut.key == pressed
                    && shortcut.ctrl == held_ctrl
                    && (single_keys || !shortcut.is_character())
            })
        })
        .map(|command| command.id)
}

/// The commands that the palette offers now: name, words, key.
pub fn offered(model: &Model) -> Vec<(String, &'static str, &'static str)> {
    let place = model.place_below();
    COMMANDS
        .iter()
        .filter(|command| command.is_in(place) && command.id != Id::Find)
        .filter(|command| !is_a_step(command.id))
        .filter(|command| of_eye(command.id) || action(command.id, model).is_some())
        .map(|command| (format!("{:?}", command.id), command.words, cap(model, command.id)))
        .collect()
}

/// Whether only a screen does it, because it changes nothing but what the eye sees.
pub fn of_eye(id: Id) -> bool {
    matches!(id, Id::More | Id::Filter | Id::Region | Id::Tables | Id::ScrollUp | Id::ScrollDown)
}

/// Whether it goes one step through a table; nobody looks for that by name.
fn is_a_step(id: Id) -> bool {
    use Id::{
        CardDown, CardUp, Down, Left, LineDown, LineUp, NextCategory, PickAbove, PickBelow,
        PreviousCategory, Right, RowDown, RowUp, Up, WayDown, WayUp,
    };
    matches!(id, Left | Right | Up | Down | PreviousCategory | NextCategory | RowUp | RowDown)
        || matches!(id, LineUp | LineDown | WayUp | WayDown | CardUp | CardDown)
        || matches!(id, PickAbove | PickBelow)
}

/// Whether holding the key down does it again and again. An answer is given once per press.
pub fn repeats(id: Id) -> bool {
    is_a_step(id) || matches!(id, Id::ZoomIn | Id::ZoomOut)
}

/// The command with a name from [`offered`].
pub fn named(name: &str) -> Option<Id> {
    COMMANDS.iter().map(|command| command.id).find(|id| format!("{id:?}") == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places in which two commands answer to one key.
    fn clashes(commands: &[Command]) -> Vec<String> {
        let mut found = Vec::new();
        for (index, one) in commands.iter().enumerate() {
            for other in &commands[index + 1..] {
                let meet = one.places.iter().any(|place| other.is_in(*place))
                    || other.places.iter().any(|place| one.is_in(*place));
                let same = one
                    .keys
                    .iter()
                    .any(|a| other.keys.iter().any(|b| (a.key, a.ctrl) == (b.key, b.ctrl)));
                if meet && same {
                    found.push(format!("{:?} and {:?}", one.id, other.id));
                }
            }
        }
        found
    }

    #[test]
    fn no_two_commands_share_a_key_where_both_are_available() {
        assert_eq!(clashes(COMMANDS), Vec::<String>::new());
    }

    #[test]
    fn a_planted_clash_is_found() {
        const F: &[Shortcut] = &[Shortcut { key: Key::F, ctrl: false, cap: "F" }];
        let places: &[Place] = &[Place::Question];
        let flag = Command { id: Id::Flag, words: "", keys: F, places };
        let filter = Command { id: Id::Filter, words: "", keys: F, places };
        let planted = [flag, filter];
        assert_eq!(clashes(&planted), ["Flag and Filter"]);
    }

    #[test]
    fn every_command_stands_in_the_table_once_with_words_and_a_key() {
        for (index, command) in COMMANDS.iter().enumerate() {
            assert!(!command.words.is_empty() && !command.keys.is_empty(), "{:?}", command.id);
            assert!(
                COMMANDS[index + 1..].iter().all(|other| other.id != command.id),
                "{:?} stands twice",
                command.id
            );
        }
    }

    #[test]
    fn characters_can_be_turned_off_and_the_rest_cannot() {
        assert_eq!(find(Place::Question, Key::A, false, true), Some(Id::OfSure));
        assert_eq!(find(Place::Question, Key::A, false, false), None);
        assert_eq!(find(Place::Feedback, Key::Space, false, false), Some(Id::Next));
        assert_eq!(find(Place::Today, Key::K, true, false), Some(Id::Find));
    }
}
