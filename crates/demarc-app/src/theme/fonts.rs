//! The fonts that ship in `assets/fonts`.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

const FONTS: [(&str, &[u8]); 7] = [
    ("inter", include_bytes!("../../../../assets/fonts/Inter-Regular.ttf")),
    ("inter-medium", include_bytes!("../../../../assets/fonts/Inter-Medium.ttf")),
    ("inter-semibold", include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf")),
    ("inter-display", include_bytes!("../../../../assets/fonts/InterDisplay-SemiBold.ttf")),
    ("mono", include_bytes!("../../../../assets/fonts/JetBrainsMono-Regular.ttf")),
    ("mono-medium", include_bytes!("../../../../assets/fonts/JetBrainsMono-Medium.ttf")),
    ("icons", include_bytes!("../../../../assets/fonts/Phosphor-Regular.ttf")),
];

/// Which font serves which family; the icons are the fallback of all.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FONTS {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let named = |name: &str| FontFamily::Name(name.into());
    for (family, first) in [
        (FontFamily::Proportional, "inter"),
        (FontFamily::Monospace, "mono-medium"),
        (named("medium"), "inter-medium"),
        (named("semibold"), "inter-semibold"),
        (named("display"), "inter-display"),
        (named("icons"), "icons"),
    ] {
        let mut chain = vec![first.to_owned()];
        chain.extend(
            ["inter", "mono", "icons"].iter().filter(|n| **n != first).map(|n| (*n).to_owned()),
        );
        fonts.families.insert(family, chain);
    }
    fonts
}
