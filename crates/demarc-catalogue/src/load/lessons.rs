//! Reads lessons and their questions.

use super::{Loader, keep};
use crate::ix::{Cell, ControlIx, DeploymentIx, DutyIx};
use crate::lesson::{Asks, Choice, Lesson, LessonQuestion, Picture, Point};
use crate::read::{Fields, Names};
use crate::shape;
use crate::tree::Node;

/// What lessons refer to.
pub(super) struct Named<'k, 't> {
    pub(super) duties: &'k Names<'t>,
    pub(super) deployments: &'k Names<'t>,
    pub(super) controls: &'k Names<'t>,
    pub(super) sources: &'k Names<'t>,
}

impl<'t> Loader<'t, '_> {
    pub(super) fn lessons(&mut self, named: &Named<'_, 't>) -> (Vec<Lesson>, Names<'t>) {
        let mut names = Names::new("lesson");
        let mut lessons = Vec::new();
        for (file, value) in self.every("lesson") {
            let Some(mut fields) = Fields::open(&shape::LESSON, file, value, self.report) else {
                continue;
            };
            let Some((id, was)) = keep(&mut fields, &mut names, lessons.len(), self.report) else {
                continue;
            };
            let questions = fields.tables("question", self.report);
            lessons.push(Lesson {
                id,
                title: fields.need_text("title", self.report),
                lead: fields.need_text("lead", self.report),
                points: self.points(file, &mut fields),
                picture: self.picture(file, &mut fields, named),
                cites: self.cites("lesson", file, &mut fields, named.sources),
                written: questions.len(),
                questions: self.lesson_questions(file, questions, named),
                was,
                spots: fields.done(),
            });
        }
        names.judge_retired(self.report);
        (lessons, names)
    }

    fn points(&mut self, file: u16, fields: &mut Fields<'t>) -> Vec<Point> {
        let tables = fields.tables("point", self.report);
        let points = tables.into_iter().filter_map(|value| {
            let mut point = Fields::open(&shape::POINT, file, value, self.report)?;
            Some(Point {
                head: point.need_text("head", self.report),
                text: point.need_text("text", self.report),
                spots: point.done(),
            })
        });
        points.collect()
    }

    fn picture(
        &mut self,
        file: u16,
        fields: &mut Fields<'t>,
        named: &Named<'_, 't>,
    ) -> Option<Picture> {
        let value = fields.value("picture")?;
        let mut picture = Fields::open(&shape::PICTURE, file, value, self.report)?;
        let deployments = picture.list("deployments", self.report);
        let controls = picture.list("controls", self.report);
        if deployments.is_empty() == controls.is_empty() {
            let message = "a picture shows either deployments or controls";
            self.report.say(self.report.at(picture.place(), message).label("one list of the two"));
            return None;
        }
        // With a name that means nothing there is no picture, and that is said of the name alone.
        if controls.is_empty() {
            let at = named.deployments.find_all(deployments, self.report)?;
            Some(Picture::Stacks(at.into_iter().map(DeploymentIx::at).collect()))
        } else {
            let at = named.controls.find_all(controls, self.report)?;
            let on = picture.need_refer("on", named.deployments, self.report);
            let shown = at.into_iter().map(ControlIx::at).collect();
            Some(Picture::Controls { shown, on: DeploymentIx::at(on?) })
        }
    }

    /// The questions of one lesson; their ids tell them apart within it.
    fn lesson_questions(
        &mut self,
        file: u16,
        tables: Vec<&'t Node<'t>>,
        named: &Named<'_, 't>,
    ) -> Vec<LessonQuestion> {
        let mut names = Names::new("question");
        let mut questions = Vec::new();
        for value in tables {
            let open = Fields::open(&shape::QUESTION, file, value, self.report);
            let Some(mut fields) = open else { continue };
            let id = keep(&mut fields, &mut names, questions.len(), self.report);
            let prompt = fields.need_text("prompt", self.report);
            let asks = self.asks(file, &mut fields, named);
            if let (Some((id, was)), Some(asks)) = (id, asks) {
                questions.push(LessonQuestion { id, prompt, asks, was, spots: fields.done() });
            }
        }
        names.judge_retired(self.report);
        questions
    }

    fn asks(&mut self, file: u16, fields: &mut Fields<'t>, named: &Named<'_, 't>) -> Option<Asks> {
        let choices = fields.tables("choice", self.report);
        let rests = ["deployment", "duty"].map(|key| fields.value(key).is_some());
        if choices.is_empty() && rests.contains(&true) {
            let deployment = fields.need_refer("deployment", named.deployments, self.report);
            let duty = fields.need_refer("duty", named.duties, self.report);
            let (deployment, duty) = (DeploymentIx::at(deployment?), DutyIx::at(duty?));
            return Some(Asks::Verdict(Cell { deployment, duty }));
        }
        if choices.is_empty() || rests.contains(&true) {
            let message = "a question has choices, or rests on a deployment and a duty";
            self.report.say(self.report.at(fields.place(), message).label(if choices.is_empty() {
                "it has neither"
            } else {
                "it has both"
            }));
            return None;
        }
        let choices = choices.into_iter().filter_map(|value| {
            let mut choice = Fields::open(&shape::CHOICE, file, value, self.report)?;
            Some(Choice {
                text: choice.need_text("text", self.report),
                right: choice.flag("right", false, self.report),
                why: choice.need_text("why", self.report),
                spots: choice.done(),
            })
        });
        Some(Asks::Choice(choices.collect()))
    }
}
