//! Needs offer a choice, between ways that differ and are asked.

use super::Court;
use crate::compare::Subject;
use crate::need::Need;

/// Characters of a name at most: one line of a button.
const NAME: usize = 32;
/// Characters of what is wanted at most: two lines.
const TEXT: usize = 140;
/// Characters at most of what none of the ways covers.
const BESIDE: usize = 180;

impl Court<'_> {
    pub(super) fn needs(&mut self) {
        for need in self.catalogue.needs() {
            self.need_text(need);
            self.ways(need);
        }
        let needs = self.catalogue.needs().iter();
        self.told_apart(needs.map(|need| (&need.name, need.spots.at("name"))));
    }

    fn need_text(&mut self, need: &Need) {
        for (text, key, most) in [
            (&need.name, "name", NAME),
            (&need.text, "text", TEXT),
            (&need.beside, "beside", BESIDE),
        ] {
            self.prose(text, need.spots.at(key), false);
            self.short_enough(text, most, need.spots.at(key), "");
        }
    }

    fn ways(&mut self, need: &Need) {
        if need.written < 2 {
            let message = format!("the need `{}` leaves no choice", need.id);
            let problem = self.at(need.spots.at("id"), message);
            self.say(problem.label("two ways or more, in `stacks` and `deployments`"));
        }
        for (at, way) in need.ways.iter().enumerate() {
            let key = match way {
                Subject::Stack(_) => "stacks",
                Subject::Deployment(_) => "deployments",
            };
            let id = self.catalogue.subject_id(*way);
            if need.ways[..at].contains(way) {
                let message = format!("`{id}` meets the need `{}` twice", need.id);
                self.say(self.at(need.spots.at(key), message).label("name it once"));
            }
            if matches!(way, Subject::Deployment(it) if self.catalogue.is_entry(*it)) {
                let message = format!("`{id}` is the provider's own entry, and meets no need");
                self.say(self.at(need.spots.at(key), message).label("name a service's deployment"));
            }
        }
    }
}
