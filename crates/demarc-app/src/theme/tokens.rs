//! The colours by meaning (DESIGN section 3), light beside dark.

use egui::{Color32, Ui};

/// The colours of one theme.
#[derive(Debug)]
#[allow(missing_docs, reason = "the names are the design's own; section 3 says what each is for")]
pub struct Tokens {
    pub dark: bool,
    pub canvas: Color32,
    pub surface: Color32,
    pub sunken: Color32,
    pub hover: Color32,
    pub pressed: Color32,
    pub hair: Color32,
    pub edge: Color32,
    pub grid: Color32,
    pub ink: Color32,
    pub ink2: Color32,
    pub ink3: Color32,
    pub primary: Color32,
    pub on_primary: Color32,
    pub primary_hover: Color32,
    pub of: Color32,
    pub of_fill: Color32,
    pub of_tint: Color32,
    pub of_hatch: Color32,
    pub of_edge: Color32,
    pub on_of: Color32,
    pub r#in: Color32,
    pub in_fill: Color32,
    pub in_tint: Color32,
    pub in_tint2: Color32,
    pub in_edge: Color32,
    pub on_in: Color32,
    pub ok: Color32,
    pub ok_tint: Color32,
    pub bad: Color32,
    pub bad_tint: Color32,
    pub plot2: Color32,
    /// Steps of ordered scales, from nothing to most.
    pub heat: [Color32; 5],
    pub shadow: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The light theme.
pub const LIGHT: Tokens = Tokens {
    dark: false,
    canvas: rgb(0xF6F6F4),
    surface: rgb(0xFFFFFF),
    sunken: rgb(0xEDEDEA),
    hover: rgb(0xF1F1EE),
    pressed: rgb(0xE4E4E0),
    hair: rgb(0xE0E0DC),
    edge: rgb(0x85857F),
    grid: rgb(0xE8E8E4),
    ink: rgb(0x191A1C),
    ink2: rgb(0x4C4E54),
    ink3: rgb(0x64666C),
    primary: rgb(0x191A1C),
    on_primary: rgb(0xFFFFFF),
    primary_hover: rgb(0x34363A),
    of: rgb(0x874900),
    of_fill: rgb(0xC06C00),
    of_tint: rgb(0xFBF1E3),
    of_hatch: rgb(0xEFD9B8),
    of_edge: rgb(0xB56A0C),
    on_of: rgb(0xFFFFFF),
    r#in: rgb(0x1B51AE),
    in_fill: rgb(0x2C69D6),
    in_tint: rgb(0xEAF1FD),
    in_tint2: rgb(0xD6E4FB),
    in_edge: rgb(0x4A7FDD),
    on_in: rgb(0xFFFFFF),
    ok: rgb(0x17693F),
    ok_tint: rgb(0xE7F4EC),
    bad: rgb(0xAE2A22),
    bad_tint: rgb(0xFCECEA),
    plot2: rgb(0x8A8B90),
    heat: [rgb(0xEAEAE6), rgb(0xC9CBCF), rgb(0x9A9DA3), rgb(0x65686F), rgb(0x2B2D31)],
    shadow: Color32::from_rgba_premultiplied(3, 3, 3, 33),
};

/// The dark theme.
pub const DARK: Tokens = Tokens {
    dark: true,
    canvas: rgb(0x121315),
    surface: rgb(0x191A1D),
    sunken: rgb(0x0D0E0F),
    hover: rgb(0x222328),
    pressed: rgb(0x2B2D32),
    hair: rgb(0x2A2C31),
    edge: rgb(0x73767E),
    grid: rgb(0x25272B),
    ink: rgb(0xECEDEE),
    ink2: rgb(0xB1B3B9),
    ink3: rgb(0x91949B),
    primary: rgb(0xECEDEE),
    on_primary: rgb(0x121315),
    primary_hover: rgb(0xFFFFFF),
    of: rgb(0xF0B160),
    of_fill: rgb(0xDD9330),
    of_tint: rgb(0x241C11),
    of_hatch: rgb(0x43331C),
    of_edge: rgb(0xB07A2E),
    on_of: rgb(0x121315),
    r#in: rgb(0x93BDFF),
    in_fill: rgb(0x5C97F2),
    in_tint: rgb(0x141E31),
    in_tint2: rgb(0x1D2D4B),
    in_edge: rgb(0x4F83D3),
    on_in: rgb(0x121315),
    ok: rgb(0x63CB94),
    ok_tint: rgb(0x13241B),
    bad: rgb(0xFF9186),
    bad_tint: rgb(0x2C1816),
    plot2: rgb(0x7D8087),
    heat: [rgb(0x212327), rgb(0x3A3D43), rgb(0x63666D), rgb(0x989BA2), rgb(0xE4E5E7)],
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 128),
};

/// The colours of the theme in which this `ui` is drawn.
pub fn tokens(ui: &Ui) -> &'static Tokens {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

#[cfg(test)]
/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance).
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |colour: Color32| {
        let channel = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
impl Tokens {
    /// Name, foreground, ground and least contrast of every pair that the screens use.
    pub fn contrast_pairs(&self) -> Vec<(&'static str, Color32, Color32, f32)> {
        let text = 4.5;
        let graphic = 3.0;
        vec![
            ("ink on canvas", self.ink, self.canvas, text),
            ("ink on surface", self.ink, self.surface, text),
            ("ink on in-tint2", self.ink, self.in_tint2, text),
            ("ink2 on canvas", self.ink2, self.canvas, text),
            ("ink2 on surface", self.ink2, self.surface, text),
            ("ink2 on sunken", self.ink2, self.sunken, text),
            ("ink2 on pressed", self.ink2, self.pressed, text),
            ("ink2 on of-tint", self.ink2, self.of_tint, text),
            ("ink2 on in-tint", self.ink2, self.in_tint, text),
            ("ink2 on ok-tint", self.ink2, self.ok_tint, text),
            ("ink2 on bad-tint", self.ink2, self.bad_tint, text),
            ("ink3 on canvas", self.ink3, self.canvas, text),
            ("ink3 on surface", self.ink3, self.surface, text),
            ("ink3 on sunken", self.ink3, self.sunken, text),
            ("of on surface", self.of, self.surface, text),
            ("of on canvas", self.of, self.canvas, text),
            ("of on of-tint", self.of, self.of_tint, text),
            ("in on surface", self.r#in, self.surface, text),
            ("in on canvas", self.r#in, self.canvas, text),
            ("in on in-tint", self.r#in, self.in_tint, text),
            ("in on in-tint2", self.r#in, self.in_tint2, text),
            ("on-of on of", self.on_of, self.of, text),
            ("on-in on in", self.on_in, self.r#in, text),
            ("on-primary on primary", self.on_primary, self.primary, text),
            ("on-primary on primary-hover", self.on_primary, self.primary_hover, text),
            ("ok on ok-tint", self.ok, self.ok_tint, text),
            ("ok on surface", self.ok, self.surface, text),
            ("bad on bad-tint", self.bad, self.bad_tint, text),
            ("bad on surface", self.bad, self.surface, text),
            ("of-fill on surface", self.of_fill, self.surface, graphic),
            ("of-fill on canvas", self.of_fill, self.canvas, graphic),
            ("in-fill on surface", self.in_fill, self.surface, graphic),
            ("in-fill on canvas", self.in_fill, self.canvas, graphic),
            ("of-edge on canvas", self.of_edge, self.canvas, graphic),
            ("in-edge on canvas", self.in_edge, self.canvas, graphic),
            ("edge on surface", self.edge, self.surface, graphic),
            ("edge on canvas", self.edge, self.canvas, graphic),
            ("plot2 on surface", self.plot2, self.surface, graphic),
        ]
    }
}
