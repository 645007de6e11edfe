//! The matrix of deployments by duties, with the line drawn through it as a staircase.

mod cells;
mod heads;

pub use cells::{Step, paint_known};

use demarc_catalogue::Side;
use demarc_study::CellEstimate;
use egui::{
    CornerRadius, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
};

use crate::theme::{size, tokens};

/// A column: a duty, from the top of the stack on the left to the building on the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column<'a> {
    /// The duty's short name.
    pub label: &'a str,
    /// Whether a new layer begins here.
    pub opens_layer: bool,
    /// Whether the filter leaves it out.
    pub dimmed: bool,
}

/// A row: a deployment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<'a> {
    /// The service's short name.
    pub name: &'a str,
    /// The variant's caption.
    pub variant: &'a str,
    /// The category's name; the rows of one category stand together.
    pub group: &'a str,
    /// The ruling of each column.
    pub sides: &'a [Side],
    /// What is probably known of each column, where it is asked.
    pub known: &'a [Option<CellEstimate>],
    /// How many columns lie left of the line.
    pub line: usize,
    /// Whether the filter leaves it out.
    pub dimmed: bool,
}

/// What happened in the matrix: row and column under the pointer, and the one clicked.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// Under the pointer.
    pub hovered: Option<(usize, usize)>,
    /// Clicked now.
    pub clicked: Option<(usize, usize)>,
    /// The names beside the rows.
    pub names: Strip,
    /// The heads of the columns.
    pub heads: Strip,
}

/// The names beside the matrix or the heads above it, as one target for the pointer.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// What happened there.
    pub response: Option<Response>,
    /// The row or the column under the pointer.
    pub at: Option<usize>,
}

/// What the matrix shows.
pub struct Matrix<'a> {
    /// Columns, left to right.
    pub columns: &'a [Column<'a>],
    /// Rows, top to bottom.
    pub rows: &'a [Row<'a>],
    /// The selected cell.
    pub selected: Option<(usize, usize)>,
    /// The cell to bring into view now.
    pub reveal: Option<(usize, usize)>,
    /// What is probably known instead of rulings.
    pub mastery: bool,
    /// What a screen reader says of the selected cell.
    pub spoken: String,
}

const NAMES: f32 = 178.0;
const HEAD: f32 = 168.0;
const PITCH: f32 = 19.0;
const GAP: f32 = 5.0;
const GROUP: f32 = 19.0;

/// The matrix for focus: its arrows and Enter are commands.
pub fn id() -> egui::Id {
    egui::Id::unique("matrix")
}

struct Layout {
    x: Vec<f32>,
    y: Vec<f32>,
    row: f32,
    extent: Vec2,
}

impl Matrix<'_> {
    fn layout(&self, room: f32) -> Layout {
        let mut x = Vec::with_capacity(self.columns.len());
        let mut at = 0.0;
        for (index, column) in self.columns.iter().enumerate() {
            if column.opens_layer && index > 0 {
                at += GAP;
            }
            x.push(at);
            at += PITCH;
        }
        let groups = (0..self.rows.len()).filter(|row| self.opens_group(*row)).count() as f32;
        let spare = (room - groups * GROUP) / self.rows.len().max(1) as f32;
        let row = spare.clamp(21.0, 27.0);
        let mut y = Vec::with_capacity(self.rows.len());
        let mut down = 0.0;
        for index in 0..self.rows.len() {
            if self.opens_group(index) {
                down += GROUP;
            }
            y.push(down);
            down += row;
        }
        Layout { x, y, row, extent: Vec2::new(at, down + 4.0) }
    }

    /// Whether a row is the first of its category.
    fn opens_group(&self, row: usize) -> bool {
        row == 0 || self.rows[row - 1].group != self.rows[row].group
    }

    /// Draws the matrix into all the room there is.
    pub fn show(&self, ui: &mut Ui) -> Event {
        let tokens = tokens(ui);
        let rect = ui.available_rect_before_wrap();
        let body = Rect::from_min_max(rect.min + Vec2::new(NAMES, HEAD), rect.max);
        let layout = self.layout(body.height());
        let mut event = Event::default();
        let mut area = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("matrix"));
        area.set_clip_rect(body.intersect(ui.clip_rect()));
        let output =
            ScrollArea::both().auto_shrink([false; 2]).show_viewport(&mut area, |ui, viewport| {
                let (all, _) = ui.allocate_exact_size(layout.extent, Sense::hover());
                let response = ui.interact(all, id(), Sense::click());
                response.widget_info(|| {
                    egui::WidgetInfo::labeled(Role::Grid, true, self.spoken.as_str())
                });
                if response.has_focus() {
                    ui.memory_mut(|memory| {
                        memory.set_focus_lock_filter(
                            response.id,
                            egui::EventFilter {
                                horizontal_arrows: true,
                                vertical_arrows: true,
                                ..Default::default()
                            },
                        );
                    });
                }
                let origin = all.min.to_vec2();
                event.hovered =
                    response.hover_pos().and_then(|at| self.hit(&layout, (at - origin).to_vec2()));
                if response.clicked() {
                    event.clicked = response
                        .interact_pointer_pos()
                        .and_then(|at| self.hit(&layout, (at - origin).to_vec2()));
                }
                if let Some((row, column)) = self.reveal {
                    let cell = self.cell(&layout, row, column).translate(origin);
                    ui.scroll_to_rect(cell.expand2(Vec2::new(40.0, 60.0)), None);
                }
                self.paint_cells(ui, &layout, origin, viewport, event.hovered, tokens);
                if response.has_focus() && self.selected.is_none() {
                    ui.painter().rect_stroke(
                        ui.clip_rect().shrink(2.0),
                        CornerRadius::same(size::R_TAG),
                        Stroke::new(2.0, tokens.ink),
                        StrokeKind::Inside,
                    );
                }
            });
        let offset = output.state.clamped_offset();
        let hot = event.hovered.or(self.selected);
        event.names = strip(ui, "names", self.names(rect, body), |at| {
            let down = at.y - body.top() + offset.y;
            layout.y.iter().position(|y| down >= *y && down < y + layout.row)
        });
        event.heads = strip(ui, "heads", self.heads(rect, body), |at| {
            let along = at.x - body.left() + offset.x;
            layout.x.iter().position(|x| along >= *x && along < x + PITCH)
        });
        self.paint_names(ui, &layout, rect, body, offset.y, hot, tokens);
        self.paint_heads(ui, &layout, rect, body, offset.x, hot, tokens);
        ui.allocate_rect(rect, Sense::hover());
        event
    }

    /// Where the names of the rows stand.
    fn names(&self, rect: Rect, body: Rect) -> Rect {
        Rect::from_min_max(Pos2::new(rect.left(), body.top()), body.left_bottom())
    }

    /// Where the heads of the columns stand.
    fn heads(&self, rect: Rect, body: Rect) -> Rect {
        Rect::from_min_max(Pos2::new(body.left(), rect.top()), body.right_top())
    }

    fn cell(&self, layout: &Layout, row: usize, column: usize) -> Rect {
        Rect::from_min_size(
            Pos2::new(layout.x[column], layout.y[row]),
            Vec2::new(PITCH, layout.row),
        )
    }

    fn hit(&self, layout: &Layout, at: Vec2) -> Option<(usize, usize)> {
        let column = layout.x.iter().position(|x| at.x >= *x && at.x < x + PITCH)?;
        let row = layout.y.iter().position(|y| at.y >= *y && at.y < y + layout.row)?;
        Some((row, column))
    }
}

/// A target for the pointer alone: by key the same is done from the selected cell.
fn strip(ui: &Ui, name: &str, rect: Rect, hit: impl Fn(Pos2) -> Option<usize>) -> Strip {
    let response = ui.interact(rect, id().with(name), Sense::CLICK);
    let at = response.hover_pos().or(response.interact_pointer_pos()).and_then(hit);
    Strip { response: Some(response), at }
}
