//! The hatch of the OF side: diagonal strokes, from one small repeating texture.

use std::sync::Arc;

use egui::{
    Color32, ColorImage, CornerRadius, Mesh, Painter, Pos2, Rect, TextureHandle, TextureOptions,
    Ui, Vec2, epaint::Vertex,
};

/// How dense a hatch is: distance and width of its strokes, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Density {
    /// Layers and panes: 1.5 wide every 7.
    Layer,
    /// Bands and glyphs: 2.5 wide every 6.
    Band,
    /// Cells and bars: 2 wide every 4.
    Cell,
}

impl Density {
    fn strokes(self) -> (f32, f32) {
        match self {
            Self::Layer => (7.0, 1.5),
            Self::Band => (6.0, 2.6),
            Self::Cell => (4.0, 2.0),
        }
    }
}

const TEXELS: usize = 64;

/// Fills `rect` with strokes of one colour; the ground stays as it is.
pub fn hatch(ui: &Ui, painter: &Painter, rect: Rect, colour: Color32, density: Density) {
    rounded(ui, painter, rect, CornerRadius::ZERO, colour, density);
}

/// Fills `rect`, whose corners are round, with strokes of one colour.
pub fn rounded(
    ui: &Ui,
    painter: &Painter,
    rect: Rect,
    radius: CornerRadius,
    colour: Color32,
    density: Density,
) {
    let (period, _) = density.strokes();
    let side = period * std::f32::consts::SQRT_2;
    let texture = tile(ui, density);
    let vertex = |pos: Pos2| {
        let uv = Pos2::new(pos.x / side, pos.y / side);
        Vertex { pos, uv, color: colour }
    };
    let mut mesh = Mesh::with_texture(texture.id());
    mesh.vertices.extend(outline(rect, radius).into_iter().map(vertex));
    let count = u32::try_from(mesh.vertices.len()).unwrap_or(0);
    for corner in 1..count.saturating_sub(1) {
        mesh.indices.extend([0, corner, corner + 1]);
    }
    painter.add(egui::Shape::Mesh(Arc::new(mesh)));
}

/// The corners of a rectangle, round ones as seven points each, clockwise.
fn outline(rect: Rect, radius: CornerRadius) -> Vec<Pos2> {
    use std::f32::consts::FRAC_PI_2;
    let corners = [
        (rect.left_top(), radius.nw, 2.0, Vec2::new(1.0, 1.0)),
        (rect.right_top(), radius.ne, 3.0, Vec2::new(-1.0, 1.0)),
        (rect.right_bottom(), radius.se, 0.0, Vec2::new(-1.0, -1.0)),
        (rect.left_bottom(), radius.sw, 1.0, Vec2::new(1.0, -1.0)),
    ];
    let mut points = Vec::new();
    for (corner, radius, turn, inward) in corners {
        if radius == 0 {
            points.push(corner);
            continue;
        }
        let radius = f32::from(radius).min(rect.width() / 2.0).min(rect.height());
        let centre = corner + inward * radius;
        for step in 0..=6_u8 {
            let angle = (turn + f32::from(step) / 6.0) * FRAC_PI_2;
            points.push(centre + Vec2::angled(angle) * radius);
        }
    }
    points
}

fn tile(ui: &Ui, density: Density) -> TextureHandle {
    let id = egui::Id::unique(("hatch", density.strokes().0.to_bits()));
    if let Some(texture) = ui.ctx().data(|data| data.get_temp::<TextureHandle>(id)) {
        return texture;
    }
    let texture = ui.ctx().load_texture("hatch", image(density), TextureOptions::LINEAR_REPEAT);
    ui.ctx().data_mut(|data| data.insert_temp(id, texture.clone()));
    texture
}

fn image(density: Density) -> ColorImage {
    let (period, width) = density.strokes();
    let side = period * std::f32::consts::SQRT_2;
    let texel = side / TEXELS as f32;
    let pixels = (0..TEXELS * TEXELS)
        .map(|index| {
            let (x, y) = ((index % TEXELS) as f32 + 0.5, (index / TEXELS) as f32 + 0.5);
            let along = (x + y) * texel / std::f32::consts::SQRT_2;
            let from_stroke = (along.rem_euclid(period) - period / 2.0).abs();
            let cover = ((width / 2.0 - from_stroke) / texel.max(0.4) + 0.5).clamp(0.0, 1.0);
            Color32::from_white_alpha((cover * 255.0) as u8)
        })
        .collect();
    ColorImage::new([TEXELS, TEXELS], pixels)
}
