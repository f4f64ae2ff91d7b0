//! From rows to pictures: which points a goal's ladder has, and what all goals together come to.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::store::{BookingRow, GoalRow, PlanRow};
use crate::care::goals::rules::Attainment;
use crate::care::goals::{Level, Rating};
use crate::care::plans::{Lifecycle, PlanStatus};
use crate::care::sessions::Progress;
use crate::custody::slots::Movement;
use crate::kit::ids::{GoalThreadId, PlanId, SlotId};
use crate::kit::ui::{DayHours, LadderPoint, Showed};
use crate::oversight::hours::{Booking, Hours, hours};

/// One goal through all the versions of the plan that state it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ladder {
    pub thread: GoalThreadId,
    /// As the last of them words it.
    pub description: String,
    /// With the session each rating rests on.
    pub points: Vec<(LadderPoint, Option<SlotId>)>,
    /// It is worked on now: stated by the plan in force and active there.
    pub current: bool,
    baseline: Level,
    now: Level,
    weight: i32,
}

impl Ladder {
    /// It stands where it was expected to, or above.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.now >= Level::EXPECTED
    }
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
    let rated =
        own.iter().map(|rating| (LadderPoint { date: rating.rated_on, level: rating.level.get() }, rating.session_id));
    let begins = start
        .filter(|date| own.first().is_none_or(|first| *date < first.rated_on))
        .map(|date| (LadderPoint { date, level: goal.baseline.get() }, None));
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

/// What a booking counts as, by the one rule of hours.
fn booked(row: &BookingRow) -> Hours {
    hours(&Booking {
        planned_minutes: i64::from(row.planned_minutes),
        replaced: false,
        status: row.status,
        cancel_side: row.cancel_side,
        movement: if row.movement == Movement::Returned { Movement::Arrived } else { row.movement },
        custody_reason: row.custody_reason,
        attendance: row.attendance,
        attended_minutes: i64::from(row.minutes.unwrap_or(0)),
    })
}

/// What each day came to, the earliest first.
#[must_use]
pub fn days(bookings: &[BookingRow], zone: Tz) -> Vec<DayHours> {
    let mut days: BTreeMap<NaiveDate, Hours> = BTreeMap::new();
    for row in bookings {
        let day = days.entry(row.starts_at.with_timezone(&zone).date_naive()).or_default();
        *day = *day + booked(row);
    }
    days.into_iter().map(|(date, hours)| DayHours { date, planned: hours.planned, parts: hours.parts(0) }).collect()
}

/// What a session showed of a goal.
#[must_use]
pub const fn showed(progress: Progress) -> Showed {
    match progress {
        Progress::Progressing | Progress::Achieved => Showed::More,
        Progress::Maintaining | Progress::Inconsistent => Showed::Same,
        Progress::Regressing => Showed::Less,
    }
}
