//! Settings: looks, keys, learning, data, what Demarc is.

mod target;

use demarc_study::{Settings, Theme};
use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui, Vec2};

use crate::{
    cx::Cx,
    model::{
        TEXT_SIZES,
        action::{Action, Export},
        route::Overlay,
        words,
    },
    parts::{at_most, card, region, shell},
    theme::{Type, tokens},
    widgets::{button::Button, icon::Icon, link, segmented, switch, text},
};

/// The screen; it keeps nothing of its own.
#[derive(Default)]
pub struct SettingsScreen;

const LABELS: f32 = 200.0;

impl SettingsScreen {
    /// Draws the settings; each holds as soon as it is changed.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let side = if cx.narrow() { 20 } else { 28 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, 22));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                at_most(ui, 820.0);
                ui.horizontal(|ui| card::title(ui, "Settings", ""));
                ui.add_space(12.0);
                self.looks(ui, cx);
                ui.add_space(14.0);
                self.learning(ui, cx);
                ui.add_space(14.0);
                data(ui, cx);
                ui.add_space(14.0);
                about(ui, cx);
                ui.add_space(20.0);
            });
        });
    }

    fn looks(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        card::head(ui, "Looks and keys", "");
        ui.add_space(4.0);
        let settings = cx.model.settings().clone();
        let stacked = cx.tiny();
        card::card(ui, Margin::symmetric(18, 14), |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            row(ui, stacked, "Theme", "", |ui| {
                let on = match settings.theme {
                    Theme::System => 0,
                    Theme::Light => 1,
                    Theme::Dark => 2,
                };
                let choices = ["System", "Light", "Dark"];
                if let Some(picked) = segmented::segmented(ui, "Theme", &choices, on, None) {
                    let theme = [Theme::System, Theme::Light, Theme::Dark][picked];
                    cx.ask(Action::Settings(Settings { theme, ..settings.clone() }));
                }
            });
            row(ui, stacked, "Text size", "Ctrl + and Ctrl - work everywhere.", |ui| {
                let on = TEXT_SIZES.iter().rposition(|size| *size <= settings.text_size);
                let names = TEXT_SIZES.map(|size| format!("{size}%"));
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                // Where text is large, its sizes take two rows.
                let rows = if stacked { 2 } else { 1 };
                let share = names.len() / rows;
                ui.vertical(|ui| {
                    for (row, names) in names.chunks(share).enumerate() {
                        let first = row * share;
                        let on = on.and_then(|on| on.checked_sub(first)).unwrap_or(names.len());
                        let picked = ui.push_id(row, |ui| {
                            segmented::segmented(ui, "Text size", names, on, None)
                        });
                        if let Some(picked) = picked.inner {
                            let text_size = TEXT_SIZES[first + picked];
                            cx.ask(Action::Settings(Settings { text_size, ..settings.clone() }));
                        }
                    }
                });
            });
            row(ui, stacked, "Reduced motion", "The line jumps to its place.", |ui| {
                if switch::switch(ui, "Reduced motion", settings.reduced_motion) {
                    let reduced_motion = !settings.reduced_motion;
                    cx.ask(Action::Settings(Settings { reduced_motion, ..settings.clone() }));
                }
            });
            row(ui, stacked, "Single-key shortcuts", "A S D, J K L and other letters.", |ui| {
                if switch::switch(ui, "Single-key shortcuts", settings.single_keys) {
                    let single_keys = !settings.single_keys;
                    cx.ask(Action::Settings(Settings { single_keys, ..settings.clone() }));
                }
            });
        });
    }

    fn learning(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        card::head(ui, "Learning", "");
        ui.add_space(4.0);
        let settings = cx.model.settings().clone();
        card::card(ui, Margin::symmetric(18, 14), |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            row(ui, cx.tiny(), "New rulings a day", "", |ui| {
                let counts: [u16; 6] = [0, 5, 10, 20, 30, 50];
                let names = counts.map(|count| count.to_string());
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let on = counts.iter().rposition(|count| *count <= settings.daily_new).unwrap_or(0);
                let name = "New rulings a day";
                if let Some(picked) = segmented::segmented(ui, name, &names, on, None) {
                    let daily_new = counts[picked];
                    cx.ask(Action::Settings(Settings { daily_new, ..settings.clone() }));
                }
            });
            row(ui, cx.tiny(), "Reviews a day", "The most valuable first.", |ui| {
                let limits = [Some(10), Some(20), Some(40), Some(80), Some(160), None];
                let names = ["10", "20", "40", "80", "160", "All"];
                let at = |limit: &Option<u16>| limit.is_none() || *limit >= settings.daily_reviews;
                let on = match settings.daily_reviews {
                    None => limits.len() - 1,
                    Some(_) => limits.iter().position(at).unwrap_or(limits.len() - 1),
                };
                let name = "Reviews a day";
                if let Some(picked) = segmented::segmented(ui, name, &names, on, None) {
                    let daily_reviews = limits[picked];
                    cx.ask(Action::Settings(Settings { daily_reviews, ..settings.clone() }));
                }
            });
            target::ui(ui, cx, &settings);
        });
    }
}

/// A setting beside its name, or below it where `stacked`.
fn row(ui: &mut Ui, stacked: bool, name: &str, remark: &str, add: impl FnOnce(&mut Ui)) {
    let tokens = tokens(ui);
    let label = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text::text(ui, name, Type::Label, tokens.ink);
        if !remark.is_empty() {
            text::text(ui, remark, Type::Micro, tokens.ink3);
        }
    };
    if stacked {
        ui.vertical(label);
        add(ui);
        return;
    }
    ui.horizontal(|ui| {
        let layout = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(Vec2::new(LABELS, 32.0), layout, |ui| {
            ui.set_min_width(LABELS);
            label(ui);
        });
        add(ui);
    });
}

fn data(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    card::head(ui, "Your data", "");
    ui.add_space(4.0);
    card::card(ui, Margin::symmetric(18, 14), |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let count = words::count(cx.model.today().answers, "answer", "answers");
        let line = format!("{count}, in one SQLite file on this computer. Nothing leaves it.");
        text::text(ui, line, Type::Body, tokens.ink);
        ui.horizontal(|ui| {
            let folder = cx.model.data_folder();
            let width = (ui.available_width() - 130.0).max(100.0);
            ui.allocate_ui(Vec2::new(width, 20.0), |ui| {
                text::line(ui, folder, Type::Small, tokens.ink2);
            });
            let copy = Button::quiet("Copy path").icon(Icon::Copy).show(ui);
            region::region(&copy);
            if copy.clicked() {
                ui.ctx().copy_text(folder.to_owned());
            }
        });
        ui.horizontal_wrapped(|ui| {
            if Button::secondary("Export everything (JSON)").show(ui).clicked() {
                cx.ask(Action::Export(Export::Json));
            }
            if Button::secondary("Export answers (CSV)").show(ui).clicked() {
                cx.ask(Action::Export(Export::Csv));
            }
            if Button::secondary("Back up now").show(ui).clicked() {
                cx.ask(Action::Backup);
            }
        });
        card::rule(ui);
        ui.horizontal(|ui| {
            let delete = Button::secondary("Delete all my data\u{2026}").icon(Icon::Trash).danger();
            if delete.show(ui).clicked() {
                cx.ask(Action::Open(Overlay::ConfirmDelete));
            }
            text::text(ui, "Asks first. Backups go too.", Type::Small, tokens.ink3);
        });
    });
}

const FURTHER: [(&str, &str); 2] = [
    (
        "AWS Shared Responsibility Model",
        "https://aws.amazon.com/compliance/shared-responsibility-model/",
    ),
    (
        "AWS Lambda Security Overview (whitepaper)",
        "https://docs.aws.amazon.com/whitepapers/latest/security-overview-aws-lambda/security-overview-aws-lambda.pdf",
    ),
];

fn about(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    card::head(ui, "About Demarc", "");
    ui.add_space(4.0);
    card::card(ui, Margin::symmetric(18, 14), |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let catalogue = cx.model.catalogue();
        let line = format!(
            "Demarc {}, rulings {} of {}.",
            env!("CARGO_PKG_VERSION"),
            catalogue.content_version(),
            words::date_long(catalogue.released())
        );
        text::text(ui, line, Type::Body, tokens.ink);
        let disclaimer = "Demarc is not affiliated with any cloud provider. Every ruling names its \
             source and the date on which it was read, and can be challenged where it stands. It \
             is a teacher, not legal or security advice: where something matters, read the source \
             and ask a qualified professional.";
        text::text(ui, disclaimer, Type::Small, tokens.ink2);
        text::text(ui, "Further reading", Type::LabelBold, tokens.ink);
        for (title, url) in FURTHER {
            ui.horizontal(|ui| {
                if link::link(ui, title, link::host(url)).clicked() {
                    cx.ask(Action::Open(Overlay::OpenSource(url.to_owned())));
                }
                text::line(ui, link::host(url), Type::Small, tokens.ink3);
            });
        }
    });
}
