//! Lessons fit on one screen, and their questions have one key each.

use super::Court;
use crate::lesson::{Asks, Choice, Lesson, Picture};
use crate::place::Place;

/// Characters of a title at most.
const TITLE: usize = 48;
/// Characters of a lead at most: two lines.
const LEAD: usize = 160;
/// Characters of a point's head at most: one line beside a picture.
const HEAD: usize = 48;
/// Characters of a point's text at most.
const POINT: usize = 220;
/// Characters of all points together at most, heads included; half of the screen may be a picture.
const POINTS: usize = 850;
/// The same beside a picture.
const POINTS_BESIDE: usize = 700;
/// Characters of a prompt at most.
const PROMPT: usize = 160;
/// Characters of a choice at most: two lines.
const CHOICE: usize = 110;
/// Characters of a choice's reason at most.
const WHY: usize = 240;
/// Controls that a picture's table has room for.
const CONTROLS: usize = 5;

impl Court<'_> {
    pub(super) fn lessons(&mut self) {
        for lesson in self.catalogue.lessons() {
            self.number("points", lesson.points.len(), 3..=5, lesson);
            self.number("questions", lesson.written, 2..=4, lesson);
            self.lesson_text(lesson);
            self.picture(lesson);
            for question in &lesson.questions {
                self.taught(&question.prompt, PROMPT, question.spots.at("prompt"));
                match &question.asks {
                    Asks::Verdict(cell) => self.rests_on_asked(*cell, question.spots.at("duty")),
                    Asks::Choice(choices) => self.choices(choices, question.spots.at("prompt")),
                }
            }
        }
        let lessons = self.catalogue.lessons().iter();
        self.told_apart(lessons.map(|lesson| (&lesson.title, lesson.spots.at("title"))));
    }

    fn lesson_text(&mut self, lesson: &Lesson) {
        self.taught(&lesson.title, TITLE, lesson.spots.at("title"));
        self.taught(&lesson.lead, LEAD, lesson.spots.at("lead"));
        for point in &lesson.points {
            self.taught(&point.head, HEAD, point.spots.at("head"));
            self.taught(&point.text, POINT, point.spots.at("text"));
        }
        let length = |text: &str| text.chars().count();
        let all: usize =
            lesson.points.iter().map(|point| length(&point.head) + length(&point.text)).sum();
        let most = if lesson.picture.is_some() { POINTS_BESIDE } else { POINTS };
        if all > most {
            let message = format!("the lesson `{}` does not fit on one screen", lesson.id);
            let problem = self.at(lesson.spots.at("id"), message);
            self.say(problem.label(format!("its points have {all} characters, at most {most}")));
        }
    }

    fn picture(&mut self, lesson: &Lesson) {
        let (what, count, apart, room) = match &lesson.picture {
            Some(Picture::Stacks(shown)) => ("deployments", shown.len(), differ(shown), 2..=3),
            Some(Picture::Controls { shown, .. }) => {
                ("controls", shown.len(), differ(shown), 1..=CONTROLS)
            }
            None => return,
        };
        if !room.contains(&count) || !apart {
            let message = format!("the picture of `{}` has no room for these", lesson.id);
            let problem = self.at(lesson.spots.at("picture"), message);
            let (least, most) = (room.start(), room.end());
            self.say(problem.label(format!("{least} to {most} {what} that differ")));
        }
    }

    fn choices(&mut self, choices: &[Choice], place: Place) {
        if !(2..=4).contains(&choices.len()) {
            let message = format!("this question has {} choices", choices.len());
            self.say(self.at(place, message).label("two to four"));
        }
        let right = choices.iter().filter(|choice| choice.right).count();
        if right != 1 {
            let message = format!("{right} choices of this question are right");
            self.say(self.at(place, message).label("exactly one has `right = true`"));
        }
        for choice in choices {
            self.taught(&choice.text, CHOICE, choice.spots.at("text"));
            self.taught(&choice.why, WHY, choice.spots.at("why"));
        }
        self.told_apart(choices.iter().map(|choice| (&choice.text, choice.spots.at("text"))));
    }

    fn number(
        &mut self,
        what: &str,
        count: usize,
        room: std::ops::RangeInclusive<usize>,
        lesson: &Lesson,
    ) {
        if !room.contains(&count) {
            let message = format!("the lesson `{}` has {count} {what}", lesson.id);
            let (least, most) = (room.start(), room.end());
            let problem = self.at(lesson.spots.at("id"), message);
            self.say(problem.label(format!("{least} to {most} fit on one screen")));
        }
    }
}

fn differ<T: Ord + Copy>(shown: &[T]) -> bool {
    let mut apart = shown.to_vec();
    apart.sort_unstable();
    apart.dedup();
    apart.len() == shown.len()
}
