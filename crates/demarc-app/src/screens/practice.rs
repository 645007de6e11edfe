//! Practice home: what is due, or choose what to practise.

use demarc_catalogue::Hit;
use demarc_study::Choice;
use egui::{CentralPanel, Frame, Margin, Role, ScrollArea, Sense, Ui, Vec2};

use crate::{
    commands::Id,
    cx::Cx,
    model::{
        Chip, ChoiceView, LENGTHS,
        action::{Action, Start},
        asked::{compare, flip, kind, line, reason, sort, which},
        words,
    },
    parts::{at_most, card, chips, columns, region, shell},
    theme::{Type, size, tokens},
    widgets::{
        button::Button,
        field, focus,
        icon::{self, Icon},
        segmented, switch, text,
    },
};

/// The screen; it remembers whether the long lists are open, and which service is looked for.
#[derive(Default)]
pub struct PracticeScreen {
    wanted: String,
    duties: bool,
    deployments: bool,
}

impl PracticeScreen {
    /// Draws the practice home.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        shell::navigation(ui, cx);
        let side = if cx.narrow() { 20 } else { 28 };
        let frame = Frame::new().inner_margin(Margin::symmetric(side, 22));
        let model = cx.model;
        let view = model.choices();
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false; 2]).show(ui, |ui| {
                at_most(ui, 1000.0);
                ui.horizontal(|ui| card::title(ui, "Practice", ""));
                ui.add_space(12.0);
                quick(ui, cx, view);
                ui.add_space(20.0);
                self.choose(ui, cx, view);
            });
        });
    }

    /// The services of the chosen categories; without one, those chosen or looked for: all of them
    /// would be a wall.
    fn services(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &ChoiceView) {
        let tokens = tokens(ui);
        text::text(ui, "Services", Type::SmallMedium, tokens.ink2);
        let look = field::Look {
            name: "Find a service",
            hint: "Find a service",
            icon: Some(Icon::Find),
            key: None,
            width: 220.0,
            focus: false,
        };
        field::field(ui, &mut self.wanted, &look);
        let all = !view.choice.categories.is_empty();
        let shown = match self.wanted.trim() {
            "" => view.services.iter().filter(|chip| all || chip.on).cloned().collect(),
            wanted => named(cx, &view.services, wanted),
        };
        if !shown.is_empty() {
            chips::chips(ui, "", &shown, |id| {
                let mut next = view.choice.clone();
                toggle(&mut next.services, id);
                next.deployments.clear();
                cx.ask(Action::Choose(next));
            });
        }
        if !self.wanted.trim().is_empty() && shown.is_empty() {
            let words =
                format!("No service here is called \u{201c}{}\u{201d}.", self.wanted.trim());
            text::text(ui, words, Type::Small, tokens.ink2);
        } else if !all && self.wanted.trim().is_empty() && shown.is_empty() {
            let words = "All of them. Choose a category to see its services, or type a name.";
            text::text(ui, words, Type::Small, tokens.ink3);
        }
    }

    fn choose(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &ChoiceView) {
        let tokens = tokens(ui);
        card::head(ui, "Choose what to practise", "Nothing chosen in a row means all of it");
        ui.add_space(4.0);
        card::card(ui, Margin::symmetric(18, 16), |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let choice = &view.choice;
            chips::chips(ui, "Categories", &view.categories, |id| {
                let mut next = choice.clone();
                toggle(&mut next.categories, id);
                next.services.clear();
                next.deployments.clear();
                cx.ask(Action::Choose(next));
            });
            self.services(ui, cx, view);
            if !view.deployments.is_empty() {
                let on = view.deployments.iter().filter(|chip| chip.on).count();
                if fold(ui, "Set up as", on, &mut self.deployments) {
                    chips::chips(ui, "", &view.deployments, |id| {
                        let mut next = choice.clone();
                        toggle(&mut next.deployments, id);
                        cx.ask(Action::Choose(next));
                    });
                }
            }
            let layers: Vec<_> = view
                .layers
                .iter()
                .map(|(layer, on)| Chip {
                    id: layer.id().to_owned(),
                    name: layer.name().to_owned(),
                    on: *on,
                })
                .collect();
            chips::chips(ui, "Layers", &layers, |id| {
                let mut next = choice.clone();
                if let Some(layer) = demarc_catalogue::Layer::named(id) {
                    match next.layers.iter().position(|it| *it == layer) {
                        Some(at) => {
                            next.layers.remove(at);
                        }
                        None => next.layers.push(layer),
                    }
                }
                next.duties.clear();
                cx.ask(Action::Choose(next));
            });
            let on = view.duties.iter().filter(|chip| chip.on).count();
            if fold(ui, "Duties", on, &mut self.duties) {
                chips::chips(ui, "", &view.duties, |id| {
                    let mut next = choice.clone();
                    toggle(&mut next.duties, id);
                    cx.ask(Action::Choose(next));
                });
            }
            card::rule(ui);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::new(12.0, 8.0);
                text::fixed(ui, "Only duties whose side differs", Type::Label, tokens.ink);
                if switch::switch(ui, "Only duties whose side differs", choice.differing_only) {
                    let differing_only = !choice.differing_only;
                    cx.ask(Action::Choose(Choice { differing_only, ..choice.clone() }));
                }
                ui.add_space(12.0);
                text::fixed(ui, "Questions", Type::Label, tokens.ink);
                let names: Vec<String> = LENGTHS.iter().map(usize::to_string).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let on = LENGTHS.iter().position(|n| *n == choice.length).unwrap_or(1);
                if let Some(picked) = segmented::segmented(ui, "Questions", &names, on, None) {
                    let length = LENGTHS[picked];
                    cx.ask(Action::Choose(Choice { length, ..choice.clone() }));
                }
            });
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                let count = view.matching.min(choice.length);
                let label = format!("Start {}", words::count(count, "question", "questions"));
                let button =
                    Button::primary(&label).main().key(cx.cap(Id::StartChoice)).enabled(count > 0);
                if button.show(ui).clicked() {
                    cx.ask(Action::Start(Start::Choice));
                }
                let words = match view.matching {
                    0 => "No ruling matches. Take one of the choices back.".to_owned(),
                    n => words::count(n, "ruling matches", "rulings match"),
                };
                text::fixed(ui, words, Type::Small, tokens.ink2);
                if *choice != (Choice { length: choice.length, ..Choice::default() })
                    && Button::quiet("Clear").icon(Icon::Undo).show(ui).clicked()
                {
                    let length = choice.length;
                    cx.ask(Action::Choose(Choice { length, ..Choice::default() }));
                }
            });
        });
    }
}

/// Services that these words find, the best match first.
fn named(cx: &Cx<'_>, services: &[Chip], wanted: &str) -> Vec<Chip> {
    let catalogue = cx.model.catalogue();
    let hits = catalogue.search(wanted).into_iter();
    let found = hits.filter_map(|hit| match hit {
        Hit::Service(service) => {
            let id = &catalogue.service(service).id;
            services.iter().find(|chip| chip.id == *id).cloned()
        }
        Hit::Deployment(_) | Hit::Duty(_) => None,
    });
    found.collect()
}

/// Ways to begin without choosing.
fn quick(ui: &mut Ui, cx: &mut Cx<'_>, view: &ChoiceView) {
    let today = cx.model.today();
    let due = match today.due {
        0 => "Nothing is due now.".to_owned(),
        n => format!(
            "{} in about {} s each.",
            words::count(n, "review", "reviews"),
            today.seconds_per_answer
        ),
    };
    let weak = match today.weakest.len() {
        0 => "Nothing missed lately.".to_owned(),
        _ => "What you miss most, ten at a time.".to_owned(),
    };
    let stories = format!("{} stories with linked verdicts, four at a time.", view.scenarios);
    let lines = "Four stacks: where does your job end?".to_owned();
    let flips = "One setting changes: what changes hands?".to_owned();
    let sorts = "Cards of one deployment: whose is which?".to_owned();
    let choices = "Which of four takes a duty off you, or leaves it?".to_owned();
    let moves = "Two ways beside each other: what moves, what stays?".to_owned();
    let known = "12 to 20 questions of what is chosen below. Told at the end.".to_owned();
    let reasons = "Whose is it, and why?".to_owned();
    let kinds = "Inherited, shared or customer-specific here?".to_owned();
    let items = [
        ("Review what is due", due, Start::Due, today.due > 0),
        ("Drill weakest spots", weak, Start::Weakest, !today.weakest.is_empty()),
        ("Scenarios", stories, Start::Scenarios, view.scenarios > 0),
        ("Draw the line", lines, line::start(Choice::default()), true),
        ("Flip a setting", flips, flip::start(Choice::default()), true),
        ("What moves", moves, compare::start(Choice::default()), true),
        ("Sort the duties", sorts, sort::start(Choice::default()), true),
        ("Give the reason", reasons, reason::start(Choice::default()), true),
        ("Name the control", kinds, kind::start(Choice::default()), true),
        ("Which service", choices, which::start(Choice::default()), true),
        ("What you know", known, Start::Placement(view.choice.clone()), view.matching > 0),
    ];
    let count = match (cx.tiny(), cx.narrow()) {
        (true, _) => 1,
        (false, true) => 2,
        (false, false) => 4,
    };
    columns(ui, count, |ui, column| {
        for (title, about, start, enabled) in items.iter().skip(column).step_by(count) {
            let tokens = tokens(ui);
            card::card(ui, Margin::symmetric(16, 14), |ui| {
                text::line(ui, *title, Type::BodyMedium, tokens.ink);
                ui.allocate_ui(Vec2::new(ui.available_width(), 38.0), |ui| {
                    ui.set_min_height(38.0);
                    text::text(ui, about.as_str(), Type::Small, tokens.ink2);
                });
                ui.add_space(4.0);
                let label = format!("Start: {title}");
                let placement = matches!(start, Start::Placement(_));
                let key = if placement { cx.cap(Id::PlaceAgain) } else { "" };
                let response = Button::secondary("Start").key(key).enabled(*enabled).show(ui);
                let response = response.accessible_name(label);
                if column == 0 {
                    region::region(&response);
                }
                if response.clicked() {
                    cx.ask(Action::Start(start.clone()));
                }
            });
            ui.add_space(4.0);
        }
    });
}

fn toggle(list: &mut Vec<String>, id: &str) {
    match list.iter().position(|it| it == id) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(id.to_owned()),
    }
}

/// A head that opens and closes a long list; returns whether it is open.
fn fold(ui: &mut Ui, name: &str, on: usize, open: &mut bool) -> bool {
    let tokens = tokens(ui);
    let words = match on {
        0 => format!("{name}: all"),
        n => format!("{name}: {n} chosen"),
    };
    let width = 220.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 26.0), Sense::click());
    response.widget_info(|| {
        let state = if *open { "open" } else { "closed" };
        egui::WidgetInfo::labeled(Role::DisclosureTriangle, true, format!("{words}, {state}"))
    });
    let mark = if *open { Icon::Down } else { Icon::Closed };
    let at = egui::pos2(rect.left() + 7.0, rect.center().y);
    icon::paint(ui.painter(), at, mark, 13.0, tokens.ink2);
    let at = egui::pos2(rect.left() + 20.0, rect.center().y);
    let left = egui::Align2::LEFT_CENTER;
    ui.painter().text(at, left, words, Type::SmallMedium.font(), tokens.ink2);
    focus::ring(ui, &response, size::R_TAG);
    if response.clicked() {
        *open = !*open;
    }
    *open
}
