//! The icons in use, by meaning.

use egui::{Color32, Response, Ui};

use super::text;
use crate::theme::Type;

/// An icon of the icon font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named by what it means")]
pub enum Icon {
    Today,
    Lessons,
    Practice,
    Explore,
    Compare,
    Choose,
    Insights,
    Exam,
    Settings,
    Find,
    Right,
    Wrong,
    Flag,
    Source,
    Note,
    Clock,
    Warning,
    Download,
    Copy,
    Trash,
    Folder,
    Undo,
    Flip,
    Down,
    Closed,
}

impl Icon {
    /// Its place in the icon font.
    pub fn glyph(self) -> char {
        match self {
            Self::Today => '\u{E10A}',
            Self::Lessons => '\u{E0E6}',
            Self::Practice => '\u{EB16}',
            Self::Explore => '\u{E464}',
            Self::Compare => '\u{E546}',
            Self::Choose => '\u{E466}',
            Self::Insights => '\u{E156}',
            Self::Exam => '\u{E184}',
            Self::Settings => '\u{E434}',
            Self::Find => '\u{E30C}',
            Self::Right => '\u{E182}',
            Self::Wrong => '\u{E4F6}',
            Self::Flag => '\u{E244}',
            Self::Source => '\u{E5DE}',
            Self::Note => '\u{E34C}',
            Self::Clock => '\u{E19A}',
            Self::Warning => '\u{E4E0}',
            Self::Download => '\u{E20C}',
            Self::Copy => '\u{E1CA}',
            Self::Trash => '\u{E4A6}',
            Self::Folder => '\u{E256}',
            Self::Undo => '\u{E038}',
            Self::Flip => '\u{E036}',
            Self::Down => '\u{E136}',
            Self::Closed => '\u{E13A}',
        }
    }
}

/// An icon as decoration: screen readers skip it.
pub fn icon(ui: &mut Ui, icon: Icon, style: Type, colour: Color32) -> Response {
    let rich = text::rich(icon.glyph(), style, colour);
    let (rect, response) =
        ui.allocate_exact_size(egui::Vec2::splat(style.line()), egui::Sense::hover());
    if ui.is_rect_visible(rect) {
        let galley = egui::WidgetText::from(rich).into_galley(
            ui,
            None,
            f32::INFINITY,
            egui::TextStyle::Body,
        );
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    }
    response
}

/// Paints an icon centred on a point.
pub fn paint(painter: &egui::Painter, centre: egui::Pos2, icon: Icon, size: f32, colour: Color32) {
    let mut font = Type::Icon.font();
    font.size = size;
    painter.text(centre, egui::Align2::CENTER_CENTER, icon.glyph(), font, colour);
}
