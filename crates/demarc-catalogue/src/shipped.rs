//! The content that is embedded in the program, as text and packed.

use crate::packed::unpack;
use crate::place::SourceFile;
use crate::tree::Table;

/// Every data file under `questions/`: its path, its text, and where its tree lies in [`PACKED`].
/// The build script lists them.
const EMBEDDED: &[(&str, &str, usize, usize)] = &include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// The trees of all files, one after another.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shipped.bin"));

/// The folder of the provider that is shipped.
const PROVIDER: &str = "questions/aws/";

fn of_provider() -> impl Iterator<Item = &'static (&'static str, &'static str, usize, usize)> {
    EMBEDDED.iter().filter(|(path, ..)| path.starts_with(PROVIDER))
}

/// The embedded files of the shipped provider, without copying their text.
pub fn files() -> Vec<SourceFile> {
    of_provider().map(|&(path, text, ..)| SourceFile::new(path, text)).collect()
}

/// The tree of each of these files; none where it has to be parsed.
pub(crate) fn trees() -> impl Iterator<Item = Option<Table<'static>>> {
    of_provider().map(|&(_, text, start, end)| unpack(PACKED.get(start..end)?, text))
}

/// The paths of all embedded files, from the root of the repository.
pub fn embedded() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|&(path, ..)| path)
}
