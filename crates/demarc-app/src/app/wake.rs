//! When the next frame is due without anybody pressing anything: an idle window draws nothing.

use std::time::Duration;

use egui::Context;

use crate::{
    model::{
        Model, Tick,
        action::Action,
        insights::{InsightsStep, SAYS_SO_MS},
        route::Route,
    },
    overlays::STAYS_MS,
};

/// Asks for a frame when a message has stood long enough, or when the learner's day ends.
pub(super) fn wake(ctx: &Context, model: &mut Model, tick: Tick) {
    if let Some(toast) = model.toast().filter(|toast| !toast.error) {
        let stood = tick.uptime_ms.saturating_sub(toast.since_ms);
        if stood >= STAYS_MS {
            model.apply(Action::Dismiss, tick);
            ctx.request_repaint();
        } else {
            ctx.request_repaint_after(Duration::from_millis(STAYS_MS - stood + 20));
        }
    }
    if model.route() == Route::ExamRun
        && model.study().exam().is_some()
        && model.study().writable()
        && model.exam_left_ms(tick.uptime_ms) != Some(0)
    {
        ctx.request_repaint_after(Duration::from_secs(1));
    }
    let counting = model.insights().and_then(|view| view.counting).filter(|it| !it.says_so);
    if let Some(counting) = counting {
        let waited = tick.uptime_ms.saturating_sub(counting.since_ms);
        if waited >= SAYS_SO_MS {
            model.apply(Action::Insights(InsightsStep::Waiting), tick);
            ctx.request_repaint();
        } else {
            ctx.request_repaint_after(Duration::from_millis(SAYS_SO_MS - waited + 5));
        }
    }
    if model.day() != tick.now.day() {
        model.apply(Action::NewDay, tick);
        ctx.request_repaint();
    }
    let rest = u64::try_from(tick.now.until_rollover_ms()).unwrap_or(0);
    ctx.request_repaint_after(Duration::from_millis(rest + 500));
}
