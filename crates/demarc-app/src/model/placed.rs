//! What a placement found out, in words; and how far a running one has come.

use demarc_catalogue::Catalogue;
use demarc_study::{Choice, Estimate, Mastery, PLACEMENT, Session, SessionReport, Study};

use super::{Model, route::Place, words};

/// An interval no wider than this, as a share, is called a fair picture.
const FAIR: f64 = 0.3;

/// How long a question of a placement takes at most, in seconds.
const SECONDS: u32 = 9;

/// How much is probably known of something.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownRow {
    /// "Guest OS".
    pub name: String,
    /// "62%, between 45 and 80", or that it is not enough yet.
    pub value: String,
    /// The share; none where it is not enough yet.
    pub share: Option<f32>,
    /// The ends of the interval.
    pub between: (f32, f32),
}

/// What a placement found out.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedView {
    /// "All services", or what was chosen.
    pub about: String,
    /// Over all that.
    pub over: KnownRow,
    /// How certain that is.
    pub certainty: String,
    /// What is skipped because of it.
    pub skipped: String,
    /// By layer.
    pub layers: Vec<KnownRow>,
}

impl PlacedView {
    /// What the session of a report found out; none if it was no placement.
    pub fn of(study: &Study, report: Option<&SessionReport>) -> Option<Self> {
        let placed = study.placed(report?.summary.id)?;
        let layers = placed.layers.iter().map(|it| row(it.layer.name(), &it.estimate));
        Some(Self {
            about: about(study.catalogue(), &placed.choice),
            over: row("All of it", &placed.over),
            certainty: certainty(&placed.over),
            skipped: skipped(placed.skipped.len(), placed.over.cells),
            layers: layers.collect(),
        })
    }
}

fn about(catalogue: &Catalogue, choice: &Choice) -> String {
    if *choice == (Choice { length: choice.length, ..Choice::default() }) {
        "All services".to_owned()
    } else {
        choice.title(catalogue)
    }
}

fn row(name: &str, it: &Estimate) -> KnownRow {
    let value = match Mastery::from(*it).known {
        Some(known) => words::known(Some(known)),
        None => format!("not enough yet, between {} and {}%", whole(it.low), whole(it.high)),
    };
    KnownRow {
        name: name.to_owned(),
        value,
        share: it.enough().then_some(it.known as f32),
        between: (it.low as f32, it.high as f32),
    }
}

/// How certain it is, in words.
fn certainty(it: &Estimate) -> String {
    let between = format!(
        "Nine times in ten, what you know lies between {} and {}%. Luck is taken out.",
        whole(it.low),
        whole(it.high)
    );
    let say = words::count(it.answers, "answer says", "answers say");
    let much = if !it.enough() {
        format!("{say} too little for one figure. Practice narrows it.")
    } else if it.high - it.low <= FAIR {
        format!("{say} enough for a fair picture.")
    } else {
        format!("{say} enough for a rough picture. Practice sharpens it.")
    };
    format!("{between} {much}")
}

fn skipped(known: usize, of: usize) -> String {
    let of = words::count(of, "ruling", "rulings");
    match known {
        0 => format!("Of {of} none is known well enough to wait: new ones come from all of them."),
        1 => format!("One of {of} is probably known: it waits until the rest is used up."),
        _ => format!(
            "About {known} of {of} are probably known: they wait until the rest is used up."
        ),
    }
}

fn whole(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

impl Model {
    /// What the placement found out whose end or report is open.
    pub fn placed(&self) -> Option<&PlacedView> {
        self.placed.as_ref()
    }

    pub(super) fn end_of_session(&self) -> Place {
        if self.placed.is_some() { Place::Placed } else { Place::Finished }
    }

    /// The line in a session's bar: how long it will still take.
    pub fn time_left(&self) -> String {
        let Some(session) = self.study.session() else { return String::new() };
        let each = self.today.seconds_per_answer;
        let (most, left, each) = match session.placement {
            // Nothing is read in between.
            Some(_) => {
                ("at most ", PLACEMENT.end().saturating_sub(session.done()), each.min(SECONDS))
            }
            None => ("", session.left(), each),
        };
        let seconds = each * u32::try_from(left).unwrap_or(0);
        format!("{most}{} left", words::minutes(seconds))
    }

    /// Where a session stands: "3 of 10", or of a placement "3 of 12 to 20".
    pub fn count_of(session: &Session) -> String {
        let number = (session.position + 1).min(session.items.len());
        match session.placement {
            Some(_) => format!("{number} of {} to {}", PLACEMENT.start(), PLACEMENT.end()),
            None => format!("{number} of {}", session.items.len()),
        }
    }
}
