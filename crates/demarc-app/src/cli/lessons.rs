//! `demarc lessons`: the list, or one lesson with its questions, one answer a line.

mod reading;

use std::io::{BufRead, Write};

use demarc_catalogue::{Asks, Catalogue, Cell, Choice, LessonIx};
use demarc_study::{LessonSaid, Moment, Said, Study};
use rand::rngs::StdRng;

use super::failure::Failure;
use super::out::Out;
use super::page::{Page, count};
use super::quiz::lines::Lines;
use super::{Clock, explain};

/// The longest time that counts as thinking, in milliseconds.
const LONGEST_MS: i64 = 60_000;

/// Prints every lesson: its number, its id, how far it has come, and its title.
pub(super) fn list(study: &Study, out: &mut Out) -> Result<(), Failure> {
    let catalogue = study.catalogue();
    let ids = catalogue.lessons().iter().map(|lesson| lesson.id.len());
    let width = ids.max().unwrap_or(0);
    for lesson in catalogue.lesson_ixs() {
        let it = catalogue.lesson(lesson);
        let progress = study.lesson_progress(lesson);
        let state = match progress.is_done() {
            true => "done".to_owned(),
            false => format!("{} of {}", progress.count(), it.questions.len()),
        };
        let number = lesson.index() + 1;
        writeln!(out, "{number:>3}  {:<width$}  {state:<7}  {}", it.id, it.title)?;
    }
    Ok(())
}

/// A lesson under way in the terminal.
pub(super) struct Teaching<'a, R> {
    study: &'a mut Study,
    lesson: LessonIx,
    clock: Clock,
    rng: StdRng,
    lines: Lines<R>,
    echo: bool,
    page: Page<'a>,
    /// The questions still to come, the one at hand first.
    queue: Vec<usize>,
    /// The queue before the answer given last.
    before: Option<Vec<usize>>,
    /// When the question at hand was shown.
    shown: Moment,
}

/// What one line of input asks for.
enum Step {
    Say(LessonSaid),
    Undo,
    Quit,
    Unknown,
}

impl<'a, R: BufRead> Teaching<'a, R> {
    /// A lesson whose answers are read from `input`; `echo` where nobody sees what is typed.
    pub fn new(
        study: &'a mut Study,
        lesson: LessonIx,
        clock: Clock,
        input: R,
        echo: bool,
        out: &'a mut Out,
    ) -> Self {
        let (page, lines) = (Page::new(out), Lines::new(input));
        let right = study.lesson_progress(lesson).right;
        let open: Vec<usize> = (0..right.len()).filter(|&at| !right[at]).collect();
        let queue = if open.is_empty() { (0..right.len()).collect() } else { open };
        let (rng, shown) = (rand::make_rng(), clock());
        Self { study, lesson, clock, rng, lines, echo, page, queue, before: None, shown }
    }

    /// Prints the lesson, and asks until its questions or the input end.
    pub fn run(mut self) -> Result<(), Failure> {
        reading::text(&mut self.page, self.study, self.lesson, (self.clock)())?;
        self.page.gap()?;
        self.page.text(0, "One answer a line; u takes the last one back, q or the end ends.")?;
        while let Some(&number) = self.queue.first() {
            self.show(number)?;
            if !self.ask(number)? {
                break;
            }
        }
        self.end()
    }

    fn show(&mut self, number: usize) -> Result<(), Failure> {
        let catalogue = self.study.catalogue();
        let lesson = catalogue.lesson(self.lesson);
        let question = &lesson.questions[number];
        self.page.gap()?;
        self.page.text(0, &format!("Question {} of {}", number + 1, lesson.questions.len()))?;
        if let Asks::Verdict(cell) = question.asks {
            self.page.text(0, catalogue.deployment_name(cell.deployment))?;
        }
        self.page.strong(&question.prompt)?;
        match &question.asks {
            Asks::Verdict(_) => {
                let provider = &catalogue.provider().name;
                self.page.line(2, &format!("a  OF the cloud, {provider} does it"))?;
                self.page.line(2, "l  IN the cloud, you do it")?;
            }
            Asks::Choice(choices) => {
                for (at, choice) in choices.iter().enumerate() {
                    self.page.text(2, &format!("{}  {}", at + 1, choice.text))?;
                }
            }
        }
        self.shown = (self.clock)();
        Ok(())
    }

    /// Reads until the question at hand is answered or another one takes its place; whether to go
    /// on.
    fn ask(&mut self, number: usize) -> Result<bool, Failure> {
        loop {
            self.page.prompt()?;
            let Some(line) = self.lines.next()? else {
                self.page.gap()?;
                return Ok(false);
            };
            let step = self.step(number, &line);
            if self.echo {
                let known = !matches!(step, Step::Unknown);
                self.page.line(0, if known { line.trim() } else { "" })?;
            }
            match step {
                Step::Say(said) => {
                    self.say(number, said)?;
                    return Ok(true);
                }
                Step::Undo => match self.before.take() {
                    Some(before) => {
                        self.study.undo_lesson((self.clock)(), &mut self.rng)?;
                        self.queue = before;
                        self.page.text(0, "Taken back.")?;
                        return Ok(true);
                    }
                    None => self.page.text(0, "There is nothing to take back.")?,
                },
                Step::Quit => return Ok(false),
                Step::Unknown => self.hint(number)?,
            }
        }
    }

    fn step(&self, number: usize, line: &str) -> Step {
        let asks = &self.study.catalogue().lesson(self.lesson).questions[number].asks;
        match (line.trim().to_ascii_lowercase().as_str(), asks) {
            ("u", _) => Step::Undo,
            ("q", _) => Step::Quit,
            ("a" | "s" | "d", Asks::Verdict(_)) => Step::Say(LessonSaid::Side(Said::Of)),
            ("j" | "k" | "l", Asks::Verdict(_)) => Step::Say(LessonSaid::Side(Said::In)),
            (typed, Asks::Choice(choices)) => match typed.parse::<usize>() {
                Ok(at) if (1..=choices.len()).contains(&at) => {
                    Step::Say(LessonSaid::Choice(at - 1))
                }
                _ => Step::Unknown,
            },
            _ => Step::Unknown,
        }
    }

    fn say(&mut self, number: usize, said: LessonSaid) -> Result<(), Failure> {
        let now = (self.clock)();
        let took = now.utc_ms.saturating_sub(self.shown.utc_ms).clamp(0, LONGEST_MS);
        let took = u32::try_from(took).unwrap_or_default();
        let right =
            self.study.answer_lesson(self.lesson, number, said, took, now, &mut self.rng)?;
        self.before = Some(self.queue.clone());
        self.queue.retain(|&at| at != number);
        if !right {
            self.queue.push(number);
        }
        let catalogue = std::sync::Arc::clone(self.study.catalogue());
        match (&catalogue.lesson(self.lesson).questions[number].asks, said) {
            (Asks::Verdict(cell), _) => self.why_ruling(&catalogue, *cell, right),
            (Asks::Choice(choices), said) => self.why_choices(choices, said, right),
        }
    }

    fn why_ruling(
        &mut self,
        catalogue: &Catalogue,
        cell: Cell,
        right: bool,
    ) -> Result<(), Failure> {
        let word = if right { "Right" } else { "Wrong" };
        let again = if right { "" } else { " It comes again." };
        let verdict = explain::verdict(catalogue, cell);
        self.page.strong(&format!("{word}: {verdict}.{again}"))?;
        Ok(explain::short(&mut self.page, catalogue, cell, !right)?)
    }

    fn why_choices(
        &mut self,
        choices: &[Choice],
        said: LessonSaid,
        right: bool,
    ) -> Result<(), Failure> {
        self.page.strong(if right { "Right." } else { "Wrong. It comes again." })?;
        for (at, choice) in choices.iter().enumerate() {
            if said == LessonSaid::Choice(at) {
                self.page.text(2, &choice.why)?;
            }
        }
        for choice in choices.iter().filter(|choice| choice.right && !right) {
            self.page.text(2, &format!("Right: {}. {}", choice.text, choice.why))?;
        }
        Ok(())
    }

    fn hint(&mut self, number: usize) -> Result<(), Failure> {
        let asks = &self.study.catalogue().lesson(self.lesson).questions[number].asks;
        let keys = match asks {
            Asks::Verdict(_) => "a for OF, l for IN".to_owned(),
            Asks::Choice(choices) => format!("1 to {}", choices.len()),
        };
        Ok(self.page.text(0, &format!("{keys}; u undo, q quit."))?)
    }

    fn end(&mut self) -> Result<(), Failure> {
        let progress = self.study.lesson_progress(self.lesson);
        let all = progress.right.len();
        self.page.gap()?;
        let words = match progress.is_done() {
            true => format!("Lesson done: {} right.", count(all, "question")),
            false => format!("{} of {} right so far.", progress.count(), count(all, "question")),
        };
        self.page.strong(&words)?;
        if let Some(next) = self.study.next_lesson().filter(|&next| next != self.lesson) {
            let id = &self.study.catalogue().lesson(next).id;
            self.page.line(0, &format!("Next: demarc lessons {id}"))?;
        }
        Ok(())
    }
}
