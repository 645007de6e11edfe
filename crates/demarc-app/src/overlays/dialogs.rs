//! Small dialogs: flag, note, open a page, delete everything.

use demarc_catalogue::Cell;
use egui::{TextEdit, Ui};

use crate::{
    cx::Cx,
    model::{
        action::{Action, Export},
        exam::ExamAct,
        ruling, words,
    },
    parts::card,
    theme::{Type, tokens},
    widgets::{button::Button, link, text},
};

/// What is half typed.
#[derive(Default)]
pub struct Dialogs {
    draft: String,
}

/// How wide a dialog is, in points: never wider than the window.
fn width(cx: &Cx<'_>) -> f32 {
    (cx.window.x - 64.0).clamp(180.0, 460.0)
}

impl Dialogs {
    /// Flags a ruling.
    pub fn flag(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, cell: Cell, opened: bool) {
        if opened {
            self.draft =
                cx.model.study().flagged(cell).map_or_else(String::new, |f| f.note.clone());
        }
        head(ui, cx, "Flag this ruling", cell);
        let tokens = tokens(ui);
        let about = "What is wrong or unclear? The flag stays on this computer; \
                     \u{201c}Copy as report\u{201d} puts it on the clipboard with the proof.";
        text::text(ui, about, Type::Small, tokens.ink2);
        let save = self.edit(ui, cx, "Note of the flag", opened);
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            if Button::primary("Save flag").key("Ctrl Enter").show(ui).clicked() || save {
                cx.ask(Action::Flag(cell, self.draft.trim().to_owned()));
            }
            if Button::secondary("Save and copy as report").show(ui).clicked() {
                cx.ask(Action::FlagAndCopy(cell, self.draft.trim().to_owned()));
            }
            if cx.model.study().flagged(cell).is_some()
                && Button::quiet("Unflag").show(ui).clicked()
            {
                cx.ask(Action::Close);
                cx.ask(Action::Unflag(cell));
            }
            cancel(ui, cx, false);
        });
    }

    /// Keeps a note for oneself.
    pub fn note(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, cell: Cell, opened: bool) {
        if opened {
            self.draft = cx.model.study().note(cell).unwrap_or_default().to_owned();
        }
        head(ui, cx, "Your note on this ruling", cell);
        let save = self.edit(ui, cx, "Note", opened);
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            if Button::primary("Save note").key("Ctrl Enter").show(ui).clicked() || save {
                cx.ask(Action::Note(cell, self.draft.trim().to_owned()));
            }
            cancel(ui, cx, false);
        });
    }

    /// A field of several lines; returns whether Ctrl Enter was pressed in it.
    fn edit(&mut self, ui: &mut Ui, cx: &Cx<'_>, name: &str, opened: bool) -> bool {
        ui.add_space(6.0);
        let edit = TextEdit::multiline(&mut self.draft)
            .font(Type::Body.font())
            .desired_rows(if cx.window.y < 400.0 { 2 } else { 4 })
            .desired_width(width(cx))
            .char_limit(4000);
        let response = ui.add(edit).accessible_name(name);
        if opened {
            response.request_focus();
        }
        ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::Enter))
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>, title: &str, cell: Cell) {
    let tokens = tokens(ui);
    ui.set_width(width(cx));
    text::text(ui, title, Type::Subtitle, tokens.ink);
    let catalogue = cx.model.catalogue();
    let label = &catalogue.duty(cell.duty).label;
    let name = ruling::short_name(catalogue, cell.deployment);
    text::text(ui, format!("{name}: {label}"), Type::Small, tokens.ink2);
    ui.add_space(4.0);
}

/// Closes the dialog; it takes the focus where nothing else should be pressed by a stray Enter.
fn cancel(ui: &mut Ui, cx: &mut Cx<'_>, focus: bool) {
    let cancel = Button::quiet("Cancel").key("Esc").show(ui);
    if focus {
        cancel.request_focus();
    }
    if cancel.clicked() {
        cx.ask(Action::Close);
    }
}

/// Shows where a link leads before it is opened.
pub fn open_source(ui: &mut Ui, cx: &mut Cx<'_>, url: &str, opened: bool) {
    let tokens = tokens(ui);
    ui.set_width(width(cx));
    let host = link::host(url);
    text::text(ui, format!("Open {host} in your browser?"), Type::Subtitle, tokens.ink);
    ui.add_space(4.0);
    text::text(ui, url, Type::Small, tokens.ink2);
    let note = "Demarc itself never goes online; your browser does.";
    text::text(ui, note, Type::Small, tokens.ink3);
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        let open = Button::primary("Open").key("Enter").show(ui);
        if opened {
            open.request_focus();
        }
        if open.clicked() {
            cx.ask(Action::OpenSource(url.to_owned()));
        }
        if Button::secondary("Copy the address").show(ui).clicked() {
            ui.ctx().copy_text(url.to_owned());
            cx.ask(Action::Close);
        }
        cancel(ui, cx, false);
    });
}

/// Asks before an exam is thrown away.
pub fn confirm_discard(ui: &mut Ui, cx: &mut Cx<'_>, opened: bool) {
    let tokens = tokens(ui);
    ui.set_width(width(cx));
    text::text(ui, "Throw the open exam away?", Type::Subtitle, tokens.ink);
    ui.add_space(4.0);
    let answered = cx.model.study().exam().map_or(0, demarc_study::Exam::answered);
    let about =
        format!("{} of it would count nowhere.", words::count(answered, "answer", "answers"));
    text::text(ui, about, Type::Body, tokens.ink2);
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        if Button::secondary("Throw it away").danger().show(ui).clicked() {
            cx.ask(Action::Exam(ExamAct::Discard));
        }
        cancel(ui, cx, opened);
    });
}

/// Asks before everything is deleted.
pub fn confirm_delete(ui: &mut Ui, cx: &mut Cx<'_>, opened: bool) {
    let tokens = tokens(ui);
    ui.set_width(width(cx));
    text::text(ui, "Delete all your data?", Type::Subtitle, tokens.ink);
    ui.add_space(4.0);
    let count = words::count(cx.model.today().answers, "answer", "answers");
    let about = format!(
        "{count}, your exams, notes, flags, sessions and settings, and the backups in the data \
         folder are deleted from this computer. This cannot be undone. Files that you exported \
         stay."
    );
    text::text(ui, about, Type::Body, tokens.ink2);
    ui.add_space(6.0);
    card::rule(ui);
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        if Button::secondary("Export first").show(ui).clicked() {
            cx.ask(Action::Export(Export::Json));
        }
        if Button::secondary("Delete everything").danger().show(ui).clicked() {
            cx.ask(Action::DeleteAll);
        }
        cancel(ui, cx, opened);
    });
}
