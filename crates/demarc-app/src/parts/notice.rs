//! A bar above everything while answers are not saved.

use egui::{Frame, Margin, Panel, Stroke, Ui};

use crate::{
    cx::Cx,
    theme::{Type, tokens},
    widgets::{
        icon::{self, Icon},
        text,
    },
};

/// Draws the bar where there is something to say.
pub fn notice(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(words) = cx.model.notice() else { return };
    let tokens = tokens(ui);
    let frame = Frame::new().fill(tokens.bad_tint).inner_margin(Margin::symmetric(20, 6));
    let inner = Panel::top("notice").frame(frame).resizable(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            icon::icon(ui, Icon::Warning, Type::IconSmall, tokens.bad);
            text::line(ui, words, Type::SmallMedium, tokens.ink);
        });
    });
    let rect = inner.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.bad));
}
