//! What Today shows, in words.

use demarc_catalogue::{Cell, Layer, Side};
use demarc_study::{Kept, Mastery, Moment, ScorePoint, Streak, Study};

use super::{
    goal::GoalView,
    load,
    slipping::{NAMED, SlippingView},
    words,
};

/// Most new cells that one press of "learn new" brings.
const LEARN: usize = 10;
/// How many due cells one session takes at most.
pub const DUE: usize = 30;

/// Today.
#[derive(Clone, Debug)]
pub struct TodayView {
    /// "Tuesday 24 November".
    pub date: String,
    /// How many cells are due.
    pub due: usize,
    /// "18 reviews due", or what there is instead.
    pub headline: String,
    /// What to do about it.
    pub about: String,
    /// How many new cells "learn new" brings.
    pub learn: usize,
    /// How long an answer takes, in seconds.
    pub seconds_per_answer: u32,
    /// How many answers there are.
    pub answers: usize,
    /// Days in a row.
    pub streak: Streak,
    /// Mastery of everything.
    pub mastery: Mastery,
    /// Mastery by layer, from the top of the stack.
    pub layers: Vec<LayerMastery>,
    /// The first and the last of `layers` between which the line moves.
    pub zone: (usize, usize),
    /// The last sessions.
    pub scores: Vec<ScorePoint>,
    /// The mean of the last five sessions.
    pub mean: Option<f32>,
    /// The weakest spots.
    pub weakest: Vec<SpotView>,
    /// The day by which something should be known.
    pub goal: Option<GoalView>,
    /// How many rulings are missed again and again.
    pub slips: usize,
    /// Those of them that are missed most often.
    pub slipping: Vec<SlippingView>,
    /// Rulings that changed since they were learned.
    pub changed: Vec<ChangedView>,
    /// The session that was left in the middle: title, and how many questions are left.
    pub left_open: Option<(String, usize)>,
}

/// Mastery of a layer.
#[derive(Clone, Debug)]
pub struct LayerMastery {
    /// Its name.
    pub name: &'static str,
    /// The side on which it usually lies; neither where the line moves.
    pub side: Side,
    /// Mastery.
    pub mastery: Mastery,
}

/// A weak spot.
#[derive(Clone, Debug)]
pub struct SpotView {
    /// Which.
    pub cell: Cell,
    /// The service's short name.
    pub service: String,
    /// The variant.
    pub variant: String,
    /// The duty's short name.
    pub duty: String,
    /// Whose it is.
    pub side: Side,
    /// "1 of 5".
    pub right: String,
    /// "tomorrow".
    pub next: String,
}

/// A ruling that changed.
#[derive(Clone, Debug)]
pub struct ChangedView {
    /// "Lambda, zip, auto: Patch the runtime".
    pub what: String,
    /// The side that held then, and holds now.
    pub sides: (Side, Side),
    /// Why it holds now.
    pub why: String,
}

impl TodayView {
    /// Today as it is now.
    pub fn of(study: &Study, now: Moment) -> Self {
        let today = study.today(now);
        let catalogue = study.catalogue();
        let answers = study.answers();
        let due = today.due.len();
        let learn = today.new_left.min(LEARN).min(today.new_available);
        let open = today.streak.days > 0 && today.streak.last[7] == Kept::Open;
        let keeps = if open { " One answer before 4:00 keeps your streak." } else { "" };
        let (headline, about) = load::words(&today, answers, now);
        let about = if due > 0 && due <= DUE { about + keeps } else { about };
        let slipping = |leech| SlippingView::of(catalogue, leech, now.day());
        let goal = goal(&today, study);
        let seconds_per_answer = today.seconds_each;
        let layers: Vec<LayerMastery> = today
            .layers
            .iter()
            .rev()
            .map(|(layer, mastery)| LayerMastery {
                name: layer.name(),
                side: usual_side(*layer),
                mastery: *mastery,
            })
            .collect();
        let moving = |layer: &LayerMastery| layer.side == Side::None;
        let zone = (
            layers.iter().position(moving).unwrap_or(0),
            layers.iter().rposition(moving).unwrap_or(0),
        );
        let weakest = today
            .weakest
            .iter()
            .map(|spot| SpotView {
                cell: spot.cell,
                service: catalogue.service_of(spot.cell.deployment).short.clone(),
                variant: catalogue.variant(spot.cell.deployment).to_owned(),
                duty: catalogue.duty(spot.cell.duty).label.clone(),
                side: catalogue.ruling(spot.cell).side,
                right: format!("{} of {}", spot.right, spot.seen),
                next: spot.due.map_or_else(String::new, |day| words::due(day, now.day())),
            })
            .collect();
        let changed = today
            .changed
            .iter()
            .map(|changed| ChangedView {
                what: format!(
                    "{}: {}",
                    super::ruling::short_name(catalogue, changed.cell.deployment),
                    catalogue.duty(changed.cell.duty).label
                ),
                sides: (changed.then, changed.now),
                why: catalogue.explain(changed.cell).why,
            })
            .collect();
        Self {
            date: words::weekday_long(now.day()),
            due,
            headline,
            about,
            learn,
            seconds_per_answer,
            answers,
            streak: today.streak,
            mastery: today.mastery,
            layers,
            zone,
            mean: today.scores.last().map(|point| point.mean5 as f32),
            scores: today.scores,
            weakest,
            goal,
            slips: today.leeches.len(),
            slipping: today.leeches.iter().take(NAMED).map(slipping).collect(),
            changed,
            left_open: study.resumable().map(|left| (left.title.clone(), left.left())),
        }
    }
}

fn goal(today: &demarc_study::Today, study: &Study) -> Option<GoalView> {
    let most = study.settings().daily_reviews;
    today.pace.as_ref().map(|pace| GoalView::of(pace, today.seconds_each, most))
}

/// The side on which a layer usually lies: the upper three are yours, the lower three the
/// provider's, and in between the line moves from service to service.
fn usual_side(layer: Layer) -> Side {
    match layer {
        Layer::Data | Layer::Access | Layer::Application => Side::In,
        Layer::Network | Layer::Platform | Layer::GuestOs => Side::None,
        Layer::Virtualization | Layer::Hardware | Layer::Facilities => Side::Of,
    }
}
