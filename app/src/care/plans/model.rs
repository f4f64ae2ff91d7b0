//! The words of a plan and of its goals, a plan as it stands in the record, and a draft while it is being written.

use chrono::{DateTime, NaiveDate, Utc};

use crate::care::goals::{ExpressedBy, Goal, Ladder, Level, Term};
use crate::kit::ids::{FacilityId, GoalThreadId, PersonId, PlanId};
use crate::text_enum;

text_enum! {
    /// Areas of occupation.
    pub enum Area label "area" {
        Adl = "adl",
        Iadl = "iadl",
        HealthManagement = "health_management",
        RestSleep = "rest_sleep",
        Education = "education",
        Work = "work",
        Play = "play",
        Leisure = "leisure",
        SocialParticipation = "social_participation",
    }
}

text_enum! {
    pub enum PlanStatus label "plan-status" {
        Draft = "draft",
        Active = "active",
        OnHold = "on_hold",
        Revoked = "revoked",
        Completed = "completed",
        EnteredInError = "entered_in_error",
    }
}

text_enum! {
    pub enum Approach label "approach" {
        CreatePromote = "create_promote",
        EstablishRestore = "establish_restore",
        Maintain = "maintain",
        Modify = "modify",
        Prevent = "prevent",
    }
}

text_enum! {
    /// What occupational therapy does, as the practice framework of 2020 (OTPF-4) sorts it.
    pub enum Intervention label "intervention" {
        OccupationsActivities = "occupations_activities",
        InterventionsToSupport = "interventions_to_support",
        Education = "education",
        Training = "training",
        Advocacy = "advocacy",
        Group = "group",
        Virtual = "virtual",
    }
}

text_enum! {
    pub enum SessionMix label "session-mix" { Individual = "individual", Group = "group", Mixed = "mixed" }
}

text_enum! {
    /// What the patient said to the plan.
    pub enum Agreement label "agreement" {
        Agreed = "agreed",
        InPart = "in_part",
        NotAgreed = "not_agreed",
        LacksCapacity = "lacks_capacity",
        NotAsked = "not_asked",
    }
}

text_enum! {
    /// Where a goal is on its way, apart from how far it has been achieved.
    pub enum Lifecycle label "lifecycle" {
        Proposed = "proposed",
        Planned = "planned",
        Accepted = "accepted",
        Active = "active",
        OnHold = "on_hold",
        Completed = "completed",
        Cancelled = "cancelled",
        Rejected = "rejected",
        EnteredInError = "entered_in_error",
    }
}

text_enum! {
    pub enum Achievement label "achievement" {
        InProgress = "in_progress",
        Improving = "improving",
        Worsening = "worsening",
        NoChange = "no_change",
        Achieved = "achieved",
        Sustaining = "sustaining",
        NotAchieved = "not_achieved",
        NoProgress = "no_progress",
        NotAttainable = "not_attainable",
    }
}

/// A choice of several codes of one list, stored with commas between.
macro_rules! code_set {
    ($(#[$doc:meta])* $name:ident of $code:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $name(pub Vec<$code>);

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.split(',').filter_map(|code| $code::from_code(code.trim())).collect())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let codes: Vec<&str> = self.0.iter().map(|code| code.as_str()).collect();
                f.write_str(&codes.join(","))
            }
        }
    };
}

code_set! {
    /// Areas of occupation that a plan works on.
    Areas of Area
}
code_set! {
    /// Kinds of intervention that a plan uses.
    Interventions of Intervention
}

/// What a plan says, apart from its goals.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Terms {
    pub title: String,
    /// For the patient, in plain words.
    pub summary: String,
    pub starts_on: Option<NaiveDate>,
    pub expected_end: Option<NaiveDate>,
    #[sqlx(try_from = "String")]
    pub areas: Areas,
    pub approach: Approach,
    #[sqlx(try_from = "String")]
    pub intervention_types: Interventions,
    /// 1 to 9, where it was assessed.
    pub creative_level: Option<i32>,
    pub sessions_per_week: i32,
    pub minutes_per_session: i32,
    pub session_mix: SessionMix,
    /// Structured activity aimed at in a week, in minutes.
    pub weekly_target_minutes: i32,
    /// Why it is lower than the benchmark.
    pub target_reason: String,
    pub precautions: String,
    pub agreement: Agreement,
    pub agreed_on: Option<NaiveDate>,
    /// The code of a [`SpokenLanguage`](crate::kit::spoken::SpokenLanguage); empty when it was not said.
    pub agreement_language: String,
    pub review_interval_days: i32,
}

impl Default for Terms {
    /// What a new plan begins with.
    fn default() -> Self {
        Self {
            title: String::new(),
            summary: String::new(),
            starts_on: None,
            expected_end: None,
            areas: Areas::default(),
            approach: Approach::EstablishRestore,
            intervention_types: Interventions::default(),
            creative_level: None,
            sessions_per_week: 3,
            minutes_per_session: 60,
            session_mix: SessionMix::Mixed,
            weekly_target_minutes: super::rules::BENCHMARK_MINUTES,
            target_reason: String::new(),
            precautions: String::new(),
            agreement: Agreement::NotAsked,
            agreed_on: None,
            agreement_language: String::new(),
            review_interval_days: super::rules::REVIEW_INTERVAL_DAYS,
        }
    }
}

/// One version of a patient's plan.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Plan {
    pub id: PlanId,
    pub patient_id: PersonId,
    pub facility_id: FacilityId,
    /// From 1.
    pub version_no: i32,
    pub status: PlanStatus,
    #[sqlx(flatten)]
    pub terms: Terms,
    pub next_review_on: Option<NaiveDate>,
    pub lead_name: String,
    pub activated_at: Option<DateTime<Utc>>,
    pub activated_by_name: Option<String>,
    pub created_at: DateTime<Utc>,
    /// Of the row, to notice that somebody else has saved.
    pub version: i32,
}

/// A plan version as the list of versions shows it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct VersionLine {
    pub id: PlanId,
    pub version_no: i32,
    pub status: PlanStatus,
    pub title: String,
    pub activated_at: Option<DateTime<Utc>>,
    pub activated_by_name: Option<String>,
    pub version: i32,
}

/// A goal while it is being written: anything may still be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftGoal {
    /// `None` until it is first saved.
    pub thread: Option<GoalThreadId>,
    pub description: String,
    pub patient_words: String,
    pub area: Area,
    pub target_date: Option<NaiveDate>,
    pub ladder: Ladder,
    pub baseline: Level,
    pub importance: i32,
    pub difficulty: i32,
    pub term: Term,
    /// The long goal that a short one leads to, by its place in the draft from 0.
    pub parent: Option<usize>,
    pub expressed_by: ExpressedBy,
}

impl DraftGoal {
    /// An empty goal in an area.
    #[must_use]
    pub fn blank(area: Area) -> Self {
        Self {
            thread: None,
            description: String::new(),
            patient_words: String::new(),
            area,
            target_date: None,
            ladder: Ladder::default(),
            baseline: Level::START,
            importance: 1,
            difficulty: 1,
            term: Term::Long,
            parent: None,
            expressed_by: ExpressedBy::Together,
        }
    }

    /// A stored goal as it is written on; its long goal is given by its place in the draft.
    #[must_use]
    pub fn of(goal: &Goal, parent: Option<usize>) -> Self {
        Self {
            thread: Some(goal.thread_id),
            description: goal.description.clone(),
            patient_words: goal.patient_words.clone(),
            area: goal.area,
            target_date: goal.target_date,
            ladder: goal.ladder.clone(),
            baseline: goal.baseline,
            importance: goal.importance,
            difficulty: goal.difficulty,
            term: goal.term,
            parent,
            expressed_by: goal.expressed_by,
        }
    }

    /// Whether nothing has been written in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let texts = [&self.description, &self.patient_words];
        let steps = Level::ALL.map(|level| self.ladder.step(level));
        texts.into_iter().map(String::as_str).chain(steps).all(|text| text.trim().is_empty())
    }
}

/// A plan while it is being written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub terms: Terms,
    pub goals: Vec<DraftGoal>,
}

impl Draft {
    /// The area that a new goal begins with: the first that the plan works on.
    #[must_use]
    pub fn first_area(&self) -> Area {
        self.terms.areas.0.first().copied().unwrap_or(Area::Adl)
    }

    /// The goals of a stored plan, short ones tied to their long ones by place.
    #[must_use]
    pub fn goals_of(goals: &[Goal]) -> Vec<DraftGoal> {
        let place = |thread| goals.iter().position(|goal| goal.thread_id == thread);
        goals.iter().map(|goal| DraftGoal::of(goal, goal.parent_thread_id.and_then(place))).collect()
    }

    /// Keeps the goals that `kept` names by their place. A short goal whose long one leaves becomes a goal in its own right.
    pub fn keep_goals(&mut self, kept: impl Fn(usize, &DraftGoal) -> bool) {
        let places: Vec<usize> =
            self.goals.iter().enumerate().filter(|(at, goal)| kept(*at, goal)).map(|(at, _)| at).collect();
        let goals = std::mem::take(&mut self.goals);
        self.goals =
            goals.into_iter().enumerate().filter(|(at, _)| places.contains(at)).map(|(_, goal)| goal).collect();
        for goal in &mut self.goals {
            let parent = goal.parent.and_then(|parent| places.iter().position(|place| *place == parent));
            if goal.parent.is_some() && parent.is_none() {
                goal.term = Term::Long;
            }
            goal.parent = parent;
        }
    }

    pub fn remove_goal(&mut self, place: usize) {
        self.keep_goals(|at, _| at != place);
    }

    pub fn drop_blank_goals(&mut self) {
        self.keep_goals(|_, goal| !goal.is_blank());
    }
}
