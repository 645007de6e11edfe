//! Pieces that several screens show: they know the model's views, and draw them with widgets.

pub mod answered;
pub mod asking;
pub mod brand;
pub mod card;
pub mod chips;
pub mod drawer;
pub mod notice;
pub mod region;
pub mod session_frame;
pub mod shell;
pub mod sources;
pub mod stack;
pub mod sure;
pub mod why;

use egui::{Align, Layout, Ui, Vec2};

/// Keeps what follows at most `width` points wide, and never wider than the room there is.
pub fn at_most(ui: &mut Ui, width: f32) {
    let room = ui.available_width();
    ui.set_max_width(width.min(room));
}

/// Puts what follows in the middle, at most `width` points wide.
pub fn centred(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let width = ui.available_width().min(width);
    let left = (ui.available_width() - width) / 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(left);
        ui.vertical(|ui| {
            ui.set_width(width);
            add(ui);
        });
    });
}

/// What stands at the right end of a row, laid out from left to right, so that the focus goes through
/// it in the order in which it is read. Its width is that of the frame before.
pub fn at_right(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let id = ui.scope_id().with(("at right", name));
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let room = ui.available_width();
    ui.add_space((room - known.unwrap_or(room)).max(0.0));
    let width = ui.horizontal_centered(add).response.rect.width();
    if known.is_none_or(|known| (known - width).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_discard("the width of a row's right end was not known");
    }
}

/// Two columns with a gap between them, each as high as it needs.
pub fn side_by_side(
    ui: &mut Ui,
    widths: (f32, f32),
    gap: f32,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    let spacing = ui.spacing().item_spacing;
    let column = |ui: &mut Ui, width: f32, add: &mut dyn FnMut(&mut Ui)| {
        ui.allocate_ui_with_layout(Vec2::new(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = spacing;
            add(ui);
        });
    };
    let (mut left, mut right) = (Some(left), Some(right));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        column(ui, widths.0, &mut |ui| {
            if let Some(left) = left.take() {
                left(ui);
            }
        });
        ui.add_space(gap);
        column(ui, widths.1, &mut |ui| {
            if let Some(right) = right.take() {
                right(ui);
            }
        });
    });
}

/// Equal columns; `add` fills each, by its number.
pub fn columns(ui: &mut Ui, count: usize, mut add: impl FnMut(&mut Ui, usize)) {
    ui.columns(count, |uis| {
        for (index, ui) in uis.iter_mut().enumerate() {
            ui.with_layout(Layout::top_down(Align::Min), |ui| add(ui, index));
        }
    });
}
