//! Whether a changelog names every ruling that moved, and none that did not.

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::moved::{Changes, Moved, MovedWords};
use crate::released::Released;

/// The heading under which moved rulings are named, with the version behind it.
const HEADING: &str = "### The line moved, rulings ";

/// What stands between a catalogue and its release: rulings that moved and are not named in the
/// changelog under "The line moved, rulings VERSION", what is named there and did not move, ids
/// that are gone, and a version that was not raised. One sentence each; empty if all is told.
///
/// An entry is one bullet, the reason behind it:
/// ``- `runtime.apply`, of to in: `lambda.image`, `lambda.zip.auto`. The guide says ...``
/// A service's id stands for all of its deployments in which the duty moved so.
pub fn untold(
    catalogue: &Catalogue,
    released: &Released,
    changes: &Changes,
    changelog: &str,
) -> Vec<String> {
    let mut said = Vec::new();
    for (kind, id) in &changes.gone {
        said.push(format!(
            "The {} `{id}` is gone since {}; what took its place needs `was = [\"{id}\"]`.",
            kind.as_str(),
            released.version
        ));
    }
    let version = catalogue.content_version();
    if version == released.version {
        if Released::of(catalogue) != *released {
            said.push(format!(
                "The content is not what was released as {version}; give it a version and a date \
                 of its own, in `[content]` of provider.toml."
            ));
        }
        return said;
    }
    if catalogue.released() < released.released {
        said.push(format!("{version} is dated before {}, the last release.", released.version));
    }
    let mut open: BTreeSet<Moved> = changes.moved.iter().copied().collect();
    for entry in entries(changelog, version) {
        match Told::read(&entry) {
            Err(what) => said.push(format!("{HEADING}{version}: {what}: \u{201c}{entry}\u{201d}")),
            Ok(told) => {
                for place in &told.places {
                    let count = open.len();
                    open.retain(|moved| !told.names(catalogue, moved, place));
                    if open.len() == count {
                        said.push(format!(
                            "{HEADING}{version} names `{}` in `{place}`, {} to {}, which did not \
                             move so.",
                            told.duty, told.was, told.is
                        ));
                    }
                }
            }
        }
    }
    for moved in open {
        said.push(format!(
            "{} since {}. If that is right, name it in CHANGELOG.md under \u{201c}{HEADING}{version}\u{201d}.",
            MovedWords(catalogue, moved),
            released.version
        ));
    }
    said
}

/// The bullets under the heading of a version, each in one line.
fn entries(changelog: &str, version: &str) -> Vec<String> {
    let heading = format!("{HEADING}{version}");
    let below = changelog.lines().skip_while(|line| line.trim_end() != heading).skip(1);
    let mut entries: Vec<String> = Vec::new();
    for line in below.take_while(|line| !line.starts_with('#')) {
        if let Some(first) = line.strip_prefix("- ") {
            entries.push(first.trim().to_owned());
        } else if let (Some(entry), false) = (entries.last_mut(), line.trim().is_empty()) {
            entry.push(' ');
            entry.push_str(line.trim());
        }
    }
    entries
}

/// One bullet: a duty that moved the same way in some deployments.
struct Told<'e> {
    duty: &'e str,
    was: &'e str,
    is: &'e str,
    places: Vec<&'e str>,
}

impl<'e> Told<'e> {
    fn read(entry: &'e str) -> Result<Told<'e>, &'static str> {
        const SHAPE: &str = "this is not written as `duty`, side to side: `deployment`. Reason";
        let (head, tail) = entry.split_once(": ").ok_or(SHAPE)?;
        let (duty, sides) = head.split_once(", ").ok_or(SHAPE)?;
        let (was, is) = sides.split_once(" to ").ok_or(SHAPE)?;
        let duty = quoted(duty).ok_or(SHAPE)?;
        // The full stop stands behind the quote that closes the last deployment.
        let (list, reason) = tail.split_once("`. ").ok_or(SHAPE)?;
        let list = &tail[..=list.len()];
        let places: Option<Vec<&str>> = list.split(", ").map(quoted).collect();
        match places {
            Some(places) if !reason.trim().is_empty() => Ok(Told { duty, was, is, places }),
            _ => Err(SHAPE),
        }
    }

    fn names(&self, catalogue: &Catalogue, moved: &Moved, place: &str) -> bool {
        let deployment = catalogue.deployment(moved.cell.deployment);
        catalogue.duty(moved.cell.duty).id == self.duty
            && moved.was.as_str() == self.was
            && moved.is.as_str() == self.is
            && (deployment.id == place || catalogue.service(deployment.service).id == place)
    }
}

fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('`')?.strip_suffix('`').filter(|inner| !inner.contains('`'))
}
