//! Text in one of the styles.

use egui::{Color32, Label, Response, RichText, TextWrapMode, Ui, text::LayoutJob};

use crate::theme::Type;

/// `text` dressed in a style and a colour.
pub fn rich(text: impl Into<String>, style: Type, colour: Color32) -> RichText {
    RichText::new(text).font(style.font()).line_height(Some(style.line())).color(colour)
}

/// Text that wraps at the width there is.
pub fn text(ui: &mut Ui, content: impl Into<String>, style: Type, colour: Color32) -> Response {
    ui.add(Label::new(rich(content, style, colour)).wrap_mode(TextWrapMode::Wrap))
}

/// Text on one line; what does not fit ends in an ellipsis and shows whole in a tip.
pub fn line(ui: &mut Ui, content: impl Into<String>, style: Type, colour: Color32) -> Response {
    ui.add(Label::new(rich(content, style, colour)).truncate())
}

/// Text on one line that takes the room it needs.
pub fn fixed(ui: &mut Ui, content: impl Into<String>, style: Type, colour: Color32) -> Response {
    ui.add(Label::new(rich(content, style, colour)).wrap_mode(TextWrapMode::Extend))
}

/// A paragraph of differently dressed runs, at most `width` points wide.
pub fn paragraph(ui: &mut Ui, runs: &[(&str, Type, Color32)], width: f32) -> Response {
    let mut job = LayoutJob::default();
    for (content, style, colour) in runs {
        job.append(
            content,
            0.0,
            egui::TextFormat {
                font_id: style.font(),
                line_height: Some(style.line()),
                color: *colour,
                ..Default::default()
            },
        );
    }
    ui.scope(|ui| {
        ui.set_max_width(width.min(ui.available_width()));
        ui.add(Label::new(job).selectable(true).wrap_mode(TextWrapMode::Wrap))
    })
    .inner
}
