//! Sources are pages that can be opened, and were read before today.

use super::Court;
use crate::date::Date;

impl Court<'_> {
    pub(super) fn sources(&mut self, today: Date) {
        for source in self.catalogue.sources() {
            let host = source.url.strip_prefix("https://").map(|rest| rest.split('/').next());
            let good = host.flatten().is_some_and(|host| host.contains('.'))
                && source.url.bytes().all(|byte| byte.is_ascii_graphic());
            if !good {
                let message = format!("the source `{}` has no https address", source.id);
                let problem = self.at(source.spots.at("url"), message);
                self.say(problem.label("begins with https:// and a host, without spaces"));
            }
        }
        for cite in self.catalogue.rules().iter().flat_map(|rule| &rule.cites) {
            if cite.checked > today {
                let message = format!("this source was read in the future: {}", cite.checked);
                self.say(self.at(cite.place, message).label(format!("today is {today}")));
            }
        }
        let content = &self.catalogue.parts.content;
        if content.released > today {
            let message = format!("this content is released in the future: {}", content.released);
            let problem = self.at(content.spots.at("released"), message);
            self.say(problem.label(format!("today is {today}")));
        }
    }
}
