//! The content that is embedded in the program.

use crate::place::SourceFile;

/// Path and text of every data file under `questions/`; the build script lists them.
const EMBEDDED: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// The folder of the provider that is shipped.
const PROVIDER: &str = "questions/aws/";

/// The embedded files of the shipped provider, without copying their text.
pub fn files() -> Vec<SourceFile> {
    let shipped = EMBEDDED.iter().filter(|(path, _)| path.starts_with(PROVIDER));
    shipped.map(|&(path, text)| SourceFile::new(path, text)).collect()
}

/// The paths of all embedded files, from the root of the repository.
pub fn embedded() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|&(path, _)| path)
}
