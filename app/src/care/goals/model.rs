//! A goal, its ladder, and the ratings that place a patient on it.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::care::plans::{Achievement, Area, Lifecycle};
use crate::i18n::Lang;
use crate::kit::ids::{GoalId, GoalThreadId, NoteId, PersonId, PlanId, SlotId, UserId};
use crate::text_enum;

text_enum! {
    /// How far ahead a goal lies. A short one leads to a long one.
    pub enum Term label "goal-term" { Long = "long", Short = "short" }
}

text_enum! {
    /// Whose goal it was first.
    pub enum ExpressedBy label "goal-expressed" {
        Patient = "patient",
        Practitioner = "practitioner",
        Together = "together",
        Family = "family",
        Team = "team",
    }
}

/// A step of a goal's ladder: from −2, much less than expected, through 0, what is expected, to +2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Level(i32);

impl Level {
    pub const EXPECTED: Self = Self(0);
    /// Where most goals begin.
    pub const START: Self = Self(-1);
    /// From the lowest step to the highest.
    pub const ALL: [Self; 5] = [Self(-2), Self(-1), Self(0), Self(1), Self(2)];
    /// Where a patient may stand when a goal begins: one who stands at what is expected needs another goal.
    pub const BASELINES: [Self; 2] = [Self(-2), Self(-1)];

    #[must_use]
    pub const fn new(level: i32) -> Option<Self> {
        if level >= -2 && level <= 2 { Some(Self(level)) } else { None }
    }

    #[must_use]
    pub const fn get(self) -> i32 {
        self.0
    }

    /// With its sign: −2, 0, +1.
    #[must_use]
    pub const fn signed(self) -> &'static str {
        match self.0 {
            ..=-2 => "−2",
            -1 => "−1",
            0 => "0",
            1 => "+1",
            2.. => "+2",
        }
    }

    /// What it means, in words.
    #[must_use]
    pub fn label(self, lang: Lang) -> Cow<'static, str> {
        match self.0 {
            ..=-2 => lang.t("kit-level-much-less"),
            -1 => lang.t("kit-level-less"),
            0 => lang.t("kit-level-expected"),
            1 => lang.t("kit-level-better"),
            2.. => lang.t("kit-level-much-better"),
        }
    }
}

impl std::str::FromStr for Level {
    type Err = NoSuchLevel;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().ok().and_then(Self::new).ok_or(NoSuchLevel)
    }
}

/// What was given as a level is none of the five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a level is a whole number from -2 to 2")]
pub struct NoSuchLevel;

/// What each step of a ladder looks like in this patient's life.
#[derive(Debug, Clone, PartialEq, Eq, Default, sqlx::FromRow)]
pub struct Ladder {
    pub step_m2: String,
    pub step_m1: String,
    pub step_0: String,
    pub step_p1: String,
    pub step_p2: String,
}

impl Ladder {
    #[must_use]
    pub fn step(&self, level: Level) -> &str {
        match level.get() {
            ..=-2 => &self.step_m2,
            -1 => &self.step_m1,
            0 => &self.step_0,
            1 => &self.step_p1,
            2.. => &self.step_p2,
        }
    }
}

/// A goal as one plan version states it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Goal {
    pub id: GoalId,
    pub plan_id: PlanId,
    pub patient_id: PersonId,
    pub thread_id: GoalThreadId,
    /// Its place in the plan, from 1.
    pub position: i32,
    pub description: String,
    pub patient_words: String,
    pub area: Area,
    pub lifecycle: Lifecycle,
    pub achievement: Achievement,
    pub target_date: Option<NaiveDate>,
    #[sqlx(flatten)]
    pub ladder: Ladder,
    pub baseline: Level,
    /// 0 to 3.
    pub importance: i32,
    /// 0 to 3.
    pub difficulty: i32,
    pub term: Term,
    /// The thread of the long goal that a short one leads to.
    pub parent_thread_id: Option<GoalThreadId>,
    pub expressed_by: ExpressedBy,
}

impl Goal {
    #[must_use]
    pub const fn weight(&self) -> i32 {
        self.importance * self.difficulty
    }
}

/// A rating as it was given.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Rating {
    pub id: Uuid,
    pub thread_id: GoalThreadId,
    pub goal_id: GoalId,
    pub rated_on: NaiveDate,
    pub level: Level,
    /// Whether the patient took part in the rating.
    pub with_patient: bool,
    pub session_id: Option<SlotId>,
    pub rated_by: UserId,
    pub created_at: DateTime<Utc>,
}

/// A rating to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRating {
    pub id: Uuid,
    pub patient: PersonId,
    pub goal: GoalId,
    pub rated_on: NaiveDate,
    pub level: Level,
    pub with_patient: bool,
    /// The session that shows it.
    pub session: Option<SlotId>,
    /// The signed note that shows it.
    pub note: Option<NoteId>,
    /// What it rests on, in a word or two.
    pub evidence: String,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// What the score needs of one goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalAttainment {
    /// Importance times difficulty, 0 to 9.
    pub weight: i32,
    pub level: Level,
}

/// A goal attainment score: 50 when every goal is where it was expected, ten for each standard deviation from there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TScore {
    pub value: f64,
    /// Every goal weighed 0, so that all were counted alike. It must be said beside the score.
    pub weights_set_aside: bool,
}
