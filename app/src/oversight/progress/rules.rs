//! From rows to pictures: which points a goal's ladder has, and what all goals together come to.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::store::{BookingRow, GoalRow, PlanRow};
use crate::care::goals::rules::Attainment;
use crate::care::goals::{Level, Rating};
use crate::care::plans::{Lifecycle, PlanStatus};
use crate::custody::slots::Movement;
use crate::kit::ids::{GoalThreadId, PlanId};
use crate::kit::ui::LadderPoint;
use crate::oversight::hours::{Booking, Hours, hours};

/// One goal through all the versions of the plan that state it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ladder {
    pub thread: GoalThreadId,
    /// As the last of them words it.
    pub description: String,
    pub points: Vec<LadderPoint>,
    /// It is worked on now: stated by the plan in force and active there.
    pub current: bool,
    baseline: Level,
    now: Level,
    weight: i32,
}

/// The plan in force, or the last that was.
#[must_use]
pub fn latest(plans: &[PlanRow]) -> Option<&PlanRow> {
    plans.iter().find(|plan| plan.status == PlanStatus::Active).or_else(|| plans.last())
}

/// Where the line begins: the day on which a version took effect at the place.
#[must_use]
pub fn began(plan: &PlanRow, zone: Tz) -> Option<NaiveDate> {
    plan.activated_at.map(|at| at.with_timezone(&zone).date_naive())
}

/// The goals as ladders, current ones first, each beginning from its baseline on the day its first plan took effect.
#[must_use]
pub fn ladders(plans: &[PlanRow], goals: &[GoalRow], ratings: &[Rating], zone: Tz) -> Vec<Ladder> {
    let in_force: Option<PlanId> = latest(plans).map(|plan| plan.id);
    let mut ladders: Vec<Ladder> = Vec::new();
    for goal in goals {
        let ladder = match ladders.iter_mut().find(|ladder| ladder.thread == goal.thread_id) {
            Some(known) => known,
            None => {
                let start = plans.iter().find(|plan| plan.id == goal.plan_id).and_then(|plan| began(plan, zone));
                ladders.push(first_statement(goal, start, ratings));
                let Some(new) = ladders.last_mut() else { continue };
                new
            }
        };
        ladder.description.clone_from(&goal.description);
        ladder.current = goal.lifecycle == Lifecycle::Active && in_force == Some(goal.plan_id);
        ladder.baseline = goal.baseline;
        ladder.weight = goal.importance * goal.difficulty;
    }
    ladders.sort_by_key(|ladder| !ladder.current);
    ladders
}

/// A goal's line from where it was first stated. Ratings come in the order in which they were made.
fn first_statement(goal: &GoalRow, start: Option<NaiveDate>, ratings: &[Rating]) -> Ladder {
    let own: Vec<&Rating> = ratings.iter().filter(|rating| rating.thread_id == goal.thread_id).collect();
    let rated = own.iter().map(|rating| LadderPoint { date: rating.rated_on, level: rating.level.get() });
    let begins = start
        .filter(|date| own.first().is_none_or(|first| *date < first.rated_on))
        .map(|date| LadderPoint { date, level: goal.baseline.get() });
    Ladder {
        thread: goal.thread_id,
        description: goal.description.clone(),
        points: begins.into_iter().chain(rated).collect(),
        current: false,
        baseline: goal.baseline,
        now: own.last().map_or(goal.baseline, |rating| rating.level),
        weight: 0,
    }
}

/// Goal attainment of the current goals, at their baselines and now; `None` while there are none.
#[must_use]
pub fn attainment(ladders: &[Ladder]) -> Option<Attainment> {
    let current = ladders.iter().filter(|ladder| ladder.current);
    Attainment::of(&current.map(|ladder| (ladder.weight, ladder.baseline, ladder.now)).collect::<Vec<_>>())
}

/// What became of a booking, for its square in the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// In whole or in part.
    Attended,
    LostToCustody,
    LostToHealth,
    LostToPatient,
    Open,
}

/// By the same rule as the hours.
#[must_use]
pub fn became(row: &BookingRow) -> Became {
    let counted = hours(&Booking {
        planned_minutes: i64::from(row.planned_minutes),
        replaced: false,
        status: row.status,
        cancel_side: row.cancel_side,
        movement: if row.movement == Movement::Returned { Movement::Arrived } else { row.movement },
        custody_reason: row.custody_reason,
        attendance: row.attendance,
        attended_minutes: i64::from(row.minutes.unwrap_or(0)),
    });
    match counted {
        Hours { attended: 1.., .. } => Became::Attended,
        Hours { lost_custody: 1.., .. } => Became::LostToCustody,
        Hours { lost_health: 1.., .. } => Became::LostToHealth,
        Hours { lost_patient: 1.., .. } => Became::LostToPatient,
        _ => Became::Open,
    }
}
