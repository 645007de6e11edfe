//! `demarc quiz`: practice in the terminal, one answer a line.

mod key;
pub(super) mod lines;

use std::io::{self, BufRead};

use demarc_catalogue::{Catalogue, Cell};
use demarc_study::{Choice, Confidence, Moment, Phase, Plan, Said, Study};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::args::QuizArgs;
use super::failure::Failure;
use super::out::Out;
use super::page::{Page, count};
use super::{Clock, explain, names, score};
use key::Key;
use lines::Lines;

/// How many questions there are if nobody says.
const USUAL: u16 = 10;
/// The longest time that counts as thinking, in milliseconds.
const LONGEST_MS: i64 = 60_000;

/// What the questions are to be chosen from.
pub(super) fn plan(catalogue: &Catalogue, wanted: &QuizArgs) -> Result<Plan, Failure> {
    let length = usize::from(wanted.questions.unwrap_or(USUAL));
    let Some(id) = &wanted.service else { return Ok(Plan::Mixed { count: length }) };
    let service = names::service(catalogue, id)?;
    let services = vec![catalogue.service(service).id.clone()];
    Ok(Plan::Choice(Choice { services, length, ..Choice::default() }))
}

/// A quiz under way.
pub(super) struct Quiz<'a, R> {
    study: &'a mut Study,
    clock: Clock,
    lines: Lines<R>,
    echo: bool,
    page: Page<'a>,
    /// When the question at hand was shown.
    shown: Moment,
    /// The cell answered last, unless that was taken back.
    last: Option<Cell>,
    /// The scenario whose situation was told last.
    told: Option<usize>,
}

/// What the learner did at a prompt.
enum Step {
    Key(Key),
    Nothing,
    Unknown,
    End,
}

impl<'a, R: BufRead> Quiz<'a, R> {
    /// A quiz that reads from `input`; `echo` where nobody sees what is typed.
    pub fn new(
        study: &'a mut Study,
        clock: Clock,
        input: R,
        echo: bool,
        out: &'a mut Out,
    ) -> Quiz<'a, R> {
        let page = Page::new(out);
        let lines = Lines::new(input);
        Quiz { study, clock, lines, echo, page, shown: clock(), last: None, told: None }
    }

    /// Asks until the questions or the input end, and says the score.
    pub fn run(mut self, wanted: &QuizArgs, plan: &Plan) -> Result<(), Failure> {
        self.open(wanted, plan)?;
        self.keys()?;
        let mut going = true;
        while going {
            let Some(session) = self.study.session() else { break };
            going = match session.phase {
                Phase::Question => self.ask()?,
                Phase::Feedback if session.left() > 0 => {
                    self.study.advance();
                    true
                }
                Phase::Feedback | Phase::Finished => self.close()?,
            };
        }
        self.study.end((self.clock)())?;
        Ok(())
    }

    /// Goes on with the session left open, or starts one.
    fn open(&mut self, wanted: &QuizArgs, plan: &Plan) -> Result<(), Failure> {
        let now = (self.clock)();
        let left = self.study.resumable().map(|session| count(session.left(), "question"));
        if wanted.is_open() && left.is_some() && self.study.resume(now) {
            let left = left.unwrap_or_default();
            self.page.text(0, &format!("Going on with the session you left: {left} to come."))?;
            return Ok(());
        }
        let mut rng: StdRng = wanted.seed.map_or_else(rand::make_rng, StdRng::seed_from_u64);
        let questions = self.study.start(plan, now, &mut rng)?;
        if let Some(left) = left {
            let line = format!("The session you left, with {left} to come, ends here: a new one.");
            self.page.text(0, &line)?;
        }
        Ok(self.page.text(0, &format!("{} to answer.", count(questions, "question")))?)
    }

    /// Shows the question at hand and does what is answered; whether to go on.
    fn ask(&mut self) -> Result<bool, Failure> {
        self.show()?;
        self.shown = (self.clock)();
        loop {
            match self.read()? {
                Step::Key(Key::Answer(said, confidence)) => {
                    self.answer(said, confidence)?;
                    return Ok(true);
                }
                Step::Key(Key::Undo) => {
                    if self.undo()? {
                        return Ok(true);
                    }
                }
                Step::Key(Key::Skip) => {
                    self.study.skip((self.clock)())?;
                    return Ok(true);
                }
                Step::Key(Key::Why) => match self.last {
                    Some(cell) => {
                        self.why(cell)?;
                        return Ok(true);
                    }
                    None => self.keys()?,
                },
                Step::Key(Key::Quit) | Step::End => {
                    self.score()?;
                    return Ok(false);
                }
                Step::Nothing | Step::Unknown => self.hint()?,
            }
        }
    }

    /// After the last question: the score, and a last chance to look or to take back.
    fn close(&mut self) -> Result<bool, Failure> {
        self.score()?;
        self.page.text(0, "Enter ends; u takes the last answer back; ? says more about it.")?;
        loop {
            match self.read()? {
                Step::Key(Key::Undo) if self.undo()? => return Ok(true),
                Step::Key(Key::Undo) => {}
                Step::Key(Key::Why) => match self.last {
                    Some(cell) => self.why(cell)?,
                    None => self.keys()?,
                },
                Step::Nothing | Step::End | Step::Key(Key::Quit) => return Ok(false),
                Step::Unknown | Step::Key(_) => {
                    self.page.text(0, "No question is left: Enter, u or ?")?;
                }
            }
        }
    }

    fn show(&mut self) -> Result<(), Failure> {
        let Some(session) = self.study.session() else { return Ok(()) };
        let Some(item) = session.item().copied() else { return Ok(()) };
        let catalogue = self.study.catalogue();
        let planned = session.items.iter().filter(|item| !item.repeat).count();
        let place = match item.repeat {
            true => "Once more".to_owned(),
            false => format!("{} of {planned}", item.number + 1),
        };
        let category = catalogue.service_of(item.cell.deployment).category;
        let category = &catalogue.categories()[category.index()].name;
        self.page.gap()?;
        self.page.text(0, &format!("{place} \u{b7} {category}"))?;
        let mut prompt = catalogue.prompt(item.cell);
        if let Some(part) = item.scenario {
            let scenario = &catalogue.scenarios()[part.scenario.index()];
            if self.told != Some(part.scenario.index()) {
                self.page.strong(&scenario.title)?;
                self.page.text(0, &scenario.text)?;
                self.told = Some(part.scenario.index());
            }
            if let Some(verdict) = scenario.verdicts.get(part.verdict) {
                prompt.clone_from(&verdict.prompt);
            }
        }
        self.page.strong(catalogue.deployment_name(item.cell.deployment))?;
        Ok(self.page.text(0, &prompt)?)
    }

    fn answer(&mut self, said: Said, confidence: Confidence) -> Result<(), Failure> {
        let now = (self.clock)();
        let took = now.utc_ms.saturating_sub(self.shown.utc_ms).clamp(0, LONGEST_MS);
        let took = u32::try_from(took).unwrap_or_default();
        let marked = self.study.answer(said, confidence, took, now)?;
        self.last = Some(marked.cell);
        let catalogue = self.study.catalogue();
        let verdict = explain::verdict(catalogue, marked.cell);
        let mut words = match marked.right {
            true => format!("Right: {verdict}."),
            false => format!("Wrong: {verdict}."),
        };
        if marked.changed_from.is_some() {
            words.push_str(" This ruling has changed since you last answered.");
        }
        if marked.comes_back_this_session {
            words.push_str(" It comes back in this session.");
        } else if let Some(days) = marked.next_due {
            words.push_str(&format!(" It comes back in {}.", count(days as usize, "day")));
        }
        self.page.strong(&words)?;
        Ok(explain::short(&mut self.page, catalogue, marked.cell, !marked.right)?)
    }

    /// Takes back what was done last; whether there was anything.
    fn undo(&mut self) -> Result<bool, Failure> {
        let undone = self.study.undo((self.clock)())?.is_some();
        if undone {
            self.last = None;
            self.page.text(0, "Taken back.")?;
        } else {
            self.page.text(0, "There is nothing to take back.")?;
        }
        Ok(undone)
    }

    fn why(&mut self, cell: Cell) -> io::Result<()> {
        let today = (self.clock)().day().date();
        self.page.gap()?;
        explain::full(&mut self.page, self.study.catalogue(), cell, today)
    }

    fn score(&mut self) -> Result<(), Failure> {
        let report = self.study.session().and_then(|session| self.study.report(session.id));
        Ok(score::show(&mut self.page, self.study.catalogue(), report.as_ref())?)
    }

    fn keys(&mut self) -> io::Result<()> {
        let provider = &self.study.catalogue().provider().name;
        self.page
            .line(2, &format!("a s d  OF the cloud, {provider} does it: sure, likely, guess"))?;
        self.page.line(2, "j k l  IN the cloud, you do it: guess, likely, sure")?;
        self.page.line(2, "u undo   x skip   ? why   q quit")
    }

    fn hint(&mut self) -> io::Result<()> {
        self.page.line(0, "One letter: a s d for OF, j k l for IN; u undo, x skip, ? why, q quit.")
    }

    fn read(&mut self) -> Result<Step, Failure> {
        self.page.prompt()?;
        let Some(line) = self.lines.next()? else {
            self.page.gap()?;
            return Ok(Step::End);
        };
        let key = Key::of(&line);
        if self.echo {
            self.page.line(0, key.map_or("", Key::word))?;
        }
        Ok(match key {
            Some(key) => Step::Key(key),
            None if line.trim().is_empty() => Step::Nothing,
            None => Step::Unknown,
        })
    }
}
