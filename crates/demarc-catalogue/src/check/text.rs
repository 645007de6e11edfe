//! What learners read: short, plain, filled, and without words that belong to the model.

use std::collections::BTreeSet;

use super::Court;
use crate::ix::Cell;
use crate::nearest::listed;
use crate::place::{Place, Spots};
use crate::words::{needed, pieces};

/// A prompt's length at most.
const PROMPT: usize = 160;
/// A reason's length at most.
const REASON: usize = 300;
/// Words of the model that are no words for learners: a duty is on one side, and you are "you".
const REFUSED: [&str; 2] = ["shared", "customer"];
/// Words that every sentence may use, beside those of [words].
const ALWAYS: [&str; 2] = ["service", "provider"];

impl Court<'_> {
    pub(super) fn texts(&mut self) {
        for duty in self.catalogue.duties() {
            self.prose(&duty.text, duty.spots.at("text"), true);
            self.prose(&duty.principle_of, duty.spots.at("of"), true);
            self.prose(&duty.principle_in, duty.spots.at("in"), true);
        }
        for rule in self.catalogue.rules() {
            if rule.spots.values.is_empty() {
                continue;
            }
            self.prose(&rule.why, rule.spots.at("why"), true);
            self.optional(&rule.stays, &rule.spots, "stays");
            self.optional(&rule.principle, &rule.spots, "principle");
        }
        for misconception in self.catalogue.misconceptions() {
            self.prose(&misconception.belief, misconception.spots.at("belief"), false);
            self.prose(&misconception.refutation, misconception.spots.at("refutation"), false);
        }
        for scenario in self.catalogue.scenarios() {
            self.prose(&scenario.text, scenario.spots.at("text"), false);
            for verdict in &scenario.verdicts {
                self.prose(&verdict.prompt, verdict.spots.at("prompt"), false);
                self.short_enough(&verdict.prompt, PROMPT, verdict.spots.at("prompt"), "");
            }
        }
        for word in self.catalogue.parts.words.values() {
            self.prose(&word.text, word.place, false);
        }
        self.own_words();
        self.prompts();
        self.reasons();
    }

    fn optional(&mut self, text: &Option<String>, spots: &Spots, key: &str) {
        if let Some(text) = text {
            self.prose(text, spots.at(key), true);
        }
    }

    /// The words that services and deployments bring.
    fn own_words(&mut self) {
        let services = self.catalogue.services().iter().map(|it| (&it.words, &it.spots));
        let deployments = self.catalogue.deployments().iter().map(|it| (&it.words, &it.spots));
        for (words, spots) in services.chain(deployments) {
            for text in words.values() {
                self.prose(text, spots.at("words"), false);
            }
        }
    }

    /// What holds for every sentence of a lesson, in which the words of the model may stand.
    pub(super) fn taught(&mut self, text: &str, most: usize, place: Place) {
        self.sentence(text, place, false);
        self.short_enough(text, most, place, "");
    }

    /// What holds for every sentence outside lessons; `fills` if words may be filled in it.
    pub(super) fn prose(&mut self, text: &str, place: Place, fills: bool) {
        let words = text.split(|letter: char| !letter.is_alphanumeric() && !"{}".contains(letter));
        for word in words.filter(|word| REFUSED.iter().any(|no| word.eq_ignore_ascii_case(no))) {
            let message = format!("\"{}\" is no word for learners", word.to_lowercase());
            self.say(
                self.at(place, message)
                    .label("say who does what, and \"you\" for the reader")
                    .help("\"customers\" may stand for other people than the reader"),
            );
        }
        self.sentence(text, place, fills);
    }

    /// What holds for every sentence; `fills` if words may be filled in it.
    fn sentence(&mut self, text: &str, place: Place, fills: bool) {
        if text.trim().is_empty() || text.trim() != text || text.contains("  ") {
            self.say(
                self.at(place, "this text has spaces to spare").label("empty, or spaced oddly"),
            );
        }
        let plain: String = pieces(text)
            .into_iter()
            .map(|piece| match piece {
                crate::words::Piece::Plain(plain) => plain,
                crate::words::Piece::Word(_) => " ",
            })
            .collect();
        if plain.contains(['{', '}']) {
            self.say(self.at(place, "a brace has no other half").label("words stand in {braces}"));
        }
        for word in needed(text) {
            let known = &self.catalogue.parts.words;
            if !fills {
                let message = format!("`{{{word}}}` is not filled here");
                self.say(self.at(place, message).label("write it out"));
            } else if !known.contains_key(word) && !ALWAYS.contains(&word) {
                let good = known.keys().map(String::as_str).chain(ALWAYS);
                let problem = self.at(place, format!("there is no word `{{{word}}}`"));
                self.say(problem.label("nothing fills it").nearest(word, good));
            }
        }
    }

    pub(super) fn short_enough(&mut self, text: &str, most: usize, place: Place, by: &str) {
        let length = text.chars().count();
        if length > most {
            let problem = self.at(place, format!("this is too long to read{by}"));
            self.say(
                problem
                    .label(format!("{length} characters, at most {most}"))
                    .help(format!("it reads: {text}")),
            );
        }
    }

    /// Every prompt that can be asked, with its words filled.
    fn prompts(&mut self) {
        for duty in self.catalogue.duty_ixs() {
            let mut said: BTreeSet<String> = BTreeSet::new();
            for deployment in self.catalogue.deployment_ixs() {
                let cell = Cell { deployment, duty };
                if !self.catalogue.askable[self.catalogue.cell_number(cell)] {
                    continue;
                }
                let prompt = self.catalogue.prompt(cell);
                if prompt.chars().count() <= PROMPT || !said.insert(prompt.clone()) {
                    continue;
                }
                let by = format!(" for `{}`", self.catalogue.deployment(deployment).id);
                self.short_enough(&prompt, PROMPT, self.words_of(cell), &by);
            }
        }
    }

    /// Where a prompt's words come from: the deployment, the service, or else the duty.
    fn words_of(&self, cell: Cell) -> Place {
        let duty = self.catalogue.duty(cell.duty);
        let deployment = self.catalogue.deployment(cell.deployment);
        let service = self.catalogue.service(deployment.service);
        let words: Vec<&str> = needed(&duty.text).collect();
        let has = |own: &std::collections::BTreeMap<String, String>| {
            words.iter().any(|word| own.contains_key(*word))
        };
        if has(&deployment.words) {
            deployment.spots.at("words")
        } else if has(&service.words) {
            service.spots.at("words")
        } else {
            duty.spots.at("text")
        }
    }

    /// Every reason, with its words filled, where its rule decides.
    fn reasons(&mut self) {
        let mut longest: Vec<(usize, String, Vec<String>)> =
            vec![(0, String::new(), Vec::new()); self.catalogue.rules().len()];
        for cell in self.catalogue.cells() {
            let rule = self.catalogue.ruling(cell).rule;
            let why = self.catalogue.fill(&self.catalogue.rule(rule).why, cell.deployment);
            let length = why.chars().count();
            let (most, text, ids) = &mut longest[rule.index()];
            if length > *most {
                (*most, *text) = (length, why);
            }
            let id = &self.catalogue.deployment(cell.deployment).id;
            if length > REASON && !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        for (rule, (_, text, ids)) in self.catalogue.rules().iter().zip(longest) {
            if !ids.is_empty() {
                let by = format!(" in {}", listed(ids.iter().map(String::as_str)));
                self.short_enough(&text, REASON, rule.spots.at("why"), &by);
            }
        }
    }
}
