//! A review while it is being written.

use chrono::NaiveDate;

use crate::custody::regime_actions::RegimeAction;
use crate::kit::ids::{GoalThreadId, PlanId, ReviewId};
use crate::text_enum;

text_enum! {
    /// What a review decides about a goal.
    pub enum Decision label "review-decision" {
        Continue = "continue",
        Modify = "modify",
        Achieved = "achieved",
        Discontinue = "discontinue",
    }
}

text_enum! {
    /// What a review decides about the plan.
    pub enum PlanFate label "plan-fate" { Continue = "continue", Change = "change", Discharge = "discharge" }
}

text_enum! {
    pub enum AttendeeRole label "attendee-role" {
        Patient = "patient",
        Practitioner = "practitioner",
        Doctor = "doctor",
        Psychiatrist = "psychiatrist",
        Nurse = "nurse",
        Psychologist = "psychologist",
        SocialWorker = "social_worker",
        CorrectionalStaff = "correctional_staff",
        Family = "family",
        Interpreter = "interpreter",
        Other = "other",
    }
}

/// Somebody who was there, and what they brought to it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Attendee {
    pub name: String,
    pub role: AttendeeRole,
    pub contribution: String,
}

/// What becomes of one goal.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct GoalDecision {
    pub thread_id: GoalThreadId,
    pub decision: Decision,
    pub comment: String,
}

/// Something agreed for the regime; a draft may still lack the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Agreed {
    pub action: RegimeAction,
    pub due_on: Option<NaiveDate>,
}

/// What a review says in one column each.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Terms {
    pub held_on: NaiveDate,
    pub plan_fate: PlanFate,
    /// What was talked about and decided.
    pub summary: String,
    pub patient_view: String,
    pub next_review_on: Option<NaiveDate>,
    pub custody_attended: bool,
}

/// A whole review as the form has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub terms: Terms,
    pub attendees: Vec<Attendee>,
    /// In the order of the plan.
    pub goals: Vec<GoalDecision>,
    pub actions: Vec<Agreed>,
}

/// Which review a form was made from, of which plan version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub review: ReviewId,
    /// 0 before it is first saved.
    pub version: i32,
    pub plan: PlanId,
}

/// A review that is being written, as the record has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub known: Known,
    pub draft: Draft,
}
