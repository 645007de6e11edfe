//! Lists the data files under `questions/` for embedding, and packs each beside its text, so that
//! the program need not parse them at its start. `include_str!` alone would not see a new file;
//! cargo rebuilds when anything in the folder changes.

#[allow(dead_code, reason = "the library reads what is only written here")]
#[path = "src/packed.rs"]
mod packed;
#[allow(dead_code, reason = "the library reads what is only written here")]
#[path = "src/tree.rs"]
mod tree;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let crate_dir = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let root = crate_dir.join("../..").canonicalize()?;
    let content = root.join("questions");
    for watched in [content.as_path(), Path::new("src/packed.rs"), Path::new("src/tree.rs")] {
        println!("cargo::rerun-if-changed={}", watched.display());
    }
    let mut files = Vec::new();
    gather(&content, &mut files)?;
    // As the library sorts them, so that each tree meets its text.
    files.sort_by_key(|file| file.to_string_lossy().replace('\\', "/"));
    let mut list = String::from("[\n");
    let mut all = Vec::new();
    for file in &files {
        let path = file.strip_prefix(&root)?.to_string_lossy().replace('\\', "/");
        let start = all.len();
        all.extend(packed(file));
        let (name, end) = (file.to_string_lossy(), all.len());
        writeln!(list, "    ({path:?}, include_str!({name:?}), {start}, {end}),")?;
    }
    list.push_str("]\n");
    fs::write(out.join("shipped.rs"), list)?;
    fs::write(out.join("shipped.bin"), all)?;
    Ok(())
}

/// The bytes of a file's tree; none if it is no TOML, which the program then says with its place.
fn packed(file: &Path) -> Vec<u8> {
    let Ok(text) = fs::read_to_string(file) else { return Vec::new() };
    let (table, errors) = tree::Table::parse(&text);
    if errors.is_empty() { packed::pack(&table, &text) } else { Vec::new() }
}

fn gather(dir: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|end| end == "toml") {
            files.push(path);
        }
    }
    Ok(())
}
