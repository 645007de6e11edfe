//! The ways to meet a need, kept ready in words: what each leaves to you, on which layer.

use demarc_catalogue::{Catalogue, Cell, Date, DutyIx, Layer, NeedIx, Side, Subject, Way};

use super::{
    compare::{self, SubjectView},
    words,
};

/// A layer of a way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerView {
    /// Its name.
    pub name: &'static str,
    /// The asked duties of it that are yours.
    pub yours: usize,
    /// How many of its duties are asked.
    pub asked: usize,
    /// Share of it that lies above the line: 1 is all IN, 0 all OF.
    pub above: f32,
}

/// A way to meet the need.
#[derive(Clone, Debug, PartialEq)]
pub struct WayView {
    /// What it is.
    pub subject: SubjectView,
    /// How many duties it leaves to you.
    pub yours: usize,
    /// Its layers, from the top of the stack.
    pub layers: [LayerView; 9],
    /// How many duties of the first way it takes off you, and how many it adds.
    pub beside_first: (usize, usize),
    way: Way,
}

/// A duty, with the ruling that says why it falls so.
#[derive(Clone, Debug, PartialEq)]
pub struct DutyView {
    /// The ruling, for Explore.
    pub cell: Cell,
    /// Its short name.
    pub label: String,
    /// Its side there.
    pub side: Side,
}

/// Duties under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct DutiesView {
    /// "AWS takes over 15 duties".
    pub head: String,
    /// The duties, from the top of the stack.
    pub duties: Vec<DutyView>,
}

/// The ways to meet a need.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedsView {
    /// Which need.
    pub need: NeedIx,
    /// "Run an API".
    pub name: String,
    /// What is wanted.
    pub text: String,
    /// What none of the ways covers.
    pub beside: String,
    /// "11 ways, 31 to 8 duties of yours".
    pub headline: String,
    /// The ways, from most control to most taken off you.
    pub ways: Vec<WayView>,
    /// The row that is selected.
    pub selected: Option<usize>,
    /// The rows that were marked to be compared, at most two, the older first.
    pub marked: Vec<usize>,
    /// What the selected way leaves to you, by layer.
    pub yours: Vec<DutiesView>,
    /// What changes beside the way that is compared with it.
    pub changes: Vec<DutiesView>,
    /// The two rows that would be compared: the one that leaves more to you first.
    pub pair: Option<(usize, usize)>,
    /// The asked rulings of the selected way.
    pub cells: Vec<Cell>,
    /// The asked rulings in which the pair differs.
    pub differing: Vec<Cell>,
}

impl NeedsView {
    /// The ways to meet a need on a day; nothing is selected.
    pub fn of(catalogue: &Catalogue, need: NeedIx, today: Date) -> Self {
        let it = catalogue.need(need);
        let ways = catalogue.ways(need, today);
        let shown: Vec<WayView> =
            ways.iter().map(|way| way_view(catalogue, way, ways.first())).collect();
        let mut view = Self {
            need,
            name: it.name.clone(),
            text: it.text.clone(),
            beside: it.beside.clone(),
            headline: headline(&shown),
            ways: shown,
            selected: None,
            marked: Vec::new(),
            yours: Vec::new(),
            changes: Vec::new(),
            pair: None,
            cells: Vec::new(),
            differing: Vec::new(),
        };
        view.settle(catalogue, today);
        view
    }

    /// The row some rows further; the first if none is selected.
    pub fn moved(&self, by: isize) -> Option<usize> {
        let last = self.ways.len().checked_sub(1)?;
        Some(self.selected.map_or(0, |at| at.saturating_add_signed(by).min(last)))
    }

    /// Selects a row, or none.
    pub fn select(&mut self, catalogue: &Catalogue, row: Option<usize>, today: Date) {
        self.selected = row.filter(|row| *row < self.ways.len());
        self.settle(catalogue, today);
    }

    /// Marks a row to be compared, or takes the mark away. A third mark takes the place of the
    /// oldest.
    pub fn mark(&mut self, catalogue: &Catalogue, row: usize, today: Date) {
        if let Some(at) = self.marked.iter().position(|it| *it == row) {
            self.marked.remove(at);
        } else if row < self.ways.len() {
            self.marked.push(row);
            if self.marked.len() > 2 {
                self.marked.remove(0);
            }
        }
        self.settle(catalogue, today);
    }

    /// The two that would be compared, left and right.
    pub fn subjects(&self) -> Option<(Subject, Subject)> {
        let (left, right) = self.pair?;
        Some((self.ways[left].subject.subject, self.ways[right].subject.subject))
    }

    /// What follows from what is selected and marked.
    fn settle(&mut self, catalogue: &Catalogue, today: Date) {
        self.pair = self.paired();
        let way = |row: usize| &self.ways[row].way;
        let (mut yours, mut changes) = (Vec::new(), Vec::new());
        let (mut cells, mut differing) = (Vec::new(), Vec::new());
        if let Some(selected) = self.selected {
            let way = way(selected);
            yours = by_layer(catalogue, way, today);
            cells = catalogue.asked_of(way.subject, today);
        }
        if let Some((more, less)) = self.pair {
            let (more, less) = (way(more), way(less));
            changes = changed(catalogue, more, less, today);
            let duties = changes.iter().flat_map(|it| &it.duties);
            let duties: Vec<DutyIx> = duties.map(|it| it.cell.duty).collect();
            for subject in [more.subject, less.subject] {
                let its = catalogue.asked_of(subject, today);
                differing.extend(its.into_iter().filter(|cell| duties.contains(&cell.duty)));
            }
            differing.sort_unstable();
            differing.dedup();
        }
        (self.yours, self.changes) = (yours, changes);
        (self.cells, self.differing) = (cells, differing);
    }

    /// The marked rows; with one mark the selected row beside it; without, the selected row beside
    /// the first; with nothing selected, the last beside the first.
    fn paired(&self) -> Option<(usize, usize)> {
        let last = self.ways.len().checked_sub(1)?;
        let (one, other) = match (&self.marked[..], self.selected) {
            ([one, other], _) => (*one, *other),
            ([one], Some(selected)) if selected != *one => (*one, selected),
            ([one], _) if *one > 0 => (0, *one),
            ([one], _) => (*one, last),
            (_, Some(selected)) if selected > 0 => (0, selected),
            _ => (0, last),
        };
        (one != other).then_some((one.min(other), one.max(other)))
    }
}

fn way_view(catalogue: &Catalogue, way: &Way, first: Option<&Way>) -> WayView {
    let instead = first.map(|first| way.instead_of(first)).unwrap_or_default();
    let mut layers = Layer::ALL.map(|layer| {
        let (yours, asked) = way.in_layer(catalogue, layer);
        LayerView { name: layer.name(), yours, asked, above: way.above[layer.index()] }
    });
    layers.reverse();
    WayView {
        subject: compare::subject(catalogue, way.subject),
        yours: way.yours.len(),
        layers,
        beside_first: (instead.taken_off(), instead.adds.len()),
        way: way.clone(),
    }
}

fn headline(ways: &[WayView]) -> String {
    let count = words::count(ways.len(), "way", "ways");
    match (ways.first(), ways.last()) {
        (Some(first), Some(last)) if first.yours > last.yours => {
            format!("{count}, {} to {} duties of yours", first.yours, last.yours)
        }
        (Some(first), _) => format!("{count}, {} of yours", duties(first.yours)),
        _ => count,
    }
}

fn duties(count: usize) -> String {
    words::count(count, "duty", "duties")
}

/// What a way leaves to you, layer by layer from the top.
fn by_layer(catalogue: &Catalogue, way: &Way, today: Date) -> Vec<DutiesView> {
    let mut heads: Vec<DutiesView> = Vec::new();
    for layer in Layer::ALL.into_iter().rev() {
        let of = way.yours.iter().filter(|duty| catalogue.duty(**duty).layer == layer);
        let duties = shown(catalogue, of, way.subject, Side::In, today);
        if !duties.is_empty() {
            heads.push(DutiesView { head: layer.name().to_owned(), duties });
        }
    }
    heads
}

/// What changes on the way from one that leaves more to you to one that leaves less.
fn changed(catalogue: &Catalogue, more: &Way, less: &Way, today: Date) -> Vec<DutiesView> {
    let instead = less.instead_of(more);
    let provider = &catalogue.provider().name;
    let over = shown(catalogue, instead.taken_over.iter(), less.subject, Side::Of, today);
    let away = shown(catalogue, instead.falls_away.iter(), more.subject, Side::In, today);
    let adds = shown(catalogue, instead.adds.iter(), less.subject, Side::In, today);
    let heads = [
        (format!("{provider} takes over {}", duties(over.len())), over),
        (format!("{} fall away", duties(away.len())), away),
        (format!("{} come to you", duties(adds.len())), adds),
    ];
    let some = heads.into_iter().filter(|(_, duties)| !duties.is_empty());
    some.map(|(head, duties)| {
        let head = match duties.len() {
            1 => head.replace("fall away", "falls away").replace("come to", "comes to"),
            _ => head,
        };
        DutiesView { head, duties }
    })
    .collect()
}

/// Duties from the top of the stack, each with a ruling of the subject that puts it on the side.
fn shown<'a>(
    catalogue: &Catalogue,
    duties: impl DoubleEndedIterator<Item = &'a DutyIx>,
    subject: Subject,
    side: Side,
    today: Date,
) -> Vec<DutyView> {
    let parts = catalogue.parts_of(subject);
    let cell = |duty: DutyIx| {
        let mut cells = parts.iter().map(|part| Cell { deployment: *part, duty });
        cells.find(|cell| catalogue.asked(*cell, today) && catalogue.ruling(*cell).side == side)
    };
    let view = |cell: Cell| {
        let label = catalogue.duty(cell.duty).label.clone();
        DutyView { cell, label, side }
    };
    duties.rev().filter_map(|duty| cell(*duty)).map(view).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> (Catalogue, NeedsView) {
        let catalogue = Catalogue::shipped().unwrap();
        let need = catalogue.find_need("api").unwrap();
        let view = NeedsView::of(&catalogue, need, catalogue.released());
        (catalogue, view)
    }

    #[test]
    fn the_layers_add_up_and_what_is_listed_is_what_is_counted() {
        let (catalogue, mut view) = view();
        let today = catalogue.released();
        for row in 0..view.ways.len() {
            view.select(&catalogue, Some(row), today);
            let way = &view.ways[row];
            let listed: usize = view.yours.iter().map(|it| it.duties.len()).sum();
            assert_eq!(way.yours, way.layers.iter().map(|layer| layer.yours).sum::<usize>());
            assert_eq!(way.yours, listed);
            assert!(!view.cells.is_empty() && !view.differing.is_empty());
            let (more, less) = view.pair.unwrap();
            assert!(view.ways[more].yours >= view.ways[less].yours);
            let all = view.yours.iter().chain(&view.changes).flat_map(|it| &it.duties);
            for duty in all {
                assert_eq!(catalogue.ruling(duty.cell).side, duty.side, "{}", duty.label);
            }
        }
    }

    #[test]
    fn two_marks_are_compared_a_third_takes_the_place_of_the_oldest() {
        let (catalogue, mut view) = view();
        let today = catalogue.released();
        assert_eq!(view.pair, Some((0, view.ways.len() - 1)));
        view.select(&catalogue, Some(3), today);
        assert_eq!(view.pair, Some((0, 3)));
        view.mark(&catalogue, 4, today);
        assert_eq!(view.pair, Some((3, 4)));
        view.mark(&catalogue, 1, today);
        assert_eq!(view.pair, Some((1, 4)));
        view.mark(&catalogue, 6, today);
        assert_eq!((view.marked.clone(), view.pair), (vec![1, 6], Some((1, 6))));
        view.mark(&catalogue, 1, today);
        assert_eq!((view.marked.clone(), view.pair), (vec![6], Some((3, 6))));
    }

    #[test]
    fn arrows_stay_within_the_rows() {
        let (catalogue, mut view) = view();
        let today = catalogue.released();
        assert_eq!(view.moved(1), Some(0));
        view.select(&catalogue, Some(0), today);
        assert_eq!((view.moved(-1), view.moved(1)), (Some(0), Some(1)));
        view.select(&catalogue, Some(99), today);
        assert_eq!(view.selected, None);
    }
}
