//! The regions of a screen, among which F6 goes: navigation, content, drawer, foot.

use egui::{Context, Id, Response};

/// The first widget of each region, in the order in which they were drawn.
type Regions = Vec<Id>;

fn place() -> Id {
    Id::unique("regions")
}

/// Forgets the regions of the frame before.
pub fn begin(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(place(), Regions::new()));
}

/// Says that a region begins with this widget.
pub fn region(response: &Response) {
    let id = response.id;
    response.ctx.data_mut(|data| data.get_temp_mut_or_default::<Regions>(place()).push(id));
}

/// Moves the focus to the region after the one reached last.
pub fn next(ctx: &Context, reached: &mut usize) {
    let regions: Regions = ctx.data(|data| data.get_temp(place())).unwrap_or_default();
    if regions.is_empty() {
        return;
    }
    let focused = ctx.memory(|memory| memory.focused());
    let at = focused.and_then(|id| regions.iter().position(|region| *region == id));
    *reached = (at.unwrap_or(*reached) + 1) % regions.len();
    ctx.memory_mut(|memory| memory.request_focus(regions[*reached]));
}
