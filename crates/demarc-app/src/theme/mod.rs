//! Every colour, font and size, by meaning, light beside dark.

mod fonts;
mod tokens;
mod type_scale;

pub use tokens::{DARK, LIGHT, Tokens, tokens};
pub use type_scale::Type;

use egui::{Context, CornerRadius, Margin, Shadow, Stroke, Style, Theme, Vec2};

/// Sizes in points that more than one widget uses (DESIGN section 5).
pub mod size {
    /// Width of the navigation with words.
    pub const NAV: f32 = 196.0;
    /// Width of the navigation with icons only.
    pub const RAIL: f32 = 52.0;
    /// Under this window width the navigation is a rail.
    pub const NARROW: f32 = 1100.0;
    /// Height of the bar above a session.
    pub const SESSION_BAR: f32 = 48.0;
    /// Height of the bar below a session.
    pub const SESSION_FOOT: f32 = 44.0;
    /// Height of a control.
    pub const CONTROL: f32 = 32.0;
    /// Height of a main control.
    pub const CONTROL_MAIN: f32 = 40.0;
    /// Width of the line of responsibility.
    pub const LINE: f32 = 3.0;
    /// Corner radius of a cell.
    pub const R_CELL: u8 = 2;
    /// Corner radius of a key cap or a tag.
    pub const R_TAG: u8 = 4;
    /// Corner radius of a control.
    pub const R_CONTROL: u8 = 6;
    /// Corner radius of a card.
    pub const R_CARD: u8 = 8;
    /// Corner radius of an answer pane.
    pub const R_PANE: u8 = 10;
}

/// Installs fonts and both themes; called once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        // The size of text is a setting, so its keys are commands of the table.
        options.zoom_with_keyboard = false;
    });
    ctx.style_mut_of(Theme::Light, |style| dress(style, &LIGHT));
    ctx.style_mut_of(Theme::Dark, |style| dress(style, &DARK));
}

/// Sets how long things move: not at all when motion is reduced.
pub fn set_motion(ctx: &Context, reduced: bool) {
    ctx.all_styles_mut(|style| {
        style.animation_time = if reduced { 0.0 } else { 0.08 };
        style.scroll_animation = if reduced {
            egui::style::ScrollAnimation::none()
        } else {
            egui::style::ScrollAnimation::default()
        };
        style.visuals.text_cursor.blink = !reduced;
    });
}

/// The shadow of floating things; nothing else has one.
pub fn shadow(tokens: &Tokens) -> Shadow {
    Shadow { offset: [0, 8], blur: 28, spread: 0, color: tokens.shadow }
}

fn dress(style: &mut Style, tokens: &Tokens) {
    style.spacing.item_spacing = Vec2::new(8.0, 4.0);
    style.spacing.button_padding = Vec2::new(12.0, 6.0);
    style.spacing.interact_size.y = 18.0;
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.spacing.scroll.floating = true;
    style.spacing.scroll.dormant_background_opacity = 0.0;
    style.spacing.scroll.active_background_opacity = 0.0;
    style.spacing.scroll.interact_background_opacity = 0.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.25;
    style.animation_time = 0.08;
    style.override_font_id = None;
    for (text_style, kind) in [
        (egui::TextStyle::Body, Type::Body),
        (egui::TextStyle::Button, Type::Label),
        (egui::TextStyle::Heading, Type::Title),
        (egui::TextStyle::Small, Type::Small),
        (egui::TextStyle::Monospace, Type::Key),
    ] {
        style.text_styles.insert(text_style, kind.font());
    }
    let visuals = &mut style.visuals;
    visuals.dark_mode = tokens.dark;
    visuals.override_text_color = None;
    visuals.panel_fill = tokens.canvas;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = Stroke::new(1.0, tokens.edge);
    visuals.window_corner_radius = CornerRadius::same(size::R_CARD);
    visuals.menu_corner_radius = CornerRadius::same(size::R_CARD);
    visuals.window_shadow = shadow(tokens);
    visuals.popup_shadow = shadow(tokens);
    visuals.extreme_bg_color = tokens.surface;
    visuals.text_edit_bg_color = Some(tokens.surface);
    visuals.faint_bg_color = tokens.sunken;
    visuals.code_bg_color = tokens.sunken;
    visuals.hyperlink_color = tokens.ink;
    visuals.warn_fg_color = tokens.of;
    visuals.error_fg_color = tokens.bad;
    visuals.weak_text_color = Some(tokens.ink3);
    visuals.selection.bg_fill = tokens.in_tint2;
    visuals.selection.stroke = Stroke::new(1.0, tokens.ink);
    visuals.text_cursor.stroke = Stroke::new(1.5, tokens.ink);
    visuals.button_frame = true;
    let radius = CornerRadius::same(size::R_CONTROL);
    let states = [
        (
            &mut visuals.widgets.noninteractive,
            tokens.surface,
            tokens.hair,
            tokens.ink,
            tokens.surface,
        ),
        (&mut visuals.widgets.inactive, tokens.surface, tokens.edge, tokens.ink, tokens.heat[1]),
        (&mut visuals.widgets.hovered, tokens.hover, tokens.ink2, tokens.ink, tokens.heat[2]),
        (&mut visuals.widgets.active, tokens.pressed, tokens.ink, tokens.ink, tokens.heat[3]),
        (&mut visuals.widgets.open, tokens.pressed, tokens.edge, tokens.ink, tokens.heat[1]),
    ];
    for (state, fill, edge, text, handle) in states {
        // Only scroll handles are filled with this.
        state.bg_fill = handle;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, edge);
        state.fg_stroke = Stroke::new(1.0, text);
        state.corner_radius = radius;
        state.expansion = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_colour_is_readable_on_its_grounds() {
        for tokens in [&LIGHT, &DARK] {
            for (what, text, ground, least) in tokens.contrast_pairs() {
                let ratio = tokens::contrast(text, ground);
                assert!(
                    ratio >= least,
                    "{what}: {ratio:.2} is under {least} (dark: {})",
                    tokens.dark
                );
            }
        }
    }

    #[test]
    fn digits_of_the_text_fonts_have_equal_advance() {
        let ctx = Context::default();
        install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |_ui| {});
        output.textures_delta.clear();
        for kind in [Type::Body, Type::Label, Type::Heading, Type::Number, Type::Key] {
            let font = kind.font();
            let widths: Vec<f32> = ctx.fonts_mut(|fonts| {
                ('0'..='9').map(|digit| fonts.glyph_width(&font, digit)).collect()
            });
            assert!(
                widths.iter().all(|width| (width - widths[0]).abs() < 0.01),
                "{kind:?}: {widths:?}"
            );
        }
    }
}
