//! Characters that nobody can see, or that turn text around.

use std::borrow::Cow;

/// Control characters, those that turn the direction of text, and those without width.
pub(crate) fn is_unreadable(letter: char) -> bool {
    letter.is_control()
        || matches!(
            u32::from(letter),
            0xAD | 0x61C | 0x180E | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF
        )
}

/// The first such character of a text.
pub(crate) fn unreadable(text: &str) -> Option<char> {
    // Most text is plain ASCII, and seen to be so at once.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return None;
    }
    text.chars().find(|&letter| is_unreadable(letter))
}

/// The text with a mark in place of each such character, so that a terminal can show it.
pub(crate) fn readable<'t>(text: impl Into<Cow<'t, str>>) -> String {
    let text = text.into();
    if text.chars().any(is_unreadable) {
        text.chars().map(|letter| if is_unreadable(letter) { '\u{FFFD}' } else { letter }).collect()
    } else {
        text.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_one_is_found_among_plain_letters_and_others() {
        assert_eq!(unreadable("plain ~ text"), None);
        assert_eq!(unreadable("λ is für alle."), None);
        assert_eq!(unreadable("a\u{7f}b"), Some('\u{7f}'));
        assert_eq!(unreadable("é\u{200b}\n"), Some('\u{200b}'));
    }

    #[test]
    fn what_turns_text_around_is_marked() {
        assert_eq!(readable("a\u{202e}b\u{1b}[31m"), "a\u{FFFD}b\u{FFFD}[31m");
        assert_eq!(readable("λ is für alle."), "λ is für alle.");
    }
}
