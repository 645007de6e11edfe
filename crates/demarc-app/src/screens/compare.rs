//! Compare: two deployments or stacks beside each other, and the line that steps between them.

use egui::{
    CentralPanel, ComboBox, CornerRadius, Frame, Margin, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, Vec2,
};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        action::{Action, CompareStep},
        compare::{CompareView, SubjectView, WhyView},
        route::Overlay,
        words,
    },
    parts::{at_right, card, drawer, region, shell},
    theme::{Type, size, tokens},
    widgets::{
        button::Button,
        focus, glyph,
        icon::{self, Icon},
        key_cap,
        move_table::{self, Columns, Row},
        segmented, tag, text,
    },
};

const WHY_WIDTH: f32 = 340.0;
const PICK: f32 = 48.0;

/// The screen; it remembers which duty was shown last.
#[derive(Default)]
pub struct CompareScreen {
    revealed: Option<demarc_catalogue::DutyIx>,
}

impl CompareScreen {
    /// Draws the comparison, and why a selected duty falls as it does.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let model = cx.model;
        let Some(view) = model.compare() else { return };
        if view.selected.is_some() {
            drawer::drawer(ui, cx, "compare why", WHY_WIDTH, |ui, cx| reasons(ui, cx, view));
        }
        let frame = Frame::new().inner_margin(Margin { left: 20, right: 14, top: 18, bottom: 8 });
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            head(ui, cx, view);
            ui.add_space(8.0);
            // The table leaves room for its scroll bar, whether there is one or not.
            let room = ui.available_rect_before_wrap().x_range();
            let bar = ui.spacing().scroll.allocated_width();
            let columns = Columns::within(egui::Rangef::new(room.min, room.max - bar));
            subjects(ui, cx, view, columns);
            ui.add_space(8.0);
            let foot = 46.0;
            let height = (ui.available_height() - foot).max(80.0);
            ScrollArea::vertical().max_height(height).auto_shrink([false; 2]).show(ui, |ui| {
                self.table(ui, cx, view, columns);
            });
            ui.add_space(6.0);
            practise(ui, cx, view);
        });
    }

    fn table(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &CompareView, columns: Columns) {
        let notes = !cx.narrow();
        let mut layer = None;
        let rows: Vec<Row<'_>> = view
            .shown()
            .map(|row| Row {
                layer: (layer.replace(row.layer) != Some(row.layer)).then(|| row.layer.name()),
                label: &row.label,
                sides: row.sides,
                notes: row.notes.each_ref().map(|note| if notes { note.as_str() } else { "" }),
                change: row.change,
                above: row.above,
                selected: view.selected == Some(row.duty),
            })
            .collect();
        let names = view.subjects.each_ref().map(|it| it.name.as_str());
        let reveal = view.selected != self.revealed;
        self.revealed = view.selected;
        if rows.is_empty() {
            let tokens = tokens(ui);
            let words = "Nothing changes: both leave you the same duties.";
            text::text(ui, words, Type::Body, tokens.ink2);
        }
        if let Some(clicked) = move_table::move_table(ui, &rows, names, columns, reveal) {
            let duty = view.shown().nth(clicked).map(|row| row.duty);
            let duty = duty.filter(|duty| view.selected != Some(*duty));
            cx.ask(Action::Compare(CompareStep::Select(duty)));
        }
    }
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>, view: &CompareView) {
    ui.horizontal(|ui| {
        let remark = if cx.narrow() { "" } else { "What changes hands when you move" };
        let crowded = view.selected.is_some() && cx.window.x < 1500.0;
        card::title(ui, "Compare", if crowded { "" } else { remark });
        at_right(ui, "comparison", |ui| {
            kept(ui, cx, view);
            let label = if view.is_kept { "Kept" } else { "Keep" };
            let keep = Button::secondary(label).key(cx.cap(Id::KeepComparison)).show(ui);
            let name = if view.is_kept {
                "Keep this comparison no longer"
            } else {
                "Keep this comparison"
            };
            let keep = keep.accessible_name(name);
            region::region(&keep);
            if keep.clicked() {
                cx.ask_command(Id::KeepComparison);
            }
            let all = format!("All {}", view.rows.len());
            let choices = [all.as_str(), "Changes"];
            let key = Some(cx.cap(Id::ChangesOnly)).filter(|cap| !cap.is_empty());
            let on = usize::from(view.changes_only);
            if let Some(picked) = segmented::segmented(ui, "Duties", &choices, on, key) {
                cx.ask(Action::Compare(CompareStep::ChangesOnly(picked == 1)));
            }
        });
    });
}

/// The comparisons that were kept, to come back to.
fn kept(ui: &mut Ui, cx: &mut Cx<'_>, view: &CompareView) {
    if view.kept.is_empty() || cx.tiny() {
        return;
    }
    let tokens = tokens(ui);
    let combo = ComboBox::from_id_salt("kept comparisons")
        .selected_text(text::rich(
            format!("{} kept", view.kept.len()),
            Type::SmallMedium,
            tokens.ink,
        ))
        .width(80.0);
    let response = combo.show_ui(ui, |ui| {
        for (left, right, name) in &view.kept {
            if ui.selectable_label(false, name).clicked() {
                cx.ask(Action::Compare(CompareStep::Open(*left, *right)));
            }
        }
    });
    response
        .response
        .widget_info(|| egui::WidgetInfo::labeled(Role::ComboBox, true, "Kept comparisons"));
}

/// What is compared, and what it comes to, above the columns of the table.
fn subjects(ui: &mut Ui, cx: &mut Cx<'_>, view: &CompareView, columns: Columns) {
    let tokens = tokens(ui);
    let room = ui.available_rect_before_wrap();
    let strip = |range: egui::Rangef| {
        egui::Rect::from_x_y_ranges(range, egui::Rangef::new(room.top(), room.top() + PICK))
    };
    for (range, right, id) in
        [(columns.left, false, Id::PickLeft), (columns.right, true, Id::PickRight)]
    {
        let key = cx.cap(id);
        if pick(ui, strip(range), &view.subjects[usize::from(right)], right, key) {
            cx.ask(Action::Open(Overlay::Pick(right)));
        }
    }
    let middle = strip(columns.duty).shrink2(Vec2::new(10.0, 0.0));
    let layout = egui::Layout::top_down(egui::Align::Center);
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(middle).layout(layout));
    inner.spacing_mut().item_spacing.y = 1.0;
    let style = if middle.width() > 300.0 { Type::Subtitle } else { Type::LabelBold };
    text::line(&mut inner, view.headline.as_str(), style, tokens.ink);
    text::line(&mut inner, view.remark.as_str(), Type::Small, tokens.ink2);
    ui.allocate_rect(
        egui::Rect::from_x_y_ranges(room.x_range(), strip(columns.left).y_range()),
        Sense::hover(),
    );
}

/// A button that says what stands on a side, and opens the choice.
fn pick(ui: &mut Ui, rect: egui::Rect, it: &SubjectView, right: bool, key: &str) -> bool {
    let tokens = tokens(ui);
    let response = ui.interact(rect, ui.scope_id().with(("pick", right)), Sense::click());
    let side = if right { "Right" } else { "Left" };
    response.widget_info(|| {
        egui::WidgetInfo::labeled(Role::Button, true, format!("{side}: {}. Pick another", it.name))
    });
    let radius = CornerRadius::same(size::R_CONTROL);
    let fill = if response.hovered() { tokens.hover } else { tokens.surface };
    ui.painter().rect_filled(rect, radius, fill);
    ui.painter().rect_stroke(rect, radius, Stroke::new(1.0, tokens.edge), StrokeKind::Inside);
    let mut end = rect.right() - 12.0;
    icon::paint(
        ui.painter(),
        egui::pos2(end - 6.0, rect.center().y),
        Icon::Down,
        13.0,
        tokens.ink2,
    );
    end -= 20.0;
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
        egui::Rect::from_min_max(rect.min + Vec2::new(10.0, 0.0), egui::pos2(end, rect.bottom()));
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut ui_in = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(layout));
    ui_in.spacing_mut().item_spacing = Vec2::new(10.0, 0.0);
    if inner.width() > 150.0 {
        tag::tile(&mut ui_in, &it.tile, 28.0);
    }
    ui_in.vertical(|ui| {
        ui.add_space((PICK - 34.0) / 2.0);
        text::line(ui, it.name.as_str(), Type::LabelBold, tokens.ink);
        text::line(ui, it.about.as_str(), Type::Micro, tokens.ink2);
    });
    focus::ring(ui, &response, size::R_CONTROL);
    response.clicked()
}

/// What can be done with all of it, below the table.
fn practise(ui: &mut Ui, cx: &mut Cx<'_>, view: &CompareView) {
    ui.horizontal(|ui| {
        let swap = Button::quiet("Swap sides").icon(Icon::Flip).key(cx.cap(Id::Swap));
        if swap.show(ui).clicked() {
            cx.ask(Action::Compare(CompareStep::Swap));
        }
        if view.flips && !cx.tiny() {
            let flip = Button::quiet("Flip a setting").key(cx.cap(Id::FlipCompared));
            if flip.show(ui).clicked() {
                cx.ask_command(Id::FlipCompared);
            }
            let room = ui.available_width() - 210.0;
            if room > 120.0 && !view.setting.is_empty() {
                let layout = egui::Layout::left_to_right(egui::Align::Center);
                ui.allocate_ui_with_layout(Vec2::new(room, ui.available_height()), layout, |ui| {
                    text::line(ui, view.setting.as_str(), Type::Small, tokens(ui).ink2);
                });
            }
        }
        at_right(ui, "practise", |ui| {
            let label = match view.cells.len() {
                0 => "Nothing to practise".to_owned(),
                n => format!("Practise {}", words::count(n, "ruling", "rulings")),
            };
            let button = Button::primary(&label)
                .key(cx.cap(Id::PractiseChanges))
                .enabled(!view.cells.is_empty());
            if button.show(ui).clicked() {
                cx.ask_command(Id::PractiseChanges);
            }
        });
    });
}

/// Why the selected duty falls as it does, left and right.
fn reasons(ui: &mut Ui, cx: &mut Cx<'_>, view: &CompareView) {
    let tokens = tokens(ui);
    let Some(row) = view.rows.iter().find(|row| view.selected == Some(row.duty)) else { return };
    ui.horizontal(|ui| {
        at_right(ui, "close", |ui| {
            if Button::quiet("Close").key(cx.cap(Id::Back)).show(ui).clicked() {
                cx.ask(Action::Compare(CompareStep::Select(None)));
            }
        });
    });
    text::text(ui, row.label.as_str(), Type::Title, tokens.ink);
    ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
        for (subject, parts) in view.subjects.iter().zip(&view.why) {
            ui.add_space(10.0);
            card::head(ui, &subject.name, "");
            for part in parts {
                reason(ui, cx, part, parts.len() > 1);
            }
        }
    });
}

fn reason(ui: &mut Ui, cx: &mut Cx<'_>, part: &WhyView, named: bool) {
    let tokens = tokens(ui);
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        glyph::glyph(ui, part.side, glyph::Size::Small);
        let ink = glyph::colour(tokens, part.side);
        text::fixed(ui, glyph::word(part.side), Type::SmallBold, ink);
        if named {
            text::line(ui, part.name.as_str(), Type::SmallMedium, tokens.ink);
        }
    });
    text::text(ui, part.why.as_str(), Type::Small, tokens.ink2);
    let show = Button::quiet("Show in Explore").show(ui);
    if show.accessible_name(format!("Show {} in Explore", part.name)).clicked() {
        cx.ask(Action::Reveal(part.cell));
    }
}
