//! A window with one button that the key K presses too: what `tools/measure` holds Demarc's
//! time from a key to the changed picture against.

use std::sync::Arc;

/// How often the button was pressed.
struct OneButton(u32);

impl eframe::App for OneButton {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| {
            if ui.input(|input| input.key_pressed(egui::Key::K)) {
                self.0 += 1;
            }
            if ui.button(format!("Pressed {} times", self.0)).clicked() {
                self.0 += 1;
                // The label was drawn before the click was known.
                ui.ctx().request_repaint();
            }
        });
    }
}

fn fonts() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::empty();
    let inter = include_bytes!("../../../assets/fonts/Inter-Regular.ttf");
    fonts.font_data.insert("inter".into(), Arc::new(egui::FontData::from_static(inter)));
    for family in [egui::FontFamily::Proportional, egui::FontFamily::Monospace] {
        fonts.families.insert(family, vec!["inter".into()]);
    }
    fonts
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        ..Default::default()
    };
    eframe::run_native(
        "one button",
        options,
        Box::new(|creation| {
            creation.egui_ctx.set_fonts(fonts());
            Ok(Box::new(OneButton(0)))
        }),
    )
}
