//! The matrix of deployments by duties, with the line drawn through it as a staircase.

use demarc_catalogue::Side;
use egui::{
    Color32, CornerRadius, Pos2, Rect, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui,
    Vec2, epaint::TextShape,
};

use super::hatch;
use crate::theme::{Tokens, Type, size, tokens};

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
    /// The category's name, where the row is the first of its category.
    pub opens_group: Option<&'a str>,
    /// The ruling of each column.
    pub sides: &'a [Side],
    /// Predicted recall of each column, where it was met.
    pub recall: &'a [Option<f32>],
    /// How many columns lie left of the line.
    pub line: usize,
    /// Whether the filter leaves it out.
    pub dimmed: bool,
}

/// What happened in the matrix: row and column under the pointer, and the one clicked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Under the pointer.
    pub hovered: Option<(usize, usize)>,
    /// Clicked now.
    pub clicked: Option<(usize, usize)>,
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
    /// Recall instead of rulings.
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
        let groups = self.rows.iter().filter(|row| row.opens_group.is_some()).count() as f32;
        let spare = (room - groups * GROUP) / self.rows.len().max(1) as f32;
        let row = spare.clamp(21.0, 27.0);
        let mut y = Vec::with_capacity(self.rows.len());
        let mut down = 0.0;
        for line in self.rows {
            if line.opens_group.is_some() {
                down += GROUP;
            }
            y.push(down);
            down += row;
        }
        Layout { x, y, row, extent: Vec2::new(at, down + 4.0) }
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
        self.paint_names(ui, &layout, rect, body, offset.y, hot, tokens);
        self.paint_heads(ui, &layout, rect, body, offset.x, hot, tokens);
        ui.allocate_rect(rect, Sense::hover());
        event
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

    fn paint_cells(
        &self,
        ui: &Ui,
        layout: &Layout,
        origin: Vec2,
        viewport: Rect,
        hovered: Option<(usize, usize)>,
        tokens: &Tokens,
    ) {
        let painter = ui.painter().clone();
        if let Some((row, column)) = self.selected {
            let cell = self.cell(layout, row, column).translate(origin);
            let across = Rect::from_x_y_ranges(painter.clip_rect().x_range(), cell.y_range());
            let down = Rect::from_x_y_ranges(cell.x_range(), painter.clip_rect().y_range());
            painter.rect_filled(across, 0, tokens.sunken);
            painter.rect_filled(down, 0, tokens.sunken);
        }
        let mut stairs: Vec<Vec<Pos2>> = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            let y = layout.y[index];
            let near = y + layout.row + GROUP >= viewport.top() && y - GROUP <= viewport.bottom();
            if near {
                for column in 0..self.columns.len() {
                    let x = layout.x[column];
                    if x + PITCH >= viewport.left() && x <= viewport.right() {
                        let cell = self.cell(layout, index, column).translate(origin);
                        let faint = row.dimmed || self.columns[column].dimmed;
                        self.paint_cell(ui, &painter, cell, row, column, faint, tokens);
                    }
                }
            }
            let x = self.line_x(layout, row.line);
            let top = Pos2::new(x, y) + origin;
            let foot = Pos2::new(x, y + layout.row) + origin;
            match stairs.last_mut() {
                Some(path) if row.opens_group.is_none() => path.extend([top, foot]),
                _ => stairs.push(vec![top, foot]),
            }
        }
        for path in stairs {
            painter.add(Shape::line(path.clone(), Stroke::new(5.0, tokens.canvas)));
            painter.add(Shape::line(path, Stroke::new(2.5, tokens.ink)));
        }
        for (cell, width) in [(hovered, 1.5), (self.selected, 2.0)] {
            if let Some((row, column)) = cell {
                let cell = self.cell(layout, row, column).translate(origin);
                painter.rect_stroke(
                    cell.expand(0.5),
                    CornerRadius::same(3),
                    Stroke::new(width, tokens.ink),
                    StrokeKind::Inside,
                );
            }
        }
    }

    fn line_x(&self, layout: &Layout, line: usize) -> f32 {
        match layout.x.get(line) {
            Some(x) if self.columns[line].opens_layer && line > 0 => x - GAP / 2.0,
            Some(x) => *x,
            None => layout.extent.x,
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a cell is drawn from all of these")]
    fn paint_cell(
        &self,
        ui: &Ui,
        painter: &egui::Painter,
        cell: Rect,
        row: &Row<'_>,
        column: usize,
        faint: bool,
        tokens: &Tokens,
    ) {
        let side = row.sides[column];
        let rect = cell.shrink2(Vec2::new(1.0, 1.6));
        let radius = CornerRadius::same(size::R_CELL);
        let fade = |colour: Color32| if faint { colour.gamma_multiply(0.3) } else { colour };
        if !matches!(side, Side::Of | Side::In) {
            let dash = Vec2::new(2.5, 0.0);
            let middle = rect.center();
            let stroke = Stroke::new(1.5, fade(tokens.ink3));
            painter.line_segment([middle - dash, middle + dash], stroke);
            return;
        }
        if self.mastery {
            let recall = row.recall.get(column).copied().flatten();
            paint_recall(painter, rect, recall, &fade, tokens);
            return;
        }
        let middle = rect.center().y;
        if side == Side::In {
            painter.rect_filled(rect, radius, fade(tokens.in_tint));
            let upper = Rect::from_min_max(rect.min, Pos2::new(rect.right(), middle));
            painter.rect_filled(upper, radius, fade(tokens.in_fill));
        } else {
            painter.rect_filled(rect, radius, fade(tokens.of_tint));
            let lower = Rect::from_min_max(Pos2::new(rect.left(), middle), rect.max);
            hatch::hatch(ui, painter, lower, fade(tokens.of_fill), hatch::Density::Cell);
            let stroke = Stroke::new(1.0, fade(tokens.of_fill));
            painter.rect_stroke(lower, radius, stroke, StrokeKind::Inside);
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a strip is drawn from all of these")]
    fn paint_names(
        &self,
        ui: &Ui,
        layout: &Layout,
        rect: Rect,
        body: Rect,
        offset: f32,
        hot: Option<(usize, usize)>,
        tokens: &Tokens,
    ) {
        let strip = Rect::from_min_max(Pos2::new(rect.left(), body.top()), body.left_bottom());
        let painter = ui.painter_at(strip);
        for (index, row) in self.rows.iter().enumerate() {
            let y = strip.top() + layout.y[index] - offset;
            if y > strip.bottom() || y + layout.row < strip.top() - GROUP {
                continue;
            }
            if let Some(group) = row.opens_group {
                let at = Pos2::new(strip.left(), y - GROUP / 2.0);
                let font = Type::MicroMedium.font();
                painter.text(at, egui::Align2::LEFT_CENTER, group, font, tokens.ink3);
            }
            let is_hot = hot.is_some_and(|(hot, _)| hot == index);
            let style = if is_hot { Type::SmallBold } else { Type::SmallMedium };
            let ink = if row.dimmed { tokens.ink3 } else { tokens.ink };
            let name = painter.layout_no_wrap(row.name.to_owned(), style.font(), ink);
            let middle = y + layout.row / 2.0;
            let at = Pos2::new(strip.left() + 10.0, middle - name.size().y / 2.0);
            let end = at.x + name.size().x + 6.0;
            painter.galley(at, name, ink);
            painter.text(
                Pos2::new(end, middle + 0.5),
                egui::Align2::LEFT_CENTER,
                row.variant,
                Type::Micro.font(),
                tokens.ink3,
            );
        }
    }

    #[allow(clippy::too_many_arguments, reason = "a strip is drawn from all of these")]
    fn paint_heads(
        &self,
        ui: &Ui,
        layout: &Layout,
        rect: Rect,
        body: Rect,
        offset: f32,
        hot: Option<(usize, usize)>,
        tokens: &Tokens,
    ) {
        let strip = Rect::from_min_max(Pos2::new(body.left(), rect.top()), body.right_top());
        let painter = ui.painter_at(strip);
        for (index, column) in self.columns.iter().enumerate() {
            let x = strip.left() + layout.x[index] - offset;
            if x > strip.right() || x + PITCH < strip.left() {
                continue;
            }
            let is_hot = hot.is_some_and(|(_, hot)| hot == index);
            let faint = column.dimmed;
            let (style, ink) = match (is_hot, faint) {
                (true, _) => (Type::MicroMedium, tokens.ink),
                (false, true) => (Type::Micro, tokens.ink3),
                (false, false) => (Type::Micro, tokens.ink2),
            };
            let galley = painter.layout_no_wrap(column.label.to_owned(), style.font(), ink);
            let at = Pos2::new(x + (PITCH - galley.size().y) / 2.0, strip.bottom() - 8.0);
            let quarter = std::f32::consts::FRAC_PI_2;
            painter.add(TextShape::new(at, galley, ink).with_angle(-quarter));
            let rule = egui::Rangef::new(x, x + PITCH);
            painter.hline(rule, strip.bottom() - 2.0, Stroke::new(1.0, tokens.edge));
        }
    }
}

fn paint_recall(
    painter: &egui::Painter,
    rect: Rect,
    recall: Option<f32>,
    fade: &dyn Fn(Color32) -> Color32,
    tokens: &Tokens,
) {
    let radius = CornerRadius::same(size::R_CELL);
    let Some(recall) = recall else {
        let stroke = Stroke::new(1.0, fade(tokens.hair));
        painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        return;
    };
    let step = recall_step(recall);
    painter.rect_filled(rect, radius, fade(tokens.heat[step]));
    if step == 0 {
        let arm = 3.5;
        let middle = rect.center();
        let stroke = Stroke::new(1.2, fade(tokens.ink3));
        painter.line_segment([middle - Vec2::splat(arm), middle + Vec2::splat(arm)], stroke);
        let other = Vec2::new(arm, -arm);
        painter.line_segment([middle - other, middle + other], stroke);
    }
}

/// The step of the scale for a predicted recall: under 30 %, 50, 70, 88, and above.
pub fn recall_step(recall: f32) -> usize {
    [0.30, 0.50, 0.70, 0.88].iter().filter(|least| recall >= **least).count()
}
