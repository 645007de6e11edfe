//! Problems as text, drawn like a compiler's.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::place::SourceFile;
use crate::problem::{Problem, Severity};

/// The problems as text, one blank line between two; with terminal colours if asked.
pub fn render(problems: &[Problem], files: &[SourceFile], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let drawn: Vec<String> =
        problems.iter().map(|problem| renderer.render(&[group(problem, files)])).collect();
    drawn.join("\n\n")
}

fn group<'a>(problem: &'a Problem, files: &'a [SourceFile]) -> Group<'a> {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = Group::with_title(level.primary_title(&problem.message));
    group = match text_of(&problem.file, files) {
        Some(text) if problem.line > 0 => {
            let mut snippet = Snippet::source(text).path(&problem.file).annotation(
                AnnotationKind::Primary.span(within(&problem.span, text)).label(&problem.label),
            );
            for other in problem.others.iter().filter(|other| other.file == problem.file) {
                snippet = snippet.annotation(
                    AnnotationKind::Context.span(within(&other.span, text)).label(&other.label),
                );
            }
            group.element(snippet)
        }
        _ if problem.file.is_empty() => group,
        _ => group.element(annotate_snippets::Origin::path(&problem.file)),
    };
    for other in problem.others.iter().filter(|other| other.file != problem.file) {
        let Some(text) = text_of(&other.file, files) else { continue };
        group = group.element(Snippet::source(text).path(&other.file).annotation(
            AnnotationKind::Context.span(within(&other.span, text)).label(&other.label),
        ));
    }
    match &problem.help {
        Some(help) => group.element(Level::HELP.message(help)),
        None => group,
    }
}

fn text_of<'a>(path: &str, files: &'a [SourceFile]) -> Option<&'a str> {
    files.iter().find(|file| file.path == path).map(|file| file.text.as_ref())
}

/// The span, cut to its first line, so that a long text does not fill the screen.
fn within(span: &std::ops::Range<usize>, text: &str) -> std::ops::Range<usize> {
    let start = span.start.min(text.len());
    let end = span.end.clamp(start, text.len());
    let line = text.get(start..end).and_then(|marked| marked.find('\n'));
    start..line.map_or(end, |length| start + length)
}
