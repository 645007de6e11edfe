//! Sources are pages that can be opened, and were read before today; nothing is declared in vain.

use std::collections::HashSet;

use super::Court;
use crate::date::Date;
use crate::ix::{MisconceptionIx, SourceIx};
use crate::place::Place;
use crate::problem::Severity;
use crate::words::needed;

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
        for cite in self.catalogue.cites() {
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

    /// What is declared and never used is worth a look.
    pub(super) fn unused(&mut self) {
        if !self.all_sure() {
            return;
        }
        let rules = self.catalogue.rules();
        let cited: HashSet<SourceIx> = self.catalogue.cites().map(|cite| cite.source).collect();
        for (at, source) in self.catalogue.sources().iter().enumerate() {
            if !cited.contains(&SourceIx::at(at)) {
                let message = format!("nothing cites the source `{}`", source.id);
                self.idle(source.spots.at("id"), message);
            }
        }
        let shown: HashSet<MisconceptionIx> =
            rules.iter().filter_map(|rule| rule.misconception).collect();
        for (at, misconception) in self.catalogue.misconceptions().iter().enumerate() {
            if !shown.contains(&MisconceptionIx::at(at)) {
                let message = format!("no rule shows the misconception `{}`", misconception.id);
                self.idle(misconception.spots.at("id"), message);
            }
        }
        let duties = self.catalogue.duties().iter().map(|duty| duty.text.as_str());
        let reasons = rules.iter().flat_map(|rule| {
            let texts = [Some(&rule.why), rule.stays.as_ref(), rule.principle.as_ref()];
            texts.into_iter().flatten().map(String::as_str)
        });
        let used: HashSet<&str> = duties.chain(reasons).flat_map(needed).collect();
        for (name, word) in &self.catalogue.parts.words {
            if !used.contains(name.as_str()) {
                self.idle(word.place, format!("no sentence uses the word `{name}`"));
            }
        }
    }

    fn idle(&mut self, place: Place, message: String) {
        let problem = self.at(place, message).label("declared in vain");
        self.say(crate::problem::Problem { severity: Severity::Warning, ..problem });
    }
}
