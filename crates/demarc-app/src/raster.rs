//! Turns what egui wants painted into pixels, without a window or a graphics card: for pictures
//! that are written to files.

use std::collections::HashMap;

use egui::{
    ClippedPrimitive, Color32, ColorImage, ImageData, TextureId, TextureWrapMode, TexturesDelta,
    epaint::{ImageDelta, Mesh, Primitive, Vertex},
};

/// Textures as egui has set them up.
#[derive(Default)]
pub struct Textures {
    all: HashMap<TextureId, (ColorImage, TextureWrapMode)>,
}

impl Textures {
    /// Takes what changed in a frame.
    pub fn change(&mut self, mut delta: TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            changes.into_iter().for_each(|change| self.change_one(id, &change));
        }
        delta.clear();
    }

    fn change_one(&mut self, id: TextureId, change: &ImageDelta) {
        let ImageData::Color(image) = &change.image;
        let Some([left, top]) = change.pos else {
            self.all.insert(id, (ColorImage::clone(image), change.options.wrap_mode));
            return;
        };
        let Some((whole, _)) = self.all.get_mut(&id) else { return };
        let (wide, width) = (whole.size[0], image.size[0]);
        for (row, pixels) in image.pixels.chunks(width.max(1)).enumerate() {
            let from = (top + row) * wide + left;
            if let Some(to) = whole.pixels.get_mut(from..from + width) {
                to.copy_from_slice(pixels);
            }
        }
    }
}

/// A picture that is painted on.
pub struct Canvas {
    width: usize,
    height: usize,
    pixels_per_point: f32,
    /// Red, green, blue of each pixel, 0 to 255; it is opaque.
    pixels: Vec<[f32; 3]>,
}

impl Canvas {
    /// A canvas of so many pixels, in one colour.
    pub fn new(width: usize, height: usize, pixels_per_point: f32, ground: Color32) -> Self {
        let ground = [ground.r(), ground.g(), ground.b()].map(f32::from);
        Self { width, height, pixels_per_point, pixels: vec![ground; width * height] }
    }

    /// Paints what egui made of a frame.
    pub fn paint(&mut self, primitives: &[ClippedPrimitive], textures: &Textures) {
        for it in primitives {
            let Primitive::Mesh(mesh) = &it.primitive else { continue };
            let Some((texture, wrap)) = textures.all.get(&mesh.texture_id) else { continue };
            let ppp = self.pixels_per_point;
            let clip = [it.clip_rect.min * ppp, it.clip_rect.max * ppp];
            let within = |at: f32, most: usize| (at.round().max(0.0) as usize).min(most);
            let clip = Clip {
                left: within(clip[0].x, self.width),
                right: within(clip[1].x, self.width),
                top: within(clip[0].y, self.height),
                bottom: within(clip[1].y, self.height),
            };
            self.mesh(mesh, clip, texture, *wrap);
        }
    }

    /// The picture as bytes: red, green, blue, opaque.
    pub fn rgba(&self) -> Vec<u8> {
        let byte = |value: f32| value.round().clamp(0.0, 255.0) as u8;
        self.pixels.iter().flat_map(|it| [byte(it[0]), byte(it[1]), byte(it[2]), 255]).collect()
    }

    fn mesh(&mut self, mesh: &Mesh, clip: Clip, texture: &ColorImage, wrap: TextureWrapMode) {
        for corners in mesh.indices.chunks_exact(3) {
            let corner = |at: usize| mesh.vertices.get(corners[at] as usize).copied();
            if let (Some(a), Some(b), Some(c)) = (corner(0), corner(1), corner(2)) {
                self.triangle([a, b, c], clip, texture, wrap);
            }
        }
    }

    fn triangle(
        &mut self,
        it: [Vertex; 3],
        clip: Clip,
        texture: &ColorImage,
        wrap: TextureWrapMode,
    ) {
        let [a, b, c] = it.map(|it| it.pos.to_vec2() * self.pixels_per_point);
        let cross = |o: egui::Vec2, p: egui::Vec2, q: egui::Vec2| {
            f64::from(p.x - o.x) * f64::from(q.y - o.y)
                - f64::from(p.y - o.y) * f64::from(q.x - o.x)
        };
        let area = cross(a, b, c);
        if area == 0.0 || !area.is_finite() {
            return;
        }
        let (min, max) = (a.min(b).min(c), a.max(b).max(c));
        // Most of a picture is filled with one colour.
        let first = it[0];
        let plain = it.iter().all(|it| it.color == first.color && it.uv == first.uv);
        let plain = plain.then(|| colour(&it, [1.0, 0.0, 0.0], texture, wrap));
        let from = |at: f32, least: usize| (at.floor().max(0.0) as usize).max(least);
        let to = |at: f32, most: usize| (at.ceil().max(0.0) as usize).min(most);
        for y in from(min.y, clip.top)..to(max.y, clip.bottom) {
            let Some((left, right)) = reach([a, b, c], y as f32 + 0.5) else { continue };
            for x in from(left, clip.left)..to(right, clip.right) {
                let at = egui::Vec2::new(x as f32 + 0.5, y as f32 + 0.5);
                let edges = [(b, c), (c, a), (a, b)];
                let shares = edges.map(|(p, q)| cross(p, q, at) / area);
                let covered = edges.iter().zip(shares).all(|(&(p, q), share)| {
                    // A pixel on an edge belongs to one of the two triangles that share it.
                    share > 0.0 || (share == 0.0 && owns(p, q, area > 0.0))
                });
                if covered {
                    let shares = shares.map(|share| share as f32);
                    let ink = plain.unwrap_or_else(|| colour(&it, shares, texture, wrap));
                    let pixel = &mut self.pixels[y * self.width + x];
                    for (under, over) in pixel.iter_mut().zip(ink) {
                        *under = over + *under * (1.0 - ink[3] / 255.0);
                    }
                }
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Clip {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
}

/// From where to where a triangle may cover the pixels of a row; none if it does not meet it.
fn reach(corners: [egui::Vec2; 3], y: f32) -> Option<(f32, f32)> {
    let mut reach: Option<(f32, f32)> = None;
    for (at, p) in corners.into_iter().enumerate() {
        let q = corners[(at + 1) % 3];
        let (top, bottom) = if p.y < q.y { (p, q) } else { (q, p) };
        if top.y > y || bottom.y < y {
            continue;
        }
        let share = if bottom.y > top.y { (y - top.y) / (bottom.y - top.y) } else { 0.0 };
        let x = top.x + share * (bottom.x - top.x);
        let (low, high) = if bottom.y > top.y { (x, x) } else { (p.x.min(q.x), p.x.max(q.x)) };
        reach = Some(reach.map_or((low, high), |it| (it.0.min(low), it.1.max(high))));
    }
    // A pixel more at either end: which of them are covered is decided exactly.
    reach.map(|(low, high)| (low - 1.0, high + 1.0))
}

/// Whether an edge is a top or a left one.
fn owns(p: egui::Vec2, q: egui::Vec2, clockwise: bool) -> bool {
    let (dx, dy) = if clockwise { (q.x - p.x, q.y - p.y) } else { (p.x - q.x, p.y - q.y) };
    (dy == 0.0 && dx > 0.0) || dy < 0.0
}

/// The colour within a triangle: that of its corners times that of the texture, premultiplied.
fn colour(
    it: &[Vertex; 3],
    shares: [f32; 3],
    texture: &ColorImage,
    wrap: TextureWrapMode,
) -> [f32; 4] {
    let mut ink = [0.0; 4];
    let mut uv = egui::Vec2::ZERO;
    for (vertex, share) in it.iter().zip(shares) {
        uv += vertex.uv.to_vec2() * share;
        for (sum, channel) in ink.iter_mut().zip(vertex.color.to_array()) {
            *sum += f32::from(channel) * share;
        }
    }
    let texel = sample(texture, uv, wrap);
    for (channel, texel) in ink.iter_mut().zip(texel) {
        *channel *= texel / 255.0;
    }
    ink
}

/// The texture's colour at a place, mixed from the four nearest.
fn sample(texture: &ColorImage, uv: egui::Vec2, wrap: TextureWrapMode) -> [f32; 4] {
    let [width, height] = texture.size;
    let place = |at: f32, size: usize| {
        let at = at * size as f32 - 0.5;
        let (whole, rest) = (at.floor(), at - at.floor());
        let texel = |at: f32| match wrap {
            TextureWrapMode::ClampToEdge => at.clamp(0.0, size as f32 - 1.0) as usize,
            _ => at.rem_euclid(size as f32) as usize % size.max(1),
        };
        ([texel(whole), texel(whole + 1.0)], [1.0 - rest, rest])
    };
    let (columns, across) = place(uv.x, width);
    let (rows, down) = place(uv.y, height);
    let mut mixed = [0.0; 4];
    for (row, down) in rows.into_iter().zip(down) {
        for (column, across) in columns.into_iter().zip(across) {
            let weight = down * across;
            if weight == 0.0 {
                continue;
            }
            let texel = texture.pixels.get(row * width + column).copied().unwrap_or_default();
            for (sum, channel) in mixed.iter_mut().zip(texel.to_array()) {
                *sum += f32::from(channel) * weight;
            }
        }
    }
    mixed
}

#[cfg(test)]
mod tests {
    use egui::{Rect, pos2};

    use super::*;

    /// A canvas of 4 by 4 on which half-opaque white was painted over a rectangle of black.
    fn painted(rect: Rect, clip: Rect) -> Vec<u8> {
        let white = ColorImage::filled([1, 1], Color32::WHITE);
        let mut textures = Textures::default();
        textures.all.insert(TextureId::default(), (white, TextureWrapMode::ClampToEdge));
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(rect, Color32::WHITE.gamma_multiply(0.5));
        let primitive = Primitive::Mesh(mesh);
        let mut canvas = Canvas::new(4, 4, 1.0, Color32::BLACK);
        canvas.paint(&[ClippedPrimitive { clip_rect: clip, primitive }], &textures);
        canvas.rgba().chunks(4).map(|pixel| pixel[0]).collect()
    }

    #[test]
    fn the_two_triangles_of_a_rectangle_cover_each_pixel_once() {
        let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(4.0, 4.0));
        assert_eq!(painted(all, all), [128; 16], "a pixel painted twice would be lighter");
        let inner = painted(Rect::from_min_max(pos2(1.0, 1.0), pos2(3.0, 3.0)), all);
        let lit: Vec<usize> = (0..16).filter(|at| inner[*at] > 0).collect();
        assert_eq!(lit, [5, 6, 9, 10]);
    }

    #[test]
    fn nothing_is_painted_beyond_the_clip() {
        let all = Rect::from_min_max(pos2(-9.0, -9.0), pos2(9.0, 9.0));
        let clipped = painted(all, Rect::from_min_max(pos2(2.0, 0.0), pos2(9.0, 1.0)));
        let lit: Vec<usize> = (0..16).filter(|at| clipped[*at] > 0).collect();
        assert_eq!(lit, [2, 3]);
    }

    #[test]
    fn a_patch_changes_a_part_of_a_texture() {
        let mut textures = Textures::default();
        let image = |size, colour| ColorImage::filled(size, colour);
        let set = |image: ColorImage, pos| {
            let options = egui::TextureOptions::LINEAR;
            let mut delta = TexturesDelta::default();
            let it = ImageDelta { image: image.into(), options, pos };
            delta.push(TextureId::default(), it);
            delta
        };
        textures.change(set(image([3, 2], Color32::BLACK), None));
        textures.change(set(image([1, 2], Color32::WHITE), Some([1, 0])));
        let (whole, _) = &textures.all[&TextureId::default()];
        let white: Vec<bool> = whole.pixels.iter().map(|it| *it == Color32::WHITE).collect();
        assert_eq!(white, [false, true, false, false, true, false]);
    }
}
