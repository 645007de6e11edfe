//! What lies over a screen: palette, key sheet, dialogs, messages.

mod dialogs;
mod palette;
mod pick;
mod shortcuts;
mod toast;

pub use toast::STAYS_MS;

use egui::{CornerRadius, Frame, Margin, Modal, Role, Stroke, Ui, UiBuilder, UiKind};

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
        let id = egui::Id::unique("overlay");
        // The dialog is named below; what lies around it is no dialog of its own.
        let area = Modal::default_area(id).kind(UiKind::GenericArea);
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(backdrop);
        let dialog =
            UiBuilder::new().accessibility_role(Role::Dialog).accessibility_label(name(overlay));
        let response = modal.show(ui.ctx(), |ui| {
            ui.scope_builder(dialog, |ui| self.within(ui, cx, overlay, opened));
        });
        // A click beside a field does not throw away what is half typed in it.
        let typing = matches!(overlay, Overlay::Flag(_) | Overlay::Note(_));
        if response.backdrop_response.clicked() && !typing {
            cx.ask(Action::Close);
        }
    }

    fn within(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, overlay: &Overlay, opened: bool) {
        match overlay {
            Overlay::Palette => self.palette.ui(ui, cx, opened),
            Overlay::Pick(false) => self.pick.ui(ui, cx, pick::What::Left, opened),
            Overlay::Pick(true) => self.pick.ui(ui, cx, pick::What::Right, opened),
            Overlay::PickNeed => self.pick.ui(ui, cx, pick::What::Need, opened),
            Overlay::Shortcuts => shortcuts::ui(ui, cx, opened),
            Overlay::Flag(cell) => self.dialogs.flag(ui, cx, *cell, opened),
            Overlay::Note(cell) => self.dialogs.note(ui, cx, *cell, opened),
            Overlay::OpenSource(url) => dialogs::open_source(ui, cx, url, opened),
            Overlay::ConfirmDiscard => dialogs::confirm_discard(ui, cx, opened),
            Overlay::ConfirmDelete => dialogs::confirm_delete(ui, cx, opened),
        }
    }
}

/// What a screen reader calls a dialog.
fn name(overlay: &Overlay) -> &'static str {
    match overlay {
        Overlay::Palette => "Find",
        Overlay::Pick(false) => "Pick the left side",
        Overlay::Pick(true) => "Pick the right side",
        Overlay::PickNeed => "Pick a need",
        Overlay::Shortcuts => "All keys",
        Overlay::Flag(_) => "Flag this ruling",
        Overlay::Note(_) => "Note on this ruling",
        Overlay::OpenSource(_) => "Open a page in your browser",
        Overlay::ConfirmDiscard => "Throw the exam away",
        Overlay::ConfirmDelete => "Delete all your data",
    }
}
