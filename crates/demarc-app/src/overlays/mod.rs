//! What lies over a screen: palette, key sheet, dialogs, messages.

mod dialogs;
mod palette;
mod pick;
mod shortcuts;
mod toast;

pub use toast::STAYS_MS;

use egui::{CornerRadius, Frame, Margin, Modal, Stroke, Ui};

use crate::{
    cx::Cx,
    model::{action::Action, route::Overlay},
    theme::{self, size, tokens},
};

/// The overlays; they remember what is half typed.
#[derive(Default)]
pub struct Overlays {
    palette: palette::Palette,
    pick: pick::Pick,
    dialogs: dialogs::Dialogs,
    shown: Option<Overlay>,
}

impl Overlays {
    /// Draws what lies over the screen now.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let overlay = cx.model.overlay().cloned();
        let opened = overlay != self.shown;
        self.shown.clone_from(&overlay);
        if let Some(overlay) = overlay {
            self.over(ui, cx, &overlay, opened);
        }
        toast::toast(ui, cx);
    }

    fn over(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, overlay: &Overlay, opened: bool) {
        let tokens = tokens(ui);
        let frame = Frame::new()
            .fill(tokens.surface)
            .stroke(Stroke::new(1.0, tokens.edge))
            .corner_radius(CornerRadius::same(size::R_PANE))
            .shadow(theme::shadow(tokens))
            .inner_margin(Margin::same(20));
        let backdrop = egui::Color32::from_black_alpha(if tokens.dark { 130 } else { 46 });
        let modal = Modal::new(egui::Id::unique("overlay")).frame(frame).backdrop_color(backdrop);
        let response = modal.show(ui.ctx(), |ui| match overlay {
            Overlay::Palette => self.palette.ui(ui, cx, opened),
            Overlay::Pick(false) => self.pick.ui(ui, cx, pick::What::Left, opened),
            Overlay::Pick(true) => self.pick.ui(ui, cx, pick::What::Right, opened),
            Overlay::PickNeed => self.pick.ui(ui, cx, pick::What::Need, opened),
            Overlay::Shortcuts => shortcuts::ui(ui, cx, opened),
            Overlay::Flag(cell) => self.dialogs.flag(ui, cx, *cell, opened),
            Overlay::Note(cell) => self.dialogs.note(ui, cx, *cell, opened),
            Overlay::OpenSource(url) => dialogs::open_source(ui, cx, url, opened),
            Overlay::ConfirmDelete => dialogs::confirm_delete(ui, cx, opened),
        });
        // A click beside a field does not throw away what is half typed in it.
        let typing = matches!(overlay, Overlay::Flag(_) | Overlay::Note(_));
        if response.backdrop_response.clicked() && !typing {
            cx.ask(Action::Close);
        }
    }
}
