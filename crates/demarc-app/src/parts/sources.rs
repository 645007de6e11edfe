//! The pages that a ruling rests on: title, host, and what was read.

use egui::Ui;

use crate::{
    cx::Cx,
    model::{
        action::Action,
        route::Overlay,
        ruling::{RulingView, SourceView},
    },
    theme::{Type, tokens},
    widgets::{
        icon::{self, Icon},
        link, text,
    },
};

/// Lists the sources of a ruling.
pub fn of_ruling(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    ruling: &RulingView,
    with_host: bool,
    checked: bool,
) {
    sources(ui, cx, &ruling.sources, checked.then_some(ruling.checked.as_str()), with_host);
}

/// Lists sources, with what was read and when if that is given; opening one asks first and shows
/// where it leads.
pub fn sources(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    list: &[SourceView],
    checked: Option<&str>,
    with_host: bool,
) {
    let tokens = tokens(ui);
    for source in list {
        let host = link::host(&source.url);
        ui.horizontal(|ui| {
            if with_host {
                icon::icon(ui, Icon::Source, Type::IconSmall, tokens.ink3);
            }
            let asked = if with_host {
                let room = (ui.available_width() - 150.0).max(120.0);
                let asked = ui
                    .scope(|ui| {
                        ui.set_max_width(room);
                        link::link(ui, &source.title, host).clicked()
                    })
                    .inner;
                text::line(ui, host, Type::Small, tokens.ink3);
                asked
            } else {
                link::link(ui, &source.title, host).clicked()
            };
            if asked {
                cx.ask(Action::Open(Overlay::OpenSource(source.url.clone())));
            }
        });
        if checked.is_some() && !source.copy.is_empty() {
            let copy = format!("Read in a copy: {}", source.copy);
            text::text(ui, copy, Type::Micro, tokens.ink3);
        }
    }
    if let Some(words) = checked.filter(|words| !words.is_empty()) {
        text::text(ui, words, Type::Small, tokens.ink3);
    }
}
