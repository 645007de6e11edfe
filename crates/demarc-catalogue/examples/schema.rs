//! Prints the JSON Schema of content files: `just schema`.

use std::io::Write;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(demarc_catalogue::schema().as_bytes())
}
