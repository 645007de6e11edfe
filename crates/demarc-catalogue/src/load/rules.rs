//! Reads rules: of the provider, of a class, or of the service in whose file they stand.

use super::Loader;
use super::services::Shelf;
use crate::conditions::Conditions;
use crate::ix::{ClassIx, DutyIx, MisconceptionIx, SourceIx};
use crate::place::Place;
use crate::read::{Fields, Names, place_of};
use crate::rule::{Cite, Rule, Scope};
use crate::shape;
use crate::side::Side;

/// What rules refer to.
pub(super) struct Known<'k, 't> {
    pub(super) duties: &'k Names<'t>,
    pub(super) classes: &'k Names<'t>,
    pub(super) sources: &'k Names<'t>,
    pub(super) misconceptions: &'k Names<'t>,
    pub(super) shelf: &'k Shelf<'t>,
}

impl<'t> Loader<'t, '_> {
    pub(super) fn rules(&mut self, known: &Known<'_, 't>) -> Vec<Rule> {
        let mut rules = Vec::new();
        for (file, value) in self.every("rule") {
            if let Some(fields) = Fields::open(&shape::RULE, file, value, self.report) {
                rules.extend(self.rule(file, fields, known));
            }
        }
        rules
    }

    fn rule(&mut self, file: u16, mut fields: Fields<'t>, known: &Known<'_, 't>) -> Option<Rule> {
        let sides = Side::ALL.map(|side| (side.as_str(), side));
        let scope = self.scope(file, &mut fields, known);
        let (duties, duty_places) = self.ruled(&mut fields, known.duties);
        let side = fields.need_word("side", &sides, self.report);
        let owner = fields.text("owner", self.report);
        let when = self.when(file, &mut fields, scope, known);
        let why = fields.need_text("why", self.report);
        let stays = fields.text("stays", self.report);
        let principle = fields.text("principle", self.report);
        let misconception = fields
            .refer("misconception", known.misconceptions, self.report)
            .map(MisconceptionIx::at);
        let cites = self.cites("rule", file, &mut fields, known.sources);
        let side = side?;
        if (side == Side::Other) != owner.is_some() {
            let (place, message) = if owner.is_some() {
                (fields.place_of_key("owner"), "only the side `other` has an `owner`")
            } else {
                (fields.place_of_key("side"), "the side `other` needs an `owner`")
            };
            self.report.say(self.report.at(place, message).label("who does it?"));
        }
        Some(Rule {
            scope: scope?,
            duties,
            side,
            owner,
            when,
            why,
            stays,
            principle,
            misconception,
            cites,
            duty_places,
            spots: fields.done(),
        })
    }

    /// Of what the rule speaks; none if it names a class that is not there.
    fn scope(
        &mut self,
        file: u16,
        fields: &mut Fields<'t>,
        known: &Known<'_, 't>,
    ) -> Option<Scope> {
        if let Some(class) = fields.item("class", self.report) {
            let found = known.classes.find(class, self.report)?;
            return Some(Scope::Class(ClassIx::at(found)));
        }
        match known.shelf.of_file.get(&file) {
            Some(&service) => Some(Scope::Service(service)),
            None if self.table(file).get("service").is_some() => None,
            None => Some(Scope::Provider),
        }
    }

    /// The duties that a rule names, each once, with their places.
    fn ruled(&mut self, fields: &mut Fields<'t>, known: &Names<'t>) -> (Vec<DutyIx>, Vec<Place>) {
        let mut duties: Vec<DutyIx> = Vec::new();
        let mut places = Vec::new();
        let items = fields.list("duty", self.report);
        if items.is_empty() {
            let place = fields.place_of_key("duty");
            self.report
                .say(self.report.at(place, "this rule names no duty").label("`duty` is missing"));
        }
        for item in items {
            let Some(duty) = known.find(item, self.report).map(DutyIx::at) else { continue };
            if duties.contains(&duty) {
                self.report.say(
                    self.report
                        .at(item.place, format!("the rule names `{}` twice", item.text))
                        .label("again here"),
                );
                continue;
            }
            duties.push(duty);
            places.push(item.place);
        }
        (duties, places)
    }

    /// The rule's conditions, completed by what they imply.
    fn when(
        &mut self,
        file: u16,
        fields: &mut Fields<'t>,
        scope: Option<Scope>,
        known: &Known<'_, 't>,
    ) -> Conditions {
        let Some(value) = fields.value("when") else { return Conditions::default() };
        let Some(Scope::Service(service)) = scope else {
            self.report.say(
                self.report
                    .at(place_of(file, value), "only a service's rule can depend on settings")
                    .label("this rule speaks of more than one service"),
            );
            return Conditions::default();
        };
        let settings = &known.shelf.services[service.index()].settings;
        self.conditions(file, value, "when", settings).completed(settings)
    }

    /// The citations of `what`; none are a problem.
    pub(super) fn cites(
        &mut self,
        what: &str,
        file: u16,
        fields: &mut Fields<'t>,
        sources: &Names<'t>,
    ) -> Vec<Cite> {
        let mut cites = Vec::new();
        let tables = fields.tables("cite", self.report);
        if tables.is_empty() {
            let place = fields.place_of_key("cite");
            self.report.say(
                self.report
                    .at(place, format!("this {what} cites no source"))
                    .label("`cite` is missing")
                    .help("cite = [{ source = \"…\", checked = 2026-11-24 }]"),
            );
        }
        for value in tables {
            let Some(mut cite) = Fields::open(&shape::CITATION, file, value, self.report) else {
                continue;
            };
            let source = cite.need_refer("source", sources, self.report);
            let checked = cite.need_date("checked", self.report);
            if let (Some(source), Some(checked)) = (source, checked) {
                let place = cite.place_of_key("checked");
                cites.push(Cite { source: SourceIx::at(source), checked, place });
            }
        }
        cites
    }
}
