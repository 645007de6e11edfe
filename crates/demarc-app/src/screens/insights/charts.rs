//! The chart of each card.

use demarc_catalogue::Side;
use demarc_study::{Foretold, GAPS, Kept, Known, Share, SharePoint};
use egui::{Ui, Vec2};

use crate::{
    model::{
        insights::{Card, Figures, Value, gap_in_words, needs},
        words,
    },
    theme::{Type, tokens},
    widgets::{
        answer_pane,
        charts::{self, Bin, Calibrated, Curve, CurvePoint, HeatDay, ScorePoint, Span},
        meter, text,
    },
};

/// How many points of scores are drawn at most; of more, a few sessions make one.
const POINTS: usize = 160;
/// How many categories have a bar at most.
const CATEGORIES: usize = 7;

/// Draws the chart of a card, `height` points high.
pub fn chart(ui: &mut Ui, figures: &Figures, card: Card, height: f32) {
    let extent = Vec2::new(ui.available_width(), height);
    match card {
        Card::Score => score(ui, figures, extent),
        Card::Calibration => calibration(ui, figures, extent),
        Card::Days => days(ui, figures, extent),
        Card::Categories => categories(ui, figures),
        Card::Ahead => ahead(ui, figures, extent),
        Card::Retention => retention(ui, figures, extent),
        Card::Transfer => transfer(ui, figures, extent),
        Card::Forecast => forecast(ui, figures, extent),
        Card::Predicted => predicted(ui, figures, extent),
        Card::Confusion => confusion(ui, figures),
        Card::Pace => pace(ui, figures, extent),
        Card::Duties | Card::Beliefs | Card::Sure => {}
    }
}

/// What the lines and points of a chart stand for, where they are not named in it.
pub fn legend(card: Card, figures: &Figures) -> String {
    match card {
        Card::Score => {
            let each = match group(figures.insights.scores.len()) {
                1 => "dots: sessions".to_owned(),
                n => format!("dots: {n} sessions each"),
            };
            format!("{each} \u{b7} line: mean of 5 \u{b7} dotted: luck taken out")
        }
        Card::Calibration => "dashed: well calibrated".to_owned(),
        Card::Days => "stronger: more answers \u{b7} dot: rest day".to_owned(),
        Card::Transfer => "band: 90% interval".to_owned(),
        Card::Forecast => "line: with reviews \u{b7} dashed: without".to_owned(),
        Card::Predicted => "across: predicted \u{b7} up: so".to_owned(),
        Card::Pace => "bar: middle half \u{b7} mark: median".to_owned(),
        _ => String::new(),
    }
}

/// The table's rows in words: what a chart says to a screen reader.
fn spoken(figures: &Figures, card: Card, most: usize) -> String {
    let table = figures.table(card);
    let rows = table.rows.iter().take(most).map(|row| {
        row.iter().map(Value::shown).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
    });
    let rows: Vec<String> = rows.collect();
    format!("{}. {} {}", card.title(), figures.about(card), rows.join("; "))
}

fn group(sessions: usize) -> usize {
    sessions.div_ceil(POINTS).max(1)
}

fn score(ui: &mut Ui, figures: &Figures, extent: Vec2) {
    let it = &figures.insights;
    let mut marks = it.versions.iter().peekable();
    let points: Vec<ScorePoint> = it
        .scores
        .chunks(group(it.scores.len()))
        .filter_map(|chunk| {
            let last = chunk.last()?;
            let mut version = None;
            for point in chunk {
                if let Some(mark) = marks.next_if(|mark| mark.session == point.session) {
                    version = Some(mark.version.clone());
                }
            }
            let score = chunk.iter().map(|it| it.score).sum::<f64>() / chunk.len() as f64;
            Some(ScorePoint {
                score: score as f32,
                mean: last.mean5 as f32,
                corrected: Some(last.corrected5 as f32),
                version,
            })
        })
        .collect();
    let date = |point: Option<&demarc_study::ScorePoint>| {
        point.map_or_else(String::new, |point| words::day_short(point.day))
    };
    let last = if it.scores.len() > 1 { date(it.scores.last()) } else { String::new() };
    let name = format!("{}. {}", Card::Score.title(), figures.about(Card::Score));
    charts::score(ui, &name, &points, (&date(it.scores.first()), &last), extent);
}

fn calibration(ui: &mut Ui, figures: &Figures, extent: Vec2) {
    let levels = figures.insights.calibration.levels.iter().map(|level| Calibrated {
        name: answer_pane::word(level.confidence),
        said: level.claims as f32,
        was: level.share.map(|share| share as f32),
        interval: level.interval.map_or((0.0, 1.0), |it| (it.low as f32, it.high as f32)),
        answers: level.n as usize,
    });
    let levels: Vec<Calibrated<'_>> = levels.collect();
    charts::calibration(ui, &spoken(figures, Card::Calibration, 3), &levels, extent);
}

fn days(ui: &mut Ui, figures: &Figures, extent: Vec2) {
    let days = figures.insights.calendar.iter().map(|day| HeatDay {
        weekday: day.day.weekday(),
        answers: day.answers,
        rest: day.kept == Kept::Rest,
        month: (day.day.civil().day() == 1).then(|| day.day.civil().strftime("%b").to_string()),
    });
    let days: Vec<HeatDay> = days.collect();
    let name = format!("{}. {}", Card::Days.title(), figures.about(Card::Days));
    charts::heat(ui, &name, &days, extent);
}

/// A name, a bar with a whisker, and its words.
fn bar(
    ui: &mut Ui,
    (name, room): (&str, f32),
    share: Option<f64>,
    between: Option<(f64, f64)>,
    side: Side,
    (words, short): (&str, &str),
) {
    let tokens = tokens(ui);
    ui.horizontal(|ui| {
        ui.set_height(21.0);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(room, 20.0), layout, |ui| {
            ui.set_min_width(room);
            text::line(ui, name, Type::Small, tokens.ink);
        });
        let extent = Vec2::new((ui.available_width() - 104.0).max(30.0), 8.0);
        let share = share.map(|it| it as f32);
        let between = between.map(|(low, high)| (low as f32, high as f32));
        meter::meter(ui, (name, words), share, between, side, extent);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            text::fixed(ui, short, Type::Micro, tokens.ink);
        });
    });
}

/// The categories of which most was met, in the catalogue's order.
fn categories(ui: &mut Ui, figures: &Figures) {
    let table = figures.table(Card::Categories);
    let all = &figures.insights.categories;
    let mut most: Vec<usize> = (0..all.len()).filter(|at| all[*at].1.met > 0).collect();
    most.sort_by_key(|at| std::cmp::Reverse(all[*at].1.met));
    let left_out = most.split_off(most.len().min(CATEGORIES)).len();
    most.sort_unstable();
    for at in most {
        let known = all[at].1.known;
        let room = (ui.available_width() * 0.42).min(176.0);
        let (name, between) = (table.rows[at][0].shown(), known.map(|it| (it.low, it.high)));
        let words = (&*words::known(known), &*words::known_short(known));
        bar(ui, (&name, room), known.map(|it| it.share), between, Side::None, words);
    }
    if left_out > 0 {
        let rest = format!("{left_out} more in the table.");
        text::text(ui, rest, Type::Micro, tokens(ui).ink3);
    }
}

fn ahead(ui: &mut Ui, figures: &Figures, extent: Vec2) {
    let counts = &figures.insights.due_ahead;
    charts::columns(ui, &spoken(figures, Card::Ahead, 14), counts, &figures.days, extent);
}

fn share_bar(ui: &mut Ui, name: &str, share: Share, side: Side) {
    let room = (ui.available_width() * 0.34).min(150.0);
    let between = share.between().map(|it| (it.low, it.high));
    let (words, short) = match share.told() {
        Some(right) => {
            let right = words::percent(right as f32);
            (format!("{right} of {}", share.n()), format!("{right} of {}", share.n()))
        }
        None => (needs(share), format!("{} of {}", share.n(), demarc_study::ENOUGH)),
    };
    bar(ui, (name, room), share.told(), between, side, (&words, &short));
}

fn retention(ui: &mut Ui, figures: &Figures, extent: Vec2) {
    let it = &figures.insights.retention;
    for (gap, share) in GAPS.iter().zip(it.gaps) {
        share_bar(ui, &gap_in_words(*gap), share, Side::None);
    }
    ui.add_space(4.0);
    let height = (extent.y - 4.0 * 24.0 - 4.0).max(70.0);
    let name = format!("{} over time", Card::Retention.title());
    points(ui, &name, &it.points, Some(0.9), Vec2::new(extent.x, height));
}

/// Shares over time with their band.
fn points(ui: &mut Ui, name: &str, points: &[SharePoint], target: Option<f32>, extent: Vec2) {
    let last = points.len().saturating_sub(1).max(1) as f32;
    let places = points.iter().enumerate().filter_map(|(index, point)| {
        let between = point.share.between().map(|it| (it.low as f32, it.high as f32));
        Some(CurvePoint { x: index as f32 / last, y: point.share.told()? as f32, between })
    });
    let curve = Curve { points: places.collect(), dashed: false };
    let date = |at: Option<&SharePoint>| at.map_or_else(String::new, |it| words::day_short(it.to));
    let end = if points.len() > 1 { date(points.last()) } else { String::new() };
    charts::curves(ui, name, &[curve], target, (&date(points.first()), &end), extent);
}

fn transfer(ui: &mut Ui, figures: &Figures, extent: Vec2) {
    let name = spoken(figures, Card::Transfer, 4);
    points(ui, &name, &figures.insights.transfer.points, None, extent);
}

fn forecast(ui: &mut Ui, figures: &Figures, extent: Vec2) {
    let all = &figures.insights.foretold;
    let reach = match (all.first(), all.last()) {
        (Some(first), Some(last)) => last.day.since(first.day).max(1) as f32,
        _ => 1.0,
    };
    let curve = |dashed: bool, known: fn(&Foretold) -> Option<Known>| {
        let places = all.iter().filter_map(|it| {
            let known = known(it)?;
            Some(CurvePoint {
                x: it.day.since(all.first()?.day) as f32 / reach,
                y: known.share as f32,
                between: Some((known.low as f32, known.high as f32)),
            })
        });
        Curve { points: places.collect(), dashed }
    };
    let curves = [curve(false, |it| it.reviewing), curve(true, |it| it.stopping)];
    let end = all.last().map_or_else(String::new, |it| words::day_short(it.day));
    let name = spoken(figures, Card::Forecast, 6);
    charts::curves(ui, &name, &curves, None, ("today", &end), extent);
}

fn predicted(ui: &mut Ui, figures: &Figures, extent: Vec2) {
    let bins = figures.insights.predicted.bins.iter().filter_map(|bin| {
        let was = bin.share.tally.score()? as f32;
        let between = bin.share.between().map(|it| (it.low as f32, it.high as f32));
        Some(Bin { said: bin.said? as f32, was, between })
    });
    let bins: Vec<Bin> = bins.collect();
    charts::bins(ui, &spoken(figures, Card::Predicted, 8), &bins, extent);
}

fn confusion(ui: &mut Ui, figures: &Figures) {
    let tokens = tokens(ui);
    let it = &figures.insights.confusion;
    // The bar is what was said wrongly, in the colour of the side that was said.
    let wrong = |share: Share| Share {
        tally: demarc_study::Tally { right: share.tally.wrong, wrong: share.tally.right },
    };
    share_bar(ui, "OF, said IN", wrong(it.when_of), Side::In);
    share_bar(ui, "IN, said OF", wrong(it.when_in), Side::Of);
    ui.add_space(4.0);
    let rows = figures.table(Card::Confusion).rows.iter().skip(2).take(5);
    for row in rows {
        let words = format!(
            "{}: said {} {} of {} times",
            row[0].shown(),
            row[1].shown(),
            row[2].shown(),
            row[3].shown()
        );
        text::line(ui, words, Type::Small, tokens.ink2);
    }
}

fn pace(ui: &mut Ui, figures: &Figures, extent: Vec2) {
    let spans = figures.insights.pace.iter().map(|it| Span {
        name: it.form.title().to_owned(),
        quartiles: it.quartiles.map(|it| it.map(|ms| ms as f32 / 1_000.0)),
        needs: format!(
            "{} of {}",
            words::count(it.n as usize, "answer", "answers"),
            demarc_study::ENOUGH
        ),
    });
    let spans: Vec<Span> = spans.collect();
    charts::spans(ui, &spoken(figures, Card::Pace, 12), &spans, extent);
}
