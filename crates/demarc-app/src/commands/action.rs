//! What each command asks for.

use demarc_study::{Choice, Confidence, LessonSaid, Said};

use super::Id;
use crate::model::{
    Model,
    action::{Action, CompareStep, LessonStep, NeedStep, Start},
    asked::{
        ReplyStep,
        line::{self, LineStep},
        sort::SortStep,
    },
    exam::ExamAct,
    insights::InsightsStep,
    route::{Overlay, Route},
};

/// What a command asks for; none for what only a screen's eye does, or cannot be done now.
pub fn action(id: Id, model: &Model) -> Option<Action> {
    let start = |start| Some(Action::Start(start));
    let in_exam = model.route() == Route::ExamRun;
    let answer = |said, confidence| match in_exam {
        true => Some(Action::Exam(ExamAct::Say(said, confidence))),
        false => Some(Action::Answer(said, confidence)),
    };
    let exam = |act| Some(Action::Exam(act));
    let reply = |step| Some(Action::Reply(step));
    match id {
        Id::Today => Some(Action::Go(Route::Today)),
        Id::Lessons => Some(Action::Go(Route::Lessons)),
        Id::NextLesson | Id::OpenLesson => {
            model.lessons().next().map(|row| step(LessonStep::Open(row.lesson)))
        }
        Id::AfterLesson => Some(match model.lesson_after() {
            Some(row) => step(LessonStep::Open(row.lesson)),
            None => Action::Go(Route::Lessons),
        }),
        Id::AskLesson => Some(step(LessonStep::Ask)),
        Id::ReadLesson => Some(step(LessonStep::Read)),
        Id::Option1 => option(model, 0),
        Id::Option2 => option(model, 1),
        Id::Option3 => option(model, 2),
        Id::Option4 => option(model, 3),
        Id::LessonOf => side(model, Said::Of),
        Id::LessonIn => side(model, Said::In),
        Id::PractiseLesson => {
            let cells = &model.lesson()?.cells;
            (!cells.is_empty()).then(|| Action::Start(Start::Cells(cells.clone())))
        }
        Id::Practice => Some(Action::Go(Route::Practice)),
        Id::Draw => Some(Action::Go(Route::Draw)),
        Id::StartLines => start(line::start(Choice::default())),
        Id::LineUp => reply(ReplyStep::Line(LineStep::Up)),
        Id::LineDown => reply(ReplyStep::Line(LineStep::Down)),
        Id::CardUp => reply(ReplyStep::Sort(SortStep::Move(-1))),
        Id::CardDown => reply(ReplyStep::Sort(SortStep::Move(1))),
        Id::PutOf => reply(ReplyStep::Side(Said::Of)),
        Id::PutIn => reply(ReplyStep::Side(Said::In)),
        Id::Pick1 | Id::Pick2 | Id::Pick3 | Id::Pick4 => {
            reply(ReplyStep::Pick(Id::PICKS.iter().position(|it| *it == id)?))
        }
        Id::PickAbove => reply(ReplyStep::PickNext(-1)),
        Id::PickBelow => reply(ReplyStep::PickNext(1)),
        Id::SayGuess => reply(ReplyStep::Sure(Confidence::Guess)),
        Id::SayLikely => reply(ReplyStep::Sure(Confidence::Likely)),
        Id::SaySure => reply(ReplyStep::Sure(Confidence::Sure)),
        Id::Check => reply(ReplyStep::Check),
        Id::StartOver => reply(ReplyStep::StartOver),
        Id::Explore => Some(Action::Go(Route::Explore)),
        Id::Compare => Some(Action::Go(Route::Compare)),
        Id::CompareThis => {
            model.cell_in_view().map(|cell| Action::Compare(CompareStep::From(cell)))
        }
        Id::PickLeft => Some(Action::Open(Overlay::Pick(false))),
        Id::PickRight => Some(Action::Open(Overlay::Pick(true))),
        Id::Swap => Some(Action::Compare(CompareStep::Swap)),
        Id::FlipCompared => model.compare()?.flips.then_some(Action::Compare(CompareStep::Flip)),
        Id::ChangesOnly => {
            model.compare().map(|it| Action::Compare(CompareStep::ChangesOnly(!it.changes_only)))
        }
        Id::RowUp => row(model, -1),
        Id::RowDown => row(model, 1),
        Id::Why => row(model, 0),
        Id::KeepComparison => Some(Action::Compare(CompareStep::Keep)),
        Id::PractiseChanges => model
            .compare()
            .filter(|it| !it.cells.is_empty())
            .map(|it| Action::Start(Start::Cells(it.cells.clone()))),
        Id::Needs => Some(Action::Go(Route::Needs)),
        Id::PickNeed => Some(Action::Open(Overlay::PickNeed)),
        Id::PreviousNeed => Some(Action::Need(NeedStep::Next(-1))),
        Id::NextNeed => Some(Action::Need(NeedStep::Next(1))),
        Id::WayUp => way(model, -1),
        Id::WayDown => way(model, 1),
        Id::OpenWay => way(model, 0),
        Id::MarkWay => model.needs()?.selected.map(|row| Action::Need(NeedStep::Mark(row))),
        Id::CompareWays => {
            let (left, right) = model.needs()?.subjects()?;
            Some(Action::Compare(CompareStep::Open(left, right)))
        }
        Id::PractiseWay => cells(&model.needs()?.cells),
        Id::PractiseOdds => cells(&model.needs()?.differing),
        Id::Insights => Some(Action::Go(Route::Insights)),
        Id::Settings => Some(Action::Go(Route::Settings)),
        Id::Find => Some(Action::Open(Overlay::Palette)),
        Id::Keys => Some(Action::Open(Overlay::Shortcuts)),
        Id::ZoomIn => Some(Action::Settings(model.larger())),
        Id::ZoomOut => Some(Action::Settings(model.smaller())),
        Id::ZoomReset => Some(Action::Settings(model.zoomed(100))),
        Id::StartReview if model.today().due > 0 => start(Start::Due),
        Id::StartReview if model.today().learn > 0 => start(Start::New),
        Id::StartReview => start(Start::Ten),
        Id::LearnNew => start(Start::New),
        Id::Weakest => start(Start::Weakest),
        Id::Resume => model.resumable().then_some(Action::Start(Start::Resume)),
        Id::Placement => start(Start::Placement(Choice::default())),
        Id::PlaceAgain => start(Start::Placement(match model.route() {
            Route::Practice => model.settings().choice.clone(),
            _ => Choice::default(),
        })),
        Id::StartTen => start(Start::Ten),
        Id::Group1 => start(Start::Group(0)),
        Id::Group2 => start(Start::Group(1)),
        Id::Group3 => start(Start::Group(2)),
        Id::Group4 => start(Start::Group(3)),
        Id::PreviousService => Some(Action::Explain(model.first_run().previous())),
        Id::NextService => Some(Action::Explain(model.first_run().next())),
        Id::LookAround => Some(Action::Go(Route::Today)),
        Id::StartChoice => start(Start::Choice),
        Id::OfSure => answer(Said::Of, Confidence::Sure),
        Id::OfLikely => answer(Said::Of, Confidence::Likely),
        Id::OfGuess => answer(Said::Of, Confidence::Guess),
        Id::InGuess => answer(Said::In, Confidence::Guess),
        Id::InLikely => answer(Said::In, Confidence::Likely),
        Id::InSure => answer(Said::In, Confidence::Sure),
        Id::Flag => model.cell_in_view().map(|cell| Action::Open(Overlay::Flag(cell))),
        Id::Note => model.cell_in_view().map(|cell| Action::Open(Overlay::Note(cell))),
        Id::CopyReport => model.cell_in_view().map(Action::CopyReport),
        Id::Skip => Some(Action::Skip),
        Id::Undo if model.lesson().is_some() => Some(step(LessonStep::Undo)),
        Id::Undo => Some(Action::Undo),
        Id::End | Id::Done => Some(Action::End),
        Id::Next if model.lesson().is_some() => Some(step(LessonStep::Next)),
        Id::Next => Some(Action::Next),
        Id::Source1 => model.source(0).map(|url| Action::Open(Overlay::OpenSource(url))),
        Id::Source2 => model.source(1).map(|url| Action::Open(Overlay::OpenSource(url))),
        Id::Again => model.missed().map(|cells| Action::Start(Start::Cells(cells))),
        Id::Left => model.explore().moved(0, -1).map(select),
        Id::Right => model.explore().moved(0, 1).map(select),
        Id::Up => model.explore().moved(-1, 0).map(select),
        Id::Down => model.explore().moved(1, 0).map(select),
        Id::PreviousCategory => model.explore().other_category(false).map(select),
        Id::NextCategory => model.explore().other_category(true).map(select),
        Id::OpenCell => model.explore().moved(0, 0).map(select),
        Id::Mastery => Some(Action::Mastery(!model.explore().mastery)),
        Id::PractiseCell => model.askable_in_view().map(start_cell),
        Id::Exam => Some(Action::Go(Route::Exam)),
        Id::StartExam | Id::DiscardExam if !model.study().writable() => None,
        Id::StartExam if model.study().exam().is_some() => exam(ExamAct::Resume),
        Id::StartExam => exam(ExamAct::Begin),
        Id::DiscardExam => model.study().exam().map(|_| Action::Open(Overlay::ConfirmDiscard)),
        Id::PreviousQuestion => {
            model.exam_run()?.at.checked_sub(1).and_then(|at| exam(ExamAct::Go(at)))
        }
        Id::NextQuestion => {
            let run = model.exam_run()?;
            let last = run.at + 1 >= run.items.len();
            exam(if last { ExamAct::All(true) } else { ExamAct::Go(run.at + 1) })
        }
        Id::MarkQuestion => exam(ExamAct::Mark),
        Id::ClearAnswer => exam(ExamAct::Clear),
        Id::AllQuestions => exam(ExamAct::All(true)),
        Id::OneQuestion => exam(ExamAct::All(false)),
        Id::AddTime => model.study().exam()?.limit_ms.and(exam(ExamAct::Add)),
        Id::HandIn => exam(ExamAct::HandIn),
        Id::ReviewMissed => {
            let cells = &model.exam_result()?.cells;
            (!cells.is_empty()).then(|| Action::Start(Start::Cells(cells.clone())))
        }
        Id::AllAnswers => exam(ExamAct::Answers(!model.exam_result()?.all)),
        Id::ExportExam => exam(ExamAct::Export),
        Id::DrillRow => model.row_in_view().map(|(row, _)| {
            let weakest = model.explore().mastery;
            Action::Start(if weakest { Start::WeakestOf(row) } else { Start::Row(row) })
        }),
        Id::DrillColumn => {
            model.explore().selected.map(|cell| Action::Start(Start::Duty(cell.duty)))
        }
        Id::ExportFigures => Some(Action::Insights(InsightsStep::Export)),
        Id::Back => Some(Action::Back),
        Id::CloseOverlay => Some(Action::Close),
        Id::More | Id::Filter | Id::Region | Id::Tables | Id::ScrollUp | Id::ScrollDown => None,
    }
}

fn step(step: LessonStep) -> Action {
    Action::Lesson(step)
}

/// The choice with a number, from 0; the first two are the sides where a side is asked for.
fn option(model: &Model, number: usize) -> Option<Action> {
    let lesson = model.lesson()?;
    if lesson.asks_side() {
        return side(model, *[Said::Of, Said::In].get(number)?);
    }
    let said = LessonSaid::Choice(number);
    (number < lesson.asked()?.choices.len()).then(|| step(LessonStep::Say(said)))
}

fn side(model: &Model, said: Said) -> Option<Action> {
    model.lesson()?.asks_side().then(|| step(LessonStep::Say(LessonSaid::Side(said))))
}

/// The duty some rows further in the comparison.
fn row(model: &Model, by: isize) -> Option<Action> {
    let duty = model.compare()?.moved(by)?;
    Some(Action::Compare(CompareStep::Select(Some(duty))))
}

/// The way some rows further in Choose.
fn way(model: &Model, by: isize) -> Option<Action> {
    let row = model.needs()?.moved(by)?;
    Some(Action::Need(NeedStep::Select(Some(row))))
}

/// A session of these, if there are any.
fn cells(cells: &[demarc_catalogue::Cell]) -> Option<Action> {
    (!cells.is_empty()).then(|| Action::Start(Start::Cells(cells.to_vec())))
}

fn select(cell: demarc_catalogue::Cell) -> Action {
    Action::Select(Some(cell))
}

fn start_cell(cell: demarc_catalogue::Cell) -> Action {
    Action::Start(Start::Cells(vec![cell]))
}
