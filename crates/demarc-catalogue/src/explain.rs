//! Why a ruling is what it is: the reason, the chain of rules, the sources.

use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::ix::{Cell, RuleIx};
use crate::rule::Rule;
use crate::ruling::Level;
use crate::rulings::{candidates, level};
use crate::side::Side;
use crate::source::{Misconception, Source};

/// What a learner is told about a ruling; all words are filled.
#[derive(Clone, Debug)]
pub struct Explanation<'c> {
    /// The principle, in a few words; empty where the duty falls on neither side.
    pub principle: String,
    /// The service's own fact.
    pub why: String,
    /// What stays with the other side.
    pub stays: Option<String>,
    /// The wrong belief behind the wrong answer.
    pub misconception: Option<&'c Misconception>,
    /// What it rests on.
    pub sources: Vec<Cited<'c>>,
    /// The rules that hold here, from those said of most to the one that decides.
    pub proof: Vec<ProofStep<'c>>,
}

/// A source, and the day it was read.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'c> {
    /// What was read.
    pub source: &'c Source,
    /// When.
    pub checked: Date,
}

/// One rule that holds for a cell.
#[derive(Clone, Debug)]
pub struct ProofStep<'c> {
    /// The rule.
    pub rule: RuleIx,
    /// How near to the deployment it stands.
    pub level: Level,
    /// The file it is written in; empty for what no file says.
    pub file: &'c str,
    /// The line of the file, from 1; 0 for what no file says.
    pub line: usize,
    /// Where it puts the duty.
    pub side: Side,
    /// The third party's name, if the side is `other`.
    pub owner: Option<&'c str>,
    /// The settings it demands, each with the values it allows.
    pub when: Vec<(&'c str, Vec<&'c str>)>,
    /// Its reason.
    pub why: String,
    /// Whether this is the one that decides.
    pub decides: bool,
}

impl Catalogue {
    /// Why the ruling of a cell is what it is.
    pub fn explain(&self, cell: Cell) -> Explanation<'_> {
        let ruling = self.ruling(cell);
        let rule = self.rule(ruling.rule);
        let fill = |text: &str| self.fill(text, cell.deployment);
        let [principle, why] = self.reason(cell);
        Explanation {
            principle,
            why,
            stays: rule.stays.as_deref().map(fill),
            misconception: rule.misconception.map(|at| self.misconception(at)),
            sources: rule
                .cites
                .iter()
                .map(|cite| Cited { source: self.source(cite.source), checked: cite.checked })
                .collect(),
            proof: self.proof(cell),
        }
    }

    /// The principle of a ruling and the service's own fact, without what else there is to tell.
    pub fn reason(&self, cell: Cell) -> [String; 2] {
        let ruling = self.ruling(cell);
        let rule = self.rule(ruling.rule);
        let principle = rule
            .principle
            .as_deref()
            .or_else(|| self.duty(cell.duty).principle(ruling.side))
            .unwrap_or_default();
        [self.fill(principle, cell.deployment), self.fill(&rule.why, cell.deployment)]
    }

    /// The rules that hold for a cell, from those said of most to those said of least.
    pub fn proof(&self, cell: Cell) -> Vec<ProofStep<'_>> {
        let decides = self.ruling(cell).rule;
        let mut chain = candidates(&self.parts, &self.index, cell.deployment, cell.duty);
        // The deciding rule ends its chain; a twin that agrees with it is named before it.
        chain.retain(|&rule| rule != decides);
        chain.push(decides);
        chain.into_iter().map(|at| self.step(at, cell, at == decides)).collect()
    }

    fn step(&self, at: RuleIx, cell: Cell, decides: bool) -> ProofStep<'_> {
        let rule = self.rule(at);
        let (file, line) = self.where_is(rule);
        ProofStep {
            rule: at,
            level: level(rule),
            file,
            line,
            side: rule.side,
            owner: rule.owner.as_deref(),
            when: self.demands(rule, cell),
            why: self.fill(&rule.why, cell.deployment),
            decides,
        }
    }

    /// The file and the line of a rule; nothing for what no file says.
    fn where_is(&self, rule: &Rule) -> (&str, usize) {
        let place = rule.spots.table;
        match self.files.get(usize::from(place.file)) {
            Some(file) if place.end > 0 => {
                (&file.path, file.line_and_column(place.start as usize).0)
            }
            _ => ("", 0),
        }
    }

    fn demands(&self, rule: &Rule, cell: Cell) -> Vec<(&str, Vec<&str>)> {
        let settings = &self.service_of(cell.deployment).settings;
        let demands = rule.when.iter().map(|(setting, values)| {
            let setting = &settings[setting];
            let texts = values.into_iter().map(|value| setting.values[value].text.as_str());
            (setting.name.as_str(), texts.collect())
        });
        demands.collect()
    }
}
