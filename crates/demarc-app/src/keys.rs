//! What the keyboard does: which keys are commands now, and which are left to a widget.

use egui::{Context, Event, Key, Modifiers};

use crate::{
    commands::{self, Id},
    model::{Model, Tick, route::Place},
    widgets::{line_board, matrix},
};

/// The keyboard, from one frame to the next.
#[derive(Default)]
pub struct Keys {
    /// Whether a field had the focus in the last frame: Esc takes it away before anybody can ask.
    typed: bool,
}

impl Keys {
    /// Does what the keys of this frame mean, one after the other, before anything is drawn; their
    /// events are taken, so that no widget acts on them too. Commands of the eye go into
    /// `pressed`. A key that is held down does what it does once, but for moving and zooming.
    pub fn obey(&self, ctx: &Context, model: &mut Model, tick: Tick, pressed: &mut Vec<Id>) {
        // A list that is open keeps the keys, Esc among them.
        if egui::Popup::is_any_open(ctx) {
            return;
        }
        let typing = ctx.text_edit_focused();
        let focused = ctx.memory(|memory| memory.focused());
        // A duty of the board keeps Space, which is no command there.
        let free = |id| id == matrix::id() || line_board::holds(ctx, id);
        let busy = focused.is_some_and(|id| !free(id));
        let events = ctx.input_mut(|input| std::mem::take(&mut input.events));
        let mut rest = Vec::with_capacity(events.len());
        let mut given = false;
        for event in events {
            let repeated = matches!(&event, Event::Key { repeat: true, .. });
            let Some(id) = self.meaning(&event, model, typing, busy) else {
                rest.push(event);
                continue;
            };
            given = true;
            if repeated && !commands::repeats(id) {
                continue;
            }
            match commands::action(id, model) {
                Some(action) => model.apply(action, tick),
                None => pressed.push(id),
            }
        }
        if given && !typing {
            rest.retain(|event| !matches!(event, Event::Text(_)));
        }
        ctx.input_mut(|input| input.events = rest);
    }

    /// Keeps what the next frame has to know of this one.
    pub fn remember(&mut self, ctx: &Context) {
        self.typed = ctx.text_edit_focused();
    }

    /// The command that an event means where the person is now. A focused widget keeps its own keys
    /// (but for the matrix, whose keys are commands), and so does a field in which something is typed.
    fn meaning(&self, event: &Event, model: &Model, typing: bool, focused: bool) -> Option<Id> {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
        if modifiers.alt {
            return None;
        }
        let place = model.place();
        let is_widget_key = matches!(
            key,
            Key::Enter
                | Key::Space
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::ArrowUp
                | Key::ArrowDown
        );
        let held = held(*modifiers);
        let escape = *key == Key::Escape;
        let of_widget = focused && is_widget_key && !held;
        let of_field = typing && !held && !escape;
        let leaves_field = escape && self.typed && place != Place::Overlay;
        if of_widget || of_field || leaves_field {
            return None;
        }
        commands::find(place, *key, held, model.single_keys())
    }
}

fn held(modifiers: Modifiers) -> bool {
    modifiers.command || modifiers.ctrl
}
