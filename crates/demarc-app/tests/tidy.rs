//! The house's rules that no compiler holds (ARCHITECTURE.md).

#![allow(clippy::unwrap_used, reason = "helpers of tests stop where they fail")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// A source file, by its path from the workspace.
type Sources = BTreeMap<String, String>;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn read(folder: &Path, root: &Path, into: &mut Sources) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, root, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            into.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

fn sources() -> Sources {
    let root = workspace();
    let mut all = Sources::new();
    for name in ["demarc-catalogue", "demarc-study", "demarc-app"] {
        read(&root.join("crates").join(name), &root, &mut all);
    }
    assert!(all.len() > 60, "the sources were not found");
    all
}

/// The code of a file: without comments, so that a rule does not trip over prose.
fn code(text: &str) -> String {
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every breach of the house's rules, in words.
fn breaches(sources: &Sources) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in sources {
        let code = code(text);
        let mut forbid = |words: &[&str], why: &str| {
            for word in words.iter().filter(|word| code.contains(**word)) {
                found.push(format!("{name}: `{word}`: {why}"));
            }
        };
        let in_app = |folder: &str| name.starts_with(&format!("crates/demarc-app/src/{folder}"));
        if name.starts_with("crates/demarc-catalogue/") || name.starts_with("crates/demarc-study/")
        {
            forbid(&["egui", "eframe"], "what is true and what is remembered know no window");
        }
        if name.starts_with("crates/demarc-catalogue/src") {
            forbid(
                &["SystemTime", "Instant", "demarc_study"],
                "the catalogue knows no clock and no learner",
            );
        }
        if in_app("model") {
            forbid(&["egui", "eframe"], "the model names no egui");
            let upwards = ["crate::screens", "crate::widgets", "crate::overlays", "crate::parts"];
            forbid(&upwards, "the model does not know who draws it");
            forbid(&["crate::commands", "crate::theme", "crate::cx"], "the model lies below these");
        }
        if in_app("screens") {
            forbid(&["crate::screens", "crate::overlays"], "screens import no screens");
        }
        if in_app("widgets") {
            let above =
                ["crate::model", "crate::cx", "crate::parts", "crate::screens", "crate::commands"];
            forbid(&above, "widgets never see the model");
        }
        if in_app("theme") {
            forbid(&["crate::"], "the theme lies below everything");
        }
        if in_app("") && !in_app("theme") {
            let raw =
                ["Color32::from_rgb", "Color32::from_rgba", "FontId::new", "FontId::proportional"];
            forbid(&raw, "colours and fonts stand in the theme");
        }
        let store = name.starts_with("crates/demarc-study/src/store");
        let test = name.contains("/tests/") || name.contains("/examples/");
        if !store && !test {
            let sql = ["SELECT ", "INSERT INTO", "CREATE TABLE", "rusqlite::Row", ".prepare"];
            forbid(&sql, "SQL stands under store/");
        }
        let lines = text.lines().count();
        if lines > 400 {
            found.push(format!("{name}: {lines} lines: find the second noun in it"));
        }
        if !text.starts_with("//!") {
            found.push(format!("{name}: does not begin with `//!`"));
        }
    }
    found
}

#[test]
fn the_house_is_tidy() {
    assert_eq!(breaches(&sources()), Vec::<String>::new());
}

#[test]
fn a_model_that_names_egui_is_found() {
    let planted = [
        ("crates/demarc-app/src/model/x.rs", "//! A model.\nuse egui::Ui;\n"),
        ("crates/demarc-app/src/screens/x.rs", "//! A screen.\nuse crate::screens::today;\n"),
        ("crates/demarc-app/src/widgets/x.rs", "//! A widget.\nuse crate::model::Model;\n"),
        (
            "crates/demarc-app/src/parts/x.rs",
            "//! A part.\nconst C: Color32 = Color32::from_rgb(1, 2, 3);\n",
        ),
        ("crates/demarc-study/src/x.rs", "//! SQL.\nconst Q: &str = \"SELECT 1\";\n"),
        ("crates/demarc-catalogue/src/x.rs", "use egui::Ui;\n"),
    ];
    let planted: Sources =
        planted.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let found = breaches(&planted);
    for name in planted.keys() {
        assert!(found.iter().any(|breach| breach.starts_with(name.as_str())), "{name}: {found:?}");
    }
}

#[test]
fn prose_about_egui_is_no_breach() {
    let text = "//! Names no egui.\n// egui draws it\nfn nothing() {}\n".to_owned();
    let sources = Sources::from([("crates/demarc-app/src/model/x.rs".to_owned(), text)]);
    assert_eq!(breaches(&sources), Vec::<String>::new());
}

#[test]
fn crates_depend_downwards_only() {
    let root = workspace();
    let manifest =
        |name: &str| fs::read_to_string(root.join("crates").join(name).join("Cargo.toml")).unwrap();
    for word in ["demarc-study", "demarc-app", "egui", "eframe", "rusqlite", "rand"] {
        assert!(!manifest("demarc-catalogue").contains(word), "the catalogue depends on {word}");
    }
    for word in ["demarc-app", "egui", "eframe"] {
        assert!(!manifest("demarc-study").contains(word), "study depends on {word}");
    }
}

#[test]
fn the_readme_lists_the_keys_of_the_table() {
    let readme = fs::read_to_string(workspace().join("README.md")).unwrap();
    let written: Vec<&str> = readme
        .lines()
        .skip_while(|line| !line.starts_with("<!-- keys"))
        .skip(1)
        .take_while(|line| !line.starts_with("<!-- /keys"))
        .collect();
    let table = demarc_app::commands::markdown();
    let wanted: Vec<&str> = table.lines().collect();
    assert_eq!(written, wanted, "paste this into README.md between the marks:\n{table}");
}

#[test]
fn the_readme_counts_what_there_is() {
    let readme = fs::read_to_string(workspace().join("README.md")).unwrap();
    let catalogue = demarc_catalogue::Catalogue::shipped().unwrap();
    let counts = demarc_catalogue::counts(&catalogue, catalogue.released());
    let wanted = format!(
        "{} AWS services in {} deployments against {} duties, {} scenarios",
        counts.services, counts.deployments, counts.duties, counts.scenarios
    );
    assert!(readme.contains(&wanted), "README.md should say: {wanted}");
}
