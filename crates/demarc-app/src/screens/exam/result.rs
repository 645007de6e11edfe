//! What came of an exam: the score against the pass mark, where points were lost, what was missed.

use demarc_catalogue::Side;
use egui::{CornerRadius, Margin, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::Action,
        exam::result::{Line, ResultView, Row},
        words,
    },
    parts::{card, columns, region},
    theme::{Type, size, tokens},
    widgets::{button::Button, focus, glyph, line_board, meter, text, verdict},
};

/// Draws the page.
pub(super) fn ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = tokens(ui);
    let model = cx.model;
    let Some(result) = model.exam_result() else {
        text::text(ui, "This exam is no longer there.", Type::Body, tokens.ink2);
        return;
    };
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| card::title(ui, "Result of the exam", ""));
    text::text(ui, result.about.as_str(), Type::Small, tokens.ink2);
    ui.add_space(10.0);
    card::card(ui, Margin::symmetric(22, 16), |ui| score(ui, cx, result));
    ui.add_space(10.0);
    actions(ui, cx, result);
    ui.add_space(14.0);
    let count = if cx.tiny() { 1 } else { 2 };
    columns(ui, count, |ui, column| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if column == 0 {
            rows(ui, "By category", &result.categories, &[]);
            ui.add_space(8.0);
        }
        if column + 1 == count {
            rows(ui, "By side", &result.sides, &[Side::Of, Side::In]);
            ui.add_space(8.0);
            rows(ui, "By how sure you were", &result.confidence, &[]);
            ui.add_space(8.0);
            rows(ui, "By layer", &result.layers, &[]);
        }
    });
    ui.add_space(14.0);
    lines(ui, cx, result);
}

fn score(ui: &mut Ui, cx: &Cx<'_>, result: &ResultView) {
    let tokens = tokens(ui);
    ui.spacing_mut().item_spacing = Vec2::new(16.0, 4.0);
    let percent = format!("{:.0}%", result.percent);
    let head = |ui: &mut Ui| {
        let style = if cx.small() { Type::Display } else { Type::Hero };
        text::fixed(ui, percent.as_str(), style, tokens.ink);
        verdict::badge(ui, result.passed, if result.passed { "Passed" } else { "Not passed" });
    };
    if cx.tiny() {
        ui.horizontal(head);
        text::text(ui, result.right.as_str(), Type::Body, tokens.ink2);
        scale(ui, result);
    } else {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.horizontal(head);
                text::fixed(ui, result.right.as_str(), Type::Body, tokens.ink2);
            });
            ui.add_space(20.0);
            ui.vertical(|ui| scale(ui, result));
        });
    }
    ui.add_space(2.0);
    text::text(ui, result.luck.as_str(), Type::Small, tokens.ink2);
}

/// The score on a bar from 0 to 100, with the line as the pass mark.
fn scale(ui: &mut Ui, result: &ResultView) {
    let tokens = tokens(ui);
    let extent = Vec2::new(ui.available_width(), 62.0);
    let (rect, response) = ui.allocate_exact_size(extent, Sense::hover());
    response.widget_info(|| {
        let last = result.last.map_or(String::new(), |last| format!(", {last:.0} last time"));
        let label =
            format!("{:.0} of 100, pass mark {}{last}", result.percent, result.pass_percent);
        egui::WidgetInfo::labeled(Role::Meter, true, label)
    });
    let bar = Rect::from_min_size(
        Pos2::new(rect.left(), rect.center().y - 7.0),
        Vec2::new(rect.width() - 6.0, 14.0),
    );
    let radius = CornerRadius::same(size::R_CELL);
    let at = |percent: f32| bar.left() + bar.width() * (percent / 100.0).clamp(0.0, 1.0);
    let painter = ui.painter();
    painter.rect_filled(bar, radius, if tokens.dark { tokens.pressed } else { tokens.sunken });
    let scored = Rect::from_min_max(bar.min, Pos2::new(at(result.percent as f32), bar.bottom()));
    painter.rect_filled(scored, radius, tokens.ink2);
    let mark = at(result.pass_percent as f32);
    let ground = Rect::from_center_size(Pos2::new(mark, bar.center().y), Vec2::new(7.0, 14.0));
    painter.rect_filled(ground, 0, tokens.surface);
    painter.vline(mark, bar.top() - 8.0..=bar.bottom() + 8.0, Stroke::new(3.0, tokens.ink));
    for y in [bar.top() - 8.0, bar.bottom() + 8.0] {
        painter.hline(mark - 6.0..=mark + 6.0, y, Stroke::new(3.0, tokens.ink));
    }
    let label = |x: f32, y: f32, align: egui::Align2, words: String, ink| {
        painter.text(Pos2::new(x, y), align, words, Type::Micro.font(), ink);
    };
    let (top, foot) = (rect.top() + 7.0, rect.bottom() - 6.0);
    let words = format!("pass mark {}", result.pass_percent);
    let x = mark.clamp(bar.left() + 40.0, (bar.right() - 40.0).max(bar.left() + 40.0));
    label(x, top, egui::Align2::CENTER_CENTER, words, tokens.ink2);
    label(bar.left(), foot, egui::Align2::LEFT_CENTER, "0".to_owned(), tokens.ink3);
    label(bar.right(), foot, egui::Align2::RIGHT_CENTER, "100".to_owned(), tokens.ink3);
    if let Some(last) = result.last {
        let x = at(last as f32);
        painter.vline(x, bar.bottom()..=bar.bottom() + 5.0, Stroke::new(1.0, tokens.ink3));
        let x = x.clamp(bar.left() + 50.0, (bar.right() - 60.0).max(bar.left() + 50.0));
        let words = format!("{last:.0} last time");
        label(x, foot, egui::Align2::CENTER_CENTER, words, tokens.ink3);
    }
}

fn actions(ui: &mut Ui, cx: &mut Cx<'_>, result: &ResultView) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(10.0, 8.0);
        if !result.cells.is_empty() {
            let words = format!("Practise the {} missed", result.cells.len());
            let review = Button::primary(&words).key(cx.cap(Id::ReviewMissed)).show(ui);
            region::region(&review);
            if review.clicked() {
                cx.ask_command(Id::ReviewMissed);
            }
        }
        let words = if result.all {
            "Only the missed".to_owned()
        } else {
            format!("All {} answers", result.lines.len())
        };
        if Button::secondary(&words).key(cx.cap(Id::AllAnswers)).show(ui).clicked() {
            cx.ask_command(Id::AllAnswers);
        }
        if Button::secondary("CSV")
            .key(cx.cap(Id::ExportExam))
            .show(ui)
            .accessible_name("Export the result as CSV")
            .clicked()
        {
            cx.ask_command(Id::ExportExam);
        }
        if Button::quiet("Back").key(cx.cap(Id::Back)).show(ui).clicked() {
            cx.ask_command(Id::Back);
        }
    });
}

fn rows(ui: &mut Ui, head: &str, rows: &[Row], sides: &[Side]) {
    let tokens = tokens(ui);
    card::head(ui, head, "");
    for (index, row) in rows.iter().enumerate().filter(|(_, row)| row.points.of > 0) {
        let width = ui.available_width();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let left = ui.cursor().left();
            if let Some(side) = sides.get(index) {
                glyph::glyph(ui, *side, glyph::Size::Small);
            }
            let name = (width * 0.36).min(170.0);
            ui.scope(|ui| {
                ui.set_max_width((left + name - 8.0 - ui.cursor().left()).max(20.0));
                text::line(ui, row.name.as_str(), Type::Small, tokens.ink);
            });
            ui.add_space((left + name - ui.cursor().left()).max(0.0));
            let value = format!("{} of {}", row.points.right, row.points.of);
            let share = row.points.right as f32 / row.points.of as f32;
            let room = (width - name - 84.0).max(20.0);
            meter::meter(
                ui,
                (&row.name, &value),
                Some(share),
                None,
                Side::None,
                Vec2::new(room, 9.0),
            );
            text::fixed(ui, value.as_str(), Type::Small, tokens.ink2);
        });
    }
}

fn lines(ui: &mut Ui, cx: &mut Cx<'_>, result: &ResultView) {
    let tokens = tokens(ui);
    let (head, remark, shown) = if result.all {
        ("Every answer".to_owned(), "in the order of the exam", &result.lines)
    } else {
        let count = words::count(result.missed.len(), "missed", "missed");
        (count, "sure and wrong first; what you answered is back in your reviews", &result.missed)
    };
    card::head(ui, &head, remark);
    ui.add_space(2.0);
    if shown.is_empty() {
        text::text(ui, "Nothing was missed.", Type::Body, tokens.ink2);
        return;
    }
    card::card(ui, Margin::symmetric(14, 6), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in shown {
            if let (true, Some(cell)) = (row(ui, cx, line), line.cell) {
                cx.ask(Action::Reveal(cell));
            }
        }
    });
}

fn row(ui: &mut Ui, cx: &Cx<'_>, line: &Line) -> bool {
    let tokens = tokens(ui);
    let sense = if line.cell.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 34.0), sense);
    response.widget_info(|| {
        let said =
            if line.answered { format!("you said {}", line.said) } else { line.said.clone() };
        let why = if line.cell.is_some() { ". Why" } else { "" };
        let side = glyph::word(line.side);
        let label = format!("{}, {}: {side}, {said}{why}", line.place, line.duty);
        egui::WidgetInfo::labeled(Role::Button, line.cell.is_some(), label)
    });
    if response.hovered() && line.cell.is_some() {
        ui.painter().rect_filled(rect, size::R_CONTROL, tokens.hover);
    }
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let inner = rect.shrink2(Vec2::new(6.0, 0.0));
    let mut row = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(layout));
    row.spacing_mut().item_spacing.x = 8.0;
    line_board::mark(&mut row, line.right);
    let said = if cx.tiny() { 0.0 } else { 120.0 };
    let width = ((inner.width() - 30.0 - 70.0 - said - 40.0) / 2.0).max(40.0);
    for (words, style) in [(&line.place, Type::Label), (&line.duty, Type::Cell)] {
        row.allocate_ui_with_layout(Vec2::new(width, 20.0), layout, |ui| {
            ui.set_min_width(width);
            text::line(ui, words.as_str(), style, tokens.ink);
        });
    }
    glyph::tagged(&mut row, line.side);
    if !cx.tiny() {
        let style = if line.sure_and_wrong { Type::SmallBold } else { Type::Small };
        text::line(&mut row, line.said.as_str(), style, tokens.ink2);
    }
    row.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        if line.cell.is_some() {
            text::fixed(ui, "Why", Type::Small, tokens.ink3);
        }
    });
    focus::ring_inside(ui, &response, size::R_CONTROL);
    response.clicked()
}
