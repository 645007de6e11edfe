//! The text of a lesson for a terminal, with its picture in words.

use demarc_catalogue::{LessonIx, Side};
use demarc_study::{Moment, Study};

use crate::cli::failure::Failure;
use crate::cli::page::Page;
use crate::model::lesson::{LessonView, PictureView};
use crate::model::stack::StackView;

/// Prints the text.
pub(super) fn text(
    page: &mut Page<'_>,
    study: &Study,
    lesson: LessonIx,
    now: Moment,
) -> Result<(), Failure> {
    let view = LessonView::of(study, lesson, now);
    let provider = &study.catalogue().provider().name;
    page.text(0, &format!("{} \u{b7} {} of {} right", view.place, view.count(), view.right.len()))?;
    page.strong(&view.title)?;
    page.text(0, &view.lead)?;
    for (head, words) in &view.points {
        page.heading(head)?;
        page.text(2, words)?;
    }
    if let Some(picture) = &view.picture {
        page.gap()?;
        self::picture(page, picture, provider)?;
    }
    page.heading("Sources")?;
    for source in &view.sources {
        page.text(2, &source.title)?;
        page.line(2, &source.url)?;
    }
    Ok(())
}

fn picture(page: &mut Page<'_>, picture: &PictureView, provider: &str) -> Result<(), Failure> {
    match picture {
        PictureView::Stacks(stacks) => {
            for stack in stacks {
                let name = match stack.variant.as_str() {
                    "" => stack.title.clone(),
                    variant => format!("{}, {variant}", stack.title),
                };
                page.strong(&name)?;
                page.text(2, &format!("IN: you: {}", layers(stack, |above| above > 0.0)))?;
                page.text(2, &format!("OF: {provider}: {}", layers(stack, |above| above < 1.0)))?;
            }
        }
        PictureView::Controls { on, rows } => {
            page.strong(on)?;
            for row in rows {
                page.text(2, &format!("{} ({})", row.name, row.kind))?;
                for (side, duties) in row.halves.iter().filter(|(_, it)| !it.is_empty()) {
                    let who = if *side == Side::Of { provider } else { "You" };
                    page.text(4, &format!("{who}: {duties}"))?;
                }
            }
        }
    }
    Ok(())
}

/// The layers, or parts of layers, of which `lies` holds, from the top.
fn layers(stack: &StackView, lies: impl Fn(f32) -> bool) -> String {
    let named = stack.layers.iter().filter(|layer| lies(layer.above));
    let names: Vec<String> = named
        .map(|layer| {
            let part = layer.above > 0.0 && layer.above < 1.0;
            if part { format!("part of {}", layer.name) } else { layer.name.to_owned() }
        })
        .collect();
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}
