//! An empty eframe window, of the size and with the renderer of Demarc's: what `tools/measure`
//! holds the first picture of Today against.

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |_| ());
    }
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        ..Default::default()
    };
    eframe::run_native("empty window", options, Box::new(|_| Ok(Box::new(Empty))))
}
