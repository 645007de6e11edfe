//! The stack of a deployment as the picture shows it: layers from the top, and the line.

use demarc_catalogue::{Catalogue, Cell, DeploymentIx, Layer, Side};

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
#[derive(Clone, Debug, PartialEq)]
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

/// Share of a layer that is drawn above a line which divides it: half, so that both show.
const DIVIDED: f32 = 0.5;

impl StackView {
    /// The stack of a deployment, with the duty of `asked` marked.
    pub fn of(catalogue: &Catalogue, deployment: DeploymentIx, asked: Option<Cell>) -> Self {
        let line = catalogue.line(deployment);
        let service = catalogue.service_of(deployment);
        let layers: Vec<LayerView> = Layer::ALL
            .iter()
            .rev()
            .map(|layer| LayerView {
                name: layer.name(),
                about: catalogue.layer_words(deployment, *layer).unwrap_or_default().to_owned(),
                above: above(catalogue, deployment, *layer),
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
        let named: Vec<&str> =
            line.exceptions.iter().map(|duty| catalogue.duty(*duty).label.as_str()).collect();
        Self {
            title: format!("The line on {}", service.name),
            variant: catalogue.variant(deployment).to_owned(),
            layers,
            line: cut,
            exceptions: match named.len() {
                0..=5 => named.join(", "),
                n => format!("{} and {} more", named[..4].join(", "), n - 4),
            },
        }
    }
}

/// Share of a layer above the line. A layer is divided if duties that vote lie on both sides of it.
fn above(catalogue: &Catalogue, deployment: DeploymentIx, layer: Layer) -> f32 {
    let position = catalogue.line(deployment).position;
    let mut below_votes = false;
    let mut above_votes = false;
    let mut all_below = true;
    for duty in catalogue.duty_ixs().filter(|duty| catalogue.duty(*duty).layer == layer) {
        let is_below = duty.index() < position;
        all_below &= is_below;
        let side = catalogue.ruling(Cell { deployment, duty }).side;
        if catalogue.duty(duty).votes && side.is_askable() {
            below_votes |= is_below;
            above_votes |= !is_below;
        }
    }
    match (below_votes, above_votes) {
        (true, true) => DIVIDED,
        (true, false) => 0.0,
        (false, true) => 1.0,
        (false, false) => {
            if all_below {
                0.0
            } else {
                1.0
            }
        }
    }
}
