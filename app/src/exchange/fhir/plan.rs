//! CarePlan: every version of the plan.

use chrono::{DateTime, NaiveDate, Utc};

use super::About;
use super::types::{Annotation, Coding, Concept, Meta, Period, Reference, day, fhir, hyphened, instant};
use crate::care::plans::{Approach, PlanStatus, SessionMix};
use crate::kit::ids::{GoalId, PlanId, UserId};

fhir! {
    Repeat { frequency: Option<i32>, period: Option<i32>, period_unit: &'static str, duration: Option<i32>, duration_unit: &'static str }
    Timing { repeat: Repeat }
    Detail {
        kind: &'static str, code: Concept, goal: Vec<Reference>, status: &'static str, do_not_perform: Option<bool>,
        scheduled_timing: Option<Timing>, description: String,
    }
    Activity { detail: Detail }
    CarePlan {
        id: String, meta: Meta, status: &'static str, intent: &'static str, category: Vec<Concept>, title: String,
        description: String, subject: Reference, period: Option<Period>, created: String, author: Option<Reference>,
        goal: Vec<Reference>, activity: Vec<Activity>, note: Vec<Annotation>,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PlanRow {
    pub id: PlanId,
    pub status: PlanStatus,
    pub title: String,
    pub summary: String,
    pub starts_on: Option<NaiveDate>,
    pub expected_end: Option<NaiveDate>,
    pub approach: Approach,
    pub sessions_per_week: i32,
    pub minutes_per_session: i32,
    pub session_mix: SessionMix,
    pub precautions: String,
    pub lead_id: UserId,
    pub lead_name: String,
    pub created_at: DateTime<Utc>,
}

#[must_use]
pub const fn status(status: PlanStatus) -> &'static str {
    match status {
        PlanStatus::Draft => "draft",
        PlanStatus::Active => "active",
        PlanStatus::OnHold => "on-hold",
        PlanStatus::Revoked => "revoked",
        PlanStatus::Completed => "completed",
        PlanStatus::EnteredInError => "entered-in-error",
    }
}

/// What is planned stands as the plan does.
#[must_use]
pub const fn activity_status(status: PlanStatus) -> &'static str {
    match status {
        PlanStatus::Draft => "not-started",
        PlanStatus::Active => "in-progress",
        PlanStatus::OnHold => "on-hold",
        PlanStatus::Revoked => "stopped",
        PlanStatus::Completed => "completed",
        PlanStatus::EnteredInError => "entered-in-error",
    }
}

#[must_use]
pub fn plan(about: About, row: &PlanRow, goals: &[GoalId]) -> CarePlan {
    let goals: Vec<Reference> = goals.iter().map(|goal| Reference::to("Goal", goal)).collect();
    let period = (row.starts_on.is_some() || row.expected_end.is_some())
        .then(|| Period { start: day(row.starts_on), end: day(row.expected_end) });
    let note = if row.precautions.trim().is_empty() { Vec::new() } else { vec![Annotation::text(&row.precautions)] };
    CarePlan {
        id: row.id.to_string(),
        meta: Meta::restricted(),
        status: status(row.status),
        intent: "plan",
        category: vec![Concept::of(Coding::local("service", "occupational-therapy", "Occupational therapy"))],
        title: row.title.clone(),
        description: row.summary.clone(),
        subject: Reference::patient(about),
        period,
        created: instant(row.created_at),
        author: Some(Reference::staff(row.lead_id, &row.lead_name)),
        activity: vec![Activity { detail: detail(about, row, goals.clone()) }],
        goal: goals,
        note,
    }
}

/// The sessions that the plan foresees.
fn detail(about: About, row: &PlanRow, goal: Vec<Reference>) -> Detail {
    let repeat = Repeat {
        frequency: Some(row.sessions_per_week),
        period: Some(1),
        period_unit: "wk",
        duration: (row.minutes_per_session > 0).then_some(row.minutes_per_session),
        duration_unit: if row.minutes_per_session > 0 { "min" } else { "" },
    };
    Detail {
        kind: "ServiceRequest",
        code: Concept::local("session-mix", row.session_mix.as_str(), row.session_mix.label(about.lang)),
        goal,
        status: activity_status(row.status),
        do_not_perform: Some(false),
        scheduled_timing: (row.sessions_per_week > 0).then_some(Timing { repeat }),
        description: format!("{}: {}", hyphened(row.approach.as_str()), row.approach.label(about.lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_of_plans_and_of_what_they_plan() {
        for (held, plan, activity) in [
            (PlanStatus::Draft, "draft", "not-started"),
            (PlanStatus::Active, "active", "in-progress"),
            (PlanStatus::OnHold, "on-hold", "on-hold"),
            (PlanStatus::Revoked, "revoked", "stopped"),
            (PlanStatus::Completed, "completed", "completed"),
            (PlanStatus::EnteredInError, "entered-in-error", "entered-in-error"),
        ] {
            assert_eq!((status(held), activity_status(held)), (plan, activity));
        }
    }
}
