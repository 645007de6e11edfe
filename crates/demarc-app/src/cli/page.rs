//! Text for a terminal: wrapped at words, set in, and bold where that can be shown.

use std::io::{self, Write};

use super::failure::colour;
use super::out::Out;

/// Characters in a line.
const WIDTH: usize = 80;

/// Standard output as a page of prose.
pub(super) struct Page<'o> {
    out: &'o mut Out,
    bold: bool,
}

impl<'o> Page<'o> {
    /// Writes to standard output.
    pub fn new(out: &'o mut Out) -> Page<'o> {
        Page { out, bold: colour(&io::stdout()) }
    }

    /// An empty line.
    pub fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Sentences, set in by some blanks; nothing for no words.
    pub fn text(&mut self, indent: usize, text: &str) -> io::Result<()> {
        for line in wrapped(text, WIDTH - indent) {
            writeln!(self.out, "{:indent$}{line}", "")?;
        }
        Ok(())
    }

    /// Sentences that stand out.
    pub fn strong(&mut self, text: &str) -> io::Result<()> {
        let (on, off) = if self.bold { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
        for line in wrapped(text, WIDTH) {
            writeln!(self.out, "{on}{line}{off}")?;
        }
        Ok(())
    }

    /// A heading over what follows.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        self.gap()?;
        self.strong(text)
    }

    /// One line as it is, such as an address, set in by some blanks.
    pub fn line(&mut self, indent: usize, text: &str) -> io::Result<()> {
        writeln!(self.out, "{:indent$}{text}", "")
    }

    /// The sign that an answer is awaited; it is on the screen when this returns.
    pub fn prompt(&mut self) -> io::Result<()> {
        write!(self.out, "> ")?;
        self.out.flush()
    }
}

/// Lines of at most `width` characters, broken between words; a longer word has a line of its own.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if length < room => {
                line.push(' ');
                line.push_str(word);
                room -= length + 1;
            }
            _ => {
                lines.push(word.to_owned());
                room = width.saturating_sub(length);
            }
        }
    }
    lines
}

/// "1 question", "7 questions".
pub(super) fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
}

/// A share of 0 to 1 as whole percent.
pub(super) fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_use_the_width() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("one two three", 13), ["one two three"]);
        assert_eq!(wrapped("a incomprehensible b", 4), ["a", "incomprehensible", "b"]);
        assert_eq!(wrapped("ä ö ü", 5), ["ä ö ü"]);
        assert!(wrapped("  ", 10).is_empty());
    }

    #[test]
    fn one_is_not_a_plural() {
        assert_eq!(count(1, "question"), "1 question");
        assert_eq!(count(0, "question"), "0 questions");
    }
}
