//! The cards of Insights: which there are, and how they are called.

/// A card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "`title` gives each its words")]
pub enum Card {
    Score,
    Calibration,
    Days,
    Categories,
    Ahead,
    Duties,
    Retention,
    Transfer,
    Forecast,
    Predicted,
    Confusion,
    Beliefs,
    Pace,
    Sure,
}

impl Card {
    /// All of them, in the order of the screen.
    pub const ALL: [Card; 14] = [
        Card::Score,
        Card::Calibration,
        Card::Days,
        Card::Categories,
        Card::Ahead,
        Card::Duties,
        Card::Retention,
        Card::Transfer,
        Card::Forecast,
        Card::Predicted,
        Card::Confusion,
        Card::Beliefs,
        Card::Pace,
        Card::Sure,
    ];

    /// Its title.
    pub const fn title(self) -> &'static str {
        match self {
            Card::Score => "Score over time",
            Card::Calibration => "Sure, and right?",
            Card::Days => "Days you practised",
            Card::Categories => "Mastery by category",
            Card::Ahead => "Reviews ahead",
            Card::Duties => "Weakest duties",
            Card::Retention => "Retention",
            Card::Transfer => "Never asked before",
            Card::Forecast => "Mastery ahead",
            Card::Predicted => "Predicted, and so?",
            Card::Confusion => "Taken for the other side",
            Card::Beliefs => "Wrong beliefs",
            Card::Pace => "Time per answer",
            Card::Sure => "Sure and wrong",
        }
    }

    /// The name of its file, without an ending.
    pub const fn file(self) -> &'static str {
        match self {
            Card::Score => "score",
            Card::Calibration => "calibration",
            Card::Days => "days",
            Card::Categories => "mastery-by-category",
            Card::Ahead => "reviews-ahead",
            Card::Duties => "weakest-duties",
            Card::Retention => "retention",
            Card::Transfer => "never-asked-before",
            Card::Forecast => "mastery-ahead",
            Card::Predicted => "predicted-recall",
            Card::Confusion => "confusion",
            Card::Beliefs => "wrong-beliefs",
            Card::Pace => "time-per-answer",
            Card::Sure => "sure-and-wrong",
        }
    }

    /// Whether it has a chart beside its table.
    pub const fn has_chart(self) -> bool {
        !matches!(self, Card::Duties | Card::Beliefs | Card::Sure)
    }

    /// Whether its chart can be as high as there is room.
    pub const fn stretches(self) -> bool {
        !matches!(self, Card::Categories | Card::Confusion | Card::Days)
    }
}
