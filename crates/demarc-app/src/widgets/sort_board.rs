//! Cards between two sides: each is put left, right, or back into the middle.

use demarc_catalogue::Side;
use egui::{
    CornerRadius, CursorIcon, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
};

use super::{focus, glyph, hatch, line_board};
use crate::theme::{Tokens, Type, size, tokens};

/// A card as drawn.
pub struct Card<'a> {
    /// Its short name.
    pub label: &'a str,
    /// It in a sentence.
    pub about: &'a str,
    /// The side on which it was put.
    pub side: Option<Side>,
}

/// What was asked of the board; the card by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Put the card on a side.
    Put(usize, Side),
    /// Take it off its side.
    Take(usize),
    /// Take it in hand.
    At(usize),
}

const GAP: f32 = 8.0;
const HEAD: f32 = 30.0;

/// Shows the board, with the card in hand at `at`; `heads` name the left and the right side.
pub fn sort_board(
    ui: &mut Ui,
    heads: &[String; 2],
    cards: &[Card<'_>],
    at: usize,
    time: f32,
) -> Option<Touch> {
    let tokens = tokens(ui);
    let width = ui.available_width();
    // A card leaves a quarter at each side, and in a small window enough for a finger.
    let wide = (width * 0.5).max(width - 240.0);
    let laid: Vec<Laid> = cards.iter().map(|card| lay(ui, card, wide)).collect();
    let high = laid.iter().map(|it| it.height).fold(48.0, f32::max);
    let height = HEAD + cards.len() as f32 * (high + GAP) + GAP;
    let (outer, _) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let zone = (width - wide) / 2.0 - 8.0;
    ground(ui, outer, zone, heads, tokens);
    let id = ui.scope_id().with("the cards");
    let moved = hand_over(ui, id, at);
    let mut touch = None;
    for (number, (card, laid)) in cards.iter().zip(laid).enumerate() {
        let top = outer.top() + HEAD + GAP + number as f32 * (high + GAP);
        let row = Rect::from_x_y_ranges(outer.x_range(), top..=top + high);
        for side in [Side::Of, Side::In] {
            if card.side != Some(side)
                && free(ui, row, wide, card, side, id.with((number, side == Side::Of)))
            {
                touch = Some(Touch::Put(number, side));
            }
        }
        let (response, put) = place(ui, row, wide, card, id.with(number), time);
        if moved && number == at {
            response.request_focus();
            ui.ctx().request_repaint();
        }
        paint(ui, &response, card, laid, tokens);
        if response.gained_focus() && number != at && !moved {
            touch = Some(Touch::At(number));
        }
        if let Some(side) = put {
            touch = Some(side.map_or(Touch::Take(number), |side| Touch::Put(number, side)));
        } else if response.clicked() {
            touch = Some(if card.side.is_some() { Touch::Take(number) } else { Touch::At(number) });
        }
    }
    touch
}

/// Whether another card was taken in hand in the frame before; the focus goes with it. It waits a
/// frame, since an arrow key also moves the focus of the frame in which it was pressed.
fn hand_over(ui: &Ui, id: Id, at: usize) -> bool {
    let (last, wanted) = (id.with("last"), id.with("wanted"));
    let (before, due) = ui.data_mut(|data| {
        let before = data.get_temp::<usize>(last);
        data.insert_temp(last, at);
        (before, data.remove_temp::<bool>(wanted).is_some())
    });
    if before.is_some_and(|before| before != at) {
        ui.data_mut(|data| data.insert_temp(wanted, true));
        ui.ctx().request_repaint();
    }
    due
}

/// The grounds of the two sides with their names.
fn ground(ui: &Ui, outer: Rect, zone: f32, heads: &[String; 2], tokens: &Tokens) {
    let painter = ui.painter();
    let radius = CornerRadius::same(size::R_CARD);
    let high = outer.y_range();
    let left = Rect::from_x_y_ranges(outer.left()..=outer.left() + zone, high);
    let right = Rect::from_x_y_ranges(outer.right() - zone..=outer.right(), high);
    painter.rect_filled(left, radius, tokens.of_tint);
    hatch::rounded(ui, painter, left, radius, tokens.of_hatch, hatch::Density::Layer);
    painter.rect_stroke(left, radius, Stroke::new(1.0, tokens.of_edge), StrokeKind::Inside);
    painter.rect_filled(right, radius, tokens.in_tint);
    painter.rect_stroke(right, radius, Stroke::new(1.0, tokens.in_edge), StrokeKind::Inside);
    for (rect, side, words, plate) in
        [(left, Side::Of, &heads[0], tokens.of_tint), (right, Side::In, &heads[1], tokens.in_tint)]
    {
        let font = Type::SmallBold.font();
        let galley = painter.layout_no_wrap(words.clone(), font, glyph::colour(tokens, side));
        let small = glyph::Size::Small.edge();
        let wide = small + 6.0 + galley.size().x;
        let middle = Pos2::new(rect.center().x, outer.top() + HEAD / 2.0 + 2.0);
        let plate_rect = Rect::from_center_size(middle, Vec2::new(wide + 12.0, 22.0));
        painter.rect_filled(plate_rect, CornerRadius::same(size::R_TAG), plate);
        let corner = Pos2::new(middle.x - wide / 2.0, middle.y - small / 2.0);
        glyph::paint(
            ui,
            painter,
            Rect::from_min_size(corner, Vec2::splat(small)),
            side,
            glyph::Size::Small,
        );
        let at = Pos2::new(corner.x + small + 6.0, middle.y - galley.size().y / 2.0);
        painter.galley(at, galley, tokens.ink);
    }
}

/// The room beside a card: a click there puts it on that side.
fn free(ui: &Ui, row: Rect, wide: f32, card: &Card<'_>, side: Side, id: Id) -> bool {
    let tokens = tokens(ui);
    let spare = row.width() - wide - GAP;
    let room = match (card.side, side) {
        (None, _) => spare / 2.0,
        _ => spare,
    };
    let area = match side {
        Side::Of => Rect::from_min_size(row.min, Vec2::new(room, row.height())),
        _ => Rect::from_min_max(Pos2::new(row.right() - room, row.top()), row.max),
    };
    let response = ui.interact(area, id, Sense::CLICK);
    response.widget_info(|| {
        let words = format!("{}: {}", glyph::word(side), card.label);
        egui::WidgetInfo::labeled(Role::Button, true, words)
    });
    if response.hovered() {
        let edge = if side == Side::Of { tokens.of_edge } else { tokens.in_edge };
        let spot = area.shrink2(Vec2::new(6.0, 2.0));
        let radius = CornerRadius::same(size::R_CONTROL);
        let ends = Stroke::new(1.5, edge);
        ui.painter().rect_stroke(spot, radius, ends, StrokeKind::Inside);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// The card where it is now, and, once it was dragged, where it was put: on a side or on neither.
fn place(
    ui: &Ui,
    row: Rect,
    wide: f32,
    card: &Card<'_>,
    id: Id,
    time: f32,
) -> (Response, Option<Option<Side>>) {
    let home = match card.side {
        Some(Side::Of) => 6.0,
        Some(_) => row.width() - wide - 6.0,
        None => (row.width() - wide) / 2.0,
    };
    let dragged = ui.ctx().dragged_id() == Some(id);
    let (pointer, origin) = ui.input(|it| (it.pointer.interact_pos(), it.pointer.press_origin()));
    // Where it was pressed is forgotten as soon as it is let go.
    let way = id.with("way");
    let by = match (dragged, pointer, origin) {
        (true, Some(now), Some(origin)) => now.x - origin.x,
        _ => ui.data_mut(|data| data.remove_temp::<f32>(way)).unwrap_or_default(),
    };
    if dragged {
        ui.data_mut(|data| data.insert_temp(way, by));
    }
    let most = row.width() - wide - 6.0;
    let wanted = (home + by).clamp(6.0, most.max(6.0));
    let left = ui.ctx().animate_value_with_time(id, wanted, if dragged { 0.0 } else { time });
    let area = Rect::from_min_size(row.min + Vec2::new(left, 0.0), Vec2::new(wide, row.height()));
    let response = ui.interact(area, id, Sense::click_and_drag());
    let put = response.drag_stopped().then(|| match (home + by) / (row.width() - wide).max(1.0) {
        share if share < 0.3 => Some(Side::Of),
        share if share > 0.7 => Some(Side::In),
        _ => None,
    });
    (response, put)
}

/// The words of a card, laid out.
struct Laid {
    label: std::sync::Arc<egui::Galley>,
    about: std::sync::Arc<egui::Galley>,
    height: f32,
}

fn lay(ui: &Ui, card: &Card<'_>, wide: f32) -> Laid {
    let tokens = tokens(ui);
    let cut = |words: &str, style: Type, ink, rows| {
        let mut job =
            egui::text::LayoutJob::simple(words.to_owned(), style.font(), ink, wide - 54.0);
        job.wrap.max_rows = rows;
        ui.painter().layout_job(job)
    };
    let label = cut(card.label, Type::LabelBold, tokens.ink, 2);
    let about = cut(card.about, Type::Small, tokens.ink2, if wide < 300.0 { 4 } else { 2 });
    Laid { height: label.size().y + about.size().y + 14.0, label, about }
}

fn paint(ui: &Ui, response: &Response, card: &Card<'_>, laid: Laid, tokens: &Tokens) {
    response.widget_info(|| {
        let side = card.side.map_or("on neither side", glyph::word);
        let words = format!("{}, {side}. {}", card.label, card.about);
        egui::WidgetInfo::selected(Role::CheckBox, true, card.side.is_some(), words)
    });
    line_board::hold(ui, response, true);
    let painter = ui.painter();
    let radius = CornerRadius::same(size::R_CARD);
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    let edge = match card.side {
        None => Stroke::new(1.0, tokens.edge),
        Some(Side::Of) => Stroke::new(2.0, tokens.of_edge),
        Some(_) => Stroke::new(2.0, tokens.in_edge),
    };
    painter.rect_filled(response.rect, radius, fill);
    painter.rect_stroke(response.rect, radius, edge, StrokeKind::Inside);
    let middle = response.rect.center().y;
    let small = glyph::Size::Small.edge();
    let square =
        Rect::from_center_size(Pos2::new(response.rect.left() + 21.0, middle), Vec2::splat(small));
    match card.side {
        Some(side) => glyph::paint(ui, painter, square, side, glyph::Size::Small),
        None => {
            let stroke = Stroke::new(1.5, tokens.edge);
            painter.rect_stroke(square, CornerRadius::same(3), stroke, StrokeKind::Inside);
        }
    }
    let top = middle - (laid.label.size().y + laid.about.size().y) / 2.0;
    let at = Pos2::new(response.rect.left() + 42.0, top);
    let below = at + Vec2::new(0.0, laid.label.size().y);
    painter.galley(at, laid.label, tokens.ink);
    painter.galley(below, laid.about, tokens.ink2);
    focus::ring(ui, response, size::R_CARD);
    let cursor = if response.dragged() { CursorIcon::Grabbing } else { CursorIcon::Grab };
    response.clone().on_hover_cursor(cursor);
}
