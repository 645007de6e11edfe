//! The keys of the terminal quiz; those of an answer are the window's.

use demarc_study::{Confidence, Said};

/// What one line of input asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A side, and how sure.
    Answer(Said, Confidence),
    /// Take the last answer back.
    Undo,
    /// More about the last answer.
    Why,
    /// Leave the question out.
    Skip,
    /// End the session.
    Quit,
}

impl Key {
    /// What a line means, if it is one of the letters in either case.
    pub fn of(line: &str) -> Option<Key> {
        let mut letters = line.trim().chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
        Some(match letter.to_ascii_lowercase() {
            'a' => Key::Answer(Said::Of, Confidence::Sure),
            's' => Key::Answer(Said::Of, Confidence::Likely),
            'd' => Key::Answer(Said::Of, Confidence::Guess),
            'j' => Key::Answer(Said::In, Confidence::Guess),
            'k' => Key::Answer(Said::In, Confidence::Likely),
            'l' => Key::Answer(Said::In, Confidence::Sure),
            'u' => Key::Undo,
            '?' => Key::Why,
            'x' => Key::Skip,
            'q' => Key::Quit,
            _ => return None,
        })
    }

    /// The key in words, for a transcript.
    pub const fn word(self) -> &'static str {
        match self {
            Key::Answer(Said::Of, Confidence::Sure) => "OF, sure",
            Key::Answer(Said::Of, Confidence::Likely) => "OF, likely",
            Key::Answer(Said::Of, Confidence::Guess) => "OF, guess",
            Key::Answer(Said::In, Confidence::Guess) => "IN, guess",
            Key::Answer(Said::In, Confidence::Likely) => "IN, likely",
            Key::Answer(Said::In, Confidence::Sure) => "IN, sure",
            Key::Undo => "undo",
            Key::Why => "why",
            Key::Skip => "skip",
            Key::Quit => "quit",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outer_keys_are_the_sure_ones() {
        assert_eq!(Key::of("a"), Some(Key::Answer(Said::Of, Confidence::Sure)));
        assert_eq!(Key::of("d"), Some(Key::Answer(Said::Of, Confidence::Guess)));
        assert_eq!(Key::of("j"), Some(Key::Answer(Said::In, Confidence::Guess)));
        assert_eq!(Key::of(" L \r\n"), Some(Key::Answer(Said::In, Confidence::Sure)));
    }

    #[test]
    fn anything_else_is_no_key() {
        for line in ["", "aa", "yes", "ä", "\0", "1", "a b"] {
            assert_eq!(Key::of(line), None, "{line:?}");
        }
    }
}
