//! Two deployments or stacks beside each other, kept ready in words.

use demarc_catalogue::{Catalogue, Cell, Change, Comparison, Date, DutyIx, Layer, Side, Subject};
use demarc_study::Study;

use super::{ruling, words};

/// One of the two that are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct SubjectView {
    /// Which.
    pub subject: Subject,
    /// The letters in its tile.
    pub tile: String,
    /// "EC2, Amazon AMI", or the stack's name.
    pub name: String,
    /// What it is made of.
    pub about: String,
}

/// A duty in both.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// The duty.
    pub duty: DutyIx,
    /// Its layer.
    pub layer: Layer,
    /// Its short name.
    pub label: String,
    /// Its sides, left and right.
    pub sides: [Side; 2],
    /// What stands there: the parts of a stack that leave it to you, or what the layer holds.
    pub notes: [String; 2],
    /// What becomes of it.
    pub change: Change,
    /// Whether it lies above the line, left and right.
    pub above: [bool; 2],
}

/// Why a duty falls as it does, on one of the two sides.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyView {
    /// The deployment, or the part of a stack.
    pub name: String,
    /// Its cell, for Explore.
    pub cell: Cell,
    /// Its side.
    pub side: Side,
    /// The reason.
    pub why: String,
}

/// The comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareView {
    /// Left and right.
    pub subjects: [SubjectView; 2],
    /// The duties that one of them has, from the top of the stack.
    pub rows: Vec<RowView>,
    /// Whether only those that change are shown.
    pub changes_only: bool,
    /// The selected duty.
    pub selected: Option<DutyIx>,
    /// Why it falls so: the parts of the left and of the right.
    pub why: [Vec<WhyView>; 2],
    /// "9 duties move to AWS".
    pub headline: String,
    /// "7 stay yours, 3 stay with AWS, 1 falls away".
    pub remark: String,
    /// "Runtime updates: automatic, or pinned", where one setting alone tells the two apart.
    pub setting: String,
    /// Whether one of the two can be set beside itself with a setting flipped.
    pub flips: bool,
    /// What can be practised: the asked rulings of the duties that change.
    pub cells: Vec<Cell>,
    /// The comparisons that were kept, with their names.
    pub kept: Vec<(Subject, Subject, String)>,
    /// Whether this one is among them.
    pub is_kept: bool,
}

impl CompareView {
    /// These two.
    pub fn of(study: &Study, left: Subject, right: Subject, today: Date) -> Self {
        let catalogue = study.catalogue();
        let comparison = catalogue.compare(left, right);
        let kept: Vec<_> = study
            .settings()
            .comparisons
            .iter()
            .filter_map(|(left, right)| {
                let (left, right) = (catalogue.find_subject(left)?, catalogue.find_subject(right)?);
                let [one, other] = [left, right].map(|it| subject(catalogue, it).name);
                Some((left, right, format!("{one} and {other}")))
            })
            .collect();
        Self {
            subjects: [subject(catalogue, left), subject(catalogue, right)],
            rows: rows(catalogue, &comparison, [left, right]),
            changes_only: false,
            selected: None,
            why: [Vec::new(), Vec::new()],
            headline: headline(catalogue, &comparison),
            remark: remark(catalogue, &comparison),
            setting: setting(catalogue, left, right, today),
            flips: next_flip(catalogue, [left, right], today).is_some(),
            cells: changed_cells(catalogue, &comparison, [left, right], today),
            is_kept: kept.iter().any(|it| (it.0, it.1) == (left, right)),
            kept,
        }
    }

    /// The founding essay's comparison: the first two stacks, or else the first two deployments.
    pub fn first(catalogue: &Catalogue) -> Option<(Subject, Subject)> {
        let mut stacks = catalogue.stacks().iter().filter_map(|it| catalogue.find_stack(&it.id));
        if let (Some(left), Some(right)) = (stacks.next(), stacks.next()) {
            return Some((Subject::Stack(left), Subject::Stack(right)));
        }
        let mut deployments = catalogue.deployment_ixs().filter(|it| !catalogue.is_entry(*it));
        Some((Subject::Deployment(deployments.next()?), Subject::Deployment(deployments.next()?)))
    }

    /// The rows that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &RowView> {
        self.rows.iter().filter(|row| !self.changes_only || row.change.changes())
    }

    /// The duty some rows further; the first if none is selected.
    pub fn moved(&self, by: isize) -> Option<DutyIx> {
        let duties: Vec<DutyIx> = self.shown().map(|row| row.duty).collect();
        let at = self.selected.and_then(|duty| duties.iter().position(|it| *it == duty));
        let next = at.map_or(0, |at| at.saturating_add_signed(by).min(duties.len() - 1));
        duties.get(next).copied()
    }

    /// Selects a duty, and says why it falls so.
    pub fn select(&mut self, catalogue: &Catalogue, duty: Option<DutyIx>) {
        self.selected = duty;
        self.why = [0, 1].map(|side| {
            let parts = catalogue.parts_of(self.subjects[side].subject);
            let of = |duty| parts.iter().map(move |part| Cell { deployment: *part, duty });
            duty.into_iter().flat_map(of).map(|cell| why(catalogue, cell)).collect()
        });
    }
}

/// A deployment of the two, and the same with a setting flipped: the left one if it is no stack.
/// If they are already so, the right one is followed by the next.
pub(super) fn next_flip(
    catalogue: &Catalogue,
    of: [Subject; 2],
    today: Date,
) -> Option<(Subject, Subject)> {
    let mut bases = of.into_iter().filter_map(|it| match it {
        Subject::Deployment(deployment) => Some(deployment),
        Subject::Stack(_) => None,
    });
    let (base, flipped) = bases.find_map(|base| {
        let flipped = catalogue.flipped(base, today);
        (!flipped.is_empty()).then_some((base, flipped))
    })?;
    let at = flipped.iter().position(|(to, _)| Subject::Deployment(*to) == of[1]);
    let (to, _) = flipped[at.map_or(0, |at| (at + 1) % flipped.len())];
    Some((Subject::Deployment(base), Subject::Deployment(to)))
}

/// The setting that alone tells two deployments apart, with both values; else nothing.
fn setting(catalogue: &Catalogue, left: Subject, right: Subject, today: Date) -> String {
    let (Subject::Deployment(left), Subject::Deployment(right)) = (left, right) else {
        return String::new();
    };
    let flipped = catalogue.flipped(left, today);
    let Some((_, at)) = flipped.into_iter().find(|(to, _)| *to == right) else {
        return String::new();
    };
    let setting = &catalogue.service_of(left).settings[at];
    let value = |of| {
        let value = catalogue.deployment(of).value_of(at);
        value.map_or("", |value| setting.values[value].text.as_str())
    };
    format!("{}: {}, or {}", setting.name, value(left), value(right))
}

/// A subject in words.
pub fn subject(catalogue: &Catalogue, subject: Subject) -> SubjectView {
    match subject {
        Subject::Deployment(deployment) => {
            let service = catalogue.service_of(deployment);
            SubjectView {
                subject,
                tile: service.tile.clone(),
                name: ruling::short_name(catalogue, deployment),
                about: service.name.clone(),
            }
        }
        Subject::Stack(stack) => {
            let it = &catalogue.stacks()[stack.index()];
            let names = it.parts.iter().map(|part| ruling::short_name(catalogue, *part));
            let last = it.parts.last().map(|part| catalogue.service_of(*part).tile.clone());
            SubjectView {
                subject,
                tile: last.unwrap_or_default(),
                name: it.name.clone(),
                about: names.collect::<Vec<_>>().join(" \u{b7} "),
            }
        }
    }
}

fn rows(catalogue: &Catalogue, comparison: &Comparison, of: [Subject; 2]) -> Vec<RowView> {
    let mut rows = Vec::new();
    for it in comparison.duties.iter().rev() {
        if (it.left, it.right) == (Side::None, Side::None) {
            continue;
        }
        let duty = catalogue.duty(it.duty);
        let sides = [it.left, it.right];
        let lines = [&comparison.left, &comparison.right];
        rows.push(RowView {
            duty: it.duty,
            layer: duty.layer,
            label: duty.label.clone(),
            sides,
            notes: [0, 1].map(|at| note(catalogue, of[at], it.duty, sides[at])),
            change: it.change,
            above: lines.map(|line| it.duty.index() >= line.position),
        });
    }
    rows
}

/// What stands in a layer of a deployment; of a stack, the parts on whose account it falls so.
fn note(catalogue: &Catalogue, subject: Subject, duty: DutyIx, side: Side) -> String {
    match subject {
        Subject::Deployment(deployment) => {
            let layer = catalogue.duty(duty).layer;
            catalogue.layer_words(deployment, layer).unwrap_or_default().to_owned()
        }
        Subject::Stack(_) => {
            let falls_so =
                |part: &&_| catalogue.ruling(Cell { deployment: **part, duty }).side == side;
            let parts = catalogue.parts_of(subject);
            let short = |part: &_| catalogue.service_of(*part).short.clone();
            match side {
                Side::None => String::new(),
                _ => parts.iter().filter(falls_so).map(short).collect::<Vec<_>>().join(", "),
            }
        }
    }
}

fn why(catalogue: &Catalogue, cell: Cell) -> WhyView {
    WhyView {
        name: ruling::short_name(catalogue, cell.deployment),
        cell,
        side: catalogue.ruling(cell).side,
        why: catalogue.explain(cell).why,
    }
}

fn headline(catalogue: &Catalogue, comparison: &Comparison) -> String {
    let provider = &catalogue.provider().name;
    let (up, down) = (comparison.count(Change::ToProvider), comparison.count(Change::ToYou));
    match (up, down) {
        (0, 0) => "No duty changes hands".to_owned(),
        (up, 0) => format!("{} to {provider}", moves(up)),
        (0, down) => format!("{} to you", moves(down)),
        (up, down) => format!("{} to {provider}, {down} to you", moves(up)),
    }
}

fn moves(count: usize) -> String {
    let verb = if count == 1 { "moves" } else { "move" };
    format!("{} {verb}", words::count(count, "duty", "duties"))
}

fn remark(catalogue: &Catalogue, comparison: &Comparison) -> String {
    let provider = &catalogue.provider().name;
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    };
    let parts = [
        counted(comparison.stay(Side::In), "stays yours", "stay yours"),
        counted(
            comparison.stay(Side::Of),
            &format!("stays with {provider}"),
            &format!("stay with {provider}"),
        ),
        counted(comparison.count(Change::Appears), "appears", "appear"),
        counted(comparison.count(Change::FallsAway), "falls away", "fall away"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The asked rulings, on either side, of the duties that change.
fn changed_cells(
    catalogue: &Catalogue,
    comparison: &Comparison,
    of: [Subject; 2],
    today: Date,
) -> Vec<Cell> {
    let mut cells = Vec::new();
    for it in comparison.duties.iter().filter(|it| it.change.changes()) {
        for (subject, side) in of.into_iter().zip([it.left, it.right]) {
            for deployment in catalogue.parts_of(subject) {
                let cell = Cell { deployment, duty: it.duty };
                if catalogue.asked(cell, today)
                    && catalogue.ruling(cell).side == side
                    && !cells.contains(&cell)
                {
                    cells.push(cell);
                }
            }
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use demarc_study::Moment;

    use super::*;

    fn essay() -> (Study, CompareView) {
        let catalogue = Arc::new(Catalogue::shipped().unwrap());
        let now = Moment { utc_ms: 1_795_000_000_000, offset_min: 0 };
        let study = Study::in_memory(Arc::clone(&catalogue), now);
        let (left, right) = CompareView::first(&catalogue).unwrap();
        let view = CompareView::of(&study, left, right, catalogue.released());
        (study, view)
    }

    #[test]
    fn the_first_comparison_is_the_essays() {
        let (_, view) = essay();
        assert_eq!(
            view.subjects.each_ref().map(|it| it.name.as_str()),
            ["A REST API on EC2", "A REST API on Lambda"]
        );
        assert!(view.headline.contains("move to AWS"), "{}", view.headline);
        assert!(view.rows.iter().all(|row| row.sides != [Side::None; 2]));
        assert!(!view.cells.is_empty());
    }

    #[test]
    fn changes_only_leaves_what_changes_and_arrows_go_over_it() {
        let (study, mut view) = essay();
        let all = view.shown().count();
        view.changes_only = true;
        assert!(view.shown().count() < all && view.shown().all(|row| row.change.changes()));
        let first = view.moved(1);
        assert_eq!(first, view.shown().next().map(|row| row.duty));
        view.select(study.catalogue(), first);
        assert!(view.why.iter().all(|parts| !parts.is_empty()));
        let last = view.moved(99);
        assert_eq!(last, view.shown().last().map(|row| row.duty));
    }
}
