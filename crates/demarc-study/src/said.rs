//! What a learner says: a side, and how sure of it.

use demarc_catalogue::Side;
use serde::{Deserialize, Serialize};

/// The side that a learner picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Said {
    /// Security of the cloud: the provider does it.
    Of,
    /// Security in the cloud: you do it.
    In,
}

impl Said {
    /// Both, as they are written in the log.
    pub const ALL: [Said; 2] = [Said::Of, Said::In];

    /// The word in the log: `of` or `in`.
    pub const fn as_str(self) -> &'static str {
        self.side().as_str()
    }

    /// The side it names.
    pub const fn side(self) -> Side {
        match self {
            Said::Of => Side::Of,
            Said::In => Side::In,
        }
    }

    /// The answer that would be right under a side; none for a side that is never asked.
    pub const fn right_for(side: Side) -> Option<Said> {
        match side {
            Side::Of => Some(Said::Of),
            Side::In => Some(Said::In),
            Side::None | Side::Other => None,
        }
    }

    /// The other side.
    pub const fn other(self) -> Said {
        match self {
            Said::Of => Said::In,
            Said::In => Said::Of,
        }
    }

    pub(crate) fn named(word: &str) -> Option<Said> {
        Said::ALL.into_iter().find(|said| said.as_str() == word)
    }
}

/// How sure a learner was; given with the side in one key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// No better than a coin: 50 %.
    Guess,
    /// More likely than not: 75 %.
    Likely,
    /// As good as certain: 95 %.
    Sure,
}

impl Confidence {
    /// All three, from least to most sure.
    pub const ALL: [Confidence; 3] = [Confidence::Guess, Confidence::Likely, Confidence::Sure];

    /// The word in the log and on screen.
    pub const fn as_str(self) -> &'static str {
        match self {
            Confidence::Guess => "guess",
            Confidence::Likely => "likely",
            Confidence::Sure => "sure",
        }
    }

    /// The chance of being right that the word claims, 0 to 1.
    pub const fn claims(self) -> f64 {
        match self {
            Confidence::Guess => 0.50,
            Confidence::Likely => 0.75,
            Confidence::Sure => 0.95,
        }
    }

    pub(crate) fn named(word: &str) -> Option<Confidence> {
        Confidence::ALL.into_iter().find(|confidence| confidence.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_in_the_log_is_read_back() {
        for said in Said::ALL {
            assert_eq!(Said::named(said.as_str()), Some(said));
        }
        for confidence in Confidence::ALL {
            assert_eq!(Confidence::named(confidence.as_str()), Some(confidence));
        }
        assert_eq!(Said::named("none"), None);
        assert_eq!(Confidence::named("certain"), None);
    }

    #[test]
    fn only_the_two_sides_of_the_line_can_be_right() {
        assert_eq!(Said::right_for(Side::Of), Some(Said::Of));
        assert_eq!(Said::right_for(Side::In), Some(Said::In));
        assert_eq!(Said::right_for(Side::None), None);
        assert_eq!(Said::right_for(Side::Other), None);
    }

    #[test]
    fn confidence_claims_a_half_three_quarters_and_nineteen_in_twenty() {
        assert_eq!(Confidence::ALL.map(Confidence::claims), [0.50, 0.75, 0.95]);
    }
}
