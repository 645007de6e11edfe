//! The stack of a deployment as the picture shows it: layers from the top, and the line.

use demarc_catalogue::{Catalogue, Cell, DeploymentIx, DutyIx, Layer, Side, Subject};

/// A layer of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerView {
    /// Its name.
    pub name: &'static str,
    /// What stands in it here.
    pub about: String,
    /// Share of it that lies above the line: 1 is all IN, 0 all OF.
    pub above: f32,
    /// Duties of this layer on the other side of the line.
    pub exceptions: Vec<Side>,
    /// The label of the asked duty.
    pub asked: Option<String>,
}

/// The picture of one deployment's stack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StackView {
    /// "The line on AWS Lambda".
    pub title: String,
    /// "zip, auto".
    pub variant: String,
    /// Layers from the top.
    pub layers: Vec<LayerView>,
    /// The line, in layers from the top.
    pub line: f32,
    /// The exceptions in words; empty if there are none.
    pub exceptions: String,
}

impl StackView {
    /// The stack of a deployment, or of several that work together.
    pub fn of_subject(catalogue: &Catalogue, subject: Subject) -> Self {
        let Subject::Stack(stack) = subject else {
            let part = catalogue.parts_of(subject).first().copied();
            return part.map_or_else(Self::default, |at| Self::of(catalogue, at, None));
        };
        let sides = catalogue.compare(subject, subject);
        let above = catalogue.layers_above(subject);
        let crossing = |layer: Layer| {
            let exceptions = sides.left.exceptions.iter().copied();
            exceptions.filter(move |duty| catalogue.duty(*duty).layer == layer)
        };
        let side = |duty: DutyIx| sides.duties.iter().find(|it| it.duty == duty).map(|it| it.left);
        let layer = |layer: &Layer| LayerView {
            name: layer.name(),
            about: String::new(),
            above: above[layer.index()],
            exceptions: crossing(*layer).filter_map(side).collect(),
            asked: None,
        };
        let layers: Vec<LayerView> = Layer::ALL.iter().rev().map(layer).collect();
        let it = &catalogue.stacks()[stack.index()];
        let parts = it.parts.iter().map(|part| catalogue.service_of(*part).short.as_str());
        Self {
            title: format!("The line on {}", it.name),
            variant: parts.collect::<Vec<_>>().join(" \u{b7} "),
            line: layers.iter().map(|layer| layer.above).sum(),
            layers,
            exceptions: named(catalogue, &sides.left.exceptions),
        }
    }

    /// The stack of a deployment, with the duty of `asked` marked.
    pub fn of(catalogue: &Catalogue, deployment: DeploymentIx, asked: Option<Cell>) -> Self {
        let line = catalogue.line(deployment);
        let above = catalogue.layers_above(Subject::Deployment(deployment));
        let service = catalogue.service_of(deployment);
        let layers: Vec<LayerView> = Layer::ALL
            .iter()
            .rev()
            .map(|layer| LayerView {
                name: layer.name(),
                about: catalogue.layer_words(deployment, *layer).unwrap_or_default().to_owned(),
                above: above[layer.index()],
                exceptions: line
                    .exceptions
                    .iter()
                    .filter(|duty| catalogue.duty(**duty).layer == *layer)
                    .map(|duty| catalogue.ruling(Cell { deployment, duty: *duty }).side)
                    .collect(),
                asked: asked
                    .filter(|cell| catalogue.duty(cell.duty).layer == *layer)
                    .map(|cell| catalogue.duty(cell.duty).label.clone()),
            })
            .collect();
        let cut = layers.iter().map(|layer| layer.above).sum();
        Self {
            title: format!("The line on {}", service.name),
            variant: catalogue.variant(deployment).to_owned(),
            layers,
            line: cut,
            exceptions: named(catalogue, &line.exceptions),
        }
    }
}

/// Duties in a sentence, the last of many counted.
fn named(catalogue: &Catalogue, duties: &[DutyIx]) -> String {
    let named: Vec<&str> = duties.iter().map(|duty| catalogue.duty(*duty).label.as_str()).collect();
    match named.len() {
        0..=5 => named.join(", "),
        n => format!("{} and {} more", named[..4].join(", "), n - 4),
    }
}
