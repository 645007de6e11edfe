//! A stack on which the line is drawn: layers with their duties, and the line to move.

use demarc_catalogue::Side;
use egui::{
    Color32, Context, CornerRadius, CursorIcon, EventFilter, Id, Pos2, Rect, Role, Sense, Stroke,
    StrokeKind, Ui, Vec2,
};

use super::{
    focus, glyph,
    icon::{self, Icon},
    layer_stack,
};
use crate::theme::{Tokens, Type, size, tokens};

/// A layer as drawn, from the top.
pub struct Row<'a> {
    /// "Guest OS".
    pub name: &'a str,
    /// What stands in it here; may be empty.
    pub about: &'a str,
    /// Its duties.
    pub chips: Vec<Chip<'a>>,
}

/// A duty as drawn.
pub struct Chip<'a> {
    /// Its short name.
    pub label: &'a str,
    /// The side on which it stands now.
    pub side: Side,
    /// Whether that is not the side of its layer.
    pub flipped: bool,
}

/// What was asked of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Put the line, this many layers from the top.
    Put(usize),
    /// Flip the duty: row from the top, place in the row.
    Flip(usize, usize),
}

/// Under this width of the board, in points, names and duties take less room.
const NARROW: f32 = 720.0;

/// Whether the focus is on a duty of the board: it takes Space alone, so other keys are commands.
pub fn holds(ctx: &Context, focused: Id) -> bool {
    ctx.data(|data| data.get_temp::<Id>(place())) == Some(focused)
}

/// Gives the focus to the first duty of the board that is drawn next.
fn enter(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(wanted(), true));
}

/// The first Tab on a screen with a board leads to the first duty, not through the bars.
pub fn enter_on_tab(ui: &Ui) {
    let lost = ui.memory(|memory| memory.focused().is_none());
    if lost && ui.input(|input| input.key_pressed(egui::Key::Tab)) {
        enter(ui.ctx());
    }
}

/// Takes the focus if it is to come here; while it is here only Space is the duty's own, and the
/// arrows are commands if `arrows` says so.
pub fn hold(ui: &Ui, response: &egui::Response, arrows: bool) {
    if ui.data_mut(|data| data.remove_temp::<bool>(wanted())).is_some() {
        response.request_focus();
        ui.ctx().request_repaint();
    }
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(place(), response.id));
        let filter = EventFilter {
            vertical_arrows: arrows,
            horizontal_arrows: arrows,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

fn wanted() -> Id {
    Id::unique("the first duty is to have the focus")
}

fn place() -> Id {
    Id::unique("the duty in focus")
}

/// How wide the column of names is.
fn names(width: f32) -> f32 {
    if width < NARROW { 138.0 } else { 186.0 }
}

/// How high a duty is, and how far from the next.
fn chip_size(width: f32) -> (f32, f32) {
    if width < NARROW { (24.0, 4.0) } else { (28.0, 6.0) }
}

/// Shows the board, its rows at least `row` points high, with the line under `above` rows.
pub fn line_board(
    ui: &mut Ui,
    rows: &[Row<'_>],
    above: usize,
    row: f32,
    time: f32,
) -> Option<Touch> {
    let tokens = tokens(ui);
    let width = ui.available_width();
    let room = width - 24.0 - names(width) - 40.0;
    let placed: Vec<Vec<Rect>> =
        rows.iter().map(|row| lay(ui, row, room, chip_size(width))).collect();
    let mut edges = vec![0.0_f32];
    for chips in &placed {
        let bottom = chips.last().map_or(0.0, |chip| chip.bottom());
        let last = edges.last().copied().unwrap_or_default();
        edges.push(last + row.max(bottom + 8.0));
    }
    let height = edges.last().copied().unwrap_or_default();
    let (outer, _) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let rect = outer.shrink2(Vec2::new(12.0, 0.0));
    let edges: Vec<f32> = edges.iter().map(|edge| outer.top() + edge).collect();
    let id = ui.scope_id().with("the line");
    let wanted = edges.get(above).copied().unwrap_or(rect.bottom()) - outer.top();
    let cut = outer.top() + ui.ctx().animate_value_with_time(id, wanted, time);
    let painter = ui.painter_at(outer.expand2(Vec2::new(4.0, 16.0)));
    layer_stack::paint_ground(ui, &painter, rect, cut, tokens);
    let mut touch = None;
    for (at, layer) in rows.iter().enumerate() {
        let band = Rect::from_x_y_ranges(rect.x_range(), edges[at]..=edges[at + 1]);
        if at > 0 {
            let ink = if edges[at] < cut { tokens.in_tint2 } else { tokens.of_hatch };
            painter.hline(rect.x_range(), edges[at], Stroke::new(1.0, ink));
        }
        let response = ui.interact(band, id.with(("layer", at)), Sense::CLICK);
        response.widget_info(|| {
            let side = if at < above { "IN" } else { "OF" };
            let words = format!("{}, {side}. Put the line under it", layer.name);
            egui::WidgetInfo::labeled(Role::Button, true, words)
        });
        if response.hovered() {
            let low = Pos2::new(band.left(), band.bottom());
            let ends = [low, Pos2::new(band.right(), band.bottom())];
            painter.extend(egui::Shape::dashed_line(
                &ends,
                Stroke::new(2.0, tokens.edge),
                6.0,
                4.0,
            ));
        }
        if response.clicked() {
            touch = Some(Touch::Put(at + 1));
        }
        name(&painter, band, layer, cut, names(width), tokens);
    }
    if let Some(put) = drag(ui, outer, cut, &edges, id) {
        touch = Some(Touch::Put(put));
    }
    layer_stack::paint_line(&painter, outer, cut, tokens);
    grip(&painter, outer, cut, tokens);
    for (at, layer) in rows.iter().enumerate() {
        let top = Vec2::new(rect.left() + names(width), edges[at]);
        // The chips stand in the middle of their layer.
        let used = placed[at].last().map_or(0.0, |chip| chip.bottom());
        let middle = Vec2::new(0.0, (edges[at + 1] - edges[at] - used) / 2.0);
        for (number, (chip, area)) in layer.chips.iter().zip(&placed[at]).enumerate() {
            if duty(ui, chip, area.translate(top + middle), id.with((at, number))) {
                touch = Some(Touch::Flip(at, number));
            }
        }
    }
    touch
}

/// Where the duties of a layer stand, from its corner, in rows `room` points wide.
fn lay(ui: &Ui, row: &Row<'_>, room: f32, (height, gap): (f32, f32)) -> Vec<Rect> {
    let mut at = Pos2::ZERO;
    let mut placed = Vec::new();
    for chip in &row.chips {
        let width = chip_width(ui, chip).min(room);
        if at.x > 0.0 && at.x + width > room {
            at = Pos2::new(0.0, at.y + height + gap);
        }
        placed.push(Rect::from_min_size(at, Vec2::new(width, height)));
        at.x += width + gap.max(6.0);
    }
    placed
}

/// A flipped duty says so beside its name.
fn chip_width(ui: &Ui, chip: &Chip<'_>) -> f32 {
    let wide = |words: &str, style: Type| {
        let font = style.font();
        ui.painter().layout_no_wrap(words.to_owned(), font, Color32::PLACEHOLDER).size().x
    };
    let flipped = if chip.flipped { 6.0 + wide("flipped", Type::Micro) } else { 0.0 };
    wide(chip.label, Type::SmallMedium) + 44.0 + flipped
}

fn name(painter: &egui::Painter, band: Rect, row: &Row<'_>, cut: f32, room: f32, tokens: &Tokens) {
    let ground = if band.center().y > cut { tokens.of_tint } else { tokens.in_tint };
    let job = |words: &str, style: Type, ink: Color32| {
        let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), style.font(), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room - 22.0);
        painter.layout_job(job)
    };
    let head = job(row.name, Type::Label, tokens.ink);
    let about = job(row.about, Type::Micro, tokens.ink2);
    let two = !row.about.is_empty() && band.height() >= 40.0;
    let height = head.size().y + if two { about.size().y } else { 0.0 };
    let corner = Pos2::new(band.left() + 12.0, band.center().y - height / 2.0);
    let below = corner + Vec2::new(0.0, head.size().y);
    let mut lines = vec![(corner, head)];
    if two {
        lines.push((below, about));
    }
    for (at, galley) in lines {
        let plate = Rect::from_min_size(at, galley.size()).expand2(Vec2::new(5.0, 0.0));
        painter.rect_filled(plate, CornerRadius::same(3), ground);
        painter.galley(at, galley, tokens.ink);
    }
}

/// The line follows the pointer from edge to edge.
fn drag(ui: &Ui, outer: Rect, cut: f32, edges: &[f32], id: Id) -> Option<usize> {
    let band = Rect::from_x_y_ranges(outer.x_range(), cut - 7.0..=cut + 7.0);
    let response = ui.interact(band, id.with("drag"), Sense::DRAG);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Splitter, true, "The line"));
    let response = response.on_hover_cursor(CursorIcon::ResizeVertical);
    let at = response.dragged().then(|| response.interact_pointer_pos()).flatten()?;
    let far = |edge: &f32| (edge - at.y).abs();
    let nearest = edges.iter().enumerate().min_by(|a, b| far(a.1).total_cmp(&far(b.1)));
    nearest.map(|(index, _)| index)
}

fn grip(painter: &egui::Painter, outer: Rect, cut: f32, tokens: &Tokens) {
    let grip = Rect::from_center_size(Pos2::new(outer.right() - 16.0, cut), Vec2::new(30.0, 24.0));
    painter.rect_filled(grip, CornerRadius::same(size::R_CONTROL), tokens.primary);
    let (x, y) = (grip.center().x, grip.center().y);
    let stroke = Stroke::new(1.5, tokens.on_primary);
    painter.line_segment([Pos2::new(x, y - 7.0), Pos2::new(x, y + 7.0)], stroke);
    for (tip, back) in [(-7.0, -4.0), (7.0, 4.0)] {
        for side in [-3.0, 3.0] {
            painter.line_segment([Pos2::new(x, y + tip), Pos2::new(x + side, y + back)], stroke);
        }
    }
}

/// A duty to flip; whether it was pressed.
fn duty(ui: &Ui, chip: &Chip<'_>, area: Rect, id: Id) -> bool {
    let tokens = tokens(ui);
    let response = ui.interact(area, id, Sense::click());
    response.widget_info(|| {
        let flipped = if chip.flipped { ", flipped" } else { "" };
        let words = format!("{}, {}{flipped}", chip.label, glyph::word(chip.side));
        egui::WidgetInfo::selected(Role::CheckBox, true, chip.flipped, words)
    });
    hold(ui, &response, true);
    let radius = CornerRadius::same(size::R_CONTROL);
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    let (edge, ink) = match (chip.flipped, chip.side) {
        (false, _) => (Stroke::new(1.0, tokens.edge), tokens.ink),
        (true, Side::Of) => (Stroke::new(2.0, tokens.of_edge), tokens.of),
        (true, _) => (Stroke::new(2.0, tokens.in_edge), tokens.r#in),
    };
    let painter = ui.painter();
    painter.rect_filled(area, radius, fill);
    painter.rect_stroke(area, radius, edge, StrokeKind::Inside);
    let square = Rect::from_center_size(
        Pos2::new(area.left() + 16.0, area.center().y),
        Vec2::splat(glyph::Size::Small.edge()),
    );
    glyph::paint(ui, painter, square, chip.side, glyph::Size::Small);
    let font = Type::SmallMedium.font();
    let mut job = egui::text::LayoutJob::simple_singleline(chip.label.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(area.width() - 40.0);
    let galley = painter.layout_job(job);
    let at = Pos2::new(area.left() + 30.0, area.center().y - galley.size().y / 2.0);
    let right = at.x + galley.size().x;
    painter.galley(at, galley, ink);
    if chip.flipped {
        let at = Pos2::new(right + 6.0, area.center().y);
        painter.text(at, egui::Align2::LEFT_CENTER, "flipped", Type::Micro.font(), tokens.ink2);
    }
    focus::ring(ui, &response, size::R_CONTROL);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// A mark beside a part that was graded.
pub fn mark(ui: &mut Ui, right: bool) {
    let tokens = tokens(ui);
    let (mark, ink) = if right { (Icon::Right, tokens.ok) } else { (Icon::Wrong, tokens.bad) };
    icon::icon(ui, mark, Type::IconSmall, ink);
}
