//! The styles of text (DESIGN section 4): font, size and line height in points.

use egui::{FontFamily, FontId};

/// A style of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// The score of an exam.
    Hero,
    /// The due count.
    Display,
    /// A duty as a question.
    Question,
    /// A duty as a question in a small window.
    QuestionSmall,
    /// The duty above its feedback.
    Asked,
    /// Figures on cards.
    Number,
    /// Title of a screen or a pane.
    Title,
    /// Title of a drawer, name of a service.
    Subtitle,
    /// Head of a card or a section.
    Heading,
    /// Running text.
    Body,
    /// Running text that weighs more.
    BodyMedium,
    /// Running text in bold.
    BodyBold,
    /// The explanation of a ruling.
    Why,
    /// The principle that opens an explanation.
    WhyBold,
    /// Buttons, navigation, cells of tables.
    Label,
    /// A label in bold.
    LabelBold,
    /// A cell of a table.
    Cell,
    /// Secondary text.
    Small,
    /// Secondary text that weighs more.
    SmallMedium,
    /// Secondary text in bold.
    SmallBold,
    /// Axes, heads of tables.
    Micro,
    /// Axes and heads that weigh more.
    MicroMedium,
    /// Key caps and service tiles.
    Key,
    /// Key caps of the answers.
    KeyBig,
    /// An icon beside text.
    Icon,
    /// A small icon.
    IconSmall,
}

impl Type {
    /// The font of this style.
    pub fn font(self) -> FontId {
        let (size, _, family) = self.parts();
        FontId::new(size, family)
    }

    /// The line height of this style, in points.
    pub fn line(self) -> f32 {
        self.parts().1
    }

    fn parts(self) -> (f32, f32, FontFamily) {
        let regular = || FontFamily::Proportional;
        let medium = || FontFamily::Name("medium".into());
        let bold = || FontFamily::Name("semibold".into());
        let display = || FontFamily::Name("display".into());
        let mono = || FontFamily::Monospace;
        let icons = || FontFamily::Name("icons".into());
        match self {
            Self::Hero => (52.0, 54.0, display()),
            Self::Display => (34.0, 38.0, display()),
            Self::Question => (28.0, 36.0, display()),
            Self::QuestionSmall => (21.0, 28.0, display()),
            Self::Asked => (18.0, 25.0, display()),
            Self::Number => (24.0, 28.0, display()),
            Self::Title => (20.0, 26.0, display()),
            Self::Subtitle => (17.0, 23.0, bold()),
            Self::Heading => (14.0, 20.0, bold()),
            Self::Body => (14.0, 21.0, regular()),
            Self::BodyMedium => (14.0, 21.0, medium()),
            Self::BodyBold => (15.0, 21.0, bold()),
            Self::Why => (14.5, 22.0, regular()),
            Self::WhyBold => (14.5, 22.0, bold()),
            Self::Label => (13.0, 18.0, medium()),
            Self::LabelBold => (13.0, 18.0, bold()),
            Self::Cell => (13.0, 18.0, regular()),
            Self::Small => (12.5, 18.0, regular()),
            Self::SmallMedium => (12.5, 18.0, medium()),
            Self::SmallBold => (12.5, 18.0, bold()),
            Self::Micro => (11.5, 16.0, regular()),
            Self::MicroMedium => (11.5, 16.0, medium()),
            Self::Key => (11.0, 14.0, mono()),
            Self::KeyBig => (13.0, 16.0, mono()),
            Self::Icon => (16.0, 18.0, icons()),
            Self::IconSmall => (14.0, 18.0, icons()),
        }
    }
}
