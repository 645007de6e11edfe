//! Choose: the ways to meet a need, from most control to most taken off you.

use egui::{
    CentralPanel, CornerRadius, Frame, Margin, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    Vec2,
};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::{Action, NeedStep},
        needs::{DutiesView, NeedsView},
        route::Overlay,
        words,
    },
    parts::{at_right, card, drawer, region, shell},
    theme::{Type, size, tokens},
    widgets::{
        button::Button,
        focus,
        icon::{self, Icon},
        key_cap, text,
        way_table::{self, Columns, Layer, Row},
    },
};

const DRAWER: f32 = 330.0;
const PICK: f32 = 48.0;
/// What the buttons at the right of the foot need.
const ACTIONS: f32 = 400.0;

/// The screen; it remembers which row was shown last.
#[derive(Default)]
pub struct NeedsScreen {
    revealed: Option<usize>,
}

impl NeedsScreen {
    /// Draws the ways, and what the selected one leaves to you.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let model = cx.model;
        let Some(view) = model.needs() else {
            CentralPanel::no_frame().frame(Frame::new().inner_margin(20)).show(ui, |ui| {
                card::title(ui, "Choose", "");
                let words = "This content names no needs to choose for.";
                text::text(ui, words, Type::Body, tokens(ui).ink2);
            });
            return;
        };
        if view.selected.is_some() {
            drawer::drawer(ui, cx, "way", DRAWER, |ui, cx| way(ui, cx, view));
        }
        let frame = Frame::new().inner_margin(Margin { left: 20, right: 14, top: 18, bottom: 8 });
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            head(ui, cx, view);
            ui.add_space(6.0);
            let height = (ui.available_height() - 44.0).max(80.0);
            ScrollArea::vertical().max_height(height).auto_shrink([false; 2]).show(ui, |ui| {
                self.table(ui, cx, view);
            });
            ui.add_space(6.0);
            foot(ui, cx, view);
        });
    }

    fn table(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &NeedsView) {
        let rows: Vec<Row<'_>> = view
            .ways
            .iter()
            .enumerate()
            .map(|(index, way)| Row {
                tile: &way.subject.tile,
                name: &way.subject.name,
                about: &way.subject.about,
                yours: way.yours,
                layers: way.layers.map(|layer| Layer {
                    yours: layer.yours,
                    asked: layer.asked,
                    above: layer.above,
                }),
                off: off(index, way.beside_first),
                selected: view.selected == Some(index),
                marked: view.marked.contains(&index),
            })
            .collect();
        let Some(first) = view.ways.first() else {
            text::text(ui, "No way to meet this need is left.", Type::Body, tokens(ui).ink2);
            return;
        };
        let names = first.layers.map(|layer| layer.name);
        let room = ui.available_rect_before_wrap().x_range();
        let bar = ui.spacing().scroll.allocated_width();
        let columns = Columns::within(egui::Rangef::new(room.min, room.max - bar));
        let reveal = view.selected != self.revealed;
        self.revealed = view.selected;
        way_table::heads(ui, columns, names, "Most control first");
        let event = way_table::way_table(ui, &rows, columns, names, reveal);
        let provider = &cx.model.catalogue().provider().name;
        let legend = format!(
            "The numbers are duties of yours. Left of the line you do most of a layer, right of it \
             {provider} does. What is not asked is not counted."
        );
        text::text(ui, legend, Type::Micro, tokens(ui).ink3);
        if let Some(row) = event.marked {
            cx.ask(Action::Need(NeedStep::Mark(row)));
        } else if let Some(row) = event.clicked {
            let row = Some(row).filter(|row| view.selected != Some(*row));
            cx.ask(Action::Need(NeedStep::Select(row)));
        }
    }
}

/// What a way takes off you beside the first.
fn off(row: usize, (off, adds): (usize, usize)) -> String {
    match (row, off, adds) {
        (0, ..) => "the most control".to_owned(),
        (_, 0, 0) => "the same duties".to_owned(),
        (_, off, 0) => format!("{off} off you"),
        (_, off, adds) => format!("{off} off, {adds} more"),
    }
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>, view: &NeedsView) {
    let tokens = tokens(ui);
    ui.horizontal(|ui| {
        let crowded = cx.narrow() || (view.selected.is_some() && cx.window.x < 1500.0);
        let remark = "What each way to meet a need leaves to you";
        card::title(ui, "Choose", if crowded { "" } else { remark });
        at_right(ui, "needs", |ui| {
            for (label, id) in [("Previous", Id::PreviousNeed), ("Next", Id::NextNeed)] {
                let button = Button::quiet(label).key(cx.cap(id)).show(ui);
                if button.accessible_name(format!("{label} need")).clicked() {
                    cx.ask_command(id);
                }
            }
        });
    });
    ui.add_space(6.0);
    let stacked = ui.available_width() < 640.0;
    let width = if stacked { ui.available_width() } else { 300.0 };
    let words = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        text::text(ui, view.text.as_str(), Type::BodyMedium, tokens.ink);
        text::text(ui, view.beside.as_str(), Type::Small, tokens.ink2);
    };
    let open = if stacked {
        // Where there is little height, the rows need it more than what the name says already.
        let open = pick(ui, cx, view, width);
        if !cx.tiny() {
            ui.add_space(4.0);
            words(ui);
        }
        open
    } else {
        ui.horizontal_top(|ui| {
            let open = pick(ui, cx, view, width);
            ui.add_space(8.0);
            ui.vertical(words);
            open
        })
        .inner
    };
    if open {
        cx.ask(Action::Open(Overlay::PickNeed));
    }
}

/// The button that says which need it is, and opens the choice.
fn pick(ui: &mut Ui, cx: &Cx<'_>, view: &NeedsView, width: f32) -> bool {
    let tokens = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, PICK), Sense::click());
    response.widget_info(|| {
        let words = format!("Need: {}. Pick another", view.name);
        egui::WidgetInfo::labeled(Role::Button, true, words)
    });
    region::region(&response);
    let radius = CornerRadius::same(size::R_CONTROL);
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    ui.painter().rect_filled(rect, radius, fill);
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
    let centre = egui::pos2(rect.right() - 18.0, rect.center().y);
    icon::paint(ui.painter(), centre, Icon::Down, 13.0, tokens.ink2);
    let mut end = rect.right() - 32.0;
    let key = cx.cap(Id::PickNeed);
    if !key.is_empty() {
        let width = key_cap::width(ui, key);
        let cap = egui::Rect::from_min_size(
            egui::pos2(end - width, rect.center().y - 10.0),
            Vec2::new(width, 20.0),
        );
        key_cap::paint(ui.painter(), cap, key, tokens.ink2, tokens.edge, None);
        end = cap.left() - 6.0;
    }
    let inner =
        egui::Rect::from_min_max(rect.min + Vec2::new(14.0, 0.0), egui::pos2(end, rect.bottom()));
    let layout = egui::Layout::top_down(egui::Align::Min);
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(layout));
    inner.spacing_mut().item_spacing.y = 0.0;
    inner.add_space((PICK - 36.0) / 2.0);
    text::line(&mut inner, view.name.as_str(), Type::BodyBold, tokens.ink);
    text::line(&mut inner, view.headline.as_str(), Type::Micro, tokens.ink2);
    focus::ring(ui, &response, size::R_CONTROL);
    response.clicked()
}

/// What can be done with two of the ways, below the table.
fn foot(ui: &mut Ui, cx: &mut Cx<'_>, view: &NeedsView) {
    let tokens = tokens(ui);
    let Some((left, right)) = view.pair else { return };
    ui.horizontal(|ui| {
        let names = [left, right].map(|row| view.ways[row].subject.name.as_str());
        let crowded = ui.available_width() < 560.0;
        if !crowded {
            let marks = Button::quiet("Mark").key(cx.cap(Id::MarkWay));
            let marks = marks.enabled(view.selected.is_some()).show(ui);
            if marks.accessible_name("Mark the selected way to compare").clicked() {
                cx.ask_command(Id::MarkWay);
            }
            let room = ui.available_width() - ACTIONS;
            if room > 160.0 {
                let height = ui.available_height();
                let layout = egui::Layout::left_to_right(egui::Align::Center);
                ui.allocate_ui_with_layout(Vec2::new(room, height), layout, |ui| {
                    let words = format!("{} beside {}", names[0], names[1]);
                    text::line(ui, words, Type::Small, tokens.ink2);
                });
            }
        }
        at_right(ui, "two ways", |ui| {
            let name = format!("Compare {} with {}", names[0], names[1]);
            let compare = Button::secondary("Compare").key(cx.cap(Id::CompareWays)).show(ui);
            if compare.accessible_name(name).clicked() {
                cx.ask_command(Id::CompareWays);
            }
            let count = view.differing.len();
            let label = match (count, crowded) {
                (0, _) => "Nothing differs".to_owned(),
                (_, true) => format!("Practise {count}"),
                _ => format!("Practise {} that differ", words::count(count, "ruling", "rulings")),
            };
            let key = if crowded { "" } else { cx.cap(Id::PractiseOdds) };
            let button = Button::primary(&label).key(key).enabled(count > 0);
            if button.show(ui).clicked() {
                cx.ask_command(Id::PractiseOdds);
            }
        });
    });
}

/// What the selected way leaves to you, and what changes beside the other of the two.
fn way(ui: &mut Ui, cx: &mut Cx<'_>, view: &NeedsView) {
    let tokens = tokens(ui);
    let Some(it) = view.selected.and_then(|row| view.ways.get(row)) else { return };
    ui.horizontal(|ui| {
        at_right(ui, "close", |ui| {
            let close = Button::quiet("Close").key(cx.cap(Id::Back)).show(ui);
            region::region(&close);
            if close.clicked() {
                cx.ask(Action::Need(NeedStep::Select(None)));
            }
        });
    });
    text::text(ui, it.subject.name.as_str(), Type::Subtitle, tokens.ink);
    text::text(ui, it.subject.about.as_str(), Type::Small, tokens.ink2);
    let height = (ui.available_height() - 84.0).max(80.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false; 2]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if let (Some((more, less)), false) = (view.pair, view.changes.is_empty()) {
            ui.add_space(10.0);
            let [more, less] = [more, less].map(|row| view.ways[row].subject.name.as_str());
            text::text(ui, format!("{less}, instead of {more}"), Type::LabelBold, tokens.ink);
            view.changes.iter().for_each(|it| duties(ui, cx, it));
        }
        ui.add_space(14.0);
        let words = format!("{} of yours", words::count(it.yours, "duty", "duties"));
        card::head(ui, &words, "");
        view.yours.iter().for_each(|it| duties(ui, cx, it));
    });
    ui.add_space(8.0);
    let compare = Button::secondary("Compare the two").wide().icon(Icon::Compare);
    if compare.key(cx.cap(Id::CompareWays)).enabled(view.pair.is_some()).show(ui).clicked() {
        cx.ask_command(Id::CompareWays);
    }
    ui.add_space(4.0);
    let label = format!("Practise {}", words::count(view.cells.len(), "ruling", "rulings"));
    let button = Button::secondary(&label).wide().icon(Icon::Practice).key(cx.cap(Id::PractiseWay));
    let button = button.enabled(!view.cells.is_empty()).show(ui);
    if button.accessible_name(format!("{label} of {}", it.subject.name)).clicked() {
        cx.ask_command(Id::PractiseWay);
    }
}

fn duties(ui: &mut Ui, cx: &mut Cx<'_>, it: &DutiesView) {
    ui.add_space(6.0);
    text::text(ui, it.head.as_str(), Type::MicroMedium, tokens(ui).ink3);
    for duty in &it.duties {
        if way_table::duty(ui, duty.side, &duty.label) {
            cx.ask(Action::Reveal(duty.cell));
        }
    }
}
