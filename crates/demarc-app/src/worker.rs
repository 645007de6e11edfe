//! Work that takes longer than a frame, on a thread of its own; one piece at a time.

use std::{
    panic::{self, AssertUnwindSafe},
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

use egui::Context;

use crate::{
    model::{
        Model,
        action::Action,
        insights::{InsightsStep, Pictures},
    },
    screens::insights::picture,
};

/// Does one piece of work at a time and hands over what came of it.
pub struct Worker {
    done: (Sender<Action>, Receiver<Action>),
    busy: bool,
    /// Pictures that wait.
    pictures: Vec<Pictures>,
}

impl Default for Worker {
    fn default() -> Self {
        Self { done: mpsc::channel(), busy: false, pictures: Vec::new() }
    }
}

impl Worker {
    /// Draws these pictures when nothing else is to be done.
    pub fn draw(&mut self, pictures: Pictures) {
        self.pictures.push(pictures);
    }

    /// Begins the next piece of work, if there is one and none is being done: figures come before
    /// pictures, and of figures the last that were asked for.
    pub fn employ(&mut self, ctx: &Context, model: &mut Model) {
        if self.busy {
            return;
        }
        if let Some(count) = model.take_count() {
            let broken = Action::Insights(InsightsStep::Counted(count.broken()));
            self.begin(ctx, broken, move || Action::Insights(InsightsStep::Counted(count.run())));
        } else if let Some(pictures) = self.pictures.pop() {
            let theme = ctx.theme();
            let drawn = |done| Action::Insights(InsightsStep::Drawn(done));
            let broken = drawn(Err("The pictures could not be drawn.".to_owned()));
            let folder = pictures.folder.display().to_string();
            let work = move || drawn(picture::write(&pictures, theme).map(|()| folder));
            self.begin(ctx, broken, work);
        }
    }

    /// What came of the work, once.
    pub fn take(&mut self) -> Option<Action> {
        let action = self.done.1.try_recv().ok()?;
        self.busy = false;
        Some(action)
    }

    /// Begins some work and draws a frame when it is done; `broken` is what comes of it if it
    /// breaks off.
    fn begin(
        &mut self,
        ctx: &Context,
        broken: Action,
        work: impl FnOnce() -> Action + Send + 'static,
    ) {
        let (done, ctx) = (self.done.0.clone(), ctx.clone());
        self.busy = true;
        thread::spawn(move || {
            let action = panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(broken);
            // Nobody listens once the window is closed.
            let _ = done.send(action);
            ctx.request_repaint();
        });
    }
}
