//! The cards as pictures: drawn by the same code as on the screen, into files.

use std::{fs, path::Path};

use eframe::icon_data::IconDataExt;
use egui::{CentralPanel, Context, Frame, IconData, Margin, RawInput, Rect, Theme, Vec2, pos2};

use super::cards;
use crate::{
    model::insights::{Card, Figures, Pictures},
    raster::{Canvas, Textures},
    theme,
};

/// How wide a picture is, in points.
const WIDTH: f32 = 720.0;
/// How high a picture is at most, in points.
const HIGHEST: f32 = 1_200.0;
/// How high its chart is, in points.
const CHART: f32 = 260.0;
/// How many pixels a point has.
const SCALE: f32 = 2.0;
/// The room around the card, in points.
const MARGIN: i8 = 12;
/// Fonts and widths hold from the second frame on.
const FRAMES: usize = 3;

/// Draws a picture of each card that has a chart into the folder.
///
/// # Errors
///
/// What keeps a picture from being drawn or written, in words.
pub fn write(pictures: &Pictures, theme: Theme) -> Result<(), String> {
    for card in Card::ALL.into_iter().filter(|card| card.has_chart()) {
        let png = png(&pictures.figures, card, theme)?;
        let file = pictures.folder.join(format!("{}.png", card.file()));
        save(&file, &png)?;
    }
    Ok(())
}

fn save(file: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(file, bytes).map_err(|error| format!("Could not write {}: {error}.", file.display()))
}

/// A card as the bytes of a PNG file.
///
/// # Errors
///
/// What keeps the picture from being encoded.
pub fn png(figures: &Figures, card: Card, theme: Theme) -> Result<Vec<u8>, String> {
    let ctx = Context::default();
    theme::install(&ctx);
    ctx.set_theme(theme);
    let mut textures = Textures::default();
    let mut bottom = 0.0;
    let mut shapes = Vec::new();
    for frame in 0..FRAMES {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(WIDTH, HIGHEST))),
            time: Some(frame as f64),
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
            viewport.native_pixels_per_point = Some(SCALE);
        }
        let output = ctx.run_ui(input, |ui| {
            let margin = Frame::new().inner_margin(Margin::same(MARGIN));
            CentralPanel::no_frame().frame(margin).show(ui, |ui| {
                if frame > 0 {
                    cards::picture(ui, figures, card, CHART);
                }
                bottom = ui.cursor().top() - ui.spacing().item_spacing.y;
            });
        });
        textures.change(output.textures_delta);
        shapes = output.shapes;
    }
    let primitives = ctx.tessellate(shapes, SCALE);
    let ground = if theme == Theme::Dark { theme::DARK.canvas } else { theme::LIGHT.canvas };
    let pixels = |points: f32| (points * SCALE).ceil().max(1.0) as usize;
    let height = (bottom + f32::from(MARGIN)).min(HIGHEST);
    let (width, height) = (pixels(WIDTH), pixels(height));
    let mut canvas = Canvas::new(width, height, SCALE, ground);
    canvas.paint(&primitives, &textures);
    let icon = IconData { rgba: canvas.rgba(), width: width as u32, height: height as u32 };
    icon.to_png_bytes()
}
