//! What a session is made of, and how it begins.

use demarc_study::{Choice, Plan, StudyError};

use super::{Model, Tick, action::Start, route::Route, today::DUE};

/// How many questions "ten questions" and the drills have.
const TEN: usize = 10;
/// How many of what keeps slipping a session asks in other forms: they are long.
const SLIPPING: usize = 5;
/// How many scenarios a session of scenarios has.
const SCENARIOS: usize = 4;

impl Model {
    /// Begins a session, or says why there is nothing to ask.
    pub(super) fn start(&mut self, start: Start, tick: Tick) -> Result<(), StudyError> {
        self.overlay = None;
        if start == Start::Resume {
            if !self.study.resume(tick.now) {
                self.say("That session can no longer be resumed.", tick);
                return Ok(());
            }
        } else {
            let nothing = nothing_to_ask(&start);
            let drill = start == Start::Weakest;
            let plan = self.plan(start, tick);
            if drill && self.today.weakest.is_empty() {
                self.say(nothing, tick);
                return Ok(());
            }
            let gave_up = self.study.session().is_some() || self.resumable();
            match self.study.start(&plan, tick.now, &mut self.rng) {
                Ok(0) | Err(StudyError::NothingToAsk) => {
                    self.say(nothing, tick);
                    return Ok(());
                }
                started => started?,
            };
            if gave_up {
                self.say("The session that you left in the middle ends here.", tick);
            }
        }
        if self.route != Route::Session {
            self.after_session = match self.route {
                Route::FirstRun | Route::Report(_) => Route::Today,
                route => route,
            };
        }
        self.go(Route::Session, tick);
        self.finished = None;
        self.question = None;
        self.asked = None;
        self.refresh_session(tick);
        Ok(())
    }

    fn plan(&self, start: Start, tick: Tick) -> Plan {
        let services = |ids: Vec<String>| {
            let choice = Choice { services: ids, length: TEN, ..Choice::default() };
            Plan::Choice(choice)
        };
        let catalogue = self.study.catalogue();
        match start {
            Start::Due => Plan::Due { limit: DUE },
            Start::New => Plan::Learn { count: self.today.learn },
            Start::Weakest => Plan::Weakest { count: TEN },
            Start::Slipping => Plan::Leeches { count: SLIPPING },
            Start::Ten | Start::Resume => Plan::Mixed { count: TEN },
            Start::Choice => Plan::Choice(self.settings().choice.clone()),
            Start::Placement(choice) => Plan::Placement(choice),
            Start::Scenarios => Plan::Scenarios { ids: Vec::new(), count: SCENARIOS },
            Start::Form(form, choice) => Plan::Form(form, choice),
            Start::Changed => {
                let changed = self.study.changed_rulings(tick.now);
                Plan::Cells(changed.iter().map(|changed| changed.cell).collect())
            }
            Start::Cells(cells) => Plan::Cells(cells),
            Start::Service(service) => services(vec![catalogue.service(service).id.clone()]),
            Start::Duty(duty) => Plan::Choice(Choice {
                duties: vec![catalogue.duty(duty).id.clone()],
                length: TEN,
                ..Choice::default()
            }),
            Start::Row(deployment) => Plan::Choice(Choice {
                deployments: vec![catalogue.deployment(deployment).id.clone()],
                length: catalogue.duties().len(),
                ..Choice::default()
            }),
            Start::WeakestOf(deployment) => Plan::Cells(self.weakest_of(deployment, tick.now)),
            Start::Group(index) => match self.first_run.groups.get(index) {
                Some(group) if !group.services.is_empty() => services(
                    group.services.iter().map(|ix| catalogue.service(*ix).id.clone()).collect(),
                ),
                _ => Plan::Mixed { count: TEN },
            },
        }
    }
}

/// What is said where a session would be empty.
fn nothing_to_ask(start: &Start) -> &'static str {
    match start {
        Start::Due => "Nothing is due.",
        Start::New => "Today's new rulings are used up. Settings say how many there are a day.",
        Start::Slipping => "Nothing keeps slipping now.",
        Start::Weakest => "Nothing was missed lately, so there is nothing to drill.",
        Start::Cells(_) | Start::Changed => "These rulings are not asked now.",
        _ => "No ruling matches that choice.",
    }
}
