//! Sentences with `{words}` in them.

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Stands as it is.
    Plain(&'t str),
    /// A word to be filled.
    Word(&'t str),
}

/// The pieces of a sentence; a brace without its other half stands as it is.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let Some(length) = rest[open..].find('}') else { break };
        if open > 0 {
            pieces.push(Piece::Plain(&rest[..open]));
        }
        pieces.push(Piece::Word(&rest[open + 1..open + length]));
        rest = &rest[open + length + 1..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Plain(rest));
    }
    pieces
}

/// The words that a sentence needs.
pub(crate) fn needed(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Word(word) => Some(word),
        Piece::Plain(_) => None,
    })
}

/// The sentence with its words filled; one that begins with a filled word gets a capital letter.
/// A word that is not known stays as it was written.
pub(crate) fn filled<'w>(text: &str, word: impl Fn(&str) -> Option<&'w str>) -> String {
    if !text.contains('{') {
        return text.to_owned();
    }
    let mut sentence = String::with_capacity(text.len() + 32);
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) => sentence.push_str(plain),
            Piece::Word(name) => match word(name) {
                Some(filling) if begins_a_sentence(&sentence) => {
                    push_capital(&mut sentence, filling)
                }
                Some(filling) => sentence.push_str(filling),
                None => {
                    sentence.push('{');
                    sentence.push_str(name);
                    sentence.push('}');
                }
            },
        }
    }
    sentence
}

fn begins_a_sentence(before: &str) -> bool {
    let trimmed = before.trim_end();
    trimmed.is_empty() || (trimmed.len() < before.len() && trimmed.ends_with(['.', '!', '?']))
}

fn push_capital(sentence: &mut String, word: &str) {
    let mut letters = word.chars();
    if let Some(first) = letters.next() {
        sentence.extend(first.to_uppercase());
        sentence.push_str(letters.as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(text: &str) -> String {
        filled(text, |word| match word {
            "runtime" => Some("the runtime"),
            "provider" => Some("Nimbus"),
            _ => None,
        })
    }

    #[test]
    fn words_are_filled_where_they_stand() {
        assert_eq!(
            fill("Apply fixes to {runtime}, {provider}."),
            "Apply fixes to the runtime, Nimbus."
        );
        assert_eq!(fill("No word here."), "No word here.");
    }

    #[test]
    fn a_sentence_that_begins_with_a_word_gets_a_capital() {
        assert_eq!(fill("{runtime} waits."), "The runtime waits.");
        assert_eq!(fill("You wait. {runtime} waits."), "You wait. The runtime waits.");
        assert_eq!(fill("Wait: {runtime} waits."), "Wait: the runtime waits.");
        assert_eq!(fill("v1.{runtime}"), "v1.the runtime");
    }

    #[test]
    fn what_is_not_a_known_word_stays_as_written() {
        assert_eq!(fill("a {colour} b {"), "a {colour} b {");
        assert_eq!(needed("a {colour} b {runtime} {").collect::<Vec<_>>(), ["colour", "runtime"]);
    }
}
