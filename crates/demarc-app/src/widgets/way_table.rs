//! The ways to meet a need: a way a row, its layers across, and the line as a staircase down them.

use egui::{
    Align2, CornerRadius, Painter, Pos2, Rangef, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    Vec2, epaint::TextShape,
};

use super::{
    focus, hatch,
    icon::{self, Icon},
    tag, text,
};
use crate::theme::{Tokens, Type, size, tokens};

/// A layer of a way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer {
    /// The asked duties of it that are yours.
    pub yours: usize,
    /// How many of its duties are asked.
    pub asked: usize,
    /// Share of it that lies above the line: 1 is all IN, 0 all OF.
    pub above: f32,
}

/// A row: a way to meet the need.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The letters in its tile.
    pub tile: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What it is made of.
    pub about: &'a str,
    /// How many duties it leaves to you.
    pub yours: usize,
    /// Its layers, from the top of the stack.
    pub layers: [Layer; 9],
    /// What it takes off you beside the first row, in words.
    pub off: String,
    /// Whether it is selected.
    pub selected: bool,
    /// Whether it is marked to be compared.
    pub marked: bool,
}

/// What happened: the row that was clicked, and the one whose mark was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// To be selected.
    pub clicked: Option<usize>,
    /// To be marked, or not any more.
    pub marked: Option<usize>,
}

/// Where the columns stand, in points.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    mark: Rangef,
    name: Rangef,
    yours: Rangef,
    layers: Rangef,
    off: Rangef,
}

const ROW: f32 = 42.0;
const HEAD: f32 = 104.0;
const MARK: f32 = 30.0;
const YOURS: f32 = 50.0;
const OFF: f32 = 116.0;
/// A layer's column narrower than this shows no number.
const NUMBERED: f32 = 24.0;

impl Columns {
    /// The columns in this much room; what a way takes off you only where there is room for it.
    pub fn within(range: Rangef) -> Self {
        let off = if range.span() > 560.0 { OFF } else { 0.0 };
        let least = if range.span() > 560.0 { 210.0 } else { 150.0 };
        let layer = ((range.span() - MARK - YOURS - off - least) / 9.0).clamp(10.0, 58.0);
        let layers = Rangef::new(range.max - off - 9.0 * layer, range.max - off);
        let yours = Rangef::new(layers.min - YOURS, layers.min);
        let mark = Rangef::new(range.min, range.min + MARK);
        Self {
            mark,
            name: Rangef::new(mark.max, yours.min),
            yours,
            layers,
            off: Rangef::new(layers.max, range.max),
        }
    }

    fn layer(&self) -> f32 {
        self.layers.span() / 9.0
    }

    /// How high the heads are.
    pub fn head(&self) -> f32 {
        if self.layer() < NUMBERED { 26.0 } else { HEAD }
    }
}

/// Draws the heads: the layers' names, from the top of the stack.
pub fn heads(ui: &mut Ui, columns: Columns, names: [&str; 9], order: &str) {
    let tokens = tokens(ui);
    let height = columns.head();
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let painter = ui.painter();
    let foot = rect.bottom() - 6.0;
    let head = |range: Rangef, words: &str, align: Align2, x: f32| {
        let clip = Rect::from_x_y_ranges(range, rect.y_range()).intersect(painter.clip_rect());
        let font = Type::MicroMedium.font();
        painter.with_clip_rect(clip).text(Pos2::new(x, foot), align, words, font, tokens.ink3);
    };
    head(columns.name, order, Align2::LEFT_BOTTOM, columns.name.min);
    head(columns.yours, "Yours", Align2::RIGHT_BOTTOM, columns.yours.max - 12.0);
    if columns.off.span() > 1.0 {
        head(columns.off, "Taken off you", Align2::LEFT_BOTTOM, columns.off.min + 16.0);
    }
    if columns.layer() >= NUMBERED {
        for (index, name) in names.into_iter().enumerate() {
            let middle = columns.layers.min + (index as f32 + 0.5) * columns.layer();
            let galley = painter.layout_no_wrap(name.to_owned(), Type::Micro.font(), tokens.ink2);
            let at = Pos2::new(middle - galley.size().y / 2.0, foot);
            let quarter = std::f32::consts::FRAC_PI_2;
            painter.add(TextShape::new(at, galley, tokens.ink2).with_angle(-quarter));
        }
    }
    painter.hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, tokens.hair));
}

/// Draws the rows. `reveal` brings the selected row into view.
pub fn way_table(
    ui: &mut Ui,
    rows: &[Row<'_>],
    columns: Columns,
    names: [&str; 9],
    reveal: bool,
) -> Event {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let painter = ui.painter().clone();
    let (mut event, mut stairs) = (Event::default(), Vec::new());
    ui.add_space(6.0);
    for (index, row) in rows.iter().enumerate() {
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| {
            egui::WidgetInfo::selected(Role::ListItem, true, row.selected, spoken(row, names))
        });
        if response.clicked() {
            event.clicked = Some(index);
        }
        if row.selected && reveal {
            response.scroll_to_me(None);
        }
        if row.selected || response.hovered() {
            let fill = if row.selected { tokens.pressed } else { tokens.hover };
            painter.rect_filled(rect, size::R_TAG, fill);
        }
        if mark(ui, rect, columns, row, tokens) {
            event.marked = Some(index);
        }
        if ui.is_rect_visible(rect) {
            paint_name(ui, rect, columns, row, tokens);
            paint_numbers(&painter, rect, columns, row, tokens);
            paint_layers(ui, &painter, rect, columns, row, tokens);
        }
        let cut: f32 = row.layers.iter().map(|layer| layer.above).sum();
        let x = columns.layers.min + cut * columns.layer();
        stairs.extend([Pos2::new(x, rect.top()), Pos2::new(x, rect.bottom())]);
        focus::ring_inside(ui, &response, size::R_TAG);
    }
    paint_stairs(&painter, &stairs, tokens);
    ui.add_space(8.0);
    event
}

/// The box that marks a row to be compared; whether it was pressed.
fn mark(ui: &Ui, rect: Rect, columns: Columns, row: &Row<'_>, tokens: &Tokens) -> bool {
    let centre = Pos2::new(columns.mark.min + 13.0, rect.center().y);
    let target = Rect::from_center_size(centre, Vec2::splat(26.0));
    let response = ui.interact(target, ui.scope_id().with(("mark", row.name)), Sense::click());
    response.widget_info(|| {
        let words = format!("Mark {} to compare", row.name);
        egui::WidgetInfo::selected(Role::CheckBox, true, row.marked, words)
    });
    let square = Rect::from_center_size(centre, Vec2::splat(16.0));
    let radius = CornerRadius::same(size::R_TAG);
    let fill = match (row.marked, response.hovered()) {
        (true, _) => tokens.primary,
        (false, true) => tokens.hover,
        (false, false) => tokens.surface,
    };
    let edge = if row.marked { tokens.primary } else { tokens.edge };
    ui.painter().rect_filled(square, radius, fill);
    ui.painter().rect_stroke(square, radius, Stroke::new(1.0, edge), StrokeKind::Inside);
    if row.marked {
        let [a, b, c] = [Vec2::new(-4.0, 0.0), Vec2::new(-1.2, 3.0), Vec2::new(4.2, -3.4)];
        let path = vec![centre + a, centre + b, centre + c];
        ui.painter().add(Shape::line(path, Stroke::new(2.0, tokens.on_primary)));
    }
    focus::ring(ui, &response, size::R_TAG);
    response.on_hover_text("Mark to compare").clicked()
}

fn paint_name(ui: &mut Ui, rect: Rect, columns: Columns, row: &Row<'_>, tokens: &Tokens) {
    let room = Rect::from_x_y_ranges(
        Rangef::new(columns.name.min, columns.name.max - 6.0),
        rect.y_range(),
    );
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(room).layout(layout));
    ui.spacing_mut().item_spacing = Vec2::new(10.0, 0.0);
    if room.width() > 190.0 {
        tag::tile(&mut ui, row.tile, 28.0);
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space((ROW - 34.0) / 2.0);
        text::line(ui, row.name, Type::LabelBold, tokens.ink);
        text::line(ui, row.about, Type::Micro, tokens.ink2);
    });
}

fn paint_numbers(painter: &Painter, rect: Rect, columns: Columns, row: &Row<'_>, tokens: &Tokens) {
    let at = Pos2::new(columns.yours.max - 12.0, rect.center().y);
    let words = row.yours.to_string();
    painter.text(at, Align2::RIGHT_CENTER, words, Type::Subtitle.font(), tokens.ink);
    if columns.off.span() > 1.0 {
        let clip = Rect::from_x_y_ranges(columns.off, rect.y_range());
        let painter = painter.with_clip_rect(clip.intersect(painter.clip_rect()));
        let at = Pos2::new(columns.off.min + 16.0, rect.center().y);
        painter.text(at, Align2::LEFT_CENTER, &row.off, Type::Small.font(), tokens.ink2);
    }
}

fn paint_layers(
    ui: &Ui,
    painter: &Painter,
    rect: Rect,
    columns: Columns,
    row: &Row<'_>,
    tokens: &Tokens,
) {
    let width = columns.layer();
    for (index, layer) in row.layers.iter().enumerate() {
        let left = columns.layers.min + index as f32 * width;
        let cell = Rect::from_x_y_ranges(Rangef::new(left, left + width), rect.y_range());
        let cell = cell.shrink2(Vec2::new(1.0, 1.5));
        let cut = cell.left() + cell.width() * layer.above;
        let part = |range: Rangef| Rect::from_x_y_ranges(range, cell.y_range());
        if layer.above > 0.0 {
            let yours = part(Rangef::new(cell.left(), cut));
            painter.rect_filled(yours, size::R_CELL, tokens.in_tint2);
        }
        if layer.above < 1.0 {
            let theirs = part(Rangef::new(cut, cell.right()));
            painter.rect_filled(theirs, size::R_CELL, tokens.of_tint);
            hatch::hatch(ui, painter, theirs, tokens.of_hatch, hatch::Density::Layer);
        }
        if width < NUMBERED {
            continue;
        }
        let words = match (layer.yours, layer.asked) {
            (0, 0) if layer.above > 0.0 => "\u{2013}".to_owned(),
            (0, _) => continue,
            (yours, _) => yours.to_string(),
        };
        let ink = if layer.yours == 0 { tokens.ink2 } else { tokens.r#in };
        let galley = painter.layout_no_wrap(words, Type::LabelBold.font(), ink);
        let middle = Align2::CENTER_CENTER.anchor_size(number_at(cell, layer), galley.size());
        if layer.above == 0.0 {
            let plate = middle.expand2(Vec2::new(4.0, 1.0));
            painter.rect_filled(plate, size::R_TAG, tokens.surface);
        }
        painter.galley(middle.min, galley, ink);
    }
}

/// Where a layer's number stands: in the part of it that is yours.
fn number_at(cell: Rect, layer: &Layer) -> Pos2 {
    if layer.above > 0.0 && layer.above < 1.0 {
        return Pos2::new(cell.left() + cell.width() * layer.above / 2.0, cell.center().y);
    }
    cell.center()
}

fn paint_stairs(painter: &Painter, stairs: &[Pos2], tokens: &Tokens) {
    let Some((first, last)) = stairs.first().zip(stairs.last()) else { return };
    painter.add(Shape::line(stairs.to_vec(), Stroke::new(6.0, tokens.canvas)));
    let stroke = Stroke::new(size::LINE, tokens.ink);
    painter.add(Shape::line(stairs.to_vec(), stroke));
    for end in [first, last] {
        painter.hline(Rangef::new(end.x - 6.0, end.x + 6.0), end.y, stroke);
    }
}

/// A duty in a list, which leads to its ruling; whether it was pressed.
pub fn duty(ui: &mut Ui, side: demarc_catalogue::Side, label: &str) -> bool {
    let tokens = tokens(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 26.0), Sense::click());
    response.widget_info(|| {
        let words = format!("{label}, {}. Open the ruling", super::glyph::word(side));
        egui::WidgetInfo::labeled(Role::Button, true, words)
    });
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, size::R_TAG, tokens.hover);
        }
        let y = rect.center().y;
        let square = Rect::from_center_size(Pos2::new(rect.left() + 11.0, y), Vec2::splat(14.0));
        let painter = ui.painter().clone();
        super::glyph::paint(ui, &painter, square, side, super::glyph::Size::Small);
        let room = Rect::from_min_max(
            Pos2::new(rect.left() + 26.0, rect.top()),
            Pos2::new(rect.right() - 22.0, rect.bottom()),
        );
        let clipped = painter.with_clip_rect(room.intersect(painter.clip_rect()));
        let at = Pos2::new(room.left(), y);
        clipped.text(at, Align2::LEFT_CENTER, label, Type::Small.font(), tokens.ink);
        let at = Pos2::new(rect.right() - 11.0, y);
        icon::paint(&painter, at, Icon::Closed, 11.0, tokens.ink3);
    }
    focus::ring_inside(ui, &response, size::R_TAG);
    response.clicked()
}

fn spoken(row: &Row<'_>, names: [&str; 9]) -> String {
    let layers = names.iter().zip(&row.layers).filter(|(_, layer)| layer.yours > 0);
    let layers: Vec<String> =
        layers.map(|(name, layer)| format!("{name} {}", layer.yours)).collect();
    let off = if row.off.is_empty() { String::new() } else { format!(". {}", row.off) };
    format!("{}: {} yours. {}{off}", row.name, row.yours, layers.join(", "))
}
